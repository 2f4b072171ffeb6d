// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/types/ids.h"

#include <QString>
#include <chrono>
#include <optional>

namespace match {

/// A recording as somebody names it, a library or another program. What is unknown is empty or 0.
struct Track
{
    QString title {};
    QString
        artist {}; ///< of the track; of Plex the original title, empty where the album's applies
    QString albumArtist {};
    QString album {};
    QString path {}; ///< or file URL, in the form of the machine it comes from
    QString guid {}; ///< as Plex has it; one that begins with local:// identifies nothing
    std::chrono::milliseconds duration { 0 };
    int disc = 0;
    int number = 0;
    bool operator==(const Track&) const = default;
};

/// A track of the library with what names it there.
struct LibraryTrack
{
    types::ItemId id {};
    types::RatingKey key {};
    Track track {};
    bool operator==(const LibraryTrack&) const = default;
};

/// A row that is to be found in the library: of a playlist file, of another player's library, or an
/// entry whose key is no longer known.
struct Row
{
    QString id {}; ///< what its source calls it, the same in every run; empty = it has no name
    Track track {};
    std::optional<int> value {}; ///< what it sets there, for example a rating; for resolveClaims()
    bool operator==(const Row&) const = default;
};

} // namespace match
