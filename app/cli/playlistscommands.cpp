// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include "app/cli/json.h"
#include "app/services/services.h"
#include "app/services/session.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;
namespace async = util::async;
using util::Error;
using util::Future;

namespace cli {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("cli", text);
}

Reply playlistReply(
    const types::PlaylistRow& playlist, const QList<types::PlaylistEntryRow>& entries)
{
    Reply reply;
    QJsonArray items;
    QList<QStringList> rows;
    for (const types::PlaylistEntryRow& entry : entries) {
        QJsonObject item = toJson(entry.track);
        item.insert(
            "itemId"_L1, entry.playlistItemId ? QJsonValue(*entry.playlistItemId) : QJsonValue());
        item.insert("missing"_L1, entry.isMissing);
        items.append(item);
        rows.append({ QString::number(rows.size() + 1), entry.track.title, entry.track.artist,
            entry.track.album, durationText(entry.track.duration), starsText(entry.track.rating) });
    }
    reply.json = toJson(playlist);
    reply.json.insert("items"_L1, items);
    reply.text = playlist.title + u"\n\n"_s
        + table(
            { tr("No."), tr("Title"), tr("Artist"), tr("Album"), tr("Time"), tr("Stars") }, rows);
    return reply;
}

} // namespace

Future<Reply> runPlaylistsList(const Context& context)
{
    return async::andThen(context.session.openCache(), &context.owner, [context] {
        return async::andThen(context.services.library.playlists(), &context.owner,
            [](const QList<types::PlaylistRow>& playlists) {
                QJsonArray json;
                QList<QStringList> rows;
                for (const types::PlaylistRow& playlist : playlists) {
                    json.append(toJson(playlist));
                    rows.append({ playlist.ratingKey.value, QString::number(playlist.count),
                        durationText(playlist.duration), playlist.smart ? tr("smart") : QString(),
                        playlist.title });
                }
                Reply reply;
                reply.json = { { "playlists"_L1, json }, { "total"_L1, json.size() } };
                reply.text
                    = table({ tr("Id"), tr("Tracks"), tr("Time"), tr("Kind"), tr("Title") }, rows);
                return reply;
            });
    });
}

Future<Reply> runPlaylistsShow(const Context& context)
{
    if (context.operands.size() != 1) {
        return async::ready<Reply>(
            Error { Error::Code::InvalidInput, tr("Name one playlist by its id."), {}, 0, {} });
    }
    const types::RatingKey key { ratingKeyFrom(context.operands.first()) };
    return async::andThen(context.session.openCache(), &context.owner, [context, key] {
        return async::andThen(context.services.library.playlists(), &context.owner,
            [context, key](const QList<types::PlaylistRow>& playlists) -> Future<Reply> {
                const auto found
                    = std::ranges::find(playlists, key, &types::PlaylistRow::ratingKey);
                if (found == playlists.end()) {
                    return async::ready<Reply>(Error { Error::Code::NotFound,
                        tr("There is no such playlist. Run sync if it is new."), {}, 0, {} });
                }
                const auto spine = context.services.library.playlistSpine(found->id);
                return async::andThen(
                    spine, &context.owner, [context](const library::PlaylistSpine& list) {
                        const QList<qint64> ids(list.entries.begin(), list.entries.end());
                        return async::andThen(context.services.library.playlistEntries(ids),
                            &context.owner,
                            [playlist = list.playlist](
                                const QList<types::PlaylistEntryRow>& entries) {
                                return playlistReply(playlist, entries);
                            });
                    });
            });
    });
}

} // namespace cli
