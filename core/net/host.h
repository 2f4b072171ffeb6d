// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace net {

/// 127.0.0.0/8, ::1 and "localhost".
[[nodiscard]] bool isLoopbackHost(const QString& host);

/// Loopback, link-local and private addresses (RFC 1918, 4193, 6598), names without a dot, and
/// names under .local, .lan, .home, .internal and home.arpa, which no public resolver knows.
[[nodiscard]] bool isPrivateHost(const QString& host);

} // namespace net
