// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/keymap.h"

class QKeyEvent;

namespace ui {

/// What the keys of a list of tracks do, beside the stars that digits give.
enum class ListAction
{
    Play,
    PlayNext,
    Enqueue,
    PlayPause
};

/// Their table, in the order of the enumerators.
[[nodiscard]] QList<ActionSpec> listActions();
/// What a key does there; nothing for other keys.
[[nodiscard]] std::optional<ListAction> listActionOf(const QKeyEvent& event);
/// The key that a menu shows beside an action.
[[nodiscard]] QKeySequence keyOf(ListAction action);

} // namespace ui
