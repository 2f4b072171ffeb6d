// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/queueapi.h"

using namespace Qt::StringLiterals;

namespace demo {

namespace {

constexpr qsizetype kUsualWindow = 50; // entries on either side
constexpr qsizetype kLargestWindow = 200;
constexpr size_t kNearEnd = 10; // a radio grows when fewer are left

qsizetype windowOf(const Call& call)
{
    bool isNumber = false;
    const int window = call.request.value(u"window").toInt(&isNumber);
    return isNumber ? std::clamp<qsizetype>(window, 1, kLargestWindow) : kUsualWindow;
}

} // namespace

void QueueApi::addRoutes(Router& router)
{
    const auto change = [this](void (PlayQueues::*method)(PlayQueue&) const) {
        return [this, method](const Call& call) {
            return edit(call, [method](PlayQueues& queues, PlayQueue& queue) {
                (queues.*method)(queue);
                return true;
            });
        };
    };
    router.add(u"POST"_s, u"/playQueues"_s, this, &QueueApi::create);
    router.add(u"GET"_s, u"/playQueues/{}"_s, this, &QueueApi::show);
    router.add(u"PUT"_s, u"/playQueues/{}"_s, this, &QueueApi::add);
    router.add(u"DELETE"_s, u"/playQueues/{}/items"_s, change(&PlayQueues::clear));
    router.add(u"PUT"_s, u"/playQueues/{}/shuffle"_s, change(&PlayQueues::shuffle));
    router.add(u"PUT"_s, u"/playQueues/{}/unshuffle"_s, change(&PlayQueues::unshuffle));
    router.add(u"PUT"_s, u"/playQueues/{}/reset"_s, change(&PlayQueues::reset));
    router.add(u"DELETE"_s, u"/playQueues/{}/items/{}"_s, [this](const Call& call) {
        return edit(call, [id = call.key(1)](PlayQueues& queues, PlayQueue& queue) {
            return queues.remove(queue, id);
        });
    });
    router.add(u"PUT"_s, u"/playQueues/{}/items/{}/move"_s, [this](const Call& call) {
        const quint64 after = call.request.value(u"after").toULongLong();
        return edit(call, [id = call.key(1), after](PlayQueues& queues, PlayQueue& queue) {
            return queues.move(queue, id, after);
        });
    });
}

std::optional<QueueApi::Wanted> QueueApi::wanted(const Call& call)
{
    const Request& request = call.request;
    Wanted wanted;
    if (request.has(u"playlistID")) {
        const Playlist* playlist
            = m_model.state.playlist(call.user, request.value(u"playlistID").toULongLong());
        if (!playlist) {
            return std::nullopt;
        }
        wanted.items = m_playlists.itemsOf(*playlist);
        return wanted;
    }
    const QString uri = request.value(u"uri");
    const PlaylistApi::Source source = m_playlists.resolve(uri);
    if (source.isStation) {
        wanted.station = stations::parse(m_model, QString::fromUtf8(source.query));
        if (wanted.station) {
            wanted.station->number = Model::now() % 100'000;
            wanted.items = stations::next(m_model, m_listings, call.user, *wanted.station, {});
        }
        return wanted.station ? std::optional(wanted) : std::nullopt;
    }
    if (!source.isValid) {
        return std::nullopt;
    }
    wanted.items = source.isSection ? m_playlists.itemsOf(call.user, source.query) : source.items;
    return wanted;
}

Response QueueApi::create(const Call& call)
{
    const Request& request = call.request;
    const QByteArray type = request.value(u"type").toUtf8();
    const std::optional<Wanted> wanted = this->wanted(call);
    if (!wanted || wanted->items.empty() || (type != "audio" && type != "video")) {
        return Response::error(400);
    }
    PlayQueue& queue = m_model.queues.create(call.user, wanted->items);
    queue.type = type;
    queue.source = request.value(u"uri").toUtf8();
    queue.station = wanted->station;
    const QString start = request.value(u"key").section(u'/', -1);
    if (const std::optional<Item> item = m_model.state.find(start.toULongLong())) {
        const auto found = std::ranges::find_if(
            queue.entries, [&item](const QueueEntry& entry) { return entry.item == *item; });
        if (found != queue.entries.end()) {
            queue.selected = found->itemId;
        }
    }
    if (request.value(u"shuffle") == u"1") {
        m_model.queues.shuffle(queue);
        queue.version = 1;
        if (start.isEmpty()) {
            m_model.queues.reset(queue);
            queue.version = 1;
        }
    }
    return answer(call, queue);
}

Response QueueApi::show(const Call& call)
{
    PlayQueue* queue = m_model.queues.find(call.user, call.key());
    return queue ? answer(call, *queue) : Response::error(404);
}

/// Behind what is playing with next=1, else behind what was added before, else at the end.
Response QueueApi::add(const Call& call)
{
    PlayQueue* queue = m_model.queues.find(call.user, call.key());
    if (!queue) {
        return Response::error(404);
    }
    const std::optional<Wanted> wanted = this->wanted(call);
    if (!wanted || wanted->items.empty()) {
        return Response::error(400);
    }
    const bool isNext = call.request.value(u"next") == u"1";
    const size_t anchor = isNext ? queue->position(queue->selected)
        : queue->lastAdded != 0  ? queue->position(queue->lastAdded)
                                 : queue->entries.size() - 1;
    const auto after = static_cast<qsizetype>(anchor);
    m_model.queues.insert(*queue, after, wanted->items);
    queue->lastAdded = queue->entries[anchor + wanted->items.size()].itemId;
    return answer(call, *queue);
}

Response QueueApi::edit(
    const Call& call, const std::function<bool(PlayQueues&, PlayQueue&)>& change)
{
    PlayQueue* queue = m_model.queues.find(call.user, call.key());
    if (!queue || !change(m_model.queues, *queue)) {
        return Response::error(404);
    }
    return answer(call, *queue);
}

/// A radio never ends: near its end it gets longer.
void QueueApi::grow(PlayQueue& queue, size_t position)
{
    if (!queue.station || position + kNearEnd < queue.entries.size()) {
        return;
    }
    std::vector<Item> played;
    for (const QueueEntry& entry : queue.entries) {
        played.push_back(entry.item);
    }
    const std::vector<Item> more
        = stations::next(m_model, m_listings, queue.user, *queue.station, played);
    m_model.queues.insert(queue, static_cast<qsizetype>(queue.entries.size()) - 1, more);
}

Response QueueApi::answer(const Call& call, PlayQueue& queue)
{
    const quint64 center = call.request.value(u"center").toULongLong();
    size_t middle = queue.position(center != 0 ? center : queue.selected);
    grow(queue, std::max(middle, queue.position(queue.selected)));
    const auto count = static_cast<qsizetype>(queue.entries.size());
    middle = std::min(middle, queue.entries.empty() ? 0 : queue.entries.size() - 1);
    const auto at = static_cast<qsizetype>(middle);
    const qsizetype window = windowOf(call);
    const bool before = call.request.value(u"includeBefore") != u"0";
    const bool after = call.request.value(u"includeAfter") != u"0";
    const qsizetype first = before ? std::max<qsizetype>(0, at - window) : at;
    const qsizetype last = after ? std::min(count, at + window + 1) : std::min(count, at + 1);
    const size_t selected = queue.position(queue.selected);
    Writer out(call.format(), 4096 + (last - first) * 1500);
    out.beginItem("MediaContainer");
    out.number("size", last - first);
    out.text("identifier", kLibraryIdentifier);
    out.number("playQueueID", static_cast<qint64>(queue.id));
    if (selected < queue.entries.size()) {
        out.number("playQueueSelectedItemID", static_cast<qint64>(queue.selected));
        out.number("playQueueSelectedItemOffset", static_cast<qint64>(selected));
        out.text("playQueueSelectedMetadataItemID",
            QByteArray::number(m_model.state.key(queue.entries[selected].item)));
    }
    out.numberIfAny("playQueueLastAddedItemID", static_cast<qint64>(queue.lastAdded));
    out.flag("playQueueShuffled", !queue.ordered.empty());
    out.text("playQueueSourceURI", queue.source);
    out.number("playQueueTotalCount", count);
    out.text("playQueueVersion", QByteArray::number(queue.version)); // a text, as seen
    ItemWriter writer(m_model, call.user, out);
    out.beginList("Metadata");
    for (qsizetype i = first; i < last; ++i) {
        const QueueEntry& entry = queue.entries[static_cast<size_t>(i)];
        WriteOptions options;
        options.queueItem = entry.itemId;
        writer.write(entry.item, options);
    }
    out.endList();
    out.endItem();
    return reply(out);
}

} // namespace demo
