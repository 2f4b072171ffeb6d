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

// How well something fits: what is above all others of the same words.
constexpr int kSame = 100;
constexpr int kBeginsWithWord = 80;
constexpr int kBegins = 70;
constexpr int kInTitle = 50;
constexpr int kElsewhere = 20; ///< in another order, or in artist and album

struct Candidate
{
    qint64 id = 0;
    int score = 0;
    int popularity = 0;
};

int scoreTitle(const QString& titleSort, const QString& wanted)
{
    if (titleSort == wanted) {
        return kSame;
    }
    if (titleSort.startsWith(wanted)) {
        const bool wholeWord
            = titleSort.size() > wanted.size() && titleSort.at(wanted.size()) == u' ';
        return wholeWord ? kBeginsWithWord : kBegins;
    }
    return titleSort.contains(u' ' + wanted) ? kInTitle : kElsewhere;
}

/// What was found of one kind.
struct Ranked
{
    std::vector<Candidate> best; ///< in order
    qint64 total = 0; ///< with those that are in no list, being behind them
};

/// What is searched for.
struct Wanted
{
    QString text; ///< as titles are sorted
    QString words; ///< of the full text
    bool isOneWord() const { return !text.contains(u' '); }
};

/// Looks for one kind of item.
class Finder
{
public:
    Finder(db::Connection& connection, ItemType type, const Wanted& wanted, std::stop_token stop)
        : m_connection(connection)
        , m_type(type)
        , m_wanted(wanted)
        , m_stop(std::move(stop))
    {
    }

    /// @param limit  as many are shown
    util::Result<Ranked> find(int limit)
    {
        util::Result<void> done = findTitles();
        qint64 others = 0;
        if (m_wanted.text.size() > 1) { // one letter is in too much
            if (done && m_found.size() < limit) {
                done = findWords(limit);
            }
        }
        if (!done) {
            return std::move(done).error();
        }
        if (m_wanted.text.size() > 1 && m_found.size() >= limit) {
            const auto counted = countOthers(); // whatever is left stands behind these
            if (!counted) {
                return counted.error();
            }
            others = *counted;
        }
        Ranked result;
        result.total = m_found.size() + others;
        result.best.assign(m_found.cbegin(), m_found.cend());
        std::ranges::sort(result.best, [](const Candidate& a, const Candidate& b) {
            return a.score != b.score          ? a.score > b.score
                : a.popularity != b.popularity ? a.popularity > b.popularity
                                               : a.id < b.id;
        });
        return result;
    }

private:
    /// The titles that begin with the text.
    util::Result<void> findTitles()
    {
        auto titles = m_connection.prepare(sql::kTitledFrom);
        titles.bind(int(m_type), m_wanted.text, afterPrefix(m_wanted.text), kCandidates);
        return collect(titles, [&] { return scoreTitle(titles.text(3), m_wanted.text); });
    }

    /// What has the words anywhere, if need be.
    util::Result<void> findWords(int limit)
    {
        const bool isMusic
            = m_type == ItemType::Artist || m_type == ItemType::Album || m_type == ItemType::Track;
        if (!isMusic || !m_wanted.isOneWord()) {
            auto items = bound(sql::kItemsWithWords, m_wanted.words);
            return collect(items, [&] { return scoreTitle(items.text(3), m_wanted.text); });
        }
        auto inTitle = bound(sql::kMusicWithWords, u"title : ("_s + m_wanted.words + u')');
        auto done = collect(inTitle, [] { return kInTitle; });
        if (!done || m_found.size() >= limit) {
            return done;
        }
        auto anywhere = bound(sql::kMusicWithWords, m_wanted.words);
        return collect(anywhere, [] { return kElsewhere; });
    }

    /// How many have the words and are not found yet.
    util::Result<qint64> countOthers()
    {
        qint64 others = 0;
        auto ids = bound(sql::kIdsWithWords, m_wanted.words);
        while (ids.next()) {
            others += m_found.contains(ids.integer(0)) ? 0 : 1;
            if (isStopped()) {
                return util::Error::cancelled();
            }
        }
        if (auto status = ids.status(); !status) {
            return std::move(status).error();
        }
        return others;
    }

    db::Statement bound(const char* sql, const QString& words)
    {
        const auto [first, last] = idRange(m_type);
        auto statement = m_connection.prepare(sql);
        statement.bind(words, first, last, kCandidates);
        return statement;
    }

    /// Adds the rows of a statement over id, plays and rating. @param score  of the row it is at
    template <class Score>
    util::Result<void> collect(db::Statement& statement, Score score)
    {
        while (statement.next()) {
            const qint64 id = statement.integer(0);
            if (!m_found.contains(id)) {
                const int popularity
                    = qMin(statement.small(1), 50) + qMax(0, statement.small(2)) * 3 / 100;
                m_found.insert(id, { id, score(), popularity });
            }
            if (isStopped()) {
                return util::Error::cancelled();
            }
        }
        return statement.status();
    }

    bool isStopped() { return ++m_steps % kStopEvery == 0 && m_stop.stop_requested(); }

    db::Connection& m_connection;
    ItemType m_type;
    const Wanted& m_wanted;
    std::stop_token m_stop;
    QHash<qint64, Candidate> m_found;
    int m_steps = 0;
};

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
    const Wanted wanted { util::sortKey(text), util::searchQuery(text) };
    if (wanted.text.isEmpty() || wanted.words.isEmpty()) {
        return result;
    }
    const auto idsOf = [&](ItemType type) -> util::Result<QList<qint64>> {
        if (stop.stop_requested()) {
            return util::Error::cancelled();
        }
        auto ranked = Finder(connection, type, wanted, stop).find(limit);
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
    auto lists = playlistsNamed(connection, wanted.text, limit);
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
