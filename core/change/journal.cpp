// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/journal.h"

#include <QCoreApplication>
#include <QJsonArray>
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
    if (failed > 0) {
        return State::Failed;
    }
    return verified == 0 && superseded > 0 ? State::Superseded : State::Verified;
}

namespace journal {

namespace {

constexpr auto kSummary = R"(
    SELECT c.id, c.kind, c.label, c.role, c.reverses, c.undone, c.created_at, count(s.id),
        coalesce(sum(s.state < 2), 0), coalesce(sum(s.state = 2), 0),
        coalesce(sum(s.state = 4), 0), coalesce(sum(s.state = 3), 0),
        coalesce((SELECT error_message FROM change_step f
                  WHERE f.change_id = c.id AND f.state = 3 ORDER BY f.position LIMIT 1), '')
    FROM change c
    LEFT JOIN change_step s ON s.change_id = c.id
    WHERE c.server_id = ? AND c.user_id = ?)";

constexpr auto kInsertChange = R"(
    INSERT INTO change (server_id, user_id, kind, label, role, reverses, undone, created_at)
    VALUES (?, ?, ?, ?, ?, ?, 0, ?))";

constexpr auto kInsertStep = R"(
    INSERT INTO change_step (change_id, position, state, guarded, target, payload, first,
        error_code, error_message, attempts, refusals)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0))";

constexpr auto kNeverSent = R"(
    SELECT s.id, CASE WHEN s.first = '' THEN s.payload ELSE s.first END
    FROM change_step s
    CROSS JOIN change c ON c.id = s.change_id
    WHERE s.target = ? AND s.state = 0 AND s.attempts = 0 AND c.server_id = ? AND c.user_id = ?
        AND c.kind = ? AND c.id < ?
    ORDER BY s.id)";

constexpr auto kSetState = R"(
    UPDATE change_step
    SET state = ?, error_code = ?, error_message = ?
    WHERE id = ? AND state < 2)";

constexpr auto kCountAttempt = R"(
    UPDATE change_step
    SET state = 1, attempts = attempts + 1
    WHERE id = ? AND state < 2)";

constexpr auto kTakeBackAttempt = R"(
    UPDATE change_step
    SET state = CASE WHEN attempts > 1 THEN 1 ELSE 0 END, attempts = attempts - 1
    WHERE id = ? AND state = 1 AND attempts > 0)";

constexpr auto kCountRefusal = R"(
    UPDATE change_step
    SET refusals = refusals + 1
    WHERE id = ?)";

constexpr auto kReopen = R"(
    UPDATE change_step
    SET state = 0, guarded = 1, attempts = 0, refusals = 0, error_code = '', error_message = ''
    WHERE id = ?)";

constexpr auto kDoubtUnfinished = R"(
    UPDATE change_step AS s INDEXED BY change_step_unfinished
    SET state = 1, guarded = 1, attempts = max(attempts, 1)
    WHERE state < 2)";

constexpr auto kSetUndone = R"(
    UPDATE change
    SET undone = ?
    WHERE id = ?)";

constexpr auto kRestore = R"(
    UPDATE change
    SET undone = 0
    WHERE id = (SELECT reverses FROM change WHERE id = ?)
        AND NOT EXISTS (SELECT 1 FROM change_step WHERE change_id = ? AND state <> 3))";

// CROSS JOIN: the steps come first. From the changes on, SQLite would walk the whole history.
constexpr auto kStep = R"(
    SELECT s.id, s.change_id, c.kind, s.state, s.guarded, s.target, s.payload, s.first,
        s.error_code, s.error_message, s.attempts, s.refusals
    FROM change_step s %1
    CROSS JOIN change c ON c.id = s.change_id)";

QString stepText(const QString& index, const QString& where)
{
    return QString::fromLatin1(kStep).arg(index) + where;
}

/// Named, as SQLite prefers the index of all steps for its order.
QString unfinishedIndex()
{
    return u"INDEXED BY change_step_unfinished"_s;
}

QString historyText()
{
    return QLatin1String(kSummary) + u" GROUP BY c.id ORDER BY c.id DESC LIMIT ?"_s;
}

QString summaryText()
{
    return QLatin1String(kSummary) + u" AND c.id = ? GROUP BY c.id"_s;
}

