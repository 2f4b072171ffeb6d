// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/journal.h"

#include <QCoreApplication>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace change {

State Summary::state() const
{
    if (isUndone) {
        return State::Undone;
    }
    if (pending > 0) {
        return State::Pending;
    }
    return failed > 0 ? State::Failed : State::Verified;
}

namespace journal {

namespace {

constexpr auto kSummary = R"(
    SELECT c.id, c.kind, c.label, c.role, c.reverses, c.undone, c.created_at, c.finished_at,
        count(s.id), coalesce(sum(s.state < 2), 0), coalesce(sum(s.state IN (2, 4)), 0),
        coalesce(sum(s.state = 3), 0),
        coalesce((SELECT error_message FROM change_step f
                  WHERE f.change_id = c.id AND f.state = 3 ORDER BY f.position LIMIT 1), '')
    FROM change c
    LEFT JOIN change_step s ON s.change_id = c.id
    WHERE c.server_id = ? AND c.user_id = ?)";

constexpr auto kStep = R"(
    SELECT s.id, s.change_id, c.kind, s.state, s.guarded, s.target, s.payload, s.error_code,
        s.error_message, s.attempts
    FROM change_step s
    JOIN change c ON c.id = s.change_id)";

Summary summaryFrom(const db::Statement& s)
{
    Summary summary;
    summary.id = { s.integer(0) };
    summary.kind = s.text(1);
    summary.label = s.text(2);
    summary.role = static_cast<Role>(s.small(3));
    summary.reverses = { s.integer(4) };
    summary.isUndone = s.small(5) != 0;
    summary.createdAt = s.integer(6);
    summary.finishedAt = s.integer(7);
    summary.steps = s.small(8);
    summary.pending = s.small(9);
    summary.verified = s.small(10);
    summary.failed = s.small(11);
    summary.firstError = s.text(12);
    return summary;
}

util::Result<QList<Summary>> summaries(db::Statement statement)
{
    QList<Summary> list;
    while (statement.next()) {
        list.append(summaryFrom(statement));
    }
    if (auto status = statement.status(); !status) {
        return std::move(status).error();
    }
    return list;
}

util::Result<QList<Step>> stepList(db::Statement statement)
{
    QList<Step> list;
    while (statement.next()) {
        Step step;
        step.id = statement.integer(0);
        step.change = { statement.integer(1) };
        step.kind = statement.text(2);
        step.state = static_cast<State>(statement.small(3));
        step.guarded = statement.small(4) != 0;
        step.target = statement.text(5);
        step.payload = QJsonDocument::fromJson(statement.text(6).toUtf8()).object();
        step.errorCode = statement.text(7);
        step.errorMessage = statement.text(8);
        step.attempts = statement.small(9);
        list.append(std::move(step));
    }
    if (auto status = statement.status(); !status) {
        return std::move(status).error();
    }
    return list;
}

util::Result<Summary> firstOf(util::Result<QList<Summary>> list)
{
    if (!list) {
        return std::move(list).error();
    }
    return list->isEmpty() ? Summary() : list->first();
}

} // namespace

util::Result<types::ChangeId> insert(
    db::Connection& connection, const Owner& owner, const NewChange& change, qint64 now)
{
    auto row = connection.prepare(R"(
            INSERT INTO change (server_id, user_id, kind, label, role, reverses, undone,
                created_at, finished_at)
            VALUES (?, ?, ?, ?, ?, ?, 0, ?, 0))");
    const auto reverses
        = change.reverses.isValid() ? std::optional<qint64>(change.reverses.value) : std::nullopt;
    if (auto done = row.bind(owner.server, owner.user, change.kind, change.label, int(change.role),
                           reverses, now)
                        .run();
        !done) {
        return std::move(done).error();
    }
    const types::ChangeId id { row.lastInsertId() };
    int position = 0;
    for (const NewChange::Part& part : change.parts) {
        // Only what was never sent can be left out; the later value is the one asked for.
        auto supersede = connection.prepare(R"(
                UPDATE change_step
                SET state = 4
                WHERE state = 0 AND target = ? AND attempts = 0 AND change_id IN
                    (SELECT id FROM change
                     WHERE server_id = ? AND user_id = ? AND kind = ? AND id < ?))");
        if (auto done
            = supersede.bind(part.target, owner.server, owner.user, change.kind, id).run();
            !done) {
            return std::move(done).error();
        }
        const bool guarded = change.guarded && supersede.affectedRows() == 0;
        auto step = connection.prepare(R"(
                INSERT INTO change_step (change_id, position, state, guarded, target, payload,
                    error_code, error_message, attempts)
                VALUES (?, ?, 0, ?, ?, ?, '', '', 0))");
        const QString payload
            = QString::fromUtf8(QJsonDocument(part.payload).toJson(QJsonDocument::Compact));
        if (auto done = step.bind(id, position++, guarded, part.target, payload).run(); !done) {
            return std::move(done).error();
        }
    }
    return id;
}

