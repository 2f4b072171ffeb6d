// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/types/rows.h"

class QMenu;

namespace ui {

class TrackTable;

/// The context menu of @p items in @p table, in the order all lists have; it asks for what is
/// chosen through the table's signals and deletes itself when closed.
/// @param current  the row the menu stands at, for "Go to"; may be null
[[nodiscard]] QMenu* trackMenu(
    TrackTable& table, const QList<types::ItemId>& items, const types::TrackRow* current);

} // namespace ui
