// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/database.h"
#include "core/types/playlist.h"

#include <deque>
#include <functional>

namespace library {

/// What is kept of a playlist's entry: a small part of the item, because a list may have hundreds
/// of thousands.
struct EntryRow
{
    std::optional<qint64> playlistItemId {}; ///< absent in smart playlists
    QString ratingKey {};
    QString guid {};
    QString file {};
    QString title {};
    QString artist {}; ///< the track's own, else the album's
    QString album {};
    qint64 durationMs = 0;
    bool operator==(const EntryRow&) const = default;
};
/// How the key of a playlist begins that a change makes and the server does not have yet: it is
/// none of those that a listing of the server leaves out because they are gone.
inline const QString kUnsentPlaylist = QStringLiteral("new-");

[[nodiscard]] EntryRow entryRowOf(const types::PlaylistItem& entry);

/// Writes playlists and their entries into the cache, only what differs. Thread: the writer's.
class PlaylistWriter
{
public:
    PlaylistWriter(db::Connection& connection, db::ChangeSet& changes)
        : m_connection(connection)
        , m_changes(changes)
    {
    }

    /// Makes the cache hold exactly @p lists.
    /// @return those whose entries are to be read: new ones, changed ones, and those that fit
    ///     @p isWanted
    util::Result<QList<types::Playlist>> writeAll(const QList<types::Playlist>& lists,
        const std::function<bool(const types::Playlist&)>& isWanted);

    /// Makes the playlist hold exactly @p entries; rows that stay keep their local id.
    util::Result<void> writeEntries(
        const types::RatingKey& playlist, const std::deque<EntryRow>& entries, qint64 now);

private:
    util::Result<qint64> write(const types::Playlist& list, bool* changed);

    db::Connection& m_connection;
    db::ChangeSet& m_changes;
};

} // namespace library
