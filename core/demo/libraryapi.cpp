// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/libraryapi.h"

#include "core/demo/names.h"
#include "core/util/fold.h"

using namespace Qt::StringLiterals;

namespace demo {

namespace {

constexpr const char* kVersion = "1.43.4.10903-0a1b2c3d4";

struct SectionRow
{
    const char* type;
    const char* title;
    const char* agent;
    const char* scanner;
    const char* uuid;
    Kind kind;
};

/// Indexed by section id.
const SectionRow& sectionRow(int section)
{
    static constexpr SectionRow rows[] = {
        { "movie", "Films", "tv.plex.agents.movie", "Plex Movie",
            "0f9e8d7c-2222-4333-8444-a5b6c7d8e9f0", Kind::Movie },
        { "artist", "Music", "tv.plex.agents.music", "Plex Music",
            "b7a1c0de-1111-4222-8333-94a5b6c7d8e9", Kind::Artist },
        { "show", "Series", "tv.plex.agents.series", "Plex TV Series",
            "4c3b2a19-3333-4444-8555-b6c7d8e9f0a1", Kind::Show },
    };
    return rows[section - 1];
}

bool isSection(quint64 section)
{
    return section >= sections::kMovies && section <= sections::kShows;
}

void writeSectionContainer(Writer& out, int section)
{
    const SectionRow& row = sectionRow(section);
    out.flag("allowSync", true);
    out.text("identifier", kLibraryIdentifier);
    out.number("librarySectionID", section);
    out.text("librarySectionTitle", row.title);
    out.text("librarySectionUUID", row.uuid);
    out.text("mediaTagPrefix", "/system/bundle/media/flags/");
    out.number("mediaTagVersion", 1758205129);
    out.text("title1", row.title);
}

} // namespace

void LibraryApi::addRoutes(Router& router)
{
    const auto list = [this](std::optional<Kind> kind) {
        return [this, kind](const Call& call) { return listing(call, kind); };
    };
    const auto tags = [this](TagKind kind, const char* name) {
        return [this, kind, name](const Call& call) { return choices(call, kind, name); };
    };
    const QString get = u"GET"_s;
    router.add(get, u"/identity"_s, this, &LibraryApi::identity);
    router.add(get, u"/"_s, this, &LibraryApi::root);
    router.add(get, u"/media/providers"_s, this, &LibraryApi::providers);
    router.add(get, u"/library"_s, this, &LibraryApi::library);
    router.add(get, u"/library/sections"_s, this, &LibraryApi::sectionList);
    router.add(get, u"/library/sections/all"_s, this, &LibraryApi::sectionList);
    router.add(get, u"/library/sections/{}"_s, this, &LibraryApi::section);
    router.add(get, u"/library/sections/{}/all"_s, list({}));
    router.add(get, u"/library/sections/{}/albums"_s, list(Kind::Album));
    router.add(get, u"/library/sections/{}/collections"_s, list({}));
    router.add(get, u"/library/sections/{}/allLeaves"_s, list(Kind::Track));
    router.add(get, u"/library/sections/{}/firstCharacter"_s, this, &LibraryApi::firstCharacters);
    router.add(get, u"/library/sections/{}/genre"_s, tags(TagKind::Genre, "genre"));
    router.add(get, u"/library/sections/{}/mood"_s, tags(TagKind::Mood, "mood"));
    router.add(get, u"/library/sections/{}/style"_s, tags(TagKind::Style, "style"));
    router.add(get, u"/library/sections/{}/country"_s, tags(TagKind::Country, "country"));
    router.add(get, u"/library/metadata/{}"_s, this, &LibraryApi::metadata);
    router.add(get, u"/library/metadata/{}/children"_s, this, &LibraryApi::children);
    router.add(get, u"/library/metadata/{}/grandchildren"_s, this, &LibraryApi::grandchildren);
    router.add(get, u"/library/metadata/{}/allLeaves"_s, this, &LibraryApi::allLeaves);
}

Response LibraryApi::identity(const Call& call) const
{
    Writer out(call.format());
    out.beginItem("MediaContainer");
    out.number("size", 0);
    out.flag("claimed", true);
    out.text("machineIdentifier", m_model.machineIdentifier);
    out.text("version", kVersion);
    out.endItem();
    return reply(out);
}

Response LibraryApi::root(const Call& call) const
{
    Writer out(call.format());
    out.beginItem("MediaContainer");
    const bool isOwner = call.user == kOwner;
    out.number("size", 3);
    if (isOwner) { // others get a reduced answer; allowMediaDeletion absent = not allowed
        out.flag("allowSharing", true);
        out.flag("eventStream", true);
        out.flag("myPlex", true);
        out.text("myPlexSigninState", "ok");
        out.flag("myPlexSubscription", m_model.hasPass);
        out.text("myPlexUsername", "demo@example.org");
        if (m_model.hasPass) {
            out.text("ownerFeatures", "lyrics,music-analysis,pass,webhooks");
        }
    }
    out.flag("allowSync", true);
    out.text("friendlyName", m_model.name);
    out.flag("hubSearch", true);
    out.text("machineIdentifier", m_model.machineIdentifier);
    out.flag("multiuser", true);
    out.number("musicAnalysis", 2);
    out.text("platform", "Linux");
    out.text("platformVersion", "6.1");
    out.number("streamingBrainVersion", 2);
    out.flag("transcoderAudio", true);
    out.flag("transcoderLyrics", true);
    out.flag("transcoderVideo", true);
    out.number("updatedAt", Model::now());
    out.text("version", kVersion);
    out.beginList("Directory");
    for (const char* key : { "library", "playlists", "hubs" }) {
        out.beginItem("Directory");
        out.number("count", 1);
        out.text("key", key);
        out.text("title", key);
        out.endItem();
    }
    out.endList();
    out.endItem();
    return reply(out);
}

Response LibraryApi::library(const Call& call) const
{
    Writer out(call.format());
    out.beginItem("MediaContainer");
    out.number("size", 1);
    out.flag("allowSync", false);
    out.text("content", "plugins");
    out.text("identifier", kLibraryIdentifier);
    out.text("title1", "Plex Library");
    out.beginList("Directory");
    out.beginItem("Directory");
    out.text("key", "sections");
    out.text("title", "Library Sections");
    out.endItem();
    out.endList();
    out.endItem();
    return reply(out);
}

Response LibraryApi::providers(const Call& call) const
{
    Writer out(call.format());
    const auto feature = [&out](const char* type, const char* key) {
        out.beginItem("Feature");
        out.text("key", key);
        out.text("type", type);
        out.endItem();
    };
    out.beginItem("MediaContainer");
    out.number("size", 1);
    out.text("friendlyName", m_model.name);
    out.text("machineIdentifier", m_model.machineIdentifier);
    out.beginList("MediaProvider");
    out.beginItem("MediaProvider");
    out.text("identifier", kLibraryIdentifier);
    out.text("protocols", "stream");
    out.text("title", "Library");
    out.text("types", "video,audio");
    out.beginList("Feature");
    out.beginItem("Feature");
    out.text("key", "/library/sections");
    out.text("type", "content");
    out.beginList("Directory");
    out.beginItem("Directory"); // the first is home: only a hubKey
    out.text("hubKey", "/hubs");
    out.text("title", "Home");
    out.endItem();
    for (int section = sections::kMovies; section <= sections::kShows; ++section) {
        writeSectionRow(out, section);
    }
    out.endList();
    out.endItem();
    feature("search", "/hubs/search");
    feature("metadata", "/library/metadata");
    feature("rate", "/:/rate");
    feature("timeline", "/:/timeline");
    feature("playlist", "/playlists");
    feature("imagetranscoder", "/photo/:/transcode");
    out.endList();
    out.endItem();
    out.endList();
    out.endItem();
    return reply(out);
}

void LibraryApi::writeSectionRow(Writer& out, int section) const
{
    const SectionRow& row = sectionRow(section);
    const QByteArray type(row.type);
    constexpr qint64 created = 1'601'200'000;
    out.beginItem("Directory");
    out.flag("allowSync", true);
    out.text("art", "/:/resources/" + type + "-fanart.jpg");
    out.text(
        "composite", "/library/sections/" + QByteArray::number(section) + "/composite/1770100000");
    out.flag("filters", true);
    out.flag("refreshing", false);
    out.text("thumb", "/:/resources/" + type + ".png");
    out.text("key", QByteArray::number(section));
    out.text("type", type);
    out.text("title", row.title);
    out.text("agent", row.agent);
    out.text("scanner", row.scanner);
    out.text("language", "en-US");
    out.text("uuid", row.uuid);
    out.number("updatedAt", 1'770'100'000);
    out.number("createdAt", created + section);
    out.number("scannedAt", 1'770'190'000);
    out.flag("content", true);
    out.flag("directory", true);
    out.number("contentChangedAt", 8'812'345 + static_cast<qint64>(m_model.state.rowVersion()));
    out.number("hidden", 0);
    out.beginList("Location");
    out.beginItem("Location");
    out.number("id", section);
    out.text("path",
        section == sections::kMusic ? m_model.music.root() : "/srv/media/" + QByteArray(row.title));
    out.endItem();
    out.endList();
    out.endItem();
}

Response LibraryApi::sectionList(const Call& call) const
{
    Writer out(call.format());
    out.beginItem("MediaContainer");
    out.number("size", 3);
    out.flag("allowSync", false);
    out.text("title1", "Plex Library");
    out.beginList("Directory");
    for (int section = sections::kMovies; section <= sections::kShows; ++section) {
        writeSectionRow(out, section);
    }
    out.endList();
    out.endItem();
    return reply(out);
}

Response LibraryApi::section(const Call& call) const
{
    if (!isSection(call.key())) {
        return Response::error(404);
    }
    const int section = static_cast<int>(call.key());
    Writer out(call.format());
    out.beginItem("MediaContainer");
    out.number("size", 7);
    writeSectionContainer(out, section);
    out.text("content", "secondary");
    out.text("viewGroup", "secondary");
    out.beginList("Directory");
    for (const char* key :
        { "all", "albums", "firstCharacter", "genre", "mood", "style", "search" }) {
        out.beginItem("Directory");
        out.text("key", key);
        out.text("title", key);
        out.endItem();
    }
    out.endList();
    out.endItem();
    return reply(out);
}

void LibraryApi::pregenerate()
{
    m_store = std::make_unique<PageStore>(m_model);
    for (const Kind kind : { Kind::Artist, Kind::Album, Kind::Track }) {
        for (const QString& sort : { u"updatedAt:desc"_s, u"lastRatedAt:desc"_s,
                 u"lastViewedAt:desc"_s, QString() }) { // none: by title
            (void)m_listings.rows(parseListing({ { u"sort"_s, sort } }, kind), kOwner);
        }
    }
}

Response LibraryApi::listing(const Call& call, std::optional<Kind> fixedKind)
{
    if (!isSection(call.key())) {
        return Response::error(404);
    }
    const int section = static_cast<int>(call.key());
    if (fixedKind == Kind::Track && section == sections::kShows) {
        fixedKind = Kind::Episode;
    }
    QueryPairs pairs = call.request.query;
    if (fixedKind) { // by the path, whatever type is asked for
        pairs.removeIf([](const auto& pair) { return pair.first == u"type"; });
    }
    ListingQuery query = parseListing(pairs, fixedKind.value_or(sectionRow(section).kind));
    query.isCollections = query.isCollections || call.request.path.endsWith(u"/collections")
        || sections::of(query.kind) != section;
    if (call.request.valueOrHeader(u"X-Plex-Container-Size") == u"0") {
        query = query.unsorted(); // only counted
    }
    const Rows rows = m_listings.rows(query, call.user);
    qsizetype total = static_cast<qsizetype>(rows->size());
    if (query.limit > 0) {
        total = std::min<qsizetype>(total, query.limit);
    }
    const Paging paging(m_model, call.request, total);
    Writer out(call.format(), 4096 + paging.count() * 1500);
    out.beginItem("MediaContainer");
    paging.writeAttributes(out);
    writeSectionContainer(out, section);
    out.flag("nocache", true);
    out.text("viewGroup", typeName(query.kind));
    writeRows(call, query, paging.of(*rows), out);
    out.endItem();
    Response response = reply(out);
    response.compressible = !m_store;
    paging.addHeaders(response);
    return response;
}

void LibraryApi::writeRows(
    const Call& call, const ListingQuery& query, std::span<const quint32> rows, Writer& out) const
{
    ItemWriter writer(m_model, call.user, out);
    WriteOptions options;
    options.guids = call.request.value(u"includeGuids") == u"1";
    const bool isStored = m_store && query.kind == Kind::Track && call.user == kOwner
        && call.format() == Writer::Format::Json && options.guids;
    out.beginList("Metadata");
    for (const quint32 row : rows) {
        if (const auto stored = isStored ? m_store->row(row) : std::nullopt) {
            out.rawItem(*stored);
        } else {
            writer.write({ query.kind, row }, options);
        }
    }
    out.endList();
}

Response LibraryApi::firstCharacters(const Call& call)
{
    if (!isSection(call.key())) {
        return Response::error(404);
    }
    const int section = static_cast<int>(call.key());
    ListingQuery query = parseListing(call.request.query, sectionRow(section).kind);
    query.sort = { SortKey { { query.kind, FieldId::Title }, false, false, false } };
    query.sortText = "!firstCharacter";
    const Rows rows = m_listings.rows(query, call.user);
    std::vector<std::pair<QString, qint64>> groups;
    RowReader reader(m_model, call.user);
    for (const quint32 row : *rows) {
        reader.seek({ query.kind, row });
        const QString key
            = util::sortKey(QString::fromUtf8(reader.text({ query.kind, FieldId::Title })));
        const QString first
            = !key.isEmpty() && key.front().isLetter() ? key.left(1).toUpper() : u"#"_s;
        if (groups.empty() || groups.back().first != first) {
            groups.push_back({ first, 0 });
        }
        ++groups.back().second;
    }
    Writer out(call.format());
    out.beginItem("MediaContainer");
    out.number("size", static_cast<qint64>(groups.size()));
    writeSectionContainer(out, section);
    out.beginList("Directory");
    for (const auto& [title, count] : groups) {
        out.beginItem("Directory");
        out.text("key", title == u"#" ? QByteArray("%23") : title.toUtf8());
        out.text("size", QByteArray::number(count)); // a string, as seen
        out.text("title", title.toUtf8());
        out.endItem();
    }
    out.endList();
    out.endItem();
    return reply(out);
}

Response LibraryApi::choices(const Call& call, TagKind kind, const char* name) const
{
    if (!isSection(call.key())) {
        return Response::error(404);
    }
    const int section = static_cast<int>(call.key());
    TagTable table = m_model.music.tags(kind);
    if (section != sections::kMusic) {
        table = kind == TagKind::Genre ? TagTable { 21, names::filmGenres() } : TagTable {};
    }
    QList<std::pair<QByteArray, int>> rows;
    for (qsizetype i = 0; i < table.names.size(); ++i) {
        rows.emplaceBack(table.names.at(i), table.first + static_cast<int>(i));
    }
    std::sort(rows.begin(), rows.end());
    const QString type = call.request.value(u"type");
    Writer out(call.format());
    out.beginItem("MediaContainer");
    out.number("size", rows.size());
    writeSectionContainer(out, section);
    out.text("viewGroup", "secondary");
    out.beginList("Directory");
    for (const auto& [title, id] : rows) {
        out.beginItem("Directory");
        out.text("fastKey",
            "/library/sections/" + QByteArray::number(section) + "/all?"
                + (type.isEmpty() ? QByteArray() : "type=" + type.toUtf8() + '&') + name + '='
                + QByteArray::number(id));
        out.text("key", QByteArray::number(id));
        out.text("title", title);
        out.text("type", name);
        out.endItem();
    }
    out.endList();
    out.endItem();
    return reply(out);
}

/// @param show  its row "All episodes" comes first, which is no item and not counted in the total
Response LibraryApi::items(
    const Call& call, const std::vector<Item>& items, std::optional<Item> show) const
{
    const Paging paging(m_model, call.request, static_cast<qsizetype>(items.size()));
    Writer out(call.format());
    out.beginItem("MediaContainer");
    paging.writeAttributes(out);
    if (!items.empty()) {
        writeSectionContainer(out, sections::of(items.front().kind));
        out.text("viewGroup", typeName(items.front().kind));
    }
    ItemWriter writer(m_model, call.user, out);
    out.beginList("Metadata");
    if (show && paging.first() == 0) {
        out.beginItem("Directory");
        out.text("key", metadataPath(m_model.state.key(*show)) + "/allLeaves");
        out.text("title", "All episodes");
        out.number("leafCount", static_cast<qint64>(leavesOf(*show).size()));
        out.endItem();
    }
    for (const Item& item : paging.of(items)) {
        writer.write(item);
    }
    out.endList();
    out.endItem();
    Response response = reply(out);
    paging.addHeaders(response);
    return response;
}

Response LibraryApi::metadata(const Call& call) const
{
    std::vector<Item> wanted;
    for (const QString& part : call.args.value(0).split(u',')) {
        if (const std::optional<Item> item = m_model.state.find(part.toULongLong())) {
            wanted.push_back(*item);
        }
    }
    if (wanted.empty()) {
        return Response::error(404);
    }
    Writer out(call.format());
    out.beginItem("MediaContainer");
    out.number("size", static_cast<qint64>(wanted.size()));
    writeSectionContainer(out, sections::of(wanted.front().kind));
    ItemWriter writer(m_model, call.user, out);
    WriteOptions options;
    options.detail = Detail::Full;
    options.markers = call.request.value(u"includeMarkers") == u"1";
    options.chapters = call.request.value(u"includeChapters") == u"1";
    options.stations = call.request.value(u"includeStations") == u"1";
    out.beginList("Metadata");
    for (const Item& item : wanted) {
        writer.write(item, options);
    }
    out.endList();
    out.endItem();
    return reply(out);
}

Response LibraryApi::children(const Call& call) const
{
    const std::optional<Item> item = m_model.state.find(call.key());
    if (!item) {
        return Response::error(404);
    }
    std::vector<Item> rows;
    const auto add = [this, &rows](Item child) {
        if (!m_model.state.isRemoved(child)) {
            rows.push_back(child);
        }
    };
    if (item->kind == Kind::Artist) {
        const Range albums = m_model.music.albumsOf(item->index);
        for (quint32 i = 0; i < albums.count; ++i) {
            // Only the main bucket: no singles, EPs, live albums, compilations.
            if (m_model.music.album(albums.first + i).isMain) {
                add({ Kind::Album, albums.first + i });
            }
        }
    } else if (item->kind == Kind::Album) {
        const Range tracks = m_model.music.tracksOf(item->index);
        for (quint32 i = 0; i < tracks.count; ++i) {
            add({ Kind::Track, tracks.first + i });
        }
    } else {
        const Kind below = item->kind == Kind::Show ? Kind::Season : Kind::Episode;
        for (const quint32 index : m_model.video.childrenOf(*item)) {
            add({ below, index });
        }
    }
    const bool hasAllEpisodes = item->kind == Kind::Show && rows.size() > 1
        && call.request.value(u"excludeAllLeaves") != u"1";
    return items(call, rows, hasAllEpisodes ? std::optional(*item) : std::nullopt);
}

std::vector<Item> LibraryApi::leavesOf(Item item) const
{
    std::vector<Item> leaves;
    if (item.kind == Kind::Artist) {
        const Range albums = m_model.music.albumsOf(item.index);
        for (quint32 a = 0; a < albums.count; ++a) {
            const Range tracks = m_model.music.tracksOf(albums.first + a);
            for (quint32 t = 0; t < tracks.count; ++t) {
                leaves.push_back({ Kind::Track, tracks.first + t });
            }
        }
    } else if (item.kind == Kind::Show) {
        for (const quint32 season : m_model.video.childrenOf(item)) {
            for (const quint32 episode : m_model.video.childrenOf({ Kind::Season, season })) {
                leaves.push_back({ Kind::Episode, episode });
            }
        }
    }
    std::erase_if(leaves, [this](const Item& leaf) { return m_model.state.isRemoved(leaf); });
    return leaves;
}

Response LibraryApi::grandchildren(const Call& call) const
{
    // Two levels down; an album has none, so the list is empty.
    const std::optional<Item> item = m_model.state.find(call.key());
    return item ? items(call, leavesOf(*item)) : Response::error(404);
}

Response LibraryApi::allLeaves(const Call& call) const
{
    const std::optional<Item> item = m_model.state.find(call.key());
    if (!item) {
        return Response::error(404);
    }
    if (item->kind == Kind::Album) {
        return children(call);
    }
    return items(call, leavesOf(*item)); // of a season: nothing
}

} // namespace demo
