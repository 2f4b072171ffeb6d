// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/trackview.h"

#include "core/library/filters.h"
#include "core/library/statements.h"
#include "core/library/tables.h"

#include <algorithm>
#include <array>
#include <limits>

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

/// Up to as many ids are looked up one by one; more of them cost as much as reading all.
constexpr size_t kFewIds = 20'000;

/// What one row is sorted by: values so that a smaller one stands before a larger one, then the
/// default order.
template <size_t keys>
struct Sortable
{
    std::array<qint64, keys> values {};
    qint64 rank = 0;
    qint64 id = 0;
};

template <size_t keys>
bool standsBefore(const Sortable<keys>& a, const Sortable<keys>& b)
{
    for (size_t i = 0; i < keys; ++i) {
        if (a.values[i] != b.values[i]) {
            return a.values[i] < b.values[i];
        }
    }
    return a.rank != b.rank ? a.rank < b.rank : a.id < b.id;
}

/// The statement that reads id, default rank and the columns of @p sort of all tracks of a section
/// or of the ids that are bound.
db::Statement selectKeys(
    db::Connection& connection, qint64 section, const QList<SortKey>& sort, const IdFilter& filter)
{
    QString sql = u"SELECT o.id, o.default_rank"_s;
    for (const SortKey& key : sort) {
        sql += u", o."_s + sortColumn(key.sort);
    }
    const bool isFew = filter.isSet() && filter.ids().size() <= kFewIds;
    sql += isFew ? u" FROM json_each(?) wanted CROSS JOIN track_order o ON o.id = wanted.value"_s
                 : u" FROM track_order o"_s;
    sql += section != 0 ? u" WHERE o.section_id = ?"_s : QString();
    auto statement = connection.prepare(sql + u" ORDER BY o.id"_s);
    const QString ids
        = isFew ? idArray(QList<qint64>(filter.ids().begin(), filter.ids().end())) : QString();
    if (isFew && section != 0) {
        statement.bind(ids, section);
    } else if (isFew) {
        statement.bind(ids);
    } else if (section != 0) {
        statement.bind(section);
    }
    return statement;
}

/// @param sort  exactly @p keys of them
template <size_t keys>
util::Result<std::vector<qint64>> sortedIds(db::Connection& connection, qint64 section,
    const QList<SortKey>& sort, const IdFilter& filter, const std::stop_token& stop)
{
    struct Column
    {
        std::optional<qint64> none {};
        bool descending = false;
    };
    std::array<Column, keys> columns;
    std::ranges::transform(sort, columns.begin(), [](const SortKey& key) {
        return Column { noneValue(key.sort), key.descending };
    });
    std::vector<Sortable<keys>> rows;
    auto statement = selectKeys(connection, section, sort, filter);
    auto allowed = filter.ids().begin();
    size_t seen = 0;
    while (statement.next()) {
        if (++seen % kStopEvery == 0 && stop.stop_requested()) {
            return util::Error::cancelled();
        }
        Sortable<keys> row;
        row.id = statement.integer(0);
        if (filter.isSet()) {
            while (allowed != filter.ids().end() && *allowed < row.id) {
                ++allowed;
            }
            if (allowed == filter.ids().end()) {
                break;
            }
            if (*allowed != row.id) {
                continue;
            }
        }
        row.rank = statement.integer(1);
        for (size_t i = 0; i < keys; ++i) {
            const qint64 value = statement.integer(static_cast<int>(i) + 2);
            row.values[i] = columns[i].none == value ? std::numeric_limits<qint64>::max()
                : columns[i].descending              ? -value
                                                     : value;
        }
        rows.push_back(row);
    }
    if (auto status = statement.status(); !status) {
        return std::move(status).error();
    }
    // Not the function itself: through its address it is called a million times, not built in.
    std::ranges::sort(
        rows, [](const Sortable<keys>& a, const Sortable<keys>& b) { return standsBefore(a, b); });
    std::vector<qint64> ids;
    ids.reserve(rows.size());
    for (const auto& row : rows) {
        ids.push_back(row.id);
    }
    return ids;
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

util::Result<void> filterBy(db::Connection& connection, const TrackQuery& query, IdFilter& filter,
    const std::stop_token& stop)
{
    auto kept = keepMatching(connection, filter, ItemType::Track, query.text, stop);
    if (kept) {
        kept = keepGenres(connection, filter, ItemType::Track, query.genres, stop);
    }
    if (kept) {
        kept = keepTracksOf(connection, filter, query.artists, stop);
    }
    return kept ? keepBelow(connection, filter, query.albums, stop) : kept;
}

} // namespace

util::Result<std::vector<qint64>> trackIds(
    db::Connection& connection, const TrackQuery& query, std::stop_token stop)
{
    if (query.album.isValid()) {
        return ofAlbum(connection, query.album);
    }
    const auto section = sectionIdOf(connection, query.section);
    if (!section) {
        return section.error();
    }
    IdFilter filter;
    if (auto kept = filterBy(connection, query, filter, stop); !kept) {
        return std::move(kept).error();
    }
    const SortKey first = query.sort.value(0);
    if (!filter.isSet() && first.sort == TrackSort::Default) { // no two rows are equal in it
        return inDefaultOrder(connection, *section, first.descending, stop);
    }
    const QList<SortKey> sort
        = query.sort.isEmpty() ? QList<SortKey> { SortKey() } : query.sort.mid(0, kMostSortKeys);
    switch (sort.size()) {
    case 1:
        return sortedIds<1>(connection, *section, sort, filter, stop);
    case 2:
        return sortedIds<2>(connection, *section, sort, filter, stop);
    case 3:
        return sortedIds<3>(connection, *section, sort, filter, stop);
    default:
        return sortedIds<kMostSortKeys>(connection, *section, sort, filter, stop);
    }
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

QString orderBy(const QList<SortKey>& sort)
{
    QStringList parts;
    for (const SortKey& key : sort) {
        const QString column = u"o."_s + sortColumn(key.sort);
        if (const auto none = noneValue(key.sort)) {
            parts.append(u"%1 = %2"_s.arg(column).arg(*none));
        }
        parts.append(key.descending ? column + u" DESC"_s : column);
    }
    return parts.join(u", "_s);
}

} // namespace library
