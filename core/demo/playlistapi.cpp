// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/playlistapi.h"

#include "core/demo/names.h"
#include "core/util/fold.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace demo {

namespace {

constexpr qsizetype kForcedPage = 100; // without a size asked for, no more than this

bool isAudio(Item item)
{
    return item.kind == Kind::Track;
}

} // namespace

void PlaylistApi::addRoutes(Router& router)
{
    router.add(u"GET"_s, u"/playlists"_s, this, &PlaylistApi::list);
    router.add(u"GET"_s, u"/playlists/all"_s, this, &PlaylistApi::list);
    router.add(u"POST"_s, u"/playlists"_s, this, &PlaylistApi::create);
    router.add(u"GET"_s, u"/playlists/{}"_s, this, &PlaylistApi::show);
    router.add(u"PUT"_s, u"/playlists/{}"_s, this, &PlaylistApi::edit);
    router.add(u"DELETE"_s, u"/playlists/{}"_s, this, &PlaylistApi::remove);
    router.add(u"GET"_s, u"/playlists/{}/items"_s, this, &PlaylistApi::items);
    router.add(u"PUT"_s, u"/playlists/{}/items"_s, this, &PlaylistApi::addItems);
    router.add(u"DELETE"_s, u"/playlists/{}/items"_s, this, &PlaylistApi::clear);
    router.add(u"DELETE"_s, u"/playlists/{}/items/{}"_s, this, &PlaylistApi::removeItem);
    router.add(u"PUT"_s, u"/playlists/{}/items/{}/move"_s, this, &PlaylistApi::moveItem);
}

void PlaylistApi::addDefaults()
{
    constexpr qint64 created = 1'690'000'000;
    const quint32 tracks = m_model.music.trackCount();
    const auto dumb = [this, tracks](const char* title, quint32 count, quint32 repeatAfter) {
        Playlist& playlist = m_model.state.addPlaylist(kOwner, title, created);
        Draw draw(playlist.key);
        std::vector<quint32> chosen;
        for (quint32 i = 0; i < count && tracks > 0; ++i) {
            // After some new ones an old one again: duplicates are allowed and occur.
            const bool repeats = repeatAfter > 0 && i % repeatAfter == repeatAfter - 1;
            chosen.push_back(repeats ? chosen[draw.below(i)] : draw.below(tracks));
            m_model.state.append(playlist, { Kind::Track, chosen.back() });
        }
        playlist.viewCount = static_cast<int>(draw.below(40));
        playlist.viewedAt = playlist.viewCount > 0 ? created + draw.below(9'000'000) : 0;
    };
    dumb("Late night drive", 214, 0);
    dumb("Kitchen", 9, 4);
    dumb("Kitchen", 0, 0);
    dumb("Long weekend", 520, 13);
    dumb("日曜日 – Sunday morning", 40, 0);
    dumb("Running, 5 km & \"more\"", 28, 0);
    Playlist& loved = m_model.state.addPlaylist(kOwner, "Recently loved", created);
    loved.isSmart = true;
    loved.query = "type=10&sort=track.lastRatedAt%3Adesc&limit=100&push=1&track.userRating%3E%3E=7"
                  "&and=1&track.title%21=R%26B%20100%25&pop=1";
    Playlist& fresh = m_model.state.addPlaylist(kOwner, "Fresh, no talk", created);
    fresh.isSmart = true;
    fresh.hasLegacyContent = true;
    fresh.query
        = "type=10&track.addedAt%3E%3E=-12mon&album.genre%21=Books%20%26%20Spoken&group=guid"
          "&having=min(album.originallyAvailableAt)";
    Playlist& films = m_model.state.addPlaylist(kOwner, "Film night", created);
    films.type = "video";
    for (quint32 i = 0; i < 5; ++i) {
        m_model.state.append(films, { Kind::Movie, i * 7 });
    }
}

void PlaylistApi::pregenerate()
{
    for (const Playlist& playlist : m_model.state.playlists()) {
        (void)duration(playlist);
    }
}

