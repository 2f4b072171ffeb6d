// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/heap.h"

#include <QtGlobal>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace app {

void keepHeapSmall()
{
#ifdef __GLIBC__
    // Left alone glibc takes the first large block that is freed as a sign that more of them come,
    // and keeps up to twice as much from then on, for each thread (mallopt(3)).
    constexpr int kMapped = 1024 * 1024;
    constexpr int kKept = 4 * kMapped;
    mallopt(M_MMAP_THRESHOLD, kMapped);
    mallopt(M_TRIM_THRESHOLD, kKept);
#endif
}

} // namespace app
