// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/journal.h"

#include "core/change/journalsql_p.h"

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
        step.note = objectIn(statement.text(12));
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
/// @return what they come to, of which the oldest tells what was before; empty if there are none
util::Result<QString> supersede(db::Connection& connection, const Owner& owner, const Step& step,
    const Fold& fold, QList<qint64>& superseded)
{
    auto former = connection.prepare(kNeverSent);
    former.bind(step.target, owner.server, owner.user, step.kind, step.change);
    QList<qint64> ids;
    QString first;
    while (former.next()) {
        // As they are stored: to read them would cost more than all else, where that is not asked.
        const QString made = former.text(1);
        const QString payload = former.text(2);
        if (ids.isEmpty()) {
            first = made.isEmpty() ? payload : made;
        }
        if (fold && (!made.isEmpty() || !ids.isEmpty())) {
            first = compact(fold(objectIn(first), objectIn(payload)));
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

util::Result<Inserted> insert(db::Connection& connection, const Owner& owner,
    const NewChange& change, qint64 now, const Fold& fold)
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
            auto oldest = supersede(connection, owner, step, fold, inserted.superseded);
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

util::Result<void> setNote(db::Connection& connection, qint64 step, const QJsonObject& note)
{
    return connection.prepare(kSetNote).bind(compact(note), step).run();
}

util::Result<void> split(db::Connection& connection, const Step& step, const QJsonObject& held,
    const QJsonObject& rest, const util::Error& error)
{
    auto update = connection.prepare(kSplit);
    if (auto done = update.bind(compact(held), step.id).run(); !done) {
        return done;
    }
    if (update.affectedRows() == 0) {
        return {}; // replaced or judged meanwhile
    }
    auto last = connection.prepare(kLastPosition);
    last.bind(step.change);
    const int position = last.next() ? last.small(0) + 1 : 0;
    if (auto status = last.status(); !status) {
        return status;
    }
    Step missing = step;
    missing.state = State::Failed;
    missing.payload = rest;
    return insertStep(connection, missing, position, {}, error);
}

util::Result<QList<Step>> abandon(
    db::Connection& connection, types::ChangeId change, const util::Error& error)
{
    auto left = steps(connection, change);
    if (!left) {
        return left;
    }
    left->removeIf(
        [](const Step& step) { return step.state != State::Pending || step.attempts > 0; });
    QList<qint64> ids;
    for (const Step& step : std::as_const(*left)) {
        ids.append(step.id);
    }
    if (auto done = setStates(connection, ids, State::Failed, error); !done) {
        return std::move(done).error();
    }
    return left;
}

util::Result<QList<Alias>> aliases(db::Connection& connection, const Owner& owner)
{
    auto statement = connection.prepare(kAliases);
    statement.bind(owner.server, owner.user);
    QList<Alias> list;
    while (statement.next()) {
        list.append({ statement.text(0), statement.text(1) });
    }
    if (auto status = statement.status(); !status) {
        return std::move(status).error();
    }
    return list;
}

util::Result<void> addAliases(
    db::Connection& connection, const Owner& owner, const QList<Alias>& aliases)
{
    for (const Alias& alias : aliases) {
        auto row = connection.prepare(kAddAlias);
        if (auto done = row.bind(owner.server, owner.user, alias.name, alias.key).run(); !done) {
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
             kTakeBackAttempt, kCountRefusal, kSetNote, kSplit, kLastPosition, kAliases, kAddAlias,
             kReopen, kDoubtUnfinished, kSetUndone, kRestore }) {
        all.append(QString::fromLatin1(sql));
    }
    return all;
}

} // namespace journal

} // namespace change
