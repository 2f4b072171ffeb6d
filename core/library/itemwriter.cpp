// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/itemwriter.h"

#include "core/library/tables.h"
#include "core/library/trackorder.h"
#include "core/util/fold.h"

using namespace Qt::StringLiterals;
using types::ItemType;

namespace library {

namespace {

constexpr auto kFind = R"(
    SELECT id, row_hash, type, title, original_title, parent_title, grandparent_title, title_sort
    FROM item
    WHERE rating_key = ?)";

/// The columns that a listing fills, in the order of store(). Loudness comes from details, later.
const QStringList& listedColumns()
{
    static const QStringList columns { u"id"_s, u"section_id"_s, u"type"_s, u"rating_key"_s,
        u"parent_id"_s, u"grandparent_id"_s, u"row_hash"_s, u"title"_s, u"title_sort"_s,
        u"original_title"_s, u"parent_title"_s, u"grandparent_title"_s, u"number"_s,
        u"parent_number"_s, u"year"_s, u"originally_available"_s, u"duration_ms"_s, u"rating"_s,
        u"rated_at"_s, u"view_count"_s, u"skip_count"_s, u"viewed_at"_s, u"skipped_at"_s,
        u"view_offset_ms"_s, u"added_at"_s, u"updated_at"_s, u"leaf_count"_s,
        u"viewed_leaf_count"_s, u"rating_count"_s, u"thumb"_s, u"studio"_s, u"summary"_s, u"guid"_s,
        u"part_key"_s, u"file"_s, u"container"_s, u"codec"_s, u"bitrate_kbps"_s, u"channels"_s,
        u"size_bytes"_s };
    return columns;
}

const QString& storeSql()
{
    static const QString sql = [] {
        QStringList marks;
        QStringList updates;
        for (const QString& column : listedColumns()) {
            marks.append(u"?"_s);
            updates.append(column + u"=excluded."_s + column);
        }
        return u"INSERT INTO item ("_s + listedColumns().join(u", "_s) + u") VALUES ("_s
            + marks.join(u", "_s) + u") ON CONFLICT (id) DO UPDATE SET "_s + updates.join(u", "_s);
    }();
    return sql;
}

constexpr auto kStoreOrder = R"(
    INSERT INTO track_order (id, section_id, default_rank, title_rank, artist_rank, album_rank,
        disc_number, year, duration_ms, rating, plays, added_at, viewed_at, bitrate_kbps)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?))";

constexpr auto kUpdateOrder = R"(
    UPDATE track_order
    SET section_id = ?, disc_number = ?, duration_ms = ?, rating = ?, plays = ?, added_at = ?,
        viewed_at = ?, bitrate_kbps = ?
    WHERE id = ?)";

} // namespace

int orderRating(const types::OptionalRating& rating)
{
    return rating ? qRound(rating->plex() * 100) : -1;
}

util::Result<std::optional<ItemWriter::Existing>> ItemWriter::find(const QString& ratingKey)
{
    auto statement = m_connection.prepare(kFind);
    statement.bind(ratingKey);
    if (!statement.next()) {
        if (auto status = statement.status(); !status) {
            return std::move(status).error();
        }
        return std::optional<Existing>();
    }
    Existing existing;
    existing.id = statement.integer(0);
    existing.hash = statement.integer(1);
    existing.search = searchText(static_cast<ItemType>(statement.small(2)), statement.text(3),
        statement.text(4), statement.text(5), statement.text(6));
    existing.titleSort = statement.text(7);
    return std::optional<Existing>(std::move(existing));
}

util::Result<qint64> ItemWriter::idOf(const types::RatingKey& key)
{
    if (!key.isValid()) {
        return qint64(0);
    }
    if (const auto known = m_parents.constFind(key.value); known != m_parents.constEnd()) {
        return known.value();
    }
    auto statement = m_connection.prepare("SELECT id FROM item WHERE rating_key = ?");
    statement.bind(key);
    const qint64 id = statement.next() ? statement.integer(0) : 0;
    if (auto status = statement.status(); !status) {
        return std::move(status).error();
    }
    m_parents.insert(key.value, id);
    return id;
}

