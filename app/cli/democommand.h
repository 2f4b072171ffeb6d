// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace cli {

/// `demo serve`: runs the demo server until SIGTERM or SIGINT.
///
/// Prints exactly one JSON line with the addresses and the (invented) tokens on stdout once it
/// listens. Needs a QCoreApplication; runs its event loop.
/// @param args  what follows "demo serve": --port P, --tracks N, --seed S, --music DIR,
///              --pregenerate
/// @return exit code: 0 done, 1 failed, 2 usage
[[nodiscard]] int runDemoServe(const QStringList& args);

} // namespace cli
