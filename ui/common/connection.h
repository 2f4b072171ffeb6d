// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace ui {

/// What the window says about the connection; app tells it.
struct ConnectionStatus
{
    enum class Kind
    {
        None,
        Connecting,
        Lan,
        Remote,
        Relay, ///< through Plex's own servers
        Offline, ///< cannot be reached; tried again
        Refused ///< does not accept the sign-in; only the user can go on
    };
    Kind kind = Kind::None;
    QString server {}; ///< its name, as the server says
    QString reason {}; ///< why this kind; for the tooltip and the offline state
    bool isDemo = false;
    bool isReadable = false; ///< not encrypted, over a network of others
    bool operator==(const ConnectionStatus&) const = default;
};

} // namespace ui
