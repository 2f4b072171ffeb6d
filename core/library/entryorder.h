// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/library/playlistwriter.h"
#include "core/types/ids.h"

#include <vector>

namespace library {

/// One entry of a playlist in the cache.
struct StoredEntry
{
    qint64 id = 0; ///< of the row, in this cache
    qint64 position = 0; ///< ascending in the playlist's order, with gaps
    qint64 playlistItemId = 0; ///< 0 in smart playlists
    QString ratingKey {};
};

/// All entries of a playlist in their order. Thread: any with a connection.
/// Cost: about 1 µs a row. Errors: Database.
[[nodiscard]] util::Result<std::vector<StoredEntry>> storedEntries(
    db::Connection& connection, types::PlaylistId playlist);

/// An entry as it is to be.
struct WantedEntry
{
    std::optional<StoredEntry> stored {}; ///< which it is now; none: it is new
    EntryRow row {}; ///< of a new one all; of one that is there the playlistItemId alone
};

/// Makes a playlist hold exactly @p wanted, in this order. Entries that stay keep their id, and as
/// many as can be their position.
/// @return whether anything was different. Cost: what differs. Thread: writer. Errors: Database.
util::Result<bool> arrangeEntries(db::Connection& connection, db::ChangeSet& changes,
    types::PlaylistId playlist, const std::vector<StoredEntry>& stored,
    const std::vector<WantedEntry>& wanted);

/// Ascending positions for rows, of which some have one already that is kept where that can be.
/// @param held  in the wanted order; nothing: none yet
/// Cost: n log n. Thread: any.
[[nodiscard]] std::vector<qint64> positionsFor(const std::vector<std::optional<qint64>>& held);

/// What lies between the positions of two neighbours that were never parted.
inline constexpr qint64 kPositionGap = qint64(1) << 20;

} // namespace library
