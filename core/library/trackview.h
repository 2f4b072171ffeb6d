// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/connection.h"
#include "core/types/rows.h"

#include <stop_token>
#include <vector>

namespace library {

/// What a track list can be sorted by.
enum class TrackSort
{
    Default, ///< album artist, album, disc, number
    Title,
    Artist,
    Album,
    Number, ///< disc and number
    Year,
    Duration,
    Rating,
    Plays,
    Added,
    LastPlayed,
    Bitrate
};

/// One of the columns that a track list is sorted by.
struct SortKey
{
    TrackSort sort = TrackSort::Default;
    bool descending = false; ///< rows without a value (unrated, never played) stay at the end
    bool operator==(const SortKey&) const = default;
};

/// As many sort keys count; further ones make no difference.
inline constexpr qsizetype kMostSortKeys = 4;

/// A track list as a value: filter and order.
struct TrackQuery
{
    types::SectionKey section {}; ///< empty = all music sections
    types::ItemId album {}; ///< set: the tracks of this album, in disc order; the rest is ignored
    QStringList genres {}; ///< set: only tracks of one of these, see keepGenres()
    QList<types::ItemId> artists {}; ///< set: only tracks on albums of one of these
    QList<types::ItemId> albums {}; ///< set: only tracks of one of these
    QString text {}; ///< words that title, artist or album must begin with; empty = all
    QList<SortKey> sort {}; ///< the first first, in the end the default order; empty = that alone
    bool operator==(const TrackQuery&) const = default;
};

/// The ids of @p query in its order: the spine of a list.
/// Cost: at 1 M tracks about 100 ms in default order, 300 ms in any other, 450 ms by four keys.
/// Errors: Database, Cancelled. Thread: a reader.
util::Result<std::vector<qint64>> trackIds(
    db::Connection& connection, const TrackQuery& query, std::stop_token stop);

/// The rows of @p ids in that order; ids that are gone are left out. Thread: a reader.
/// Cost: about 10 µs a row.
util::Result<QList<types::TrackRow>> trackRows(
    db::Connection& connection, const QList<qint64>& ids, std::stop_token stop);

/// The columns of a TrackRow and where they come from, for queries that join further tables;
/// item alias t, its album a. To be read with trackRowFrom().
[[nodiscard]] QString trackRowColumns();
[[nodiscard]] types::TrackRow trackRowFrom(const db::Statement& statement, int firstColumn = 0);
inline constexpr int kTrackRowColumns = 27;

/// What follows ORDER BY for rows joined with table track_order as o: by @p sort, rows without a
/// value at the end; without a comma at the end. Empty if @p sort is.
[[nodiscard]] QString orderBy(const QList<SortKey>& sort);

} // namespace library
