// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/plays.h"

namespace async = util::async;
using types::Play;
using types::Plays;
using util::Future;
using util::Result;

namespace app {

namespace {

constexpr int kMost = 300;

Future<Plays> cachedPlays(library::Library& library, std::stop_token stop)
{
    library::TrackQuery query;
    query.sort = { { library::TrackSort::LastPlayed, true } };
    return async::andThen(
        library.trackIds(query, stop), &library, [&library, stop](const std::vector<qint64>& ids) {
            const auto count = std::min<std::ptrdiff_t>(kMost, std::ssize(ids));
            return async::andThen(
                library.tracks(QList<qint64>(ids.begin(), ids.begin() + count), stop), &library,
                [](const QList<types::TrackRow>& tracks) {
                    Plays plays;
                    for (const types::TrackRow& track : tracks) {
                        if (track.lastPlayedAt > 0) {
                            plays.list.append({ track.ratingKey, track.title, track.artist,
                                track.album, track.lastPlayedAt });
                        }
                    }
                    return plays;
                });
        });
}

} // namespace

Future<Plays> recentPlays(Services& services, Session& session, std::stop_token stop)
{
    library::Library& library = services.library;
    if (!session.server()) {
        return cachedPlays(library, std::move(stop));
    }
    util::Promise<Plays> promise;
    async::deliver(session.server()->plays(0, kMost, stop), &library,
        [&library, promise, stop](const Result<plex::Page<Play>>& page) {
            // Who is not the owner gets an empty list, which is no answer.
            if (page && !page->items.isEmpty()) {
                promise.finish(Plays { page->items, true });
                return;
            }
            async::deliver(cachedPlays(library, stop), &library,
                [promise](Result<Plays> plays) { promise.finish(std::move(plays)); });
        });
    return promise.future();
}

} // namespace app
