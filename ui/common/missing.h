// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace ui {

/// What the program is used to finding on a computer and may have to do without.
enum class Missing
{
    Files, ///< a folder to write to, settings that can be read
    Fonts, ///< one for each script that names are written in
    Sound,
    Tray
};

} // namespace ui