util::Result<qint64> ItemWriter::newId(ItemType type)
{
    auto known = m_lastIds.find(int(type));
    if (known == m_lastIds.end()) {
        const auto [first, last] = idRange(type);
        auto statement = m_connection.prepare("SELECT max(id) FROM item WHERE id >= ? AND id < ?");
        statement.bind(first, last);
        const qint64 highest = statement.next() ? statement.integer(0) : 0;
        if (auto status = statement.status(); !status) {
            return std::move(status).error();
        }
        known = m_lastIds.insert(int(type), qMax(highest, first));
    }
    return ++known.value();
}

util::Result<WriteOutcome> ItemWriter::write(
    qint64 sectionId, const QList<PreparedItem>& items, SeenIds* seen)
{
    WriteOutcome outcome;
    for (const PreparedItem& row : items) {
        auto existing = find(row.item.ratingKey.value);
        if (!existing) {
            return std::move(existing).error();
        }
        const bool isNew = !existing->has_value();
        if (!isNew && (**existing).hash == row.hash) {
            seen->insert({ (**existing).id });
            continue;
        }
        auto id = isNew ? newId(row.item.type) : util::Result<qint64>((**existing).id);
        if (!id) {
            return std::move(id).error();
        }
        seen->insert({ *id });
        if (auto done = store(*id, sectionId, row); !done) {
            return std::move(done).error();
        }
        if (auto done = storeTags(*id, row.item, isNew); !done) {
            return std::move(done).error();
        }
        const bool sameText = !isNew && (**existing).search == row.search;
        if (!sameText) {
            if (!isNew) {
                if (auto done = forgetSearch(*id, (**existing).search); !done) {
                    return std::move(done).error();
                }
            }
            if (auto done = storeSearch(*id, row.search); !done) {
                return std::move(done).error();
            }
        }
        if (row.item.type == ItemType::Track) {
            const bool keepRanks = sameText && (**existing).titleSort == row.titleSort;
            if (auto done = storeOrder(*id, sectionId, row.item, keepRanks); !done) {
                return std::move(done).error();
            }
            outcome.orderChanged |= !keepRanks;
        }
        isNew ? m_changes.addAdded(kItemTable, *id) : m_changes.addChanged(kItemTable, *id);
        ++(isNew ? outcome.added : outcome.updated);
    }
    return outcome;
}

util::Result<void> ItemWriter::store(qint64 id, qint64 sectionId, const PreparedItem& row)
{
    const types::Item& i = row.item;
    const auto parent = idOf(i.parentKey);
    const auto grandparent = idOf(i.grandparentKey);
    if (!parent || !grandparent) {
        return parent ? grandparent.error() : parent.error();
    }
    const auto optional
        = [](qint64 value) { return value > 0 ? std::optional<qint64>(value) : std::nullopt; };
    const std::optional<double> rating
        = i.userRating ? std::optional<double>(i.userRating->plex()) : std::nullopt;
    // A track's cover is its album's unless the server names another.
    const QString thumb = i.thumb == i.parentThumb ? QString() : i.thumb;
    auto statement = m_connection.prepare(storeSql());
    statement.bind(id, sectionId, int(i.type), i.ratingKey, optional(*parent),
        optional(*grandparent), row.hash, i.title, row.titleSort, i.originalTitle, i.parentTitle,
        i.grandparentTitle, i.index, i.parentIndex, i.year, i.originallyAvailable, i.duration,
        rating, i.lastRatedAt, i.viewCount, i.skipCount, i.lastViewedAt, i.lastSkippedAt,
        i.viewOffset, i.addedAt, i.updatedAt, i.leafCount, i.viewedLeafCount, i.ratingCount, thumb,
        i.studio, i.summary, i.guid, i.media.partKey, i.media.file, i.media.container,
        i.media.codec, i.media.bitrateKbps, i.media.channels, i.media.sizeBytes);
    return statement.run();
}

util::Result<qint64> ItemWriter::tagId(const types::Tag& tag)
{
    const QString key = QString::number(int(tag.kind)) + u':' + tag.name;
    if (const auto known = m_tags.constFind(key); known != m_tags.constEnd()) {
        return known.value();
    }
    auto find = m_connection.prepare("SELECT id FROM tag WHERE kind = ? AND name = ?");
    find.bind(int(tag.kind), tag.name);
    qint64 id = find.next() ? find.integer(0) : 0;
    if (auto status = find.status(); !status) {
        return std::move(status).error();
    }
    if (id == 0) {
        auto insert
            = m_connection.prepare("INSERT INTO tag (kind, name, name_sort) VALUES (?, ?, ?)");
        if (auto done = insert.bind(int(tag.kind), tag.name, util::sortKey(tag.name)).run();
            !done) {
            return std::move(done).error();
        }
        id = insert.lastInsertId();
    }
    m_tags.insert(key, id);
    return id;
}

