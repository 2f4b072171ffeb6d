// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/browse.h"

#include "core/library/statements.h"
#include "core/library/tables.h"
#include "core/library/trackview.h"
#include "core/types/playlist.h"
#include "core/util/fold.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;
using types::ItemType;

namespace library {

namespace {

constexpr size_t kStopEvery = 1024;

types::OptionalRating ratingAt(const db::Statement& s, int column)
{
    if (s.isNull(column)) {
        return std::nullopt;
    }
    return types::Rating::fromPlex(s.real(column));
}

constexpr auto kAlbums = R"(
    SELECT a.id, a.rating_key, a.parent_id, a.title, a.parent_title, a.year, a.leaf_count,
        a.rating, a.added_at, a.viewed_at, a.studio, a.summary, a.thumb
    FROM json_each(?) wanted
    CROSS JOIN item a ON a.id = wanted.value
    ORDER BY wanted.key)";

constexpr auto kArtists = R"(
    SELECT a.id, a.rating_key, a.title, a.rating, a.thumb,
        (SELECT count(*) FROM item b WHERE b.parent_id = a.id)
    FROM json_each(?) wanted
    CROSS JOIN item a ON a.id = wanted.value
    ORDER BY wanted.key)";

constexpr auto kItemColumns = R"(
    SELECT i.type, i.title, i.original_title, i.parent_title, i.grandparent_title, i.number,
        i.parent_number, i.year, i.duration_ms, i.rating, i.rated_at, i.view_count,
        i.viewed_at, i.added_at, i.updated_at, i.guid, i.file, i.container, i.codec,
        i.bitrate_kbps, i.leaf_count, i.summary, i.studio, i.size_bytes, i.part_key, i.rating_key)";

constexpr auto kPlaylists = R"(
    SELECT p.id, p.rating_key, p.title, p.summary, p.composite, p.smart, p.leaf_count,
        p.duration_ms, p.updated_at, p.entries_read_at,
        (SELECT count(*) FROM playlist_entry e WHERE e.playlist_id = p.id), p.kind
    FROM playlist p)";

types::AlbumRow albumFrom(const db::Statement& s)
{
    types::AlbumRow row;
    row.id = { s.integer(0) };
    row.ratingKey = { s.text(1) };
    row.artistId = { s.integer(2) };
    row.title = s.text(3);
    row.artist = s.text(4);
    row.year = s.small(5);
    row.trackCount = s.small(6);
    row.rating = ratingAt(s, 7);
    row.addedAt = s.integer(8);
    row.lastPlayedAt = s.integer(9);
    row.studio = s.text(10);
    row.summary = s.text(11);
    row.thumb = s.text(12);
    return row;
}

types::PlaylistRow playlistFrom(const db::Statement& s)
{
    types::PlaylistRow row;
    row.id = { s.integer(0) };
    row.ratingKey = { s.text(1) };
    row.title = s.text(2);
    row.summary = s.text(3);
    row.composite = s.text(4);
    row.smart = s.small(5) != 0;
    row.isVideo = static_cast<types::Playlist::Kind>(s.small(11)) == types::Playlist::Kind::Video;
    const bool wasRead = s.integer(9) > 0;
    row.count = wasRead ? s.small(10) : s.small(6);
    row.duration = std::chrono::milliseconds(s.integer(7));
    row.updatedAt = s.integer(8);
    return row;
}

types::Item itemFrom(const db::Statement& s)
{
    const auto optionalInt = [&s](int column) {
        return s.isNull(column) ? std::nullopt : std::optional<int>(s.small(column));
    };
    types::Item item;
    item.type = static_cast<ItemType>(s.small(0));
    item.title = s.text(1);
    item.originalTitle = s.text(2);
    item.parentTitle = s.text(3);
    item.grandparentTitle = s.text(4);
    item.index = optionalInt(5);
    item.parentIndex = optionalInt(6);
    item.year = optionalInt(7);
    item.duration = std::chrono::milliseconds(s.integer(8));
    item.userRating = ratingAt(s, 9);
    item.lastRatedAt = s.integer(10);
    item.viewCount = s.small(11);
    item.lastViewedAt = s.integer(12);
    item.addedAt = s.integer(13);
    item.updatedAt = s.integer(14);
    item.guid = s.text(15);
    item.media.file = s.text(16);
    item.media.container = s.text(17);
    item.media.codec = s.text(18);
    item.media.bitrateKbps = s.small(19);
    item.leafCount = s.small(20);
    item.summary = s.text(21);
    item.studio = s.text(22);
    item.media.sizeBytes = s.integer(23);
    item.media.partKey = s.text(24);
    item.ratingKey = { s.text(25) };
    return item;
}

