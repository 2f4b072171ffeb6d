// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/settings.h"

/// The settings of what the program tells about itself.
namespace ui::diagnostics {

/// How much is logged.
enum class LogLevel
{
    Warnings,
    Normal,
    Detailed
};

inline constexpr settings::Setting<LogLevel> kLogLevel { "diagnostics/log_level", LogLevel::Normal,
    LogLevel::Warnings, LogLevel::Detailed };

} // namespace ui::diagnostics
