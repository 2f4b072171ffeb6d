// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/filters.h"

#include "core/library/tables.h"
#include "core/util/fold.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>

using namespace Qt::StringLiterals;
using types::ItemType;
using util::Result;

namespace library {

namespace {

constexpr size_t kStopEvery = 1024;

// Names; then the ids that artists have, and those that albums have: what the genres are carried
// by.
constexpr auto kGenreAlbums = R"(
    WITH wanted (id) AS MATERIALIZED (
        SELECT id FROM tag WHERE kind = 1 AND name IN (SELECT value FROM json_each(?))
    ),
    artist (id) AS MATERIALIZED (
        SELECT DISTINCT x.item_id
        FROM wanted w
        CROSS JOIN item_tag x ON x.tag_id = w.id
        WHERE x.item_id >= ? AND x.item_id < ?
    ),
    album (id) AS MATERIALIZED (
        SELECT x.item_id
        FROM wanted w
        CROSS JOIN item_tag x ON x.tag_id = w.id
        WHERE x.item_id >= ? AND x.item_id < ?
        UNION
        SELECT a.id
        FROM artist r
        CROSS JOIN item a ON a.parent_id = r.id
        WHERE NOT EXISTS (
            SELECT 1
            FROM item_tag y
            JOIN tag g ON g.id = y.tag_id
            WHERE y.item_id = a.id AND g.kind = 1)
    ) )";

QLatin1StringView genreSelect(ItemType type)
{
    switch (type) {
    case ItemType::Artist:
        return "SELECT id FROM artist UNION "
               "SELECT i.parent_id FROM album a CROSS JOIN item i ON i.id = a.id "
               "WHERE i.parent_id IS NOT NULL"_L1;
    case ItemType::Album:
        return "SELECT id FROM album"_L1;
    default:
        return "SELECT t.id FROM album a CROSS JOIN item t ON t.parent_id = a.id UNION "
               "SELECT x.item_id FROM wanted w CROSS JOIN item_tag x ON x.tag_id = w.id "
               "WHERE x.item_id >= ? AND x.item_id < ?"_L1;
    }
}

Result<void> keepAll(db::Statement& statement, IdFilter& filter, const std::stop_token& stop)
{
    std::vector<qint64> ids;
    while (statement.next()) {
        ids.push_back(statement.integer(0));
        if (ids.size() % kStopEvery == 0 && stop.stop_requested()) {
            return util::Error::cancelled();
        }
    }
    if (auto status = statement.status(); !status) {
        return status;
    }
    filter.keep(std::move(ids));
    return {};
}

} // namespace

void IdFilter::keep(std::vector<qint64> ids)
{
    std::ranges::sort(ids);
    const auto twice = std::ranges::unique(ids);
    ids.erase(twice.begin(), twice.end());
    if (m_isSet) {
        std::vector<qint64> both;
        std::ranges::set_intersection(m_ids, ids, std::back_inserter(both));
        ids = std::move(both);
    }
    m_ids = std::move(ids);
    m_isSet = true;
}

bool IdFilter::lets(qint64 id) const
{
    return !m_isSet || std::ranges::binary_search(m_ids, id);
}

Result<qint64> sectionIdOf(db::Connection& connection, const types::SectionKey& key)
{
    if (!key.isValid()) {
        return qint64(0);
    }
    auto statement = connection.prepare("SELECT id FROM section WHERE key = ?");
    statement.bind(key);
    const qint64 id = statement.next() ? statement.integer(0) : -1;
    if (auto status = statement.status(); !status) {
        return std::move(status).error();
    }
    return id;
}

Result<void> keepMatching(db::Connection& connection, IdFilter& filter, ItemType type,
    const QString& text, const std::stop_token& stop)
{
    const QString words = util::searchQuery(text);
    if (words.isEmpty()) {
        return {};
    }
    const auto [first, last] = idRange(type);
    auto statement = connection.prepare(
        "SELECT rowid FROM search WHERE search MATCH ? AND rowid >= ? AND rowid < ?");
    statement.bind(words, first, last);
    return keepAll(statement, filter, stop);
}

Result<void> keepGenres(db::Connection& connection, IdFilter& filter, ItemType type,
    const QStringList& genres, const std::stop_token& stop)
{
    if (genres.isEmpty()) {
        return {};
    }
    const QString names = QString::fromUtf8(
        QJsonDocument(QJsonArray::fromStringList(genres)).toJson(QJsonDocument::Compact));
    const auto [firstArtist, lastArtist] = idRange(ItemType::Artist);
    const auto [firstAlbum, lastAlbum] = idRange(ItemType::Album);
    const auto [first, last] = idRange(type);
    auto statement = connection.prepare(QString::fromUtf8(kGenreAlbums) + genreSelect(type));
    if (type == ItemType::Track) {
        statement.bind(names, firstArtist, lastArtist, firstAlbum, lastAlbum, first, last);
    } else {
        statement.bind(names, firstArtist, lastArtist, firstAlbum, lastAlbum);
    }
    return keepAll(statement, filter, stop);
}

Result<void> keepBelow(db::Connection& connection, IdFilter& filter,
    const QList<types::ItemId>& parents, const std::stop_token& stop)
{
    if (parents.isEmpty()) {
        return {};
    }
    auto statement = connection.prepare(R"(
        SELECT i.id
        FROM json_each(?) wanted
        CROSS JOIN item i ON i.parent_id = wanted.value)");
    statement.bind(idArray(parents));
    return keepAll(statement, filter, stop);
}

Result<void> keepTracksOf(db::Connection& connection, IdFilter& filter,
    const QList<types::ItemId>& artists, const std::stop_token& stop)
{
    if (artists.isEmpty()) {
        return {};
    }
    auto statement = connection.prepare(R"(
        SELECT t.id
        FROM json_each(?) wanted
        CROSS JOIN item a ON a.parent_id = wanted.value
        CROSS JOIN item t ON t.parent_id = a.id)");
    statement.bind(idArray(artists));
    return keepAll(statement, filter, stop);
}

} // namespace library
