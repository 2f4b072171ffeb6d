// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plex/server.h"

/// How the endpoints of plex::Server are asked; of its own sources only.
namespace plex {

/// Above this a body is parsed on the pool.
inline constexpr qsizetype kParseInline = qsizetype(64) * 1024;

/// A request for JSON.
inline net::Request get(const QString& path)
{
    net::Request request;
    request.path = path;
    request.headers.emplaceBack("Accept", "application/json");
    return request;
}

/// Which rows of a list are asked for. Both together, always: without them servers cut lists where
/// they please.
inline void setRange(net::Request& request, qint64 start, int count)
{
    request.headers.emplaceBack("X-Plex-Container-Start", QByteArray::number(start));
    request.headers.emplaceBack("X-Plex-Container-Size", QByteArray::number(count));
}

template <class T>
util::Future<T> Server::ask(net::Request request, Parser<T> parse, std::stop_token stop)
{
    const QString endpoint = request.path;
    return util::async::andThen(send(std::move(request), std::move(stop)), this,
        [this, parse, endpoint](const net::Response& response) {
            if (response.body.size() <= kParseInline) {
                return util::async::ready<T>(parse(response.body, endpoint));
            }
            return util::async::run(
                m_pool, [parse, endpoint, body = response.body] { return parse(body, endpoint); });
        });
}

} // namespace plex
