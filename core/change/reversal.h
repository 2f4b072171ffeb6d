// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/journal.h"
#include "core/change/operation.h"

#include <QHash>

namespace change {

/// What is known to modify a server, by kind.
using Operations = QHash<QString, std::shared_ptr<const Operation>>; // shared with running jobs

/// Writes the change that takes back another: @p id, or the latest if that is invalid. Chosen,
/// checked and written in one transaction. Thread: writer.
/// Errors: NotFound (there is none), Conflict (taken back already, changed again and not sent yet,
/// nothing of it was done), Database, Storage.
util::Result<journal::Inserted> takeBack(db::Connection& connection, const Owner& owner, Role role,
    types::ChangeId id, const Operations& operations, qint64 now);

/// Makes what failed of a change pending again, except what a later change replaced.
/// Thread: writer. Errors: NotFound, Conflict (nothing is left to be tried), Database, Storage.
util::Result<journal::Inserted> reopenFailed(
    db::Connection& connection, const Owner& owner, types::ChangeId change);

} // namespace change
