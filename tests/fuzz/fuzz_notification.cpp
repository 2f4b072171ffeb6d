// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plex/notification.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>

/// The frames of a notification socket: any bytes give what they tell or an error, never a crash.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    const QByteArrayView frame(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    const auto read = plex::parseNotification(frame);
    if (!read) {
        return 0;
    }
    const bool isBounded = read->entries.size() <= plex::kMostEntries
        && read->activities.size() <= plex::kMostEntries;
    const bool areNamed
        = std::ranges::all_of(read->entries, [](const auto& entry) { return entry.key.isValid(); });
    if (!isBounded || !areNamed) {
        abort();
    }
    return 0;
}
