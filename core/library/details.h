// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/changeset.h"
#include "core/db/connection.h"
#include "core/plex/parse.h"
#include "core/types/rows.h"

#include <stop_token>

namespace library {

/// What an artist's album is, in the order of the page.
enum class ReleaseKind
{
    Album,
    Single, ///< and EP
    Live,
    Compilation
};

/// What Plex's Format and Subformat tags make of an album. A live EP is live.
[[nodiscard]] ReleaseKind releaseKindOf(const QStringList& formats, const QStringList& subformats);

/// An album of an artist.
struct Release
{
    types::AlbumRow album {};
    std::optional<ReleaseKind> kind {}; ///< nothing until the server was asked for it
    bool operator==(const Release&) const = default;
};

/// An artist whom the server calls similar to another.
struct SimilarArtist
{
    QString name {};
    std::optional<types::ArtistRow> artist {}; ///< nothing: not in the library
    bool operator==(const SimilarArtist&) const = default;
};

/// All that the page of an artist shows.
struct ArtistPage
{
    types::ArtistRow artist {};
    QString summary {};
    QStringList genres {};
    QStringList countries {};
    int tracks = 0;
    std::chrono::milliseconds duration { 0 };
    QList<Release> releases {}; ///< the newest first
    QList<types::AlbumRow> appearsOn {}; ///< others' albums with a track of it, the newest first
    QList<types::TrackRow> topTracks {}; ///< most listeners first, then most often played
    QList<SimilarArtist> similar {};
    bool operator==(const ArtistPage&) const = default;
};

/// What is known of an album beside its row.
struct AlbumDetails
{
    QString summary {};
    QString studio {}; ///< the record label
    QString released {}; ///< YYYY-MM-DD as the server sent it, may be empty or rubbish
    int year = 0;
    int discs = 0;
    QStringList genres {};
    QStringList styles {};
    QStringList moods {};
    QStringList labels {}; ///< the user's own
    QStringList formats {}; ///< "EP", "Live": Format and Subformat
    QStringList codecs {}; ///< of its tracks, the commonest first
    QStringList guests {}; ///< artists of tracks, where not the album's, in the order of the tracks
    QList<plex::Credit> credits {};
    bool operator==(const AlbumDetails&) const = default;
};

/// All that the page of an artist shows. Thread: a reader. Errors: Database, NotFound, Cancelled.
/// Cost: at 5,000 albums and 60,000 tracks about 150 ms, for most artists 1 ms.
util::Result<ArtistPage> artistPage(
    db::Connection& connection, types::ItemId id, int topTracks, const std::stop_token& stop);
/// What else is known of an album. Thread: a reader. Errors: Database, NotFound.
util::Result<AlbumDetails> albumDetails(db::Connection& connection, types::ItemId id);

/// What is to be asked for so that the details of an artist and its albums, or of one album, are as
/// the server has them: itself, and what was not read yet, has another stamp, or was read before
/// @p readBefore. Thread: a reader. Errors: Database, NotFound.
util::Result<QList<types::RatingKey>> keysToDetail(
    db::Connection& connection, types::ItemId id, qint64 readBefore);

/// Keeps what the server told of items that the cache has; only what differs is a change.
/// Thread: the writer's. Errors: Database.
util::Result<void> storeDetails(db::Connection& connection, db::ChangeSet& changes,
    const QList<plex::ItemDetails>& details, qint64 now);

} // namespace library
