// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services/services.h"
#include "core/types/cachebucket.h"

namespace app {

/// The caches of the library that is open. Errors: Database. Thread: UI.
[[nodiscard]] util::Future<QList<types::CacheBucket>> cacheBuckets(Services& services);

/// Empties a cache. Errors: Database, Storage, InvalidInput (no such cache). Thread: UI.
/// @param bucket  "library", "artwork", or empty for all
[[nodiscard]] util::Future<void> flushCache(Services& services, const QString& bucket);

} // namespace app
