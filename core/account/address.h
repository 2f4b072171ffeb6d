// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/util/result.h"

#include <QString>
#include <QUrl>

namespace account {

/// How what we say to a server travels.
enum class Transport
{
    Encrypted,
    PlainLoopback, ///< never leaves this machine
    PlainPrivate, ///< readable by others in the same network: only after consent
};

/// The address of a server that may be connected to.
struct ServerAddress
{
    QUrl url {}; ///< scheme, host, port, base path; nothing else
    Transport transport = Transport::Encrypted;
    bool operator==(const ServerAddress&) const = default;
};

/// What a person typed, pasted or put into the environment.
///
/// Without a scheme, a private or loopback host is asked by http and any other by https; without
/// a port, http means Plex's 32400. A query, as in an address copied from a browser, is dropped.
/// Errors: InvalidInput (no address; user name in it; plain http to a public address).
[[nodiscard]] util::Result<ServerAddress> parseServerAddress(const QString& text);

} // namespace account
