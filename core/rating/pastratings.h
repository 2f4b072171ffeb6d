// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/paststeps.h"
#include "core/types/rating.h"

namespace rating {

/// A rating that an item was given here once.
struct PastRating
{
    qint64 at = 0; ///< epoch seconds
    types::OptionalRating from {};
    types::OptionalRating to {};
    change::Role role = change::Role::Do;
    change::State state = change::State::Pending;
    QString errorMessage {}; ///< if it was refused
};

/// What the journal knows of the ratings of one item, the newest first, at most @p limit. What was
/// rated by other programs is not in it. Thread: any that reads. Errors: Database.
[[nodiscard]] util::Result<QList<PastRating>> pastRatings(
    db::Connection& connection, const change::Owner& owner, const types::RatingKey& key, int limit);

} // namespace rating
