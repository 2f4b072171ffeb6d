// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/arguments.h"

namespace cli {

/// `demo serve`: runs the demo server until SIGTERM or SIGINT.
///
/// Prints exactly one JSON line with the addresses and the (invented) tokens on stdout once it
/// listens. Needs a QCoreApplication; runs its event loop.
/// Options: --port P, --tracks N, --seed S, --music DIR, --pregenerate.
/// Errors: InvalidInput for what it does not know; those of demo::Server::start().
[[nodiscard]] util::Result<void> runDemoServe(const Arguments& arguments);

} // namespace cli
