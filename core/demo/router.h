// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/http.h"
#include "core/demo/state.h"
#include "core/demo/writer.h"

#include <functional>
#include <vector>

namespace demo {

/// One request on its way to an endpoint.
struct Call
{
    const Request& request;
    QStringList args {}; ///< what the {} of the pattern stood for
    UserId user = kOwner;

    [[nodiscard]] Writer::Format format() const
    {
        return request.wantsJson() ? Writer::Format::Json : Writer::Format::Xml;
    }
    /// The n-th argument as a key, 0 if it is none.
    [[nodiscard]] quint64 key(qsizetype n = 0) const { return args.value(n).toULongLong(); }
};

using Endpoint = std::function<Response(const Call&)>;

/// Finds the endpoint of a method and path.
class Router
{
public:
    /// @param methods  space-separated, "GET" includes HEAD
    /// @param pattern  "/library/metadata/{}/children"; {} is one path part
    void add(const QString& methods, const QString& pattern, Endpoint endpoint);
    /// The same for a method of @p api.
    template <class Api, class Method>
    void add(const QString& methods, const QString& pattern, Api* api, Method method)
    {
        add(methods, pattern, [api, method](const Call& call) { return (api->*method)(call); });
    }

    /// The answer, 404 if no pattern fits, 405 if only the method does not.
    [[nodiscard]] Response route(const Request& request, UserId user) const;

private:
    struct Entry
    {
        QList<QByteArray> methods {};
        QStringList parts {};
        Endpoint endpoint {};
    };
    std::vector<Entry> m_entries;
};

} // namespace demo
