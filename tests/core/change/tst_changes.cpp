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
using util::Error;

/// The write path when something goes wrong at the worst moment, seen through ratings.
class TestChanges : public QObject, support::RatedTest
{
    Q_OBJECT

    void refuseRatings(int times, int status)
    {
        demo::Fault fault;
        fault.pathPrefix = u"/:/rate"_s;
        fault.times = times;
        fault.status = status;
        m_demo->server.inject(fault);
    }
    static change::Owner otherOwner() { return { { u"another-server"_s }, {} }; }

private Q_SLOTS:
    void init() { QVERIFY(begin()); }
    void cleanup() { end(); }

    void aFailedUndoLeavesTheChangeAsItWas()
    {
        WritePath writes(*m_demo);
        writes.goOnline();
        const auto row = tracks(1).first();
        const auto rated = writes.settle(writes.ratings.rate({ row.id }, Rating::fromStars(5)));
        refuseRatings(1, 403);
        const auto refused = writes.settle(writes.changes.undo());
        QCOMPARE(refused.state(), State::Failed);
        QVERIFY(!writes.summary(rated.id).isUndone);
        QTRY_COMPARE(writes.changes.undoable().id, rated.id);
        QCOMPARE(cached(row), types::OptionalRating(Rating::fromPlex(10)));
        const auto undone = writes.settle(writes.changes.undo(rated.id));
        QCOMPARE(undone.state(), State::Verified);
        QVERIFY(writes.summary(rated.id).isUndone);
        QCOMPARE(held(row), std::optional<double>(4.0));
        // The first try is not to be tried again on top of that.
        QCOMPARE(await(writes.changes.retryFailed(refused.id)).error().code, Error::Code::Conflict);
    }

    void undoTwiceAtOnceTakesBackTwoChanges()
    {
        WritePath writes(*m_demo);
        writes.goOnline();
        const auto rows = tracks(2);
        (void)writes.settle(writes.ratings.rate({ rows.at(0).id }, Rating::fromStars(5)));
        (void)writes.settle(writes.ratings.rate({ rows.at(1).id }, Rating::fromStars(5)));
        const auto first = writes.changes.undo();
        const auto second = writes.changes.undo();
        const auto one = writes.settle(first);
        const auto two = writes.settle(second);
        QVERIFY(one.reverses.isValid() && two.reverses.isValid());
        QVERIFY(one.reverses != two.reverses);
        QCOMPARE(held(rows.at(0)), std::optional<double>(4.0));
        QCOMPARE(held(rows.at(1)), std::optional<double>(4.0));
    }

    void whatIsUnderWayIsNotReadBackFromAnotherServer()
    {
        support::DemoLibrary other(support::demoOf(300));
        WritePath writes(*m_demo);
        const auto rows = tracks(10);
        QList<types::ItemId> ids;
        for (const auto& row : rows) {
            ids.append(row.id);
            other.server.setRating(keyOf(row), 7.0);
        }
        demo::Fault slow; // the first is done, and not answered as long as the test runs
        slow.pathPrefix = u"/:/rate"_s;
        slow.key = rows.first().ratingKey.value;
        slow.delay = std::chrono::minutes(5);
        m_demo->server.inject(slow);
        writes.goOnline();
        const auto id = await(writes.ratings.rate(ids, Rating::fromStars(5)));
        QVERIFY(id);
        // The last leave once some of those before were answered.
        static_assert(change::Delivery::kInFlight < 10);
        int sent = 0;
        QVERIFY(support::awaitThat([this, &sent] {
            sent += ratingsSent();
            return sent == 10;
        }));
        writes.changes.setServer(nullptr);
        writes.changes.setServer(other.client.get());
        QTRY_COMPARE(writes.changes.pendingSteps(), 0);
        const auto summary = writes.summary(*id);
        QCOMPARE(summary.failed, 0);
        QCOMPARE(summary.verified, 10);
        for (const auto& row : rows) {
            QCOMPARE(other.server.rating(keyOf(row)), std::optional<double>(10.0));
            QCOMPARE(cached(row), types::OptionalRating(Rating::fromPlex(10)));
        }
        writes.changes.setServer(nullptr);
    }

