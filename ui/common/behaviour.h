// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/settings.h"

/// The settings of what the window does, as opposed to how it looks.
namespace ui::behaviour {

/// What closing the window means where there is a tray; elsewhere it ends the program.
enum class OnClose
{
    Ask, ///< once, when it is closed for the first time
    Quit,
    KeepInTray
};

inline constexpr settings::Setting<OnClose> kOnClose { "window/on_close", OnClose::Ask,
    OnClose::Ask, OnClose::KeepInTray };

/// Whether the desktop tells what was rated without the window, with a way to take it back.
inline constexpr settings::Setting<bool> kTellsRatings { "desktop/tells_ratings", true };

/// Whether the desktop tells which track begins, with stars to give it.
inline constexpr settings::Setting<bool> kTellsTracks { "desktop/tells_tracks", false };

/// Whether the last seconds of a track without a rating bring the small window to give it one.
inline constexpr settings::Setting<bool> kAsksAtEnd { "desktop/asks_at_end", false };

/// The assistant of the first start was followed to its end: it is not shown by itself again.
inline constexpr settings::Setting<bool> kAssistantDone { "assistant/done", false };

} // namespace ui::behaviour
