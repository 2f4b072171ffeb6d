// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/demolibrary.h"

#include "core/library/liveupdates.h"
#include "core/library/tables.h"
#include "core/net/client.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using types::ItemType;
using types::RatingKey;
using util::Error;
using util::Result;

namespace {

quint64 number(const RatingKey& key)
{
    return key.value.toULongLong();
}

QByteArray timeline(const QString& key, int type, int state)
{
    return u"{\"NotificationContainer\":{\"type\":\"timeline\",\"size\":1,\"TimelineEntry\":[{"
           u"\"identifier\":\"com.plexapp.plugins.library\",\"sectionID\":\"2\",\"itemID\":\"%1\","
           u"\"type\":%2,\"state\":%3}]}}"_s.arg(key)
               .arg(type)
               .arg(state)
               .toUtf8();
}

/// A synchronised library that listens.
struct Listening : support::DemoLibrary
{
    explicit Listening(qint64 tracks = 400)
        : DemoLibrary(support::demoOf(tracks))
    {
        isReady = syncNow().has_value();
        QObject::connect(&live, &library::LiveUpdates::wantsSync, &live, [this] {
            ++syncsWanted;
            if (runsSyncs) {
                synced = sync.run(*client, {});
            }
        });
        live.start(*client, library.key());
        isReady = isReady && QTest::qWaitFor([this] { return syncsWanted > 0; })
            && support::await(synced);
        runsSyncs = false;
        syncsWanted = 0;
        (void)server.takeRequests();
    }
    ~Listening() { live.stop(); }

    [[nodiscard]] QList<types::TrackRow> rows(int count) const
    {
        const auto ids = *support::await(library.trackIds({}));
        return *support::await(library.tracks(QList<qint64>(ids.begin(), ids.begin() + count)));
    }
    [[nodiscard]] types::Item cached(const RatingKey& key) const
    {
        return support::await(library.item(key)).value_or(types::Item {});
    }
    /// Requests for single items since the last call.
    int fetches()
    {
        int count = 0;
        for (const auto& request : server.takeRequests()) {
            count += request.path.startsWith(u"/library/metadata/"_s);
        }
        return count;
    }

    bool isReady = false;
    bool runsSyncs = true;
    int syncsWanted = 0;
    util::Future<library::SyncSummary> synced
        = util::async::ready<library::SyncSummary>(library::SyncSummary {});
    library::LiveUpdates live { library, sync, pool, clock };
};

} // namespace

