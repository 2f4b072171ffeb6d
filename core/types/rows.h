// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/types/item.h"

namespace types {

/// A track as lists show it; made by the cache from the track, its album and its artist.
struct TrackRow
{
    ItemId id {};
    RatingKey ratingKey {};
    ItemId albumId {};
    ItemId artistId {}; ///< the album's artist
    QString title {};
    QString artist {}; ///< the track's own artist where it differs, else the album's
    QString albumArtist {};
    QString album {};
    int disc = 0; ///< 0 = unknown
    int number = 0; ///< 0 = unknown
    int year = 0; ///< of the album; 0 = unknown
    std::chrono::milliseconds duration { 0 };
    OptionalRating rating {};
    int plays = 0;
    qint64 addedAt = 0;
    qint64 lastPlayedAt = 0;
    int bitrateKbps = 0;
    QString codec {};
    QString container {};
    QString thumb {}; ///< the album's cover
    QString partKey {};
    Loudness loudness {};
    bool operator==(const TrackRow&) const = default;
};

/// An album as grids and headers show it.
struct AlbumRow
{
    ItemId id {};
    RatingKey ratingKey {};
    ItemId artistId {};
    QString title {};
    QString artist {};
    int year = 0;
    int trackCount = 0;
    std::chrono::milliseconds duration { 0 }; ///< of its tracks, filled for a single album
    OptionalRating rating {};
    qint64 addedAt = 0;
    qint64 lastPlayedAt = 0;
    QString studio {};
    QString summary {};
    QString thumb {};
    QStringList genres {};
    bool operator==(const AlbumRow&) const = default;
};

/// An artist as lists show it.
struct ArtistRow
{
    ItemId id {};
    RatingKey ratingKey {};
    QString title {};
    int albumCount = 0;
    OptionalRating rating {};
    QString thumb {};
    bool operator==(const ArtistRow&) const = default;
};

/// A genre as lists show it.
struct GenreRow
{
    QString name {};
    int artists = 0;
    int albums = 0;
    bool operator==(const GenreRow&) const = default;
};

/// A playlist as the sidebar and headers show it.
struct PlaylistRow
{
    PlaylistId id {};
    RatingKey ratingKey {};
    QString title {};
    QString summary {};
    QString composite {};
    bool smart = false;
    bool isVideo = false; ///< of films or episodes, which this program does not play
    int count = 0; ///< entries in the cache; the server's own count before the first read
    std::chrono::milliseconds duration { 0 };
    qint64 updatedAt = 0;
    bool operator==(const PlaylistRow&) const = default;
};

/// One row of a playlist: the track it found, or what was remembered of it.
struct PlaylistEntryRow
{
    EntryId id {};
    std::optional<qint64> playlistItemId {};
    bool isMissing = false; ///< the cache knows no such item; the track holds remembered text only
    TrackRow track {};
    bool operator==(const PlaylistEntryRow&) const = default;
};

} // namespace types
