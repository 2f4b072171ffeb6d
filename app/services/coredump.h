// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace app {

/// No core of this process is written when it crashes: a token that is in use lies in its memory,
/// and a core is a file with all of that, which crash reporters send away. First thing in main().
///
/// Linux: it also keeps other programs of the same user from reading this one's memory; a debugger
/// has to start it. The programs that it starts are not affected. Elsewhere it does nothing.
void forbidCoreDumps();

} // namespace app
