// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/playlist/drafts.h"

#include "core/library/tables.h"
#include "core/library/trackview.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>
#include <algorithm>

using namespace Qt::StringLiterals;
using util::Error;
using util::Result;

namespace playlist::drafts {

namespace {

using library::EntryRow;

constexpr auto kFacts = "e.rating_key, e.guid, e.file, e.title, e.artist, e.album, e.duration_ms";

constexpr auto kItemFacts = R"(
    SELECT i.rating_key, i.guid, i.file, i.title,
        CASE WHEN i.original_title = '' THEN i.grandparent_title ELSE i.original_title END,
        i.parent_title, i.duration_ms
    FROM json_each(?) wanted
    CROSS JOIN item i ON %1 = wanted.value
    WHERE i.type = 10
    ORDER BY wanted.key)";

EntryRow factsFrom(const db::Statement& s, int column = 0)
{
    return { std::nullopt, s.text(column), s.text(column + 1), s.text(column + 2),
        s.text(column + 3), s.text(column + 4), s.text(column + 5), s.integer(column + 6) };
}

Result<QList<EntryRow>> allFacts(db::Statement s)
{
    QList<EntryRow> rows;
    while (s.next()) {
        rows.append(factsFrom(s));
    }
    if (auto status = s.status(); !status) {
        return std::move(status).error();
    }
    return rows;
}

template <class Id>
QString idsOf(const QList<Id>& ids)
{
    QList<qint64> numbers;
    for (const Id id : ids) {
        numbers.append(id.value);
    }
    return library::idArray(numbers);
}

Result<QList<EntryRow>> rowsOfEntries(db::Connection& cache, const QList<types::EntryId>& entries)
{
    auto s = cache.prepare(u"SELECT %1 FROM json_each(?) wanted "
                           "CROSS JOIN playlist_entry e ON e.id = wanted.value "
                           "ORDER BY wanted.key"_s.arg(QLatin1StringView(kFacts)));
    s.bind(idsOf(entries));
    return allFacts(std::move(s));
}

Result<QList<EntryRow>> rowsOfPlaylist(db::Connection& cache, types::PlaylistId playlist)
{
    auto s = cache.prepare(
        u"SELECT %1 FROM playlist_entry e WHERE e.playlist_id = ? ORDER BY e.position, e.id"_s.arg(
            QLatin1StringView(kFacts)));
    s.bind(playlist);
    return allFacts(std::move(s));
}

Result<QList<EntryRow>> rowsOfTracks(db::Connection& cache, const QList<qint64>& ids)
{
    auto s = cache.prepare(QString::fromLatin1(kItemFacts).arg(u"i.id"_s));
    s.bind(library::idArray(ids));
    return allFacts(std::move(s));
}

/// The tracks that an item stands for, in the order in which they are played.
Result<QList<qint64>> tracksOf(db::Connection& cache, types::ItemId item, std::stop_token stop)
{
    const auto isA = [item](types::ItemType type) {
        const auto [first, last] = library::idRange(type);
        return item.value >= first && item.value < last;
    };
    library::TrackQuery query;
    if (isA(types::ItemType::Album)) {
        query.album = item;
    } else if (isA(types::ItemType::Artist)) {
        query.artists = { item };
    } else {
        return QList<qint64> { item.value };
    }
    const auto ids = library::trackIds(cache, query, std::move(stop));
    if (!ids) {
        return ids.error();
    }
    return QList<qint64>(ids->begin(), ids->end());
}

Result<QList<EntryRow>> rowsOfItems(
    db::Connection& cache, const QList<types::ItemId>& items, const std::stop_token& stop)
{
    QList<qint64> tracks;
    for (const types::ItemId item : items) {
        const auto ids = tracksOf(cache, item, stop);
        if (!ids) {
            return ids.error();
        }
        tracks += *ids;
    }
    return rowsOfTracks(cache, tracks);
}

Result<QList<EntryRow>> rowsOfKeys(db::Connection& cache, const QList<types::RatingKey>& keys)
{
    QJsonArray names;
    for (const types::RatingKey& key : keys) {
        names.append(key.value);
    }
    auto s = cache.prepare(QString::fromLatin1(kItemFacts).arg(u"i.rating_key"_s));
    s.bind(QString::fromUtf8(QJsonDocument(names).toJson(QJsonDocument::Compact)));
    return allFacts(std::move(s));
}

Error unsupported(const QString& message)
{
    return { Error::Code::Unsupported, message, {}, 0, {} };
}

} // namespace

Result<Shown> read(
    db::Connection& cache, types::PlaylistId playlist, bool withFacts, bool mayBeSmart)
{
    auto one = cache.prepare(
        "SELECT rating_key, title, summary, kind, smart, read_only FROM playlist WHERE id = ?");
    one.bind(playlist);
    if (!one.next()) {
        if (auto status = one.status(); !status) {
            return std::move(status).error();
        }
        return Error { Error::Code::NotFound,
            QCoreApplication::translate("playlist", "This playlist does not exist any more."), {},
            0, {} };
    }
    Shown shown { playlist, one.text(0), one.text(1), one.text(2),
        static_cast<types::Playlist::Kind>(one.small(3)), {}, {} };
    if (one.small(4) != 0 && !mayBeSmart) {
        return unsupported(QCoreApplication::translate("playlist",
            "“%1” is a smart playlist: what it holds follows its rules. Duplicate it to get one "
            "that can be edited.")
                               .arg(shown.title));
    }
    if (one.small(5) != 0 && !mayBeSmart) {
        return unsupported(
            QCoreApplication::translate("playlist", "The server does not let anybody change “%1”.")
                .arg(shown.title));
    }
    auto entries = library::storedEntries(cache, playlist);
    if (!entries) {
        return std::move(entries).error();
    }
    shown.entries = *std::move(entries);
    if (withFacts) {
        auto facts = rowsOfPlaylist(cache, playlist);
        if (!facts) {
            return std::move(facts).error();
        }
        shown.facts = { facts->begin(), facts->end() };
    }
    return shown;
}