util::Result<QList<qint64>> idList(db::Statement& statement)
{
    QList<qint64> ids;
    while (statement.next()) {
        ids.append(statement.integer(0));
    }
    if (auto status = statement.status(); !status) {
        return std::move(status).error();
    }
    return ids;
}

util::Error gone()
{
    return { util::Error::Code::NotFound,
        QCoreApplication::translate("library", "This is no longer in the library."), {}, 0, {} };
}

util::Result<QList<types::PlaylistRow>> playlistsWhere(db::Statement statement)
{
    QList<types::PlaylistRow> rows;
    while (statement.next()) {
        rows.append(playlistFrom(statement));
    }
    if (auto status = statement.status(); !status) {
        return std::move(status).error();
    }
    return rows;
}

util::Result<QList<types::TrackRow>> tracksOf(db::Connection& connection, db::Statement statement)
{
    auto ids = idList(statement);
    if (!ids) {
        return std::move(ids).error();
    }
    return trackRows(connection, *ids, {});
}

util::Result<qint64> countOf(db::Connection& connection, ItemType type)
{
    if (type == ItemType::Track) { // each has a row there, and an index counts without looking
        return connection.integer(u"SELECT count(*) FROM track_order"_s);
    }
    const auto [first, last] = idRange(type);
    // Of the index on type, or of the rows while that one rests.
    auto statement
        = connection.prepare("SELECT count(*) FROM item WHERE type = ? AND id >= ? AND id < ?");
    statement.bind(int(type), first, last);
    const qint64 count = statement.next() ? statement.integer(0) : 0;
    if (auto status = statement.status(); !status) {
        return std::move(status).error();
    }
    return count;
}

} // namespace

util::Result<QList<types::Section>> sections(db::Connection& connection)
{
    QList<types::Section> list;
    auto statement = connection.prepare(
        "SELECT key, title, type, uuid, agent, updated_at FROM section ORDER BY position, id");
    while (statement.next()) {
        list.append(
            { { statement.text(0) }, statement.text(1), static_cast<ItemType>(statement.small(2)),
                statement.text(3), statement.text(4), statement.integer(5) });
    }
    if (auto status = statement.status(); !status) {
        return std::move(status).error();
    }
    return list;
}

util::Result<Counts> counts(db::Connection& connection)
{
    Counts result;
    const std::pair<ItemType, qint64 Counts::*> fields[] = {
        { ItemType::Track, &Counts::tracks },
        { ItemType::Album, &Counts::albums },
        { ItemType::Artist, &Counts::artists },
        { ItemType::Movie, &Counts::movies },
        { ItemType::Show, &Counts::shows },
        { ItemType::Episode, &Counts::episodes },
    };
    for (const auto& [type, field] : fields) {
        auto count = countOf(connection, type);
        if (!count) {
            return std::move(count).error();
        }
        result.*field = *count;
    }
    auto lists = connection.integer(u"SELECT count(*) FROM playlist"_s);
    auto synced
        = connection.integer(u"SELECT CAST(value AS INTEGER) FROM cache WHERE key = 'synced_at'"_s);
    if (!lists || !synced) {
        return lists ? synced.error() : lists.error();
    }
    result.playlists = *lists;
    result.syncedAt = *synced;
    return result;
}

util::Result<QList<types::AlbumRow>> albumRows(db::Connection& connection, const QList<qint64>& ids)
{
    QList<types::AlbumRow> rows;
    auto statement = connection.prepare(kAlbums);
    statement.bind(idArray(ids));
    while (statement.next()) {
        rows.append(albumFrom(statement));
    }
    if (auto status = statement.status(); !status) {
        return std::move(status).error();
    }
    return rows;
}

util::Result<QList<types::ArtistRow>> artistRows(
    db::Connection& connection, const QList<qint64>& ids)
{
    QList<types::ArtistRow> rows;
    auto statement = connection.prepare(kArtists);
    statement.bind(idArray(ids));
    while (statement.next()) {
        types::ArtistRow row;
        row.id = { statement.integer(0) };
        row.ratingKey = { statement.text(1) };
        row.title = statement.text(2);
        row.rating = ratingAt(statement, 3);
        row.thumb = statement.text(4);
        row.albumCount = statement.small(5);
        rows.append(row);
    }
    if (auto status = statement.status(); !status) {
        return std::move(status).error();
    }
    return rows;
}

util::Result<QList<types::TrackRow>> topRated(db::Connection& connection, int limit)
{
    auto statement = connection.prepare(sql::kTopRated);
    statement.bind(limit);
    return tracksOf(connection, std::move(statement));
}

