// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/library/itemwriter.h"
#include "core/library/library.h"

namespace librarydata {

/// Albums of ten tracks with made-up names, @p tracks tracks in all, as a server would list them.
QList<types::Item> items(int tracks);

/// The artists and albums of items() alone.
QList<types::Item> groups(int tracks);

/// Writes @p list into the open cache, without ranks.
util::Result<library::WriteOutcome> write(
    library::Library& library, const QList<types::Item>& list);

/// Ranks the tracks of the open cache.
util::Result<void> rank(library::Library& library);

/// Writes @p list into the open cache and ranks the tracks.
util::Result<library::WriteOutcome> store(
    library::Library& library, const QList<types::Item>& list);

} // namespace librarydata
