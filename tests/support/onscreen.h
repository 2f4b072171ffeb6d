// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QPixmap>
#include <QScreen>
#include <QSet>
#include <QWidget>

namespace support {

/// What the screen shows of @p area of a widget. Unlike QWidget::grab() it paints nothing anew, so
/// that what was never repainted is seen as it is.
[[nodiscard]] inline QImage onScreen(const QWidget& widget, const QRect& area)
{
    const QWidget* window = widget.window();
    const QImage whole = window->screen()->grabWindow(window->winId()).toImage();
    return whole.copy(area.translated(widget.mapTo(window, QPoint())));
}

/// Whether a picture is there: what is painted instead is of one colour.
[[nodiscard]] inline bool isPicture(const QImage& image)
{
    QSet<QRgb> colors;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            colors.insert(image.pixel(x, y));
        }
    }
    return colors.size() > 8;
}

} // namespace support
