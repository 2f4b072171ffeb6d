// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plex/request_p.h"

using namespace Qt::StringLiterals;
namespace async = util::async;
using util::Error;
using util::Future;
using util::Result;

namespace plex {

namespace {

constexpr int kPlaylistPage = 200;

QString pathOf(const types::RatingKey& playlist)
{
    return u"/playlists/"_s + playlist.value;
}

QString itemsOf(const types::RatingKey& playlist)
{
    return pathOf(playlist) + u"/items"_s;
}

QString kindName(types::Playlist::Kind kind)
{
    switch (kind) {
    case types::Playlist::Kind::Video:
        return u"video"_s;
    case types::Playlist::Kind::Photo:
        return u"photo"_s;
    case types::Playlist::Kind::Audio:
        break;
    }
    return u"audio"_s;
}

net::Request change(const QByteArray& verb, const QString& path)
{
    net::Request request = get(path);
    request.verb = verb;
    return request;
}

} // namespace

Future<QList<types::Playlist>> Server::playlists(std::stop_token stop)
{
    util::Promise<QList<types::Playlist>> promise;
    readPlaylists(0, {}, promise, stop);
    return promise.future();
}

void Server::readPlaylists(qint64 start, QList<types::Playlist> before,
    const util::Promise<QList<types::Playlist>>& promise, const std::stop_token& stop)
{
    net::Request request = get(u"/playlists"_s);
    request.query = { { u"type"_s, u"15"_s } };
    setRange(request, start, kPlaylistPage);
    const auto page = ask<Page<types::Playlist>>(std::move(request), parsePlaylists, stop);
    async::deliver(page, this,
        [this, start, before = std::move(before), promise, stop](
            Result<Page<types::Playlist>> found) mutable {
            if (!found) {
                promise.finish(std::move(found).error());
                return;
            }
            // A server that ignores paging sends the same rows again, for ever if there is no
            // total.
            const bool isRepeated = !before.isEmpty() && !found->items.isEmpty()
                && before.contains(found->items.constFirst());
            for (const types::Playlist& list : std::as_const(found->items)) {
                if (isRepeated) {
                    break;
                }
                if (list.kind != types::Playlist::Kind::Photo) {
                    before.append(list);
                }
            }
            const qint64 next = start + found->received;
            const bool isEnd
                = found->received == 0 || isRepeated || (found->total && next >= *found->total);
            if (isEnd) {
                promise.finish(std::move(before));
                return;
            }
            readPlaylists(next, std::move(before), promise, stop);
        });
}

Future<Page<types::PlaylistItem>> Server::playlistItems(
    const types::RatingKey& playlist, qint64 start, int count, std::stop_token stop)
{
    net::Request request = get(u"/playlists/"_s + playlist.value + u"/items"_s);
    setRange(request, start, count);
    return ask<Page<types::PlaylistItem>>(std::move(request), parsePlaylistItems, std::move(stop));
}

Future<Page<types::PlaylistKey>> Server::playlistKeys(
    const types::RatingKey& playlist, qint64 start, int count, std::stop_token stop)
{
    net::Request request = get(itemsOf(playlist));
    request.query = { { u"excludeElements"_s,
                          u"Media,Genre,Style,Mood,Country,Image,UltraBlurColors,Guid"_s },
        { u"excludeFields"_s, u"summary,tagline,file"_s } };
    setRange(request, start, count);
    return ask<Page<types::PlaylistKey>>(std::move(request), parsePlaylistKeys, std::move(stop));
}

Future<std::optional<types::Playlist>> Server::playlist(
    const types::RatingKey& key, std::stop_token stop)
{
    using Found = std::optional<types::Playlist>;
    const auto page = ask<Page<types::Playlist>>(get(pathOf(key)), parsePlaylists, std::move(stop));
    util::Promise<Found> promise;
    async::deliver(page, this, [promise](Result<Page<types::Playlist>> found) {
        if (!found && found.error().code == Error::Code::NotFound) {
            promise.finish(Found());
        } else if (!found) {
            promise.finish(std::move(found).error());
        } else {
            promise.finish(found->items.isEmpty() ? Found() : Found(found->items.constFirst()));
        }
    });
    return promise.future();
}

Future<types::Playlist> Server::createPlaylist(
    const QString& title, types::Playlist::Kind kind, std::stop_token stop)
{
    net::Request request = change("POST", u"/playlists"_s);
    request.idempotent = false;
    request.query
        = { { u"type"_s, kindName(kind) }, { u"title"_s, title }, { u"smart"_s, u"0"_s } };
    return async::andThen(
        ask<Page<types::Playlist>>(std::move(request), parsePlaylists, std::move(stop)), this,
        [](const Page<types::Playlist>& page) -> Result<types::Playlist> {
            if (page.items.isEmpty()) {
                return Error { Error::Code::Protocol,
                    tr("The server did not say which playlist it made."), u"POST /playlists"_s, 0,
                    {} };
            }
            return page.items.constFirst();
        });
}

Future<void> Server::tell(net::Request request, std::stop_token stop)
{
    return async::andThen(
        send(std::move(request), std::move(stop)), this, [](const net::Response&) {});
}

Future<void> Server::describePlaylist(const types::RatingKey& playlist, const QString& title,
    const QString& summary, std::stop_token stop)
{
    net::Request request = change("PUT", pathOf(playlist));
    request.query = { { u"title"_s, title }, { u"summary"_s, summary } };
    return tell(std::move(request), std::move(stop));
}

Future<void> Server::deletePlaylist(const types::RatingKey& playlist, std::stop_token stop)
{
    return tell(change("DELETE", pathOf(playlist)), std::move(stop));
}

Future<void> Server::addToPlaylist(const types::RatingKey& playlist, const types::ServerId& server,
    const QList<types::RatingKey>& keys, std::stop_token stop)
{
    QStringList names;
    for (const types::RatingKey& key : keys) {
        names.append(key.value);
    }
    net::Request request = change("PUT", itemsOf(playlist));
    request.idempotent = false;
    request.query = { { u"uri"_s,
        u"server://%1/com.plexapp.plugins.library/library/metadata/%2"_s.arg(
            server.value, names.join(u',')) } };
    return tell(std::move(request), std::move(stop));
}

Future<void> Server::removeFromPlaylist(
    const types::RatingKey& playlist, qint64 playlistItem, std::stop_token stop)
{
    return tell(change("DELETE", itemsOf(playlist) + u'/' + QString::number(playlistItem)),
        std::move(stop));
}

Future<void> Server::moveInPlaylist(
    const types::RatingKey& playlist, qint64 playlistItem, qint64 after, std::stop_token stop)
{
    net::Request request
        = change("PUT", itemsOf(playlist) + u'/' + QString::number(playlistItem) + u"/move"_s);
    if (after != 0) {
        request.query = { { u"after"_s, QString::number(after) } };
    }
    return tell(std::move(request), std::move(stop));
}

Future<void> Server::clearPlaylist(const types::RatingKey& playlist, std::stop_token stop)
{
    return tell(change("DELETE", itemsOf(playlist)), std::move(stop));
}

} // namespace plex
