// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account/plexaccounts.h"
#include "core/types/item.h"

namespace account {

/// Something that can be done only under conditions.
enum class Feature
{
    Browse, ///< the library, from the cache
    Sync,
    LiveUpdates, ///< what changes at the server is seen at once
    Rate, ///< kept as pending changes while offline
    ReadPlaylists,
    Play,
    Manage, ///< what a server lets only its owner do
    PlexPass, ///< the server's own similar tracks, radio and lyrics
    CheckConnection,
    SwitchUser, ///< to another member of the Home
    SignOut, ///< of a plex.tv account
    Discover ///< TMDB
};

/// Whether a feature can be used now. An action that needs it is disabled while it cannot, and
/// shows the reason as its tooltip.
struct Capability
{
    Feature feature = Feature::Browse;
    QString name {}; ///< as the command line's `health` writes it, for example "playlists"
    QString title {}; ///< translated, for example "Playlists"
    bool available = false;
    QString reason {}; ///< translated, a sentence; empty if available
    bool isComing = false; ///< not available yet: the server is just being connected
    bool operator==(const Capability&) const = default;
};

/// What capabilities depend on.
struct Circumstances
{
    enum class Link
    {
        Offline,
        Connecting,
        Refused, ///< the server does not accept the sign-in
        Connected
    };
    bool isServerKnown = false;
    Link link = Link::Offline;
    types::ServerInfo server {}; ///< while connected
    QString owner {}; ///< who shares the server; empty if that is not known
    bool hasCache = false; ///< a library is open, or being opened
    std::optional<PlexAccount> account {}; ///< that gives access to the server
    bool isPlexTvReachable = true; ///< when it was asked last
    bool hasAccounts = false; ///< any, for this server or another
    bool hasTmdbKey = false;
};

/// All features in the order of the enum.
[[nodiscard]] QList<Capability> capabilitiesIn(const Circumstances& circumstances);

} // namespace account
