// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include "app/cli/json.h"
#include "app/cli/outcome.h"
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
        return whenSettled(context,
            context.services.ratings.rateKeys(context.services.library.key(), keys, rating),
            distinct, true);
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
