// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/trackview.h"

#include "core/library/statements.h"
#include "core/library/tables.h"
#include "core/util/fold.h"

#include <algorithm>
#include <limits>
#include <tuple>

using namespace Qt::StringLiterals;
using types::ItemType;

namespace library {

namespace {

constexpr size_t kStopEvery = 1024;

QLatin1StringView sortColumn(TrackSort sort)
{
    switch (sort) {
    case TrackSort::Default:
        return "default_rank"_L1;
    case TrackSort::Title:
        return "title_rank"_L1;
    case TrackSort::Artist:
        return "artist_rank"_L1;
    case TrackSort::Album:
        return "album_rank"_L1;
    case TrackSort::Number:
        return "disc_number"_L1;
    case TrackSort::Year:
        return "year"_L1;
    case TrackSort::Duration:
        return "duration_ms"_L1;
    case TrackSort::Rating:
        return "rating"_L1;
    case TrackSort::Plays:
        return "plays"_L1;
    case TrackSort::Added:
        return "added_at"_L1;
    case TrackSort::LastPlayed:
        return "viewed_at"_L1;
    case TrackSort::Bitrate:
        return "bitrate_kbps"_L1;
    }
    return "default_rank"_L1;
}

/// The value that means "none" in a column, and sorts last in both directions.
std::optional<qint64> noneValue(TrackSort sort)
{
    switch (sort) {
    case TrackSort::Rating:
        return -1;
    case TrackSort::Year:
    case TrackSort::LastPlayed:
    case TrackSort::Bitrate:
        return 0;
    default:
        return std::nullopt;
    }
}

/// Section condition with its value bound as ?1, or nothing.
util::Result<qint64> sectionId(db::Connection& connection, const types::SectionKey& key)
{
    if (!key.isValid()) {
        return qint64(0);
    }
    auto statement = connection.prepare("SELECT id FROM section WHERE key = ?");
    statement.bind(key);
    const qint64 id = statement.next() ? statement.integer(0) : -1; // −1 matches no row
    if (auto status = statement.status(); !status) {
        return std::move(status).error();
    }
    return id;
}

/// Ids of tracks that match the words, ascending.
util::Result<std::vector<qint64>> matching(
    db::Connection& connection, const QString& query, std::stop_token stop)
{
    std::vector<qint64> ids;
    const auto [first, last] = idRange(ItemType::Track);
    auto statement = connection.prepare(
        "SELECT rowid FROM search WHERE search MATCH ? AND rowid >= ? AND rowid < ?");
    statement.bind(query, first, last);
    while (statement.next()) {
        ids.push_back(statement.integer(0));
        if (ids.size() % kStopEvery == 0 && stop.stop_requested()) {
            return util::Error::cancelled();
        }
    }
    if (auto status = statement.status(); !status) {
        return std::move(status).error();
    }
    std::ranges::sort(ids); // they come in this order, but nothing promises it
    return ids;
}

/// Ids of all tracks on albums of one artist, ascending.
util::Result<std::vector<qint64>> ofArtist(db::Connection& connection, types::ItemId artist)
{
    std::vector<qint64> ids;
    auto statement = connection.prepare(R"(
        SELECT t.id
        FROM item a
        JOIN item t ON t.parent_id = a.id
        WHERE a.parent_id = ?
        ORDER BY t.id)");
    statement.bind(artist);
    while (statement.next()) {
        ids.push_back(statement.integer(0));
    }
    if (auto status = statement.status(); !status) {
        return std::move(status).error();
    }
    return ids;
}

util::Result<std::vector<qint64>> ofAlbum(db::Connection& connection, types::ItemId album)
{
    std::vector<qint64> ids;
    auto statement = connection.prepare(R"(
        SELECT id
        FROM item
        WHERE parent_id = ?
        ORDER BY coalesce(parent_number, 1), coalesce(number, 100000), title_sort, id)");
    statement.bind(album);
    while (statement.next()) {
        ids.push_back(statement.integer(0));
    }
    if (auto status = statement.status(); !status) {
        return std::move(status).error();
    }
    return ids;
}

struct Key
{
    qint64 value = 0;
    qint64 rank = 0;
    qint64 id = 0;
};

/// All tracks of a section with the value to sort by; @p allowed (ascending) limits them if set.
util::Result<std::vector<Key>> keys(db::Connection& connection, qint64 section, TrackSort sort,
    const std::optional<std::vector<qint64>>& allowed, std::stop_token stop)
{
    std::vector<Key> result;
    QString sql = u"SELECT id, default_rank, %1 FROM track_order"_s.arg(sortColumn(sort));
    if (section != 0) {
        sql += u" WHERE section_id = ?"_s;
    }
    auto statement = connection.prepare(sql + u" ORDER BY id"_s);
    if (section != 0) {
        statement.bind(section);
    }
    size_t at = 0;
    size_t seen = 0;
    while (statement.next()) {
        if (++seen % kStopEvery == 0 && stop.stop_requested()) {
            return util::Error::cancelled();
        }
        const qint64 id = statement.integer(0);
        if (allowed) {
            while (at < allowed->size() && (*allowed)[at] < id) {
                ++at;
            }
            if (at == allowed->size()) {
                break;
            }
            if ((*allowed)[at] != id) {
                continue;
            }
        }
        result.push_back({ statement.integer(2), statement.integer(1), id });
    }
    if (auto status = statement.status(); !status) {
        return std::move(status).error();
    }
    return result;
}

util::Result<std::vector<qint64>> inDefaultOrder(
    db::Connection& connection, qint64 section, bool descending, std::stop_token stop)
{
    std::vector<qint64> ids;
    auto statement
        = connection.prepare(descending ? sql::kDefaultOrderDescending : sql::kDefaultOrder);
    while (statement.next()) {
        if (section == 0 || statement.integer(1) == section) {
            ids.push_back(statement.integer(0));
        }
        if (ids.size() % kStopEvery == 0 && stop.stop_requested()) {
            return util::Error::cancelled();
        }
    }
    if (auto status = statement.status(); !status) {
        return std::move(status).error();
    }
    return ids;
}

void sortKeys(std::vector<Key>& list, TrackSort sort, bool descending)
{
    const auto none = noneValue(sort);
    if (none) {
        // Beyond every value in the direction that is sorted in.
        const qint64 last
            = descending ? std::numeric_limits<qint64>::min() : std::numeric_limits<qint64>::max();
        for (Key& key : list) {
            key.value = key.value == *none ? last : key.value;
        }
    }
    if (descending) {
        std::ranges::sort(list, [](const Key& a, const Key& b) {
            return a.value != b.value ? a.value > b.value
                                      : std::tie(a.rank, a.id) < std::tie(b.rank, b.id);
        });
    } else {
        std::ranges::sort(list, [](const Key& a, const Key& b) {
            return std::tie(a.value, a.rank, a.id) < std::tie(b.value, b.rank, b.id);
        });
    }
}

} // namespace

util::Result<std::vector<qint64>> trackIds(
    db::Connection& connection, const TrackQuery& query, std::stop_token stop)
{
    if (query.album.isValid()) {
        return ofAlbum(connection, query.album);
    }
    const auto section = sectionId(connection, query.section);
    if (!section) {
        return section.error();
    }
    std::optional<std::vector<qint64>> allowed;
    if (const QString words = util::searchQuery(query.text); !words.isEmpty()) {
        auto ids = matching(connection, words, stop);
        if (!ids) {
            return ids;
        }
        allowed = std::move(ids).value();
    }
    if (query.artist.isValid()) {
        auto ids = ofArtist(connection, query.artist);
        if (!ids) {
            return ids;
        }
        if (allowed) {
            std::vector<qint64> both;
            std::ranges::set_intersection(*allowed, *ids, std::back_inserter(both));
            allowed = std::move(both);
        } else {
            allowed = std::move(ids).value();
        }
    }
    if (!allowed && query.sort == TrackSort::Default) {
        return inDefaultOrder(connection, *section, query.descending, stop);
    }
    auto list = keys(connection, *section, query.sort, allowed, stop);
    if (!list) {
        return std::move(list).error();
    }
    sortKeys(*list, query.sort, query.descending);
    std::vector<qint64> ids;
    ids.reserve(list->size());
    for (const Key& key : *list) {
        ids.push_back(key.id);
    }
    return ids;
}

QString trackRowColumns()
{
    return u"t.id, t.rating_key, t.parent_id, t.grandparent_id, t.title, t.original_title, "
           "t.grandparent_title, t.parent_title, t.parent_number, t.number, "
           "coalesce(a.year, t.year), t.duration_ms, t.rating, t.view_count, t.added_at, "
           "t.viewed_at, t.bitrate_kbps, t.codec, t.container, t.thumb, a.thumb, t.part_key, "
           "t.gain_db, t.album_gain_db, t.peak, t.album_peak, t.loudness_lufs"_s;
}

types::TrackRow trackRowFrom(const db::Statement& s, int first)
{
    const auto at = [first](int column) { return first + column; };
    const auto real = [&](int column) {
        return s.isNull(at(column)) ? std::nullopt : std::optional<double>(s.real(at(column)));
    };
    types::TrackRow row;
    row.id = { s.integer(at(0)) };
    row.ratingKey = { s.text(at(1)) };
    row.albumId = { s.integer(at(2)) };
    row.artistId = { s.integer(at(3)) };
    row.title = s.text(at(4));
    row.albumArtist = s.text(at(6));
    row.artist = s.text(at(5));
    if (row.artist.isEmpty()) {
        row.artist = row.albumArtist;
    }
    row.album = s.text(at(7));
    row.disc = s.small(at(8));
    row.number = s.small(at(9));
    row.year = s.small(at(10));
    row.duration = std::chrono::milliseconds(s.integer(at(11)));
    if (const auto rating = real(12)) {
        row.rating = types::Rating::fromPlex(*rating);
    }
    row.plays = s.small(at(13));
    row.addedAt = s.integer(at(14));
    row.lastPlayedAt = s.integer(at(15));
    row.bitrateKbps = s.small(at(16));
    row.codec = s.text(at(17));
    row.container = s.text(at(18));
    row.thumb = s.text(at(19));
    if (row.thumb.isEmpty()) {
        row.thumb = s.text(at(20));
    }
    row.partKey = s.text(at(21));
    row.loudness = { real(22), real(23), real(24), real(25), real(26) };
    return row;
}

util::Result<QList<types::TrackRow>> trackRows(
    db::Connection& connection, const QList<qint64>& ids, std::stop_token stop)
{
    static const QString sql = u"SELECT "_s + trackRowColumns()
        + u" FROM json_each(?) wanted CROSS JOIN item t ON t.id = wanted.value "
          "LEFT JOIN item a ON a.id = t.parent_id ORDER BY wanted.key"_s;
    QList<types::TrackRow> rows;
    rows.reserve(ids.size());
    auto statement = connection.prepare(sql);
    statement.bind(idArray(ids));
    while (statement.next()) {
        if (stop.stop_requested()) {
            return util::Error::cancelled();
        }
        rows.append(trackRowFrom(statement));
    }
    if (auto status = statement.status(); !status) {
        return std::move(status).error();
    }
    return rows;
}

} // namespace library
