// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/marks.h"

namespace library {

qint64 stampOf(const types::Item& item, Order order)
{
    switch (order) {
    case Order::Updated:
        return item.updatedAt;
    case Order::Rated:
        return item.lastRatedAt;
    case Order::Viewed:
        break;
    }
    return item.lastViewedAt;
}

Stamps highestStamps(const QList<types::Item>& items, qint64 now)
{
    Stamps highest;
    for (const types::Item& item : items) {
        for (const Order order : kOrders) {
            const qint64 stamp = stampOf(item, order);
            highest[order] = stamp <= now ? std::max(highest[order], stamp) : highest[order];
        }
    }
    return highest;
}

util::Result<std::optional<Marks>> marksOf(
    db::Connection& connection, qint64 sectionId, types::ItemType type)
{
    auto statement = connection.prepare(R"(
        SELECT began_at, updated_at, rated_at, viewed_at, reconcile_next, reconciled_at
        FROM section_mark
        WHERE section_id = ? AND type = ?)");
    statement.bind(sectionId, int(type));
    std::optional<Marks> marks;
    if (statement.next()) {
        marks = Marks { statement.integer(0),
            { { statement.integer(1), statement.integer(2), statement.integer(3) } },
            statement.integer(4), statement.integer(5) };
    }
    if (auto status = statement.status(); !status) {
        return std::move(status).error();
    }
    return marks;
}

util::Result<void> beginMarks(
    db::Connection& connection, qint64 sectionId, types::ItemType type, qint64 now)
{
    return connection.prepare("INSERT OR REPLACE INTO section_mark VALUES (?, ?, ?, 0, 0, 0, 0, 0)")
        .bind(sectionId, int(type), now)
        .run();
}

util::Result<void> raiseMarks(
    db::Connection& connection, qint64 sectionId, types::ItemType type, const Stamps& read)
{
    return connection
        .prepare(R"(
            UPDATE section_mark
            SET updated_at = max(updated_at, ?), rated_at = max(rated_at, ?),
                viewed_at = max(viewed_at, ?)
            WHERE section_id = ? AND type = ?)")
        .bind(read[Order::Updated], read[Order::Rated], read[Order::Viewed], sectionId, int(type))
        .run();
}

util::Result<void> noteReconcile(
    db::Connection& connection, qint64 sectionId, types::ItemType type, qint64 next, qint64 endedAt)
{
    return connection
        .prepare("UPDATE section_mark SET reconcile_next = ?, reconciled_at = ? "
                 "WHERE section_id = ? AND type = ?")
        .bind(next, endedAt, sectionId, int(type))
        .run();
}

} // namespace library
