// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/hubsapi.h"

using namespace Qt::StringLiterals;

namespace demo {

namespace {

constexpr int kUsualCount = 12;
constexpr int kMostCount = 50;
constexpr int kGenres = 3; // rows of the mixed shelf

int countOf(const Call& call)
{
    bool isNumber = false;
    const int count = call.request.value(u"count").toInt(&isNumber);
    return isNumber ? std::clamp(count, 0, kMostCount) : kUsualCount;
}

bool hasStations(const Call& call)
{
    return call.request.value(u"includeStations") == u"1";
}

/// A radio: no ratingKey, since it is no item of the library.
struct Station
{
    const char* number;
    const char* guid;
    const char* title;
};

constexpr Station kStations[] = {
    { "1", "tv.plex://station/library", "Library Radio" },
    { "3", "tv.plex://station/deep-cuts", "Deep Cuts Radio" },
    { "4", "tv.plex://station/time-travel", "Time Travel Radio" },
};

/// The scalars of one row differ from those of the next, and the last lacks even its type.
void writeStation(Writer& out, int row)
{
    const Station& station = kStations[row];
    out.beginItem("Playlist");
    out.text("key", QByteArray("/library/sections/2/stations/") + station.number);
    out.text("guid", station.guid);
    if (row != 2) {
        out.text("type", "playlist");
    }
    out.text("title", station.title);
    if (row == 1) {
        out.text("smart", "1");
        out.text("radio", "1");
        out.text("librarySectionID", "2");
    } else {
        out.flag("smart", true);
        out.flag("radio", true);
        out.number("librarySectionID", sections::kMusic);
    }
    out.text("playlistType", "audio");
    out.endItem();
}

void writeStations(Writer& out)
{
    out.beginList("Metadata");
    for (int row = 0; row < static_cast<int>(std::size(kStations)); ++row) {
        writeStation(out, row);
    }
    out.endList();
    out.beginList("Directory");
    out.beginItem("Directory");
    out.text("key", "/library/sections/2/stationDirectories/genre");
    out.text("title", "Genre Stations");
    out.endItem();
    out.endList();
}

} // namespace

void HubsApi::addRoutes(Router& router)
{
    router.add(u"GET"_s, u"/hubs"_s, this, &HubsApi::home);
    router.add(u"GET"_s, u"/hubs/sections/{}"_s, this, &HubsApi::section);
    router.add(u"GET"_s, u"/hubs/sections/{}/stations"_s, this, &HubsApi::stations);
    router.add(u"GET"_s, u"/library/sections/{}/stationDirectories/genre"_s, this,
        &HubsApi::stationsByGenre);
}

void HubsApi::writeShelf(Writer& out, const Call& call, const Shelf& shelf)
{
    const QByteArray query
        = "type=" + QByteArray::number(typeNumber(shelf.kind)) + '&' + shelf.query;
    const Rows rows
        = m_listings.rows(parseListing(parseQuery(query, Plus::Plus), shelf.kind), call.user);
    const size_t count = std::min(rows->size(), static_cast<size_t>(countOf(call)));
    const QByteArray section = QByteArray::number(shelf.section);
    QByteArray keys;
    for (size_t i = 0; i < count; ++i) {
        keys += (i > 0 ? "," : "")
            + QByteArray::number(m_model.state.key({ shelf.kind, (*rows)[i] }));
    }
    out.beginItem("Hub");
    if (count > 0) {
        out.text("hubKey", "/library/metadata/" + keys);
    }
    out.text("key", "/library/sections/" + section + "/all?" + query);
    out.text("title", shelf.title);
    out.text("type", typeName(shelf.kind));
    out.text("hubIdentifier", QByteArray(shelf.name) + '.' + section);
    out.text("context", QByteArray("hub.") + shelf.name);
    out.number("size", static_cast<qint64>(count));
    out.flag("more", count < rows->size());
    out.text("style", "shelf");
    out.flag("promoted", true);
    ItemWriter writer(m_model, call.user, out);
    out.beginList("Metadata");
    for (size_t i = 0; i < count; ++i) {
        writer.write({ shelf.kind, (*rows)[i] });
    }
    out.endList();
    out.endItem();
}

/// Rows that are nothing but a name and where it leads.
void HubsApi::writeGenres(Writer& out, int most) const
{
    const TagTable& genres = m_model.music.tags(TagKind::Genre);
    out.beginList("Directory");
    for (qsizetype i = 0; i < std::min<qsizetype>(most, genres.names.size()); ++i) {
        out.beginItem("Directory");
        out.text("key",
            "/library/sections/2/all?type=9&genre="
                + QByteArray::number(genres.first + static_cast<int>(i)));
        out.text("title", genres.names.at(i));
        out.endItem();
    }
    out.endList();
}

void HubsApi::writeMixed(Writer& out, const Call& call)
{
    const Rows albums = m_listings.rows(
        parseListing(parseQuery("type=9&sort=year%3Adesc"), Kind::Album), call.user);
    const Rows artists = m_listings.rows(
        parseListing(parseQuery("type=8&sort=titleSort"), Kind::Artist), call.user);
    std::vector<Item> items;
    if (!artists->empty()) {
        items.push_back({ Kind::Artist, artists->front() });
    }
    for (size_t i = 0; i < std::min<size_t>(2, albums->size()); ++i) {
        items.push_back({ Kind::Album, (*albums)[i] });
    }
    const auto genres
        = std::min<qsizetype>(kGenres, m_model.music.tags(TagKind::Genre).names.size());
    out.beginItem("Hub");
    out.text("key", "/library/sections/2/genre?type=9");
    out.text("title", "Explore");
    out.text("type", "mixed");
    out.text("hubIdentifier", "music.explore.2");
    out.text("context", "hub.music.explore");
    out.number("size", static_cast<qint64>(items.size()) + genres);
    out.flag("more", true);
    out.text("style", "shelf");
    out.flag("random", true);
    ItemWriter writer(m_model, call.user, out);
    out.beginList("Metadata");
    for (const Item& item : items) {
        writer.write(item);
    }
    out.endList();
    writeGenres(out, kGenres);
    out.endItem();
}

void HubsApi::writeStationHub(Writer& out) const
{
    out.beginItem("Hub");
    out.text("key", "/hubs/sections/2/stations");
    out.text("title", "Stations");
    out.text("type", "station");
    out.text("hubIdentifier", "music.stations.2");
    out.text("context", "hub.music.stations");
    out.number("size", std::ssize(kStations) + 1);
    out.flag("more", false);
    out.text("style", "shelf");
    writeStations(out);
    out.endItem();
}

Response HubsApi::section(const Call& call)
{
    static constexpr Shelf shelves[] = {
        { sections::kMovies, Kind::Movie, "Recently Added Films", "movie.recentlyadded",
            "sort=addedAt%3Adesc" },
        { sections::kMusic, Kind::Album, "Recently Added Music", "music.recent.added",
            "sort=addedAt%3Adesc" },
        { sections::kMusic, Kind::Track, "Recently Played", "music.recent.played",
            "sort=lastViewedAt%3Adesc&viewCount%3E%3E=0" },
        { sections::kMusic, Kind::Track, "Played More Than Anything", "music.popular",
            "sort=viewCount%3Adesc&viewCount%3E%3E=1000000" }, // nobody has: an empty shelf
        { sections::kShows, Kind::Show, "Recently Added Series", "tv.recentlyadded",
            "sort=addedAt%3Adesc" },
    };
    const quint64 wanted = call.key();
    if (wanted < sections::kMovies || wanted > sections::kShows) {
        return Response::error(400); // not 404
    }
    return hubs(call, shelves, static_cast<int>(wanted));
}

Response HubsApi::home(const Call& call)
{
    static constexpr Shelf shelves[] = {
        { sections::kMovies, Kind::Movie, "Recently Added in Films", "home.movies.recent",
            "sort=addedAt%3Adesc" },
        { sections::kShows, Kind::Show, "Recently Added in Series", "home.television.recent",
            "sort=addedAt%3Adesc" },
        { sections::kMusic, Kind::Album, "Recently Added in Music", "home.music.recent",
            "sort=addedAt%3Adesc" },
    };
    return hubs(call, shelves, std::nullopt);
}

Response HubsApi::hubs(const Call& call, std::span<const Shelf> shelves, std::optional<int> section)
{
    std::vector<Shelf> shown;
    std::ranges::copy_if(shelves, std::back_inserter(shown),
        [section](const Shelf& shelf) { return shelf.section == section.value_or(shelf.section); });
    const bool isMusic = section.value_or(sections::kMusic) == sections::kMusic;
    const bool isRadio = isMusic && hasStations(call);
    Writer out(call.format(), 64 * 1024);
    out.beginItem("MediaContainer");
    out.number("size", std::ssize(shown) + (isMusic ? 1 : 0) + (isRadio ? 1 : 0));
    out.flag("allowSync", true);
    out.text("identifier", kLibraryIdentifier);
    if (section) {
        out.number("librarySectionID", *section);
    }
    out.beginList("Hub");
    for (const Shelf& shelf : shown) {
        writeShelf(out, call, shelf);
    }
    if (isMusic) {
        writeMixed(out, call);
    }
    if (isRadio) {
        writeStationHub(out);
    }
    out.endList();
    out.endItem();
    return reply(out);
}

Response HubsApi::stations(const Call& call) const
{
    Writer out(call.format());
    out.beginItem("MediaContainer");
    const bool isMusic = call.key() == sections::kMusic;
    out.number("size", isMusic ? std::ssize(kStations) + 1 : 0);
    if (isMusic) {
        writeStations(out);
    }
    out.endItem();
    return reply(out);
}

Response HubsApi::stationsByGenre(const Call& call) const
{
    if (call.key() != sections::kMusic) {
        return Response::error(404);
    }
    const TagTable& genres = m_model.music.tags(TagKind::Genre);
    Writer out(call.format());
    out.beginItem("MediaContainer");
    out.number("size", genres.names.size());
    out.beginList("Metadata");
    for (qsizetype i = 0; i < genres.names.size(); ++i) {
        const QByteArray id = QByteArray::number(genres.first + static_cast<int>(i));
        out.beginItem("Playlist");
        out.text("key", "/library/sections/2/stations/5?type=10&genre=" + id);
        out.text("type", "playlist");
        out.text("title", genres.names.at(i) + " Radio");
        out.flag("radio", true);
        out.endItem();
    }
    out.endList();
    out.endItem();
    return reply(out);
}

} // namespace demo
