// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/settings.h"
#include "ui/common/theme.h"

/// The settings of the window's looks.
namespace ui::appearance {

inline constexpr settings::Setting<ThemeChoice> kTheme { "appearance/theme", ThemeChoice::System,
    ThemeChoice::System, ThemeChoice::HighContrast };
inline constexpr settings::Setting<Motion> kMotion { "appearance/motion", Motion::System,
    Motion::System, Motion::Off };
inline constexpr settings::Setting<Density> kDensity { "appearance/density", Density::Comfortable,
    Density::Comfortable, Density::Compact };
inline constexpr settings::Setting<int> kTextPercent { "appearance/text_percent", 100, 100, 200 };
/// "en", "de"; empty: as the system. Read at the start of the program.
inline constexpr settings::Setting<QString> kLanguage { "appearance/language", u"" };

} // namespace ui::appearance
