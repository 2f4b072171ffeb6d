// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/demolibrary.h"

#include "core/library/tables.h"

#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;
using util::Error;
using util::Result;

namespace {

/// The keys that the server gave some of the tracks that have been read.
QList<quint64> trackKeys(const support::DemoLibrary& demo, qsizetype count)
{
    const auto keys
        = demo.library.read([count](db::Connection& c, std::stop_token) -> Result<QList<quint64>> {
              QList<quint64> list;
              auto s = c.prepare("SELECT rating_key FROM item WHERE type = 10 ORDER BY id LIMIT ?");
              s.bind(qint64(count));
              while (s.next()) {
                  list.append(s.text(0).toULongLong());
              }
              return list;
          });
    return *support::await(keys);
}

} // namespace

class TestSync : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theFirstSyncBringsEverySectionType()
    {
        support::DemoLibrary demo(support::demoOf(2500));
        const auto summary = demo.syncNow();
        QVERIFY2(summary, summary ? "" : qPrintable(summary.error().detail));
        QCOMPARE(summary->counts.tracks, 2500);
        QVERIFY(summary->counts.albums > 100);
        QVERIFY(summary->counts.artists > 20);
        QVERIFY(summary->counts.movies > 0);
        QVERIFY(summary->counts.shows > 0);
        QVERIFY(summary->counts.episodes > summary->counts.shows);
        QVERIFY(summary->counts.playlists > 0);
        QVERIFY(summary->counts.syncedAt > 0);
        const auto lists = *support::await(demo.library.playlists());
        QVERIFY(std::ranges::any_of(lists, [](const auto& list) { return list.count > 100; }));
    }

    void theListCanBeReadFromTheFirstPageOn()
    {
        support::DemoLibrary demo(support::demoOf(6000));
        std::optional<util::Future<std::vector<qint64>>> early;
        connect(&demo.sync, &library::Sync::progressed, this,
            [&demo, &early](const QString&, qint64 done, qint64 total) {
                if (total == 6000 && done < total && !early) {
                    early = demo.library.trackIds({});
                }
            });
        QVERIFY(demo.syncNow());
        QVERIFY(early);
        const auto rows = support::await(*early);
        QVERIFY(rows->size() >= 1000 && rows->size() < 6000);
    }

    void pagesAreAskedForWithBothHeadersAndTheTokenIsInNoUrl()
    {
        support::DemoLibrary demo(support::demoOf(2500));
        QVERIFY(demo.syncNow());
        const QString token = QString::fromUtf8(demo.endpoints.token.reveal());
        int pages = 0;
        for (const auto& request : demo.server.takeRequests()) {
            for (const auto& [key, value] : request.query) {
                QVERIFY2(!value.contains(token), qPrintable(request.path));
            }
            if (request.path.endsWith(u"/all"_s)) {
                ++pages;
                QVERIFY(request.headers.contains("x-plex-container-start"));
                const int size = request.headers.value("x-plex-container-size").toInt();
                QVERIFY(size > 0 && size <= 2000);
            }
        }
        QVERIFY(pages >= 3 + 3 + 1); // three pages of tracks, one each of the others
    }

    void theSecondSyncWritesNothing()
    {
        support::DemoLibrary demo(support::demoOf(500));
        QVERIFY(demo.syncNow());
        int commits = 0;
        connect(&demo.library, &library::Library::changed, this,
            [&commits](const db::ChangeSet& set) { commits += set.touches(library::kItemTable); });
        const auto again = demo.syncNow();
        QCOMPARE(again->added, 0);
        QCOMPARE(again->updated, 0);
        QCOMPARE(again->removed, 0);
        QCOMPARE(commits, 0);
    }

    void whatSomebodyElseChangedArrives()
    {
        support::DemoLibrary demo(support::demoOf(500));
        QVERIFY(demo.syncNow());
        const auto ids = *support::await(demo.library.trackIds({}));
        const auto rows = *support::await(demo.library.tracks({ ids.at(0), ids.at(1), ids.at(2) }));
        QVERIFY(demo.server.renameItem(rows.at(0).ratingKey.value.toULongLong(), u"Renamed"_s));
        QVERIFY(demo.server.setRating(rows.at(1).ratingKey.value.toULongLong(), 7.0));
        QVERIFY(demo.server.removeItem(rows.at(2).ratingKey.value.toULongLong()));
        const auto summary = demo.syncNow();
        QCOMPARE(summary->removed, 1);
        const auto now = *support::await(demo.library.tracks({ ids.at(0), ids.at(1) }));
        QCOMPARE(now.at(0).title, u"Renamed"_s);
        QCOMPARE(now.at(1).rating->plex(), 7.0);
        QVERIFY(support::await(demo.library.tracks({ ids.at(2) }))->isEmpty());
    }

    void shortPagesAndMissingTotalsLoseNothing()
    {
        demo::Options options = support::demoOf(2300);
        options.maximumPageRows = 130;
        options.omitsTotalSize = true;
        support::DemoLibrary demo(options);
        const auto summary = demo.syncNow();
        QVERIFY(summary);
        QCOMPARE(summary->counts.tracks, 2300);
    }

    /// As behind a proxy that drops the headers of paging.
    void everythingEachTimeIsReadOnce_data()
    {
        QTest::addColumn<int>("tracks");
        QTest::newRow("less than a page") << 300;
        QTest::newRow("more than a page") << 2300;
    }

    void everythingEachTimeIsReadOnce()
    {
        QFETCH(int, tracks);
        demo::Options options = support::demoOf(tracks);
        options.ignoresPaging = true;
        support::DemoLibrary demo(options);
        const auto summary = demo.syncNow();
        QVERIFY(summary);
        QCOMPARE(summary->counts.tracks, tracks);
        const auto again = demo.syncNow();
        QVERIFY(again);
        QCOMPARE(again->counts.tracks, tracks);
        const auto there = support::await(demo.client->playlists());
        const auto lists = support::await(demo.library.playlists());
        QVERIFY(there && lists);
        QVERIFY(!lists->isEmpty());
        for (const types::PlaylistRow& list : *lists) {
            const auto its = std::ranges::find(*there, list.ratingKey, &types::Playlist::ratingKey);
            QVERIFY(its != there->end());
            const auto spine = support::await(demo.library.playlistSpine(list.id));
            QVERIFY(spine);
            QCOMPARE(int(spine->entries.size()), its->leafCount);
        }
    }

    /// They would be in the way of what the writer waits for; in a long run they do not wait.
    void playlistsComeOnceTracksAreWritten()
    {
        support::DemoLibrary demo(support::demoOf(300));
        QVERIFY(demo.syncNow());
        qsizetype lists = -1;
        qsizetype tracks = -1;
        const auto requests = demo.server.takeRequests();
        for (qsizetype i = 0; i < requests.size(); ++i) {
            const auto& request = requests.at(i);
            if (lists < 0 && request.path == u"/playlists") {
                lists = i;
            }
            if (tracks < 0 && request.value(u"type"_s) == u"10") {
                tracks = i;
            }
        }
        QVERIFY(tracks >= 0);
        QVERIFY2(lists > tracks, qPrintable(u"%1 %2"_s.arg(lists).arg(tracks)));
    }

    void playlistsDoNotWaitForAServerThatIsSlow()
    {
        support::DemoLibrary demo(support::demoOf(300));
        demo::Fault slow;
        slow.pathPrefix = u"/library/sections/1/all"_s; // the first that is read
        slow.delay = std::chrono::seconds(6);
        demo.server.inject(slow);
        const auto run = demo.sync.run(*demo.client, {});
        const auto hasLists = [&demo] {
            const auto lists = support::await(demo.library.playlists());
            return lists && !lists->isEmpty();
        };
        QVERIFY(support::awaitThat(hasLists, std::chrono::seconds(5)));
        QVERIFY(!run.isFinished());
        QVERIFY(support::await(run, std::chrono::seconds(50)));
    }

    void shortPagesWithATotalLoseNothing()
    {
        demo::Options options = support::demoOf(2300);
        options.maximumPageRows = 170;
        support::DemoLibrary demo(options);
        QCOMPARE(demo.syncNow()->counts.tracks, 2300);
    }

    void aLibraryThatShrinksWhileItIsPagedIsReadToItsEnd()
    {
        support::DemoLibrary demo(support::demoOf(5001));
        // The tracks' first four pages are answered from the whole library, the last two, which
        // are asked for before the next answer arrives, from one without two of its tracks.
        demo::Fault slow;
        slow.pathPrefix = u"/library/sections/2/all"_s;
        slow.times = -1;
        slow.delay = std::chrono::milliseconds(250);
        demo.server.inject(slow);
        QList<quint64> victims;
        int pages = 0;
        QTimer look;
        connect(&look, &QTimer::timeout, this, [&] {
            for (const auto& request : demo.server.takeRequests()) {
                pages += request.value(u"type"_s) == "10"_L1;
            }
            if (pages >= 4 && victims.isEmpty()) {
                victims = trackKeys(demo, 2);
                for (const quint64 key : victims) {
                    QVERIFY(demo.server.removeItem(key));
                }
            }
        });
        look.start(std::chrono::milliseconds(5));
        const auto summary = demo.syncNow();
        look.stop();
        QVERIFY2(summary, summary ? "" : qPrintable(util::codeName(summary.error().code)));
        QCOMPARE(victims.size(), 2);
        QVERIFY(summary->counts.playlists > 0);
        QVERIFY(summary->counts.syncedAt > 0);
        demo.server.clearFaults();
        QCOMPARE(demo.syncNow()->counts.tracks, 4999);
    }

    void oneSectionAloneDoesNotMakeTheOthersComplete()
    {
        support::DemoLibrary demo(support::demoOf(300));
        QVERIFY(demo.syncNow({ { u"1"_s }, false }));
        const auto counts = *support::await(demo.library.counts());
        QVERIFY(counts.movies > 0);
        QCOMPARE(counts.tracks, 0);
        QCOMPARE(counts.syncedAt, 0);
        QCOMPARE(demo.syncNow()->counts.tracks, 300);
    }

    void aSectionThatIsNotThereIsSaid()
    {
        support::DemoLibrary demo(support::demoOf(100));
        QCOMPARE(demo.syncNow({ { u"999"_s }, false }).error().code, Error::Code::NotFound);
        QVERIFY(!demo.sync.isRunning());
    }

    void onlyOneSyncRunsAtATime()
    {
        support::DemoLibrary demo(support::demoOf(100));
        const auto first = demo.sync.run(*demo.client, {});
        const auto second = support::await(demo.sync.run(*demo.client, {}));
        QCOMPARE(second.error().code, Error::Code::Conflict);
        QVERIFY(support::await(first));
    }

    void aRefusedTokenIsSaid()
    {
        support::DemoLibrary demo(support::demoOf(100));
        demo.client = demo.makeClient(util::SecretString("wrong"));
        QCOMPARE(demo.syncNow().error().code, Error::Code::Unauthorised);
    }
};

QTEST_GUILESS_MAIN(TestSync)
#include "tst_sync.moc"
