// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/account/capability.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace account {
namespace {

using Link = Circumstances::Link;

struct CapabilityText
{
    Q_DECLARE_TR_FUNCTIONS(account::Capability)
};

QString needsServer(const Circumstances& now)
{
    return now.isServerKnown
        ? QString()
        : CapabilityText::tr("Needs a connection to a Plex server. Add one first.");
}

QString needsConnection(const Circumstances& now)
{
    if (!now.isServerKnown) {
        return needsServer(now);
    }
    switch (now.link) {
    case Link::Connected:
        return {};
    case Link::Connecting:
        return CapabilityText::tr("The server is just being connected.");
    case Link::Refused:
        return CapabilityText::tr(
            "The server does not accept this sign-in any more. Connect again.");
    case Link::Offline:
        break;
    }
    return CapabilityText::tr("Offline: the server cannot be reached right now.");
}

QString needsOwner(const Circumstances& now)
{
    QString connection = needsConnection(now);
    if (!connection.isEmpty() || now.server.isOwner) {
        return connection;
    }
    return now.owner.isEmpty() ? CapabilityText::tr("Needs the server's owner.")
                               : CapabilityText::tr("Needs the server's owner, %1.").arg(now.owner);
}

QString needsPass(const Circumstances& now)
{
    QString connection = needsConnection(now);
    if (!connection.isEmpty() || now.server.hasPlexPass) {
        return connection;
    }
    return now.server.isOwner
        ? CapabilityText::tr("Needs Plex Pass.")
        : CapabilityText::tr(
            "Needs Plex Pass. The server tells only its owner whether it has one.");
}

QString needsHome(const Circumstances& now)
{
    if (!now.isServerKnown) {
        return needsServer(now);
    }
    if (!now.account) {
        return CapabilityText::tr("Needs a Plex account: this server was added by its address.");
    }
    if (!now.account->hasHome) {
        return CapabilityText::tr("Needs a Plex Home: this account belongs to none.");
    }
    return now.isPlexTvReachable
        ? QString()
        : CapabilityText::tr("Offline: plex.tv cannot be reached right now.");
}

} // namespace

QList<Capability> capabilitiesIn(const Circumstances& now)
{
    const QString connection = needsConnection(now);
    const QString library = now.hasCache ? QString() : connection;
    const bool isConnecting = now.isServerKnown && now.link == Link::Connecting;
    const auto when
        = [&](Feature feature, const QString& name, const QString& title, const QString& reason) {
              const bool isComing = isConnecting && reason == connection;
              return Capability { feature, name, title, reason.isEmpty(), reason, isComing };
          };
    return {
        when(Feature::Browse, u"library"_s, CapabilityText::tr("Library"), library),
        when(Feature::Sync, u"sync"_s, CapabilityText::tr("Synchronising"), connection),
        when(Feature::LiveUpdates, u"live"_s, CapabilityText::tr("Live updates"), connection),
        when(Feature::Rate, u"rating"_s, CapabilityText::tr("Rating"),
            now.isServerKnown ? library : needsServer(now)),
        when(Feature::ReadPlaylists, u"playlists"_s, CapabilityText::tr("Playlists"), library),
        when(Feature::Play, u"playback"_s, CapabilityText::tr("Playing"), connection),
        when(Feature::Manage, u"manage"_s, CapabilityText::tr("Managing the server"),
            needsOwner(now)),
        when(Feature::PlexPass, u"plex_pass"_s,
            CapabilityText::tr("The server's similar tracks and lyrics"), needsPass(now)),
        when(Feature::CheckConnection, u"check"_s, CapabilityText::tr("Checking the connection"),
            needsServer(now)),
        when(
            Feature::SwitchUser, u"users"_s, CapabilityText::tr("Switching users"), needsHome(now)),
        when(Feature::SignOut, u"sign_out"_s, CapabilityText::tr("Signing out"),
            now.hasAccounts ? QString() : CapabilityText::tr("No Plex account is signed in.")),
        when(Feature::Discover, u"discover"_s, CapabilityText::tr("Films and series from TMDB"),
            now.hasTmdbKey ? QString() : CapabilityText::tr("Needs a key for TMDB.")),
    };
}

} // namespace account
