// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/account/capability.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace account {
namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("account::Capability", text);
}

Capability when(Feature feature, const QString& name, const QString& reason)
{
    return { feature, name, reason.isEmpty(), reason };
}

} // namespace

QList<Capability> capabilitiesIn(const Circumstances& circumstances)
{
    const bool isOnline = circumstances.isSignedIn && circumstances.server.has_value();
    const QString needsSignIn = tr("Needs a connection to a Plex server. Add one first.");
    const QString needsConnection = !circumstances.isSignedIn ? needsSignIn
        : isOnline                                            ? QString()
                   : tr("The server cannot be reached right now.");
    const QString needsLibrary = isOnline || circumstances.hasCache ? QString() : needsConnection;
    return {
        when(Feature::Browse, u"library"_s, needsLibrary),
        when(Feature::Sync, u"sync"_s, needsConnection),
        when(Feature::Rate, u"rating"_s, circumstances.isSignedIn ? needsLibrary : needsSignIn),
        when(Feature::ReadPlaylists, u"playlists"_s, needsLibrary),
        when(Feature::Play, u"playback"_s, needsConnection),
        when(Feature::Discover, u"discover"_s,
            circumstances.hasTmdbKey ? QString() : tr("Needs a key for TMDB.")),
    };
}

} // namespace account
