// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/groupview.h"

#include "core/library/filters.h"
#include "core/library/grouporder.h"

#include <algorithm>
#include <array>
#include <limits>

using types::ItemType;
using util::Result;

namespace library {

namespace {

/// What one row is sorted by, the first first; turned round where the order is descending.
struct Key
{
    std::array<qint64, 4> values {};
    qint64 id = 0;
    auto operator<=>(const Key&) const = default;
};

GroupValue valueOf(AlbumSort sort)
{
    switch (sort) {
    case AlbumSort::Added:
        return GroupValue::Added;
    case AlbumSort::Rating:
        return GroupValue::Rating;
    case AlbumSort::Plays:
        return GroupValue::Plays;
    default:
        return GroupValue::LastPlayed;
    }
}

GroupValue valueOf(ArtistSort sort)
{
    switch (sort) {
    case ArtistSort::Added:
        return GroupValue::Added;
    case ArtistSort::Rating:
        return GroupValue::Rating;
    case ArtistSort::Plays:
        return GroupValue::Plays;
    default:
        return GroupValue::LastPlayed;
    }
}

/// A value in its direction; one that means "none" stands behind all others.
qint64 directed(qint64 value, bool descending, bool isNone)
{
    return isNone ? std::numeric_limits<qint64>::max() : descending ? -value : value;
}

bool isNone(GroupValue value, qint64 number)
{
    return (value == GroupValue::Rating && number < 0)
        || (value == GroupValue::LastPlayed && number == 0);
}

Key keyOf(const GroupRow& row, const AlbumQuery& query)
{
    const bool down = query.descending;
    switch (query.sort) {
    case AlbumSort::Artist:
        return { { directed(row.artistRank, down, false), row.year, row.titleRank, 0 }, row.id };
    case AlbumSort::Title:
        return { { directed(row.titleRank, down, false), row.artistRank, row.year, 0 }, row.id };
    case AlbumSort::Year:
        return { { directed(row.year, down, row.year == 0), row.artistRank, row.titleRank, 0 },
            row.id };
    default:
        break;
    }
    const qint64 value = directed(row.value, down, isNone(valueOf(query.sort), row.value));
    return { { value, row.artistRank, row.year, row.titleRank }, row.id };
}

Key keyOf(const GroupRow& row, const ArtistQuery& query)
{
    const qint64 value = query.sort == ArtistSort::Title
        ? directed(row.titleRank, query.descending, false)
        : directed(row.value, query.descending, isNone(valueOf(query.sort), row.value));
    return { { value, row.titleRank, 0, 0 }, row.id };
}

template <class Query>
Result<std::vector<qint64>> sortedIds(db::Connection& connection, const Query& query, ItemType type,
    const IdFilter& filter, const std::stop_token& stop)
{
    const auto section = sectionIdOf(connection, query.section);
    if (!section) {
        return section.error();
    }
    const auto rows = groupRows(connection, type, valueOf(query.sort), stop);
    if (!rows) {
        return rows.error();
    }
    std::vector<Key> keys;
    keys.reserve(rows->size());
    for (const GroupRow& row : *rows) {
        if ((*section == 0 || row.sectionId == *section) && filter.lets(row.id)) {
            keys.push_back(keyOf(row, query));
        }
    }
    std::ranges::sort(keys);
    std::vector<qint64> ids;
    ids.reserve(keys.size());
    for (const Key& key : keys) {
        ids.push_back(key.id);
    }
    return ids;
}

} // namespace

Result<std::vector<qint64>> albumIds(
    db::Connection& connection, const AlbumQuery& query, std::stop_token stop)
{
    IdFilter filter;
    auto kept = keepMatching(connection, filter, ItemType::Album, query.text, stop);
    if (kept) {
        kept = keepGenres(connection, filter, ItemType::Album, query.genres, stop);
    }
    if (kept) {
        kept = keepBelow(connection, filter, query.artists, stop);
    }
    return kept ? sortedIds(connection, query, ItemType::Album, filter, stop)
                : Result<std::vector<qint64>>(kept.error());
}

Result<std::vector<qint64>> artistIds(
    db::Connection& connection, const ArtistQuery& query, std::stop_token stop)
{
    IdFilter filter;
    auto kept = keepMatching(connection, filter, ItemType::Artist, query.text, stop);
    if (kept) {
        kept = keepGenres(connection, filter, ItemType::Artist, query.genres, stop);
    }
    return kept ? sortedIds(connection, query, ItemType::Artist, filter, stop)
                : Result<std::vector<qint64>>(kept.error());
}

} // namespace library
