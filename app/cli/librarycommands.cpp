// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include "app/cli/json.h"
#include "app/cli/text.h"
#include "app/services/caches.h"
#include "app/services/services.h"
#include "app/services/session.h"
#include "core/util/version.h"

#include <QTextStream>

using namespace Qt::StringLiterals;
namespace async = util::async;
using util::Future;

namespace cli {

namespace {

constexpr int kChangesLookedAt = 1000;

Reply searchReply(const library::SearchResult& found, const QString& type, qint64 ms)
{
    QJsonArray json;
    const auto add = [&json, &type](const QJsonObject& row) {
        if (type.isEmpty() || type == row.value("type"_L1).toString()) {
            json.append(row);
        }
    };
    for (const auto& row : found.artists) {
        add(toJson(row));
    }
    for (const auto& row : found.albums) {
        add(toJson(row));
    }
    for (const auto& row : found.tracks) {
        add(toJson(row));
    }
    for (const auto& item : found.videos) {
        add(toJson(item));
    }
    for (const auto& row : found.playlists) {
        QJsonObject object = toJson(row);
        object.insert("type"_L1, "playlist"_L1);
        object.insert("ratingKey"_L1, row.ratingKey.value);
        add(object);
    }
    Reply reply = listReply(u"results"_s, json,
        { { Text::tr("Type"), u"type"_s }, { Text::tr("Title"), u"title"_s },
            { Text::tr("Artist"), u"artist"_s }, { Text::tr("Album"), u"album"_s },
            { Text::tr("Key"), u"ratingKey"_s } },
        Text::tr("Nothing found."));
    reply.json.insert("total"_L1, found.total); // also those beyond the limit
    reply.json.insert("ms"_L1, ms);
    return reply;
}

QString yesOrNo(const QJsonObject& row, const QString& field)
{
    return row.value(field).toBool() ? Text::tr("yes") : Text::tr("no");
}

QJsonObject featureJson(const account::Capability& capability)
{
    return { { "name"_L1, capability.name }, { "available"_L1, capability.available },
        { "reason"_L1, capability.reason } };
}

Reply healthReply(const Context& context, const types::ServerInfo& server)
{
    const qint64 latency = context.session.latency().count();
    QJsonArray features;
    for (const account::Capability& capability : context.session.capabilities()) {
        features.append(featureJson(capability));
    }
    Reply reply;
    reply.json
        = { { "status"_L1, "ok"_L1 }, { "version"_L1, util::kVersion }, { "features"_L1, features },
              { "server"_L1,
                  QJsonObject { { "name"_L1, server.name }, { "version"_L1, server.version },
                      { "machineIdentifier"_L1, server.id.value },
                      { "connection"_L1, context.session.connectionKind() },
                      { "latencyMs"_L1, latency } } } };
    reply.text
        = Text::tr("%1 (%2) answers after %L3 ms.").arg(server.name, server.version).arg(latency)
        + u"\n\n"_s
        + table(features,
            { { Text::tr("Feature"), u"name"_s },
                { Text::tr("Available"), u"available"_s, yesOrNo },
                { Text::tr("Why"), u"reason"_s } });
    return reply;
}

/// What was found on the way to the server, under what there is to say of it already.
Reply withFindings(Reply reply, const QList<account::Finding>& findings)
{
    QJsonArray rows;
    for (const account::Finding& finding : findings) {
        rows.append(QJsonObject { { "name"_L1, finding.name }, { "title"_L1, finding.title },
            { "state"_L1, account::stateName(finding.state) }, { "text"_L1, finding.text },
            { "advice"_L1, finding.advice } });
    }
    reply.json.insert("checks"_L1, rows);
    if (reply.code != ExitCode::Done) {
        reply.trouble = reply.text;
        reply.text.clear();
    } else {
        reply.text += u'\n';
    }
    reply.text += table(rows,
        { { Text::tr("Step"), u"title"_s }, { Text::tr("State"), u"state"_s },
            { Text::tr("Found"), u"text"_s }, { Text::tr("What to do"), u"advice"_s } });
    return reply;
}

/// What is being read, and how far; not where there is nothing to count.
void showProgress(const QString& what, qint64 done, qint64 total)
{
    if (total > 0) {
        QTextStream(stderr) << what << u' ' << done << u'/' << total << Qt::endl;
    }
}

/// What waited @p before, once it is at rest: a sync brings the connection that it waited for.
Future<QList<change::Summary>> whenSent(
    const Context& context, const QList<change::Summary>& before)
{
    QList<Future<change::Summary>> sent;
    for (const change::Summary& summary : before) {
        if (summary.pending > 0) {
            sent.append(context.services.changes.settled(summary.id));
        }
    }
    return async::all(sent, &context.owner);
}

Reply syncReply(const library::SyncSummary& summary, const QList<change::Summary>& sent)
{
    const library::Counts& counts = summary.counts;
    int failed = 0;
    int waiting = 0;
    QStringList reasons;
    for (const change::Summary& one : sent) {
        failed += one.failed;
        waiting += one.pending;
        if (!one.firstError.isEmpty()) {
            reasons.append(one.label + u": "_s + one.firstError);
        }
    }
    Reply reply;
    reply.json = { { "tracks"_L1, counts.tracks }, { "albums"_L1, counts.albums },
        { "artists"_L1, counts.artists }, { "playlists"_L1, counts.playlists },
        { "movies"_L1, counts.movies }, { "shows"_L1, counts.shows },
        { "episodes"_L1, counts.episodes }, { "added"_L1, summary.added },
        { "updated"_L1, summary.updated }, { "removed"_L1, summary.removed },
        { "seconds"_L1, summary.seconds },
        { "changes"_L1,
            QJsonObject { { "sent"_L1, sent.size() }, { "failedSteps"_L1, failed },
                { "waitingSteps"_L1, waiting } } } };
    reply.text = Text::tr("%L1 tracks, %L2 albums, %L3 artists, %L4 playlists, %L5 films, %L6 "
                          "episodes: %L7 added, %L8 updated, %L9 removed in %L10 s.")
                     .arg(counts.tracks)
                     .arg(counts.albums)
                     .arg(counts.artists)
                     .arg(counts.playlists)
                     .arg(counts.movies)
                     .arg(counts.episodes)
                     .arg(summary.added)
                     .arg(summary.updated)
                     .arg(summary.removed)
                     .arg(summary.seconds, 0, 'f', 1)
        + u'\n';
    QStringList trouble;
    if (failed > 0) {
        trouble.append(Text::tr("%Ln step(s) of changes that waited failed: ", nullptr, failed)
            + reasons.join(u"; "_s));
    }
    if (waiting > 0) {
        trouble.append(Text::tr("%Ln step(s) wait for the server.", nullptr, waiting));
    }
    reply.trouble = trouble.join(u' ');
    reply.code = trouble.isEmpty() ? ExitCode::Done : ExitCode::Partly;
    return reply;
}

} // namespace

Future<Reply> runHealth(const Context& context)
{
    const auto online = context.session.goOnline();
    auto reply = async::andThen(online, &context.owner,
        [context](const types::ServerInfo& server) { return healthReply(context, server); });
    if (!context.arguments.verbose) {
        return reply;
    }
    util::Promise<Reply> promise;
    async::deliver(reply, &context.owner, [context, promise](const util::Result<Reply>& health) {
        const Reply before = health ? *health : errorReply(health.error());
        async::deliver(context.session.checkConnection(), &context.owner,
            [promise, before](const util::Result<QList<account::Finding>>& findings) {
                promise.finish(findings ? withFindings(before, *findings) : before);
            });
    });
    return promise.future();
}

Future<Reply> runSync(const Context& context)
{
    library::SyncOptions options;
    options.full = context.arguments.has(u"full"_s);
    options.section = { context.arguments.value(u"section"_s) };
    if (!context.arguments.quiet) {
        QObject::connect(
            &context.services.sync, &library::Sync::progressed, &context.owner, showProgress);
    }
    const auto waiting = async::andThen(context.session.openCache(), &context.owner,
        [context] { return context.services.changes.history(kChangesLookedAt); });
    return async::andThen(
        waiting, &context.owner, [context, options](const QList<change::Summary>& before) {
            const auto synced = async::andThen(context.session.openForWriting(), &context.owner,
                [context, options] { return context.session.sync(options); });
            return async::andThen(
                synced, &context.owner, [context, before](const library::SyncSummary& summary) {
                    return async::andThen(whenSent(context, before), &context.owner,
                        [summary](const QList<change::Summary>& sent) {
                            return syncReply(summary, sent);
                        });
                });
        });
}

Future<Reply> runLibrarySections(const Context& context)
{
    return async::andThen(openFilledCache(context), &context.owner, [context] {
        return async::andThen(context.services.library.sections(), &context.owner,
            [](const QList<types::Section>& sections) {
                QJsonArray json;
                for (const types::Section& section : sections) {
                    json.append(QJsonObject { { "id"_L1, section.key.value },
                        { "title"_L1, section.title }, { "type"_L1, typeName(section.type) } });
                }
                return listReply(u"sections"_s, json,
                    { { Text::tr("Id"), u"id"_s }, { Text::tr("Type"), u"type"_s },
                        { Text::tr("Title"), u"title"_s } });
            });
    });
}

Future<Reply> runLibrarySearch(const Context& context)
{
    const QString text = context.operands.join(u' ');
    const auto limit = countOption(context.arguments, u"limit"_s, 20, 500);
    if (!limit) {
        return async::ready<Reply>(limit.error());
    }
    if (text.isEmpty()) {
        return async::ready<Reply>(usage(Text::tr("Say what to search for.")));
    }
    const QString type = context.arguments.value(u"type"_s);
    const QStringList types { u"artist"_s, u"album"_s, u"track"_s, u"movie"_s, u"show"_s,
        u"episode"_s, u"playlist"_s };
    if (!type.isEmpty() && !types.contains(type)) {
        return async::ready<Reply>(
            usage(Text::tr("--type is one of %1.").arg(types.join(u", "_s))));
    }
    return async::andThen(
        openFilledCache(context), &context.owner, [context, text, type, limit = *limit] {
            const auto before = context.services.clock.elapsed();
            return async::andThen(context.services.library.search(text, limit), &context.owner,
                [context, type, before](const library::SearchResult& found) {
                    return searchReply(
                        found, type, (context.services.clock.elapsed() - before).count());
                });
        });
}

Future<Reply> runLibraryShow(const Context& context)
{
    if (context.operands.size() != 1) {
        return async::ready<Reply>(usage(Text::tr("Name one rating key.")));
    }
    const types::RatingKey key { ratingKeyFrom(context.operands.first()) };
    return async::andThen(openFilledCache(context), &context.owner, [context, key] {
        return async::andThen(
            context.services.library.item(key), &context.owner, [](const types::Item& item) {
                Reply reply;
                reply.json = toJson(item);
                QList<QStringList> rows;
                for (auto field = reply.json.constBegin(); field != reply.json.constEnd();
                     ++field) {
                    const QString value = field.value().toVariant().toString();
                    if (!value.isEmpty()) {
                        rows.append({ field.key(), value });
                    }
                }
                reply.text = table({ Text::tr("Field"), Text::tr("Value") }, rows);
                return reply;
            });
    });
}

Future<Reply> runCacheStats(const Context& context)
{
    return async::andThen(context.session.openCache(), &context.owner, [context] {
        return async::andThen(app::cacheBuckets(context.services), &context.owner,
            [](const QList<types::CacheBucket>& list) {
                QJsonArray json;
                for (const types::CacheBucket& bucket : list) {
                    const qint64 asked = bucket.hits + bucket.misses;
                    const double rate = asked > 0 ? double(bucket.hits) / double(asked) : 0;
                    json.append(QJsonObject { { "bucket"_L1, bucket.name },
                        { "entries"_L1, bucket.entries }, { "bytes"_L1, bucket.bytes },
                        { "hits"_L1, bucket.hits }, { "misses"_L1, bucket.misses },
                        { "unchanged"_L1, bucket.unchanged }, { "renewed"_L1, bucket.renewed },
                        { "hitRate"_L1, rate } });
                }
                return listReply(u"buckets"_s, json,
                    { { Text::tr("Bucket"), u"bucket"_s },
                        { Text::tr("Entries"), u"entries"_s, numberText },
                        { Text::tr("Bytes"), u"bytes"_s, numberText } });
            });
    });
}

Future<Reply> runCacheFlush(const Context& context)
{
    const QString bucket = context.arguments.value(u"bucket"_s);
    return async::andThen(context.session.openCache(), &context.owner, [context, bucket] {
        return async::andThen(app::flushCache(context.services, bucket), &context.owner, [] {
            Reply reply;
            reply.json = { { "flushed"_L1, true } };
            reply.text
                = Text::tr("Done. Nothing of yours was removed: it is read again when needed.")
                + u'\n';
            return reply;
        });
    });
}

} // namespace cli
