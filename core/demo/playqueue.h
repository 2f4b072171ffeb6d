// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/station.h"

#include <QByteArray>
#include <vector>

namespace demo {

/// One row of a play queue.
struct QueueEntry
{
    quint64 itemId = 0; ///< playQueueItemID, unique on the server
    Item item {};

    bool operator==(const QueueEntry&) const = default;
};

/// A play queue of one user. Never empty of a selected entry while it has entries.
struct PlayQueue
{
    quint64 id = 0;
    UserId user = kOwner;
    QByteArray type { "audio" };
    QByteArray source {}; ///< the uri it was made from
    int version = 1;
    std::vector<QueueEntry> entries {};
    std::vector<QueueEntry> ordered {}; ///< before it was shuffled; empty if it is not
    quint64 selected = 0; ///< itemId
    quint64 lastAdded = 0; ///< itemId of the end of "up next"; 0 = there is none
    std::optional<Station> station {}; ///< grows by itself

    /// Position of an entry; the number of entries if it is none of them.
    [[nodiscard]] size_t position(quint64 itemId) const;
};

/// The queues of a server. Not thread-safe: the server guards it.
class PlayQueues
{
public:
    PlayQueue& create(UserId user, const std::vector<Item>& items);
    /// The user's queue, or null; also null for somebody else's.
    [[nodiscard]] PlayQueue* find(UserId user, quint64 id);

    /// Entries behind @p after, an index; at the front for -1.
    void insert(PlayQueue& queue, qsizetype after, const std::vector<Item>& items);
    /// False when there is no such entry. The selection moves on to the next.
    bool remove(PlayQueue& queue, quint64 itemId) const;
    /// All but the selected entry go.
    void clear(PlayQueue& queue) const;
    /// @param after  0 = to the front. False when there is no such entry.
    bool move(PlayQueue& queue, quint64 itemId, quint64 after) const;
    /// The selected entry first, then the others in any order.
    void shuffle(PlayQueue& queue) const;
    void unshuffle(PlayQueue& queue) const;
    /// Back to the first entry.
    void reset(PlayQueue& queue) const;

private:
    std::vector<PlayQueue> m_queues;
    quint64 m_lastQueue = 700;
    quint64 m_lastEntry = 70'000;
};

} // namespace demo
