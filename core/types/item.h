// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/types/ids.h"
#include "core/types/rating.h"

#include <QList>
#include <QString>
#include <QStringList>
#include <chrono>
#include <optional>

namespace types {

/// Plex's metadata type numbers.
enum class ItemType
{
    Unknown = 0,
    Movie = 1,
    Show = 2,
    Season = 3,
    Episode = 4,
    Artist = 8,
    Album = 9,
    Track = 10,
    Photo = 13,
    Playlist = 15,
    Collection = 18
};

/// The kinds of tag that a library item carries, in the numbers that the cache stores.
enum class TagKind
{
    Genre = 1,
    Style = 2,
    Mood = 3,
    Country = 4,
    Label = 5,
    Collection = 6,
    Similar = 7,
    Format = 8,
    Subformat = 9
};

struct Tag
{
    TagKind kind = TagKind::Genre;
    QString name {};
    bool operator==(const Tag&) const = default;
};

/// The first file of an item: what is played and what identifies it after the server re-keys.
struct MediaFile
{
    QString partKey {}; ///< path on the server, "/library/parts/…/file.flac"
    QString file {}; ///< path on the server's disk
    QString container {};
    QString codec {};
    int bitrateKbps = 0; ///< 0 = unknown
    int channels = 0; ///< 0 = unknown
    qint64 sizeBytes = 0; ///< 0 = unknown
    bool operator==(const MediaFile&) const = default;
};

/// Loudness analysis of the server; absent until it has run.
struct Loudness
{
    std::optional<double> gainDb {}; ///< to be applied as sent, not recomputed
    std::optional<double> albumGainDb {};
    std::optional<double> peak {}; ///< linear, 0…1 and a little over
    std::optional<double> albumPeak {};
    std::optional<double> lufs {};
    bool operator==(const Loudness&) const = default;
};

/// One item of any section type as the server lists it: film, show, season, episode, artist,
/// album or track. Times are epoch seconds with 0 = absent; counts with 0 = absent or none.
struct Item
{
    RatingKey ratingKey {};
    RatingKey parentKey {}; ///< album of a track, artist of an album, season of an episode
    RatingKey grandparentKey {};
    ItemType type = ItemType::Unknown;
    SectionKey section {};
    QString guid {};
    QString title {};
    QString titleSort {}; ///< empty = sort by title
    QString originalTitle {}; ///< of a track: its artist, where that is not the album's
    QString parentTitle {};
    QString grandparentTitle {};
    QString studio {}; ///< the record label of an album
    QString summary {};
    QString thumb {};
    QString parentThumb {};
    QString grandparentThumb {};
    std::optional<int> index {};
    std::optional<int> parentIndex {}; ///< of a track: the disc
    std::optional<int> year {};
    QString originallyAvailable {}; ///< YYYY-MM-DD, as sent
    std::chrono::milliseconds duration { 0 };
    OptionalRating userRating {};
    qint64 lastRatedAt = 0;
    qint64 addedAt = 0;
    qint64 updatedAt = 0;
    qint64 lastViewedAt = 0;
    qint64 lastSkippedAt = 0;
    int viewCount = 0;
    int skipCount = 0;
    int leafCount = 0;
    int viewedLeafCount = 0;
    qint64 ratingCount = 0; ///< listeners, of a matched track
    std::chrono::milliseconds viewOffset { 0 };
    MediaFile media {};
    Loudness loudness {};
    QList<Tag> tags {};
    QStringList externalIds {}; ///< "mbid://…", "imdb://…"
    bool operator==(const Item&) const = default;
};

/// One library section of a server.
struct Section
{
    SectionKey key {};
    QString title {};
    ItemType type = ItemType::Unknown; ///< Artist, Movie, Show; Unknown for what is not indexed
    QString uuid {};
    QString agent {};
    qint64 updatedAt = 0;
    bool operator==(const Section&) const = default;
};

/// What a server tells about itself.
struct ServerInfo
{
    ServerId id {};
    QString name {};
    QString version {};
    QString platform {};
    bool allowsMediaDeletion = false; ///< absent = not allowed
    bool hasPlexPass = false; ///< told to the owner only
    bool isOwner = false; ///< who asked is told what the server tells nobody but its owner
    bool operator==(const ServerInfo&) const = default;
};

} // namespace types
