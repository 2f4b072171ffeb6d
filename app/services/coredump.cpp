// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/coredump.h"

#include <QtGlobal>

#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#endif

namespace app {

void forbidCoreDumps()
{
#ifdef Q_OS_LINUX
    // Not RLIMIT_CORE: the kernel does not look at it where cores go to a program (core(5)), and
    // what we start would inherit it.
    prctl(PR_SET_DUMPABLE, 0);
#endif
}

} // namespace app
