// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rating/ratings.h"

#include "tests/core/change/writepath.h"

#include <QTest>

using namespace Qt::StringLiterals;
using change::State;
using support::WritePath;
using types::Rating;
using util::Error;

class TestRatings : public QObject, support::RatedTest
{
    Q_OBJECT

    static quint64 number(const types::TrackRow& row) { return row.ratingKey.value.toULongLong(); }

private Q_SLOTS:
    void init() { QVERIFY(begin()); }
    void cleanup() { end(); }

    void oneRatingReachesTheServerAndIsReadBack()
    {
        WritePath writes(*m_demo);
        writes.goOnline();
        const auto row = tracks(1).first();
        const auto summary = writes.settle(writes.ratings.rate({ row.id }, Rating::fromStars(4.5)));
        QCOMPARE(summary.state(), State::Verified);
        QCOMPARE(m_demo->server.rating(number(row)), std::optional<double>(9.0));
        QCOMPARE(cached(row), types::OptionalRating(Rating::fromPlex(9)));
        QVERIFY(summary.label.contains(row.title));
        const auto requests = m_demo->server.takeRequests();
        QVERIFY(std::ranges::any_of(requests, [](const auto& r) {
            return r.method == "GET" && r.path.startsWith("/library/metadata/"_L1);
        }));
    }

    void clearingSendsMinusOneAndLeavesNoRating()
    {
        WritePath writes(*m_demo);
        writes.goOnline();
        const auto row = tracks(1).first();
        QCOMPARE(
            writes.settle(writes.ratings.rate({ row.id }, std::nullopt)).state(), State::Verified);
        QCOMPARE(m_demo->server.rating(number(row)), std::optional<double>());
        QCOMPARE(cached(row), types::OptionalRating());
        const auto requests = m_demo->server.takeRequests();
        QVERIFY(std::ranges::any_of(
            requests, [](const auto& r) { return r.value(u"rating"_s) == "-1"_L1; }));
    }

    void aSelectionIsOneChangeWithOneUndo()
    {
        WritePath writes(*m_demo);
        writes.goOnline();
        QList<types::ItemId> ids;
        const auto rows = tracks(10);
        for (const auto& row : rows) {
            ids.append(row.id);
        }
        const auto summary = writes.settle(writes.ratings.rate(ids, Rating::fromStars(5)));
        QCOMPARE(summary.steps, 10);
        QCOMPARE(summary.verified, 10);
        const auto undone = writes.settle(writes.changes.undo());
        QCOMPARE(undone.role, change::Role::Undo);
        QCOMPARE(undone.state(), State::Verified);
        for (const auto& row : rows) {
            QCOMPARE(m_demo->server.rating(number(row)), std::optional<double>(4.0));
            QCOMPARE(cached(row), types::OptionalRating(Rating::fromPlex(4)));
        }
        const auto redone = writes.settle(writes.changes.redo());
        QCOMPARE(redone.state(), State::Verified);
        QCOMPARE(m_demo->server.rating(number(rows.first())), std::optional<double>(10.0));
    }

    void undoWorksAfterARestart()
    {
        const auto row = tracks(1).first();
        {
            WritePath writes(*m_demo);
            writes.goOnline();
            (void)writes.settle(writes.ratings.rate({ row.id }, Rating::fromStars(1)));
        }
        WritePath again(*m_demo);
        again.goOnline();
        QTRY_VERIFY(again.changes.undoable().id.isValid());
        QCOMPARE(again.settle(again.changes.undo()).state(), State::Verified);
        QCOMPARE(m_demo->server.rating(number(row)), std::optional<double>(4.0));
    }

    void undoDoesNotOverwriteWhatSomebodyElseChanged()
    {
        WritePath writes(*m_demo);
        writes.goOnline();
        const auto row = tracks(1).first();
        (void)writes.settle(writes.ratings.rate({ row.id }, Rating::fromStars(1)));
        m_demo->server.setRating(number(row), 7.0);
        const auto undone = writes.settle(writes.changes.undo());
        QCOMPARE(undone.state(), State::Failed);
        QVERIFY(!undone.firstError.isEmpty());
        QVERIFY(!writes.summary(undone.reverses).isUndone);
        QCOMPARE(writes.summary(undone.reverses).state(), State::Verified);
        QCOMPARE(m_demo->server.rating(number(row)), std::optional<double>(7.0));
        QCOMPARE(cached(row), types::OptionalRating(Rating::fromPlex(7)));
    }