util::Result<Home> home(db::Connection& connection, int perShelf, std::stop_token stop)
{
    Home page;
    auto added = connection.prepare(sql::kRecentlyAdded);
    added.bind(perShelf);
    auto addedIds = idList(added);
    if (!addedIds) {
        return std::move(addedIds).error();
    }
    auto albums = albumRows(connection, *addedIds);
    auto played = connection.prepare(sql::kRecentlyPlayed);
    played.bind(perShelf);
    auto playedRows = tracksOf(connection, std::move(played));
    if (stop.stop_requested()) {
        return util::Error::cancelled();
    }
    auto rated = topRated(connection, perShelf);
    auto lists = connection.prepare(
        QString::fromUtf8(kPlaylists) + u" ORDER BY p.updated_at DESC LIMIT ?"_s);
    lists.bind(perShelf);
    auto playlistRows = playlistsWhere(std::move(lists));
    if (stop.stop_requested()) {
        return util::Error::cancelled();
    }
    auto numbers = counts(connection); // the dearest of these
    if (!albums || !playedRows || !rated || !playlistRows || !numbers) {
        return !albums    ? albums.error()
            : !playedRows ? playedRows.error()
            : !rated      ? rated.error()
            : !numbers    ? numbers.error()
                          : playlistRows.error();
    }
    page.recentlyAdded = std::move(albums).value();
    page.recentlyPlayed = std::move(playedRows).value();
    page.topRated = std::move(rated).value();
    page.playlists = std::move(playlistRows).value();
    page.counts = *numbers;
    return page;
}

util::Result<types::AlbumRow> album(db::Connection& connection, types::ItemId id)
{
    auto rows = albumRows(connection, { id.value });
    if (!rows) {
        return std::move(rows).error();
    }
    if (rows->isEmpty()) {
        return gone();
    }
    types::AlbumRow row = rows->first();
    auto sums = connection.prepare(
        "SELECT count(*), coalesce(sum(duration_ms), 0) FROM item WHERE parent_id = ?");
    sums.bind(id);
    if (sums.next()) {
        row.trackCount = sums.small(0);
        row.duration = std::chrono::milliseconds(sums.integer(1));
    }
    if (auto status = sums.status(); !status) {
        return std::move(status).error();
    }
    auto genres = connection.prepare(R"(
        SELECT g.name
        FROM item_tag x
        JOIN tag g ON g.id = x.tag_id
        WHERE x.item_id = ? AND g.kind = 1
        ORDER BY x.position)");
    genres.bind(id);
    while (genres.next()) {
        row.genres.append(genres.text(0));
    }
    if (auto status = genres.status(); !status) {
        return std::move(status).error();
    }
    return row;
}

util::Result<QList<types::PlaylistRow>> playlists(db::Connection& connection)
{
    return playlistsWhere(
        connection.prepare(QString::fromUtf8(kPlaylists) + u" ORDER BY p.title_sort, p.id"_s));
}

util::Result<QList<types::PlaylistRow>> playlistsWith(
    db::Connection& connection, const QList<types::ItemId>& items)
{
    const QString ids = idArray(items);
    auto found = connection.prepare(
        u"WITH meant (rating_key) AS ("
        "SELECT i.rating_key FROM json_each(?) w CROSS JOIN item i ON i.id = w.value UNION "
        "SELECT t.rating_key FROM json_each(?) w CROSS JOIN item t ON t.parent_id = w.value)"_s
        + QString::fromUtf8(kPlaylists)
        + u" WHERE p.id IN (SELECT e.playlist_id FROM meant m "
          "CROSS JOIN playlist_entry e ON e.rating_key = m.rating_key) "
          "ORDER BY p.title_sort, p.id"_s);
    found.bind(ids, ids);
    return playlistsWhere(std::move(found));
}

util::Result<PlaylistSpine> playlistSpine(
    db::Connection& connection, types::PlaylistId id, std::stop_token stop)
{
    auto one = connection.prepare(QString::fromUtf8(kPlaylists) + u" WHERE p.id = ?"_s);
    one.bind(id);
    auto rows = playlistsWhere(std::move(one));
    if (!rows) {
        return std::move(rows).error();
    }
    if (rows->isEmpty()) {
        return gone();
    }
    PlaylistSpine spine;
    spine.playlist = rows->first();
    auto entries = connection.prepare(sql::kPlaylistSpine);
    entries.bind(id);
    while (entries.next()) {
        spine.entries.push_back(entries.integer(0));
        if (spine.entries.size() % kStopEvery == 0 && stop.stop_requested()) {
            return util::Error::cancelled();
        }
    }
    if (auto status = entries.status(); !status) {
        return std::move(status).error();
    }
    return spine;
}

