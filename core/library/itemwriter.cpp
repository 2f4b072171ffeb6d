// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/itemwriter.h"

#include "core/library/grouporder.h"
#include "core/library/tables.h"
#include "core/library/trackorder.h"
#include "core/util/fold.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QMap>

using namespace Qt::StringLiterals;
using types::ItemType;

namespace library {

namespace {

/// The columns that a listing fills, in the order of values(). Loudness comes from details, later.
const QStringList& listedColumns()
{
    static const QStringList columns { u"section_id"_s, u"type"_s, u"rating_key"_s, u"parent_id"_s,
        u"grandparent_id"_s, u"row_hash"_s, u"title"_s, u"title_sort"_s, u"original_title"_s,
        u"parent_title"_s, u"grandparent_title"_s, u"number"_s, u"parent_number"_s, u"year"_s,
        u"originally_available"_s, u"duration_ms"_s, u"rating"_s, u"rated_at"_s, u"view_count"_s,
        u"skip_count"_s, u"viewed_at"_s, u"skipped_at"_s, u"view_offset_ms"_s, u"added_at"_s,
        u"updated_at"_s, u"leaf_count"_s, u"viewed_leaf_count"_s, u"rating_count"_s, u"thumb"_s,
        u"studio"_s, u"summary"_s, u"guid"_s, u"part_key"_s, u"file"_s, u"container"_s, u"codec"_s,
        u"bitrate_kbps"_s, u"channels"_s, u"size_bytes"_s, u"id"_s };
    return columns;
}

const char* insertSql()
{
    static const QByteArray sql = [] {
        const QStringList marks(listedColumns().size(), u"?"_s);
        const QString text = u"INSERT INTO item ("_s + listedColumns().join(u", "_s)
            + u") VALUES ("_s + marks.join(u", "_s) + u") ON CONFLICT (rating_key) DO NOTHING"_s;
        return text.toUtf8();
    }();
    return sql.constData(); // always the same address, which prepare() knows it by
}

const char* updateSql()
{
    static const QByteArray sql = [] {
        const QStringList changing = listedColumns().mid(0, listedColumns().size() - 1);
        const QString text
            = u"UPDATE item SET "_s + changing.join(u" = ?, "_s) + u" = ? WHERE id = ?"_s;
        return text.toUtf8();
    }();
    return sql.constData();
}

constexpr auto kAddOrder = R"(
    INSERT INTO track_order (id, section_id, default_rank, title_rank, artist_rank, album_rank,
        disc_number, year, duration_ms, rating, plays, added_at, viewed_at, bitrate_kbps)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?))";

constexpr auto kUpdateOrder = R"(
    UPDATE track_order
    SET section_id = ?, disc_number = ?, duration_ms = ?, rating = ?, plays = ?, added_at = ?,
        viewed_at = ?, bitrate_kbps = ?
    WHERE id = ?)";

/// Disc and number on it as one value to sort by.
int discAndNumber(int disc, int number)
{
    return disc * 10000 + number;
}

int discAndNumber(const types::Item& item)
{
    return discAndNumber(item.parentIndex.value_or(0), item.index.value_or(0));
}

/// Whether the order of tracks depends on items of this type.
bool isRanked(ItemType type)
{
    return type == ItemType::Track || type == ItemType::Album || type == ItemType::Artist;
}

} // namespace

util::Result<QHash<QString, ItemWriter::Known>> ItemWriter::findAll(
    const QList<PreparedItem>& items)
{
    QJsonArray keys;
    for (const PreparedItem& row : items) {
        keys.append(row.item.ratingKey.value);
    }
    // One statement for the page: most rows are all new, or all as they were.
    auto statement = m_connection.prepare(R"(
        SELECT i.rating_key, i.id, i.row_hash
        FROM json_each(?) wanted
        JOIN item i ON i.rating_key = wanted.value)");
    statement.bind(QString::fromUtf8(QJsonDocument(keys).toJson(QJsonDocument::Compact)));
    QHash<QString, Known> known;
    while (statement.next()) {
        known.insert(statement.text(0), { statement.integer(1), statement.integer(2) });
    }
    if (auto status = statement.status(); !status) {
        return std::move(status).error();
    }
    return known;
}

util::Result<ItemWriter::Before> ItemWriter::before(qint64 id)
{
    auto statement = m_connection.prepare(R"(
        SELECT type, title, original_title, parent_title, grandparent_title, title_sort,
            parent_id, grandparent_id, coalesce(year, 0),
            coalesce(parent_number, 0), coalesce(number, 0)
        FROM item
        WHERE id = ?)");
    statement.bind(id);
    Before row;
    if (statement.next()) {
        row.search = searchText(static_cast<ItemType>(statement.small(0)), statement.text(1),
            statement.text(2), statement.text(3), statement.text(4));
        row.place = { statement.text(5), { statement.integer(6), statement.integer(7) },
            statement.small(8), discAndNumber(statement.small(9), statement.small(10)) };
    }
    if (auto status = statement.status(); !status) {
        return std::move(status).error();
    }
    return row;
}

