// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/util/result.h"

#include <QByteArray>
#include <QImage>

namespace artwork {

/// What no picture that we show exceeds.
inline constexpr qsizetype kMostEncodedBytes = 16 * 1024 * 1024;
inline constexpr int kMostSide = 12'000;
inline constexpr qint64 kMostPixels = 17'000'000; ///< 4 bytes each while it is shrunk

/// Decodes JPEG, PNG, GIF (first frame) or WebP, shrunk so that its shorter side is @p side if it
/// was larger; ready to be painted (RGB32 or premultiplied ARGB32). Thread: any.
///
/// Nothing but those four formats is tried: other plug-ins of Qt (SVG, PDF) would read what
/// strangers wrote. A JPEG without its end counts as damaged: Qt would fill up what is missing with
/// grey. Errors: Protocol (no picture, damaged, too large).
[[nodiscard]] util::Result<QImage> decode(const QByteArray& encoded, int side);

} // namespace artwork
