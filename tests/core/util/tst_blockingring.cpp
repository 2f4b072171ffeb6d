// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/util/blockingring.h"

#include <QRandomGenerator>
#include <QTest>
#include <memory>
#include <numeric>
#include <random>
#include <thread>

using util::BlockingRing;

class TestBlockingRing : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void keepsOrderAcrossTheWrap()
    {
        BlockingRing<int> ring(5);
        int next = 0;
        int expected = 0;
        for (int round = 0; round < 50; ++round) {
            std::vector<int> in(static_cast<size_t>(round % 5 + 1));
            std::iota(in.begin(), in.end(), next);
            QCOMPARE(ring.tryPush(std::span<const int>(in)), in.size());
            next += static_cast<int>(in.size());
            std::vector<int> out(8);
            out.resize(ring.pop(out));
            QCOMPARE(out.size(), in.size());
            for (const int value : out) {
                QCOMPARE(value, expected++);
            }
        }
    }

    void takesOnlyWhatHasRoom()
    {
        BlockingRing<int> ring(3);
        const std::vector<int> in { 1, 2, 3, 4, 5 };
        QCOMPARE(ring.tryPush(std::span<const int>(in)), size_t(3));
        QCOMPARE(ring.room(), size_t(0));
        QCOMPARE(ring.tryPush(std::span<const int>(in)), size_t(0));
        QVERIFY(!ring.tryPush(9));
        QCOMPARE(ring.tryPop(), std::optional<int>(1));
        QVERIFY(ring.tryPush(9));
        QCOMPARE(ring.available(), size_t(3));
    }

    void closedIsDrainedOnlyWhenEmpty()
    {
        BlockingRing<int> ring(3);
        QVERIFY(!ring.isDrained());
        QVERIFY(ring.tryPush(1));
        ring.close();
        QVERIFY(ring.isClosed());
        QVERIFY(!ring.isDrained());
        QVERIFY(ring.tryPop());
        QVERIFY(ring.isDrained());
    }

    void movesOwnersThrough()
    {
        BlockingRing<std::unique_ptr<int>> ring(1);
        QVERIFY(ring.tryPush(std::make_unique<int>(4)));
        auto second = std::make_unique<int>(5);
        QVERIFY(!ring.tryPush(std::move(second)));
        QVERIFY(second); // NOLINT(bugprone-use-after-move): a refused value stays
        QCOMPARE(**ring.tryPop(), 4);
        QVERIFY(!ring.tryPop());
    }

    void fullRingWakesItsProducerOnPop()
    {
        const quint32 seed = QRandomGenerator::global()->generate();
        constexpr int kCount = 200'000;
        BlockingRing<int> ring(97);
        std::jthread producer([&ring, seed](std::stop_token stop) {
            std::mt19937 random(seed);
            std::vector<int> in;
            for (int next = 0; next < kCount;) {
                in.resize(std::min<size_t>(random() % 200 + 1, size_t(kCount - next)));
                std::iota(in.begin(), in.end(), next);
                next += static_cast<int>(ring.push(in, stop));
            }
            ring.close();
        });
        std::mt19937 random(seed + 1);
        std::vector<int> out(150);
        int expected = 0;
        while (!ring.isDrained()) {
            const size_t got = ring.pop(std::span(out).first(random() % 150 + 1));
            for (size_t i = 0; i < got; ++i) {
                if (out[i] != expected++) {
                    QFAIL(qPrintable(QStringLiteral("seed %1 at %2").arg(seed).arg(expected)));
                }
            }
        }
        QCOMPARE(expected, kCount);
    }

    void stopEndsAWait()
    {
        for (int round = 0; round < 200; ++round) {
            BlockingRing<int> ring(2);
            std::atomic<size_t> put = 99;
            {
                std::jthread producer([&ring, &put](std::stop_token stop) {
                    const std::vector<int> in { 1, 2, 3 };
                    put = ring.push(in, stop);
                });
                while (ring.room() > 0) {
                    std::this_thread::yield();
                }
            } // the stop comes while the producer waits, or just before
            QCOMPARE(put.load(), size_t(2));
        }
    }
};

QTEST_GUILESS_MAIN(TestBlockingRing)
#include "tst_blockingring.moc"
