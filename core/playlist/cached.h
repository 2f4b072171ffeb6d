// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/aliases.h"
#include "core/db/changeset.h"
#include "core/library/entryorder.h"
#include "core/playlist/edit.h"

/// What changes to playlists do to the cache, so that they are shown at once. What the cache does
/// not have is left alone. Thread of all functions: writer. Errors of all: Database, Storage.
namespace playlist::cached {

/// The playlist that the journal calls @p name; nothing if the cache does not have it.
util::Result<std::optional<types::PlaylistId>> find(
    db::Connection& cache, const change::Aliases& aliases, const QString& name);
/// Makes the playlist hold what @p edit asks for, brought together with what it holds.
/// Cost: the whole list is read; written is what differs.
util::Result<void> apply(db::Connection& cache, db::ChangeSet& changes,
    const change::Aliases& aliases, const Edit& edit);
/// Makes it hold exactly this; a playlist that was called otherwise has its rating key now.
util::Result<void> apply(db::Connection& cache, db::ChangeSet& changes,
    const change::Aliases& aliases, const Content& content);
/// Lets the next sync read what the playlist holds, as nobody knows it.
util::Result<void> forget(
    db::Connection& cache, const change::Aliases& aliases, const QString& name);
/// Counts the entries once more, for the playlist's row.
util::Result<void> sum(db::Connection& cache, types::PlaylistId playlist);

} // namespace playlist::cached
