// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace app {

/// Where the program's files lie. Made for this user only.
struct Paths
{
    QString config {}; ///< settings.ini, state.ini
    QString data {}; ///< user.db with its backups, the token file
    QString cache {}; ///< libraries and pictures; may be deleted at any time

    /// The system's places for this program.
    [[nodiscard]] static Paths standard();
    /// Everything below one folder (--data-dir).
    [[nodiscard]] static Paths below(const QString& folder);

    /// Makes the folders; false if one cannot be made or written to.
    [[nodiscard]] bool make() const;
    /// The same for one folder.
    [[nodiscard]] static bool makeFolder(const QString& folder);
};

} // namespace app
