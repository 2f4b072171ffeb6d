// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/connection.h"
#include "core/types/item.h"

#include <QList>
#include <array>

namespace library {

/// The three orders in which a server shows what is new: a rating does not move updatedAt, and a
/// play moves neither.
enum class Order
{
    Updated,
    Rated,
    Viewed
};
inline constexpr std::array kOrders { Order::Updated, Order::Rated, Order::Viewed };

/// The stamp that @p item has in @p order, by the server's clock; 0 = none.
[[nodiscard]] qint64 stampOf(const types::Item& item, Order order);

/// One stamp for each order.
struct Stamps
{
    std::array<qint64, kOrders.size()> values {};

    [[nodiscard]] qint64& operator[](Order order) { return values.at(static_cast<size_t>(order)); }
    [[nodiscard]] qint64 operator[](Order order) const
    {
        return values.at(static_cast<size_t>(order));
    }
    bool operator==(const Stamps&) const = default;
};

/// The highest stamps of @p items that are not after @p now: one from the future says nothing about
/// what is known, and would hide all that comes until then.
[[nodiscard]] Stamps highestStamps(const QList<types::Item>& items, qint64 now);

/// What of one type of one section is known ground. All times are the server's.
struct Marks
{
    qint64 beganAt = 0; ///< when the reading of the whole began
    Stamps known {}; ///< what is not above these was read
    qint64 reconcileNext = 0; ///< where the slow reading of everything goes on
    qint64 reconciledAt = 0; ///< when it came to its end; 0 = it is due
    bool operator==(const Marks&) const = default;
};

// Thread of the following: the writer's; of marksOf() also a reader.

/// Nothing where the whole was never read.
util::Result<std::optional<Marks>> marksOf(
    db::Connection& connection, qint64 sectionId, types::ItemType type);
/// The whole is read from its beginning, by the server's clock @p now.
util::Result<void> beginMarks(
    db::Connection& connection, qint64 sectionId, types::ItemType type, qint64 now);
/// Raises each mark to what was read, if that is higher.
util::Result<void> raiseMarks(
    db::Connection& connection, qint64 sectionId, types::ItemType type, const Stamps& read);
/// The slow reading goes on at row @p next; @p endedAt is when it came to its end, 0 = it is due.
util::Result<void> noteReconcile(db::Connection& connection, qint64 sectionId, types::ItemType type,
    qint64 next, qint64 endedAt);

} // namespace library
