// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QString>

namespace app {

/// What X calls a key (keysymdef.h, XF86keysym.h); 0 if it has no name that we know.
[[nodiscard]] quint32 keysymOf(QKeyCombination key);

/// The key with its modifiers as the "shortcuts" specification of freedesktop.org writes it, for
/// example "CTRL+ALT+a"; empty for a key without a name that we know.
[[nodiscard]] QString triggerOf(QKeyCombination key);

} // namespace app
