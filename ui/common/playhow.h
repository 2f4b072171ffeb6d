// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace ui {

/// How tracks are to be played.
enum class PlayHow
{
    Now,
    Next,
    Append
};

} // namespace ui
