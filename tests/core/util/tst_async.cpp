// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/util/async.h"

#include "tests/support/await.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace util;

class TestAsync : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void deliversInTheContextsThread()
    {
        QThreadPool pool;
        QObject context;
        QThread* seen = nullptr;
        auto future = async::run(pool, [] { return Result<int>(7); });
        async::deliver(future, &context, [&seen](Result<int>) { seen = QThread::currentThread(); });
        QTRY_VERIFY(seen);
        QCOMPARE(seen, QThread::currentThread());
    }

    void deliverNeverRunsInsideTheCall()
    {
        QObject context;
        bool called = false;
        async::deliver(async::ready<int>(1), &context, [&called](Result<int>) { called = true; });
        QVERIFY(!called);
        QTRY_VERIFY(called);
    }

    void deadContextIsNotCalledAndChainsAreCancelled()
    {
        Promise<int> promise;
        auto context = std::make_unique<QObject>();
        bool called = false;
        async::deliver(promise.future(), context.get(), [&called](Result<int>) { called = true; });
        auto chained = async::andThen(promise.future(), context.get(), [](int v) { return v + 1; });
        context.reset();
        promise.finish(1);
        const auto result = support::await(chained);
        QVERIFY(!result);
        QCOMPARE(result.error().code, Error::Code::Cancelled);
        QVERIFY(!called);
    }

    void everyConsumerIsServed()
    {
        Promise<int> promise;
        QObject context;
        int sum = 0;
        async::deliver(promise.future(), &context, [&sum](Result<int> r) { sum += *r; });
        async::deliver(promise.future(), &context, [&sum](Result<int> r) { sum += *r; });
        promise.finish(5);
        QTRY_COMPARE(sum, 10);
    }

    void droppedPromiseYieldsCancelled()
    {
        std::optional<Promise<int>> promise(std::in_place);
        const auto future = promise->future();
        promise.reset();
        const auto result = support::await(future);
        QVERIFY(!result);
        QCOMPARE(result.error().code, Error::Code::Cancelled);
    }

    void onlyTheFirstResultCounts()
    {
        Promise<int> promise;
        promise.finish(1);
        promise.finish(2);
        QCOMPARE(*support::await(promise.future()), 1);
    }

    void andThenTakesFutureResultAndValue()
    {
        QObject context;
        const auto start = async::ready<int>(2);
        QCOMPARE(*support::await(async::andThen(start, &context, [](int v) { return v * 2; })), 4);
        QCOMPARE(*support::await(
                     async::andThen(start, &context, [](int v) { return Result<int>(v * 3); })),
            6);
        QCOMPARE(*support::await(async::andThen(
                     start, &context, [](int v) { return async::ready<int>(v * 4); })),
            8);
    }

    void andThenPassesAnErrorBy()
    {
        QObject context;
        bool called = false;
        const auto failed
            = async::ready<int>(Error { Error::Code::NotFound, u"gone"_s, {}, 404, {} });
        const auto result = support::await(async::andThen(failed, &context, [&called](int v) {
            called = true;
            return v;
        }));
        QVERIFY(!called);
        QCOMPARE(result.error().code, Error::Code::NotFound);
        QCOMPARE(result.error().httpStatus, 404);
    }

    void allKeepsTheOrder()
    {
        QObject context;
        Promise<int> slow;
        const QList<Future<int>> list { slow.future(), async::ready<int>(2) };
        const auto gathered = async::all(list, &context);
        slow.finish(1);
        QCOMPARE(*support::await(gathered), (QList<int> { 1, 2 }));
        QVERIFY(support::await(async::all(QList<Future<int>> {}, &context))->isEmpty());
    }

    void latestDropsTheOlderAndStopsIt()
    {
        QObject context;
        async::Latest latest;
        Promise<int> first;
        Promise<int> second;
        QList<int> seen;
        const std::stop_token token = latest.begin();
        latest.deliver(first.future(), &context, [&seen](Result<int> r) { seen.append(*r); });
        (void)latest.begin();
        latest.deliver(second.future(), &context, [&seen](Result<int> r) { seen.append(*r); });
        QVERIFY(token.stop_requested());
        first.finish(1);
        second.finish(2);
        QTRY_COMPARE(seen, QList<int> { 2 });
    }

    void progressArrives()
    {
        QObject context;
        Promise<int> promise;
        int last = -1;
        QString text;
        async::watchProgress(
            promise.future(), &context, [&](int done, int total, const QString& what) {
                last = done;
                text = what;
                QCOMPARE(total, 10);
            });
        promise.progress(3, 10, u"three"_s);
        QTRY_COMPARE(last, 3);
        QCOMPARE(text, u"three"_s);
        promise.finish(0);
    }
};

QTEST_GUILESS_MAIN(TestAsync)
#include "tst_async.moc"
