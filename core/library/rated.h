// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/connection.h"
#include "core/types/item.h"

#include <array>
#include <stop_token>
#include <vector>

/// What was rated, what was not, and what several items have in common. Thread of all: a reader.
namespace library {

/// In which order rated items stand.
enum class RatedOrder
{
    Best, ///< the highest first, among equals the one rated last
    Latest ///< the one rated last first; those of an unknown date at the end
};

/// A list of rated items as a value.
struct RatedQuery
{
    types::ItemType type = types::ItemType::Track;
    std::optional<int> halfStars {}; ///< 0–10, as drawn; empty: every rating
    RatedOrder order = RatedOrder::Best;
    bool operator==(const RatedQuery&) const = default;
};

/// Where in such a list another value, or another month, begins.
struct RatedMark
{
    qint64 row = 0;
    int halfStars = 0; ///< of RatedOrder::Best
    qint64 ratedAt = 0; ///< of RatedOrder::Latest: of the row; 0 = unknown
    bool operator==(const RatedMark&) const = default;
};

/// The spine of such a list, with what can be said above its rows.
struct RatedSpine
{
    std::vector<qint64> ids {};
    QList<RatedMark> marks {};
};

/// How many items of one type have a rating, by half stars 0–10.
struct RatedCounts
{
    std::array<qint64, 11> byHalfStars {};
    bool operator==(const RatedCounts&) const = default;
    /// All of them.
    [[nodiscard]] qint64 total() const;
};

/// The rated items of @p query in its order. Months are those of the local time zone.
/// Cost: one walk through an index of the rated alone, as much as trackIds() in another order than
/// the default one; a row of item is not read. Errors: Database, Cancelled.
util::Result<RatedSpine> ratedSpine(
    db::Connection& connection, const RatedQuery& query, const std::stop_token& stop);

/// How many of @p type have which rating. Cost: one walk through the same index, at 1 M rated items
/// about 0.3 s.
/// Errors: Database, Cancelled.
util::Result<RatedCounts> ratedCounts(
    db::Connection& connection, types::ItemType type, const std::stop_token& stop);

/// The tracks that were played at @p since or later and have no rating, the one played last first.
/// Cost: what was played since. Errors: Database.
util::Result<QList<qint64>> playedUnrated(db::Connection& connection, qint64 since, int limit);

/// What the ratings of @p items have in common; nothing of what is gone counts.
/// Cost: about 2 µs an item, until two differ. Errors: Database, Cancelled.
util::Result<types::SharedRating> sharedRating(
    db::Connection& connection, const QList<types::ItemId>& items, const std::stop_token& stop);

} // namespace library