util::Result<void> ItemWriter::storeTags(qint64 id, const types::Item& item, bool isNew)
{
    if (!isNew) {
        for (const char* sql : { "DELETE FROM item_tag WHERE item_id = ?",
                 "DELETE FROM external_id WHERE item_id = ?" }) {
            if (auto done = m_connection.prepare(sql).bind(id).run(); !done) {
                return done;
            }
        }
    }
    int position = 0;
    for (const types::Tag& tag : item.tags) {
        auto tagRow = tagId(tag);
        if (!tagRow) {
            return std::move(tagRow).error();
        }
        auto insert = m_connection.prepare(
            "INSERT OR IGNORE INTO item_tag (item_id, tag_id, position) VALUES (?, ?, ?)");
        if (auto done = insert.bind(id, *tagRow, position++).run(); !done) {
            return done;
        }
    }
    for (const QString& uri : item.externalIds) {
        auto insert = m_connection.prepare(
            "INSERT OR IGNORE INTO external_id (item_id, uri) VALUES (?, ?)");
        if (auto done = insert.bind(id, uri).run(); !done) {
            return done;
        }
    }
    return {};
}

util::Result<void> ItemWriter::storeSearch(qint64 id, const SearchText& text)
{
    return m_connection
        .prepare("INSERT INTO search (rowid, title, artist, album) VALUES (?, ?, ?, ?)")
        .bind(id, text.title, text.artist, text.album)
        .run();
}

util::Result<void> ItemWriter::forgetSearch(qint64 id, const SearchText& text)
{
    return m_connection
        .prepare("INSERT INTO search (search, rowid, title, artist, album) "
                 "VALUES ('delete', ?, ?, ?, ?)")
        .bind(id, text.title, text.artist, text.album)
        .run();
}

util::Result<void> ItemWriter::storeOrder(
    qint64 id, qint64 sectionId, const types::Item& item, bool keepRanks)
{
    const int disc = item.parentIndex.value_or(0) * 10000 + item.index.value_or(0);
    if (keepRanks) {
        return m_connection.prepare(kUpdateOrder)
            .bind(sectionId, disc, item.duration, orderRating(item.userRating), item.viewCount,
                item.addedAt, item.lastViewedAt, item.media.bitrateKbps, id)
            .run();
    }
    if (auto done = m_connection.prepare("DELETE FROM track_order WHERE id = ?").bind(id).run();
        !done) {
        return done;
    }
    return m_connection.prepare(kStoreOrder)
        .bind(id, sectionId, kUnranked, kUnranked, kUnranked, kUnranked, disc,
            item.year.value_or(0), item.duration, orderRating(item.userRating), item.viewCount,
            item.addedAt, item.lastViewedAt, item.media.bitrateKbps)
        .run();
}

util::Result<WriteOutcome> ItemWriter::removeUnseen(
    qint64 sectionId, ItemType type, const SeenIds& seen)
{
    const auto [first, last] = idRange(type);
    QList<std::pair<qint64, SearchText>> gone;
    auto all = m_connection.prepare(R"(
        SELECT id, title, original_title, parent_title, grandparent_title
        FROM item
        WHERE id >= ? AND id < ? AND section_id = ?)");
    all.bind(first, last, sectionId);
    while (all.next()) {
        if (!seen.contains({ all.integer(0) })) {
            gone.append({ all.integer(0),
                searchText(type, all.text(1), all.text(2), all.text(3), all.text(4)) });
        }
    }
    if (auto status = all.status(); !status) {
        return std::move(status).error();
    }
    WriteOutcome outcome;
    for (const auto& [id, text] : gone) {
        if (auto done = forgetSearch(id, text); !done) {
            return std::move(done).error();
        }
        for (const char* sql :
            { "DELETE FROM track_order WHERE id = ?", "DELETE FROM item WHERE id = ?" }) {
            if (auto done = m_connection.prepare(sql).bind(id).run(); !done) {
                return std::move(done).error();
            }
        }
        m_changes.addRemoved(kItemTable, id);
        ++outcome.removed;
    }
    return outcome;
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
    changes.addChanged(kItemTable, id);
    return true;
}

} // namespace library
