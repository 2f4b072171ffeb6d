// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/server.h"
#include "core/library/library.h"
#include "core/library/sync.h"
#include "core/plex/server.h"
#include "tests/support/await.h"

#include <QTemporaryDir>

namespace support {

/// An invented library of this size.
[[nodiscard]] inline demo::Options demoOf(qint64 tracks)
{
    demo::Options options;
    options.tracks = tracks;
    return options;
}

/// The embedded server, a client for it, and an empty open cache: what most tests begin with.
struct DemoLibrary
{
    explicit DemoLibrary(demo::Options options = {})
        : server(std::move(options))
    {
        endpoints = server.start().value();
        client = makeClient(endpoints.token);
        (void)await(library.open({ { endpoints.machineIdentifier }, {} }));
    }

    std::unique_ptr<plex::Server> makeClient(const util::SecretString& token)
    {
        const plex::ClientIdentity identity { QStringLiteral("test-client"),
            QStringLiteral("PlexM8"), QStringLiteral("0"), QStringLiteral("Test"), {},
            QStringLiteral("test"), {} };
        return std::make_unique<plex::Server>(endpoints.pms, token, identity, pool);
    }

    util::Result<library::SyncSummary> syncNow(const library::SyncOptions& options = {})
    {
        // Of 24,000 tracks, with the sanitizers, on a slow machine; it ends what hangs.
        return await(sync.run(*client, options), std::chrono::minutes(3));
    }

    QTemporaryDir folder;
    demo::Server server;
    demo::Endpoints endpoints;
    util::SystemClock clock;
    QThreadPool pool;
    db::Threads threads;
    library::Library library { threads, folder.path() };
    library::Sync sync { library, pool, clock };
    std::unique_ptr<plex::Server> client;
};

} // namespace support
