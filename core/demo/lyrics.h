// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/catalogue.h"
#include "core/demo/writer.h"

/// Invented words of songs.
namespace demo::lyrics {

constexpr quint64 kFirstStream = 40'000'001; ///< + index of the track

/// One line; without a text it is a pause.
struct Line
{
    QByteArray text {};
    qint64 start = 0; ///< ms
    qint64 end = 0; ///< ms
};

/// The lines of the track, in order; the same at every call.
[[nodiscard]] std::vector<Line> linesOf(quint32 track, qint64 duration);

/// The stream as an item of a track lists it; its scalars are texts. Nothing without lyrics.
void writeStream(Writer& out, quint32 index, LyricKind kind);
/// The Lyrics element of a document; its scalars are what they should be.
void writeDocument(Writer& out, const std::vector<Line>& lines, LyricKind kind);
/// The file beside the music, with an offset and a line that is sung twice.
[[nodiscard]] QByteArray lrc(const std::vector<Line>& lines);

} // namespace demo::lyrics
