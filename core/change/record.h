// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/outcome.h"

#include <QSet>

namespace change {

/// The ids of @p steps, in their order.
[[nodiscard]] QList<qint64> idsOf(const QList<Step>& steps);
/// The changes of which a step ended in @p outcome.
[[nodiscard]] QSet<types::ChangeId> endedIn(const Outcome& outcome);

/// Writes down what became of some steps of @p owner. Thread: writer. Errors: Database, Storage.
util::Result<bool> record(db::Connection& connection, const Owner& owner, const Outcome& outcome);

} // namespace change