    void offlineRatingsCollapseToTheLastAndAreSentOnce()
    {
        WritePath writes(*m_demo);
        const auto row = tracks(1).first();
        for (const double stars : { 1.0, 2.0, 3.5 }) {
            const auto summary
                = writes.settle(writes.ratings.rate({ row.id }, Rating::fromStars(stars)));
            QCOMPARE(summary.pending, 1);
        }
        QCOMPARE(writes.changes.pendingSteps(), 1);
        QCOMPARE(cached(row), types::OptionalRating(Rating::fromPlex(7)));
        QCOMPARE(ratingsSent(), 0);
        writes.goOnline();
        QTRY_COMPARE(writes.changes.pendingSteps(), 0);
        QCOMPARE(m_demo->server.rating(number(row)), std::optional<double>(7.0));
        QCOMPARE(ratingsSent(), 1);
    }

    void anOfflineChangeCanBeUndoneBeforeItWasSent()
    {
        WritePath writes(*m_demo);
        const auto row = tracks(1).first();
        const auto rated = writes.settle(writes.ratings.rate({ row.id }, Rating::fromStars(1)));
        const auto undone = writes.settle(writes.changes.undo());
        QCOMPARE(cached(row), types::OptionalRating(Rating::fromPlex(4)));
        writes.goOnline();
        QTRY_COMPARE(writes.changes.pendingSteps(), 0);
        QCOMPARE(writes.summary(undone.id).state(), State::Verified);
        QCOMPARE(writes.summary(rated.id).verified, 0);
        QCOMPARE(writes.summary(rated.id).superseded, 1);
        QCOMPARE(m_demo->server.rating(number(row)), std::optional<double>(4.0));
        QCOMPARE(ratingsSent(), 0);
    }

    void anOfflineUndoDoesNotOverwriteWhatSomebodyElseChanged()
    {
        WritePath writes(*m_demo);
        const auto row = tracks(1).first();
        const auto rated = writes.settle(writes.ratings.rate({ row.id }, Rating::fromStars(1)));
        const auto undone = writes.settle(writes.changes.undo());
        QVERIFY(writes.summary(rated.id).isUndone);
        m_demo->server.setRating(number(row), 7.0);
        writes.goOnline();
        QTRY_COMPARE(writes.changes.pendingSteps(), 0);
        QCOMPARE(writes.summary(undone.id).state(), State::Failed);
        QVERIFY(!writes.summary(rated.id).isUndone);
        QCOMPARE(m_demo->server.rating(number(row)), std::optional<double>(7.0));
        QCOMPARE(cached(row), types::OptionalRating(Rating::fromPlex(7)));
        QCOMPARE(ratingsSent(), 0);
    }

    void pendingRatingsSurviveARestartAndWinOverASync()
    {
        const auto row = tracks(1).first();
        {
            WritePath writes(*m_demo);
            (void)writes.settle(writes.ratings.rate({ row.id }, Rating::fromStars(1)));
        }
        WritePath again(*m_demo);
        QTRY_COMPARE(again.changes.pendingSteps(), 1);
        m_demo->server.setRating(number(row), 5.0); // the page differs, so it is written
        QVERIFY(m_demo->syncNow());
        QCOMPARE(cached(row), types::OptionalRating(Rating::fromPlex(2)));
        again.goOnline();
        QTRY_COMPARE(again.changes.pendingSteps(), 0);
        QCOMPARE(m_demo->server.rating(number(row)), std::optional<double>(2.0));
    }

