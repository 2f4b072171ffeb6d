// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/playlist/cached.h"

#include "core/library/tables.h"
#include "core/playlist/overlay.h"

using namespace Qt::StringLiterals;

namespace playlist::cached {

namespace {

constexpr auto kSum = R"(
    UPDATE playlist
    SET leaf_count = (SELECT count(*) FROM playlist_entry WHERE playlist_id = playlist.id),
        duration_ms = (SELECT coalesce(sum(duration_ms), 0) FROM playlist_entry
            WHERE playlist_id = playlist.id)
    WHERE id = ?)";

constexpr auto kItem = R"(
    SELECT guid, file, title,
        CASE WHEN original_title = '' THEN grandparent_title ELSE original_title END,
        parent_title, duration_ms
    FROM item
    WHERE rating_key = ?)";

using library::StoredEntry;
using library::WantedEntry;

util::Result<std::optional<types::PlaylistId>> withKey(db::Connection& cache, const QString& key)
{
    auto s = cache.prepare("SELECT id FROM playlist WHERE rating_key = ?");
    s.bind(key);
    if (s.next()) {
        return std::optional(types::PlaylistId { s.integer(0) });
    }
    if (auto status = s.status(); !status) {
        return std::move(status).error();
    }
    return std::optional<types::PlaylistId>();
}

/// What is known of an item that somebody else put into a playlist; its key alone if it is not in
/// the cache.
util::Result<library::EntryRow> rowOf(db::Connection& cache, const QString& key)
{
    library::EntryRow row;
    row.ratingKey = key;
    auto s = cache.prepare(kItem);
    s.bind(key);
    if (s.next()) {
        row = { std::nullopt, key, s.text(0), s.text(1), s.text(2), s.text(3), s.text(4),
            s.integer(5) };
    }
    if (auto status = s.status(); !status) {
        return std::move(status).error();
    }
    return row;
}

util::Result<void> arrange(db::Connection& cache, db::ChangeSet& changes,
    types::PlaylistId playlist, const std::vector<StoredEntry>& stored,
    const std::vector<WantedEntry>& wanted)
{
    const auto differs = library::arrangeEntries(cache, changes, playlist, stored, wanted);
    if (!differs) {
        return differs.error();
    }
    return *differs ? sum(cache, playlist) : util::Result<void>();
}

/// Gives the playlist the key that @p content has, where it is called otherwise so far.
util::Result<void> rename(db::Connection& cache, db::ChangeSet& changes, const Content& content)
{
    if (content.called.isEmpty() || content.called == content.playlist) {
        return {};
    }
    const auto named = withKey(cache, content.called);
    if (!named || !*named) {
        return named ? util::Result<void>() : util::Result<void>(named.error());
    }
    const auto twin = withKey(cache, content.playlist);
    if (!twin) {
        return twin.error();
    }
    if (*twin) {
        // A sync met it under the server's name already; what is shown stays the same row.
        if (auto done = cache.prepare("DELETE FROM playlist WHERE id = ?").bind(**twin).run();
            !done) {
            return done;
        }
        changes.addRemoved(library::kPlaylistTable, (*twin)->value);
    }
    changes.addChanged(library::kPlaylistTable, (*named)->value);
    return cache.prepare("UPDATE playlist SET rating_key = ? WHERE id = ?")
        .bind(content.playlist, **named)
        .run();
}

} // namespace

util::Result<std::optional<types::PlaylistId>> find(
    db::Connection& cache, const change::Aliases& aliases, const QString& name)
{
    const QString key = aliases.keyOf(kPlaylistTarget, name);
    auto found = withKey(cache, key);
    // The server has made it already, and the cache has not been told yet.
    return found && !*found && key != name ? withKey(cache, name) : found;
}

