// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/playlist/describeoperation.h"

#include "core/db/changeset.h"
#include "core/library/tables.h"
#include "core/playlist/cached.h"
#include "core/plex/server.h"
#include "core/util/fold.h"

using namespace Qt::StringLiterals;
namespace async = util::async;
using change::Found;
using change::Observed;
using util::Result;

namespace playlist {

namespace {

QJsonObject jsonOf(const Description& texts)
{
    return { { "title"_L1, texts.title }, { "summary"_L1, texts.summary } };
}

Description textsIn(const QJsonValue& value)
{
    const QJsonObject object = value.toObject();
    return { object.value("title"_L1).toString(), object.value("summary"_L1).toString() };
}

Observed judge(const QJsonObject& payload, const std::optional<types::Playlist>& held)
{
    if (!held) {
        return {};
    }
    const Description now { held->title, held->summary };
    Observed observed;
    observed.found = now == textsIn(payload.value("to"_L1)) ? Found::After
        : now == textsIn(payload.value("from"_L1))          ? Found::Before
                                                            : Found::Other;
    observed.asPayload = payload;
    observed.asPayload.insert("to"_L1, jsonOf(now));
    return observed;
}

} // namespace

QString DescribeOperation::name()
{
    return u"playlist.describe"_s;
}

QJsonObject DescribeOperation::payload(
    const QString& playlist, const Description& from, const Description& to)
{
    return { { "v"_L1, 1 }, { "playlist"_L1, playlist }, { "from"_L1, jsonOf(from) },
        { "to"_L1, jsonOf(to) } };
}

QString DescribeOperation::target(const QJsonObject& payload) const
{
    return kPlaylistTarget + payload.value("playlist"_L1).toString();
}

QJsonObject DescribeOperation::inverse(const QJsonObject& payload) const
{
    QJsonObject back = payload;
    back.insert("from"_L1, payload.value("to"_L1));
    back.insert("to"_L1, payload.value("from"_L1));
    return back;
}

QJsonObject DescribeOperation::madeFrom(const QJsonObject& first, const QJsonObject& payload) const
{
    QJsonObject asked = payload;
    asked.insert("from"_L1, first.value("from"_L1));
    return asked;
}

bool DescribeOperation::isTouchedBy(const db::ChangeSet& changes) const
{
    return changes.touches(library::kPlaylistTable);
}

Result<void> DescribeOperation::apply(
    db::Connection& cache, db::ChangeSet& changes, const QJsonObject& payload) const
{
    const auto playlist = cached::find(cache, m_aliases, payload.value("playlist"_L1).toString());
    if (!playlist || !*playlist) {
        return playlist ? Result<void>() : Result<void>(playlist.error());
    }
    const Description to = textsIn(payload.value("to"_L1));
    auto update = cache.prepare(R"(
        UPDATE playlist SET title = ?1, title_sort = ?2, summary = ?3
        WHERE id = ?4 AND (title <> ?1 OR summary <> ?3))");
    if (auto done = update.bind(to.title, util::sortKey(to.title), to.summary, **playlist).run();
        !done) {
        return done;
    }
    if (update.affectedRows() > 0) {
        changes.addChanged(library::kPlaylistTable, (*playlist)->value);
    }
    return {};
}

util::Future<void> DescribeOperation::send(
    plex::Server& server, const QJsonObject& payload, const change::Sending& sending) const
{
    const Description to = textsIn(payload.value("to"_L1));
    const QString key = m_aliases.keyOf(kPlaylistTarget, payload.value("playlist"_L1).toString());
    return server.describePlaylist({ key }, to.title, to.summary, sending.stop);
}

util::Future<QList<Observed>> DescribeOperation::readBack(
    plex::Server& server, const QList<QJsonObject>& payloads, std::stop_token stop) const
{
    QList<util::Future<std::optional<types::Playlist>>> answers;
    for (const QJsonObject& payload : payloads) {
        const QString key
            = m_aliases.keyOf(kPlaylistTarget, payload.value("playlist"_L1).toString());
        answers.append(server.playlist({ key }, stop));
    }
    return async::andThen(async::all(answers, &server), &server,
        [payloads](const QList<std::optional<types::Playlist>>& held) {
            QList<Observed> observed;
            for (qsizetype i = 0; i < payloads.size(); ++i) {
                observed.append(judge(payloads.at(i), held.at(i)));
            }
            return observed;
        });
}

} // namespace playlist
