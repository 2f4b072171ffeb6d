// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Reads whose plan matters at a million rows, where a test can ask SQLite for it. The placeholders
/// are those of the functions that are named.
namespace library::sql {

/// trackIds(): the spine of all tracks; no row of track_order itself is read.
inline constexpr auto kDefaultOrder
    = "SELECT id, section_id FROM track_order ORDER BY default_rank, section_id, id";
/// trackIds(), the other way round.
inline constexpr auto kDefaultOrderDescending
    = "SELECT id, section_id FROM track_order "
      "ORDER BY default_rank DESC, section_id DESC, id DESC";

/// playlistSpine(): playlist id.
inline constexpr auto kPlaylistSpine
    = "SELECT id FROM playlist_entry WHERE playlist_id = ? ORDER BY position";

/// home(): how many.
inline constexpr auto kRecentlyAdded
    = "SELECT id FROM item INDEXED BY item_added_album WHERE type = 9 "
      "ORDER BY added_at DESC LIMIT ?";
/// home(): how many.
inline constexpr auto kRecentlyPlayed
    = "SELECT id FROM item WHERE type = 10 AND viewed_at > 0 ORDER BY viewed_at DESC LIMIT ?";
/// onThisDay(): the day, another one, the year, how many.
inline constexpr auto kReleasedOn = R"(
    SELECT id
    FROM group_order
    WHERE release_day > 0 AND release_day IN (?, ?) AND year < ?
    ORDER BY rating DESC, plays DESC, year DESC, id
    LIMIT ?)";
/// onThisDay(): from when, until when, how many.
inline constexpr auto kAddedBetween
    = "SELECT id FROM item INDEXED BY item_added_album WHERE type = 9 "
      "AND added_at >= ? AND added_at < ? ORDER BY added_at DESC LIMIT ?";
/// unfinishedAlbums(): among how many, how many.
inline constexpr auto kUnfinishedAlbums = R"(
    SELECT id
    FROM (
        SELECT id, leaf_count, viewed_leaf_count, viewed_at
        FROM item
        WHERE type = 9 AND viewed_at > 0
        ORDER BY viewed_at DESC
        LIMIT ?)
    WHERE viewed_leaf_count > 0 AND viewed_leaf_count < leaf_count
    ORDER BY viewed_at DESC
    LIMIT ?)";

/// topRated(): how many.
inline constexpr auto kTopRated = R"(
    SELECT id
    FROM item
    WHERE type = 10 AND rating IS NOT NULL
    ORDER BY rating DESC, rated_at DESC
    LIMIT ?)";

/// ratedSpine(): type, from which rating, below which; nothing but the index is read.
inline constexpr auto kRated = R"(
    SELECT id, rating, rated_at
    FROM item
    WHERE type = ? AND rating IS NOT NULL AND rating >= ? AND rating < ?
    ORDER BY rating DESC, rated_at DESC)";
/// ratedCounts(): type; nothing but the index is read.
inline constexpr auto kRatedCounts = R"(
    SELECT rating, count(*)
    FROM item
    WHERE type = ? AND rating IS NOT NULL
    GROUP BY rating)";
/// playedUnrated(): since when, how many.
inline constexpr auto kPlayedUnrated = R"(
    SELECT id
    FROM item
    WHERE type = 10 AND viewed_at > 0 AND viewed_at >= ? AND rating IS NULL
    ORDER BY viewed_at DESC
    LIMIT ?)";

/// rowBeginningWith(): type, first and last text.
inline constexpr auto kIdsWithTitle
    = "SELECT id FROM item WHERE type = ? AND title_sort >= ? AND title_sort < ?";

/// search(): type, first and last text, how many; rating in hundredths. Nothing but the index is
/// read: a row of item for each would be a page of the file for each.
inline constexpr auto kTitledFrom = R"(
    SELECT id, view_count, CAST(rating * 100 AS INTEGER), title_sort
    FROM item
    WHERE type = ? AND title_sort >= ? AND title_sort < ?
    ORDER BY title_sort
    LIMIT ?)";
/// search(): the words, first and last id, how many; of artists, albums and tracks, of which many
/// may have them: plays and rating are in one of two narrow tables.
inline constexpr auto kMusicWithWords = R"(
    SELECT s.rowid, coalesce(o.plays, g.plays), coalesce(o.rating, g.rating)
    FROM search s
    LEFT JOIN track_order o ON o.id = s.rowid
    LEFT JOIN group_order g ON g.id = s.rowid
    WHERE search MATCH ? AND s.rowid >= ? AND s.rowid < ?
    LIMIT ?)";
/// The same with the sort title, from the items themselves.
inline constexpr auto kItemsWithWords = R"(
    SELECT i.id, i.view_count, CAST(i.rating * 100 AS INTEGER), i.title_sort
    FROM search s
    JOIN item i ON i.id = s.rowid
    WHERE search MATCH ? AND s.rowid >= ? AND s.rowid < ?
    LIMIT ?)";
inline constexpr auto kIdsWithWords = R"(
    SELECT rowid
    FROM search
    WHERE search MATCH ? AND rowid >= ? AND rowid < ?
    LIMIT ?)";

} // namespace library::sql
