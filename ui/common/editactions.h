// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/keymap.h"

class QKeyEvent;

namespace ui {

/// What the keys of a playlist's rows do; Copy works in every list of tracks.
enum class EditAction
{
    Cut,
    Copy,
    Paste,
    Duplicate,
    Remove,
    MoveUp,
    MoveDown,
    MoveToTop,
    MoveToBottom
};

/// Their table, in the order of the enumerators.
[[nodiscard]] QList<ActionSpec> editActions();
/// What a key does there; nothing for other keys.
[[nodiscard]] std::optional<EditAction> editActionOf(const QKeyEvent& event);
/// The key that a menu shows beside an action.
[[nodiscard]] QKeySequence keyOf(EditAction action);

} // namespace ui
