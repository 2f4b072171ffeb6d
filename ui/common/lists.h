// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/settings.h"

/// The settings of all lists of tracks.
namespace ui::lists {

/// A click on a star changes nothing.
inline constexpr settings::Setting<bool> kLockRatings { "lists/lock_ratings", false };

} // namespace ui::lists