    void anotherOwnersChangesAreNotSentToTheFormerServer()
    {
        WritePath writes(*m_demo);
        writes.goOnline();
        const auto row = tracks(1).first();
        QVERIFY(await(writes.changes.setOwner(otherOwner())));
        QCOMPARE(await(writes.ratings.rate({ row.id }, Rating::fromStars(5))).error().code,
            util::Error::Code::Cancelled); // the open cache is not this owner's
        const QJsonObject payload
            = rating::RateOperation::payload({ row.ratingKey, row.title, {}, {}, {}, {} },
                { row.rating, 0 }, { Rating::fromStars(5), 1 });
        const auto summary = writes.settle(writes.changes.submit({ rating::RateOperation::name(),
            u"Rate"_s, { { rating::RateOperation().target(payload), payload, {} } },
            change::Role::Do, {}, false }));
        QCOMPARE(summary.pending, 1);
        QCOMPARE(ratingsSent(), 0);
        QCOMPARE(held(row), std::optional<double>(4.0));
    }

    void aRefusedRatingShowsWhatTheServerHoldsNotWhatWasNeverSent()
    {
        WritePath writes(*m_demo);
        const auto row = tracks(1).first();
        const auto first = writes.settle(writes.ratings.rate({ row.id }, Rating::fromStars(0.5)));
        const auto last = writes.settle(writes.ratings.rate({ row.id }, Rating::fromStars(3.5)));
        refuseRatings(1, 403);
        writes.goOnline();
        QTRY_COMPARE(writes.changes.pendingSteps(), 0);
        QCOMPARE(writes.summary(last.id).state(), State::Failed);
        QCOMPARE(writes.summary(first.id).state(), State::Superseded);
        QCOMPARE(writes.summary(first.id).verified, 0);
        QCOMPARE(cached(row), types::OptionalRating(Rating::fromPlex(4)));
    }

    void aServerThatForgetsIsNotTakenForSomebodyElse()
    {
        WritePath writes(*m_demo);
        const auto row = tracks(1).first();
        (void)writes.settle(writes.ratings.rate({ row.id }, Rating::fromStars(0.5)));
        const auto last = writes.settle(writes.ratings.rate({ row.id }, Rating::fromStars(3.5)));
        refuseRatings(-1, 200); // says so, and does nothing
        writes.goOnline();
        QTRY_COMPARE(writes.changes.pendingSteps(), 0);
        const auto steps = *await(writes.changes.steps(last.id));
        QCOMPARE(steps.first().state, State::Failed);
        QCOMPARE(steps.first().errorCode, util::codeName(Error::Code::Server));
        QCOMPARE(cached(row), types::OptionalRating(Rating::fromPlex(4)));
    }

    void undoingAnOlderChangeDoesNotSwallowANewerOne()
    {
        WritePath writes(*m_demo);
        writes.goOnline();
        const auto row = tracks(1).first();
        const auto older = writes.settle(writes.ratings.rate({ row.id }, Rating::fromStars(1)));
        writes.changes.setServer(nullptr);
        const auto newer = writes.settle(writes.ratings.rate({ row.id }, Rating::fromStars(5)));
        QCOMPARE(await(writes.changes.undo(older.id)).error().code, Error::Code::Conflict);
        writes.goOnline();
        QTRY_COMPARE(writes.changes.pendingSteps(), 0);
        QCOMPARE(writes.summary(newer.id).state(), State::Verified);
        QCOMPARE(held(row), std::optional<double>(10.0));
    }

    void offlineEverythingCanBeUndoneAndRedoneInTurn()
    {
        WritePath writes(*m_demo);
        const auto row = tracks(1).first();
        (void)writes.settle(writes.ratings.rate({ row.id }, Rating::fromStars(1)));
        (void)writes.settle(writes.ratings.rate({ row.id }, Rating::fromStars(5)));
        for (const double expected : { 2.0, 4.0 }) {
            QVERIFY(writes.settle(writes.changes.undo()).id.isValid());
            QCOMPARE(cached(row), types::OptionalRating(Rating::fromPlex(expected)));
        }
        for (const double expected : { 2.0, 10.0 }) {
            QVERIFY(writes.settle(writes.changes.redo()).id.isValid());
            QCOMPARE(cached(row), types::OptionalRating(Rating::fromPlex(expected)));
        }
        writes.goOnline();
        QTRY_COMPARE(writes.changes.pendingSteps(), 0);
        QCOMPARE(held(row), std::optional<double>(10.0));
    }

