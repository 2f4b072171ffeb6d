// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/clientprofile.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace demo {

namespace {

/// Whether a value such as "aac,mp3" or "*" stands for @p wanted.
bool covers(const QString& list, const QByteArray& wanted)
{
    return list == u"*" || list.split(u',').contains(QString::fromLatin1(wanted));
}

} // namespace

QString ClientProfile::Directive::value(const QString& key) const
{
    for (const auto& [candidate, text] : values) {
        if (candidate == key) {
            return text;
        }
    }
    return {};
}

std::optional<ClientProfile> ClientProfile::of(const Request& request)
{
    static const QStringList builtIn { u"Android"_s, u"Chrome"_s, u"Firefox"_s, u"iOS"_s, u"Roku"_s,
        u"Safari"_s, u"tvOS"_s };
    const QString named = request.valueOrHeader(u"X-Plex-Client-Profile-Name");
    const QString platform = named.isEmpty() ? request.valueOrHeader(u"X-Plex-Platform") : named;
    ClientProfile profile;
    if (builtIn.contains(platform, Qt::CaseInsensitive)) {
        profile.addBuiltIn();
    } else if (platform.compare(u"Generic", Qt::CaseInsensitive) != 0) {
        return std::nullopt; // "Linux" too
    }
    profile.addExtra(request.valueOrHeader(u"X-Plex-Client-Profile-Extra"));
    return profile;
}

void ClientProfile::addBuiltIn()
{
    addExtra(u"add-direct-play-profile(type=musicProfile&container=mp3,mp4,flac&audioCodec=*)+"
             "add-transcode-target(type=musicProfile&context=streaming&protocol=http&container=mp3"
             "&audioCodec=mp3)"_s);
}

/// Reads directives as far as they are whole: a '+' sent bare has become a space on the way, and
/// what is behind it is lost.
void ClientProfile::addExtra(const QString& text)
{
    static const QRegularExpression directive(uR"(\G\+?([a-z-]+)\(([^()]*)\)(?=\+|$))"_s);
    auto found = directive.globalMatch(text);
    while (found.hasNext()) {
        const QRegularExpressionMatch match = found.next();
        m_directives.push_back(
            { match.captured(1), parseQuery(match.captured(2).toUtf8(), Plus::Plus) });
    }
}

bool ClientProfile::directPlays(const AudioFile& file) const
{
    return std::any_of(m_directives.begin(), m_directives.end(), [&file](const Directive& one) {
        return one.name == u"add-direct-play-profile" && one.value(u"type"_s) == u"musicProfile"
            && covers(one.value(u"container"_s), file.container)
            && covers(one.value(u"audioCodec"_s), file.codec);
    });
}

bool ClientProfile::hasMusicTarget(const QString& protocol) const
{
    return std::any_of(m_directives.begin(), m_directives.end(), [&protocol](const Directive& one) {
        return one.name == u"add-transcode-target" && one.value(u"type"_s) == u"musicProfile"
            && one.value(u"context"_s) == u"streaming" && one.value(u"protocol"_s) == protocol
            && !one.value(u"container"_s).isEmpty() && !one.value(u"audioCodec"_s).isEmpty();
    });
}

} // namespace demo
