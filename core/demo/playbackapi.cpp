// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/playbackapi.h"

using namespace Qt::StringLiterals;

namespace demo {

namespace {

QByteArray header(const Call& call, const char* name)
{
    return call.request.valueOrHeader(QLatin1StringView(name).toString()).toUtf8();
}

} // namespace

void PlaybackApi::addRoutes(Router& router)
{
    router.add(u"PUT GET"_s, u"/:/rate"_s, this, &PlaybackApi::rate);
    router.add(
        u"PUT GET"_s, u"/:/scrobble"_s, [this](const Call& call) { return scrobble(call, true); });
    router.add(u"PUT GET"_s, u"/:/unscrobble"_s,
        [this](const Call& call) { return scrobble(call, false); });
    router.add(u"POST GET"_s, u"/:/timeline"_s, this, &PlaybackApi::timeline);
    router.add(u"GET"_s, u"/status/sessions"_s, this, &PlaybackApi::sessions);
    router.add(u"GET POST"_s, u"/status/sessions/terminate"_s, this, &PlaybackApi::terminate);
}

Response PlaybackApi::rate(const Call& call)
{
    bool isNumber = false;
    const double rating = call.request.value(u"rating").toDouble(&isNumber);
    const QString at = call.request.value(u"ratedAt");
    const qint64 now = Model::now();
    if (!call.request.has(u"key") || !call.request.has(u"identifier") || !isNumber || rating < -1
        || rating > 10 || at.toLongLong() > now) {
        return Response::error(400);
    }
    const std::optional<Item> item = m_model.state.find(call.request.value(u"key").toULongLong());
    if (!item) {
        return Response::error(404);
    }
    Mark& mark = m_model.state.editMark(call.user, *item);
    if (rating < 0) {
        mark.rating.reset();
        mark.ratedAt = 0;
    } else {
        mark.rating = rating;
        mark.ratedAt = at.isEmpty() ? now : at.toLongLong();
    }
    m_model.notices.changed(m_model, { *item });
    return Response::empty();
}

std::vector<Item> PlaybackApi::leavesOf(Item item) const
{
    std::vector<Item> leaves;
    if (item.kind == Kind::Artist || item.kind == Kind::Album) {
        const Range albums = item.kind == Kind::Album ? Range { item.index, 1 }
                                                      : m_model.music.albumsOf(item.index);
        for (quint32 a = 0; a < albums.count; ++a) {
            const Range tracks = m_model.music.tracksOf(albums.first + a);
            for (quint32 t = 0; t < tracks.count; ++t) {
                leaves.push_back({ Kind::Track, tracks.first + t });
            }
        }
    } else if (item.kind == Kind::Show || item.kind == Kind::Season) {
        for (const quint32 child : m_model.video.childrenOf(item)) {
            const Kind below = item.kind == Kind::Show ? Kind::Season : Kind::Episode;
            const std::vector<Item> more = leavesOf({ below, child });
            leaves.insert(leaves.end(), more.begin(), more.end());
        }
    } else {
        leaves.push_back(item);
    }
    return leaves;
}

Response PlaybackApi::scrobble(const Call& call, bool played)
{
    if (!call.request.has(u"key") || !call.request.has(u"identifier")) {
        return Response::error(400);
    }
    const std::optional<Item> item = m_model.state.find(call.request.value(u"key").toULongLong());
    if (!item) {
        return Response::error(404);
    }
    const std::vector<Item> leaves = leavesOf(*item);
    for (const Item& leaf : leaves) {
        Mark& mark = m_model.state.editMark(call.user, leaf);
        mark.viewOffset = 0;
        if (played) {
            ++mark.viewCount;
            mark.viewedAt = Model::now();
        } else {
            mark.viewCount = 0;
            mark.viewedAt = 0;
        }
    }
    m_model.notices.changed(m_model, leaves);
    return Response::empty();
}

Session& PlaybackApi::sessionFor(const Call& call, Item item)
{
    QByteArray id = header(call, "X-Plex-Session-Identifier");
    if (id.isEmpty()) {
        id = header(call, "X-Plex-Client-Identifier");
    }
    auto& sessions = m_model.state.sessions;
    auto found = std::find_if(sessions.begin(), sessions.end(),
        [&id, &call](const Session& one) { return one.id == id && one.user == call.user; });
    if (found != sessions.end() && !(found->item == item)) {
        sessions.erase(found); // the same player went on to another item
        found = sessions.end();
    }
    if (found != sessions.end()) {
        return *found;
    }
    Session session;
    session.number = ++m_model.state.lastSessionNumber;
    session.user = call.user;
    session.item = item;
    session.id = id;
    session.client = header(call, "X-Plex-Client-Identifier");
    session.product = header(call, "X-Plex-Product");
    session.device = header(call, "X-Plex-Device-Name");
    sessions.push_back(session);
    return sessions.back();
}

/// Counts a play when the threshold is crossed within the session, and only then.
void PlaybackApi::advance(Session& session, qint64 time, qint64 duration)
{
    session.time = time;
    if (duration <= 0) {
        return;
    }
    const bool isAbove = time * 100 >= m_model.playedPercent * duration;
    const bool isVideo = session.item.kind == Kind::Movie || session.item.kind == Kind::Episode;
    if (!isAbove) {
        session.wasBelow = true;
        if (isVideo) {
            m_model.state.editMark(session.user, session.item).viewOffset = time;
        }
        return;
    }
    if (session.wasBelow && !session.isCounted) {
        count(session);
    }
}

void PlaybackApi::count(Session& session)
{
    session.isCounted = true;
    Mark& mark = m_model.state.editMark(session.user, session.item);
    ++mark.viewCount;
    mark.viewedAt = Model::now();
    mark.viewOffset = 0;
    const int device
        = m_model.state.deviceNumber({ session.client, session.device, session.product });
    m_model.state.addPlay({ 0, session.user, session.item, mark.viewedAt, device });
    m_model.notices.changed(m_model, { session.item });
}

Response PlaybackApi::timeline(const Call& call)
{
    const Request& request = call.request;
    const QByteArray state = request.value(u"state").toUtf8();
    static const QList<QByteArray> states { "playing", "paused", "buffering", "stopped" };
    if (!states.contains(state) || !request.has(u"ratingKey")) {
        return Response::error(400);
    }
    const std::optional<Item> item = m_model.state.find(request.value(u"ratingKey").toULongLong());
    if (!item) {
        return Response::error(404);
    }
    Session& session = sessionFor(call, *item);
    session.state = state;
    session.queueItem = request.value(u"playQueueItemID").toULongLong();
    session.queue = request.value(u"containerKey").section(u'/', -1).toULongLong();
    PlayQueue* queue = m_model.queues.find(call.user, session.queue);
    if (queue && queue->position(session.queueItem) < queue->entries.size()) {
        queue->selected = session.queueItem;
    }
    advance(session, request.value(u"time").toLongLong(), request.value(u"duration").toLongLong());
    m_model.notices.playing(m_model, session);
    const int number = session.number;
    const bool isEnded = m_ended.contains(number);
    const QByteArray endText = m_ended.take(number);
    if (state == "stopped" || isEnded) {
        std::erase_if(
            m_model.state.sessions, [number](const Session& one) { return one.number == number; });
    }
    Writer out(call.format());
    out.beginItem("MediaContainer");
    out.number("size", 0);
    if (isEnded) {
        out.number("terminationCode", 2006);
        out.text("terminationText", endText);
    }
    out.endItem();
    return reply(out);
}

void PlaybackApi::terminateAll(const QByteArray& text)
{
    for (const Session& session : m_model.state.sessions) {
        m_ended.insert(session.number, text);
    }
}

/// By the owner, for one session. Needs a Plex Pass.
Response PlaybackApi::terminate(const Call& call)
{
    if (call.user != kOwner || !m_model.hasPass) {
        return Response::error(call.user == kOwner ? 401 : 403);
    }
    const QByteArray id = call.request.value(u"sessionId").toUtf8();
    for (const Session& session : m_model.state.sessions) {
        if (session.id == id) {
            m_ended.insert(session.number, call.request.value(u"reason").toUtf8());
            return Response::empty();
        }
    }
    return Response::error(id.isEmpty() ? 400 : 404);
}

Response PlaybackApi::sessions(const Call& call) const
{
    Writer out(call.format());
    std::vector<const Session*> rows;
    for (const Session& session : m_model.state.sessions) {
        if (call.user == kOwner || session.user == call.user) {
            rows.push_back(&session);
        }
    }
    out.beginItem("MediaContainer");
    out.number("size", static_cast<qint64>(rows.size()));
    ItemWriter writer(m_model, call.user, out);
    out.beginList("Metadata");
    for (const Session* session : rows) {
        WriteOptions options;
        options.session = session;
        writer.write(session->item, options);
    }
    out.endList();
    out.endItem();
    return reply(out);
}

} // namespace demo
