// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/demolibrary.h"

#include "core/library/itemwriter.h"
#include "core/library/reconciler.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using types::RatingKey;
using util::Result;

namespace {

constexpr library::Reconciler::Timing kQuick { 1ms, 1ms, 1h, 24h };

/// Runs a statement in the cache.
bool execute(const support::DemoLibrary& demo, const QString& sql)
{
    return support::await(demo.library.write([sql](db::Connection& c, db::ChangeSet&) {
        return c.execute(sql);
    })).has_value();
}

qint64 number(const support::DemoLibrary& demo, const QString& sql)
{
    return support::await(demo.library.read([sql](db::Connection& c, std::stop_token) {
        return c.integer(sql);
    })).value_or(-1);
}

constexpr auto kWrong = "SELECT count(*) FROM item WHERE title = 'Wrong'";

} // namespace

/// The slow reading of everything that was read before.
class TestReconciler : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatMovedNoStampIsFound()
    {
        support::DemoLibrary demo(support::demoOf(1800));
        QVERIFY(demo.syncNow());
        // As if the server had changed them without a word: no stamp, no count shows it.
        QVERIFY(execute(demo,
            u"UPDATE item SET title = 'Wrong', row_hash = 1 "
            "WHERE type = 10 AND id % 7 = 0"_s));
        QVERIFY(execute(demo, u"UPDATE section_mark SET reconciled_at = 0 WHERE type = 10"_s));
        QVERIFY(number(demo, QString::fromLatin1(kWrong)) > 200);
        QVERIFY(demo.syncNow());
        QVERIFY(number(demo, QString::fromLatin1(kWrong)) > 200); // that is the point
        library::Reconciler reconciler(demo.library, demo.sync, demo.pool, demo.clock);
        reconciler.setTiming(kQuick);
        QSignalSpy finished(&reconciler, &library::Reconciler::finished);
        (void)demo.server.takeRequests();
        reconciler.start(*demo.client, demo.library.key());
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(number(demo, QString::fromLatin1(kWrong)), 0);
        QCOMPARE(number(demo, u"SELECT count(*) FROM section_mark WHERE reconciled_at = 0"_s), 0);
        int rows = 0;
        for (const auto& request : demo.server.takeRequests()) {
            const int size = request.headers.value("x-plex-container-size").toInt();
            QVERIFY(size <= library::Reconciler::kPageSize + 1
                || request.value(u"excludeElements"_s) != QString()); // keys alone
            rows += size;
        }
        QVERIFY(rows >= 1800);
    }

    void itGoesOnWhereItWas()
    {
        support::DemoLibrary demo(support::demoOf(2600));
        QVERIFY(demo.syncNow());
        QVERIFY(execute(demo, u"UPDATE section_mark SET reconciled_at = 0 WHERE type = 10"_s));
        library::Reconciler reconciler(demo.library, demo.sync, demo.pool, demo.clock);
        library::Reconciler::Timing slow = kQuick;
        slow.pause = 20ms;
        reconciler.setTiming(slow);
        reconciler.start(*demo.client, demo.library.key());
        const QString position = u"SELECT max(reconcile_next) FROM section_mark"_s;
        QVERIFY(support::awaitThat([&] { return number(demo, position) >= 1000; }));
        reconciler.stop();
        const qint64 stopped = number(demo, position);
        QVERIFY(stopped < 2600);
        (void)demo.server.takeRequests();
        QSignalSpy finished(&reconciler, &library::Reconciler::finished);
        reconciler.start(*demo.client, demo.library.key());
        QTRY_COMPARE(finished.size(), 1);
        for (const auto& request : demo.server.takeRequests()) {
            if (request.path.endsWith(u"/all"_s) && request.value(u"excludeElements"_s).isEmpty()) {
                QVERIFY(
                    request.headers.value("x-plex-container-start").toLongLong() >= stopped - 1);
            }
        }
    }

    void whatIsNotDueIsNotRead()
    {
        support::DemoLibrary demo(support::demoOf(300));
        QVERIFY(demo.syncNow());
        (void)demo.server.takeRequests();
        library::Reconciler reconciler(demo.library, demo.sync, demo.pool, demo.clock);
        library::Reconciler::Timing often = kQuick;
        often.look = 1ms;
        reconciler.setTiming(often);
        QSignalSpy finished(&reconciler, &library::Reconciler::finished);
        reconciler.start(*demo.client, demo.library.key());
        // It has looked many times when this is found.
        QVERIFY(execute(demo, u"UPDATE section_mark SET reconciled_at = 0 WHERE type = 8"_s));
        QTRY_COMPARE(finished.size(), 1);
        const auto requests = demo.server.takeRequests();
        QVERIFY(!requests.isEmpty());
        for (const auto& request : requests) {
            QCOMPARE(request.value(u"type"_s), u"8"_s);
        }
    }

    void itRestsWhileASyncRunsAndEndsWithTheServer()
    {
        support::DemoLibrary demo(support::demoOf(2600));
        QVERIFY(demo.syncNow());
        QVERIFY(execute(demo, u"UPDATE section_mark SET reconciled_at = 0 WHERE type = 10"_s));
        library::Reconciler reconciler(demo.library, demo.sync, demo.pool, demo.clock);
        library::Reconciler::Timing slow = kQuick;
        slow.pause = 20ms;
        reconciler.setTiming(slow);
        QSignalSpy finished(&reconciler, &library::Reconciler::finished);
        reconciler.start(*demo.client, demo.library.key());
        const QString position = u"SELECT max(reconcile_next) FROM section_mark"_s;
        QVERIFY(support::awaitThat([&] { return number(demo, position) > 0; }));
        QVERIFY(demo.syncNow());
        QCOMPARE(finished.size(), 0);
        QTRY_COMPARE(finished.size(), 1); // it goes on afterwards
        QVERIFY(execute(demo, u"UPDATE section_mark SET reconciled_at = 0 WHERE type = 10"_s));
        reconciler.start(*demo.client, demo.library.key());
        QVERIFY(support::awaitThat([&] { return number(demo, position) > 0; }));
        reconciler.stop();
        demo.client.reset(); // a use of it would crash
        QVERIFY(support::await(demo.library.open({ { u"other"_s }, {} })));
        QSignalSpy stored(&reconciler, &library::Reconciler::stored);
        // Another one, at the same pace, reads its own cache to the end meanwhile.
        support::DemoLibrary next(support::demoOf(2600));
        QVERIFY(next.syncNow());
        QVERIFY(execute(next, u"UPDATE section_mark SET reconciled_at = 0 WHERE type = 10"_s));
        library::Reconciler another(next.library, next.sync, next.pool, next.clock);
        another.setTiming(slow);
        QSignalSpy anotherFinished(&another, &library::Reconciler::finished);
        another.start(*next.client, next.library.key());
        QTRY_COMPARE_WITH_TIMEOUT(anotherFinished.size(), 1, 20'000);
        QCOMPARE(stored.size(), 0);
        QCOMPARE(finished.size(), 1);
        QCOMPARE(*support::await(demo.library.counts()), library::Counts());
    }
};

QTEST_GUILESS_MAIN(TestReconciler)
#include "tst_reconciler.moc"
