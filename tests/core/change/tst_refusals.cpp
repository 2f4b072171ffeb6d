// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/changes.h"

#include "tests/core/change/writepath.h"

#include <QTest>

using namespace Qt::StringLiterals;
using change::State;
using support::await;
using support::keyOf;
using support::WritePath;
using types::Rating;

/// The write path with a server, or a line to it, that does nothing for a while or of one item.
class TestRefusals : public QObject, support::RatedTest
{
    Q_OBJECT

    /// Without a key: whatever is rated.
    void refuseRatings(const QString& key = {})
    {
        demo::Fault fault;
        fault.pathPrefix = u"/:/rate"_s;
        fault.times = -1;
        fault.status = 500;
        fault.key = key;
        m_demo->server.inject(fault);
    }

private Q_SLOTS:
    void init() { QVERIFY(begin()); }
    void cleanup() { end(); }

    void anItemThatCannotBeRatedDoesNotHoldUpTheOthers()
    {
        WritePath writes(*m_demo);
        const auto rows = tracks(1 + change::Outcome::kRefusals);
        QList<types::ChangeId> changes;
        for (const auto& row : rows) {
            changes.append(writes.settle(writes.ratings.rate({ row.id }, Rating::fromStars(5))).id);
        }
        refuseRatings(rows.first().ratingKey.value);
        writes.goOnline();
        // Each of the others that is kept shows that it is not the server.
        QTRY_COMPARE_WITH_TIMEOUT(writes.changes.pendingSteps(), 0, 40'000);
        QCOMPARE(writes.summary(changes.takeFirst()).state(), State::Failed);
        QCOMPARE(cached(rows.first()), types::OptionalRating(Rating::fromPlex(4)));
        for (qsizetype i = 0; i < changes.size(); ++i) {
            QCOMPARE(writes.summary(changes.at(i)).state(), State::Verified);
            QCOMPARE(held(rows.at(i + 1)), std::optional<double>(10.0));
        }
    }

    void aServerThatRefusesEverythingForAWhileFailsNothing()
    {
        WritePath writes(*m_demo);
        const auto rows = tracks(3);
        for (const auto& row : rows) {
            (void)writes.settle(writes.ratings.rate({ row.id }, Rating::fromStars(5)));
        }
        refuseRatings(); // reading works all the time
        writes.goOnline();
        // Each sending is three tries; so many rounds as refusals would fail a step.
        int sent = 0;
        QVERIFY(support::awaitThat(
            [this, &sent] {
                sent += ratingsSent();
                return sent >= 3 * change::Outcome::kRefusals;
            },
            std::chrono::seconds(40)));
        const auto history = *await(writes.changes.history(10));
        QVERIFY(await(writes.changes.settled(history.first().id))); // the round is over
        QCOMPARE(writes.changes.pendingSteps(), 3);
        m_demo->server.clearFaults();
        writes.goOnline(); // without waiting for the end of the pause
        QTRY_COMPARE(writes.changes.pendingSteps(), 0);
        for (const change::Summary& summary : history) {
            QCOMPARE(writes.summary(summary.id).state(), State::Verified);
        }
        for (const auto& row : rows) {
            QCOMPARE(held(row), std::optional<double>(10.0));
            QCOMPARE(cached(row), types::OptionalRating(Rating::fromPlex(10)));
        }
    }

    void whatDidNotLeaveBeforeTheConnectionBrokeIsReplacedByWhatComesLater()
    {
        WritePath writes(*m_demo);
        const auto rows = tracks(40);
        QList<types::ItemId> ids;
        for (const auto& row : rows) {
            ids.append(row.id);
        }
        demo::Fault cut;
        cut.pathPrefix = u"/:/rate"_s;
        cut.times = -1;
        cut.dropConnection = true;
        m_demo->server.inject(cut);
        writes.goOnline();
        const auto rated = writes.settle(writes.ratings.rate(ids, Rating::fromStars(0.5)));
        QCOMPARE(rated.pending, 40);
        writes.changes.setServer(nullptr);
        int left = 0;
        const auto steps = *await(writes.changes.steps(rated.id));
        for (const change::Step& step : steps) {
            left += step.attempts;
            QCOMPARE(step.state, step.attempts > 0 ? State::Sent : State::Pending);
        }
        QVERIFY(left > 0 && left <= change::Delivery::kInFlight);
        const auto last = rows.last();
        for (const double stars : { 1.0, 3.0 }) {
            (void)writes.settle(writes.ratings.rate({ last.id }, Rating::fromStars(stars)));
        }
        QCOMPARE(writes.summary(rated.id).superseded, 1);
        m_demo->server.clearFaults();
        (void)m_demo->server.takeRequests();
        writes.goOnline();
        QTRY_COMPARE(writes.changes.pendingSteps(), 0);
        QCOMPARE(held(last), std::optional<double>(6.0));
        const auto requests = m_demo->server.takeRequests();
        QCOMPARE(std::ranges::count_if(requests,
                     [&last](const demo::RecordedRequest& request) {
                         return request.method == "PUT"
                             && request.value(u"key"_s) == last.ratingKey.value;
                     }),
            1);
    }

    void anItemThatCannotBeReadBackDoesNotHoldUpTheOthers()
    {
        WritePath writes(*m_demo);
        auto rows = tracks(10);
        const auto bad = rows.takeFirst();
        rows.removeIf([&bad](const types::TrackRow& row) {
            return row.ratingKey.value.startsWith(bad.ratingKey.value);
        });
        const auto first = writes.settle(writes.ratings.rate({ bad.id }, Rating::fromStars(5)));
        const auto second
            = writes.settle(writes.ratings.rate({ rows.first().id }, Rating::fromStars(5)));
        demo::Fault fault;
        fault.pathPrefix = u"/library/metadata/"_s + bad.ratingKey.value;
        fault.times = -1;
        fault.status = 403;
        m_demo->server.inject(fault);
        writes.goOnline();
        QTRY_COMPARE_WITH_TIMEOUT(writes.changes.pendingSteps(), 0, 40'000);
        QCOMPARE(writes.summary(first.id).state(), State::Failed);
        QCOMPARE(writes.summary(second.id).state(), State::Verified);
    }

    void whatAnswersInTheServersPlaceFailsNothing_data()
    {
        QTest::addColumn<demo::Fault>("fault");
        QTest::newRow("a login page") << demo::Fault::captivePortal();
        demo::Fault away;
        away.pathPrefix = u"/"_s;
        away.times = -1;
        away.redirectTo = QUrl(u"http://127.0.0.1:1/"_s);
        QTest::newRow("sent elsewhere") << away;
        away.pathPrefix = u"/:/rate"_s;
        QTest::newRow("only ratings are sent elsewhere") << away;
    }
    void whatAnswersInTheServersPlaceFailsNothing()
    {
        QFETCH(demo::Fault, fault);
        WritePath writes(*m_demo);
        const auto row = tracks(1).first();
        const auto rated = writes.settle(writes.ratings.rate({ row.id }, Rating::fromStars(5)));
        m_demo->server.inject(fault);
        writes.goOnline();
        QVERIFY(await(writes.changes.settled(rated.id)));
        QVERIFY(ratingsSent() > 0);
        const auto steps = *await(writes.changes.steps(rated.id));
        QCOMPARE(steps.first().refusals, 0);
        QCOMPARE(writes.changes.pendingSteps(), 1);
        QCOMPARE(cached(row), types::OptionalRating(Rating::fromPlex(10)));
        m_demo->server.clearFaults();
        writes.goOnline(); // without waiting for the end of the pause
        QTRY_COMPARE_WITH_TIMEOUT(writes.changes.pendingSteps(), 0, 20'000);
        QCOMPARE(writes.summary(rated.id).state(), State::Verified);
        QCOMPARE(held(row), std::optional<double>(10.0));
    }

    void aServerThatIsStartingFailsNothing()
    {
        WritePath writes(*m_demo);
        const auto row = tracks(1).first();
        const auto rated = writes.settle(writes.ratings.rate({ row.id }, Rating::fromStars(5)));
        m_demo->server.inject(demo::Fault::starting());
        writes.goOnline();
        QVERIFY(await(writes.changes.settled(rated.id)));
        const auto steps = *await(writes.changes.steps(rated.id));
        QCOMPARE(steps.first().refusals, 0);
        m_demo->server.clearFaults();
        QTRY_COMPARE_WITH_TIMEOUT(writes.changes.pendingSteps(), 0, 20'000);
        QCOMPARE(writes.summary(rated.id).state(), State::Verified);
    }
};

QTEST_GUILESS_MAIN(TestRefusals)
#include "tst_refusals.moc"