Rows PlaylistApi::smartRows(const Playlist& playlist)
{
    return m_listings.rows(
        parseListing(parseQuery(playlist.query, Plus::Plus), Kind::Track), playlist.owner);
}

int PlaylistApi::leafCount(const Playlist& playlist)
{
    if (!playlist.isSmart) {
        return static_cast<int>(playlist.entries.size());
    }
    const ListingQuery query = parseListing(parseQuery(playlist.query, Plus::Plus), Kind::Track);
    const auto count = static_cast<int>(m_listings.rows(query.unsorted(), playlist.owner)->size());
    return query.limit > 0 ? std::min(query.limit, count) : count;
}

qint64 PlaylistApi::durationOf(Item item) const
{
    return item.kind == Kind::Track ? m_model.music.trackDuration(item.index)
                                    : m_model.video.all(item.kind)[item.index].duration;
}

qint64 PlaylistApi::duration(const Playlist& playlist)
{
    qint64 sum = 0;
    if (playlist.isSmart) {
        const Rows rows = smartRows(playlist);
        const int count = leafCount(playlist);
        Sum& known = m_sums[playlist.key];
        if (known.rows != rows || known.count != count) {
            for (int i = 0; i < count; ++i) {
                sum += durationOf({ Kind::Track, (*rows)[static_cast<size_t>(i)] });
            }
            known = { rows, count, sum };
        }
        return known.duration;
    }
    for (const PlaylistEntry& entry : playlist.entries) {
        sum += durationOf(entry.item);
    }
    return sum;
}

Response PlaylistApi::answer(const Call& call, const Playlist& playlist, bool withContent,
    std::optional<std::pair<int, int>> addedOfRequested)
{
    Writer out(call.format());
    out.beginItem("MediaContainer");
    out.number("size", 1);
    if (addedOfRequested) {
        out.number("leafCountAdded", addedOfRequested->first);
        out.number("leafCountRequested", addedOfRequested->second);
    }
    out.beginList("Metadata");
    ItemWriter(m_model, call.user, out)
        .writePlaylist(playlist, leafCount(playlist), duration(playlist), withContent);
    out.endList();
    out.endItem();
    return reply(out);
}

Response PlaylistApi::list(const Call& call)
{
    const Request& request = call.request;
    const QByteArray type = request.value(u"playlistType").toUtf8();
    const QString smart = request.value(u"smart");
    const QString title = request.value(u"title");
    std::vector<const Playlist*> rows;
    for (const Playlist& playlist : m_model.state.playlists()) {
        const bool fits = playlist.owner == call.user && (type.isEmpty() || playlist.type == type)
            && (smart.isEmpty() || playlist.isSmart == (smart == u"1"))
            && QString::fromUtf8(playlist.title).contains(title, Qt::CaseInsensitive);
        if (fits) {
            rows.push_back(&playlist);
        }
    }
    const QString sort = request.value(u"sort");
    const bool descending = sort.endsWith(u":desc");
    const QString field = sort.section(u':', 0, 0);
    const auto value = [this, &field](const Playlist* playlist) {
        return field == u"lastViewedAt" ? playlist->viewedAt
            : field == u"addedAt"       ? playlist->addedAt
            : field == u"mediaCount"    ? qint64 { leafCount(*playlist) }
                                        : 0;
    };
    std::stable_sort(
        rows.begin(), rows.end(), [&value, descending](const Playlist* a, const Playlist* b) {
            return descending ? value(b) < value(a) : value(a) < value(b);
        });
    if (field.isEmpty() || field == u"titleSort") {
        std::stable_sort(
            rows.begin(), rows.end(), [descending](const Playlist* a, const Playlist* b) {
                const QString left = util::sortKey(QString::fromUtf8(a->title));
                const QString right = util::sortKey(QString::fromUtf8(b->title));
                return descending ? right < left : left < right;
            });
    }
    const Paging paging(m_model, request, static_cast<qsizetype>(rows.size()));
    Writer out(call.format());
    out.beginItem("MediaContainer");
    paging.writeAttributes(out);
    out.beginList("Metadata");
    ItemWriter writer(m_model, call.user, out);
    for (const Playlist* playlist : paging.of(rows)) {
        // A smart playlist has no duration until it is opened.
        writer.writePlaylist(
            *playlist, leafCount(*playlist), playlist->isSmart ? 0 : duration(*playlist), false);
    }
    out.endList();
    out.endItem();
    Response response = reply(out);
    paging.addHeaders(response);
    return response;
}

