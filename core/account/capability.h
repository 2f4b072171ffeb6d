// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/types/item.h"

#include <QList>
#include <QString>
#include <optional>

namespace account {

/// Something the program can do only under conditions.
enum class Feature
{
    Browse, ///< the library, from the cache
    Sync,
    Rate, ///< kept as pending changes while offline
    ReadPlaylists,
    Play,
    Discover ///< TMDB
};

/// Whether a feature can be used now. A disabled action shows the reason as its tooltip.
struct Capability
{
    Feature feature = Feature::Browse;
    QString name {}; ///< as the command line's `health` writes it, for example "playlists"
    bool available = false;
    QString reason {}; ///< translated; empty if available
    bool operator==(const Capability&) const = default;
};

/// What capabilities depend on.
struct Circumstances
{
    bool isSignedIn = false; ///< a server is known and its token is there
    std::optional<types::ServerInfo> server {}; ///< set while connected
    bool hasCache = false; ///< a library was synced before
    bool hasTmdbKey = false;
};

/// All features in the order of the enum.
[[nodiscard]] QList<Capability> capabilitiesIn(const Circumstances& circumstances);

} // namespace account