/// Whether step %1 of change c was done or may still be. One that was replaced is part of what
/// replaced it last: the first later step of its target that was not replaced itself.
constexpr auto kStands = R"(
    (%1.state IN (0, 1, 2) OR %1.state = 4 AND NOT EXISTS
        (SELECT 1
         FROM change_step failed
         CROSS JOIN change f ON f.id = failed.change_id
         WHERE failed.target = %1.target AND failed.state = 3 AND failed.id > %1.id
             AND f.server_id = c.server_id AND f.user_id = c.user_id AND f.kind = c.kind
             AND NOT EXISTS
                 (SELECT 1
                  FROM change_step done
                  CROSS JOIN change d ON d.id = done.change_id
                  WHERE done.target = %1.target AND done.state IN (0, 1, 2)
                      AND done.id > %1.id AND done.id < failed.id AND d.server_id = c.server_id
                      AND d.user_id = c.user_id AND d.kind = c.kind))))";

QString standsText(const QString& step)
{
    return QString::fromLatin1(kStands).arg(step);
}

/// Of what can be taken back: something of it was done, and taking it back did not turn out to be
/// impossible before (of which the two codes tell). Otherwise it would be in the way of all others.
QString reversibleText()
{
    return u" AND c.undone = 0 AND EXISTS (SELECT 1 FROM change_step part"
           " WHERE part.change_id = c.id AND "_s
        + standsText(u"part"_s) + uR"()
    AND NOT EXISTS
        (SELECT 1
         FROM change tried
         WHERE tried.server_id = c.server_id AND tried.user_id = c.user_id AND tried.id > c.id
             AND tried.reverses = c.id AND NOT EXISTS
                 (SELECT 1
                  FROM change_step attempt
                  WHERE attempt.change_id = tried.id
                      AND (attempt.state <> 3 OR attempt.error_code NOT IN (?, ?)))))"_s;
}

QString undoText()
{
    return QLatin1String(kSummary) + u" AND c.role IN (0, 2)"_s + reversibleText()
        + u" GROUP BY c.id ORDER BY c.id DESC LIMIT 1"_s;
}

/// A new change ends what could be redone.
QString redoText()
{
    return QLatin1String(kSummary)
        + u" AND c.role = 1 AND c.id > coalesce((SELECT max(id) FROM change"
          " WHERE server_id = c.server_id AND user_id = c.user_id AND role = 0), 0)"_s
        + reversibleText() + u" GROUP BY c.id ORDER BY c.id DESC LIMIT 1"_s;
}

QString unfinishedText()
{
    return stepText(unfinishedIndex(),
        u" WHERE s.state < 2 AND c.server_id = ? AND c.user_id = ?"
        " ORDER BY s.change_id, s.position"_s);
}

QString nextText()
{
    return stepText(unfinishedIndex(),
        u" WHERE s.state < 2 AND c.server_id = ? AND c.user_id = ?"
        " AND c.kind IN (SELECT value FROM json_each(?))"
        " AND s.target NOT IN (SELECT value FROM json_each(?))"
        " ORDER BY s.change_id, s.position LIMIT ?"_s);
}

QString stepsText()
{
    return stepText({}, u" WHERE s.change_id = ? ORDER BY s.position"_s);
}

QString standingText()
{
    return stepText(
        {}, u" WHERE s.change_id = ? AND "_s + standsText(u"s"_s) + u" ORDER BY s.position"_s);
}

/// Walks what is unfinished: once for a change, instead of a look for each of its steps.
QString anyNeverSentText()
{
    return stepText(unfinishedIndex(),
        u" WHERE s.state < 2 AND s.state = 0 AND s.attempts = 0 AND c.server_id = ?"
        " AND c.user_id = ? AND c.kind = ? AND c.id < ? LIMIT 1"_s);
}

QString followedText()
{
    return uR"(
        SELECT 1
        FROM change_step mine
        CROSS JOIN change_step later
            ON later.target = mine.target AND later.state IN (0, 1)
                AND later.change_id > mine.change_id
        CROSS JOIN change c ON c.id = later.change_id
        WHERE mine.change_id = ? AND c.role <> 1 AND c.undone = 0 AND c.server_id = ?
            AND c.user_id = ?
        LIMIT 1)"_s;
}

QString overtakenText()
{
    return uR"(
        SELECT 1
        FROM change_step later
        CROSS JOIN change c ON c.id = later.change_id
        WHERE later.target = ? AND later.state IN (0, 1, 2) AND later.id > ?
            AND c.server_id = ? AND c.user_id = ?
        LIMIT 1)"_s;
}

QString compact(const QJsonObject& payload)
{
    return payload.isEmpty()
        ? QString()
        : QString::fromUtf8(QJsonDocument(payload).toJson(QJsonDocument::Compact));
}