util::Result<void> sortSpine(db::Connection& connection, PlaylistSpine& spine,
    const QList<SortKey>& sort, std::stop_token stop)
{
    if (sort.isEmpty()) {
        return {};
    }
    int place = 0;
    for (const qint64 entry : spine.entries) {
        spine.places.insert(entry, place++);
    }
    // Those of which the library has no track stand at the end, as they are in the playlist.
    auto entries = connection.prepare(
        u"SELECT e.id FROM playlist_entry e "
        "LEFT JOIN item i ON i.rating_key = e.rating_key "
        "LEFT JOIN track_order o ON o.id = i.id "
        "WHERE e.playlist_id = ? "
        "ORDER BY o.id IS NULL, %1, o.default_rank, e.position"_s.arg(orderBy(sort)));
    entries.bind(spine.playlist.id);
    spine.entries.clear();
    while (entries.next()) {
        spine.entries.push_back(entries.integer(0));
        if (spine.entries.size() % kStopEvery == 0 && stop.stop_requested()) {
            return util::Error::cancelled();
        }
    }
    return entries.status();
}

util::Result<QList<types::PlaylistRow>> playlistsNamed(
    db::Connection& connection, const QString& wanted, int limit)
{
    auto titles = connection.prepare("SELECT id, title FROM playlist ORDER BY title_sort, id");
    QList<qint64> ids;
    while (titles.next() && ids.size() < limit) {
        const QString title = u' ' + util::fold(titles.text(1));
        if (title.contains(u' ' + wanted)) {
            ids.append(titles.integer(0));
        }
    }
    if (auto status = titles.status(); !status) {
        return std::move(status).error();
    }
    auto found = connection.prepare(QString::fromUtf8(kPlaylists)
        + u" WHERE p.id IN (SELECT value FROM json_each(?)) ORDER BY p.title_sort, p.id"_s);
    found.bind(idArray(ids));
    return playlistsWhere(std::move(found));
}

util::Result<QList<types::PlaylistEntryRow>> playlistEntries(
    db::Connection& connection, const QList<qint64>& entryIds, std::stop_token stop)
{
    static const QString sql = u"SELECT "_s + trackRowColumns()
        + u", e.id, e.playlist_item_id, e.title, e.artist, e.album, e.duration_ms, e.rating_key "
          "FROM json_each(?) wanted CROSS JOIN playlist_entry e ON e.id = wanted.value "
          "LEFT JOIN item t ON t.rating_key = e.rating_key "
          "LEFT JOIN item a ON a.id = t.parent_id ORDER BY wanted.key"_s;
    QList<types::PlaylistEntryRow> rows;
    auto s = connection.prepare(sql);
    s.bind(idArray(entryIds));
    while (s.next()) {
        if (stop.stop_requested()) {
            return util::Error::cancelled();
        }
        types::PlaylistEntryRow row;
        row.track = trackRowFrom(s);
        row.isMissing = s.isNull(0);
        row.id = { s.integer(kTrackRowColumns) };
        if (!s.isNull(kTrackRowColumns + 1)) {
            row.playlistItemId = s.integer(kTrackRowColumns + 1);
        }
        if (row.isMissing) {
            row.track.title = s.text(kTrackRowColumns + 2);
            row.track.artist = s.text(kTrackRowColumns + 3);
            row.track.album = s.text(kTrackRowColumns + 4);
            row.track.duration = std::chrono::milliseconds(s.integer(kTrackRowColumns + 5));
            row.track.ratingKey = { s.text(kTrackRowColumns + 6) };
        }
        rows.append(row);
    }
    if (auto status = s.status(); !status) {
        return std::move(status).error();
    }
    return rows;
}

util::Result<types::Item> itemByKey(db::Connection& connection, const types::RatingKey& key)
{
    auto s = connection.prepare(
        QString::fromUtf8(kItemColumns) + u" FROM item i WHERE i.rating_key = ?"_s);
    s.bind(key);
    if (s.next()) {
        return itemFrom(s);
    }
    if (auto status = s.status(); !status) {
        return std::move(status).error();
    }
    return gone();
}

util::Result<QList<types::Item>> items(db::Connection& connection, const QList<qint64>& ids)
{
    auto s = connection.prepare(QString::fromUtf8(kItemColumns)
        + u" FROM json_each(?) wanted CROSS JOIN item i ON i.id = wanted.value "
          "ORDER BY wanted.key"_s);
    s.bind(idArray(ids));
    QList<types::Item> list;
    while (s.next()) {
        list.append(itemFrom(s));
    }
    if (auto status = s.status(); !status) {
        return std::move(status).error();
    }
    return list;
}

util::Result<QList<types::RatingKey>> ratingKeys(
    db::Connection& connection, const QList<types::ItemId>& ids)
{
    auto statement = connection.prepare(R"(
        SELECT i.rating_key
        FROM json_each(?) wanted
        CROSS JOIN item i ON i.id = wanted.value
        ORDER BY wanted.key)");
    statement.bind(idArray(ids));
    QList<types::RatingKey> keys;
    while (statement.next()) {
        keys.append({ statement.text(0) });
    }
    if (auto status = statement.status(); !status) {
        return std::move(status).error();
    }
    return keys;
}

} // namespace library
