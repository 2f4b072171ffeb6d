// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/entryorder.h"

#include "core/library/tables.h"
#include "core/util/longestrun.h"

#include <QSet>

namespace library {

namespace {

constexpr auto kInsert = R"(
    INSERT INTO playlist_entry (playlist_id, position, playlist_item_id, rating_key, guid, file,
        title, artist, album, duration_ms)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?))";

using MaybePosition = std::optional<qint64>;

/// Gives the rows [first, last) positions between the neighbours'. @return whether there was room
bool fillBetween(std::vector<qint64>& positions, size_t first, size_t last, MaybePosition next)
{
    const auto count = static_cast<qint64>(last - first);
    const bool isAtTop = first == 0;
    const bool isBetween = !isAtTop && next;
    const qint64 before = !isAtTop ? positions[first - 1]
        : next                     ? *next - kPositionGap * (count + 1)
                                   : -kPositionGap;
    const qint64 step = isBetween ? (*next - before) / (count + 1) : kPositionGap;
    if (step < 1) {
        return false;
    }
    for (qint64 i = 0; i < count; ++i) {
        positions[first + static_cast<size_t>(i)] = before + step * (i + 1);
    }
    return true;
}

std::vector<qint64> renumbered(size_t count)
{
    std::vector<qint64> positions(count);
    for (size_t i = 0; i < count; ++i) {
        positions[i] = static_cast<qint64>(i) * kPositionGap;
    }
    return positions;
}

util::Result<void> store(db::Connection& connection, types::PlaylistId playlist,
    const WantedEntry& entry, qint64 position)
{
    const EntryRow& row = entry.row;
    if (!entry.stored) {
        return connection.prepare(kInsert)
            .bind(playlist, position, row.playlistItemId, row.ratingKey, row.guid, row.file,
                row.title, row.artist, row.album, row.durationMs)
            .run();
    }
    return connection
        .prepare("UPDATE playlist_entry SET position = ?, playlist_item_id = ? WHERE id = ?")
        .bind(position, row.playlistItemId, entry.stored->id)
        .run();
}

} // namespace

util::Result<std::vector<StoredEntry>> storedEntries(
    db::Connection& connection, types::PlaylistId playlist)
{
    std::vector<StoredEntry> entries;
    auto s = connection.prepare(R"(
        SELECT id, position, coalesce(playlist_item_id, 0), rating_key
        FROM playlist_entry
        WHERE playlist_id = ?
        ORDER BY position, id)");
    s.bind(playlist);
    while (s.next()) {
        entries.push_back({ s.integer(0), s.integer(1), s.integer(2), s.text(3) });
    }
    if (auto status = s.status(); !status) {
        return std::move(status).error();
    }
    return entries;
}

std::vector<qint64> positionsFor(const std::vector<MaybePosition>& held)
{
    std::vector<qint64> known;
    std::vector<size_t> rows;
    for (size_t row = 0; row < held.size(); ++row) {
        if (held[row]) {
            known.push_back(*held[row]);
            rows.push_back(row);
        }
    }
    std::vector<qint64> positions(held.size());
    size_t next = 0; // first row without a position yet
    for (const size_t stays : util::longestIncreasingRun(known)) {
        const size_t row = rows[stays];
        positions[row] = known[stays];
        if (!fillBetween(positions, next, row, known[stays])) {
            return renumbered(held.size());
        }
        next = row + 1;
    }
    (void)fillBetween(positions, next, held.size(), std::nullopt);
    return positions;
}

util::Result<bool> arrangeEntries(db::Connection& connection, db::ChangeSet& changes,
    types::PlaylistId playlist, const std::vector<StoredEntry>& stored,
    const std::vector<WantedEntry>& wanted)
{
    QSet<qint64> gone;
    gone.reserve(std::ssize(stored));
    for (const StoredEntry& entry : stored) {
        gone.insert(entry.id);
    }
    std::vector<MaybePosition> held;
    held.reserve(wanted.size());
    for (const WantedEntry& entry : wanted) {
        held.push_back(entry.stored ? MaybePosition(entry.stored->position) : std::nullopt);
        if (entry.stored) {
            gone.remove(entry.stored->id);
        }
    }
    bool differs = !gone.isEmpty();
    const std::vector<qint64> positions = positionsFor(held);
    for (size_t i = 0; i < wanted.size(); ++i) {
        const WantedEntry& entry = wanted[i];
        if (entry.stored && entry.stored->position == positions[i]
            && entry.stored->playlistItemId == entry.row.playlistItemId.value_or(0)) {
            continue;
        }
        differs = true;
        if (auto done = store(connection, playlist, entry, positions[i]); !done) {
            return std::move(done).error();
        }
    }
    for (const qint64 id : std::as_const(gone)) {
        if (auto done
            = connection.prepare("DELETE FROM playlist_entry WHERE id = ?").bind(id).run();
            !done) {
            return std::move(done).error();
        }
    }
    if (!differs) {
        return false;
    }
    changes.addChanged(kPlaylistTable, playlist.value);
    changes.addMany(kPlaylistEntryTable);
    return true;
}

} // namespace library
