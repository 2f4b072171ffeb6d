// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QImage>

/// Invented covers, posters and backgrounds: gradients and shapes, never text (drawing text aborts
/// without a GUI application).
namespace demo::picture {

/// Paints the picture with that number; the same number and size give the same pixels.
/// Cost: about 5 ms at 600×600.
[[nodiscard]] QImage paint(quint64 seed, QSize size);

/// How large a picture of @p natural size comes out of the photo transcoder.
/// @param cover    true: the smaller side reaches the request (minSize=1); false: it fits inside
/// @param upscale  may become larger than it is
[[nodiscard]] QSize scaledSize(QSize natural, QSize wanted, bool cover, bool upscale);

/// JPEG, or PNG if @p png.
[[nodiscard]] QByteArray encoded(const QImage& image, bool png);

} // namespace demo::picture
