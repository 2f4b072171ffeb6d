// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace app {

/// Has large blocks of memory go back to the system when they are freed: the order of a million
/// tracks is sorted in 24 MB that are of no use afterwards. Elsewhere than with glibc they do so
/// by themselves. To be called before other threads begin.
void keepHeapSmall();

} // namespace app