void PlaylistApi::appendLeaves(Source& source, quint64 key) const
{
    ++source.requested;
    const std::optional<Item> item = m_model.state.find(key);
    if (!item) {
        return; // silently dropped
    }
    const auto add = [this, &source](Item leaf) {
        if (!m_model.state.isRemoved(leaf)) {
            source.items.push_back(leaf);
        }
    };
    if (item->kind == Kind::Album || item->kind == Kind::Artist) {
        const Range albums = item->kind == Kind::Album ? Range { item->index, 1 }
                                                       : m_model.music.albumsOf(item->index);
        for (quint32 a = 0; a < albums.count; ++a) {
            const Range tracks = m_model.music.tracksOf(albums.first + a);
            for (quint32 t = 0; t < tracks.count; ++t) {
                add({ Kind::Track, tracks.first + t });
            }
        }
    } else if (item->kind == Kind::Show) {
        for (const quint32 season : m_model.video.childrenOf(*item)) {
            for (const quint32 episode : m_model.video.childrenOf({ Kind::Season, season })) {
                add({ Kind::Episode, episode });
            }
        }
    } else if (item->kind == Kind::Season) {
        for (const quint32 episode : m_model.video.childrenOf(*item)) {
            add({ Kind::Episode, episode });
        }
    } else {
        add(*item);
    }
}

PlaylistApi::Source PlaylistApi::resolve(const QString& uri) const
{
    Source source;
    QString path;
    if (uri.startsWith(u"server://")) {
        const QString start
            = u"server://%1/%2"_s.arg(QString::fromLatin1(m_model.machineIdentifier),
                QString::fromLatin1(kLibraryIdentifier));
        if (!uri.startsWith(start)) {
            return source;
        }
        path = uri.mid(start.size());
    } else if (uri.startsWith(u"library://")) {
        // The part after /directory/ or /item/ is encoded once more.
        path = QUrl::fromPercentEncoding(uri.section(u'/', 4).toUtf8());
    }
    if (path.contains(u"%2F")) {
        path = QUrl::fromPercentEncoding(path.toUtf8());
    }
    const qsizetype mark = path.indexOf(u'?');
    const QStringList parts = path.left(mark).split(u'/', Qt::SkipEmptyParts);
    if (parts.size() >= 4 && parts.at(1) == u"sections" && parts.at(3) == u"all") {
        source.isValid = true;
        source.isSection = true;
        source.query = mark < 0 ? QByteArray() : path.mid(mark + 1).toUtf8();
        return source;
    }
    if (parts.contains(u"station"_s) || parts.contains(u"stations"_s)) {
        source.isStation = true;
        source.query = path.toUtf8();
        return source;
    }
    if (parts.size() >= 3 && parts.at(1) == u"metadata") {
        source.isValid = true;
        for (const QString& key : parts.at(2).split(u',')) {
            appendLeaves(source, key.toULongLong());
        }
    }
    return source;
}

/// Of a uri, or of a play queue that is saved.
PlaylistApi::Source PlaylistApi::sourceOf(const Call& call) const
{
    if (!call.request.has(u"playQueueID")) {
        return resolve(call.request.value(u"uri"));
    }
    Source source;
    const PlayQueue* queue
        = m_model.queues.find(call.user, call.request.value(u"playQueueID").toULongLong());
    if (queue) {
        source.isValid = true;
        for (const QueueEntry& entry : queue->entries) {
            source.items.push_back(entry.item);
        }
        source.requested = static_cast<int>(source.items.size());
    }
    return source;
}

