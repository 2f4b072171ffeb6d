// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/change/writepath.h"

#include "core/library/liveupdates.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using change::State;
using support::keyOf;
using support::WritePath;
using types::Rating;

/// What waits to be sent, or was sent a moment ago, against what the server tells meanwhile.
class TestPendingAndNews : public QObject, support::RatedTest
{
    Q_OBJECT

    std::unique_ptr<library::LiveUpdates> listening()
    {
        auto live = std::make_unique<library::LiveUpdates>(
            m_demo->library, m_demo->sync, m_demo->pool, m_demo->clock);
        QSignalSpy connected(live.get(), &library::LiveUpdates::wantsSync);
        live->start(*m_demo->client, m_demo->library.key());
        return connected.wait() ? std::move(live) : nullptr;
    }

private Q_SLOTS:
    void init() { QVERIFY(begin()); }
    void cleanup() { end(); }

    void aPendingRatingWinsOverWhatIsTold()
    {
        WritePath writes(*m_demo);
        const auto live = listening();
        QVERIFY(live);
        const auto row = tracks(1).first();
        (void)writes.settle(writes.ratings.rate({ row.id }, Rating::fromStars(1)));
        QSignalSpy applied(live.get(), &library::LiveUpdates::applied);
        QVERIFY(m_demo->server.setRating(keyOf(row), 9.0));
        QVERIFY(m_demo->server.renameItem(keyOf(row), u"Told"_s));
        QVERIFY(applied.wait());
        QTRY_COMPARE(tracks(300).size(), 300);
        QTRY_VERIFY(
            std::ranges::any_of(tracks(300), [](const auto& now) { return now.title == u"Told"; }));
        QCOMPARE(cached(row), types::OptionalRating(Rating::fromPlex(2)));
        writes.goOnline();
        QTRY_COMPARE(writes.changes.pendingSteps(), 0);
        QCOMPARE(held(row), std::optional<double>(2.0));
        QTRY_COMPARE(cached(row), types::OptionalRating(Rating::fromPlex(2)));
    }

    void aRatingMadeWhileNewsAreOnTheirWayStays()
    {
        WritePath writes(*m_demo);
        writes.goOnline();
        const auto live = listening();
        QVERIFY(live);
        const auto row = tracks(1).first();
        demo::Fault slow; // what is fetched is as of now, and comes later
        slow.pathPrefix = u"/library/metadata/"_s;
        slow.delay = std::chrono::milliseconds(500);
        m_demo->server.inject(slow);
        QVERIFY(m_demo->server.setRating(keyOf(row), 9.0));
        QVERIFY(support::awaitThat([this] {
            return std::ranges::any_of(m_demo->server.takeRequests(),
                [](const auto& r) { return r.path.startsWith(u"/library/metadata/"); });
        }));
        const auto rated = writes.settle(writes.ratings.rate({ row.id }, Rating::fromStars(5)));
        QCOMPARE(rated.state(), State::Verified);
        QSignalSpy applied(live.get(), &library::LiveUpdates::applied);
        QVERIFY(applied.wait());
        QCOMPARE(cached(row), types::OptionalRating(Rating::fromPlex(10)));
        // What somebody else does afterwards is not hidden by it.
        QVERIFY(m_demo->server.setRating(keyOf(row), 7.0));
        QTRY_COMPARE(cached(row), types::OptionalRating(Rating::fromPlex(7)));
    }

    void aPendingClearingIsNotTakenBackByCounting()
    {
        WritePath writes(*m_demo);
        const auto row = tracks(1).first();
        (void)writes.settle(writes.ratings.rate({ row.id }, {}));
        QVERIFY(!cached(row));
        for (int i = 0; i < 2; ++i) { // the server has one rating more than the cache
            QVERIFY(m_demo->syncNow());
            QVERIFY(!cached(row));
        }
        (void)m_demo->server.takeRequests();
        QVERIFY(m_demo->syncNow());
        for (const auto& request : m_demo->server.takeRequests()) {
            // The difference was looked at, and is not looked at again.
            QVERIFY2(!(request.value(u"userRating>>"_s) == u"0"
                         && request.headers.value("x-plex-container-size").toInt() > 0),
                qPrintable(request.path));
        }
        writes.goOnline();
        QTRY_COMPARE(writes.changes.pendingSteps(), 0);
        QCOMPARE(held(row), std::nullopt);
    }

    void offlineRatingsAreSentOnceInTheirOrder()
    {
        WritePath writes(*m_demo);
        const auto rows = tracks(3);
        const QList<std::pair<int, double>> made { { 0, 1 }, { 1, 2.5 }, { 2, 3 }, { 0, 4 },
            { 2, 5 } };
        for (const auto& [which, stars] : made) {
            (void)writes.settle(
                writes.ratings.rate({ rows.at(which).id }, Rating::fromStars(stars)));
        }
        QVERIFY(m_demo->syncNow()); // brings nothing of before back
        (void)m_demo->server.takeRequests();
        writes.goOnline();
        QTRY_COMPARE(writes.changes.pendingSteps(), 0);
        QStringList sent;
        for (const auto& request : m_demo->server.takeRequests()) {
            if (request.method == "PUT") {
                sent.append(request.value(u"key"_s));
            }
        }
        const QStringList expected { rows.at(1).ratingKey.value, rows.at(0).ratingKey.value,
            rows.at(2).ratingKey.value };
        QCOMPARE(sent, expected);
        QCOMPARE(held(rows.at(0)), std::optional<double>(8.0));
        QCOMPARE(held(rows.at(1)), std::optional<double>(5.0));
        QCOMPARE(held(rows.at(2)), std::optional<double>(10.0));
    }

    void anotherUsersCacheGetsNothingOfWhatWaits()
    {
        WritePath writes(*m_demo);
        const auto row = tracks(1).first();
        (void)writes.settle(writes.ratings.rate({ row.id }, Rating::fromStars(1)));
        const auto live = listening();
        QVERIFY(live);
        QVERIFY(m_demo->server.setRating(keyOf(row), 9.0)); // is told while the user changes
        live->stop();
        const change::Owner other { { m_demo->endpoints.machineIdentifier }, { u"other"_s } };
        QVERIFY(support::await(m_demo->library.open({ other.server, other.user })));
        QVERIFY(support::await(writes.changes.setOwner(other)));
        QCOMPARE(writes.changes.pendingSteps(), 0);
        QVERIFY(m_demo->syncNow());
        const auto item = *support::await(m_demo->library.item(row.ratingKey));
        QCOMPARE(item.userRating, types::OptionalRating(Rating::fromPlex(9)));
        writes.goOnline();
        QCOMPARE(ratingsSent(), 0);
        QCOMPARE(held(row), std::optional<double>(9.0));
    }
};

QTEST_GUILESS_MAIN(TestPendingAndNews)
#include "tst_pendingandnews.moc"
