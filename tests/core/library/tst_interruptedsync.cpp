// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/demolibrary.h"

#include "core/library/tables.h"

#include <QTest>

using namespace Qt::StringLiterals;
using util::Error;
using util::Result;

class TestInterruptedSync : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aFailureKeepsWhatIsCommittedAndTheNextSyncGoesOnThere()
    {
        support::DemoLibrary demo(support::demoOf(12'000));
        demo::Fault fault;
        fault.pathPrefix = u"/library/sections"_s;
        fault.times = -1;
        fault.status = 500;
        // The tracks' later pages fail: the fault comes with the first row of tracks written.
        const auto when = connect(&demo.sync, &library::Sync::progressed, this,
            [&demo, fault](const QString&, qint64 done, qint64 total) {
                if (total == 12'000 && done >= 2000) {
                    demo.server.inject(fault);
                }
            });
        const auto failed = demo.syncNow();
        disconnect(when);
        QVERIFY(!failed);
        QCOMPARE(failed.error().code, Error::Code::Server);
        const qint64 kept = support::await(demo.library.counts())->tracks;
        QVERIFY(kept >= 2000 && kept < 12'000);
        demo.server.clearFaults();
        (void)demo.server.takeRequests();
        const auto resumed = demo.syncNow();
        QCOMPARE(resumed->counts.tracks, 12'000);
        for (const auto& request : demo.server.takeRequests()) {
            if (request.value(u"type"_s) == "10"_L1) {
                QVERIFY(request.headers.value("x-plex-container-start").toInt() >= 2000);
            }
        }
    }

    void nothingIsWrittenPastAPageThatFailed()
    {
        support::DemoLibrary demo(support::demoOf(8000));
        const auto tracksIn
            = [](db::Connection& c) { return c.integer(u"SELECT count(*) FROM track_order"_s); };
        demo.sync.setAfterPage([tracksIn](db::Connection& c, db::ChangeSet&) -> Result<void> {
            const auto tracks = tracksIn(c);
            if (tracks && *tracks >= 3000) {
                return Error { Error::Code::Storage, u"The disk is full."_s, {}, 0, {} };
            }
            return {};
        });
        QCOMPARE(demo.syncNow().error().code, Error::Code::Storage);
        const auto written = *support::await(demo.library.write(
            [tracksIn](db::Connection& c, db::ChangeSet&) { return tracksIn(c); }));
        QVERIFY(written < 3000); // though pages after it were with the writer already
        const auto position
            = *support::await(demo.library.write([](db::Connection& c, db::ChangeSet&) {
                  return c.integer(u"SELECT max(next_start) FROM section_sync WHERE type = 10"_s);
              }));
        QCOMPARE(position, written);
        demo.sync.setAfterPage({});
        QCOMPARE(demo.syncNow()->counts.tracks, 8000);
    }

    void ranksThatAnInterruptedSyncLeftOutAreMadeByTheNext()
    {
        support::DemoLibrary demo(support::demoOf(1500));
        const QString tracks = u"SELECT count(*) FROM track_order"_s;
        const QString unranked = tracks + u" WHERE default_rank = 9223372036854775807"_s;
        const auto count = [&demo](const QString& sql) {
            return *support::await(demo.library.read(
                [sql](db::Connection& c, std::stop_token) { return c.integer(sql); }));
        };
        demo::Fault fault;
        fault.pathPrefix = u"/library/sections/3"_s; // read after the music
        fault.times = -1;
        fault.status = 500;
        demo.server.inject(fault);
        QCOMPARE(demo.syncNow().error().code, Error::Code::Server);
        QCOMPARE(count(tracks), 1500);
        QCOMPARE(count(unranked), 1500);
        demo.server.clearFaults();
        const auto summary = demo.syncNow();
        QVERIFY(summary);
        QCOMPARE(count(unranked), 0);
    }

    void afterAStopTheServerIsNotTouched_data()
    {
        QTest::addColumn<qint64>("doneOfTracks");
        QTest::newRow("within tracks") << qint64(1000);
        QTest::newRow("after the last track") << qint64(9000);
        QTest::newRow("before the entries of a playlist") << qint64(0);
    }
    void afterAStopTheServerIsNotTouched()
    {
        QFETCH(qint64, doneOfTracks);
        support::DemoLibrary demo(support::demoOf(9000)); // written by three transactions at least
        std::stop_source stop;
        const auto leave = [&stop, &demo] {
            stop.request_stop();
            demo.client.reset(); // a use of it would crash
        };
        connect(&demo.sync, &library::Sync::progressed, this,
            [&](const QString&, qint64 done, qint64 total) {
                if (doneOfTracks > 0 && done >= doneOfTracks && total == 9000 && demo.client) {
                    leave();
                }
            });
        connect(&demo.library, &library::Library::changed, this, [&](const db::ChangeSet& set) {
            if (doneOfTracks == 0 && set.touches(library::kPlaylistTable)) {
                leave(); // the lists are known, none of their entries is asked for yet
            }
        });
        const auto result = support::await(demo.sync.run(*demo.client, {}, stop.get_token()));
        QVERIFY(!demo.client);
        QCOMPARE(result.error().code, Error::Code::Cancelled);
        QCOMPARE(support::await(demo.library.counts())->syncedAt, 0);
    }

    void aSyncThatIsStoppedBeforeItStartsAsksNothing()
    {
        support::DemoLibrary demo(support::demoOf(100));
        std::stop_source stop;
        stop.request_stop();
        const auto result = support::await(demo.sync.run(*demo.client, {}, stop.get_token()));
        QCOMPARE(result.error().code, Error::Code::Cancelled);
        QVERIFY(demo.server.takeRequests().isEmpty());
    }

    void aStopAfterTheLastPlaylistLeavesTheSyncIncomplete()
    {
        int written = 0;
        {
            support::DemoLibrary demo(support::demoOf(100));
            connect(&demo.library, &library::Library::changed, this,
                [&written](const db::ChangeSet& set) {
                    written += set.touches(library::kPlaylistEntryTable);
                });
            QVERIFY(demo.syncNow());
            QVERIFY(written > 0);
        }
        support::DemoLibrary demo(support::demoOf(100));
        std::stop_source stop;
        connect(&demo.library, &library::Library::changed, this,
            [&written, &stop](const db::ChangeSet& set) {
                written -= set.touches(library::kPlaylistEntryTable);
                if (written == 0) {
                    stop.request_stop();
                }
            });
        const auto result = support::await(demo.sync.run(*demo.client, {}, stop.get_token()));
        QCOMPARE(result.error().code, Error::Code::Cancelled);
        QCOMPARE(support::await(demo.library.counts())->syncedAt, 0);
    }

    void whatWasReadForOneCacheIsNotWrittenIntoAnother()
    {
        support::DemoLibrary demo(support::demoOf(1500));
        const library::CacheKey own = demo.library.key();
        const library::CacheKey other { { u"other"_s }, {} };
        util::Future<void> opened = util::async::ready<void>(Error::cancelled());
        connect(&demo.sync, &library::Sync::progressed, this,
            [&](const QString&, qint64 done, qint64 total) {
                if (total == 1500 && done == 1000) {
                    opened = demo.library.open(other);
                }
            });
        const auto result = demo.syncNow();
        QCOMPARE(result.error().code, Error::Code::Cancelled);
        QVERIFY(support::await(opened));
        QCOMPARE(demo.library.key(), other);
        const auto counts = *support::await(demo.library.counts());
        QCOMPARE(counts, library::Counts());
        QVERIFY(support::await(demo.library.open(own)));
        QVERIFY(support::await(demo.library.counts())->tracks >= 1000);
        QCOMPARE(demo.syncNow()->counts.tracks, 1500);
    }

    void stoppingIsCancelledAndLeavesAUsableCache()
    {
        support::DemoLibrary demo(support::demoOf(4000));
        std::stop_source stop;
        connect(&demo.sync, &library::Sync::progressed, this,
            [&stop](const QString&, qint64, qint64 total) {
                if (total == 4000) {
                    stop.request_stop();
                }
            });
        const auto result = support::await(demo.sync.run(*demo.client, {}, stop.get_token()));
        QCOMPARE(result.error().code, Error::Code::Cancelled);
        QVERIFY(!demo.sync.isRunning());
        const auto ids = *support::await(demo.library.trackIds({}));
        QVERIFY(ids.size() >= 1000);
        const auto rows = *support::await(demo.library.tracks({ ids.front(), ids.back() }));
        QCOMPARE(rows.size(), 2);
        QVERIFY(!rows.at(0).title.isEmpty() && rows.at(1).albumId.isValid());
    }
};

QTEST_GUILESS_MAIN(TestInterruptedSync)
#include "tst_interruptedsync.moc"
