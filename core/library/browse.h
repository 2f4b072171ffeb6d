// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/connection.h"
#include "core/library/trackview.h"
#include "core/types/rows.h"

#include <QHash>
#include <stop_token>

namespace library {

/// What the cache holds, in numbers.
struct Counts
{
    qint64 tracks = 0;
    qint64 albums = 0;
    qint64 artists = 0;
    qint64 playlists = 0;
    qint64 movies = 0;
    qint64 shows = 0;
    qint64 episodes = 0;
    qint64 syncedAt = 0; ///< epoch seconds of the last complete sync; 0 = never
    bool operator==(const Counts&) const = default;
};

/// The shelves of the home page.
struct Home
{
    QList<types::AlbumRow> recentlyAdded {};
    QList<types::TrackRow> recentlyPlayed {};
    QList<types::TrackRow> topRated {};
    QList<types::PlaylistRow> playlists {}; ///< most recently changed first
    Counts counts {};
    bool operator==(const Home&) const = default;
};

/// One playlist with its entries' ids in order.
struct PlaylistSpine
{
    types::PlaylistRow playlist {};
    std::vector<qint64> entries {}; ///< in the order that was asked for
    /// In another order than the playlist's own: the place of each entry in that, from 0 on.
    QHash<qint64, int> places {};
};

/// Thread of all of these: a reader. Errors: Database, NotFound where one thing is asked for.
/// The server's libraries in its order.
util::Result<QList<types::Section>> sections(db::Connection& connection);
/// How much is in the cache, and when it was complete.
util::Result<Counts> counts(db::Connection& connection);
/// The shelves of the home page, at most @p perShelf rows each. Errors also: Cancelled.
util::Result<Home> home(db::Connection& connection, int perShelf, std::stop_token stop);
/// One album with its genres; trackCount and duration are those of the tracks in the cache.
util::Result<types::AlbumRow> album(db::Connection& connection, types::ItemId id);
/// All playlists, by title.
util::Result<QList<types::PlaylistRow>> playlists(db::Connection& connection);
/// One playlist with the ids of its entries in order. Errors also: Cancelled.
util::Result<PlaylistSpine> playlistSpine(
    db::Connection& connection, types::PlaylistId id, std::stop_token stop);
/// Puts the entries of @p spine into another order and notes their places. Errors also: Cancelled.
util::Result<void> sortSpine(db::Connection& connection, PlaylistSpine& spine,
    const QList<SortKey>& sort, std::stop_token stop);
/// Entries in the order of @p entryIds; those that are gone are left out. Errors also: Cancelled.
util::Result<QList<types::PlaylistEntryRow>> playlistEntries(
    db::Connection& connection, const QList<qint64>& entryIds, std::stop_token stop);
/// The playlists that hold one of @p items, or for an album a track of it, by title.
util::Result<QList<types::PlaylistRow>> playlistsWith(
    db::Connection& connection, const QList<types::ItemId>& items);
/// The best rated tracks, newest rating first among equals.
util::Result<QList<types::TrackRow>> topRated(db::Connection& connection, int limit);
/// Up to @p limit playlists with a word that begins with @p wanted (folded).
util::Result<QList<types::PlaylistRow>> playlistsNamed(
    db::Connection& connection, const QString& wanted, int limit);
/// The items of any type in the order of @p ids; ids that are gone are left out.
util::Result<QList<types::Item>> items(db::Connection& connection, const QList<qint64>& ids);
/// The item with this rating key, as a library listing would show it.
util::Result<types::Item> itemByKey(db::Connection& connection, const types::RatingKey& key);
/// The rating keys of @p ids; ids that are gone are left out.
util::Result<QList<types::RatingKey>> ratingKeys(
    db::Connection& connection, const QList<types::ItemId>& ids);

/// Albums in the order of @p ids, for lists: without genres; ids that are gone are left out.
util::Result<QList<types::AlbumRow>> albumRows(
    db::Connection& connection, const QList<qint64>& ids);
/// Artists in the order of @p ids, with how many albums they have; ids that are gone are left out.
util::Result<QList<types::ArtistRow>> artistRows(
    db::Connection& connection, const QList<qint64>& ids);

} // namespace library