util::Result<ItemWriter::Parents> ItemWriter::parentsOf(const types::Item& item)
{
    const auto parent = idOf(item.parentKey);
    const auto grandparent = idOf(item.grandparentKey);
    if (!parent || !grandparent) {
        return parent ? grandparent.error() : parent.error();
    }
    return Parents { *parent, *grandparent };
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

util::Result<ItemWriter::Known> ItemWriter::write(
    qint64 sectionId, const PreparedItem& row, const Known& before, WriteOutcome& outcome)
{
    if (before.id != 0 && before.hash == row.hash && !row.isDetailed) {
        return before;
    }
    if (before.id != 0) {
        const auto changed = change(before.id, sectionId, row, outcome);
        return changed ? util::Result<Known>(Known { before.id, row.hash }) : changed.error();
    }
    const auto added = add(sectionId, row, outcome);
    if (!added || *added != 0) {
        return added ? util::Result<Known>(Known { *added, row.hash }) : added.error();
    }
    const auto known = findAll({ row }); // it is there, though nobody looked
    return known ? write(sectionId, row, known->value(row.item.ratingKey.value), outcome)
                 : known.error();
}

util::Result<WriteOutcome> ItemWriter::write(
    qint64 sectionId, const QList<PreparedItem>& items, SeenIds* seen, Titles titles, Rows rows)
{
    m_titles = titles;
    QHash<QString, Known> known;
    if (rows == Rows::Mixed) {
        auto found = findAll(items);
        if (!found) {
            return std::move(found).error();
        }
        known = std::move(found).value();
    }
    WriteOutcome outcome;
    for (const PreparedItem& row : items) {
        const auto before = known.constFind(row.item.ratingKey.value);
        const auto now
            = write(sectionId, row, before != known.constEnd() ? *before : Known(), outcome);
        if (!now) {
            return now.error();
        }
        if (rows == Rows::Mixed) {
            known.insert(row.item.ratingKey.value, *now); // a page may name an item twice
        }
        if (seen) {
            seen->insert({ now->id });
        }
    }
    if (m_ranksStale) {
        if (auto noted = noteRanks(m_connection, Ranks::Stale); !noted) {
            return std::move(noted).error();
        }
    }
    if (auto done = storeSearch(); !done) {
        return std::move(done).error();
    }
    return outcome;
}

util::Result<qint64> ItemWriter::add(
    qint64 sectionId, const PreparedItem& row, WriteOutcome& outcome)
{
    auto id = newId(row.item.type);
    if (!id) {
        return id;
    }
    const auto parents = parentsOf(row.item);
    if (!parents) {
        return parents.error();
    }
    const auto stored = store(insertSql(), *id, sectionId, row, *parents);
    if (!stored || *stored == 0) {
        --m_lastIds[int(row.item.type)];
        return stored ? util::Result<qint64>(qint64(0)) : stored.error();
    }
    if (!parents->isWhole(row.item)) {
        outcome.orphans.append(row.item.ratingKey);
    }
    if (auto done = storeTags(*id, row.item); !done) {
        return std::move(done).error();
    }
    m_searchChanges.append({ *id, std::nullopt, row.search });
    if (row.item.type == ItemType::Track) {
        if (auto done = addOrder(*id, sectionId, row.item); !done) {
            return std::move(done).error();
        }
        m_ranksStale = true;
    }
    m_changes.addAdded(kItemTable, *id);
    ++outcome.added;
    return id;
}

util::Result<qint64> ItemWriter::change(
    qint64 id, qint64 sectionId, const PreparedItem& row, WriteOutcome& outcome)
{
    const auto old = before(id);
    const auto parents = parentsOf(row.item);
    if (!old || !parents) {
        return old ? parents.error() : old.error();
    }
    if (auto done = store(updateSql(), id, sectionId, row, *parents); !done) {
        return std::move(done).error();
    }
    if (!parents->isWhole(row.item)) {
        outcome.orphans.append(row.item.ratingKey);
    }
    // A listing shows the first of the tags: they are right as long as the details have them.
    const auto keepsTags
        = row.isDetailed ? showsMoreThan(id, row.item.tags) : util::Result<bool>(false);
    if (!keepsTags) {
        return keepsTags.error();
    }
    if (!*keepsTags) {
        if (auto done = forgetTags(id); !done) {
            return std::move(done).error();
        }
        if (auto done = storeTags(id, row.item); !done) {
            return std::move(done).error();
        }
    }
    const bool sameText = old->search == row.search;
    if (m_titles == Titles::Hand && !sameText) {
        if (auto done = handTitleDown(id, row.item); !done) {
            return std::move(done).error();
        }
    }
    if (!sameText) {
        m_searchChanges.append({ id, old->search, row.search });
    }
    const Place place { row.titleSort, *parents, row.item.year.value_or(0),
        discAndNumber(row.item) };
    const bool keepRanks = sameText && old->place == place;
    m_ranksStale |= !keepRanks && isRanked(row.item.type);
    if (isRanked(row.item.type)) {
        auto ordered = row.item.type == ItemType::Track
            ? changeOrder(id, sectionId, row.item, keepRanks)
            : refreshGroup(m_connection, id);
        if (!ordered) {
            return std::move(ordered).error();
        }
    }
    m_changes.addChanged(kItemTable, id);
    ++outcome.updated;
    return id;
}

util::Result<int> ItemWriter::store(
    const char* sql, qint64 id, qint64 sectionId, const PreparedItem& row, const Parents& parents)
{
    const types::Item& i = row.item;
    // A parent that is not known yet, or no longer: written again once it is.
    const bool isWhole = parents.isWhole(i);
    const auto optional
        = [](qint64 value) { return value > 0 ? std::optional<qint64>(value) : std::nullopt; };
    const std::optional<double> rating
        = i.userRating ? std::optional<double>(i.userRating->plex()) : std::nullopt;
    // A track's cover is its album's unless the server names another.
    const QString thumb = i.thumb == i.parentThumb ? QString() : i.thumb;
    auto statement = m_connection.prepare(sql);
    statement.bind(sectionId, int(i.type), i.ratingKey, optional(parents.parent),
        optional(parents.grandparent), isWhole ? row.hash : 0, i.title, row.titleSort,
        i.originalTitle, i.parentTitle, i.grandparentTitle, i.index, i.parentIndex, i.year,
        i.originallyAvailable, i.duration, rating, i.lastRatedAt, i.viewCount, i.skipCount,
        i.lastViewedAt, i.lastSkippedAt, i.viewOffset, i.addedAt, i.updatedAt, i.leafCount,
        i.viewedLeafCount, i.ratingCount, thumb, i.studio, i.summary, i.guid, i.media.partKey,
        i.media.file, i.media.container, i.media.codec, i.media.bitrateKbps, i.media.channels,
        i.media.sizeBytes, id);
    auto done = statement.run();
    return done ? util::Result<int>(statement.affectedRows()) : std::move(done).error();
}

util::Result<qint64> ItemWriter::tagId(const types::Tag& tag)
{
    const std::pair key(int(tag.kind), tag.name);
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

util::Result<void> ItemWriter::forgetTags(qint64 id)
{
    for (const char* sql :
        { "DELETE FROM item_tag WHERE item_id = ?", "DELETE FROM external_id WHERE item_id = ?" }) {
        if (auto done = m_connection.prepare(sql).bind(id).run(); !done) {
            return done;
        }
    }
    return {};
}

util::Result<void> ItemWriter::storeTags(qint64 id, const types::Item& item)
{
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

util::Result<void> ItemWriter::storeSearch()
{
    for (const SearchChange& change : std::as_const(m_searchChanges)) {
        if (change.before) {
            if (auto done = forgetSearch(change.id, *change.before); !done) {
                return done;
            }
        }
        const SearchText& text = change.after;
        if (auto done
            = m_connection
                  .prepare("INSERT INTO search (rowid, title, artist, album) VALUES (?, ?, ?, ?)")
                  .bind(change.id, text.title, text.artist, text.album)
                  .run();
            !done) {
            return done;
        }
    }
    m_searchChanges.clear();
    return {};
}

util::Result<void> ItemWriter::forgetSearch(qint64 id, const SearchText& text)
{
    return m_connection
        .prepare("INSERT INTO search (search, rowid, title, artist, album) "
                 "VALUES ('delete', ?, ?, ?, ?)")
        .bind(id, text.title, text.artist, text.album)
        .run();
}

util::Result<void> ItemWriter::addOrder(qint64 id, qint64 sectionId, const types::Item& item)
{
    return m_connection.prepare(kAddOrder)
        .bind(id, sectionId, kUnranked, kUnranked, kUnranked, kUnranked, discAndNumber(item),
            item.year.value_or(0), item.duration, orderRating(item.userRating), item.viewCount,
            item.addedAt, item.lastViewedAt, item.media.bitrateKbps)
        .run();
}

util::Result<void> ItemWriter::changeOrder(
    qint64 id, qint64 sectionId, const types::Item& item, bool keepRanks)
{
    if (!keepRanks) {
        if (auto done = m_connection.prepare("DELETE FROM track_order WHERE id = ?").bind(id).run();
            !done) {
            return done;
        }
        return addOrder(id, sectionId, item);
    }
    return m_connection.prepare(kUpdateOrder)
        .bind(sectionId, discAndNumber(item), item.duration, orderRating(item.userRating),
            item.viewCount, item.addedAt, item.lastViewedAt, item.media.bitrateKbps, id)
        .run();
}

util::Result<void> ItemWriter::remove(const QList<qint64>& ids)
{
    QList<std::pair<qint64, SearchText>> gone;
    auto all = m_connection.prepare(R"(
        SELECT i.id, i.type, i.title, i.original_title, i.parent_title, i.grandparent_title
        FROM json_each(?) wanted
        CROSS JOIN item i ON i.id = wanted.value)");
    all.bind(idArray(ids));
    while (all.next()) {
        gone.append({ all.integer(0),
            searchText(static_cast<ItemType>(all.small(1)), all.text(2), all.text(3), all.text(4),
                all.text(5)) });
    }
    if (auto status = all.status(); !status) {
        return status;
    }
    for (const auto& [id, text] : std::as_const(gone)) {
        if (auto done = forgetSearch(id, text); !done) {
            return done;
        }
        if (auto done = detachChildren(id); !done) {
            return done;
        }
        for (const char* sql : { "DELETE FROM track_order WHERE id = ?",
                 "DELETE FROM group_order WHERE id = ?", "DELETE FROM item WHERE id = ?" }) {
            if (auto done = m_connection.prepare(sql).bind(id).run(); !done) {
                return done;
            }
        }
        m_changes.addRemoved(kItemTable, id);
    }
    return {};
}

util::Result<bool> ItemWriter::showsMoreThan(qint64 id, const QList<types::Tag>& tags)
{
    auto stored = m_connection.prepare(R"(
        SELECT t.kind, t.name
        FROM item_tag i
        JOIN tag t ON t.id = i.tag_id
        WHERE i.item_id = ?)");
    stored.bind(id);
    bool hasAll = true;
    while (stored.next()) {
        const types::Tag tag { static_cast<types::TagKind>(stored.small(0)), stored.text(1) };
        hasAll = hasAll && tags.contains(tag);
    }
    if (auto status = stored.status(); !status) {
        return std::move(status).error();
    }
    return hasAll;
}

util::Result<void> ItemWriter::handTitleDown(qint64 id, const types::Item& item)
{
    if (auto done = handTitleDown(id, item, R"(
            SELECT id, type, title, original_title, parent_title, grandparent_title
            FROM item
            WHERE parent_id = ?)",
            "UPDATE item SET parent_title = ?, row_hash = 0 WHERE parent_id = ?");
        !done) {
        return done;
    }
    // A track's grandparent is its album's parent.
    return handTitleDown(id, item, R"(
            SELECT t.id, t.type, t.title, t.original_title, t.parent_title, t.grandparent_title
            FROM item a
            JOIN item t ON t.parent_id = a.id
            WHERE a.parent_id = ?)",
        "UPDATE item SET grandparent_title = ?, row_hash = 0 "
        "WHERE parent_id IN (SELECT id FROM item WHERE parent_id = ?)");
}

util::Result<void> ItemWriter::handTitleDown(
    qint64 id, const types::Item& item, const char* select, const char* update)
{
    const auto textsOf = [this, select, id]() -> util::Result<QMap<qint64, SearchText>> {
        QMap<qint64, SearchText> texts;
        auto below = m_connection.prepare(select);
        below.bind(id);
        while (below.next()) {
            texts.insert(below.integer(0),
                searchText(static_cast<ItemType>(below.small(1)), below.text(2), below.text(3),
                    below.text(4), below.text(5)));
        }
        auto status = below.status();
        return status ? util::Result<QMap<qint64, SearchText>>(texts) : std::move(status).error();
    };
    const auto before = textsOf();
    if (!before) {
        return before.error();
    }
    if (auto done = m_connection.prepare(update).bind(item.title, id).run(); !done) {
        return done;
    }
    const auto after = textsOf();
    if (!after) {
        return after.error();
    }
    for (auto text = after->cbegin(); text != after->cend(); ++text) {
        m_searchChanges.append({ text.key(), before->value(text.key()), text.value() });
        m_changes.addChanged(kItemTable, text.key());
    }
    return {};
}

util::Result<void> ItemWriter::detachChildren(qint64 id)
{
    // The id may be given again, and the item may come back: children are written again when
    // they are read, whatever their hash says. A track's grandparent is its album's parent.
    for (const char* sql : { "UPDATE item SET grandparent_id = NULL, row_hash = 0 "
                             "WHERE parent_id IN (SELECT id FROM item WHERE parent_id = ?)",
             "UPDATE item SET parent_id = NULL, row_hash = 0 WHERE parent_id = ?" }) {
        if (auto done = m_connection.prepare(sql).bind(id).run(); !done) {
            return done;
        }
    }
    return {};
}

} // namespace library
