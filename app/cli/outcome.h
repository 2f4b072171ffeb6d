// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/commands.h"
#include "core/types/ids.h"

namespace cli {

/// What became of a change, once it is at rest.
/// @param requested  how many items were named, 0 if none were; those without a step are already as
///     they should be
/// @param settlesConflict  that everything is already as it should be is success: a script that
///     runs twice does not fail the second time
[[nodiscard]] util::Future<Reply> whenSettled(const Context& context,
    const util::Future<types::ChangeId>& submitted, qsizetype requested = 0,
    bool settlesConflict = false);

} // namespace cli
