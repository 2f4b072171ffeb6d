// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/reversal.h"

#include <QCoreApplication>

using util::Error;
using util::Result;

namespace change {

namespace {

Error refusal(Error::Code code, const char* sentence)
{
    return { code, QCoreApplication::translate("change", sentence), {}, 0, {} };
}

Error takenBackAlready()
{
    return refusal(
        Error::Code::Conflict, QT_TRANSLATE_NOOP("change", "This change was taken back already."));
}

/// The change that an undo or redo without a name is about.
Result<Summary> candidate(db::Connection& connection, const Owner& owner, Role role)
{
    auto found = role == Role::Undo ? journal::undoCandidate(connection, owner)
                                    : journal::redoCandidate(connection, owner);
    if (found && !found->id.isValid()) {
        return refusal(Error::Code::NotFound,
            role == Role::Undo ? QT_TRANSLATE_NOOP("change", "There is nothing to undo.")
                               : QT_TRANSLATE_NOOP("change", "There is nothing to redo."));
    }
    return found;
}

/// Writes the change that takes back @p known.
Result<journal::Inserted> insertReversal(db::Connection& connection, const Owner& owner, Role role,
    const Summary& known, const Operations& operations, qint64 now)
{
    const auto followed = journal::isFollowedByUnsent(connection, owner, known.id);
    const auto steps = journal::standingSteps(connection, known.id);
    if (!followed || !steps) {
        return followed ? steps.error() : followed.error();
    }
    if (known.isUndone) {
        return takenBackAlready();
    }
    if (role == Role::Undo && *followed) {
        return refusal(Error::Code::Conflict,
            QT_TRANSLATE_NOOP("change",
                "This was changed again, and that is not sent yet. Undo the later change first."));
    }
    NewChange change { known.kind, known.label, {}, role, known.id, true };
    const auto operation = operations.value(known.kind);
    // Backwards: what was done last is taken back first.
    for (auto step = steps->crbegin(); step != steps->crend(); ++step) {
        if (operation) {
            change.parts.append({ step->target, operation->inverse(step->payload), {} });
        }
    }
    if (change.parts.isEmpty()) {
        return refusal(
            Error::Code::Conflict, QT_TRANSLATE_NOOP("change", "Nothing of this change was done."));
    }
    auto inserted = journal::insert(
        connection, owner, change, now, operation ? foldOf(operation) : journal::Fold());
    if (inserted) {
        if (auto done = journal::setUndone(connection, known.id, true); !done) {
            return std::move(done).error();
        }
    }
    return inserted;
}

/// The failed steps that no later one replaced. Errors: Conflict if there are none.
Result<QList<Step>> retryable(
    db::Connection& connection, const Owner& owner, types::ChangeId change)
{
    auto steps = journal::steps(connection, change);
    if (!steps) {
        return steps;
    }
    steps->removeIf([](const Step& step) { return step.state != State::Failed; });
    if (steps->isEmpty()) {
        return refusal(
            Error::Code::Conflict, QT_TRANSLATE_NOOP("change", "Nothing of this change failed."));
    }
    QList<Step> free;
    for (const Step& step : std::as_const(*steps)) {
        const auto overtaken = journal::isOvertaken(connection, owner, step);
        if (!overtaken) {
            return overtaken.error();
        }
        if (!*overtaken) {
            free.append(step);
        }
    }
    if (free.isEmpty()) {
        return refusal(Error::Code::Conflict,
            QT_TRANSLATE_NOOP("change", "Later changes replaced what failed."));
    }
    return free;
}

} // namespace

Result<journal::Inserted> takeBack(db::Connection& connection, const Owner& owner, Role role,
    types::ChangeId id, const Operations& operations, qint64 now)
{
    const auto known = id.isValid() ? journal::summary(connection, owner, id)
                                    : candidate(connection, owner, role);
    return known ? insertReversal(connection, owner, role, *known, operations, now)
                 : Result<journal::Inserted>(known.error());
}

Result<journal::Inserted> reopenFailed(
    db::Connection& connection, const Owner& owner, types::ChangeId change)
{
    const auto known = journal::summary(connection, owner, change);
    if (!known) {
        return known.error();
    }
    if (known->isUndone) {
        return takenBackAlready();
    }
    auto steps = retryable(connection, owner, change);
    if (!steps) {
        return std::move(steps).error();
    }
    if (known->reverses.isValid() && known->failed == known->steps) {
        // It took nothing back so far; meanwhile another may have.
        const auto reversed = journal::summary(connection, owner, known->reverses);
        if (!reversed) {
            return reversed.error();
        }
        if (reversed->isUndone) {
            return takenBackAlready();
        }
        if (auto done = journal::setUndone(connection, known->reverses, true); !done) {
            return std::move(done).error();
        }
    }
    QList<qint64> ids;
    for (const Step& step : std::as_const(*steps)) {
        ids.append(step.id);
    }
    if (auto done = journal::reopen(connection, ids); !done) {
        return std::move(done).error();
    }
    return journal::Inserted { change, *steps, {} };
}

} // namespace change
