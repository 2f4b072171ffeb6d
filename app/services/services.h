// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services/backups.h"
#include "app/services/paths.h"
#include "core/account/environment.h"
#include "core/account/selfcheck.h"
#include "core/artwork/artwork.h"
#include "core/change/changes.h"
#include "core/library/groupkeeper.h"
#include "core/library/library.h"
#include "core/library/liveupdates.h"
#include "core/library/ondemand.h"
#include "core/library/sync.h"
#include "core/playlist/importing.h"
#include "core/playlist/playlists.h"
#include "core/rating/ratings.h"
#include "core/settings/settings.h"

#include <QThreadPool>

namespace app {

/// The group of the system's secret store that holds the tokens of the profile in @p paths.
/// Profiles do not share one: what one of them signs out of would be gone for the other. Makes the
/// profile's client identifier if it has none.
[[nodiscard]] QString tokenGroup(const Paths& paths, settings::Settings& settings);

/// Every service that works without a window, in dependency order: built from top to bottom,
/// destroyed in reverse. Nothing else in the program builds one of these.
struct Services
{
    enum class Tokens
    {
        Stored, ///< in the system's secret store, or a file where there is none
        InMemory ///< nothing of this run is kept: a demo
    };

    /// @param given  what variables override; a token in it is never stored
    explicit Services(
        Paths folders, account::Environment given = {}, Tokens where = Tokens::Stored);
    ~Services();
    Q_DISABLE_COPY_MOVE(Services)

    Paths paths;
    account::Environment environment;
    util::SystemClock clock;
    QThreadPool pool;
    settings::Settings settings;
    settings::State state;
    account::KeychainTokenStore keychain;
    account::FileTokenStore tokenFile;
    account::FallbackTokenStore storedTokens;
    account::MemoryTokenStore memoryTokens;
    account::TokenStore& tokens; ///< the one of those that this run uses
    account::Accounts accounts;
    account::PlexAccounts plexAccounts;
    account::Pins pins;
    account::Connector connector;
    account::SelfCheck selfCheck;
    db::Threads threads;
    db::Database userFile;
    Backups backups;
    library::Library library;
    library::Sync sync;
    library::LiveUpdates live;
    library::GroupKeeper groups;
    library::OnDemand onDemand;
    change::Changes changes;
    rating::Ratings ratings;
    playlist::Playlists playlists;
    playlist::Importing importing;
    artwork::Artwork artwork;
};

} // namespace app