/// For json_each().
QString listText(const QStringList& list)
{
    return QString::fromUtf8(
        QJsonDocument(QJsonArray::fromStringList(list)).toJson(QJsonDocument::Compact));
}

QJsonObject objectIn(const QString& text)
{
    return QJsonDocument::fromJson(text.toUtf8()).object();
}

util::Result<bool> hasRow(db::Statement statement)
{
    const bool found = statement.next();
    if (auto status = statement.status(); !status) {
        return std::move(status).error();
    }
    return found;
}

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
    summary.steps = s.small(7);
    summary.pending = s.small(8);
    summary.verified = s.small(9);
    summary.superseded = s.small(10);
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
        step.payload = objectIn(statement.text(6));
        step.first = objectIn(statement.text(7));
        step.errorCode = statement.text(8);
        step.errorMessage = statement.text(9);
        step.attempts = statement.small(10);
        step.refusals = statement.small(11);
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

/// For undoText() and redoText().
void bindReversible(db::Statement& statement, const Owner& owner)
{
    using Code = util::Error::Code;
    statement.bind(
        owner.server, owner.user, util::codeName(Code::Conflict), util::codeName(Code::NotFound));
}

/// Makes what never left and has the step's target unnecessary.
/// @return the payload of the oldest of them, which tells what was before; empty if there is none
util::Result<QString> supersede(
    db::Connection& connection, const Owner& owner, const Step& step, QList<qint64>& superseded)
{
    auto former = connection.prepare(kNeverSent);
    former.bind(step.target, owner.server, owner.user, step.kind, step.change);
    QList<qint64> ids;
    QString first;
    while (former.next()) {
        if (ids.isEmpty()) {
            first = former.text(1); // as it is stored: reading it would cost more than all else
        }
        ids.append(former.integer(0));
    }
    if (auto status = former.status(); !status) {
        return std::move(status).error();
    }
    superseded += ids;
    const auto done = setStates(connection, ids, State::Superseded);
    return done ? util::Result<QString>(first) : util::Result<QString>(done.error());
}

util::Result<void> insertStep(db::Connection& connection, Step& step, int position,
    const QString& first, const util::Error& error)
{
    auto row = connection.prepare(kInsertStep);
    const QString code = step.state == State::Failed ? util::codeName(error.code) : QString();
    if (auto done = row.bind(step.change, position, int(step.state), step.guarded, step.target,
                           compact(step.payload), first, code, error.message)
                        .run();
        !done) {
        return done;
    }
    step.id = row.lastInsertId();
    return {};
}

} // namespace

util::Result<Inserted> insert(
    db::Connection& connection, const Owner& owner, const NewChange& change, qint64 now)
{
    auto row = connection.prepare(kInsertChange);
    const auto reverses
        = change.reverses.isValid() ? std::optional<qint64>(change.reverses.value) : std::nullopt;
    if (auto done = row.bind(owner.server, owner.user, change.kind, change.label, int(change.role),
                           reverses, now)
                        .run();
        !done) {
        return std::move(done).error();
    }
    Inserted inserted { { row.lastInsertId() }, {}, {} };
    auto unsent = connection.prepare(anyNeverSentText());
    unsent.bind(owner.server, owner.user, change.kind, inserted.id);
    const auto replaces = hasRow(std::move(unsent));
    if (!replaces) {
        return replaces.error();
    }
    int position = 0;
    for (const NewChange::Part& part : change.parts) {
        Step step;
        step.change = inserted.id;
        step.kind = change.kind;
        step.state = part.refused ? State::Failed : State::Pending;
        step.guarded = change.guarded;
        step.target = part.target;
        step.payload = part.payload;
        QString first;
        if (!part.refused && *replaces) {
            auto oldest = supersede(connection, owner, step, inserted.superseded);
            if (!oldest) {
                return std::move(oldest).error();
            }
            first = *oldest;
        }
        if (auto done = insertStep(
                connection, step, position++, first, part.refused.value_or(util::Error {}));
            !done) {
            return std::move(done).error();
        }
        if (!part.refused) {
            inserted.steps.append(step);
        }
    }
    return inserted;
}

util::Result<void> setStates(
    db::Connection& connection, const QList<qint64>& stepIds, State state, const util::Error& error)
{
    const QString code = state == State::Failed ? util::codeName(error.code) : QString();
    for (const qint64 id : stepIds) {
        auto update = connection.prepare(kSetState);
        if (auto done = update.bind(int(state), code, error.message, id).run(); !done) {
            return done;
        }
    }
    return {};
}

