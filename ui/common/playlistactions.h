// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>
#include <functional>

class QMenu;

namespace ui {

/// What can be done with a whole playlist, wherever it is named.
enum class PlaylistAction : quint8
{
    Describe,
    Duplicate,
    Shuffle, ///< its own order, for good
    Reverse,
    Delete
};

/// "Add to playlist" into @p menu; what it leads to is asked for when it opens.
/// @param fill  gets it empty
void addPlaylistMenu(QMenu& menu, const std::function<void(QMenu&)>& fill);

/// Adds them to @p menu; calls @p choose with what was chosen.
/// @param isSmart  what its rules decide cannot be done
void addPlaylistActions(
    QMenu& menu, bool isSmart, const std::function<void(PlaylistAction)>& choose);

} // namespace ui
