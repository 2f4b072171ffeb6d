// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/library/library.h"

namespace library {

/// What of albums and artists a list can be sorted by besides title and artist.
enum class GroupValue
{
    Rating,
    Plays,
    Added,
    LastPlayed
};

/// What the place of one album or artist in a list depends on.
struct GroupRow
{
    qint64 id = 0;
    qint64 sectionId = 0;
    qint64 titleRank = 0; ///< equal for equal titles
    qint64 artistRank = 0; ///< of an album: the title rank of its artist
    int year = 0; ///< 0 = unknown
    qint64 value = 0; ///< as asked for; a rating in hundredths with −1 for unrated
};

/// All albums or artists in the order of their ids.
///
/// While the table group_order is not filled – during a first sync, between the writing of
/// something new and the end of its sync, after an update of the program – the rows are worked out.
/// Cost: at 100,000 albums about 30 ms; 0.4 s where they are worked out.
/// Thread: a reader. Errors: Database, Cancelled.
[[nodiscard]] util::Result<std::vector<GroupRow>> groupRows(db::Connection& connection,
    types::ItemType type, GroupValue value, const std::stop_token& stop);

/// Fills group_order if it is stale. What is written while it runs leaves it stale.
///
/// @param library  outlives the future
/// @param context  whose thread it is run from; if it goes, the future ends as Cancelled
/// Errors: Database, Storage, Cancelled (also when another cache than @p key is open).
[[nodiscard]] util::Future<void> fillGroups(
    Library& library, const CacheKey& key, QObject* context, const std::stop_token& stop = {});

/// Notes that group_order no longer says what the items say. Thread: the writer's.
util::Result<void> noteStaleGroups(db::Connection& connection);
/// Brings the values of one album or artist in line with its item. Thread: the writer's.
util::Result<void> refreshGroup(db::Connection& connection, qint64 id);

} // namespace library
