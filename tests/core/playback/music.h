// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>
#include <span>
#include <vector>

/// Music files for the tests of playback, made with ffmpeg in a temporary folder.
namespace music {

using Samples = std::vector<float>; // interleaved

/// A stereo sweep of @p frames at @p rate, in 16-bit steps, different in both channels and never
/// repeating, so that every place in it can be told from every other.
[[nodiscard]] Samples sweep(int rate, qint64 frames);

/// Runs ffmpeg with @p arguments; empty on failure, else what it wrote to its output.
[[nodiscard]] QByteArray ffmpeg(const QStringList& arguments, const QByteArray& input = {});

/// Encodes stereo @p samples to @p path; the codec is told by the name's end and @p options.
[[nodiscard]] bool encode(
    const QString& path, std::span<const float> samples, int rate, const QStringList& options = {});

/// What ffmpeg's own program decodes from @p path.
[[nodiscard]] Samples decode(const QString& path);

/// Where @p got first differs from @p expected, in samples; −1 = equal, also in length.
[[nodiscard]] qint64 firstDifference(std::span<const float> got, std::span<const float> expected);

} // namespace music