std::vector<Item> PlaylistApi::itemsOf(UserId user, const QByteArray& query)
{
    const ListingQuery listing = parseListing(parseQuery(query, Plus::Plus), Kind::Track);
    const Rows rows = m_listings.rows(listing, user);
    const size_t count = listing.limit > 0
        ? std::min(rows->size(), static_cast<size_t>(listing.limit))
        : rows->size();
    std::vector<Item> items;
    for (size_t i = 0; i < count && listing.kind == Kind::Track; ++i) {
        items.push_back({ Kind::Track, (*rows)[i] });
    }
    return items;
}

std::vector<Item> PlaylistApi::itemsOf(const Playlist& playlist)
{
    if (playlist.isSmart) {
        return itemsOf(playlist.owner, playlist.query);
    }
    std::vector<Item> items;
    for (const PlaylistEntry& entry : playlist.entries) {
        items.push_back(entry.item);
    }
    return items;
}

Response PlaylistApi::create(const Call& call)
{
    const Request& request = call.request;
    const QByteArray type = request.value(u"type").toUtf8();
    const bool smart = request.value(u"smart") == u"1";
    if (!request.has(u"title") || (type != "audio" && type != "video" && type != "photo")) {
        return Response::error(400);
    }
    Source source;
    if (request.has(u"uri") || request.has(u"playQueueID")) {
        source = sourceOf(call);
        if (!source.isValid || source.isSection != smart) {
            return Response::error(400);
        }
    } else if (smart) {
        return Response::error(400);
    }
    for (const Item& item : source.items) {
        if (isAudio(item) != (type == "audio")) {
            return Response::error(400);
        }
    }
    Playlist& playlist
        = m_model.state.addPlaylist(call.user, request.value(u"title").toUtf8(), Model::now());
    playlist.type = type;
    playlist.isSmart = smart;
    playlist.query = source.query;
    for (const Item& item : source.items) {
        m_model.state.append(playlist, item);
    }
    m_model.notices.playlistChanged(playlist);
    return answer(call, playlist, false);
}

Response PlaylistApi::show(const Call& call)
{
    const Playlist* playlist = m_model.state.playlist(call.user, call.key());
    return playlist ? answer(call, *playlist, true) : Response::error(404);
}

Response PlaylistApi::edit(const Call& call)
{
    Playlist* playlist = m_model.state.playlist(call.user, call.key());
    if (!playlist) {
        return Response::error(404);
    }
    for (const QString& name : { u"title"_s, u"title.value"_s }) {
        if (!call.request.value(name).isEmpty()) {
            playlist->title = call.request.value(name).toUtf8();
        }
    }
    for (const QString& name : { u"summary"_s, u"summary.value"_s }) {
        if (call.request.has(name)) {
            playlist->summary = call.request.value(name).toUtf8();
        }
    }
    playlist->updatedAt = Model::now();
    m_model.notices.playlistChanged(*playlist);
    return Response::empty();
}

Response PlaylistApi::remove(const Call& call)
{
    const Playlist* playlist = m_model.state.playlist(call.user, call.key());
    if (!playlist) {
        return Response::error(404);
    }
    m_model.notices.playlistRemoved(*playlist);
    m_model.state.removePlaylist(call.user, call.key());
    return Response::empty(204);
}

