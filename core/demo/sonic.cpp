// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/sonic.h"

#include "core/demo/names.h"

#include <cmath>

namespace demo::sonic {

namespace {

/// A place in the space of sounds.
struct Point
{
    double x = 0;
    double y = 0;
    double z = 0;

    [[nodiscard]] double to(const Point& other) const
    {
        return std::hypot(x - other.x, y - other.y, z - other.z);
    }
    [[nodiscard]] Point between(const Point& other, double share) const
    {
        return { x + (other.x - x) * share, y + (other.y - y) * share, z + (other.z - z) * share };
    }
};

Point drawn(Kind kind, quint32 index)
{
    const quint64 bits = mix((static_cast<quint64>(kind) << 40) ^ index);
    const auto part
        = [bits](int shift) { return static_cast<double>((bits >> shift) & 0xfffff) / 1048575.0; };
    return { part(0), part(20), part(40) };
}

Point pointOf(const Model& model, Item item)
{
    constexpr double ownShare = 0.35; // the rest is what the artist always sounds like
    if (item.kind == Kind::Artist) {
        return drawn(item.kind, item.index);
    }
    const quint32 album = item.kind == Kind::Album ? item.index : model.music.albumOf(item.index);
    return drawn(Kind::Artist, model.music.artistOf(album))
        .between(drawn(item.kind, item.index), ownShare);
}

quint32 countOf(const Model& model, Kind kind)
{
    return kind == Kind::Artist ? model.music.artistCount()
        : kind == Kind::Album   ? model.music.albumCount()
        : kind == Kind::Track   ? model.music.trackCount()
                                : 0;
}

bool isBelow(const Model& model, Item item, const Search& search)
{
    const quint32 album = item.kind == Kind::Track ? model.music.albumOf(item.index) : item.index;
    if (item.kind == Kind::Artist) {
        return false;
    }
    const Item artist { Kind::Artist, model.music.artistOf(album) };
    const Item parent = item.kind == Kind::Track ? Item { Kind::Album, album } : artist;
    return (search.exceptParent && *search.exceptParent == parent)
        || (search.exceptGrandparent && *search.exceptGrandparent == artist);
}

/// The nearest to a place, nearest first, as many as @p fits lets through.
template <class Fits>
std::vector<Neighbour> near(
    const Model& model, Kind kind, const Point& place, double most, int limit, const Fits& fits)
{
    std::vector<Neighbour> found;
    for (quint32 i = 0; i < countOf(model, kind); ++i) {
        const double away = pointOf(model, { kind, i }).to(place);
        if (away <= most) {
            found.push_back({ { kind, i }, away });
        }
    }
    std::ranges::sort(
        found, [](const Neighbour& a, const Neighbour& b) { return a.distance < b.distance; });
    std::vector<Neighbour> kept;
    for (const Neighbour& one : found) {
        if (static_cast<int>(kept.size()) >= limit) {
            break;
        }
        if (!model.state.isRemoved(one.item) && fits(one.item) && isAnalysed(model, one.item)) {
            kept.push_back(one);
        }
    }
    return kept;
}

} // namespace

bool isAnalysed(const Model& model, Item item)
{
    if (!model.hasPass) {
        return false;
    }
    if (item.kind == Kind::Artist) {
        const Range albums = model.music.albumsOf(item.index);
        return albums.count > 0 && isAnalysed(model, { Kind::Album, albums.first });
    }
    if (item.kind == Kind::Album) {
        // One track is enough for the album: the first that is.
        const Range tracks = model.music.tracksOf(item.index);
        for (quint32 i = 0; i < tracks.count; ++i) {
            if (model.music.track(tracks.first + i).isAnalysed) {
                return true;
            }
        }
        return false;
    }
    return item.kind == Kind::Track && model.music.track(item.index).isAnalysed;
}

double distance(const Model& model, Item a, Item b)
{
    return pointOf(model, a).to(pointOf(model, b));
}

bool areSimilar(const Model& model, Item a, Item b)
{
    return a.kind == b.kind && !(a == b) && distance(model, a, b) <= kUsualDistance
        && isAnalysed(model, a) && isAnalysed(model, b);
}

std::vector<Neighbour> nearest(const Model& model, Item seed, const Search& search)
{
    if (countOf(model, seed.kind) == 0 || !isAnalysed(model, seed)) {
        return {};
    }
    return near(model, seed.kind, pointOf(model, seed), search.maxDistance, search.limit,
        [&model, seed, &search](
            Item item) { return !(item == seed) && !isBelow(model, item, search); });
}

std::vector<Item> path(const Model& model, Item from, Item to, int count)
{
    if (!isAnalysed(model, from) || !isAnalysed(model, to)) {
        return {};
    }
    std::vector<Item> items { from };
    for (int i = 1; i < count - 1; ++i) {
        const Point place = pointOf(model, from)
                                .between(pointOf(model, to), static_cast<double>(i) / (count - 1));
        const std::vector<Neighbour> next
            = near(model, Kind::Track, place, 2, 1, [&items, to](Item item) {
                  return !(item == to) && std::ranges::find(items, item) == items.end();
              });
        if (!next.empty()) {
            items.push_back(next.front().item);
        }
    }
    items.push_back(to);
    return items;
}

} // namespace demo::sonic