util::Result<void> setStates(
    db::Connection& connection, const QList<qint64>& stepIds, State state, const util::Error& error)
{
    const QString code = state == State::Failed ? util::codeName(error.code) : QString();
    for (const qint64 id : stepIds) {
        auto update = connection.prepare(
            "UPDATE change_step SET state = ?, error_code = ?, error_message = ? WHERE id = ?");
        if (auto done = update.bind(int(state), code, error.message, id).run(); !done) {
            return done;
        }
    }
    return {};
}

util::Result<void> countAttempt(db::Connection& connection, const QList<qint64>& stepIds)
{
    for (const qint64 id : stepIds) {
        auto update = connection.prepare(
            "UPDATE change_step SET state = 1, attempts = attempts + 1 WHERE id = ?");
        if (auto done = update.bind(id).run(); !done) {
            return done;
        }
    }
    return {};
}

util::Result<void> finishIfDone(db::Connection& connection, types::ChangeId change, qint64 now)
{
    return connection
        .prepare(R"(
                UPDATE change
                SET finished_at = ?
                WHERE id = ? AND finished_at = 0 AND NOT EXISTS
                    (SELECT 1 FROM change_step WHERE change_id = ? AND state < 2))")
        .bind(now, change, change)
        .run();
}

util::Result<void> setUndone(db::Connection& connection, types::ChangeId change, bool undone)
{
    return connection.prepare("UPDATE change SET undone = ? WHERE id = ?")
        .bind(undone, change)
        .run();
}

util::Result<QList<Step>> unfinished(db::Connection& connection, const Owner& owner)
{
    auto statement = connection.prepare(QString::fromUtf8(kStep)
        + u" WHERE s.state < 2 AND c.server_id = ? AND c.user_id = ?"
          " ORDER BY s.change_id, s.position"_s);
    statement.bind(owner.server, owner.user);
    return stepList(std::move(statement));
}

util::Result<QList<Step>> steps(db::Connection& connection, types::ChangeId change)
{
    auto statement = connection.prepare(
        QString::fromUtf8(kStep) + u" WHERE s.change_id = ? ORDER BY s.position"_s);
    statement.bind(change);
    return stepList(std::move(statement));
}

util::Result<QList<Summary>> history(db::Connection& connection, const Owner& owner, int limit)
{
    auto statement = connection.prepare(
        QString::fromUtf8(kSummary) + u" GROUP BY c.id ORDER BY c.id DESC LIMIT ?"_s);
    statement.bind(owner.server, owner.user, limit);
    return summaries(std::move(statement));
}

util::Result<Summary> summary(
    db::Connection& connection, const Owner& owner, types::ChangeId change)
{
    auto statement
        = connection.prepare(QString::fromUtf8(kSummary) + u" AND c.id = ? GROUP BY c.id"_s);
    statement.bind(owner.server, owner.user, change);
    auto found = firstOf(summaries(std::move(statement)));
    if (found && !found->id.isValid()) {
        return util::Error { util::Error::Code::NotFound,
            QCoreApplication::translate("change", "There is no such change."), {}, 0, {} };
    }
    return found;
}

util::Result<Summary> undoCandidate(db::Connection& connection, const Owner& owner)
{
    // What failed as a whole left nothing to take back.
    auto statement = connection.prepare(QString::fromUtf8(kSummary)
        + u" AND c.undone = 0 AND c.role IN (0, 2) GROUP BY c.id"
          " HAVING coalesce(sum(s.state <> 3), 0) > 0 ORDER BY c.id DESC LIMIT 1"_s);
    statement.bind(owner.server, owner.user);
    return firstOf(summaries(std::move(statement)));
}

util::Result<Summary> redoCandidate(db::Connection& connection, const Owner& owner)
{
    // A new change ends what could be redone.
    auto statement = connection.prepare(QString::fromUtf8(kSummary)
        + u" AND c.undone = 0 AND c.role = 1 AND c.id > coalesce((SELECT max(id) FROM change"
          " WHERE server_id = c.server_id AND user_id = c.user_id AND role = 0), 0)"
          " GROUP BY c.id HAVING coalesce(sum(s.state <> 3), 0) > 0"
          " ORDER BY c.id DESC LIMIT 1"_s);
    statement.bind(owner.server, owner.user);
    return firstOf(summaries(std::move(statement)));
}

} // namespace journal

} // namespace change
