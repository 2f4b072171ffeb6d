// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include "app/cli/json.h"
#include "app/cli/playlists.h"
#include "app/cli/text.h"
#include "app/services/services.h"
#include "app/services/session.h"

using namespace Qt::StringLiterals;
namespace async = util::async;
using util::Error;
using util::Future;

namespace cli {

namespace {

QString kindText(const QJsonObject& row, const QString& field)
{
    return row.value(field).toBool() ? Text::tr("smart") : QString();
}

Reply playlistReply(
    const types::PlaylistRow& playlist, const QList<types::PlaylistEntryRow>& entries)
{
    QJsonArray items;
    for (const types::PlaylistEntryRow& entry : entries) {
        QJsonObject item = toJson(entry.track);
        item.insert("position"_L1, items.size() + 1);
        item.insert(
            "itemId"_L1, entry.playlistItemId ? QJsonValue(*entry.playlistItemId) : QJsonValue());
        item.insert("missing"_L1, entry.isMissing);
        items.append(item);
    }
    Reply reply;
    reply.json = toJson(playlist);
    reply.json.insert("items"_L1, items);
    reply.text = playlist.title + u"\n\n"_s
        + table(items,
            { { Text::tr("No."), u"position"_s }, { Text::tr("Title"), u"title"_s },
                { Text::tr("Artist"), u"artist"_s }, { Text::tr("Album"), u"album"_s },
                { Text::tr("Time"), u"durationMs"_s, durationText },
                { Text::tr("Stars"), u"userRating"_s, starsText } });
    return reply;
}

} // namespace

Future<Reply> runPlaylistsList(const Context& context)
{
    return async::andThen(openFilledCache(context), &context.owner, [context] {
        return async::andThen(context.services.library.playlists(), &context.owner,
            [](const QList<types::PlaylistRow>& playlists) {
                QJsonArray json;
                for (const types::PlaylistRow& playlist : playlists) {
                    json.append(toJson(playlist));
                }
                return listReply(u"playlists"_s, json,
                    { { Text::tr("Id"), u"id"_s }, { Text::tr("Tracks"), u"count"_s, numberText },
                        { Text::tr("Time"), u"durationMs"_s, durationText },
                        { Text::tr("Kind"), u"smart"_s, kindText },
                        { Text::tr("Title"), u"title"_s } });
            });
    });
}

Future<types::PlaylistRow> findPlaylist(const Context& context, const QString& id)
{
    return async::andThen(context.services.library.playlists(), &context.owner,
        [key = types::RatingKey { ratingKeyFrom(id) }](
            const QList<types::PlaylistRow>& playlists) -> util::Result<types::PlaylistRow> {
            const auto found = std::ranges::find(playlists, key, &types::PlaylistRow::ratingKey);
            if (found == playlists.end()) {
                return Error { Error::Code::NotFound,
                    Text::tr("There is no such playlist. Run sync if it is new."), {}, 0, {} };
            }
            return *found;
        });
}

Future<Reply> showPlaylist(
    const Context& context, const QString& id, const QList<library::SortKey>& sort)
{
    const auto spine = async::andThen(
        findPlaylist(context, id), &context.owner, [context, sort](const types::PlaylistRow& row) {
            return context.services.library.sortedPlaylistSpine(row.id, sort);
        });
    return async::andThen(spine, &context.owner, [context](const library::PlaylistSpine& list) {
        const QList<qint64> ids(list.entries.begin(), list.entries.end());
        return async::andThen(context.services.library.playlistEntries(ids), &context.owner,
            [playlist = list.playlist](const QList<types::PlaylistEntryRow>& entries) {
                return playlistReply(playlist, entries);
            });
    });
}

Future<Reply> runPlaylistsShow(const Context& context)
{
    if (context.operands.size() != 1) {
        return async::ready<Reply>(usage(Text::tr("Name one playlist by its id.")));
    }
    return async::andThen(openFilledCache(context), &context.owner,
        [context] { return showPlaylist(context, context.operands.constFirst(), {}); });
}

} // namespace cli
