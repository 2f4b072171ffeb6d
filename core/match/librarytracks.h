// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/connection.h"
#include "core/match/track.h"

#include <QList>
#include <optional>
#include <stop_token>
#include <vector>

namespace match {

/// All tracks of the cache, of every section, in the order of their ids.
///
/// Of each the first file alone, as the cache has no other. Thread: a reader. Errors: Database,
/// Cancelled. Cost: one walk through the rows, about 0.2 s and 60 MB at 100,000 tracks.
/// Source: table item (migration library/0001), ids of type 10.
[[nodiscard]] util::Result<std::vector<LibraryTrack>> readLibraryTracks(
    db::Connection& connection, const std::stop_token& stop);

/// Those of @p ids alone, in the order of their ids; ids that are gone are left out.
///
/// Thread: a reader. Errors: Database, Cancelled. Cost: one lookup a track.
[[nodiscard]] util::Result<std::vector<LibraryTrack>> readLibraryTracks(
    db::Connection& connection, const QList<qint64>& ids, const std::stop_token& stop);
/// One track of the cache as it is matched; nothing if there is none with this id.
///
/// Thread: a reader. Errors: Database.
[[nodiscard]] util::Result<std::optional<LibraryTrack>> readLibraryTrack(
    db::Connection& connection, types::ItemId id);

/// The entries of all playlists whose key the cache does not know any more, with the texts that
/// were remembered of them; Row::id is the entry's number in the cache.
///
/// Thread: a reader. Errors: Database, Cancelled. Cost: one lookup an entry.
/// Source: table playlist_entry (migration library/0001).
[[nodiscard]] util::Result<std::vector<Row>> readLostEntries(
    db::Connection& connection, const std::stop_token& stop);

} // namespace match
