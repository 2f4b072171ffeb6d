// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/router.h"

using namespace Qt::StringLiterals;

namespace demo {

void Router::add(const QString& methods, const QString& pattern, Endpoint endpoint)
{
    Entry entry;
    entry.methods = methods.toLatin1().split(' ');
    if (entry.methods.contains("GET")) {
        entry.methods.append("HEAD");
    }
    entry.parts = pattern.split(u'/', Qt::SkipEmptyParts);
    entry.endpoint = std::move(endpoint);
    m_entries.push_back(std::move(entry));
}

Response Router::route(const Request& request, UserId user) const
{
    const QStringList parts = request.path.split(u'/', Qt::SkipEmptyParts);
    bool isKnownPath = false;
    for (const Entry& entry : m_entries) {
        if (entry.parts.size() != parts.size()) {
            continue;
        }
        Call call { request, {}, user };
        bool fits = true;
        for (qsizetype i = 0; fits && i < parts.size(); ++i) {
            if (entry.parts.at(i) == u"{}") {
                call.args.append(parts.at(i));
            } else {
                fits = entry.parts.at(i) == parts.at(i);
            }
        }
        if (!fits) {
            continue;
        }
        isKnownPath = true;
        if (entry.methods.contains(request.method)) {
            return entry.endpoint(call);
        }
    }
    return Response::error(isKnownPath ? 405 : 404);
}

} // namespace demo
