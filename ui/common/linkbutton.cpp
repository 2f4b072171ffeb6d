// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/linkbutton.h"

#include "ui/common/theme.h"

#include <QPainter>
#include <QStyleOption>

namespace ui {

LinkButton::LinkButton(QWidget* parent)
    : QPushButton(parent)
{
    setCursor(Qt::PointingHandCursor);
    setFlat(true);
    setAttribute(Qt::WA_Hover);
}

void LinkButton::setText(const QString& text)
{
    QPushButton::setText(text);
    setShortcut({}); // "R&B" is no mnemonic
}

void LinkButton::setQuiet(bool quiet)
{
    m_isQuiet = quiet;
    update();
}

QSize LinkButton::sizeHint() const
{
    const QFontMetrics metrics(font());
    return { metrics.horizontalAdvance(text()) + 2 * space::kXs, metrics.height() + 2 };
}

QSize LinkButton::minimumSizeHint() const
{
    return { qMin(sizeHint().width(), 48), sizeHint().height() };
}

void LinkButton::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    QFont used = font();
    used.setUnderline(underMouse() && isEnabled());
    if (!m_isQuiet) {
        used.setWeight(QFont::Medium);
    }
    painter.setFont(used);
    painter.setPen(
        colorOf(palette(), m_isQuiet && !underMouse() ? Tone::Secondary : Tone::Primary));
    painter.drawText(rect(), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
        QFontMetrics(used).elidedText(text(), Qt::ElideRight, width()));
    if (hasFocus()) {
        QStyleOptionFocusRect option;
        option.initFrom(this);
        option.rect.adjust(-2, 0, 2, 0);
        style()->drawPrimitive(QStyle::PE_FrameFocusRect, &option, &painter, this);
    }
}

} // namespace ui
