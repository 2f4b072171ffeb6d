// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/types/ids.h"
#include "core/types/item.h"
#include "core/types/rows.h"

#include <QList>
#include <QString>
#include <chrono>
#include <optional>
#include <span>

/// Playing music: the queue, decoding, mixing without gaps, the way to the sound device, and the
/// reports about it to the server. Not for: video, choosing what to play, scrobbling.
/// Invariant: the audio thread never locks, allocates or logs; every wait ends with a stop token.
namespace playback {

/// One place in a queue; unique in the queue's life, also when the same track stands in it twice.
using QueueEntryId = util::StrongId<struct QueueEntryIdTag, qint64>;

/// What the queue knows about a track: enough to show it, to play it and to report it.
struct QueueEntry
{
    QueueEntryId id {}; ///< given by the queue; what callers put here is replaced
    types::ItemId item {};
    types::RatingKey ratingKey {};
    QString title {};
    QString artist {};
    QString album {};
    types::ItemId albumId {};
    std::chrono::milliseconds duration { 0 }; ///< as the server says; 0 = unknown
    QString partKey {}; ///< path on the server
    QString container {}; ///< "flac", "mp3" …; only a hint
    QString thumb {};
    types::OptionalRating rating {};
    types::Loudness loudness {};
    bool operator==(const QueueEntry&) const = default;

    /// From a row of a track list.
    [[nodiscard]] static QueueEntry fromRow(const types::TrackRow& row);
};

/// What follows the last track, or the current one.
enum class Repeat
{
    Off,
    All,
    One
};

/// What a button or a key that goes round them leads to.
[[nodiscard]] constexpr Repeat afterRepeat(Repeat now)
{
    return now == Repeat::Off ? Repeat::All : now == Repeat::All ? Repeat::One : Repeat::Off;
}

/// The list of what is played, in the order of playing, and the place in it.
///
/// A value: copy it, compare it. The current index is valid whenever the queue is not empty.
/// Shuffling keeps the original order, so that it can be undone; what is added meanwhile keeps its
/// place behind the current track, or at the end, in both orders.
class Queue
{
public:
    [[nodiscard]] const QList<QueueEntry>& entries() const { return m_entries; }
    [[nodiscard]] bool isEmpty() const { return m_entries.isEmpty(); }
    [[nodiscard]] int size() const { return static_cast<int>(m_entries.size()); }
    /// −1 only in an empty queue.
    [[nodiscard]] int currentIndex() const { return m_current; }
    [[nodiscard]] const QueueEntry* current() const;
    [[nodiscard]] std::optional<int> indexOf(QueueEntryId id) const;

    /// New contents; @p current is clamped. A shuffled queue shuffles them behind the current
    /// track.
    void replace(QList<QueueEntry> entries, int current);
    void append(QList<QueueEntry> entries);
    /// Right behind the current track.
    void insertNext(QList<QueueEntry> entries);
    /// In front of row @p before (size() = at the end; clamped). The current track stays current;
    /// without shuffling they follow the same track, or come last.
    void insert(int before, QList<QueueEntry> entries);
    /// Rows may come in any order; those outside the queue are ignored. When the current track is
    /// removed, the one that follows it becomes current.
    void remove(QList<int> rows);
    /// Moves rows, in their order, in front of row @p before (size() = to the end). The current
    /// track stays current.
    void move(QList<int> rows, int before);
    void clear();
    /// Clamped; does nothing in an empty queue.
    void setCurrentIndex(int index);

    [[nodiscard]] bool isShuffled() const { return m_shuffled; }
    /// Puts the current track first and the others behind it in an order that depends on @p seed.
    void shuffle(quint64 seed);
    /// Back to the original order; the current track stays current.
    void unshuffle();

    [[nodiscard]] Repeat repeat() const { return m_repeat; }
    void setRepeat(Repeat repeat) { m_repeat = repeat; }

    /// What plays when the current track has ended by itself.
    [[nodiscard]] std::optional<int> nextIndex() const;
    /// Where "Next" goes: as nextIndex(), but Repeat::One does not hold it.
    [[nodiscard]] std::optional<int> skipIndex() const;
    /// Where "Previous" goes.
    [[nodiscard]] std::optional<int> previousIndex() const;

    bool operator==(const Queue&) const = default;

private:
    void giveIds(QList<QueueEntry>& entries);
    /// @param original  their place in the original order
    void insertAt(int row, qsizetype original, QList<QueueEntry> entries);
    void restoreCurrent(QueueEntryId id);

    QList<QueueEntry> m_entries;
    QList<QueueEntryId> m_unshuffled; // the original order; holds the same ids as m_entries
    int m_current = -1;
    qint64 m_lastId = 0;
    quint64 m_seed = 0;
    Repeat m_repeat = Repeat::Off;
    bool m_shuffled = false;
};

} // namespace playback