    void aRatingMadeWhileAPageIsOnItsWayStays()
    {
        WritePath writes(*m_demo);
        writes.goOnline();
        const auto row = tracks(1).first();
        demo::Fault slow; // the page is as of now, and comes later
        slow.pathPrefix = u"/library/sections/"_s;
        slow.times = -1;
        slow.delay = std::chrono::milliseconds(700);
        m_demo->server.inject(slow);
        const auto synced = m_demo->sync.run(*m_demo->client, {});
        QVERIFY(support::awaitThat([this] {
            return std::ranges::any_of(m_demo->server.takeRequests(),
                [](const auto& r) { return r.value(u"type"_s) == u"10"_s; });
        }));
        const auto rated = writes.settle(writes.ratings.rate({ row.id }, Rating::fromStars(5)));
        QCOMPARE(rated.state(), State::Verified);
        QVERIFY(!synced.isFinished());
        QVERIFY(await(synced));
        QCOMPARE(cached(row), types::OptionalRating(Rating::fromPlex(10)));
        // What somebody else does afterwards is not hidden by it.
        m_demo->server.clearFaults();
        m_demo->server.setRating(keyOf(row), 7.0);
        QVERIFY(m_demo->syncNow());
        QCOMPARE(cached(row), types::OptionalRating(Rating::fromPlex(7)));
    }

    void retryDoesNotReplayWhatALaterChangeReplaced()
    {
        WritePath writes(*m_demo);
        writes.goOnline();
        const auto row = tracks(1).first();
        refuseRatings(1, 403);
        const auto first = writes.settle(writes.ratings.rate({ row.id }, Rating::fromStars(3)));
        QCOMPARE(first.state(), State::Failed);
        QCOMPARE(writes.settle(writes.ratings.rate({ row.id }, Rating::fromStars(5))).state(),
            State::Verified);
        QCOMPARE(await(writes.changes.retryFailed(first.id)).error().code, Error::Code::Conflict);
        QCOMPARE(held(row), std::optional<double>(10.0));
        QCOMPARE(cached(row), types::OptionalRating(Rating::fromPlex(10)));
    }

    void retryDoesNotOverwriteWhatSomebodyElseChanged()
    {
        WritePath writes(*m_demo);
        writes.goOnline();
        const auto row = tracks(1).first();
        refuseRatings(1, 403);
        const auto rated = writes.settle(writes.ratings.rate({ row.id }, Rating::fromStars(3)));
        m_demo->server.setRating(keyOf(row), 7.0);
        QVERIFY(await(writes.changes.retryFailed(rated.id)));
        QTRY_COMPARE(writes.changes.pendingSteps(), 0);
        QCOMPARE(writes.summary(rated.id).state(), State::Failed);
        QCOMPARE(held(row), std::optional<double>(7.0));
        QCOMPARE(cached(row), types::OptionalRating(Rating::fromPlex(7)));
    }

    void retryIsRefusedForWhatWasTakenBackOrIsSomebodyElses()
    {
        WritePath writes(*m_demo);
        writes.goOnline();
        const auto rows = tracks(2);
        refuseRatings(1, 403);
        const auto rated = writes.settle(
            writes.ratings.rate({ rows.at(0).id, rows.at(1).id }, Rating::fromStars(5)));
        QCOMPARE(rated.failed, 1);
        QCOMPARE(writes.settle(writes.changes.undo(rated.id)).state(), State::Verified);
        QCOMPARE(await(writes.changes.retryFailed(rated.id)).error().code, Error::Code::Conflict);
        QVERIFY(await(writes.changes.setOwner(otherOwner())));
        QCOMPARE(await(writes.changes.retryFailed(rated.id)).error().code, Error::Code::NotFound);
        QCOMPARE(held(rows.at(0)), std::optional<double>(4.0));
        QCOMPARE(held(rows.at(1)), std::optional<double>(4.0));
    }

