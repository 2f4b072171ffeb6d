// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/account/candidate.h"

#include "core/net/host.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace account {
namespace {

/// http and the bare address of a local connection.
std::optional<ServerAddress> plainAddress(const plex::PublishedAddress& published)
{
    QUrl url;
    url.setScheme(u"http"_s);
    url.setHost(published.host);
    url.setPort(published.port);
    const auto address = parseServerAddress(url.toString());
    const bool isPossible = published.isLocal && published.port > 0 && address;
    return isPossible ? std::optional(*address) : std::nullopt;
}

Route routeOf(const plex::PublishedAddress& published)
{
    return published.isRelay ? Route::Relay : published.isLocal ? Route::Lan : Route::Remote;
}

} // namespace

Route routeOf(const ServerAddress& address)
{
    return net::isPrivateHost(address.url.host()) ? Route::Lan : Route::Remote;
}

QList<Candidate> candidatesOf(const plex::CloudServer& server)
{
    QList<Candidate> candidates;
    const auto append = [&candidates](const Candidate& candidate) {
        if (!candidates.contains(candidate)) {
            candidates.append(candidate);
        }
    };
    for (const plex::PublishedAddress& published : server.addresses) {
        if (published.isLocal && !server.isOwned && !server.isInThisNetwork) {
            continue;
        }
        const Route route = routeOf(published);
        if (const auto address = parseServerAddress(published.url.toString())) {
            if (address->transport == Transport::Encrypted || !server.isHttpsRequired) {
                append({ *address, route, published.isIPv6 });
            }
        }
        const auto plain = server.isHttpsRequired ? std::nullopt : plainAddress(published);
        if (plain) {
            append({ *plain, route, published.isIPv6 });
        }
    }
    const auto isLoopback = [](const Candidate& candidate) {
        return net::isLoopbackHost(candidate.address.url.host());
    };
    if (!std::ranges::all_of(candidates, isLoopback)) {
        candidates.removeIf(isLoopback);
    }
    std::ranges::stable_sort(candidates, {}, rankOf);
    return candidates;
}

int rankOf(const Candidate& candidate)
{
    const bool isPlain = candidate.address.transport != Transport::Encrypted;
    return int(candidate.route) * 4 + int(isPlain) * 2 + int(candidate.isIPv6);
}

QJsonObject toJson(const Candidate& candidate)
{
    return { { u"url"_s, candidate.address.url.toString() }, { u"route"_s, int(candidate.route) },
        { u"ipv6"_s, candidate.isIPv6 } };
}

std::optional<Candidate> candidateFrom(const QJsonObject& object)
{
    const auto address = parseServerAddress(object["url"_L1].toString());
    const int route = object["route"_L1].toInt(-1);
    if (!address || route < int(Route::Lan) || route > int(Route::Relay)) {
        return std::nullopt;
    }
    return Candidate { *address, static_cast<Route>(route), object["ipv6"_L1].toBool() };
}

} // namespace account
