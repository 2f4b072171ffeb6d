// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/playlistwriter.h"

#include "core/library/entryorder.h"
#include "core/library/tables.h"
#include "core/util/fold.h"

#include <QMultiHash>
#include <QSet>

using namespace Qt::StringLiterals;

namespace library {

namespace {

constexpr auto kFind = R"(
    SELECT id, title, summary, composite, smart, leaf_count, updated_at, entries_read_at,
        duration_ms
    FROM playlist
    WHERE rating_key = ?)";

constexpr auto kStore = R"(
    INSERT INTO playlist (id, rating_key, guid, title, title_sort, summary, composite, kind,
        smart, read_only, leaf_count, duration_ms, added_at, updated_at, viewed_at,
        entries_read_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)
    ON CONFLICT (rating_key) DO UPDATE
    SET guid = excluded.guid, title = excluded.title, title_sort = excluded.title_sort,
        summary = excluded.summary, composite = excluded.composite, kind = excluded.kind,
        smart = excluded.smart, read_only = excluded.read_only,
        leaf_count = excluded.leaf_count, duration_ms = excluded.duration_ms,
        updated_at = excluded.updated_at, viewed_at = excluded.viewed_at)";

constexpr auto kStoreEntry = R"(
    INSERT INTO playlist_entry (id, playlist_id, position, playlist_item_id, rating_key, guid,
        file, title, artist, album, duration_ms)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE
    SET position = excluded.position, playlist_item_id = excluded.playlist_item_id,
        rating_key = excluded.rating_key, guid = excluded.guid, file = excluded.file,
        title = excluded.title, artist = excluded.artist, album = excluded.album,
        duration_ms = excluded.duration_ms)";

/// What identifies a row of a playlist from one reading to the next.
QString identityOf(const EntryRow& row)
{
    return row.playlistItemId ? u'#' + QString::number(*row.playlistItemId) : row.ratingKey;
}

struct KnownEntry
{
    qint64 id = 0;
    qint64 position = 0;
    EntryRow row {};
};

/// The rows of a playlist by what identifies them.
util::Result<QMultiHash<QString, KnownEntry>> knownEntries(
    db::Connection& connection, qint64 playlist)
{
    QMultiHash<QString, KnownEntry> stored;
    auto s = connection.prepare(R"(
        SELECT id, playlist_item_id, position, rating_key, guid, file, title, artist, album,
            duration_ms
        FROM playlist_entry
        WHERE playlist_id = ?
        ORDER BY position DESC)");
    s.bind(playlist);
    while (s.next()) {
        const auto itemId = s.isNull(1) ? std::nullopt : std::optional<qint64>(s.integer(1));
        const KnownEntry entry { s.integer(0), s.integer(2),
            { itemId, s.text(3), s.text(4), s.text(5), s.text(6), s.text(7), s.text(8),
                s.integer(9) } };
        // The latest insertion is taken first: rows of the same item keep their order.
        stored.insert(identityOf(entry.row), entry);
    }
    if (auto status = s.status(); !status) {
        return std::move(status).error();
    }
    return stored;
}

} // namespace

EntryRow entryRowOf(const types::PlaylistItem& entry)
{
    const types::Item& item = entry.item;
    return { entry.playlistItemId, item.ratingKey.value, item.guid, item.media.file, item.title,
        item.originalTitle.isEmpty() ? item.grandparentTitle : item.originalTitle, item.parentTitle,
        item.duration.count() };
}

util::Result<QList<types::Playlist>> PlaylistWriter::writeAll(const QList<types::Playlist>& lists,
    const std::function<bool(const types::Playlist&)>& isWanted)
{
    QList<types::Playlist> toRead;
    QSet<qint64> kept;
    for (const types::Playlist& list : lists) {
        bool changed = false;
        auto id = write(list, &changed);
        if (!id) {
            return std::move(id).error();
        }
        kept.insert(*id);
        if (changed || isWanted(list)) {
            toRead.append(list);
        }
    }
    QList<qint64> gone;
    auto all = m_connection.prepare("SELECT id, rating_key FROM playlist");
    while (all.next()) {
        if (!kept.contains(all.integer(0)) && !all.text(1).startsWith(kUnsentPlaylist)) {
            gone.append(all.integer(0));
        }
    }
    if (auto status = all.status(); !status) {
        return std::move(status).error();
    }
    for (const qint64 id : gone) {
        if (auto done = m_connection.prepare("DELETE FROM playlist WHERE id = ?").bind(id).run();
            !done) {
            return std::move(done).error();
        }
        m_changes.addRemoved(kPlaylistTable, id);
    }
    return toRead;
}

