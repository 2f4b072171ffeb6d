// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/playqueue.h"

#include "core/demo/names.h"

namespace demo {

size_t PlayQueue::position(quint64 itemId) const
{
    const auto found = std::ranges::find_if(
        entries, [itemId](const QueueEntry& entry) { return entry.itemId == itemId; });
    return static_cast<size_t>(found - entries.begin());
}

PlayQueue& PlayQueues::create(UserId user, const std::vector<Item>& items)
{
    PlayQueue queue;
    queue.id = ++m_lastQueue;
    queue.user = user;
    m_queues.push_back(std::move(queue));
    insert(m_queues.back(), -1, items);
    m_queues.back().version = 1;
    return m_queues.back();
}

PlayQueue* PlayQueues::find(UserId user, quint64 id)
{
    const auto found = std::ranges::find_if(m_queues,
        [user, id](const PlayQueue& queue) { return queue.id == id && queue.user == user; });
    return found == m_queues.end() ? nullptr : &*found;
}

void PlayQueues::insert(PlayQueue& queue, qsizetype after, const std::vector<Item>& items)
{
    std::vector<QueueEntry> fresh;
    fresh.reserve(items.size());
    for (const Item& item : items) {
        fresh.push_back({ ++m_lastEntry, item });
    }
    queue.entries.insert(queue.entries.begin() + (after + 1), fresh.begin(), fresh.end());
    if (!queue.ordered.empty()) {
        queue.ordered.insert(queue.ordered.end(), fresh.begin(), fresh.end());
    }
    if (queue.selected == 0 && !queue.entries.empty()) {
        queue.selected = queue.entries.front().itemId;
    }
    ++queue.version;
}

bool PlayQueues::remove(PlayQueue& queue, quint64 itemId) const
{
    const size_t at = queue.position(itemId);
    if (at == queue.entries.size()) {
        return false;
    }
    if (queue.selected == itemId) {
        const size_t next = at + 1 < queue.entries.size() ? at + 1 : at - 1;
        queue.selected = queue.entries.size() > 1 ? queue.entries[next].itemId : 0;
    }
    if (queue.lastAdded == itemId) {
        queue.lastAdded = 0;
    }
    const auto isMeant = [itemId](const QueueEntry& entry) { return entry.itemId == itemId; };
    std::erase_if(queue.entries, isMeant);
    std::erase_if(queue.ordered, isMeant);
    ++queue.version;
    return true;
}

void PlayQueues::clear(PlayQueue& queue) const
{
    std::erase_if(queue.entries,
        [&queue](const QueueEntry& entry) { return entry.itemId != queue.selected; });
    queue.ordered.clear();
    queue.lastAdded = 0;
    queue.station.reset();
    ++queue.version;
}

bool PlayQueues::move(PlayQueue& queue, quint64 itemId, quint64 after) const
{
    const size_t from = queue.position(itemId);
    if (from == queue.entries.size() || after == itemId
        || (after != 0 && queue.position(after) == queue.entries.size())) {
        return false;
    }
    const QueueEntry entry = queue.entries[from];
    queue.entries.erase(queue.entries.begin() + static_cast<qsizetype>(from));
    const size_t to = after == 0 ? 0 : queue.position(after) + 1;
    queue.entries.insert(queue.entries.begin() + static_cast<qsizetype>(to), entry);
    ++queue.version;
    return true;
}

void PlayQueues::shuffle(PlayQueue& queue) const
{
    if (queue.ordered.empty()) {
        queue.ordered = queue.entries;
    }
    Draw draw(queue.id ^ (static_cast<quint64>(queue.version) << 32));
    for (size_t i = queue.entries.size(); i > 1; --i) {
        std::swap(queue.entries[i - 1], queue.entries[draw.below(static_cast<quint32>(i))]);
    }
    const size_t at = queue.position(queue.selected);
    if (at < queue.entries.size()) {
        std::rotate(queue.entries.begin(), queue.entries.begin() + static_cast<qsizetype>(at),
            queue.entries.begin() + static_cast<qsizetype>(at) + 1);
    }
    ++queue.version;
}

void PlayQueues::unshuffle(PlayQueue& queue) const
{
    if (!queue.ordered.empty()) {
        queue.entries = std::exchange(queue.ordered, {});
    }
    ++queue.version;
}

void PlayQueues::reset(PlayQueue& queue) const
{
    queue.selected = queue.entries.empty() ? 0 : queue.entries.front().itemId;
    ++queue.version;
}

} // namespace demo
