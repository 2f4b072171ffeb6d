// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/grouporder.h"

#include "core/library/tables.h"
#include "core/library/trackorder.h"

#include <algorithm>

using namespace Qt::StringLiterals;
namespace async = util::async;
using types::ItemType;
using util::Result;

namespace library {

namespace {

constexpr int kStopEvery = 1024;

/// What is stored of one album or artist; its values are taken from the item when it is.
struct RankedGroup
{
    qint64 id = 0;
    qint64 titleRank = kUnranked;
    qint64 artistRank = kUnranked;
    bool operator==(const RankedGroup&) const = default;
};

/// One album or artist while its place is being worked out.
struct Group
{
    RankedGroup before {}; // as stored; unranked if it is not
    RankedGroup now {};
    qint64 sectionId = 0;
    qint64 position = 0; // of the title among titles; equal titles share one
    qint64 artist = 0;
    int year = 0;
    qint64 rating = -1;
    qint64 plays = 0;
    qint64 addedAt = 0;
    qint64 viewedAt = 0;
};

constexpr auto kGroups = R"(
    SELECT i.id, i.section_id, i.title_sort, coalesce(i.parent_id, 0), coalesce(i.year, 0),
        coalesce(CAST(round(i.rating * 100) AS INTEGER), -1), i.view_count, i.added_at,
        i.viewed_at, g.title_rank, g.artist_rank
    FROM item i
    LEFT JOIN group_order g ON g.id = i.id
    WHERE i.id >= ? AND i.id < ?
    ORDER BY i.title_sort, i.id)";

/// The values of an item as group_order has them: of a date the day, if the server named one, and
/// the rating as orderRating() makes it.
QString itemValues()
{
    return u"section_id, coalesce(year, 0), "
           "CASE WHEN originally_available LIKE '____-__-__%' "
           "THEN coalesce(CAST(strftime('%m%d', substr(originally_available, 1, 10)) AS INTEGER), "
           "0) ELSE 0 END, "
           "coalesce(CAST(round(rating * 100) AS INTEGER), -1), view_count, added_at, viewed_at "
           "FROM item "_s;
}

/// Title rank, artist rank, id.
const QString& storeSql()
{
    static const QString sql
        = u"INSERT INTO group_order (title_rank, artist_rank, id, section_id, year, release_day, "
          "rating, plays, added_at, viewed_at) SELECT ?, ?, id, "_s
        + itemValues()
        + u"WHERE id = ? ON CONFLICT (id) DO UPDATE SET title_rank = excluded.title_rank, "
          "artist_rank = excluded.artist_rank, section_id = excluded.section_id, "
          "year = excluded.year, release_day = excluded.release_day, rating = excluded.rating, "
          "plays = excluded.plays, added_at = excluded.added_at, viewed_at = excluded.viewed_at"_s;
    return sql;
}

/// Id.
const QString& refreshSql()
{
    static const QString sql = u"UPDATE group_order SET (section_id, year, release_day, rating, "
                               "plays, added_at, viewed_at) = (SELECT "_s
        + itemValues() + u"WHERE item.id = group_order.id) WHERE id = ?"_s;
    return sql;
}

Group groupFrom(const db::Statement& s)
{
    Group group;
    group.now.id = s.integer(0);
    group.sectionId = s.integer(1);
    group.artist = s.integer(3);
    group.year = s.small(4);
    group.rating = s.integer(5);
    group.plays = s.integer(6);
    group.addedAt = s.integer(7);
    group.viewedAt = s.integer(8);
    if (!s.isNull(9)) {
        group.before = { group.now.id, s.integer(9), s.integer(10) };
    }
    return group;
}

/// All of a type in the order of their titles, without ranks.
Result<std::vector<Group>> readGroups(
    db::Connection& connection, ItemType type, const std::stop_token& stop)
{
    std::vector<Group> groups;
    const auto [first, last] = idRange(type);
    auto statement = connection.prepare(kGroups);
    statement.bind(first, last);
    QString previous;
    qint64 position = 0;
    while (statement.next()) {
        Group group = groupFrom(statement);
        if (QString title = statement.text(2); groups.empty() || title != previous) {
            ++position;
            previous = std::move(title);
        }
        group.position = position;
        groups.push_back(group);
        if (groups.size() % kStopEvery == 0 && stop.stop_requested()) {
            return util::Error::cancelled();
        }
    }
    if (auto status = statement.status(); !status) {
        return std::move(status).error();
    }
    return groups;
}

/// Gives groups in the order of their titles their title ranks, the stored ones as far as they fit.
void rankTitles(std::vector<Group>& groups)
{
    std::vector<qint64> existing;
    for (size_t i = 0; i < groups.size(); ++i) {
        if (i == 0 || groups[i].position != groups[i - 1].position) {
            existing.push_back(groups[i].before.titleRank);
        } else if (existing.back() == kUnranked) {
            existing.back() = groups[i].before.titleRank;
        }
    }
    const std::vector<qint64> ranks = assignRanks(existing);
    for (Group& group : groups) {
        group.now.titleRank = ranks[size_t(group.position - 1)];
    }
}

/// All groups of a type with their ranks, in the order of their titles.
Result<std::vector<Group>> computeGroups(
    db::Connection& connection, ItemType type, const std::stop_token& stop)
{
    auto groups = readGroups(connection, type, stop);
    if (!groups) {
        return groups;
    }
    rankTitles(*groups);
    if (type == ItemType::Artist) {
        for (Group& artist : *groups) {
            artist.now.artistRank = artist.now.titleRank;
        }
        return groups;
    }
    const auto artists = computeGroups(connection, ItemType::Artist, stop);
    if (!artists) {
        return artists;
    }
    QHash<qint64, qint64> rankOf;
    rankOf.reserve(std::ssize(*artists));
    for (const Group& artist : *artists) {
        rankOf.insert(artist.now.id, artist.now.titleRank);
    }
    for (Group& album : *groups) {
        album.now.artistRank = rankOf.value(album.artist, kUnranked);
    }
    return groups;
}

qint64 valueOf(const Group& group, GroupValue value)
{
    switch (value) {
    case GroupValue::Rating:
        return group.rating;
    case GroupValue::Plays:
        return group.plays;
    case GroupValue::Added:
        return group.addedAt;
    case GroupValue::LastPlayed:
        break;
    }
    return group.viewedAt;
}

QLatin1StringView columnOf(GroupValue value)
{
    switch (value) {
    case GroupValue::Rating:
        return "rating"_L1;
    case GroupValue::Plays:
        return "plays"_L1;
    case GroupValue::Added:
        return "added_at"_L1;
    case GroupValue::LastPlayed:
        break;
    }
    return "viewed_at"_L1;
}

Result<std::vector<GroupRow>> computedRows(
    db::Connection& connection, ItemType type, GroupValue value, const std::stop_token& stop)
{
    const auto groups = computeGroups(connection, type, stop);
    if (!groups) {
        return groups.error();
    }
    std::vector<GroupRow> rows;
    rows.reserve(groups->size());
    for (const Group& group : *groups) {
        rows.push_back({ group.now.id, group.sectionId, group.now.titleRank, group.now.artistRank,
            group.year, valueOf(group, value) });
    }
    std::ranges::sort(rows, {}, &GroupRow::id);
    return rows;
}

Result<bool> isStale(db::Connection& connection)
{
    const auto stale
        = connection.integer(u"SELECT EXISTS (SELECT 1 FROM cache WHERE key = 'groups_stale')"_s);
    return stale ? Result<bool>(*stale != 0) : stale.error();
}

/// Notes that they are being worked out, if need be; what changes them meanwhile overwrites that.
Result<bool> beginFilling(db::Connection& connection)
{
    auto note = connection.prepare("UPDATE cache SET value = 'filling' WHERE key = 'groups_stale'");
    if (auto done = note.run(); !done) {
        return std::move(done).error();
    }
    return note.affectedRows() > 0;
}

Result<void> endFilling(db::Connection& connection)
{
    return connection.prepare("DELETE FROM cache WHERE key = 'groups_stale' AND value = 'filling'")
        .run();
}

/// Shared by the slices that write them.
using SharedGroups = std::shared_ptr<const std::vector<RankedGroup>>;

/// Those whose stored ranks differ from what they should be.
Result<SharedGroups> changedGroups(db::Connection& connection, const std::stop_token& stop)
{
    std::vector<RankedGroup> changed;
    for (const ItemType type : { ItemType::Artist, ItemType::Album }) {
        const auto groups = computeGroups(connection, type, stop);
        if (!groups) {
            return groups.error();
        }
        for (const Group& group : *groups) {
            if (group.now != group.before) {
                changed.push_back(group.now);
            }
        }
    }
    std::ranges::sort(changed, {}, &RankedGroup::id); // one place of the file after the other
    return SharedGroups(std::make_shared<std::vector<RankedGroup>>(std::move(changed)));
}

Result<void> storeGroups(db::Connection& connection, std::span<const RankedGroup> groups)
{
    for (const RankedGroup& group : groups) {
        auto store = connection.prepare(storeSql());
        if (auto done = store.bind(group.titleRank, group.artistRank, group.id).run(); !done) {
            return done;
        }
    }
    return {};
}

util::Future<void> writeGroups(Library& library, const CacheKey& key, const SharedGroups& groups,
    QObject* context, const std::stop_token& stop)
{
    const auto written = library.writeSlices(
        key, std::ssize(*groups),
        [groups](db::Connection& c, db::ChangeSet&, qsizetype first, qsizetype rows) {
            return storeGroups(c, std::span(*groups).subspan(size_t(first), size_t(rows)));
        },
        stop);
    return async::andThen(written, context, [&library, key, stop] {
        return library.writeTo(
            key,
            [](db::Connection& c, db::ChangeSet& changes) {
                changes.addMany(kGroupOrderTable);
                return endFilling(c);
            },
            stop);
    });
}

} // namespace

