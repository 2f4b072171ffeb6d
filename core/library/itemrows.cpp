// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/grouporder.h"
#include "core/library/itemwriter.h"
#include "core/library/tables.h"

#include <QJsonArray>
#include <QJsonDocument>

using types::ItemType;

namespace library {

int orderRating(const types::OptionalRating& rating)
{
    return rating ? qRound(rating->plex() * 100) : -1;
}

util::Result<QHash<types::RatingKey, qint64>> idsOf(
    db::Connection& connection, const QList<types::RatingKey>& keys)
{
    QJsonArray names;
    for (const types::RatingKey& key : keys) {
        names.append(key.value);
    }
    auto statement = connection.prepare(R"(
        SELECT i.rating_key, i.id
        FROM json_each(?) wanted
        JOIN item i ON i.rating_key = wanted.value)");
    statement.bind(QString::fromUtf8(QJsonDocument(names).toJson(QJsonDocument::Compact)));
    QHash<types::RatingKey, qint64> ids;
    while (statement.next()) {
        ids.insert({ statement.text(0) }, statement.integer(1));
    }
    if (auto status = statement.status(); !status) {
        return std::move(status).error();
    }
    return ids;
}

util::Result<QList<qint64>> unseenIds(
    db::Connection& connection, qint64 sectionId, ItemType type, const SeenIds& seen)
{
    const auto [first, last] = idRange(type);
    QList<qint64> ids;
    auto all
        = connection.prepare("SELECT id FROM item WHERE id >= ? AND id < ? AND section_id = ?");
    all.bind(first, last, sectionId);
    while (all.next()) {
        if (!seen.contains({ all.integer(0) })) {
            ids.append(all.integer(0));
        }
    }
    if (auto status = all.status(); !status) {
        return std::move(status).error();
    }
    return ids;
}

util::Result<bool> setRating(db::Connection& connection, db::ChangeSet& changes,
    const types::RatingKey& key, const types::OptionalRating& rating, qint64 ratedAt)
{
    auto find = connection.prepare("SELECT id FROM item WHERE rating_key = ?");
    find.bind(key);
    const qint64 id = find.next() ? find.integer(0) : 0;
    if (auto status = find.status(); !status) {
        return std::move(status).error();
    }
    if (id == 0) {
        return false;
    }
    const std::optional<double> value
        = rating ? std::optional<double>(rating->plex()) : std::nullopt;
    // row_hash 0: whatever the next sync brings is written, also the value of before.
    if (auto done = connection
                        .prepare("UPDATE item SET rating = ?, rated_at = ?, row_hash = 0 "
                                 "WHERE id = ?")
                        .bind(value, ratedAt, id)
                        .run();
        !done) {
        return std::move(done).error();
    }
    if (auto done = connection.prepare("UPDATE track_order SET rating = ? WHERE id = ?")
                        .bind(orderRating(rating), id)
                        .run();
        !done) {
        return std::move(done).error();
    }
    if (auto done = refreshGroup(connection, id); !done) {
        return std::move(done).error();
    }
    changes.addChanged(kItemTable, id);
    return true;
}

} // namespace library
