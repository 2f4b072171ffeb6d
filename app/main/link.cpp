// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/main/link.h"

#include <QRegularExpression>
#include <QUrl>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr qsizetype kLongest = 4096;
constexpr qsizetype kLongestSearch = 200;

std::optional<types::RatingKey> keyIn(const QString& text)
{
    static const QRegularExpression number(u"^[0-9]{1,18}$"_s);
    return number.match(text).hasMatch() ? std::optional(types::RatingKey { text }) : std::nullopt;
}

/// An invalid one for none; nothing for what is no server's identifier.
std::optional<types::ServerId> serverIn(const QString& text)
{
    static const QRegularExpression identifier(u"^[0-9A-Za-z-]{0,64}$"_s);
    return identifier.match(text).hasMatch() ? std::optional(types::ServerId { text })
                                             : std::nullopt;
}

std::optional<Link> ownLink(const QUrl& url)
{
    const QString kind = url.host().toLower();
    const QString rest = url.path(QUrl::FullyDecoded).mid(1);
    if (kind == "search"_L1) {
        const QString words = rest.simplified().left(kLongestSearch);
        return words.isEmpty() ? std::nullopt
                               : std::optional(Link { Link::Kind::Search, {}, {}, words });
    }
    const bool isItem = kind == "album"_L1 || kind == "artist"_L1 || kind == "track"_L1;
    const auto key = keyIn(rest);
    const auto server = serverIn(QUrlQuery(url).queryItemValue(u"server"_s));
    if ((!isItem && kind != "playlist"_L1) || !key || !server) {
        return std::nullopt;
    }
    return Link { isItem ? Link::Kind::Item : Link::Kind::Playlist, *server, *key, {} };
}

std::optional<Link> webLink(const QUrl& url)
{
    static const QRegularExpression page(u"^!/server/([^/?]+)/(details|playlist)\\?(.*)$"_s);
    const auto match = page.match(url.fragment(QUrl::FullyEncoded));
    if (!match.hasMatch()) {
        return std::nullopt;
    }
    const QString path = QUrlQuery(match.captured(3)).queryItemValue(u"key"_s, QUrl::FullyDecoded);
    const bool isPlaylist = path.startsWith("/playlists/"_L1);
    const auto key = keyIn(path.section(u'/', isPlaylist ? 2 : 3, isPlaylist ? 2 : 3));
    const auto server = serverIn(match.captured(1));
    if ((!isPlaylist && !path.startsWith("/library/metadata/"_L1)) || !key || !server) {
        return std::nullopt;
    }
    return Link { isPlaylist ? Link::Kind::Playlist : Link::Kind::Item, *server, *key, {} };
}

} // namespace

bool looksLikeLink(const QString& text)
{
    const QString scheme = QUrl(text.left(kLongest)).scheme().toLower();
    return scheme == "plexm8"_L1 || scheme == "http"_L1 || scheme == "https"_L1;
}

std::optional<Link> parseLink(const QString& text)
{
    const QUrl url(text);
    if (text.size() > kLongest || !url.isValid()) {
        return std::nullopt;
    }
    return url.scheme() == "plexm8"_L1 ? ownLink(url) : webLink(url);
}

} // namespace app
