// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/playlist/playlistfile.h"

#include <cstdint>
#include <cstdlib>

/// Playlist files of every format, which the first byte names: whatever is in them, reading ends
/// with rows or a sentence; and what was read and is written reads as the same rows.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    if (size == 0) {
        return 0;
    }
    const QList<playlist::FileFormat> formats = playlist::fileFormats();
    const playlist::FileFormat format = formats.at(data[0] % formats.size());
    const QByteArray bytes(
        reinterpret_cast<const char*>(data + 1), static_cast<qsizetype>(size - 1));
    const auto read = playlist::parseFile(bytes, format);
    if (!read) {
        return read.error().message.isEmpty() ? (abort(), 0) : 0;
    }
    const auto again = playlist::parseFile(playlist::fileBytes(*read, format), format);
    if (!again || !again->leftOut.isEmpty() || again->rows.size() != read->rows.size()) {
        abort();
    }
    for (size_t i = 0; i < read->rows.size(); ++i) {
        if (again->rows[i] != playlist::keptBy(format, read->rows[i])) {
            abort();
        }
    }
    return 0;
}
