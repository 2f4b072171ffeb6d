// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/wrapgrid.h"

#include <QKeyEvent>

namespace ui {

WrapGrid::WrapGrid(Covers& covers, Capabilities& capabilities, QWidget* parent)
    : CoverGrid(covers, capabilities, Layout::Grid, parent)
{
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    fit();
}

void WrapGrid::setCards(const QList<Card>& cards)
{
    const qint64 current = currentIndex().data(PagedModelBase::IdRole).toLongLong();
    CoverGrid::setCards(cards);
    const auto found = std::ranges::find(cards, current, &Card::id);
    if (current != 0 && found != cards.end() && !currentIndex().isValid()) {
        setCurrentIndex(model()->index(int(found - cards.begin()), 0));
    }
    fit();
}

void WrapGrid::setDensity(Density density)
{
    CoverGrid::setDensity(density);
    fit();
}

void WrapGrid::fit()
{
    const QSize cell = gridSize();
    if (cell.isEmpty()) {
        return;
    }
    const int columns = qMax(1, viewport()->width() / cell.width());
    const int lines = (model()->rowCount() + columns - 1) / columns;
    setFixedHeight(qMax(1, lines) * cell.height() + 2);
}

bool WrapGrid::event(QEvent* event)
{
    const bool isTaken = CoverGrid::event(event);
    if (event->type() == QEvent::FontChange) {
        fit();
    }
    return isTaken;
}

void WrapGrid::resizeEvent(QResizeEvent* event)
{
    CoverGrid::resizeEvent(event);
    fit();
}

void WrapGrid::wheelEvent(QWheelEvent* event)
{
    event->ignore(); // the page scrolls
}

void WrapGrid::keyPressEvent(QKeyEvent* event)
{
    const QModelIndex before = currentIndex();
    CoverGrid::keyPressEvent(event);
    if (currentIndex() != before || event->modifiers() & ~Qt::KeypadModifier) {
        return;
    }
    if (event->key() == Qt::Key_Down) {
        focusNextChild();
    } else if (event->key() == Qt::Key_Up) {
        focusPreviousChild();
    }
}

} // namespace ui
