// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/trackorder.h"

#include "core/library/grouporder.h"
#include "core/library/tables.h"
#include "core/util/fold.h"

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;
using types::ItemType;

namespace library {

namespace {

constexpr qint64 kGap = 1024;
constexpr int kStopEvery = 1024;

/// One track while its place is being worked out.
struct Place
{
    RankedTrack stored {};
    qint64 albumArtist = 0; // position of the album's artist among artists
    qint64 album = 0; // position of the album among albums
    qint64 title = 0; // position of the title among titles
    qint64 ownArtist = 0; // position of the track's own artist among names
    int disc = 0;
};

std::vector<qint64> numberAfresh(size_t count)
{
    std::vector<qint64> ranks(count);
    for (size_t i = 0; i < count; ++i) {
        ranks[i] = static_cast<qint64>(i + 1) * kGap;
    }
    return ranks;
}

/// Position of each item of @p type in the order of its sort title; equal titles share one.
util::Result<QHash<qint64, qint64>> positions(
    db::Connection& connection, ItemType type, std::stop_token stop)
{
    QHash<qint64, qint64> result;
    auto statement
        = connection.prepare("SELECT id, title_sort FROM item WHERE type = ? ORDER BY title_sort");
    statement.bind(int(type));
    QString previous;
    qint64 position = 0;
    while (statement.next()) {
        const QString title = statement.text(1);
        if (position == 0 || title != previous) {
            ++position;
            previous = title;
        }
        result.insert(statement.integer(0), position);
        if (result.size() % kStopEvery == 0 && stop.stop_requested()) {
            return util::Error::cancelled();
        }
    }
    if (auto status = statement.status(); !status) {
        return std::move(status).error();
    }
    return result;
}

/// Names that tracks carry as their artist, each with its position in sorted order.
class ArtistNames
{
public:
    qint64 add(const QString& name)
    {
        const auto known = m_numbers.constFind(name);
        if (known != m_numbers.constEnd()) {
            return known.value();
        }
        m_keys.push_back(util::sortKey(name));
        const auto number = static_cast<qint64>(m_keys.size()) - 1;
        m_numbers.insert(name, number);
        return number;
    }
    /// Position by number; equal keys share one.
    [[nodiscard]] std::vector<qint64> sorted() const
    {
        std::vector<size_t> order(m_keys.size());
        for (size_t i = 0; i < order.size(); ++i) {
            order[i] = i;
        }
        std::ranges::sort(order, [this](size_t a, size_t b) { return m_keys[a] < m_keys[b]; });
        std::vector<qint64> result(m_keys.size());
        qint64 position = 0;
        for (size_t i = 0; i < order.size(); ++i) {
            if (i == 0 || m_keys[order[i]] != m_keys[order[i - 1]]) {
                ++position;
            }
            result[order[i]] = position;
        }
        return result;
    }

private:
    QHash<QString, qint64> m_numbers;
    std::vector<QString> m_keys;
};

constexpr auto kPlaces = R"(
    SELECT o.id, o.default_rank, o.title_rank, o.artist_rank, o.album_rank, o.year,
        o.disc_number, t.parent_id, t.grandparent_id, t.original_title, t.grandparent_title,
        coalesce(a.year, t.year, 0)
    FROM track_order o
    JOIN item t ON t.id = o.id
    LEFT JOIN item a ON a.id = t.parent_id
    ORDER BY o.id)";

util::Result<std::vector<Place>> readPlaces(db::Connection& connection, std::stop_token stop)
{
    auto titles = positions(connection, ItemType::Track, stop);
    auto artists = positions(connection, ItemType::Artist, stop);
    auto albums = positions(connection, ItemType::Album, stop);
    for (const auto* positionsOf : { &titles, &artists, &albums }) {
        if (!*positionsOf) {
            return positionsOf->error();
        }
    }
    std::vector<Place> places;
    ArtistNames names;
    auto statement = connection.prepare(kPlaces);
    while (statement.next()) {
        Place place;
        place.stored.id = statement.integer(0);
        place.stored.defaultRank = statement.integer(1);
        place.stored.titleRank = statement.integer(2);
        place.stored.artistRank = statement.integer(3);
        place.stored.albumRank = statement.integer(4);
        place.stored.year = statement.small(5);
        place.disc = statement.small(6);
        place.album = albums->value(statement.integer(7));
        place.albumArtist = artists->value(statement.integer(8));
        place.title = titles->value(place.stored.id);
        const QString own = statement.text(9);
        place.ownArtist = names.add(own.isEmpty() ? statement.text(10) : own);
        if (const int year = statement.small(11); year != place.stored.year) {
            place.stored.year = year;
            place.stored.defaultRank = kUnranked; // makes it a row to store
        }
        places.push_back(place);
        if (places.size() % kStopEvery == 0 && stop.stop_requested()) {
            return util::Error::cancelled();
        }
    }
    if (auto status = statement.status(); !status) {
        return std::move(status).error();
    }
    const std::vector<qint64> nameOrder = names.sorted();
    for (Place& place : places) {
        place.ownArtist = nameOrder[static_cast<size_t>(place.ownArtist)];
    }
    return places;
}

/// Ranks one column: rows with equal positions share a rank.
void rankColumn(std::vector<Place>& places, qint64 Place::*position, qint64 RankedTrack::*rank)
{
    std::ranges::sort(places, {}, position);
    std::vector<qint64> existing;
    for (size_t i = 0; i < places.size(); ++i) {
        const qint64 stored = places[i].stored.*rank;
        if (i == 0 || places[i].*position != places[i - 1].*position) {
            existing.push_back(stored);
        } else if (existing.back() == kUnranked) {
            existing.back() = stored;
        }
    }
    const std::vector<qint64> ranks = assignRanks(existing);
    size_t group = 0;
    qint64 previous = 0;
    for (size_t i = 0; i < places.size(); ++i) {
        if (i > 0 && places[i].*position != previous) {
            ++group;
        }
        previous = places[i].*position;
        places[i].stored.*rank = ranks[group];
    }
}

} // namespace

