// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/settings.h"

namespace library {

/// How often the server is asked what is new, in minutes, beside what it tells by itself; 0 =
/// never.
inline constexpr settings::Setting<int> kSyncMinutes { "library/sync_minutes", 0, 0, 24 * 60 };

} // namespace library
