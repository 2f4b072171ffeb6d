// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/liveupdates.h"
#include "core/library/tables.h"
#include "core/net/client.h"
#include "tests/bench/figures.h"
#include "tests/support/await.h"

#include <QCoreApplication>
#include <QLoggingCategory>
#include <QTextStream>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int kChanges = 100;
constexpr int kDeltas = 5;
constexpr int kRatings = 20;

/// The server with its cache, and another client that changes things there.
struct World
{
    World(const QUrl& url, const util::SecretString& token, const QString& folder)
        : library(threads, folder)
        , server(url, token, { u"bench"_s, u"PlexM8"_s, u"0"_s, {}, {}, {}, {} }, pool)
        , other(url, {})
    {
        other.setSecretHeader("X-Plex-Token", token);
    }

    /// Somebody rates or plays a track elsewhere.
    [[nodiscard]] util::Future<net::Response> put(
        const QString& path, const QString& key, const QString& rating = {})
    {
        net::Request request;
        request.verb = "PUT";
        request.path = path;
        request.query
            = { { u"key"_s, key }, { u"identifier"_s, u"com.plexapp.plugins.library"_s } };
        if (!rating.isEmpty()) {
            request.query.emplaceBack(u"rating"_s, rating);
        }
        return other.send(request);
    }
    /// Tracks spread over the library, others for each @p turn.
    [[nodiscard]] QList<types::TrackRow> tracks(int count, int turn)
    {
        const auto ids = *support::await(library.trackIds({}));
        QList<qint64> some;
        for (int i = 0; i < count; ++i) {
            some.append(ids.at((size_t(turn) * 7919 + size_t(i) * 104'729) % ids.size()));
        }
        return *support::await(library.tracks(some));
    }

    util::SystemClock clock;
    QThreadPool pool;
    db::Threads threads;
    library::Library library;
    library::Sync sync { library, pool, clock };
    library::LiveUpdates live { library, sync, pool, clock };
    plex::Server server;
    net::Client other;
};

/// Milliseconds of one sync after kChanges changes; -1 if they did not arrive.
double delta(World& world, int turn)
{
    const auto rows = world.tracks(kChanges, turn);
    for (int i = 0; i < kChanges; ++i) {
        const QString key = rows.at(i).ratingKey.value;
        const auto done = i % 3 == 0
            ? world.put(u"/:/scrobble"_s, key)
            : world.put(u"/:/rate"_s, key, QString::number((i + turn) % 10 + 1));
        if (!support::await(done)) {
            return -1;
        }
    }
    QElapsedTimer timer;
    timer.start();
    const auto summary = support::await(world.sync.run(world.server, {}), 1min);
    const double time = double(timer.nsecsElapsed()) / 1e6;
    return summary && summary->updated >= kChanges - 2 ? time : -1; // a rating may be as it was
}

/// Milliseconds from the request of another client to the new row read from the cache.
double notice(World& world, int turn)
{
    const types::TrackRow row = world.tracks(1, turn + 1000).first();
    const double rating = row.rating && row.rating->plex() == 4 ? 6 : 4;
    bool isSeen = false;
    QObject context;
    QObject::connect(
        &world.library, &library::Library::changed, &context, [&](const db::ChangeSet& changes) {
            if (changes.in(library::kItemTable).changed.contains(row.id.value)) {
                const auto now = world.library.tracks({ row.id.value });
                util::async::deliver(now, &context, [&](const auto& rows) {
                    isSeen |= rows && rows->first().rating == types::Rating::fromPlex(rating);
                });
            }
        });
    QElapsedTimer timer;
    timer.start();
    const auto put = world.put(u"/:/rate"_s, row.ratingKey.value, QString::number(rating));
    const bool isDone = support::awaitThat([&isSeen] { return isSeen; }, 5s);
    const double time = double(timer.nsecsElapsed()) / 1e6;
    return isDone && support::await(put) ? time : -1;
}

} // namespace

/// bench_news URL TOKEN_VARIABLE FOLDER: what comes after the first sync of bench_sync into FOLDER.
/// Prints one row: a sync after 100 ratings and plays made elsewhere (ms, median and worst), and a
/// rating made elsewhere until it is read from the cache (ms, median and worst).
int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    if (words.size() != 4) {
        QTextStream(stderr) << "bench_news URL VARIABLE FOLDER\n";
        return 2;
    }
    QLoggingCategory::setFilterRules(u"*.info=false"_s);
    World world(
        QUrl(words.at(1)), util::SecretString(qgetenv(qPrintable(words.at(2)))), words.at(3));
    const auto info = support::await(world.server.info());
    if (!info || !support::await(world.library.open({ info->id, {} }))
        || !support::await(world.sync.run(world.server, {}), 5min)) { // the server sorts anew
        return 1;
    }
    QList<double> deltas;
    for (int i = 0; i < kDeltas; ++i) {
        deltas.append(delta(world, i));
    }
    int syncs = 0;
    QObject::connect(&world.live, &library::LiveUpdates::wantsSync, &world.live, [&] { ++syncs; });
    world.live.start(world.server, world.library.key());
    if (!support::awaitThat([&syncs] { return syncs > 0; })) {
        return 1;
    }
    QList<double> notices;
    for (int i = 0; i < kRatings; ++i) {
        notices.append(notice(world, i));
        support::turn(500ms); // each on its own
    }
    world.live.stop();
    if (deltas.contains(-1) || notices.contains(-1)) {
        QTextStream(stderr) << "something did not arrive\n";
        return 1;
    }
    QTextStream(stdout) << u"%1\t%2\t%3\t%4\n"_s.arg(bench::median(deltas), 0, 'f', 0)
                               .arg(*std::ranges::max_element(deltas), 0, 'f', 0)
                               .arg(bench::median(notices), 0, 'f', 0)
                               .arg(*std::ranges::max_element(notices), 0, 'f', 0);
    return 0;
}
