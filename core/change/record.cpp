// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/record.h"

using util::Result;

namespace change {

namespace {

/// Those that are given up, or done in part.
Result<void> recordFailures(db::Connection& connection, const Outcome& outcome)
{
    for (const auto& [step, error] : outcome.failed) {
        auto done = journal::setStates(connection, { step.id }, State::Failed, error);
        if (!done) {
            return done;
        }
    }
    for (const Part& part : outcome.parts) {
        auto done = journal::split(connection, part.step, part.held, part.rest, part.error);
        if (!done) {
            return done;
        }
    }
    return {};
}

} // namespace

QList<qint64> idsOf(const QList<Step>& steps)
{
    QList<qint64> ids;
    for (const Step& step : steps) {
        ids.append(step.id);
    }
    return ids;
}

QSet<types::ChangeId> endedIn(const Outcome& outcome)
{
    QSet<types::ChangeId> changes;
    for (const Step& step : outcome.verified) {
        changes.insert(step.change);
    }
    for (const auto& [step, error] : outcome.failed) {
        changes.insert(step.change);
    }
    for (const Part& part : outcome.parts) {
        changes.insert(part.step.change);
    }
    return changes;
}

Result<bool> record(db::Connection& connection, const Owner& owner, const Outcome& outcome)
{
    auto done = journal::setStates(connection, idsOf(outcome.verified), State::Verified);
    if (done) {
        done = journal::addAliases(connection, owner, outcome.aliases);
    }
    if (done) {
        done = journal::takeBackAttempt(connection, idsOf(outcome.again));
    }
    if (done) {
        done = journal::countRefusal(connection, idsOf(outcome.refused));
    }
    if (done) {
        done = recordFailures(connection, outcome);
    }
    for (const types::ChangeId change : endedIn(outcome)) {
        if (done) {
            done = journal::restoreIfNothingWasReversed(connection, change);
        }
    }
    if (!done) {
        return std::move(done).error();
    }
    return true;
}

} // namespace change
