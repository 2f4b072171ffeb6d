// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/commands.h"
#include "core/library/trackview.h"

namespace cli {

/// The playlist of the open cache that @p id names. Errors: NotFound.
[[nodiscard]] util::Future<types::PlaylistRow> findPlaylist(
    const Context& context, const QString& id);
/// Its rows, by @p sort; in its own order without. Errors: NotFound, those of library::Library.
[[nodiscard]] util::Future<Reply> showPlaylist(
    const Context& context, const QString& id, const QList<library::SortKey>& sort);

} // namespace cli
