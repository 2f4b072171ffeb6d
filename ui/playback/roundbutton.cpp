// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/playback/roundbutton.h"

#include "ui/common/theme.h"

#include <QPainter>

namespace ui {

namespace {

constexpr int kSide = 38;
constexpr int kIcon = 20;

} // namespace

RoundButton::RoundButton(QWidget* parent)
    : QToolButton(parent)
{
    onTextSize(this, [this] { setFixedSize(sizeHint()); });
}

QSize RoundButton::sizeHint() const
{
    return { scaledCover(kSide), scaledCover(kSide) };
}

void RoundButton::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Colors c = colorsOf(palette());
    QColor fill = isEnabled() ? c.accent : c.control;
    if (isDown()) {
        fill = fill.darker(112);
    } else if (underMouse() && isEnabled()) {
        fill = fill.lighter(108);
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    painter.drawEllipse(QRectF(rect()).adjusted(1, 1, -1, -1));
    const int side = scaledCover(kIcon);
    icon().paint(&painter, QRect((width() - side) / 2, (height() - side) / 2, side, side),
        Qt::AlignCenter, isEnabled() ? QIcon::Normal : QIcon::Disabled);
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(c.text, 2));
        painter.drawEllipse(QRectF(rect()).adjusted(2, 2, -2, -2));
    }
}

} // namespace ui
