// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/pagescroll.h"

#include <QEvent>
#include <QLayout>

namespace ui {

PageScroll::PageScroll(QWidget* content, QWidget* parent)
    : QScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setBackgroundRole(QPalette::Base);
    setWidget(content); // its events are filtered from now on
}

int PageScroll::heightFor(int width) const
{
    const QLayout& layout = *widget()->layout();
    return layout.hasHeightForWidth() ? layout.minimumHeightForWidth(width)
                                      : layout.totalMinimumSize().height();
}

QSize PageScroll::minimumSizeHint() const
{
    return { widget()->minimumSizeHint().width(), QScrollArea::minimumSizeHint().height() };
}

QSize PageScroll::sizeHint() const
{
    return widget()->sizeHint();
}

void PageScroll::resizeEvent(QResizeEvent* event)
{
    QScrollArea::resizeEvent(event);
    fit();
}

bool PageScroll::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == widget() && event->type() == QEvent::LayoutRequest) {
        updateGeometry();
        fit();
    }
    return QScrollArea::eventFilter(watched, event);
}

void PageScroll::fit()
{
    // What Qt does by itself asks for the height that a content would like to have, and looks for
    // the bar where it has got one: beside what is lower where it is narrower the bar would come
    // and go without end.
    const bool isTooHigh = heightFor(width()) > height();
    setVerticalScrollBarPolicy(isTooHigh ? Qt::ScrollBarAlwaysOn : Qt::ScrollBarAlwaysOff);
    const int inside = viewport()->width();
    widget()->resize(inside, qMax(viewport()->height(), heightFor(inside)));
}

} // namespace ui
