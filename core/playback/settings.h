// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/playback/player.h"
#include "core/settings/settings.h"

namespace playback {

/// Which loudness of the server's analysis tracks are brought to.
inline constexpr settings::Setting<GainMode> kGain { "playback/loudness", GainMode::Off,
    GainMode::Off, GainMode::Album };
/// Of the fade on pause, stop and seek, in milliseconds.
inline constexpr settings::Setting<int> kFadeMilliseconds { "playback/fade_ms", 8, 0, 1000 };

} // namespace playback
