// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSize>
#include <QStringList>
#include <optional>

namespace app {

/// Runs this program again on a screen in memory of the given size, because Qt's own one is
/// 800 × 800 and cannot be changed once there. Returns at once if it is running so already.
///
/// @return the exit code of that run, or nothing if this is that run
[[nodiscard]] std::optional<int> runOffscreen(const QStringList& arguments, QSize screen);

} // namespace app
