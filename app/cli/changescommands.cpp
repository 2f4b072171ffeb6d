// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include "app/cli/json.h"
#include "app/cli/text.h"
#include "app/services/services.h"
#include "app/services/session.h"

using namespace Qt::StringLiterals;
namespace async = util::async;
using util::Future;

namespace cli {

namespace {

util::Result<types::OptionalRating> wantedRating(const Arguments& arguments)
{
    const bool clear = arguments.has(u"clear"_s);
    if (clear == arguments.has(u"stars"_s)) {
        return usage(Text::tr("Give either --stars 0.5…5 or --clear."));
    }
    if (clear) {
        return types::OptionalRating();
    }
    bool ok = false;
    const double stars = arguments.value(u"stars"_s).toDouble(&ok);
    if (!ok || stars < 0.5 || stars > 5 || stars * 2 != static_cast<int>(stars * 2)) {
        return usage(Text::tr("--stars takes 0.5 to 5 in half steps."));
    }
    return types::OptionalRating(types::Rating::fromStars(stars));
}

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

/// What became of a change, once it is at rest. @param requested  how many items were named, 0 if
/// none were; those without a step are already as they should be
Reply outcome(const change::Summary& summary, const QList<change::Step>& steps, qsizetype requested)
{
    Reply reply;
    QJsonArray failed;
    for (const change::Step& step : steps) {
        if (step.state == change::State::Failed) {
            failed.append(QJsonObject { { "ratingKey"_L1, step.payload.value("key"_L1) },
                { "code"_L1, step.errorCode }, { "message"_L1, step.errorMessage } });
        }
    }
    reply.json = toJson(summary);
    reply.json.insert("failed"_L1, failed);
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

Future<Reply> whenSettled(
    const Context& context, const Future<types::ChangeId>& submitted, qsizetype requested = 0)
{
    auto& changes = context.services.changes;
    return async::andThen(submitted, &context.owner,
        [&changes, &owner = context.owner, requested](types::ChangeId id) {
            return async::andThen(changes.settled(id), &owner,
                [&changes, &owner, id, requested](const change::Summary& summary) {
                    return async::andThen(changes.steps(id), &owner,
                        [summary, requested](const QList<change::Step>& steps) {
                            return outcome(summary, steps, requested);
                        });
                });
        });
}

/// Steps done of all steps.
QString doneText(const QJsonObject& row, const QString& field)
{
    return plainText(row, field) + u'/' + plainText(row, u"requested"_s);
}

QString labelText(const QJsonObject& row, const QString& field)
{
    const QString label = plainText(row, field);
    const QString role = plainText(row, u"role"_s);
    return role == "undo"_L1 ? Text::tr("Undo: %1").arg(label)
        : role == "redo"_L1  ? Text::tr("Redo: %1").arg(label)
                             : label;
}

Future<Reply> listOf(const Context& context, int limit, bool onlyPending)
{
    const auto opened = context.session.openCache();
    return async::andThen(opened, &context.owner, [context, limit, onlyPending] {
        return async::andThen(context.services.changes.history(limit), &context.owner,
            [onlyPending](const QList<change::Summary>& history) {
                QJsonArray json;
                for (const change::Summary& summary : history) {
                    if (!onlyPending || summary.pending > 0) {
                        json.append(toJson(summary));
                    }
                }
                return listReply(u"changes"_s, json,
                    { { Text::tr("Change"), u"changeId"_s }, { Text::tr("State"), u"state"_s },
                        { Text::tr("Done"), u"applied"_s, doneText },
                        { Text::tr("What"), u"label"_s, labelText } },
                    onlyPending ? Text::tr("Nothing waits.")
                                : Text::tr("Nothing was changed yet."));
            });
    });
}

} // namespace

Future<Reply> runRate(const Context& context)
{
    const auto rating = wantedRating(context.arguments);
    if (!rating) {
        return async::ready<Reply>(rating.error());
    }
    QList<types::RatingKey> keys;
    for (const QString& word : context.operands) {
        keys.append({ ratingKeyFrom(word) });
    }
    if (keys.isEmpty()) {
        return async::ready<Reply>(usage(Text::tr("Name at least one rating key.")));
    }
    const auto ready = context.session.openForWriting();
    return async::andThen(ready, &context.owner, [context, keys, rating = *rating] {
        const auto distinct = QSet<types::RatingKey>(keys.begin(), keys.end()).size();
        const auto rated = whenSettled(context,
            context.services.ratings.rateKeys(context.services.library.key(), keys, rating),
            distinct);
        util::Promise<Reply> promise;
        async::deliver(rated, &context.owner, [promise](const util::Result<Reply>& reply) {
            // What was asked for is so: a script that runs twice does not fail the second time.
            const bool isSet = !reply && reply.error().code == util::Error::Code::Conflict;
            promise.finish(isSet ? util::Result<Reply>(nothingToDo(reply.error())) : reply);
        });
        return promise.future();
    });
}

Future<Reply> runUndo(const Context& context)
{
    types::ChangeId id;
    if (!context.operands.isEmpty()) {
        bool ok = false;
        id = { context.operands.first().toLongLong(&ok) };
        if (!ok || !id.isValid()) {
            return async::ready<Reply>(usage(Text::tr("A change is named by its number.")));
        }
    }
    return async::andThen(context.session.openForWriting(), &context.owner,
        [context, id] { return whenSettled(context, context.services.changes.undo(id)); });
}

Future<Reply> runRedo(const Context& context)
{
    return async::andThen(context.session.openForWriting(), &context.owner,
        [context] { return whenSettled(context, context.services.changes.redo()); });
}

Future<Reply> runHistoryList(const Context& context)
{
    const auto limit = countOption(context.arguments, u"limit"_s, 50, 10000);
    return limit ? listOf(context, *limit, false) : async::ready<Reply>(limit.error());
}

Future<Reply> runPending(const Context& context)
{
    return listOf(context, 10000, true);
}

Future<Reply> runRatingsTop(const Context& context)
{
    const auto limit = countOption(context.arguments, u"limit"_s, 50, 10000);
    if (!limit) {
        return async::ready<Reply>(limit.error());
    }
    return async::andThen(openFilledCache(context), &context.owner, [context, limit = *limit] {
        return async::andThen(context.services.library.topRated(limit), &context.owner,
            [](const QList<types::TrackRow>& tracks) {
                QJsonArray json;
                for (const types::TrackRow& track : tracks) {
                    json.append(toJson(track));
                }
                return listReply(u"results"_s, json,
                    { { Text::tr("Stars"), u"userRating"_s, starsText },
                        { Text::tr("Title"), u"title"_s }, { Text::tr("Artist"), u"artist"_s },
                        { Text::tr("Album"), u"album"_s }, { Text::tr("Key"), u"ratingKey"_s } });
            });
    });
}

} // namespace cli