    void aRetriedStepHasAllItsTriesAgain()
    {
        WritePath writes(*m_demo);
        writes.goOnline();
        const auto row = tracks(1).first();
        refuseRatings(-1, 200);
        const auto rated = writes.settle(writes.ratings.rate({ row.id }, Rating::fromStars(5)));
        QCOMPARE(rated.state(), State::Failed);
        m_demo->server.clearFaults();
        refuseRatings(1, 200); // forgets it once more
        QVERIFY(await(writes.changes.retryFailed(rated.id)));
        QTRY_COMPARE(writes.changes.pendingSteps(), 0);
        QCOMPARE(writes.summary(rated.id).state(), State::Verified);
        QCOMPARE(held(row), std::optional<double>(10.0));
    }

    void undoGoesOnBehindWhatCannotBeTakenBack()
    {
        WritePath writes(*m_demo);
        writes.goOnline();
        const auto rows = tracks(2);
        const auto first
            = writes.settle(writes.ratings.rate({ rows.at(0).id }, Rating::fromStars(5)));
        const auto second
            = writes.settle(writes.ratings.rate({ rows.at(1).id }, Rating::fromStars(5)));
        m_demo->server.setRating(keyOf(rows.at(1)), 7.0);
        const auto refused = writes.settle(writes.changes.undo());
        QCOMPARE(refused.reverses, second.id);
        QCOMPARE(refused.state(), State::Failed);
        QVERIFY(!refused.firstError.isEmpty());
        QTRY_COMPARE(writes.changes.undoable().id, first.id);
        const auto next = writes.settle(writes.changes.undo());
        QCOMPARE(next.reverses, first.id);
        QCOMPARE(next.state(), State::Verified);
        QTRY_VERIFY(!writes.changes.undoable().id.isValid());
        // By name it is tried again, and works once the other's change is gone.
        QCOMPARE(writes.settle(writes.changes.undo(second.id)).state(), State::Failed);
        m_demo->server.setRating(keyOf(rows.at(1)), 10.0);
        QCOMPARE(writes.settle(writes.changes.undo(second.id)).state(), State::Verified);
        QCOMPARE(held(rows.at(1)), std::optional<double>(4.0));
    }

    void redoGoesOnBehindWhatCannotBeDoneAgain()
    {
        WritePath writes(*m_demo);
        writes.goOnline();
        const auto rows = tracks(2);
        const auto first
            = writes.settle(writes.ratings.rate({ rows.at(0).id }, Rating::fromStars(5)));
        (void)writes.settle(writes.ratings.rate({ rows.at(1).id }, Rating::fromStars(5)));
        (void)writes.settle(writes.changes.undo());
        const auto undone = writes.settle(writes.changes.undo());
        QCOMPARE(undone.reverses, first.id);
        m_demo->server.setRating(keyOf(rows.at(0)), 7.0);
        QCOMPARE(writes.settle(writes.changes.redo()).state(), State::Failed);
        const auto redone = writes.settle(writes.changes.redo());
        QCOMPARE(redone.state(), State::Verified);
        QCOMPARE(held(rows.at(0)), std::optional<double>(7.0));
        QCOMPARE(held(rows.at(1)), std::optional<double>(10.0));
    }

    void aChangeOfWhichNothingWasDoneIsNotOffered()
    {
        WritePath writes(*m_demo);
        const auto row = tracks(1).first();
        const auto replaced = writes.settle(writes.ratings.rate({ row.id }, Rating::fromStars(3)));
        const auto failed = writes.settle(writes.ratings.rate({ row.id }, Rating::fromStars(5)));
        refuseRatings(1, 403);
        writes.goOnline();
        QTRY_COMPARE(writes.changes.pendingSteps(), 0);
        QCOMPARE(writes.summary(failed.id).state(), State::Failed);
        QVERIFY(!writes.changes.undoable().id.isValid());
        QCOMPARE(await(writes.changes.undo()).error().code, Error::Code::NotFound);
        QCOMPARE(await(writes.changes.undo(replaced.id)).error().code, Error::Code::Conflict);
        // Once what replaced it is done after all, both can be taken back, one after the other.
        QVERIFY(await(writes.changes.retryFailed(failed.id)));
        QTRY_COMPARE(writes.changes.pendingSteps(), 0);
        QCOMPARE(writes.settle(writes.changes.undo()).reverses, failed.id);
        QCOMPARE(held(row), std::optional<double>(6.0));
        QCOMPARE(writes.settle(writes.changes.undo()).reverses, replaced.id);
        QCOMPARE(held(row), std::optional<double>(4.0));
    }