Result<std::vector<GroupRow>> groupRows(
    db::Connection& connection, ItemType type, GroupValue value, const std::stop_token& stop)
{
    const auto stale = isStale(connection);
    if (!stale || *stale) {
        return stale ? computedRows(connection, type, value, stop) : stale.error();
    }
    std::vector<GroupRow> rows;
    const auto [first, last] = idRange(type);
    auto statement = connection.prepare(
        u"SELECT id, section_id, title_rank, artist_rank, year, %1 FROM group_order "
        "WHERE id >= ? AND id < ? ORDER BY id"_s.arg(columnOf(value)));
    statement.bind(first, last);
    while (statement.next()) {
        rows.push_back({ statement.integer(0), statement.integer(1), statement.integer(2),
            statement.integer(3), statement.small(4), statement.integer(5) });
        if (rows.size() % kStopEvery == 0 && stop.stop_requested()) {
            return util::Error::cancelled();
        }
    }
    if (auto status = statement.status(); !status) {
        return std::move(status).error();
    }
    return rows;
}

util::Future<void> fillGroups(
    Library& library, const CacheKey& key, QObject* context, const std::stop_token& stop)
{
    const auto begun = library.writeTo(
        key, [](db::Connection& c, db::ChangeSet&) { return beginFilling(c); }, stop);
    return async::andThen(begun, context, [&library, key, context, stop](bool isNeeded) {
        if (!isNeeded) {
            return async::ready<void>({});
        }
        const auto changed = library.readFrom(
            key, [](db::Connection& c, const std::stop_token& s) { return changedGroups(c, s); },
            stop);
        return async::andThen(
            changed, context, [&library, key, context, stop](const SharedGroups& groups) {
                return writeGroups(library, key, groups, context, stop);
            });
    });
}

Result<void> noteStaleGroups(db::Connection& connection)
{
    return connection
        .prepare("INSERT OR REPLACE INTO cache (key, value) VALUES ('groups_stale', '1')")
        .run();
}

Result<void> refreshGroup(db::Connection& connection, qint64 id)
{
    return connection.prepare(refreshSql()).bind(id).run();
}

} // namespace library
