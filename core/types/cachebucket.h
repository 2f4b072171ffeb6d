// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace types {

/// What one cache holds, and how often it spared a request.
struct CacheBucket
{
    QString name {}; ///< "library", "artwork"
    qint64 entries = 0;
    qint64 bytes = 0; ///< on disk
    qint64 hits = 0; ///< since the program's start; 0 with no misses where nothing is counted
    qint64 misses = 0;
    qint64 unchanged = 0; ///< of the hits: the server was asked again, and had nothing newer
    qint64 renewed = 0; ///< of the hits: shown as it was, and replaced by what the server had
    bool operator==(const CacheBucket&) const = default;
};

} // namespace types
