// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/station.h"

#include "core/demo/listing.h"
#include "core/demo/names.h"
#include "core/demo/sonic.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace demo::stations {

namespace {

/// What each of the library's own stations plays.
QByteArray queryOf(const QString& number)
{
    static const QHash<QString, QByteArray> queries { { u"1"_s, {} }, { u"3"_s, "viewCount%3C=1" },
        { u"4"_s, "album.year%3C=1990" }, { u"5"_s, {} } };
    return queries.value(number, "-");
}

std::vector<Item> tracksOf(const Model& model, Item item)
{
    const Range albums
        = item.kind == Kind::Artist ? model.music.albumsOf(item.index) : Range { item.index, 1 };
    std::vector<Item> items;
    for (quint32 a = 0; a < albums.count; ++a) {
        const Range tracks = model.music.tracksOf(albums.first + a);
        for (quint32 t = 0; t < tracks.count; ++t) {
            items.push_back({ Kind::Track, tracks.first + t });
        }
    }
    return items;
}

/// The seed's own tracks and those of what sounds like it.
std::vector<Item> around(const Model& model, Item seed)
{
    std::vector<Item> items;
    sonic::Search search;
    search.maxDistance = 0.5;
    search.limit = seed.kind == Kind::Track ? 300 : 12;
    if (seed.kind == Kind::Track) {
        items.push_back(seed);
    } else {
        items = tracksOf(model, seed);
    }
    for (const sonic::Neighbour& near : sonic::nearest(model, seed, search)) {
        const std::vector<Item> more = seed.kind == Kind::Track ? std::vector<Item> { near.item }
                                                                : tracksOf(model, near.item);
        items.insert(items.end(), more.begin(), more.end());
    }
    return items;
}

} // namespace

std::optional<Station> parse(const Model& model, const QString& key)
{
    const qsizetype mark = key.indexOf(u'?');
    const QStringList parts = key.left(mark).split(u'/', Qt::SkipEmptyParts);
    Station station;
    if (parts.size() == 5 && parts.at(1) == u"sections" && parts.at(3) == u"stations") {
        station.query = queryOf(parts.at(4));
        if (parts.at(2).toInt() != sections::kMusic || station.query == "-") {
            return std::nullopt;
        }
        if (mark >= 0) {
            // The genres of a genre station are those of albums: tracks hardly have any.
            const QByteArray own = key.mid(mark + 1).toUtf8().replace("&genre=", "&album.genre=");
            station.query += (station.query.isEmpty() ? "" : "&") + own;
        }
    } else if (parts.size() == 5 && parts.at(1) == u"metadata" && parts.at(3) == u"station") {
        station.seed = model.state.find(parts.at(2).toULongLong());
        const bool isMusic = station.seed && sections::of(station.seed->kind) == sections::kMusic;
        if (!isMusic) {
            return std::nullopt;
        }
    } else {
        return std::nullopt;
    }
    return station;
}

std::vector<Item> next(const Model& model, Listings& listings, UserId user, const Station& station,
    const std::vector<Item>& played)
{
    std::vector<Item> pool;
    if (station.seed) {
        pool = around(model, *station.seed);
    } else {
        const Rows rows = listings.rows(
            parseListing(parseQuery("type=10&" + station.query, Plus::Plus), Kind::Track), user);
        for (const quint32 row : *rows) {
            pool.push_back({ Kind::Track, row });
        }
    }
    std::erase_if(pool, [&model](const Item& item) { return model.state.isRemoved(item); });
    QSet<Item> taken(played.begin(), played.end());
    if (taken.size() >= static_cast<qsizetype>(pool.size())) {
        taken.clear(); // all were played: from the start again
    }
    std::vector<Item> items;
    Draw draw(station.number ^ (quint64 { played.size() } << 32));
    for (int tries = 0;
         tries < 50 * kBatch && !pool.empty() && static_cast<int>(items.size()) < kBatch; ++tries) {
        const Item item = pool[draw.below(static_cast<quint32>(pool.size()))];
        if (!taken.contains(item)) {
            taken.insert(item);
            items.push_back(item);
        }
    }
    return items;
}

} // namespace demo::stations