util::Result<QList<qint64>> countAttempt(db::Connection& connection, const QList<qint64>& stepIds)
{
    QList<qint64> counted;
    for (const qint64 id : stepIds) {
        auto update = connection.prepare(kCountAttempt);
        if (auto done = update.bind(id).run(); !done) {
            return std::move(done).error();
        }
        if (update.affectedRows() > 0) {
            counted.append(id);
        }
    }
    return counted;
}

util::Result<void> takeBackAttempt(db::Connection& connection, const QList<qint64>& stepIds)
{
    for (const qint64 id : stepIds) {
        auto update = connection.prepare(kTakeBackAttempt);
        if (auto done = update.bind(id).run(); !done) {
            return done;
        }
    }
    return {};
}

util::Result<void> countRefusal(db::Connection& connection, const QList<qint64>& stepIds)
{
    for (const qint64 id : stepIds) {
        auto update = connection.prepare(kCountRefusal);
        if (auto done = update.bind(id).run(); !done) {
            return done;
        }
    }
    return {};
}

util::Result<void> setUndone(db::Connection& connection, types::ChangeId change, bool undone)
{
    return connection.prepare(kSetUndone).bind(undone, change).run();
}

util::Result<void> restoreIfNothingWasReversed(
    db::Connection& connection, types::ChangeId reversing)
{
    return connection.prepare(kRestore).bind(reversing, reversing).run();
}

util::Result<void> reopen(db::Connection& connection, const QList<qint64>& stepIds)
{
    for (const qint64 id : stepIds) {
        auto update = connection.prepare(kReopen);
        if (auto done = update.bind(id).run(); !done) {
            return done;
        }
    }
    return {};
}

util::Result<void> doubtUnfinished(db::Connection& connection)
{
    return connection.prepare(kDoubtUnfinished).run();
}

util::Result<QList<Step>> unfinished(db::Connection& connection, const Owner& owner)
{
    auto statement = connection.prepare(unfinishedText());
    statement.bind(owner.server, owner.user);
    return stepList(std::move(statement));
}

util::Result<QList<Step>> nextToSend(db::Connection& connection, const Owner& owner,
    const QStringList& kinds, const QStringList& except, int limit)
{
    auto statement = connection.prepare(nextText());
    statement.bind(owner.server, owner.user, listText(kinds), listText(except), limit);
    return stepList(std::move(statement));
}

util::Result<QList<Step>> steps(db::Connection& connection, types::ChangeId change)
{
    auto statement = connection.prepare(stepsText());
    statement.bind(change);
    return stepList(std::move(statement));
}

util::Result<QList<Step>> standingSteps(db::Connection& connection, types::ChangeId change)
{
    auto statement = connection.prepare(standingText());
    statement.bind(change);
    return stepList(std::move(statement));
}

util::Result<QList<Summary>> history(db::Connection& connection, const Owner& owner, int limit)
{
    auto statement = connection.prepare(historyText());
    statement.bind(owner.server, owner.user, limit);
    return summaries(std::move(statement));
}

util::Result<Summary> summary(
    db::Connection& connection, const Owner& owner, types::ChangeId change)
{
    auto statement = connection.prepare(summaryText());
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
    auto statement = connection.prepare(undoText());
    bindReversible(statement, owner);
    return firstOf(summaries(std::move(statement)));
}

util::Result<Summary> redoCandidate(db::Connection& connection, const Owner& owner)
{
    auto statement = connection.prepare(redoText());
    bindReversible(statement, owner);
    return firstOf(summaries(std::move(statement)));
}

util::Result<bool> isFollowedByUnsent(
    db::Connection& connection, const Owner& owner, types::ChangeId change)
{
    auto statement = connection.prepare(followedText());
    statement.bind(change, owner.server, owner.user);
    return hasRow(std::move(statement));
}

util::Result<bool> isOvertaken(db::Connection& connection, const Owner& owner, const Step& step)
{
    auto statement = connection.prepare(overtakenText());
    statement.bind(step.target, step.id, owner.server, owner.user);
    return hasRow(std::move(statement));
}

QStringList statements()
{
    QStringList all { historyText(), summaryText(), undoText(), redoText(), unfinishedText(),
        nextText(), stepsText(), standingText(), anyNeverSentText(), followedText(),
        overtakenText() };
    for (const char* sql : { kInsertChange, kInsertStep, kNeverSent, kSetState, kCountAttempt,
             kTakeBackAttempt, kCountRefusal, kReopen, kDoubtUnfinished, kSetUndone, kRestore }) {
        all.append(QString::fromLatin1(sql));
    }
    return all;
}

} // namespace journal

} // namespace change
