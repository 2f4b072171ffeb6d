// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <optional>

namespace types {

/// What a server is doing by itself: a scan, an analysis.
struct Activity
{
    QString uuid {};
    QString type {}; ///< as "library.update.section"
    QString title {}; ///< for people, in the server's language
    QString subtitle {}; ///< what it is at; may be empty
    std::optional<int> percent {}; ///< 0…100; nothing = it does not know
    bool isCancellable = false;
    bool operator==(const Activity&) const = default;
};

} // namespace types