Result<QList<EntryRow>> rowsOf(db::Connection& cache, const Source& source, std::stop_token stop)
{
    QList<Result<QList<EntryRow>>> parts { rowsOfEntries(cache, source.entries),
        rowsOfItems(cache, source.items, stop), rowsOfKeys(cache, source.keys) };
    for (const types::PlaylistId playlist : source.playlists) {
        parts.append(rowsOfPlaylist(cache, playlist));
    }
    QList<EntryRow> rows;
    for (auto& part : parts) {
        if (!part) {
            return std::move(part).error();
        }
        rows += *part;
    }
    if (rows.isEmpty() && !source.isEmpty()) {
        return Error { Error::Code::NotFound,
            QCoreApplication::translate(
                "playlist", "There are no tracks in it that the library knows."),
            {}, 0, {} };
    }
    return rows;
}

Result<QStringList> unknownKeys(db::Connection& cache, const Source& source)
{
    const auto rows = rowsOfKeys(cache, source.keys);
    if (!rows) {
        return rows.error();
    }
    QSet<QString> known;
    for (const EntryRow& row : *rows) {
        known.insert(row.ratingKey);
    }
    QStringList unknown;
    for (const types::RatingKey& key : source.keys) {
        if (!known.contains(key.value)) {
            unknown.append(key.value);
        }
    }
    return unknown;
}

Result<QList<EntryRow>> combined(
    db::Connection& cache, const QList<types::PlaylistId>& playlists, Combine how)
{
    QList<QList<EntryRow>> lists;
    QHash<QString, int> inLists; // in how many of them an item is
    for (const types::PlaylistId playlist : playlists) {
        const auto shown = read(cache, playlist, true, true);
        if (!shown) {
            return shown.error();
        }
        QSet<QString> keys;
        for (const EntryRow& row : shown->facts) {
            keys.insert(row.ratingKey);
        }
        for (const QString& key : keys) {
            ++inLists[key];
        }
        lists.append(QList<EntryRow>(shown->facts.begin(), shown->facts.end()));
    }
    const bool isOfFirst = how == Combine::Intersection || how == Combine::Difference;
    const int wanted = how == Combine::Intersection ? static_cast<int>(lists.size()) : 1;
    QList<EntryRow> rows;
    QSet<QString> taken;
    for (const QList<EntryRow>& list : isOfFirst ? lists.mid(0, 1) : lists) {
        for (const EntryRow& row : list) {
            const bool isRepeated = how == Combine::Union || how == Combine::Intersection
                ? taken.contains(row.ratingKey)
                : false;
            if (!isRepeated && (!isOfFirst || inLists.value(row.ratingKey) == wanted)) {
                taken.insert(row.ratingKey);
                rows.append(row);
            }
        }
    }
    return rows;
}

Result<Edit> editTo(
    db::Connection& cache, const Shown& shown, const Tokens& after, const Facts& added)
{
    Edit edit { {}, shown.key, tokensOf(shown), after, added };
    if (edit.before == edit.after) {
        return Error { Error::Code::Conflict,
            QCoreApplication::translate("playlist", "The playlist is like that already."), {}, 0,
            {} };
    }
    // What is removed has to be known to be added again; what has no id yet, to be added at all.
    const QSet<Token> stays(after.begin(), after.end());
    QList<types::EntryId> needed;
    Tokens tokens;
    for (const library::StoredEntry& entry : shown.entries) {
        if (entry.playlistItemId < 0 || !stays.contains(entry.playlistItemId)) {
            needed.append(types::EntryId { entry.id });
            tokens.push_back(entry.playlistItemId);
        }
    }
    const auto facts = rowsOfEntries(cache, needed);
    if (!facts) {
        return facts.error();
    }
    for (qsizetype i = 0; i < facts->size() && facts->size() == needed.size(); ++i) {
        edit.rows.insert(tokens[static_cast<size_t>(i)], facts->at(i));
    }
    return edit;
}

size_t placeOf(const Shown& shown, types::EntryId before)
{
    const auto found = std::ranges::find(shown.entries, before.value, &library::StoredEntry::id);
    return static_cast<size_t>(found - shown.entries.begin());
}

Tokens tokensOf(const Shown& shown)
{
    Tokens tokens;
    tokens.reserve(shown.entries.size());
    for (const library::StoredEntry& entry : shown.entries) {
        tokens.push_back(entry.playlistItemId);
    }
    return tokens;
}

Tokens tokensOf(const Shown& shown, const QList<types::EntryId>& entries)
{
    const QSet<types::EntryId> wanted(entries.begin(), entries.end());
    Tokens tokens;
    for (const library::StoredEntry& entry : shown.entries) {
        if (wanted.contains(types::EntryId { entry.id })) {
            tokens.push_back(entry.playlistItemId);
        }
    }
    return tokens;
}

Tokens moved(const Tokens& rows, const Tokens& moved, size_t place)
{
    const QSet<Token> isMoved(moved.begin(), moved.end());
    Tokens after;
    after.reserve(rows.size());
    for (size_t i = 0; i <= rows.size(); ++i) {
        if (i == place) {
            after.insert(after.end(), moved.begin(), moved.end());
        }
        if (i < rows.size() && !isMoved.contains(rows[i])) {
            after.push_back(rows[i]);
        }
    }
    return after;
}

} // namespace playlist::drafts