util::Result<void> forget(
    db::Connection& cache, const change::Aliases& aliases, const QString& name)
{
    const auto playlist = find(cache, aliases, name);
    if (!playlist || !*playlist) {
        return playlist ? util::Result<void>() : util::Result<void>(playlist.error());
    }
    return cache.prepare("UPDATE playlist SET entries_read_at = 0 WHERE id = ?")
        .bind(**playlist)
        .run();
}

util::Result<void> sum(db::Connection& cache, types::PlaylistId playlist)
{
    return cache.prepare(kSum).bind(playlist).run();
}

util::Result<void> apply(
    db::Connection& cache, db::ChangeSet& changes, const change::Aliases& aliases, const Edit& edit)
{
    const auto playlist = find(cache, aliases, edit.playlist);
    if (!playlist || !*playlist) {
        return playlist ? util::Result<void>() : util::Result<void>(playlist.error());
    }
    const auto stored = library::storedEntries(cache, **playlist);
    if (!stored) {
        return stored.error();
    }
    std::vector<HeldRow> held;
    held.reserve(stored->size());
    const change::NumberAliases names = aliases.numbers(kEntryAlias);
    QHash<Token, const StoredEntry*> byToken;
    byToken.reserve(std::ssize(*stored));
    for (const StoredEntry& entry : *stored) {
        const Token token = names.of(entry.playlistItemId);
        held.push_back({ token, entry.ratingKey });
        byToken.insert(token, &entry);
    }
    // A sync may have brought rows that were added just now, before it is known that they are ours.
    const Overlay overlay = lay(edit, names, held, { 0, {}, {} });
    std::vector<WantedEntry> wanted;
    wanted.reserve(overlay.wanted.size());
    const QSet<Token> isAsked(edit.after.begin(), edit.after.end());
    for (const Token token : overlay.wanted) {
        // Added by an edit that this one has replaced before it was sent, and removed again since.
        if (token < 0 && edit.rows.contains(token) && !isAsked.contains(token)) {
            continue;
        }
        if (const auto known = byToken.constFind(token); known != byToken.constEnd()) {
            wanted.push_back({ **known, { token, {}, {}, {}, {}, {}, {}, 0 } });
            continue;
        }
        library::EntryRow row = edit.rows.value(overlay.originals.value(token, token));
        row.playlistItemId = token;
        wanted.push_back({ std::nullopt, row });
    }
    return arrange(cache, changes, **playlist, *stored, wanted);
}

util::Result<void> apply(db::Connection& cache, db::ChangeSet& changes,
    const change::Aliases& aliases, const Content& content)
{
    if (auto done = rename(cache, changes, content); !done) {
        return done;
    }
    const auto playlist = withKey(cache, content.playlist);
    if (!playlist || !*playlist) {
        return playlist ? util::Result<void>() : util::Result<void>(playlist.error());
    }
    const auto stored = library::storedEntries(cache, **playlist);
    if (!stored) {
        return stored.error();
    }
    const change::NumberAliases names = aliases.numbers(kEntryAlias);
    QHash<Token, const StoredEntry*> byToken;
    byToken.reserve(std::ssize(*stored));
    for (const StoredEntry& entry : *stored) {
        const Token token = names.of(entry.playlistItemId);
        byToken.insert(content.names.value(token, token), &entry);
    }
    std::vector<WantedEntry> wanted;
    wanted.reserve(content.rows.size());
    for (const types::PlaylistKey& held : content.rows) {
        const auto known = byToken.constFind(held.playlistItemId);
        // The item of a row never changes: one that does was given a new key.
        if (known != byToken.constEnd() && (*known)->ratingKey == held.ratingKey.value) {
            wanted.push_back({ **known, { held.playlistItemId, {}, {}, {}, {}, {}, {}, 0 } });
            continue;
        }
        auto row = rowOf(cache, held.ratingKey.value);
        if (!row) {
            return std::move(row).error();
        }
        row->playlistItemId = held.playlistItemId;
        wanted.push_back({ std::nullopt, *std::move(row) });
    }
    return arrange(cache, changes, **playlist, *stored, wanted);
}

} // namespace playlist::cached
