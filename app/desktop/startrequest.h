// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/util/result.h"

#include <QStringList>

namespace app {

/// What a later start of the program hands to the one that runs.
struct StartRequest
{
    QStringList opens {}; ///< links, and files with their whole path
    QString activation {}; ///< the desktop's leave to come to the front; empty: none was given
    bool operator==(const StartRequest&) const = default;
};

/// A request and its end, as bytes; nothing longer is read.
inline constexpr qsizetype kMostRequestBytes = 64 * 1024;

/// One line with its end. Errors: InvalidInput for more than an instance would take.
[[nodiscard]] util::Result<QByteArray> writeStartRequest(const StartRequest& request);

/// The way back, of a line that anybody may have written. Errors: Protocol.
[[nodiscard]] util::Result<StartRequest> parseStartRequest(const QByteArray& line);

/// What the desktop gave this process to show that somebody wanted it: an activation token under
/// Wayland, a start-up id under X11.
[[nodiscard]] QString givenActivation();

} // namespace app
