// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace demo {

/// What the server pretends to be doing.
struct Activity
{
    QByteArray uuid {};
    QByteArray type { "library.update.section" };
    QByteArray title {};
    QByteArray subtitle {};
    int progress = -1; ///< per cent; -1 = not known
    bool isCancellable = false;
    qint64 seconds = 0; ///< > 0: it goes on by itself, and ends after so long

    bool operator==(const Activity&) const = default;
};

} // namespace demo
