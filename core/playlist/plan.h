// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/playlist/tokens.h"

#include <QSet>

namespace playlist {

/// A row that is to stand behind another.
struct Move
{
    Token row = 0;
    Token after = 0; ///< 0 = at the top
    bool operator==(const Move&) const = default;
};

/// What brings a playlist on the server from one content to another, in this order.
struct Plan
{
    /// Everything is removed with one request and added again, instead of what follows.
    bool isRebuild = false;
    Tokens removed {};
    Tokens added {}; ///< in their order; the server puts them at the end
    /// Of rows that the server has; those that are added are moved once they have a name.
    std::vector<Move> moves {};
    /// Rows that were added are not at the end: to be looked at again after they were added.
    bool isUnfinished = false;

    [[nodiscard]] bool isEmpty() const
    {
        return !isRebuild && removed.empty() && added.empty() && moves.empty();
    }
};

/// As many ids in one request: more are refused by some servers, as the request line gets long.
inline constexpr qsizetype kBatch = 200;
/// What adding one id costs, against a request for itself: a server writes a row either way.
inline constexpr double kCostOfId = 0.1;
/// What a playlist that is empty for a moment costs, against a request: an edit of a few rows, or
/// of a short list, never empties it.
inline constexpr double kCostOfDoubt = 10;

/// The cheapest plan: the longest run of rows stays, all others are moved one by one; or all is
/// removed and added again, if that costs less. A row of @p wanted that is not in @p held is added.
///
/// @param mayRebuild  false where rows could not be added again
/// @param moved  rows that an edit moved, see movedBetween(): these and no others are moved where
///     that is possible, so that the plan, cut off anywhere, can still be told from what somebody
///     else does
/// Cost: n log n. Thread: any.
[[nodiscard]] Plan planFor(
    const Tokens& held, const Tokens& wanted, bool mayRebuild, const QSet<Token>& moved = {});

} // namespace playlist
