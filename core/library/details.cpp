// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/details.h"

#include "core/library/browse.h"
#include "core/library/itemwriter.h"
#include "core/library/tables.h"
#include "core/library/trackview.h"
#include "core/util/fold.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <algorithm>

using types::ItemType;
using types::TagKind;
using util::Result;

namespace library {

namespace {

constexpr int kCreditKind = 100; // beside the numbers of TagKind
constexpr qsizetype kMostTags = 500; // of one item; no server has meant more
constexpr qsizetype kLongestName = 10'000;
constexpr int kNamesakes = 50; // looked at to find an artist by name
constexpr int kCandidates = 8; // times the top tracks: the same title stands on several albums
constexpr int kGuests = 200;
constexpr qsizetype kAppearances = 200;
constexpr int kStopEvery = 1024;

/// A row of item_detail_tag.
struct DetailTag
{
    int kind = 0;
    QString role {};
    QString name {};
    bool operator==(const DetailTag&) const = default;
};

util::Error gone()
{
    return { util::Error::Code::NotFound,
        QCoreApplication::translate("library", "This is no longer in the library."), {}, 0, {} };
}

Result<QList<qint64>> readIds(db::Statement statement, const std::stop_token& stop)
{
    QList<qint64> ids;
    while (statement.next()) {
        ids.append(statement.integer(0));
        if (stop.stop_requested()) {
            return util::Error::cancelled();
        }
    }
    if (auto status = statement.status(); !status) {
        return std::move(status).error();
    }
    return ids;
}

Result<QStringList> readTexts(db::Statement statement)
{
    QStringList texts;
    while (statement.next()) {
        texts.append(statement.text(0));
    }
    if (auto status = statement.status(); !status) {
        return std::move(status).error();
    }
    return texts;
}

Result<QList<DetailTag>> readTags(db::Connection& connection, qint64 id)
{
    auto statement = connection.prepare(
        "SELECT kind, role, name FROM item_detail_tag WHERE item_id = ? ORDER BY position");
    statement.bind(id);
    QList<DetailTag> tags;
    while (statement.next()) {
        tags.append({ statement.small(0), statement.text(1), statement.text(2) });
    }
    if (auto status = statement.status(); !status) {
        return std::move(status).error();
    }
    return tags;
}

/// What the listing says, for what was never asked for by itself.
Result<QStringList> listedTags(db::Connection& connection, qint64 id, TagKind kind)
{
    auto statement = connection.prepare(R"(
        SELECT g.name
        FROM item_tag x
        JOIN tag g ON g.id = x.tag_id
        WHERE x.item_id = ? AND g.kind = ?
        ORDER BY x.position)");
    statement.bind(id, static_cast<int>(kind));
    return readTexts(std::move(statement));
}

QStringList namesOf(const QList<DetailTag>& tags, TagKind kind)
{
    QStringList names;
    for (const DetailTag& tag : tags) {
        if (tag.kind == static_cast<int>(kind)) {
            names.append(tag.name);
        }
    }
    return names;
}

/// The tags of the details, else those of the listing, which shows the first ones.
Result<QStringList> tagsOf(
    db::Connection& connection, qint64 id, const QList<DetailTag>& details, TagKind kind)
{
    QStringList names = namesOf(details, kind);
    return names.isEmpty() ? listedTags(connection, id, kind) : Result<QStringList>(names);
}

/// Of the albums that the server was asked for, their kinds.
Result<QHash<qint64, ReleaseKind>> kindsBelow(db::Connection& connection, types::ItemId artist)
{
    auto statement = connection.prepare(R"(
        SELECT d.item_id, coalesce(t.kind, 0), coalesce(t.name, '')
        FROM item a
        JOIN item_detail d ON d.item_id = a.id
        LEFT JOIN item_detail_tag t ON t.item_id = a.id AND t.kind IN (8, 9)
        WHERE a.parent_id = ?)");
    statement.bind(artist);
    QHash<qint64, std::pair<QStringList, QStringList>> words;
    while (statement.next()) {
        auto& [formats, subformats] = words[statement.integer(0)];
        const int kind = statement.small(1);
        if (kind == static_cast<int>(TagKind::Format)) {
            formats.append(statement.text(2));
        } else if (kind == static_cast<int>(TagKind::Subformat)) {
            subformats.append(statement.text(2));
        }
    }
    if (auto status = statement.status(); !status) {
        return std::move(status).error();
    }
    QHash<qint64, ReleaseKind> kinds;
    for (auto album = words.cbegin(); album != words.cend(); ++album) {
        kinds.insert(album.key(), releaseKindOf(album->first, album->second));
    }
    return kinds;
}

Result<QList<Release>> releasesOf(
    db::Connection& connection, types::ItemId artist, const std::stop_token& stop)
{
    auto statement = connection.prepare(R"(
        SELECT id
        FROM item
        WHERE parent_id = ? AND type = 9
        ORDER BY coalesce(year, 0) DESC, originally_available DESC, title_sort, id)");
    statement.bind(artist);
    const auto ids = readIds(std::move(statement), stop);
    auto rows = ids ? albumRows(connection, *ids) : Result<QList<types::AlbumRow>>(ids.error());
    const auto kinds = kindsBelow(connection, artist);
    if (!rows || !kinds) {
        return rows ? kinds.error() : rows.error();
    }
    QList<Release> releases;
    releases.reserve(rows->size());
    for (types::AlbumRow& row : *rows) {
        const auto kind = kinds->constFind(row.id.value);
        releases.append(
            { std::move(row), kind == kinds->cend() ? std::nullopt : std::optional(*kind) });
    }
    return releases;
}

/// The tracks that most people listen to, each title once.
Result<QList<types::TrackRow>> topTracksOf(
    db::Connection& connection, types::ItemId artist, int limit, const std::stop_token& stop)
{
    auto statement = connection.prepare(R"(
        SELECT t.id
        FROM item a
        CROSS JOIN item t ON t.parent_id = a.id
        WHERE a.parent_id = ? AND a.type = 9 AND t.type = 10
            AND (t.rating_count > 0 OR t.view_count > 0)
        ORDER BY t.rating_count DESC, t.view_count DESC, t.title_sort, t.id
        LIMIT ?)");
    statement.bind(artist, limit * kCandidates);
    const auto ids = readIds(std::move(statement), stop);
    auto rows
        = ids ? trackRows(connection, *ids, stop) : Result<QList<types::TrackRow>>(ids.error());
    if (!rows) {
        return rows;
    }
    QSet<QString> titles;
    QList<types::TrackRow> top;
    for (const types::TrackRow& row : *rows) {
        const QString title = util::sortKey(row.title);
        if (top.size() < limit && (title.isEmpty() || !titles.contains(title))) {
            titles.insert(title);
            top.append(row);
        }
    }
    return top;
}

/// The artist of this name; 0 if there is none. "Bowie, David" may be what it is sorted by.
Result<qint64> artistNamed(db::Connection& connection, const QString& name)
{
    const QString wanted = util::sortKey(name);
    const QString query = util::searchQuery(name);
    if (wanted.isEmpty() || query.isEmpty()) {
        return qint64(0);
    }
    const auto [first, last] = idRange(ItemType::Artist);
    auto exact = connection.prepare("SELECT id, title FROM item WHERE type = 8 AND title_sort = ?");
    exact.bind(wanted);
    auto byWords = connection.prepare(R"(
        SELECT i.id, i.title
        FROM search
        JOIN item i ON i.id = search.rowid
        WHERE search MATCH ? AND search.rowid >= ? AND search.rowid < ?
        LIMIT ?)");
    byWords.bind(query, first, last, kNamesakes);
    for (db::Statement* found : { &exact, &byWords }) {
        while (found->next()) {
            if (util::sortKey(found->text(1)) == wanted) {
                return found->integer(0);
            }
        }
        if (auto status = found->status(); !status) {
            return std::move(status).error();
        }
    }
    return qint64(0);
}

Result<QList<SimilarArtist>> similarTo(db::Connection& connection, types::ItemId artist,
    const QStringList& names, const std::stop_token& stop)
{
    QList<qint64> ids;
    QList<SimilarArtist> similar;
    QSet<QString> seen;
    for (const QString& name : names) {
        if (stop.stop_requested()) {
            return util::Error::cancelled();
        }
        const auto id = artistNamed(connection, name);
        if (!id) {
            return id.error();
        }
        if (*id == artist.value || seen.contains(name)) {
            continue; // named after itself, or twice
        }
        seen.insert(name);
        const auto row = *id > 0 ? artistRows(connection, { *id })
                                 : Result<QList<types::ArtistRow>>(QList<types::ArtistRow>());
        if (!row) {
            return row.error();
        }
        similar.append({ name, row->isEmpty() ? std::nullopt : std::optional(row->first()) });
    }
    return similar;
}

/// Whether a track's own artist text names the artist: alone, or beside others. A name that only
/// holds the artist's ("Courtney Love" for "Love") is somebody else.
bool names(const QString& artistText, const QString& wanted)
{
    using Option = QRegularExpression::PatternOption;
    static const QRegularExpression guests(
        QStringLiteral(R"([\s(\[]+(?:feat\.?|ft\.?|featuring)\s+|[)\]])"),
        Option::CaseInsensitiveOption);
    static const QRegularExpression joins(
        QStringLiteral(R"(\s*[,;/&+]\s*|\s+(?:and|with|vs\.?|x)\s+)"),
        Option::CaseInsensitiveOption);
    for (const QString& group : artistText.split(guests, Qt::SkipEmptyParts)) {
        if (util::sortKey(group) == wanted) {
            return true; // "A & B" may be the name of one
        }
        for (const QString& name : group.split(joins, Qt::SkipEmptyParts)) {
            if (util::sortKey(name) == wanted) {
                return true;
            }
        }
    }
    return util::sortKey(artistText) == wanted;
}

/// The albums of others with a track whose own artist text names this one. No server is known to
/// tell these: the full text of the cache does.
Result<QList<types::AlbumRow>> appearancesOf(
    db::Connection& connection, const types::ArtistRow& artist, const std::stop_token& stop)
{
    const QString wanted = util::sortKey(artist.title);
    QString query = util::searchQuery(artist.title);
    if (wanted.isEmpty() || query.isEmpty()) {
        return QList<types::AlbumRow>();
    }
    if (query.endsWith(QLatin1StringView(" *"))) {
        query.chop(2); // the whole name: its beginning is that of too many
    }
    const auto [first, last] = idRange(ItemType::Track);
    auto statement = connection.prepare(R"(
        SELECT t.parent_id, t.original_title
        FROM search
        CROSS JOIN item t ON t.id = search.rowid
        WHERE search MATCH ? AND search.rowid >= ? AND search.rowid < ?
            AND t.original_title <> '' AND t.original_title <> t.grandparent_title
            AND t.parent_id IS NOT NULL AND t.grandparent_id IS NOT ?)");
    statement.bind(QStringLiteral("artist : (") + query + u')', first, last, artist.id);
    QList<qint64> albums;
    QSet<qint64> seen;
    for (int row = 0; statement.next() && albums.size() < kAppearances; ++row) {
        if (row % kStopEvery == 0 && stop.stop_requested()) {
            return util::Error::cancelled();
        }
        const qint64 album = statement.integer(0);
        if (!seen.contains(album) && names(statement.text(1), wanted)) {
            seen.insert(album);
            albums.append(album);
        }
    }
    if (auto status = statement.status(); !status) {
        return std::move(status).error();
    }
    auto rows = albumRows(connection, albums);
    if (rows) {
        std::ranges::stable_sort(*rows, std::greater(), &types::AlbumRow::year);
    }
    return rows;
}

Result<void> readTotals(db::Connection& connection, ArtistPage& page)
{
    auto one = connection.prepare("SELECT summary FROM item WHERE id = ?");
    one.bind(page.artist.id);
    page.summary = one.next() ? one.text(0) : QString();
    auto sums = connection.prepare(R"(
        SELECT count(*), coalesce(sum(t.duration_ms), 0)
        FROM item a
        CROSS JOIN item t ON t.parent_id = a.id
        WHERE a.parent_id = ? AND a.type = 9)");
    sums.bind(page.artist.id);
    if (sums.next()) {
        page.tracks = sums.small(0);
        page.duration = std::chrono::milliseconds(sums.integer(1));
    }
    auto read = one.status();
    return read ? sums.status() : read;
}

/// What of @p details is kept.
QList<DetailTag> tagsIn(const plex::ItemDetails& details)
{
    QList<DetailTag> tags;
    for (const types::Tag& tag : details.item.tags) {
        tags.append({ static_cast<int>(tag.kind), {}, tag.name.left(kLongestName) });
    }
    for (const plex::Credit& credit : details.credits) {
        tags.append(
            { kCreditKind, credit.role.left(kLongestName), credit.name.left(kLongestName) });
    }
    return tags.mid(0, kMostTags);
}

Result<void> rewriteTags(db::Connection& connection, qint64 id, const QList<DetailTag>& tags)
{
    if (auto done
        = connection.prepare("DELETE FROM item_detail_tag WHERE item_id = ?").bind(id).run();
        !done) {
        return done;
    }
    int position = 0;
    for (const DetailTag& tag : tags) {
        auto insert = connection.prepare("INSERT INTO item_detail_tag (item_id, position, kind, "
                                         "role, name) VALUES (?, ?, ?, ?, ?)");
        if (auto done = insert.bind(id, position++, tag.kind, tag.role, tag.name).run(); !done) {
            return done;
        }
    }
    return {};
}

Result<bool> isDetailed(db::Connection& connection, qint64 id)
{
    auto statement = connection.prepare("SELECT 1 FROM item_detail WHERE item_id = ?");
    statement.bind(id);
    const bool isKnown = statement.next();
    if (auto status = statement.status(); !status) {
        return std::move(status).error();
    }
    return isKnown;
}

Result<void> storeOne(db::Connection& connection, db::ChangeSet& changes, qint64 id,
    const plex::ItemDetails& details, qint64 now)
{
    const auto isKnown = isDetailed(connection, id);
    const auto before = readTags(connection, id);
    if (!isKnown || !before) {
        return isKnown ? before.error() : isKnown.error();
    }
    if (auto done = connection
                        .prepare("INSERT INTO item_detail (item_id, updated_at, read_at) "
                                 "VALUES (?, ?, ?) ON CONFLICT (item_id) DO UPDATE "
                                 "SET updated_at = excluded.updated_at, read_at = excluded.read_at")
                        .bind(id, details.item.updatedAt, now)
                        .run();
        !done) {
        return done;
    }
    const QList<DetailTag> tags = tagsIn(details);
    if (*isKnown && tags == *before) {
        return {};
    }
    changes.addChanged(kItemDetailTable, id);
    return rewriteTags(connection, id, tags);
}

} // namespace

ReleaseKind releaseKindOf(const QStringList& formats, const QStringList& subformats)
{
    const auto has = [](const QStringList& words, QLatin1StringView word) {
        return words.contains(word, Qt::CaseInsensitive);
    };
    if (has(subformats, QLatin1StringView("Live"))) {
        return ReleaseKind::Live;
    }
    if (has(subformats, QLatin1StringView("Compilation"))) {
        return ReleaseKind::Compilation;
    }
    const bool isShort
        = has(formats, QLatin1StringView("Single")) || has(formats, QLatin1StringView("EP"));
    return isShort ? ReleaseKind::Single : ReleaseKind::Album;
}

Result<ArtistPage> artistPage(
    db::Connection& connection, types::ItemId id, int topTracks, const std::stop_token& stop)
{
    const auto rows = artistRows(connection, { id.value });
    if (!rows || rows->isEmpty()) {
        return rows ? gone() : rows.error();
    }
    ArtistPage page;
    page.artist = rows->first();
    if (auto done = readTotals(connection, page); !done) {
        return std::move(done).error();
    }
    const auto details = readTags(connection, id.value);
    if (!details) {
        return details.error();
    }
    auto genres = tagsOf(connection, id.value, *details, TagKind::Genre);
    auto countries = tagsOf(connection, id.value, *details, TagKind::Country);
    if (!genres || !countries) {
        return genres ? countries.error() : genres.error();
    }
    auto releases = releasesOf(connection, id, stop);
    auto top = topTracksOf(connection, id, topTracks, stop);
    auto similar = similarTo(connection, id, namesOf(*details, TagKind::Similar), stop);
    if (!releases || !top || !similar) {
        return !releases ? releases.error() : !top ? top.error() : similar.error();
    }
    auto appearances = appearancesOf(connection, page.artist, stop);
    if (!appearances) {
        return std::move(appearances).error();
    }
    page.genres = std::move(genres).value();
    page.countries = std::move(countries).value();
    page.releases = std::move(releases).value();
    page.topTracks = std::move(top).value();
    page.similar = std::move(similar).value();
    page.appearsOn = std::move(appearances).value();
    return page;
}

Result<AlbumDetails> albumDetails(db::Connection& connection, types::ItemId id)
{
    auto one = connection.prepare(R"(
        SELECT a.summary, a.studio, a.originally_available, coalesce(a.year, 0),
            (SELECT count(DISTINCT t.parent_number) FROM item t WHERE t.parent_id = a.id)
        FROM item a
        WHERE a.id = ?)");
    one.bind(id);
    if (!one.next()) {
        return one.status() ? gone() : one.status().error();
    }
    AlbumDetails album;
    album.summary = one.text(0);
    album.studio = one.text(1);
    album.released = one.text(2);
    album.year = one.small(3);
    album.discs = one.small(4);
    auto codecs = connection.prepare(
        "SELECT codec FROM item WHERE parent_id = ? AND codec <> '' GROUP BY codec "
        "ORDER BY count(*) DESC, codec");
    codecs.bind(id);
    auto guests = connection.prepare(R"(
        SELECT original_title
        FROM item
        WHERE parent_id = ? AND original_title <> '' AND original_title <> grandparent_title
        GROUP BY original_title
        ORDER BY min(coalesce(parent_number, 0) * 10000 + coalesce(number, 0))
        LIMIT ?)");
    guests.bind(id, kGuests);
    const auto tags = readTags(connection, id.value);
    auto codecNames = readTexts(std::move(codecs));
    auto guestNames = readTexts(std::move(guests));
    if (!tags || !codecNames || !guestNames) {
        return !tags ? tags.error() : !codecNames ? codecNames.error() : guestNames.error();
    }
    auto genres = tagsOf(connection, id.value, *tags, TagKind::Genre);
    if (!genres) {
        return std::move(genres).error();
    }
    album.genres = std::move(genres).value();
    album.codecs = std::move(codecNames).value();
    album.guests = std::move(guestNames).value();
    album.styles = namesOf(*tags, TagKind::Style);
    album.moods = namesOf(*tags, TagKind::Mood);
    album.labels = namesOf(*tags, TagKind::Label);
    album.formats = namesOf(*tags, TagKind::Format) + namesOf(*tags, TagKind::Subformat);
    for (const DetailTag& tag : *tags) {
        if (tag.kind == kCreditKind) {
            album.credits.append({ tag.role, tag.name });
        }
    }
    return album;
}

Result<QList<types::RatingKey>> keysToDetail(
    db::Connection& connection, types::ItemId id, qint64 readBefore)
{
    const auto own = ratingKeys(connection, { id });
    if (!own || own->isEmpty()) {
        return own ? gone() : own.error();
    }
    QList<types::RatingKey> keys = *own;
    auto albums = connection.prepare(R"(
        SELECT a.rating_key
        FROM item a
        LEFT JOIN item_detail d ON d.item_id = a.id
        WHERE a.parent_id = ? AND a.type = 9
            AND (d.item_id IS NULL OR d.updated_at < a.updated_at OR d.read_at < ?)
        ORDER BY coalesce(a.year, 0) DESC, a.id)");
    albums.bind(id, readBefore);
    while (albums.next()) {
        keys.append({ albums.text(0) });
    }
    if (auto status = albums.status(); !status) {
        return std::move(status).error();
    }
    return keys;
}

Result<void> storeDetails(db::Connection& connection, db::ChangeSet& changes,
    const QList<plex::ItemDetails>& details, qint64 now)
{
    QList<types::RatingKey> keys;
    keys.reserve(details.size());
    for (const plex::ItemDetails& each : details) {
        keys.append(each.item.ratingKey);
    }
    const auto ids = idsOf(connection, keys);
    if (!ids) {
        return ids.error();
    }
    for (const plex::ItemDetails& each : details) {
        const qint64 id = ids->value(each.item.ratingKey);
        if (id == 0) {
            continue; // not in the cache: a sync brings it
        }
        if (auto done = storeOne(connection, changes, id, each, now); !done) {
            return done;
        }
    }
    return {};
}

} // namespace library
