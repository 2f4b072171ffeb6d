// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHashFunctions>

namespace demo {

/// The ways that plex.tv names to one server. All end at 127.0.0.1: the names under plex.direct
/// that real lists hold cannot be resolved here, and a public address would not be ours.
enum class Route
{
    Lan, ///< listed as local; Endpoints::pms and Endpoints::pmsHttps
    Remote, ///< a port of its own, listed as neither local nor relay
    Relay, ///< a port of its own, listed as relay
    WrongMachine, ///< listed as local; answers, but as another server: it must never get a token
    Silent, ///< listed as local; accepts and never answers, as behind a firewall that drops
    Closed ///< listed as local; refuses connections, as the address of a container's bridge
};

inline size_t qHash(Route route, size_t seed = 0) noexcept
{
    return ::qHash(static_cast<int>(route), seed);
}

/// One entry of a server's connections.
struct Candidate
{
    Route route = Route::Lan;
    bool https = false; ///< only Lan, Remote, Relay

    bool operator==(const Candidate&) const = default;
};

/// How a request came in.
struct Origin
{
    Route route = Route::Lan;
    bool isEncrypted = false;
    int certificateNumber = 0; ///< grows when the certificate is changed
};

} // namespace demo
