// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/operation.h"
#include "core/playlist/overlay.h"

namespace playlist {

/// What is to be said of @p edit, where the server holds @p rows of its playlist.
/// @param note  what was noted while it was sent. Cost: as lay(). Thread: any.
[[nodiscard]] change::Observed judge(const Edit& edit, const std::optional<Note>& note,
    const change::Aliases& names, const std::vector<types::PlaylistKey>& rows);

} // namespace playlist