Response PlaylistApi::items(const Call& call)
{
    const Playlist* playlist = m_model.state.playlist(call.user, call.key());
    if (!playlist) {
        return Response::error(404);
    }
    const int total = leafCount(*playlist);
    const Paging paging(m_model, call.request, total, kForcedPage);
    Writer out(call.format(), 4096 + paging.count() * 1500);
    const QByteArray key = QByteArray::number(playlist->key);
    out.beginItem("MediaContainer");
    paging.writeAttributes(out);
    if (total > 0) {
        out.text("composite",
            "/playlists/" + key + "/composite/" + QByteArray::number(playlist->updatedAt));
        out.number("duration", duration(*playlist) / 1000); // seconds here, ms elsewhere
    }
    out.number("leafCount", total);
    out.text("playlistType", playlist->type);
    out.text("ratingKey", key);
    out.flag("smart", playlist->isSmart);
    out.text("title", playlist->title);
    ItemWriter writer(m_model, call.user, out);
    out.beginList("Metadata");
    if (playlist->isSmart) {
        const Rows rows = smartRows(*playlist);
        for (const quint32 row : paging.of(*rows)) {
            writer.write({ Kind::Track, row });
        }
    } else {
        for (const PlaylistEntry& entry : paging.of(playlist->entries)) {
            WriteOptions options;
            options.playlistItem = entry.itemId;
            writer.write(entry.item, options);
        }
    }
    out.endList();
    out.endItem();
    Response response = reply(out);
    paging.addHeaders(response);
    return response;
}

Response PlaylistApi::addItems(const Call& call)
{
    Playlist* playlist = m_model.state.playlist(call.user, call.key());
    if (!playlist) {
        return Response::error(404);
    }
    const Source source = sourceOf(call);
    // Rules replace the rules of a smart playlist; items cannot be added to one.
    if (!source.isValid || source.isSection != playlist->isSmart) {
        return Response::error(400);
    }
    playlist->updatedAt = Model::now();
    if (playlist->isSmart) {
        playlist->query = source.query;
        playlist->hasLegacyContent = false;
        m_model.notices.playlistChanged(*playlist);
        return answer(call, *playlist, false);
    }
    for (const Item& item : source.items) {
        if (isAudio(item) != (playlist->type == "audio")) {
            return Response::error(400);
        }
    }
    for (const Item& item : source.items) {
        m_model.state.append(*playlist, item);
    }
    m_model.notices.playlistChanged(*playlist);
    return answer(call, *playlist, false,
        std::pair { static_cast<int>(source.items.size()), source.requested });
}

Response PlaylistApi::clear(const Call& call)
{
    Playlist* playlist = m_model.state.playlist(call.user, call.key());
    if (!playlist) {
        return Response::error(404);
    }
    if (playlist->isSmart) {
        return Response::error(400);
    }
    playlist->entries.clear();
    playlist->updatedAt = Model::now();
    m_model.notices.playlistChanged(*playlist);
    return Response::empty();
}

Response PlaylistApi::removeItem(const Call& call)
{
    Playlist* playlist = m_model.state.playlist(call.user, call.key());
    if (playlist && playlist->isSmart) {
        return Response::error(400);
    }
    const quint64 id = call.key(1);
    if (!playlist || std::erase_if(playlist->entries, [id](const PlaylistEntry& entry) {
            return entry.itemId == id;
        }) == 0) {
        return Response::error(404);
    }
    playlist->updatedAt = Model::now();
    m_model.notices.playlistChanged(*playlist);
    return answer(call, *playlist, false);
}

Response PlaylistApi::moveItem(const Call& call)
{
    Playlist* playlist = m_model.state.playlist(call.user, call.key());
    if (!playlist) {
        return Response::error(404);
    }
    if (playlist->isSmart) {
        return Response::error(400);
    }
    auto& entries = playlist->entries;
    const auto find = [&entries](quint64 id) {
        return std::find_if(entries.begin(), entries.end(),
            [id](const PlaylistEntry& entry) { return entry.itemId == id; });
    };
    const auto moved = find(call.key(1));
    if (moved == entries.end()) {
        return Response::error(404);
    }
    const quint64 after = call.request.value(u"after").toULongLong();
    if (after == moved->itemId || (after != 0 && find(after) == entries.end())) {
        return Response::error(400);
    }
    const PlaylistEntry entry = *moved;
    entries.erase(moved);
    entries.insert(after == 0 ? entries.begin() : std::next(find(after)), entry);
    playlist->updatedAt = Model::now();
    m_model.notices.playlistChanged(*playlist);
    return answer(call, *playlist, false);
}

} // namespace demo
