// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace ui {

/// How far the library is synchronised.
struct SyncProgress
{
    bool isRunning = false;
    QString what {}; ///< what is being read; empty before that is known
    qint64 done = 0; ///< rows
    qint64 total = 0; ///< 0 = not known
    bool operator==(const SyncProgress&) const = default;
};

} // namespace ui
