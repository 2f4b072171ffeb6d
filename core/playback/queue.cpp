// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/playback/queue.h"

#include <QHash>
#include <algorithm>
#include <random>

namespace playback {
namespace {

/// The rows that exist, ascending, each once.
QList<int> sane(QList<int> rows, int size)
{
    rows.removeIf([size](int row) { return row < 0 || row >= size; });
    std::ranges::sort(rows);
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    return rows;
}

} // namespace

QueueEntry QueueEntry::fromRow(const types::TrackRow& row)
{
    QueueEntry entry;
    entry.item = row.id;
    entry.ratingKey = row.ratingKey;
    entry.title = row.title;
    entry.artist = row.artist;
    entry.album = row.album;
    entry.albumId = row.albumId;
    entry.duration = row.duration;
    entry.partKey = row.partKey;
    entry.container = row.container;
    entry.thumb = row.thumb;
    entry.rating = row.rating;
    entry.loudness = row.loudness;
    return entry;
}

const QueueEntry* Queue::current() const
{
    return m_current >= 0 ? &m_entries.at(m_current) : nullptr;
}

std::optional<int> Queue::indexOf(QueueEntryId id) const
{
    const auto found = std::ranges::find(m_entries, id, &QueueEntry::id);
    if (found == m_entries.end()) {
        return std::nullopt;
    }
    return static_cast<int>(std::distance(m_entries.begin(), found));
}

void Queue::giveIds(QList<QueueEntry>& entries)
{
    for (QueueEntry& entry : entries) {
        entry.id = QueueEntryId { ++m_lastId };
    }
}

void Queue::replace(QList<QueueEntry> entries, int current)
{
    m_entries.clear();
    m_unshuffled.clear();
    m_current = -1;
    insertAt(0, 0, std::move(entries));
    m_current = m_entries.isEmpty() ? -1 : std::clamp(current, 0, size() - 1);
    if (m_shuffled) {
        shuffle(m_seed + 1);
    }
}

void Queue::insertAt(int row, qsizetype original, QList<QueueEntry> entries)
{
    giveIds(entries);
    QList<QueueEntryId> ids;
    ids.reserve(entries.size());
    for (const QueueEntry& entry : std::as_const(entries)) {
        ids.append(entry.id);
    }
    if (m_current >= row) {
        m_current += static_cast<int>(entries.size());
    }
    // Put together anew: one by one each would move all that follow.
    m_entries = m_entries.mid(0, row) + entries + m_entries.mid(row);
    m_unshuffled = m_unshuffled.mid(0, original) + ids + m_unshuffled.mid(original);
    if (m_current < 0 && !m_entries.isEmpty()) {
        m_current = 0;
    }
}

void Queue::append(QList<QueueEntry> entries)
{
    insertAt(size(), m_unshuffled.size(), std::move(entries));
}

void Queue::insertNext(QList<QueueEntry> entries)
{
    if (m_current < 0) {
        append(std::move(entries));
        return;
    }
    const qsizetype original = m_unshuffled.indexOf(m_entries.at(m_current).id) + 1;
    insertAt(m_current + 1, original, std::move(entries));
}

void Queue::insert(int before, QList<QueueEntry> entries)
{
    before = std::clamp(before, 0, size());
    if (before == size()) {
        append(std::move(entries));
        return;
    }
    const qsizetype original
        = before > 0 ? m_unshuffled.indexOf(m_entries.at(before - 1).id) + 1 : 0;
    insertAt(before, original, std::move(entries));
}

void Queue::remove(QList<int> rows)
{
    rows = sane(std::move(rows), size());
    int current = m_current;
    for (auto row = rows.crbegin(); row != rows.crend(); ++row) {
        m_unshuffled.removeOne(m_entries.at(*row).id);
        m_entries.removeAt(*row);
        if (*row < current) {
            --current;
        }
    }
    m_current = std::min(current, size() - 1);
}

void Queue::move(QList<int> rows, int before)
{
    rows = sane(std::move(rows), size());
    if (rows.isEmpty()) {
        return;
    }
    const QueueEntryId current = m_entries.at(m_current).id;
    before = std::clamp(before, 0, size());
    QList<QueueEntry> moved;
    QList<QueueEntry> head;
    QList<QueueEntry> tail;
    for (int row = 0; row < size(); ++row) {
        if (std::ranges::binary_search(rows, row)) {
            moved.append(m_entries.at(row));
        } else {
            (row < before ? head : tail).append(m_entries.at(row));
        }
    }
    m_entries = head + moved + tail;
    if (!m_shuffled) {
        std::ranges::transform(m_entries, m_unshuffled.begin(), &QueueEntry::id);
    }
    restoreCurrent(current);
}

void Queue::clear()
{
    m_entries.clear();
    m_unshuffled.clear();
    m_current = -1;
}

void Queue::setCurrentIndex(int index)
{
    if (!m_entries.isEmpty()) {
        m_current = std::clamp(index, 0, size() - 1);
    }
}

void Queue::shuffle(quint64 seed)
{
    m_seed = seed;
    m_shuffled = true;
    if (m_entries.isEmpty()) {
        return;
    }
    m_entries.move(m_current, 0);
    m_current = 0;
    // Fisher and Yates by hand: std::shuffle may differ between standard libraries.
    std::mt19937_64 random(seed);
    for (qsizetype i = m_entries.size() - 1; i > 1; --i) {
        m_entries.swapItemsAt(i, 1 + static_cast<qsizetype>(random() % static_cast<quint64>(i)));
    }
}

void Queue::unshuffle()
{
    m_shuffled = false;
    if (m_entries.isEmpty()) {
        return;
    }
    const QueueEntryId current = m_entries.at(m_current).id;
    QHash<QueueEntryId, qsizetype> place;
    for (qsizetype i = 0; i < m_unshuffled.size(); ++i) {
        place.insert(m_unshuffled.at(i), i);
    }
    std::ranges::sort(m_entries, {}, [&place](const QueueEntry& entry) { return place[entry.id]; });
    restoreCurrent(current);
}

void Queue::restoreCurrent(QueueEntryId id)
{
    m_current = indexOf(id).value_or(m_current);
}

std::optional<int> Queue::nextIndex() const
{
    if (m_repeat == Repeat::One && m_current >= 0) {
        return m_current;
    }
    return skipIndex();
}

std::optional<int> Queue::skipIndex() const
{
    if (m_current < 0) {
        return std::nullopt;
    }
    if (m_current + 1 < size()) {
        return m_current + 1;
    }
    return m_repeat == Repeat::Off ? std::nullopt : std::optional<int>(0);
}

std::optional<int> Queue::previousIndex() const
{
    if (m_current < 0) {
        return std::nullopt;
    }
    if (m_current > 0) {
        return m_current - 1;
    }
    return m_repeat == Repeat::Off ? std::nullopt : std::optional<int>(size() - 1);
}

} // namespace playback
