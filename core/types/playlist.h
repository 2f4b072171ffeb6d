// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/types/item.h"

namespace types {

/// A playlist of the requesting user.
struct Playlist
{
    enum class Kind
    {
        Audio,
        Video,
        Photo
    };

    RatingKey ratingKey {};
    QString guid {};
    QString title {};
    QString summary {};
    QString composite {}; ///< path of the server's mosaic; empty for an empty playlist
    Kind kind = Kind::Audio;
    bool smart = false;
    bool readOnly = false;
    int leafCount = 0; ///< a hint: reading the entries may change it
    std::chrono::milliseconds duration { 0 };
    qint64 addedAt = 0;
    qint64 updatedAt = 0;
    qint64 lastViewedAt = 0;
    bool operator==(const Playlist&) const = default;
};

/// One row of a playlist. The same item may stand in several rows.
struct PlaylistItem
{
    std::optional<qint64> playlistItemId {}; ///< absent in smart playlists
    Item item {};
    bool operator==(const PlaylistItem&) const = default;
};

/// What identifies one row of a dumb playlist, and no more.
struct PlaylistKey
{
    qint64 playlistItemId = 0; ///< 0: a row that cannot be named, as those of smart playlists
    RatingKey ratingKey {};
    bool isForeign = false; ///< an item of another server
    bool operator==(const PlaylistKey&) const = default;
};

} // namespace types