    void redoWorksAfterARestart()
    {
        const auto rows = tracks(2);
        {
            WritePath writes(*m_demo);
            writes.goOnline();
            (void)writes.settle(
                writes.ratings.rate({ rows.at(0).id, rows.at(1).id }, Rating::fromStars(5)));
            QCOMPARE(writes.settle(writes.changes.undo()).state(), State::Verified);
        }
        QCOMPARE(held(rows.at(0)), std::optional<double>(4.0));
        {
            WritePath again(*m_demo); // offline: it is journalled, shown, and waits
            QVERIFY(again.changes.redoable().id.isValid());
            QCOMPARE(again.settle(again.changes.redo()).pending, 2);
            QCOMPARE(cached(rows.at(0)), types::OptionalRating(Rating::fromPlex(10)));
        }
        WritePath last(*m_demo);
        last.goOnline();
        QTRY_COMPARE(last.changes.pendingSteps(), 0);
        for (const auto& row : rows) {
            QCOMPARE(held(row), std::optional<double>(10.0));
        }
        QVERIFY(!last.changes.redoable().id.isValid());
        QCOMPARE(last.settle(last.changes.undo()).state(), State::Verified);
        QCOMPARE(held(rows.at(1)), std::optional<double>(4.0));
    }

    void whoWaitsIsToldWhenTheOwnerChanges()
    {
        WritePath writes(*m_demo);
        writes.goOnline();
        demo::Fault slow;
        slow.pathPrefix = u"/:/rate"_s;
        slow.times = -1;
        slow.delay = std::chrono::seconds(2);
        m_demo->server.inject(slow);
        const auto id = await(writes.ratings.rate({ tracks(1).first().id }, Rating::fromStars(5)));
        QVERIFY(id);
        const auto settled = writes.changes.settled(*id);
        QVERIFY(await(writes.changes.setOwner(otherOwner())));
        QCOMPARE(await(settled, std::chrono::seconds(5)).error().code, Error::Code::Cancelled);
    }

    void whoWaitsForNoChangeIsTold()
    {
        WritePath writes(*m_demo);
        QCOMPARE(await(writes.changes.settled({ 999 }), std::chrono::seconds(5)).error().code,
            Error::Code::NotFound);
    }

    void aChangeOfAnUnknownKindIsAtRest()
    {
        WritePath writes(*m_demo);
        const change::Owner owner { { m_demo->endpoints.machineIdentifier }, {} };
        const auto written
            = await(writes.userFile.write([owner](db::Connection& c, db::ChangeSet&) {
                  change::NewChange change { u"of-a-later-version"_s, u"Something"_s,
                      { { u"thing:1"_s, { { "v"_L1, 1 } }, {} } }, change::Role::Do, {}, false };
                  return change::journal::insert(c, owner, change, 1);
              }));
        QVERIFY(written);
        QVERIFY(await(writes.changes.setOwner(owner)));
        writes.goOnline();
        QCOMPARE(writes.changes.pendingSteps(), 1);
        const auto summary = await(writes.changes.settled(written->id), std::chrono::seconds(5));
        QVERIFY(summary);
        QCOMPARE(summary->pending, 1);
        // The known ones behind it go on.
        const auto row = tracks(1).first();
        QCOMPARE(writes.settle(writes.ratings.rate({ row.id }, Rating::fromStars(5))).state(),
            State::Verified);
    }
};

QTEST_GUILESS_MAIN(TestChanges)
#include "tst_changes.moc"
