// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/shelves.h"

#include "core/library/browse.h"
#include "core/library/statements.h"

#include <QDateTime>

using types::AlbumRow;
using util::Result;

namespace library {

namespace {

constexpr int kYearsBack = 25; // longer than the server exists
constexpr int kLatelyPlayed = 500;

int dayNumber(QDate day)
{
    return day.month() * 100 + day.day();
}

Result<void> readIds(db::Statement& statement, QList<qint64>& ids)
{
    while (statement.next()) {
        ids.append(statement.integer(0));
    }
    return statement.status();
}

Result<QList<AlbumRow>> releasedOn(db::Connection& connection, QDate today, int limit)
{
    const bool isLeapDayMissing
        = today.month() == 2 && today.day() == 28 && !QDate::isLeapYear(today.year());
    const int day = dayNumber(today);
    auto statement = connection.prepare(sql::kReleasedOn);
    statement.bind(day, isLeapDayMissing ? day + 1 : day, today.year(), limit);
    QList<qint64> ids;
    auto done = readIds(statement, ids);
    return done ? albumRows(connection, ids) : std::move(done).error();
}

Result<QList<AlbumRow>> addedOn(
    db::Connection& connection, QDate today, int limit, const std::stop_token& stop)
{
    QList<qint64> ids;
    for (int back = 1; back <= kYearsBack && ids.size() < limit; ++back) {
        const QDate day = today.addYears(-back); // 28 February for the 29th
        if (stop.stop_requested()) {
            return util::Error::cancelled();
        }
        if (dayNumber(day) != dayNumber(today)) {
            continue;
        }
        auto statement = connection.prepare(sql::kAddedBetween);
        statement.bind(day.startOfDay().toSecsSinceEpoch(),
            day.addDays(1).startOfDay().toSecsSinceEpoch(), limit - static_cast<int>(ids.size()));
        if (auto done = readIds(statement, ids); !done) {
            return std::move(done).error();
        }
    }
    return albumRows(connection, ids);
}

} // namespace

Result<OnThisDay> onThisDay(
    db::Connection& connection, QDate today, int perShelf, std::stop_token stop)
{
    auto released = releasedOn(connection, today, perShelf);
    auto added = addedOn(connection, today, perShelf, stop);
    if (!released || !added) {
        return released ? std::move(added).error() : std::move(released).error();
    }
    return OnThisDay { std::move(released).value(), std::move(added).value() };
}

Result<QList<AlbumRow>> unfinishedAlbums(db::Connection& connection, int limit)
{
    auto statement = connection.prepare(sql::kUnfinishedAlbums);
    statement.bind(kLatelyPlayed, limit);
    QList<qint64> ids;
    auto done = readIds(statement, ids);
    return done ? albumRows(connection, ids) : std::move(done).error();
}

} // namespace library
