// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/services.h"

#include "core/account/identity.h"
#include "core/playlist/describeoperation.h"
#include "core/playlist/editoperation.h"
#include "core/playlist/listoperation.h"
#include "core/rating/rateoperation.h"

using namespace Qt::StringLiterals;

namespace app {

namespace {

/// plex.tv, or what stands in for it.
plex::CloudHosts hostsIn(const account::Environment& environment)
{
    return environment.plexTv.isEmpty()
        ? plex::CloudHosts {}
        : plex::CloudHosts { environment.plexTv, environment.plexTv };
}

} // namespace

QString tokenGroup(const Paths& paths, settings::Settings& settings)
{
    const QString name = u"PlexM8"_s;
    return paths.data == Paths::standard().data
        ? name
        : name + u' ' + account::identityOf(settings).clientIdentifier.first(8);
}

Services::Services(Paths folders, account::Environment given, Tokens where)
    : paths(std::move(folders))
    , environment(std::move(given))
    , settings(paths.config + u"/settings.ini"_s)
    , state(paths.config + u"/state.ini"_s)
    , keychain(tokenGroup(paths, settings))
    , tokenFile(paths.data + u"/tokens"_s)
    , storedTokens(keychain, tokenFile)
    , tokens(where == Tokens::Stored ? static_cast<account::TokenStore&>(storedTokens)
                                     : static_cast<account::TokenStore&>(memoryTokens))
    , accounts(settings, tokens)
    , plexAccounts(settings, tokens, pool, hostsIn(environment))
    , pins(settings)
    , connector(settings, plexAccounts, pins, pool)
    , selfCheck(settings, plexAccounts, connector, pins, pool)
    , userFile(threads, { paths.data + u"/user.db"_s, u":/sql/user"_s, true })
    , backups(userFile, paths.data + u"/backups"_s, clock, pool)
    , library(threads, paths.cache + u"/libraries"_s)
    , sync(library, pool, clock)
    , live(library, sync, pool, clock)
    , groups(library, sync)
    , onDemand(library, clock)
    , changes(userFile, library, clock)
    , ratings(changes, library, clock)
    , playlists(changes, library)
    , importing(library, userFile, pool, clock)
    , artwork({ paths.cache + u"/artwork"_s }, pool, clock)
{
    settings.saveIn(pool);
    state.saveIn(pool);
    changes.add(std::make_shared<rating::RateOperation>());
    changes.add(std::make_shared<playlist::EditOperation>(changes.aliases()));
    changes.add(std::make_shared<playlist::ListOperation>(changes.aliases()));
    changes.add(std::make_shared<playlist::DescribeOperation>(changes.aliases()));
    changes.follow(sync);
    // Pictures on disk are the open library's, with a connection or without.
    QObject::connect(&library, &library::Library::opened, &artwork,
        [this] { artwork.setSource(nullptr, library.key().server); });
}

Services::~Services()
{
    pool.clear();
    pool.waitForDone(); // its jobs may use the services above it in the list
}

} // namespace app
