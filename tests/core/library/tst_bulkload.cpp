// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/bulkload.h"
#include "tests/support/demolibrary.h"

#include <QTest>

using namespace Qt::StringLiterals;
using util::Result;

namespace {

constexpr int kTracks = 2500;

/// The statements of all indexes that the open cache has now.
util::Future<QStringList> indexes(const library::Library& library)
{
    return library.read([](db::Connection& c, std::stop_token) -> Result<QStringList> {
        QStringList list;
        auto s = c.prepare("SELECT sql FROM sqlite_master WHERE type = 'index' AND sql NOT NULL "
                           "ORDER BY name");
        while (s.next()) {
            list.append(s.text(0));
        }
        return list;
    });
}

} // namespace

/// Indexes that rest while an empty cache is filled: that they do, and that they come back.
class TestBulkLoad : public QObject
{
    Q_OBJECT

    /// Synchronises; the indexes that were there while tracks were written.
    static QStringList indexesMeanwhile(
        support::DemoLibrary& demo, const library::SyncOptions& options = {})
    {
        std::optional<util::Future<QStringList>> found;
        const auto watch = connect(&demo.sync, &library::Sync::progressed, &demo.sync,
            [&demo, &found](const QString&, qint64 done, qint64 total) {
                if (total == kTracks && done < total && !found) {
                    found = indexes(demo.library);
                }
            });
        const auto done = demo.syncNow(options);
        disconnect(watch);
        return done && found ? *support::await(*found) : QStringList();
    }

private Q_SLOTS:
    void aFirstSyncMakesThemAtItsEnd()
    {
        support::DemoLibrary demo(support::demoOf(kTracks));
        const QStringList before = *support::await(indexes(demo.library));
        const QStringList during = indexesMeanwhile(demo);
        QCOMPARE(before.size() - during.size(), 6);
        for (const QString& sql : during) {
            QVERIFY2(before.contains(sql), qPrintable(sql));
        }
        QVERIFY(!during.join(u' ').contains(u"item_title"_s));
        QCOMPARE(*support::await(indexes(demo.library)), before);
        // From then on they stay.
        QCOMPARE(indexesMeanwhile(demo, { {}, true }), before);
    }

    void meanwhileOneCanSearch()
    {
        support::DemoLibrary demo(support::demoOf(kTracks));
        std::optional<util::Future<library::SearchResult>> found;
        std::optional<util::Future<QStringList>> meanwhile;
        connect(&demo.sync, &library::Sync::progressed, this,
            [&](const QString&, qint64 done, qint64 total) {
                if (total == kTracks && done < total && done > 0 && !found) {
                    found = demo.library.search(u"the"_s, 10);
                    meanwhile = indexes(demo.library);
                }
            });
        QVERIFY(demo.syncNow());
        QVERIFY(found);
        QVERIFY(!support::await(*meanwhile)->join(u' ').contains(u"item_title"_s));
        const auto result = support::await(*found);
        QVERIFY2(result, qPrintable(result ? QString() : result.error().message));
        QVERIFY(!result->isEmpty());
    }

    void fullTextIsMergedFromItsEndOn()
    {
        support::DemoLibrary demo(support::demoOf(kTracks));
        const auto pieces = [&demo] {
            const auto found = demo.library.read([](db::Connection& c, std::stop_token) {
                return c.integer(u"SELECT v FROM search_config WHERE k = 'automerge'"_s, -1);
            });
            return support::await(found).value_or(-2);
        };
        QCOMPARE(pieces(), -1); // SQLite's own choice
        demo::Fault fault;
        fault.pathPrefix = u"/library/sections/3"_s; // read after the music
        fault.times = 1;
        fault.delay = std::chrono::milliseconds(200);
        demo.server.inject(fault);
        const auto synced = demo.sync.run(*demo.client, {});
        QVERIFY(support::awaitThat([&pieces] { return pieces() == 0; }));
        QVERIFY(support::await(synced));
        QCOMPARE(pieces(), 4);
    }

    void anInterruptedOneLeavesThemToTheNext_data()
    {
        QTest::addColumn<bool>("isEmptied");
        QTest::newRow("as it is") << false;
        QTest::newRow("emptied before") << true;
    }
    void anInterruptedOneLeavesThemToTheNext()
    {
        QFETCH(bool, isEmptied);
        support::DemoLibrary demo(support::demoOf(kTracks));
        const QStringList before = *support::await(indexes(demo.library));
        std::stop_source stop;
        const auto watch = connect(&demo.sync, &library::Sync::progressed, this,
            [&stop](const QString&, qint64, qint64 total) {
                if (total == kTracks) {
                    stop.request_stop();
                }
            });
        QVERIFY(!support::await(demo.sync.run(*demo.client, {}, stop.get_token())));
        disconnect(watch);
        QCOMPARE(before.size() - support::await(indexes(demo.library))->size(), 6);
        if (isEmptied) {
            QVERIFY(support::await(demo.library.clear()));
        }
        QCOMPARE(demo.syncNow()->counts.tracks, kTracks);
        QCOMPARE(*support::await(indexes(demo.library)), before);
    }

    void oneThatFailsMakesThemAtOnce()
    {
        support::DemoLibrary demo(support::demoOf(kTracks));
        const QStringList before = *support::await(indexes(demo.library));
        demo::Fault fault;
        fault.pathPrefix = u"/library/sections/3"_s; // read after the music
        fault.times = -1;
        fault.status = 500;
        demo.server.inject(fault);
        QVERIFY(!demo.syncNow());
        // Behind what the failed run has asked the writer for.
        QVERIFY(support::await(demo.library.write(
            [](db::Connection&, db::ChangeSet&) { return Result<bool>(true); })));
        QCOMPARE(*support::await(indexes(demo.library)), before);
    }

    void oneThatIsThereAlreadyIsKept()
    {
        support::DemoLibrary demo(support::demoOf(10));
        const QStringList before = *support::await(indexes(demo.library));
        const auto rested = support::await(demo.library.write(
            [](db::Connection& c, db::ChangeSet&) { return library::restIndexes(c); }));
        QVERIFY(rested);
        const auto woken = support::await(
            demo.library.write([](db::Connection& c, db::ChangeSet&) -> Result<bool> {
                // As a migration does that changes the index.
                if (auto made = c.execute(u"CREATE INDEX item_title ON item (title)"_s); !made) {
                    return std::move(made).error();
                }
                if (auto done = library::wakeIndex(c, library::kTitleIndex); !done) {
                    return std::move(done).error();
                }
                return true;
            }));
        QVERIFY2(woken, woken ? "" : qPrintable(woken.error().detail));
        const QStringList after = *support::await(indexes(demo.library));
        QVERIFY(after.contains(u"CREATE INDEX item_title ON item (title)"_s));
        QCOMPARE(before.size() - after.size(), 5);
    }
};

QTEST_GUILESS_MAIN(TestBulkLoad)
#include "tst_bulkload.moc"