    void aRefusedItemFailsAloneAndShowsItsFormerRating()
    {
        WritePath writes(*m_demo);
        writes.goOnline();
        const auto rows = tracks(3);
        demo::Fault fault;
        fault.pathPrefix = u"/:/rate"_s;
        fault.times = 1;
        fault.status = 403;
        m_demo->server.inject(fault);
        int told = 0;
        connect(&writes.changes, &change::Changes::failed, this, [&told] { ++told; });
        const auto summary = writes.settle(writes.ratings.rate(
            { rows.at(0).id, rows.at(1).id, rows.at(2).id }, Rating::fromStars(5)));
        QCOMPARE(summary.failed, 1);
        QCOMPARE(summary.verified, 2);
        QCOMPARE(summary.state(), State::Failed);
        QTRY_VERIFY(told > 0);
        for (const auto& row : rows) {
            const auto onServer = m_demo->server.rating(number(row));
            QCOMPARE(cached(row)->plex(), *onServer);
        }
        QVERIFY(support::await(writes.changes.retryFailed(summary.id)));
        QTRY_COMPARE(writes.changes.pendingSteps(), 0);
        for (const auto& row : rows) {
            QCOMPARE(m_demo->server.rating(number(row)), std::optional<double>(10.0));
        }
    }

    void aLostAnswerIsLookedUpBeforeItIsSentAgain()
    {
        WritePath writes(*m_demo);
        writes.goOnline();
        const auto row = tracks(1).first();
        demo::Fault fault;
        fault.pathPrefix = u"/:/rate"_s;
        fault.times = -1;
        fault.dropConnection = true; // the work is done, the answer lost
        m_demo->server.inject(fault);
        const auto waiting = writes.settle(writes.ratings.rate({ row.id }, Rating::fromStars(5)));
        QCOMPARE(waiting.pending, 1);
        QVERIFY(ratingsSent() > 0);
        m_demo->server.clearFaults();
        QTRY_COMPARE_WITH_TIMEOUT(writes.changes.pendingSteps(), 0, 15'000);
        const auto summary = *support::await(writes.changes.settled(waiting.id));
        QCOMPARE(summary.state(), State::Verified);
        QCOMPARE(m_demo->server.rating(number(row)), std::optional<double>(10.0));
        QCOMPARE(ratingsSent(), 0);
    }

    void aServerThatForgetsIsNotBelieved()
    {
        WritePath writes(*m_demo);
        writes.goOnline();
        const auto row = tracks(1).first();
        demo::Fault fault; // says 200 and does nothing
        fault.pathPrefix = u"/:/rate"_s;
        fault.times = -1;
        fault.status = 200;
        m_demo->server.inject(fault);
        const auto summary = writes.settle(writes.ratings.rate({ row.id }, Rating::fromStars(5)));
        QCOMPARE(summary.state(), State::Failed);
        QCOMPARE(cached(row), types::OptionalRating(Rating::fromPlex(4)));
    }

    void aRefusedTokenLeavesTheRatingPending()
    {
        WritePath writes(*m_demo);
        m_demo->client = m_demo->makeClient(util::SecretString("wrong"));
        int asked = 0;
        connect(&writes.changes, &change::Changes::unauthorised, this, [&asked] { ++asked; });
        writes.goOnline();
        const auto row = tracks(1).first();
        const auto summary = writes.settle(writes.ratings.rate({ row.id }, Rating::fromStars(5)));
        QCOMPARE(summary.pending, 1);
        QCOMPARE(asked, 1);
        writes.changes.setServer(nullptr);
        m_demo->client = m_demo->makeClient(m_demo->endpoints.token);
        writes.goOnline();
        QTRY_COMPARE(writes.changes.pendingSteps(), 0);
        QCOMPARE(m_demo->server.rating(number(row)), std::optional<double>(10.0));
    }

    void theJournalRemembersWhatWasRated()
    {
        WritePath writes(*m_demo);
        writes.goOnline();
        const auto row = tracks(1).first();
        const auto known = *support::await(m_demo->library.item(row.ratingKey));
        const auto summary = writes.settle(writes.ratings.rate({ row.id }, Rating::fromStars(5)));
        const auto steps = *support::await(writes.changes.steps(summary.id));
        QCOMPARE(steps.size(), 1);
        const QJsonObject payload = steps.first().payload;
        QCOMPARE(payload.value("title"_L1).toString(), row.title);
        QCOMPARE(payload.value("artist"_L1).toString(), row.artist);
        QCOMPARE(payload.value("album"_L1).toString(), row.album);
        QVERIFY(!known.guid.isEmpty() && !known.media.file.isEmpty());
        QCOMPARE(payload.value("guid"_L1).toString(), known.guid);
        QCOMPARE(payload.value("file"_L1).toString(), known.media.file);
    }

    void undoBringsBackWhenItWasRated()
    {
        WritePath writes(*m_demo);
        writes.goOnline();
        const auto row = tracks(1).first();
        const auto ratedAt = [this, row] {
            return *support::await(m_demo->library.read([row](db::Connection& c, std::stop_token) {
                return c.integer(
                    u"SELECT rated_at FROM item WHERE id = %1"_s.arg(row.id.value), -1);
            }));
        };
        QVERIFY(support::await(
            m_demo->library.write([row](db::Connection& c, db::ChangeSet&) -> util::Result<bool> {
                (void)c.prepare("UPDATE item SET rated_at = 1600000000 WHERE id = ?")
                    .bind(row.id)
                    .run();
                return true;
            })));
        (void)writes.settle(writes.ratings.rate({ row.id }, Rating::fromStars(5)));
        QVERIFY(ratedAt() > 1'600'000'000);
        QCOMPARE(writes.settle(writes.changes.undo()).state(), State::Verified);
        QCOMPARE(ratedAt(), 1'600'000'000);
    }

    void aKeyThatIsNotInTheLibraryIsAFailedStep()
    {
        WritePath writes(*m_demo);
        writes.goOnline();
        const auto row = tracks(1).first();
        const types::RatingKey unknown { u"999999999"_s };
        const auto summary = writes.settle(writes.ratings.rateKeys(
            { row.ratingKey, unknown, row.ratingKey }, Rating::fromStars(5)));
        QCOMPARE(summary.steps, 2);
        QCOMPARE(summary.verified, 1);
        QCOMPARE(summary.failed, 1);
        QVERIFY(summary.label.contains(row.title));
        const auto steps = *support::await(writes.changes.steps(summary.id));
        QCOMPARE(steps.at(1).state, State::Failed);
        QCOMPARE(steps.at(1).payload.value("key"_L1).toString(), unknown.value);
        QCOMPARE(steps.at(1).errorCode, util::codeName(Error::Code::NotFound));
        QCOMPARE(ratingsSent(), 1);
    }

    void aKeyThatIsNotInTheLibraryFailsAlsoWhenAllOthersAreSet()
    {
        WritePath writes(*m_demo);
        writes.goOnline();
        const auto row = tracks(1).first();
        const types::RatingKey unknown { u"999999999"_s };
        for (int i = 0; i < 2; ++i) {
            const auto summary = writes.settle(
                writes.ratings.rateKeys({ row.ratingKey, unknown }, Rating::fromPlex(4)));
            QCOMPARE(summary.steps, 1);
            QCOMPARE(summary.failed, 1);
            QVERIFY(summary.label.contains(unknown.value));
        }
        QCOMPARE(ratingsSent(), 0);
        QVERIFY(!writes.changes.undoable().id.isValid());
    }

    void nothingToDoIsSaid()
    {
        WritePath writes(*m_demo);
        const auto row = tracks(1).first();
        QCOMPARE(support::await(writes.ratings.rate({ row.id }, Rating::fromPlex(4))).error().code,
            Error::Code::Conflict);
        QCOMPARE(support::await(writes.ratings.rateKeys({ { u"999999999"_s } }, std::nullopt))
                     .error()
                     .code,
            Error::Code::NotFound);
        QCOMPARE(support::await(writes.changes.undo()).error().code, Error::Code::NotFound);
    }
};

QTEST_GUILESS_MAIN(TestRatings)
#include "tst_ratings.moc"
