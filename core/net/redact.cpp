// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/redact.h"

#include <QRegularExpression>
#include <QStringList>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace net {
namespace {

bool isHarmless(const QString& key)
{
    static const QStringList keys { u"type"_s, u"sort"_s, u"smart"_s, u"playlistType"_s, u"width"_s,
        u"height"_s, u"state"_s, u"X-Plex-Container-Start"_s, u"X-Plex-Container-Size"_s };
    return keys.contains(key);
}

} // namespace

QString redact(const QString& text)
{
    // The name, what joins it to its value (=, :, quotes, %3D of a nested URL), then the value.
    static const QRegularExpression secret(
        uR"(((?:x-plex-token|access_?token|auth_?token|api_?key|token|password|passwd|pin|secret|authorization)["']?\s*(?:=|:|%3d|%253d)\s*["']?(?:bearer\s+|basic\s+)?))"
        uR"([^\s"'&,;<>}#]+)"_s,
        QRegularExpression::CaseInsensitiveOption);
    QString clean = text;
    clean.replace(secret, u"\\1…"_s);
    return clean;
}

QString redact(const QUrl& url)
{
    QString text = url.toString(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment);
    QStringList pairs;
    const auto items = QUrlQuery(url).queryItems(QUrl::PrettyDecoded);
    for (const auto& [key, value] : items) {
        pairs.append(isHarmless(key) ? key + u'=' + value : redact(key) + u"=…"_s);
    }
    if (!pairs.isEmpty()) {
        text += u'?' + pairs.join(u'&');
    }
    return redact(text);
}

} // namespace net
