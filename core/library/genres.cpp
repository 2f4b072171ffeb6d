// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/genres.h"

#include "core/library/tables.h"

#include <QHash>
#include <algorithm>

using types::ItemType;
using util::Result;

namespace library {

namespace {

constexpr size_t kStopEvery = 1024;

/// Two ids that belong together.
struct Pair
{
    qint64 first = 0;
    qint64 second = 0;
    auto operator<=>(const Pair&) const = default;
};

Result<std::vector<Pair>> readPairs(db::Connection& connection, const char* sql, ItemType of,
    ItemType to, const std::stop_token& stop)
{
    std::vector<Pair> pairs;
    auto statement = connection.prepare(sql);
    statement.bind(idRange(of).first, idRange(to).second);
    while (statement.next()) {
        pairs.push_back({ statement.integer(0), statement.integer(1) });
        if (pairs.size() % kStopEvery == 0 && stop.stop_requested()) {
            return util::Error::cancelled();
        }
    }
    if (auto status = statement.status(); !status) {
        return std::move(status).error();
    }
    return pairs;
}

/// Those of @p pairs, which are sorted, that begin with @p first.
std::span<const Pair> startingWith(const std::vector<Pair>& pairs, qint64 first)
{
    const auto found = std::ranges::equal_range(pairs, first, {}, &Pair::first);
    return { found.begin(), found.end() };
}

QHash<qint64, int> counted(std::vector<Pair> itemAndGenre)
{
    std::ranges::sort(itemAndGenre);
    const auto twice = std::ranges::unique(itemAndGenre);
    itemAndGenre.erase(twice.begin(), twice.end());
    QHash<qint64, int> counts;
    for (const Pair& pair : itemAndGenre) {
        ++counts[pair.second];
    }
    return counts;
}

} // namespace

Result<QList<types::GenreRow>> genres(db::Connection& connection, std::stop_token stop)
{
    // Artists' ids come right before albums'.
    const auto tagged = readPairs(connection, R"(
        SELECT x.item_id, x.tag_id
        FROM item_tag x
        JOIN tag g ON g.id = x.tag_id
        WHERE g.kind = 1 AND x.item_id >= ? AND x.item_id < ?
        ORDER BY x.item_id)",
        ItemType::Artist, ItemType::Album, stop);
    const auto albums = readPairs(connection, R"(
        SELECT parent_id, id
        FROM item
        WHERE parent_id >= ? AND parent_id < ?)",
        ItemType::Artist, ItemType::Artist, stop);
    if (!tagged || !albums) {
        return tagged ? albums.error() : tagged.error();
    }
    std::vector<Pair> ofAlbums;
    std::vector<Pair> ofArtists;
    const qint64 firstAlbum = idRange(ItemType::Album).first;
    for (const Pair& pair : *tagged) {
        (pair.first < firstAlbum ? ofArtists : ofAlbums).push_back(pair);
    }
    const std::vector<Pair> own = ofAlbums;
    for (const auto& [artist, album] : *albums) {
        const auto carried = startingWith(own, album);
        for (const Pair& pair : carried.empty() ? startingWith(*tagged, artist) : carried) {
            ofAlbums.push_back({ album, pair.second });
            ofArtists.push_back({ artist, pair.second });
        }
    }
    const auto albumCounts = counted(std::move(ofAlbums));
    const auto artistCounts = counted(std::move(ofArtists));
    QList<types::GenreRow> rows;
    auto names
        = connection.prepare("SELECT id, name FROM tag WHERE kind = 1 ORDER BY name_sort, name");
    while (names.next()) {
        const qint64 id = names.integer(0);
        const types::GenreRow row { names.text(1), artistCounts.value(id), albumCounts.value(id) };
        if (row.artists > 0 || row.albums > 0) {
            rows.append(row);
        }
    }
    if (auto status = names.status(); !status) {
        return std::move(status).error();
    }
    return rows;
}

} // namespace library