std::vector<qint64> assignRanks(std::span<const qint64> existing)
{
    const auto fresh = std::ranges::count(existing, kUnranked);
    if (fresh > static_cast<qint64>(existing.size()) / 8) {
        return numberAfresh(existing.size());
    }
    std::vector<qint64> ranks(existing.begin(), existing.end());
    qint64 previous = 0;
    for (size_t i = 0; i < ranks.size();) {
        size_t end = i;
        while (end < ranks.size() && ranks[end] == kUnranked) {
            ++end;
        }
        const auto run = static_cast<qint64>(end - i);
        const qint64 next = end < ranks.size() ? ranks[end] : previous + (run + 1) * kGap;
        const qint64 step = (next - previous) / (run + 1);
        if (step < 1) {
            return numberAfresh(existing.size()); // out of order, or the gap is used up
        }
        for (; i < end; ++i) {
            previous += step;
            ranks[i] = previous;
        }
        previous = next;
        ++i;
    }
    return ranks;
}

util::Result<std::vector<RankedTrack>> computeRanks(
    db::Connection& connection, std::stop_token stop)
{
    auto places = readPlaces(connection, stop);
    if (!places) {
        return std::move(places).error();
    }
    std::vector<RankedTrack> before;
    before.reserve(places->size());
    for (const Place& place : *places) { // in order of id
        before.push_back(place.stored);
    }
    rankColumn(*places, &Place::title, &RankedTrack::titleRank);
    rankColumn(*places, &Place::ownArtist, &RankedTrack::artistRank);
    rankColumn(*places, &Place::album, &RankedTrack::albumRank);
    std::ranges::sort(*places, [](const Place& a, const Place& b) {
        return std::tie(a.albumArtist, a.album, a.stored.year, a.disc, a.title, a.stored.id)
            < std::tie(b.albumArtist, b.album, b.stored.year, b.disc, b.title, b.stored.id);
    });
    std::vector<qint64> existing;
    existing.reserve(places->size());
    for (const Place& place : *places) {
        existing.push_back(place.stored.defaultRank);
    }
    const std::vector<qint64> ranks = assignRanks(existing);
    for (size_t i = 0; i < places->size(); ++i) {
        (*places)[i].stored.defaultRank = ranks[i];
    }
    std::ranges::sort(*places, {}, [](const Place& place) { return place.stored.id; });
    std::vector<RankedTrack> changed;
    for (size_t i = 0; i < places->size(); ++i) {
        const RankedTrack& now = (*places)[i].stored;
        const RankedTrack& then = before[i];
        if (std::tie(now.defaultRank, now.titleRank, now.artistRank, now.albumRank)
            != std::tie(then.defaultRank, then.titleRank, then.artistRank, then.albumRank)) {
            changed.push_back(now);
        }
    }
    return changed;
}

util::Result<void> noteRanks(db::Connection& connection, Ranks ranks)
{
    if (ranks == Ranks::Valid) {
        return connection.prepare("DELETE FROM cache WHERE key = 'ranks_stale'").run();
    }
    if (auto noted = noteStaleGroups(connection); !noted) { // made of the same texts
        return noted;
    }
    return connection
        .prepare("INSERT OR REPLACE INTO cache (key, value) VALUES ('ranks_stale', '1')")
        .run();
}

util::Result<Ranks> ranksState(db::Connection& connection)
{
    auto statement = connection.prepare("SELECT value FROM cache WHERE key = 'ranks_stale'");
    const Ranks ranks = statement.next() ? Ranks::Stale : Ranks::Valid;
    if (auto status = statement.status(); !status) {
        return std::move(status).error();
    }
    return ranks;
}

util::Result<void> storeRanks(db::Connection& connection, std::span<const RankedTrack> ranks)
{
    for (const RankedTrack& track : ranks) {
        auto update = connection.prepare(R"(
            UPDATE track_order
            SET default_rank = ?, title_rank = ?, artist_rank = ?, album_rank = ?, year = ?
            WHERE id = ?)");
        if (auto done = update
                            .bind(track.defaultRank, track.titleRank, track.artistRank,
                                track.albumRank, track.year, track.id)
                            .run();
            !done) {
            return done;
        }
    }
    return {};
}

} // namespace library
