// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/rated.h"

#include "core/library/statements.h"
#include "core/library/tables.h"

#include <QDateTime>
#include <algorithm>
#include <numeric>

using util::Error;
using util::Result;

namespace library {

namespace {

constexpr size_t kStopEvery = 1024;
constexpr qsizetype kSlice = 2048; // ids looked at in one statement

struct RatedRow
{
    qint64 id = 0;
    qint64 ratedAt = 0;
    int halfStars = 0;
};

/// The values that are drawn as @p halfStars: from … below.
std::pair<double, double> valuesOf(std::optional<int> halfStars)
{
    return halfStars ? std::pair(*halfStars - 0.5, *halfStars + 0.5) : std::pair(0.0, 11.0);
}

Result<std::vector<RatedRow>> readRows(
    db::Connection& connection, const RatedQuery& query, const std::stop_token& stop)
{
    std::vector<RatedRow> rows;
    const auto [from, below] = valuesOf(query.halfStars);
    auto statement = connection.prepare(sql::kRated);
    statement.bind(static_cast<int>(query.type), from, below);
    while (statement.next()) {
        const auto rating = types::Rating::fromPlex(statement.real(1));
        rows.push_back({ statement.integer(0), statement.integer(2), rating.halfStars() });
        if (rows.size() % kStopEvery == 0 && stop.stop_requested()) {
            return Error::cancelled();
        }
    }
    if (auto status = statement.status(); !status) {
        return std::move(status).error();
    }
    return rows;
}

/// The first second of the month that @p seconds lies in, here.
qint64 startOfMonth(qint64 seconds)
{
    const QDate day = QDateTime::fromSecsSinceEpoch(seconds).date();
    return QDate(day.year(), day.month(), 1).startOfDay().toSecsSinceEpoch();
}

QList<RatedMark> marksOf(const std::vector<RatedRow>& rows, RatedOrder order)
{
    QList<RatedMark> marks;
    qint64 month = 0; // where the present one begins: dates are dear, and most rows need none
    for (size_t i = 0; i < rows.size(); ++i) {
        const RatedRow& row = rows[i];
        const bool isNew = order == RatedOrder::Best
            ? marks.isEmpty() || marks.constLast().halfStars != row.halfStars
            : marks.isEmpty() || (month > 0 && row.ratedAt < month);
        if (isNew) {
            month = row.ratedAt > 0 ? startOfMonth(row.ratedAt) : 0;
            marks.append({ static_cast<qint64>(i), row.halfStars, row.ratedAt });
        }
    }
    return marks;
}

} // namespace

qint64 RatedCounts::total() const
{
    return std::accumulate(byHalfStars.begin(), byHalfStars.end(), qint64(0));
}

Result<RatedSpine> ratedSpine(
    db::Connection& connection, const RatedQuery& query, const std::stop_token& stop)
{
    auto rows = readRows(connection, query, stop);
    if (!rows) {
        return std::move(rows).error();
    }
    if (query.order == RatedOrder::Latest) { // the index has the other order
        std::ranges::stable_sort(
            *rows, [](const RatedRow& a, const RatedRow& b) { return a.ratedAt > b.ratedAt; });
    }
    RatedSpine spine;
    spine.ids.reserve(rows->size());
    for (const RatedRow& row : *rows) {
        spine.ids.push_back(row.id);
    }
    spine.marks = marksOf(*rows, query.order);
    return spine;
}

Result<RatedCounts> ratedCounts(
    db::Connection& connection, types::ItemType type, const std::stop_token& stop)
{
    RatedCounts counts;
    auto statement = connection.prepare(sql::kRatedCounts);
    statement.bind(static_cast<int>(type));
    while (statement.next()) {
        if (stop.stop_requested()) {
            return Error::cancelled();
        }
        const auto rating = types::Rating::fromPlex(statement.real(0));
        counts.byHalfStars.at(size_t(rating.halfStars())) += statement.integer(1);
    }
    if (auto status = statement.status(); !status) {
        return std::move(status).error();
    }
    return counts;
}

Result<QList<qint64>> playedUnrated(db::Connection& connection, qint64 since, int limit)
{
    auto statement = connection.prepare(sql::kPlayedUnrated);
    statement.bind(since, limit);
    QList<qint64> ids;
    while (statement.next()) {
        ids.append(statement.integer(0));
    }
    if (auto status = statement.status(); !status) {
        return std::move(status).error();
    }
    return ids;
}

Result<types::SharedRating> sharedRating(
    db::Connection& connection, const QList<types::ItemId>& items, const std::stop_token& stop)
{
    constexpr double kNone = -1;
    std::optional<double> common;
    for (qsizetype first = 0; first < items.size(); first += kSlice) {
        if (stop.stop_requested()) {
            return Error::cancelled();
        }
        auto statement = connection.prepare(R"(
            SELECT min(coalesce(t.rating, -1)), max(coalesce(t.rating, -1))
            FROM json_each(?) wanted CROSS JOIN item t ON t.id = wanted.value)");
        statement.bind(idArray(items.mid(first, kSlice)));
        const bool hasAny = statement.next() && !statement.isNull(0);
        const double least = hasAny ? statement.real(0) : kNone;
        const double most = hasAny ? statement.real(1) : kNone;
        if (auto status = statement.status(); !status) {
            return std::move(status).error();
        }
        if (!hasAny) {
            continue; // all of them are gone
        }
        if (least != most || (common && *common != least)) {
            return types::SharedRating { {}, true };
        }
        common = least;
    }
    return common && *common != kNone
        ? types::SharedRating { types::Rating::fromPlex(*common), false }
        : types::SharedRating {};
}

} // namespace library
