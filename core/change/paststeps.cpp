// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/paststeps.h"

#include <QJsonDocument>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace change {

util::Result<QList<PastStep>> stepsTo(
    db::Connection& connection, const Owner& owner, const QString& target, int limit)
{
    struct Found
    {
        qint64 id = 0;
        PastStep step {};
    };
    QList<Found> found;
    auto statement = connection.prepare(uR"(
        SELECT s.id, c.created_at, c.role, s.state, s.payload, s.error_message
        FROM change_step s INDEXED BY change_step_target
        CROSS JOIN change c ON c.id = s.change_id
        WHERE s.target = ? AND c.server_id = ? AND c.user_id = ?)"_s);
    statement.bind(target, owner.server, owner.user);
    while (statement.next()) {
        found.append({ statement.integer(0),
            { statement.integer(1), static_cast<Role>(statement.small(2)),
                static_cast<State>(statement.small(3)),
                QJsonDocument::fromJson(statement.text(4).toUtf8()).object(),
                statement.text(5) } });
    }
    if (auto status = statement.status(); !status) {
        return std::move(status).error();
    }
    // The index has them by state: of one target there are few.
    std::ranges::sort(found, [](const Found& a, const Found& b) { return a.id > b.id; });
    QList<PastStep> steps;
    for (const Found& each : found.mid(0, limit)) {
        steps.append(each.step);
    }
    return steps;
}

} // namespace change
