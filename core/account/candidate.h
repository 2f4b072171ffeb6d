// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account/address.h"
#include "core/plex/parseplextv.h"

#include <QJsonObject>

namespace account {

/// How far what we say to a server travels; the nearer, the better.
enum class Route
{
    Lan,
    Remote, ///< over the internet, directly
    Relay ///< through Plex's own servers, which limit bandwidth
};

/// One address under which a server may be reached.
struct Candidate
{
    ServerAddress address {};
    Route route = Route::Lan;
    bool isIPv6 = false;
    bool operator==(const Candidate&) const = default;
};

/// The route that an address given by hand suggests.
[[nodiscard]] Route routeOf(const ServerAddress& address);

/// The addresses worth trying, the best first.
///
/// Besides what is published: the bare local address without encryption, unless the server wants
/// encryption, for networks whose resolver hides names of private addresses. Left out: plain http
/// to a public address, a loopback address beside others, and the local addresses of somebody
/// else's server in another network.
[[nodiscard]] QList<Candidate> candidatesOf(const plex::CloudServer& server);

/// Smaller is better: LAN before remote before relay, encrypted before plain, IPv4 before IPv6.
[[nodiscard]] int rankOf(const Candidate& candidate);

[[nodiscard]] QJsonObject toJson(const Candidate& candidate);
/// Nothing if it is none.
[[nodiscard]] std::optional<Candidate> candidateFrom(const QJsonObject& object);

} // namespace account
