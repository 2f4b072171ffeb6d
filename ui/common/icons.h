// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"

#include <QIcon>
#include <QPixmap>

class QPainter;

namespace ui {

/// The authored icon resources/icons/@p name.svg in the colours of the palette in force: it follows
/// theme, state (disabled, selected, checked = accent) and screen density by itself.
///
/// Cost: nothing until painted; pictures are kept in QPixmapCache.
[[nodiscard]] QIcon icon(const QString& name, Tone tone = Tone::Secondary);

/// The same as a picture of @p size logical pixels in one colour.
[[nodiscard]] QPixmap iconPixmap(
    const QString& name, const QSize& size, const QColor& color, double devicePixelRatio);

/// Paints it centred in @p rect, at the density of the painter's device.
void drawIcon(QPainter* painter, const QRect& rect, const QString& name, const QColor& color);

} // namespace ui