/// What a server tells of itself, in the cache.
class TestLiveUpdates : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aRatingMadeElsewhereIsSeenAtOnce()
    {
        Listening demo;
        QVERIFY(demo.isReady);
        const auto row = demo.rows(1).first();
        QSignalSpy told(&demo.library, &library::Library::changed);
        QVERIFY(demo.server.setRating(number(row.ratingKey), 9.0));
        QVERIFY(told.wait(1000));
        QTRY_COMPARE(demo.rows(1).first().rating, types::Rating::fromPlex(9));
        QCOMPARE(demo.rows(1).first().title, row.title);
    }

    void aBurstIsFetchedTwiceAtMost()
    {
        Listening demo;
        QVERIFY(demo.isReady);
        const auto rows = demo.rows(60);
        for (const auto& row : rows) {
            QVERIFY(demo.server.setRating(number(row.ratingKey), 1.0));
        }
        QTRY_COMPARE(demo.cached(rows.last().ratingKey).userRating, types::Rating::fromPlex(1));
        QTRY_COMPARE(demo.cached(rows.at(30).ratingKey).userRating, types::Rating::fromPlex(1));
        QVERIFY(demo.fetches() <= 4);
    }

    void aRenamedAlbumIsRenamedInItsTracks()
    {
        Listening demo;
        QVERIFY(demo.isReady);
        const auto row = demo.rows(1).first();
        const auto album = *support::await(demo.library.ratingKeys({ row.albumId }));
        QVERIFY(demo.server.renameItem(number(album.first()), u"Zauberberg"_s));
        QTRY_COMPARE(demo.rows(1).first().album, u"Zauberberg"_s);
        const auto found = *support::await(demo.library.search(u"zauberberg"_s, 50));
        QVERIFY(!found.albums.isEmpty() && !found.tracks.isEmpty());
    }

    void whatIsGoneGoes()
    {
        Listening demo;
        QVERIFY(demo.isReady);
        const auto row = demo.rows(1).first();
        const auto album = *support::await(demo.library.ratingKeys({ row.albumId }));
        QVERIFY(demo.server.removeItem(number(album.first())));
        QTRY_VERIFY(!demo.cached(album.first()).ratingKey.isValid());
        QTRY_VERIFY(!demo.cached(row.ratingKey).ratingKey.isValid()); // nobody told of the tracks
    }

    void whatIsSaidToBeGoneAndIsNotStays()
    {
        Listening demo;
        QVERIFY(demo.isReady);
        const auto row = demo.rows(1).first();
        QSignalSpy applied(&demo.live, &library::LiveUpdates::applied);
        demo.server.sendNotification(timeline(row.ratingKey.value, 10, 9));
        QVERIFY(applied.wait());
        QCOMPARE(demo.cached(row.ratingKey).title, row.title);
    }

    void aPlaylistMadeElsewhereAppears()
    {
        Listening demo;
        QVERIFY(demo.isReady);
        const auto row = demo.rows(1).first();
        net::Client http(demo.endpoints.pms, {});
        http.setSecretHeader("X-Plex-Token", demo.endpoints.token);
        net::Request request;
        request.verb = "POST";
        request.path = u"/playlists"_s;
        request.idempotent = false;
        request.query = { { u"type"_s, u"audio"_s }, { u"title"_s, u"From elsewhere"_s },
            { u"smart"_s, u"0"_s },
            { u"uri"_s,
                u"server://%1/com.plexapp.plugins.library/library/metadata/%2"_s.arg(
                    demo.endpoints.machineIdentifier, row.ratingKey.value) } };
        QVERIFY(support::await(http.send(request)));
        const auto made = [&demo]() -> std::optional<types::PlaylistRow> {
            const auto lists = *support::await(demo.library.playlists());
            const auto found
                = std::ranges::find(lists, u"From elsewhere"_s, &types::PlaylistRow::title);
            return found == lists.end() ? std::nullopt : std::optional(*found);
        };
        QTRY_VERIFY(made());
        QTRY_COMPARE(
            support::await(demo.library.playlistSpine(made()->id))->entries.size(), size_t(1));
    }

    void theEndOfAScanAsksForASync()
    {
        Listening demo;
        QVERIFY(demo.isReady);
        const auto scan = [](const QByteArray& event) {
            return "{\"NotificationContainer\":{\"type\":\"activity\",\"size\":1,"
                   "\"ActivityNotification\":[{\"event\":\""
                + event
                + "\",\"uuid\":\"a\",\"Activity\":{\"uuid\":\"a\","
                  "\"type\":\"library.update.section\",\"progress\":-1}}]}}";
        };
        demo.server.sendNotification(scan("started"));
        demo.server.sendNotification(scan("updated"));
        demo.server.sendNotification(scan("ended"));
        QTRY_COMPARE(demo.syncsWanted, 1);
    }

    void moreThanCanBeFetchedOneByOneAsksForASync()
    {
        Listening demo;
        QVERIFY(demo.isReady);
        plex::Notification many;
        for (int i = 0; i <= library::LiveUpdates::kMost; ++i) {
            many.entries.append({ { QString::number(i) }, ItemType::Track, 5 });
        }
        demo.live.take(many);
        QCOMPARE(demo.syncsWanted, 1);
        QCOMPARE(demo.fetches(), 0);
    }

    void afterABreakEverythingIsLookedAtAgain()
    {
        Listening demo;
        QVERIFY(demo.isReady);
        demo.server.dropNotificationSockets();
        QTRY_COMPARE(demo.syncsWanted, 1); // after 1 s
        const auto row = demo.rows(1).first();
        QVERIFY(demo.server.setRating(number(row.ratingKey), 9.0));
        QTRY_COMPARE(demo.cached(row.ratingKey).userRating, types::Rating::fromPlex(9));
    }

    void aTokenThatNotificationsAreRefusedToIsTried()
    {
        Listening demo;
        QVERIFY(demo.isReady);
        QSignalSpy unauthorised(demo.client.get(), &plex::Server::unauthorised);
        demo.server.revokeServerToken();
        demo.server.dropNotificationSockets();
        QVERIFY(unauthorised.wait(15'000)); // though nobody asked for anything
        QCOMPARE(demo.syncsWanted, 0);
    }

    void aServerThatRefusesOnlyNotificationsIsAskedAgainLater()
    {
        Listening demo;
        QVERIFY(demo.isReady);
        demo.live.stop();
        library::LiveUpdates::Timing timing;
        timing.afterRefusal = 1ms;
        demo.live.setTiming(timing);
        QSignalSpy unauthorised(demo.client.get(), &plex::Server::unauthorised);
        demo::Fault fault;
        fault.pathPrefix = u"/:/websockets"_s;
        fault.status = 401;
        fault.times = 2; // the header, and the query
        demo.server.inject(fault);
        demo.live.start(*demo.client, demo.library.key());
        QVERIFY(support::awaitThat([&demo] { return demo.syncsWanted > 0; }));
        QCOMPARE(unauthorised.size(), 0);
        const auto requests = demo.server.takeRequests();
        QStringList ways;
        for (const auto& request : requests) {
            if (request.path.startsWith(u"/:/websockets"_s)) {
                ways.append(request.query.isEmpty() ? u"header"_s : u"query"_s);
            }
        }
        QCOMPARE(ways, QStringList({ u"header"_s, u"query"_s, u"header"_s }));
    }

    void framesThatMakeNoSenseChangeNothing()
    {
        Listening demo;
        QVERIFY(demo.isReady);
        for (const QByteArray& frame :
            { QByteArray("{}"), QByteArray("nonsense"), QByteArray("[1,2"), QByteArray(""),
                QByteArray("{\"NotificationContainer\":7}"), timeline(u"not-there"_s, 10, 5),
                timeline(u"1/../../x"_s, 10, 9), timeline(u"5"_s, 99, 5) }) {
            demo.server.sendNotification(frame);
        }
        const auto row = demo.rows(1).first();
        QVERIFY(demo.server.setRating(number(row.ratingKey), 9.0));
        QTRY_COMPARE(demo.cached(row.ratingKey).userRating, types::Rating::fromPlex(9));
        QCOMPARE(support::await(demo.library.counts())->tracks, 400);
    }

    void anItemThatTheServerCannotShowHoldsNothingUp()
    {
        Listening demo;
        QVERIFY(demo.isReady);
        const auto rows = demo.rows(30);
        const RatingKey bad = rows.at(7).ratingKey;
        demo::Fault fault;
        fault.pathPrefix = u"/library/metadata/"_s;
        fault.key = bad.value;
        fault.status = 500;
        fault.times = -1;
        demo.server.inject(fault);
        for (const auto& row : rows) {
            QVERIFY(demo.server.renameItem(number(row.ratingKey), u"Anew"_s));
        }
        for (const auto& row : rows) {
            QTRY_VERIFY_WITH_TIMEOUT(
                row.ratingKey == bad || demo.cached(row.ratingKey).title == "Anew"_L1, 15'000);
        }
        QSignalSpy applied(&demo.live, &library::LiveUpdates::applied);
        QVERIFY(demo.server.setRating(number(rows.first().ratingKey), 9.0));
        QVERIFY(applied.wait(15'000));
        QCOMPARE(demo.syncsWanted, 0); // it would meet the same item
    }

    void aFetchThatFailsWhileASyncRunsIsNotRepeatedForEver()
    {
        Listening demo;
        QVERIFY(demo.isReady);
        demo.runsSyncs = true;
        demo::Fault slow;
        slow.pathPrefix = u"/playlists"_s;
        slow.delay = 300ms;
        slow.times = -1;
        demo.server.inject(slow);
        demo::Fault fault;
        fault.pathPrefix = u"/library/metadata/"_s;
        fault.status = 403;
        fault.times = 1;
        demo.server.inject(fault);
        const auto row = demo.rows(1).first();
        demo.synced = demo.sync.run(*demo.client, {});
        demo.live.take({ { { row.ratingKey, ItemType::Track, 5 } }, {}, false });
        QVERIFY(support::await(demo.synced));
        QTRY_VERIFY(demo.syncsWanted == 1 && !demo.sync.isRunning());
        QCOMPARE(demo.fetches(), 1);
    }

    void afterTheStopNothingIsAskedOrWritten()
    {
        Listening demo;
        QVERIFY(demo.isReady);
        const auto row = demo.rows(1).first();
        QVERIFY(demo.server.setRating(number(row.ratingKey), 9.0));
        demo.live.stop();
        demo.client.reset(); // a use of it would crash
        const library::CacheKey other { { u"other"_s }, {} };
        QVERIFY(support::await(demo.library.open(other)));
        demo.live.take({ { { row.ratingKey, ItemType::Track, 5 } }, {}, false });
        // Somebody else, who listens with a cache of his own, has the news and has fetched it.
        QTemporaryDir folder;
        library::Library library(demo.threads, folder.path());
        QVERIFY(support::await(library.open(other)));
        library::Sync sync(library, demo.pool, demo.clock);
        library::LiveUpdates listener(library, sync, demo.pool, demo.clock);
        const auto client = demo.makeClient(demo.endpoints.token);
        QSignalSpy connected(&listener, &library::LiveUpdates::wantsSync);
        QSignalSpy applied(&listener, &library::LiveUpdates::applied);
        listener.start(*client, other);
        QVERIFY(connected.wait());
        (void)demo.server.takeRequests();
        QVERIFY(demo.server.setRating(number(row.ratingKey), 3.0));
        QVERIFY(applied.wait());
        listener.stop();
        QCOMPARE(*support::await(demo.library.counts()), library::Counts());
        QCOMPARE(demo.syncsWanted, 0);
        QStringList paths; // asked for once each, by the one who listens
        for (const auto& request : demo.server.takeRequests()) {
            QVERIFY(!paths.contains(request.path));
            paths.append(request.path);
        }
        QVERIFY(!paths.isEmpty());
    }

    void whatIsOnItsWayWhenAnotherCacheIsOpenedIsDropped()
    {
        Listening demo;
        QVERIFY(demo.isReady);
        const auto row = demo.rows(1).first();
        demo::Fault slow;
        slow.pathPrefix = u"/library/metadata"_s;
        slow.delay = std::chrono::milliseconds(200);
        demo.server.inject(slow);
        QVERIFY(demo.server.setRating(number(row.ratingKey), 9.0));
        int asked = 0;
        QTRY_VERIFY((asked += demo.fetches()) > 0); // and not answered yet
        QVERIFY(support::await(demo.library.open({ { u"other"_s }, {} })));
        QSignalSpy applied(&demo.live, &library::LiveUpdates::applied);
        QVERIFY(applied.wait());
        QCOMPARE(*support::await(demo.library.counts()), library::Counts());
    }

    void anOlderPageOfTheSlowReadingDoesNotStay()
    {
        Listening demo;
        QVERIFY(demo.isReady);
        demo.live.stop();
        library::LiveUpdates::Timing timing;
        timing.reconcile = { 1ms, 1ms, 1h, 24h };
        demo.live.setTiming(timing);
        QVERIFY(support::await(demo.library.write([](db::Connection& c, db::ChangeSet&) {
            return c.execute(u"UPDATE section_mark SET reconciled_at = 0 WHERE type = 10"_s);
        })));
        // The page is read from the server at once, and arrives after the news.
        demo::Fault slow;
        slow.pathPrefix = u"/library/sections"_s;
        slow.delay = 1500ms;
        slow.times = 1;
        demo.server.inject(slow);
        demo.live.start(*demo.client, demo.library.key());
        const auto isAsked = [&demo] {
            const auto requests = demo.server.takeRequests();
            return std::ranges::any_of(
                requests, [](const auto& request) { return request.path.endsWith(u"/all"_s); });
        };
        QVERIFY(support::awaitThat(isAsked));
        const auto row = demo.rows(1).first();
        QVERIFY(row.rating != types::Rating::fromPlex(9));
        QVERIFY(demo.server.setRating(number(row.ratingKey), 9.0));
        QTRY_COMPARE(demo.rows(1).first().rating, types::Rating::fromPlex(9));
        const QString due = u"SELECT count(*) FROM section_mark WHERE reconciled_at = 0"_s;
        QTRY_COMPARE(support::await(demo.library.read([due](db::Connection& c, std::stop_token) {
            return c.integer(due);
        })).value_or(-1),
            0);
        QTRY_COMPARE(demo.rows(1).first().rating, types::Rating::fromPlex(9));
    }
};

QTEST_GUILESS_MAIN(TestLiveUpdates)
#include "tst_liveupdates.moc"