util::Result<qint64> PlaylistWriter::write(const types::Playlist& list, bool* changed)
{
    auto find = m_connection.prepare(kFind);
    find.bind(list.ratingKey);
    std::optional<qint64> id;
    if (find.next()) {
        id = find.integer(0);
        const bool sameRow = find.text(1) == list.title && find.text(2) == list.summary
            && find.text(3) == list.composite && (find.small(4) != 0) == list.smart
            && find.small(5) == list.leafCount && find.integer(6) == list.updatedAt
            && find.integer(8) == list.duration.count();
        const bool wasRead = find.integer(7) > 0;
        if (sameRow && wasRead) {
            return *id;
        }
    }
    if (auto status = find.status(); !status) {
        return std::move(status).error();
    }
    *changed = true;
    auto store = m_connection.prepare(kStore);
    if (auto done
        = store
              .bind(id, list.ratingKey, list.guid, list.title, util::sortKey(list.title),
                  list.summary, list.composite, int(list.kind), list.smart, list.readOnly,
                  list.leafCount, list.duration, list.addedAt, list.updatedAt, list.lastViewedAt)
              .run();
        !done) {
        return std::move(done).error();
    }
    const qint64 stored = id ? *id : store.lastInsertId();
    id ? m_changes.addChanged(kPlaylistTable, stored) : m_changes.addAdded(kPlaylistTable, stored);
    return stored;
}

util::Result<void> PlaylistWriter::writeEntries(
    const types::RatingKey& playlist, const std::deque<EntryRow>& entries, qint64 now)
{
    auto find = m_connection.prepare("SELECT id FROM playlist WHERE rating_key = ?");
    find.bind(playlist);
    if (!find.next()) {
        return find.status(); // deleted meanwhile: nothing to do
    }
    const qint64 id = find.integer(0);
    auto stored = knownEntries(m_connection, id);
    if (!stored) {
        return std::move(stored).error();
    }
    bool differs = false;
    std::vector<std::optional<KnownEntry>> known;
    std::vector<std::optional<qint64>> held;
    for (const EntryRow& row : entries) {
        const auto found = stored->find(identityOf(row));
        known.push_back(found == stored->end() ? std::nullopt : std::optional(*found));
        held.push_back(known.back() ? std::optional(known.back()->position) : std::nullopt);
        if (known.back()) {
            stored->erase(found);
        }
    }
    const std::vector<qint64> positions = positionsFor(held);
    for (size_t i = 0; i < known.size(); ++i) {
        const EntryRow& row = entries[i];
        const auto& entry = known[i];
        if (entry && entry->position == positions[i] && entry->row == row) {
            continue;
        }
        differs = true;
        const std::optional<qint64> entryId = entry ? std::optional(entry->id) : std::nullopt;
        auto store = m_connection.prepare(kStoreEntry);
        if (auto done
            = store
                  .bind(entryId, id, positions[i], row.playlistItemId, row.ratingKey, row.guid,
                      row.file, row.title, row.artist, row.album, row.durationMs)
                  .run();
            !done) {
            return done;
        }
    }
    for (const KnownEntry& gone : std::as_const(*stored)) {
        differs = true;
        if (auto done
            = m_connection.prepare("DELETE FROM playlist_entry WHERE id = ?").bind(gone.id).run();
            !done) {
            return done;
        }
    }
    if (differs) {
        m_changes.addChanged(kPlaylistTable, id);
        m_changes.addMany(kPlaylistEntryTable);
    }
    return m_connection.prepare("UPDATE playlist SET entries_read_at = ? WHERE id = ?")
        .bind(now, id)
        .run();
}

} // namespace library
