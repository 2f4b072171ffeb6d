// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/redact.h"

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

// No QRegularExpression in what follows: lines are logged until the very end of the program, when
// its objects, and what it keeps for each thread, are gone.

/// Length of what joins a name to its value at @p at: = or :, also as in a nested URL; 0 = nothing.
qsizetype jointAt(const QString& text, qsizetype at)
{
    const QStringView rest = QStringView(text).sliced(at);
    if (rest.startsWith(u'=') || rest.startsWith(u':')) {
        return 1;
    }
    for (const auto joint : { "%3d"_L1, "%253d"_L1 }) {
        if (rest.startsWith(joint, Qt::CaseInsensitive)) {
            return joint.size();
        }
    }
    return 0;
}

bool isQuote(QChar c)
{
    return c == u'"' || c == u'\'';
}

/// Whether what stands before a joint is the name of a secret, perhaps in quotes.
bool endsWithSecretName(QStringView before)
{
    while (!before.isEmpty() && before.back().isSpace()) {
        before.chop(1);
    }
    if (!before.isEmpty() && isQuote(before.back())) {
        before.chop(1);
    }
    for (const auto name : { "token"_L1, "password"_L1, "passwd"_L1, "pin"_L1, "secret"_L1,
             "authorization"_L1, "apikey"_L1, "api_key"_L1 }) {
        if (before.endsWith(name, Qt::CaseInsensitive)) {
            return true;
        }
    }
    return false;
}

/// Where the value begins behind a joint that ends at @p at.
qsizetype valueAfter(const QString& text, qsizetype at)
{
    const auto skipSpaces = [&text](qsizetype from) {
        while (from < text.size() && text.at(from).isSpace()) {
            ++from;
        }
        return from;
    };
    at = skipSpaces(at);
    if (at < text.size() && isQuote(text.at(at))) {
        ++at;
    }
    for (const auto scheme : { "bearer "_L1, "basic "_L1 }) {
        if (QStringView(text).sliced(at).startsWith(scheme, Qt::CaseInsensitive)) {
            return skipSpaces(at + scheme.size());
        }
    }
    return at;
}

bool isOfValue(QChar c)
{
    return !c.isSpace() && !isQuote(c) && !u"&,;<>}#"_s.contains(c);
}

} // namespace

QString redact(const QString& text)
{
    QString clean;
    qsizetype copied = 0;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const qsizetype joint = jointAt(text, at);
        if (joint == 0 || !endsWithSecretName(QStringView(text).first(at))) {
            continue;
        }
        const qsizetype begin = valueAfter(text, at + joint);
        qsizetype end = begin;
        while (end < text.size() && isOfValue(text.at(end))) {
            ++end;
        }
        if (end > begin) {
            clean += QStringView(text).sliced(copied, begin - copied);
            clean += u'…';
            copied = end;
            at = end - 1;
        }
    }
    clean += QStringView(text).sliced(copied);
    return clean;
}

QString redact(const QUrl& url)
{
    QUrl shown = url;
    // Whoever has the id of a sign-in that waits gets its token.
    constexpr QLatin1StringView kPins { "/api/v2/pins/" };
    const qsizetype pins = url.path().indexOf(kPins);
    if (pins >= 0) {
        shown.setPath(url.path().first(pins + kPins.size()) + u'…');
    }
    QString text = shown.toString(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment);
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
