// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/journal.h"

namespace change {

/// A step that was made once, and when.
struct PastStep
{
    qint64 madeAt = 0; ///< epoch seconds
    Role role = Role::Do;
    State state = State::Pending;
    QJsonObject payload {};
    QString errorMessage {}; ///< of a failed one
};

/// The latest @p limit steps to one target, the newest first.
/// Thread: any that reads. Errors: Database. Cost: a lookup for each step that the target ever had.
/// Source: tables change and change_step (migration user/0001), by index change_step_target.
[[nodiscard]] util::Result<QList<PastStep>> stepsTo(
    db::Connection& connection, const Owner& owner, const QString& target, int limit);

} // namespace change
