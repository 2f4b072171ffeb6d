// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/search.h"

#include "core/library/browse.h"
#include "core/library/statements.h"
#include "core/library/tables.h"
#include "core/library/textlookup.h"
#include "core/library/trackview.h"
#include "core/util/fold.h"

#include <QHash>
#include <algorithm>

using namespace Qt::StringLiterals;
using types::ItemType;

namespace library {

namespace {

constexpr int kCandidates = 2000;
constexpr int kStopEvery = 64;

struct Candidate
{
    qint64 id = 0;
    int score = 0;
    int popularity = 0;
};

int scoreTitle(const QString& titleSort, const QString& wanted)
{
    if (titleSort == wanted) {
        return 100;
    }
    if (titleSort.startsWith(wanted)) {
        const bool wholeWord
            = titleSort.size() > wanted.size() && titleSort.at(wanted.size()) == u' ';
        return wholeWord ? 80 : 70;
    }
    if (titleSort.contains(u' ' + wanted)) {
        return 50;
    }
    return 20; // the words are there, in another order or in artist and album
}

const char* titlesFrom(ItemType type)
{
    switch (type) {
    case ItemType::Track:
        return sql::kTracksTitledFrom;
    case ItemType::Artist:
    case ItemType::Album:
        return sql::kGroupsTitledFrom;
    default:
        return sql::kVideosTitledFrom;
    }
}

/// Adds what a statement over the id, sort title, plays and rating (0…1000) of items found.
util::Result<void> collect(db::Statement& statement, const QString& wanted,
    QHash<qint64, Candidate>& found, const std::stop_token& stop)
{
    while (statement.next()) {
        const qint64 id = statement.integer(0);
        if (found.contains(id)) {
            continue;
        }
        const int popularity = qMin(statement.small(2), 50) + qMax(0, statement.small(3)) * 3 / 100;
        found.insert(id, { id, scoreTitle(statement.text(1), wanted), popularity });
        if (found.size() % kStopEvery == 0 && stop.stop_requested()) {
            return util::Error::cancelled();
        }
    }
    return statement.status();
}

/// What was found of one kind.
struct Ranked
{
    std::vector<Candidate> best; ///< in order
    qint64 total = 0; ///< with those that are in no list, being behind them
};

/// How many of the items with the words of @p query are not in @p found.
util::Result<qint64> countOthers(db::Connection& connection, ItemType type, const QString& query,
    const QHash<qint64, Candidate>& found)
{
    const auto [first, last] = idRange(type);
    auto statement = connection.prepare(sql::kIdsWithWords);
    statement.bind(query, first, last, kCandidates);
    qint64 others = 0;
    while (statement.next()) {
        others += found.contains(statement.integer(0)) ? 0 : 1;
    }
    if (auto status = statement.status(); !status) {
        return std::move(status).error();
    }
    return others;
}

util::Result<Ranked> candidates(db::Connection& connection, ItemType type, const QString& wanted,
    const QString& query, int limit, const std::stop_token& stop)
{
    if (stop.stop_requested()) {
        return util::Error::cancelled();
    }
    QHash<qint64, Candidate> found;
    auto byTitle = connection.prepare(titlesFrom(type));
    byTitle.bind(int(type), wanted, afterPrefix(wanted), kCandidates);
    if (auto done = collect(byTitle, wanted, found, stop); !done) {
        return std::move(done).error();
    }
    Ranked result;
    // Whatever has the words elsewhere stands behind all titles that begin with them.
    const bool isEnough = found.size() >= limit && found.size() < kCandidates;
    if (wanted.size() > 1 && isEnough) {
        auto others = countOthers(connection, type, query, found);
        if (!others) {
            return std::move(others).error();
        }
        result.total += *others;
    } else if (wanted.size() > 1) {
        const auto [first, last] = idRange(type);
        auto byText = connection.prepare(sql::kItemsWithWords);
        byText.bind(query, first, last, kCandidates);
        if (auto done = collect(byText, wanted, found, stop); !done) {
            return std::move(done).error();
        }
    }
    result.total += found.size();
    result.best.assign(found.cbegin(), found.cend());
    std::ranges::sort(result.best, [](const Candidate& a, const Candidate& b) {
        return a.score != b.score          ? a.score > b.score
            : a.popularity != b.popularity ? a.popularity > b.popularity
                                           : a.id < b.id;
    });
    return result;
}

QList<qint64> best(const std::vector<Candidate>& list, int limit)
{
    QList<qint64> ids;
    for (size_t i = 0; i < list.size() && i < static_cast<size_t>(limit); ++i) {
        ids.append(list[i].id);
    }
    return ids;
}

} // namespace

util::Result<SearchResult> search(
    db::Connection& connection, const QString& text, int limit, std::stop_token stop)
{
    SearchResult result;
    const QString wanted = util::sortKey(text);
    const QString query = util::searchQuery(text);
    if (wanted.isEmpty() || query.isEmpty()) {
        return result;
    }
    const auto idsOf = [&](ItemType type) -> util::Result<QList<qint64>> {
        auto ranked = candidates(connection, type, wanted, query, limit, stop);
        if (!ranked) {
            return std::move(ranked).error();
        }
        result.total += ranked->total;
        return best(ranked->best, limit);
    };
    auto artistIds = idsOf(ItemType::Artist);
    auto albumIds = artistIds ? idsOf(ItemType::Album) : artistIds;
    auto trackIdList = albumIds ? idsOf(ItemType::Track) : albumIds;
    if (!trackIdList) {
        return std::move(trackIdList).error();
    }
    QList<qint64> videoIds;
    for (const ItemType type : { ItemType::Movie, ItemType::Show, ItemType::Episode }) {
        auto ids = idsOf(type);
        if (!ids) {
            return std::move(ids).error();
        }
        videoIds += *ids;
    }
    auto artists = artistRows(connection, *artistIds);
    auto albums = albumRows(connection, *albumIds);
    auto tracks = trackRows(connection, *trackIdList, stop);
    auto lists = playlistsNamed(connection, wanted, limit);
    auto videos = items(connection, videoIds.mid(0, limit));
    if (!artists || !albums || !tracks || !lists || !videos) {
        return !artists ? artists.error()
            : !albums   ? albums.error()
            : !tracks   ? tracks.error()
            : !lists    ? lists.error()
                        : videos.error();
    }
    result.artists = std::move(artists).value();
    result.albums = std::move(albums).value();
    result.tracks = std::move(tracks).value();
    result.playlists = std::move(lists).value();
    result.videos = std::move(videos).value();
    result.total += result.playlists.size();
    return result;
}

} // namespace library
