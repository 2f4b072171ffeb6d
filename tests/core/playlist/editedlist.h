// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/playlist/describeoperation.h"
#include "core/playlist/editoperation.h"
#include "core/playlist/listoperation.h"
#include "core/playlist/playlists.h"
#include "tests/support/demolibrary.h"

namespace support {

/// The way of an edit of a playlist in one run of the program: service, journal, cache and server.
struct EditedList
{
    explicit EditedList(DemoLibrary& demo)
        : world(demo)
        , userFile(demo.threads,
              { demo.folder.filePath(QStringLiteral("user.db")), QStringLiteral(":/sql/user"),
                  true })
        , changes(userFile, demo.library, demo.clock)
        , playlists(changes, demo.library)
    {
        changes.add(std::make_shared<playlist::EditOperation>(changes.aliases()));
        changes.add(std::make_shared<playlist::ListOperation>(changes.aliases()));
        changes.add(std::make_shared<playlist::DescribeOperation>(changes.aliases()));
        (void)await(userFile.open());
        (void)await(changes.setOwner({ { demo.endpoints.machineIdentifier }, {} }));
        changes.follow(demo.sync);
    }
    ~EditedList() { world.sync.setAfterPage({}); }
    Q_DISABLE_COPY_MOVE(EditedList)

    void goOnline() { changes.setServer(world.client.get()); }
    void goOffline() { changes.setServer(nullptr); }
    [[nodiscard]] const library::CacheKey& from() const { return world.library.key(); }

    /// What became of a change once nothing of it is under way any more.
    change::Summary settle(const util::Future<types::ChangeId>& submitted)
    {
        const auto id = await(submitted);
        if (!id) {
            lastError = id.error();
            return {};
        }
        return await(changes.settled(*id), std::chrono::minutes(1)).value_or(change::Summary());
    }

    /// A playlist of the cache by its title; the first of several.
    types::PlaylistRow named(const QString& title)
    {
        for (const auto& row :
            await(world.library.playlists()).value_or(QList<types::PlaylistRow>())) {
            if (row.title == title) {
                return row;
            }
        }
        return {};
    }
    /// What the view shows: rows in their order.
    QList<types::PlaylistEntryRow> shown(types::PlaylistId playlist)
    {
        const auto spine = await(world.library.playlistSpine(playlist));
        if (!spine) {
            return {};
        }
        return await(
            world.library.playlistEntries({ spine->entries.begin(), spine->entries.end() }))
            .value_or(QList<types::PlaylistEntryRow>());
    }
    QList<types::EntryId> entries(types::PlaylistId playlist)
    {
        QList<types::EntryId> ids;
        for (const auto& row : shown(playlist)) {
            ids.append(row.id);
        }
        return ids;
    }
    /// The rating keys that the view shows.
    QStringList shownKeys(types::PlaylistId playlist)
    {
        QStringList keys;
        for (const auto& row : shown(playlist)) {
            keys.append(row.track.ratingKey.value);
        }
        return keys;
    }
    /// The rows that the server holds, as a listing tells them: id and rating key.
    QList<std::pair<qint64, QString>> held(const types::RatingKey& key)
    {
        QList<std::pair<qint64, QString>> rows;
        for (qint64 start = 0;;) {
            const auto page = await(world.client->playlistItems(key, start, 500));
            if (!page || page->items.isEmpty()) {
                return rows;
            }
            for (const types::PlaylistItem& item : page->items) {
                rows.append({ item.playlistItemId.value_or(0), item.item.ratingKey.value });
            }
            start += page->received;
        }
    }
    QStringList heldKeys(const types::RatingKey& key)
    {
        QStringList keys;
        for (const auto& [id, item] : held(key)) {
            keys.append(item);
        }
        return keys;
    }
    /// Whether view and server have the same rows, by the same names.
    bool agrees(types::PlaylistId playlist, const types::RatingKey& key)
    {
        QList<std::pair<qint64, QString>> rows;
        for (const auto& row : shown(playlist)) {
            rows.append({ row.playlistItemId.value_or(0), row.track.ratingKey.value });
        }
        return rows == held(key);
    }
    /// Tracks of the library that a playlist can be given.
    QList<types::ItemId> tracks(int count)
    {
        QList<types::ItemId> items;
        const auto found = await(world.library.trackIds({})).value_or(std::vector<qint64>());
        for (const qint64 id : found) {
            if (items.size() < count) {
                items.append(types::ItemId { id });
            }
        }
        return items;
    }
    QStringList keysOf(const QList<types::ItemId>& items)
    {
        QStringList keys;
        for (const auto& key :
            await(world.library.ratingKeys(items)).value_or(QList<types::RatingKey>())) {
            keys.append(key.value);
        }
        return keys;
    }

    DemoLibrary& world;
    db::Database userFile;
    change::Changes changes;
    playlist::Playlists playlists;
    util::Error lastError {}; ///< of the latest edit that was refused
};

} // namespace support
