// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/filterfield.h"

#include "ui/common/icons.h"

#include <QAction>
#include <QKeyEvent>

using namespace Qt::StringLiterals;

namespace ui {

FilterField::FilterField(const QString& placeholder, QWidget* parent)
    : QLineEdit(parent)
{
    setPlaceholderText(placeholder);
    setAccessibleName(placeholder);
    addAction(icon(u"search"_s, Tone::Tertiary), QLineEdit::LeadingPosition);
    QAction* clear = addAction(icon(u"close"_s, Tone::Tertiary), QLineEdit::TrailingPosition);
    clear->setToolTip(tr("Clear"));
    clear->setVisible(false);
    connect(clear, &QAction::triggered, this, &QLineEdit::clear);
    connect(this, &QLineEdit::textChanged, clear,
        [clear](const QString& text) { clear->setVisible(!text.isEmpty()); });
}

int FilterField::leastWidth() const
{
    constexpr int kIcons = 2; // each about as wide as high
    return fontMetrics().horizontalAdvance(placeholderText()) + kIcons * sizeHint().height()
        + space::kS;
}

void FilterField::fitInto(int width)
{
    constexpr int kLeast = 110;
    constexpr int kMost = 240;
    const int least = qMax(scaled(kLeast), leastWidth());
    setFixedWidth(qBound(least, width / 3, qMax(least, scaled(kMost))));
}

void FilterField::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && !text().isEmpty()) {
        clear();
        return;
    }
    if (event->key() == Qt::Key_Escape || event->key() == Qt::Key_Down
        || event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        Q_EMIT left();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

} // namespace ui
