// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/types/item.h"
#include "core/util/async.h"

#include <functional>

class QMenu;

namespace ui {

class Capabilities;

/// What the ratings of a selection have in common; asked when a menu about it is opened.
using RatingReader = std::function<util::Future<types::SharedRating>(
    const QList<types::ItemId>& items, std::stop_token stop)>;
/// What was chosen; nothing: no rating.
using ChooseRating = std::function<void(const types::OptionalRating&)>;

/// 5 … ½ stars and "No rating" into @p menu; calls @p choose with what was chosen.
void addRatingActions(QMenu& menu, const ChooseRating& choose);

/// Checks the line of what there is among those of addRatingActions(); of mixed values none.
void checkRating(QMenu& menu, const types::SharedRating& rating);

/// The same lines as "Rate" in a menu of its own, which needs Feature::Rate, below stars that show
/// what @p items have, or that it is mixed, and take a click.
/// @param read  may be empty: then nothing is shown of what there is
QMenu* addRateMenu(QMenu& menu, Capabilities& capabilities, const QList<types::ItemId>& items,
    const RatingReader& read, const ChooseRating& choose);

} // namespace ui
