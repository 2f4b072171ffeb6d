// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/outcome.h"

#include "app/cli/json.h"
#include "app/cli/text.h"
#include "app/services/services.h"
#include "core/playlist/touched.h"

using namespace Qt::StringLiterals;
namespace async = util::async;
using util::Future;

namespace cli {

namespace {

/// What was done, in the words of the window; what nothing came of is only named.
QString doneLabel(const change::Summary& summary)
{
    const bool isDone = summary.failed < summary.steps;
    switch (summary.role) {
    case change::Role::Undo:
        return (isDone ? Text::tr("Undone: %1") : Text::tr("Undo: %1")).arg(summary.label);
    case change::Role::Redo:
        return (isDone ? Text::tr("Done again: %1") : Text::tr("Redo: %1")).arg(summary.label);
    case change::Role::Do:
        break;
    }
    return summary.label;
}

/// A line for each item that nothing came of.
void appendFailed(QJsonArray& failed, const change::Step& step)
{
    QStringList keys = playlist::touchedBy(step.kind, step.payload).added;
    if (keys.isEmpty()) {
        keys.append(step.payload.value("key"_L1).toString());
    }
    for (const QString& key : std::as_const(keys)) {
        failed.append(QJsonObject { { "ratingKey"_L1, key }, { "code"_L1, step.errorCode },
            { "message"_L1, step.errorMessage } });
    }
}

/// Of a playlist rows are counted: all of them are one step.
void countRows(QJsonObject& json, const QList<change::Step>& steps)
{
    int requested = 0;
    int applied = 0;
    for (const change::Step& step : steps) {
        const int rows = playlist::touchedBy(step.kind, step.payload).rows;
        requested += rows;
        applied += step.state == change::State::Verified ? rows : 0;
    }
    if (requested > 0) {
        json.insert("requested"_L1, requested);
        json.insert("applied"_L1, applied);
    }
}

/// What became of a change, once it is at rest. @param requested  how many items were named, 0 if
/// none were; those without a step are already as they should be
Reply outcome(const change::Summary& summary, const QList<change::Step>& steps, qsizetype requested)
{
    Reply reply;
    QJsonArray failed;
    for (const change::Step& step : steps) {
        if (step.state == change::State::Failed) {
            appendFailed(failed, step);
        }
    }
    reply.json = toJson(summary);
    reply.json.insert("failed"_L1, failed);
    countRows(reply.json, steps);
    reply.json.insert("verified"_L1, summary.pending == 0 && summary.failed == 0);
    reply.text = doneLabel(summary) + u'\n';
    QStringList trouble;
    if (summary.pending > 0) {
        trouble.append(Text::tr("%Ln step(s) wait for the server.", nullptr, summary.pending));
        reply.code = ExitCode::Offline;
    }
    if (summary.failed > 0) {
        trouble.append(
            Text::tr("%Ln step(s) failed: ", nullptr, summary.failed) + summary.firstError);
        reply.code = summary.failed < std::max<qsizetype>(requested, summary.steps)
            ? ExitCode::Partly
            : ExitCode::Failed;
    }
    reply.trouble = trouble.join(u' ');
    return reply;
}

Reply nothingToDo(const util::Error& why)
{
    Reply reply;
    reply.json = { { "requested"_L1, 0 }, { "applied"_L1, 0 }, { "failed"_L1, QJsonArray() },
        { "verified"_L1, true } };
    reply.text = why.message + u'\n';
    return reply;
}

} // namespace

Future<Reply> whenSettled(const Context& context, const Future<types::ChangeId>& submitted,
    qsizetype requested, bool settlesConflict)
{
    auto& changes = context.services.changes;
    const auto settled = async::andThen(submitted, &context.owner,
        [&changes, &owner = context.owner, requested](types::ChangeId id) {
            return async::andThen(changes.settled(id), &owner,
                [&changes, &owner, id, requested](const change::Summary& summary) {
                    return async::andThen(changes.steps(id), &owner,
                        [summary, requested](const QList<change::Step>& steps) {
                            return outcome(summary, steps, requested);
                        });
                });
        });
    util::Promise<Reply> promise;
    async::deliver(
        settled, &context.owner, [promise, settlesConflict](const util::Result<Reply>& reply) {
            const bool isSo
                = settlesConflict && !reply && reply.error().code == util::Error::Code::Conflict;
            promise.finish(isSo ? util::Result<Reply>(nothingToDo(reply.error())) : reply);
        });
    return promise.future();
}

} // namespace cli
