// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rating/ratings.h"

#include "tests/core/change/program.h"

#include <QTest>

using namespace Qt::StringLiterals;
using change::State;
using support::Program;
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
        Program program(*m_demo);
        program.goOnline();
        const auto row = tracks(1).first();
        const auto summary
            = program.settle(program.ratings.rate({ row.id }, Rating::fromStars(4.5)));
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
        Program program(*m_demo);
        program.goOnline();
        const auto row = tracks(1).first();
        QCOMPARE(program.settle(program.ratings.rate({ row.id }, std::nullopt)).state(),
            State::Verified);
        QCOMPARE(m_demo->server.rating(number(row)), std::optional<double>());
        QCOMPARE(cached(row), types::OptionalRating());
        const auto requests = m_demo->server.takeRequests();
        QVERIFY(std::ranges::any_of(
            requests, [](const auto& r) { return r.value(u"rating"_s) == "-1"_L1; }));
    }

    void aSelectionIsOneChangeWithOneUndo()
    {
        Program program(*m_demo);
        program.goOnline();
        QList<types::ItemId> ids;
        const auto rows = tracks(10);
        for (const auto& row : rows) {
            ids.append(row.id);
        }
        const auto summary = program.settle(program.ratings.rate(ids, Rating::fromStars(5)));
        QCOMPARE(summary.steps, 10);
        QCOMPARE(summary.verified, 10);
        const auto undone = program.settle(program.changes.undo());
        QCOMPARE(undone.role, change::Role::Undo);
        QCOMPARE(undone.state(), State::Verified);
        for (const auto& row : rows) {
            QCOMPARE(m_demo->server.rating(number(row)), std::optional<double>(4.0));
            QCOMPARE(cached(row), types::OptionalRating(Rating::fromPlex(4)));
        }
        const auto redone = program.settle(program.changes.redo());
        QCOMPARE(redone.state(), State::Verified);
        QCOMPARE(m_demo->server.rating(number(rows.first())), std::optional<double>(10.0));
    }

    void undoWorksAfterARestart()
    {
        const auto row = tracks(1).first();
        {
            Program program(*m_demo);
            program.goOnline();
            (void)program.settle(program.ratings.rate({ row.id }, Rating::fromStars(1)));
        }
        Program again(*m_demo);
        again.goOnline();
        QTRY_VERIFY(again.changes.undoable().id.isValid());
        QCOMPARE(again.settle(again.changes.undo()).state(), State::Verified);
        QCOMPARE(m_demo->server.rating(number(row)), std::optional<double>(4.0));
    }

    void undoDoesNotOverwriteWhatSomebodyElseChanged()
    {
        Program program(*m_demo);
        program.goOnline();
        const auto row = tracks(1).first();
        (void)program.settle(program.ratings.rate({ row.id }, Rating::fromStars(1)));
        m_demo->server.setRating(number(row), 7.0);
        const auto undone = program.settle(program.changes.undo());
        QCOMPARE(undone.state(), State::Failed);
        QVERIFY(!undone.firstError.isEmpty());
        QVERIFY(!program.summary(undone.reverses).isUndone);
        QCOMPARE(program.summary(undone.reverses).state(), State::Verified);
        QCOMPARE(m_demo->server.rating(number(row)), std::optional<double>(7.0));
        QCOMPARE(cached(row), types::OptionalRating(Rating::fromPlex(7)));
    }

    void offlineRatingsCollapseToTheLastAndAreSentOnce()
    {
        Program program(*m_demo);
        const auto row = tracks(1).first();
        for (const double stars : { 1.0, 2.0, 3.5 }) {
            const auto summary
                = program.settle(program.ratings.rate({ row.id }, Rating::fromStars(stars)));
            QCOMPARE(summary.pending, 1);
        }
        QCOMPARE(program.changes.pendingSteps(), 1);
        QCOMPARE(cached(row), types::OptionalRating(Rating::fromPlex(7)));
        QCOMPARE(ratingsSent(), 0);
        program.goOnline();
        QTRY_COMPARE(program.changes.pendingSteps(), 0);
        QCOMPARE(m_demo->server.rating(number(row)), std::optional<double>(7.0));
        QCOMPARE(ratingsSent(), 1);
    }

    void anOfflineChangeCanBeUndoneBeforeItWasSent()
    {
        Program program(*m_demo);
        const auto row = tracks(1).first();
        const auto rated = program.settle(program.ratings.rate({ row.id }, Rating::fromStars(1)));
        const auto undone = program.settle(program.changes.undo());
        QCOMPARE(cached(row), types::OptionalRating(Rating::fromPlex(4)));
        program.goOnline();
        QTRY_COMPARE(program.changes.pendingSteps(), 0);
        QCOMPARE(program.summary(undone.id).state(), State::Verified);
        QCOMPARE(program.summary(rated.id).verified, 0);
        QCOMPARE(program.summary(rated.id).superseded, 1);
        QCOMPARE(m_demo->server.rating(number(row)), std::optional<double>(4.0));
        QCOMPARE(ratingsSent(), 0);
    }

    void anOfflineUndoDoesNotOverwriteWhatSomebodyElseChanged()
    {
        Program program(*m_demo);
        const auto row = tracks(1).first();
        const auto rated = program.settle(program.ratings.rate({ row.id }, Rating::fromStars(1)));
        const auto undone = program.settle(program.changes.undo());
        QVERIFY(program.summary(rated.id).isUndone);
        m_demo->server.setRating(number(row), 7.0);
        program.goOnline();
        QTRY_COMPARE(program.changes.pendingSteps(), 0);
        QCOMPARE(program.summary(undone.id).state(), State::Failed);
        QVERIFY(!program.summary(rated.id).isUndone);
        QCOMPARE(m_demo->server.rating(number(row)), std::optional<double>(7.0));
        QCOMPARE(cached(row), types::OptionalRating(Rating::fromPlex(7)));
        QCOMPARE(ratingsSent(), 0);
    }

    void pendingRatingsSurviveARestartAndWinOverASync()
    {
        const auto row = tracks(1).first();
        {
            Program program(*m_demo);
            (void)program.settle(program.ratings.rate({ row.id }, Rating::fromStars(1)));
        }
        Program again(*m_demo);
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
        Program program(*m_demo);
        program.goOnline();
        const auto rows = tracks(3);
        demo::Fault fault;
        fault.pathPrefix = u"/:/rate"_s;
        fault.times = 1;
        fault.status = 403;
        m_demo->server.inject(fault);
        int told = 0;
        connect(&program.changes, &change::Changes::failed, this, [&told] { ++told; });
        const auto summary = program.settle(program.ratings.rate(
            { rows.at(0).id, rows.at(1).id, rows.at(2).id }, Rating::fromStars(5)));
        QCOMPARE(summary.failed, 1);
        QCOMPARE(summary.verified, 2);
        QCOMPARE(summary.state(), State::Failed);
        QTRY_VERIFY(told > 0);
        for (const auto& row : rows) {
            const auto onServer = m_demo->server.rating(number(row));
            QCOMPARE(cached(row)->plex(), *onServer);
        }
        QVERIFY(support::await(program.changes.retryFailed(summary.id)));
        QTRY_COMPARE(program.changes.pendingSteps(), 0);
        for (const auto& row : rows) {
            QCOMPARE(m_demo->server.rating(number(row)), std::optional<double>(10.0));
        }
    }

    void aLostAnswerIsLookedUpBeforeItIsSentAgain()
    {
        Program program(*m_demo);
        program.goOnline();
        const auto row = tracks(1).first();
        demo::Fault fault;
        fault.pathPrefix = u"/:/rate"_s;
        fault.times = -1;
        fault.dropConnection = true; // the work is done, the answer lost
        m_demo->server.inject(fault);
        const auto waiting = program.settle(program.ratings.rate({ row.id }, Rating::fromStars(5)));
        QCOMPARE(waiting.pending, 1);
        QVERIFY(ratingsSent() > 0);
        m_demo->server.clearFaults();
        QTRY_COMPARE_WITH_TIMEOUT(program.changes.pendingSteps(), 0, 15'000);
        const auto summary = *support::await(program.changes.settled(waiting.id));
        QCOMPARE(summary.state(), State::Verified);
        QCOMPARE(m_demo->server.rating(number(row)), std::optional<double>(10.0));
        QCOMPARE(ratingsSent(), 0);
    }

    void aServerThatForgetsIsNotBelieved()
    {
        Program program(*m_demo);
        program.goOnline();
        const auto row = tracks(1).first();
        demo::Fault fault; // says 200 and does nothing
        fault.pathPrefix = u"/:/rate"_s;
        fault.times = -1;
        fault.status = 200;
        m_demo->server.inject(fault);
        const auto summary = program.settle(program.ratings.rate({ row.id }, Rating::fromStars(5)));
        QCOMPARE(summary.state(), State::Failed);
        QCOMPARE(cached(row), types::OptionalRating(Rating::fromPlex(4)));
    }

    void aRefusedTokenLeavesTheRatingPending()
    {
        Program program(*m_demo);
        m_demo->client = m_demo->makeClient(util::SecretString("wrong"));
        int asked = 0;
        connect(&program.changes, &change::Changes::unauthorised, this, [&asked] { ++asked; });
        program.goOnline();
        const auto row = tracks(1).first();
        const auto summary = program.settle(program.ratings.rate({ row.id }, Rating::fromStars(5)));
        QCOMPARE(summary.pending, 1);
        QCOMPARE(asked, 1);
        program.changes.setServer(nullptr);
        m_demo->client = m_demo->makeClient(m_demo->endpoints.token);
        program.goOnline();
        QTRY_COMPARE(program.changes.pendingSteps(), 0);
        QCOMPARE(m_demo->server.rating(number(row)), std::optional<double>(10.0));
    }

    void theJournalRemembersWhatWasRated()
    {
        Program program(*m_demo);
        program.goOnline();
        const auto row = tracks(1).first();
        const auto known = *support::await(m_demo->library.item(row.ratingKey));
        const auto summary = program.settle(program.ratings.rate({ row.id }, Rating::fromStars(5)));
        const auto steps = *support::await(program.changes.steps(summary.id));
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
        Program program(*m_demo);
        program.goOnline();
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
        (void)program.settle(program.ratings.rate({ row.id }, Rating::fromStars(5)));
        QVERIFY(ratedAt() > 1'600'000'000);
        QCOMPARE(program.settle(program.changes.undo()).state(), State::Verified);
        QCOMPARE(ratedAt(), 1'600'000'000);
    }

    void aKeyThatIsNotInTheLibraryIsAFailedStep()
    {
        Program program(*m_demo);
        program.goOnline();
        const auto row = tracks(1).first();
        const types::RatingKey unknown { u"999999999"_s };
        const auto summary = program.settle(program.ratings.rateKeys(
            { row.ratingKey, unknown, row.ratingKey }, Rating::fromStars(5)));
        QCOMPARE(summary.steps, 2);
        QCOMPARE(summary.verified, 1);
        QCOMPARE(summary.failed, 1);
        QVERIFY(summary.label.contains(row.title));
        const auto steps = *support::await(program.changes.steps(summary.id));
        QCOMPARE(steps.at(1).state, State::Failed);
        QCOMPARE(steps.at(1).payload.value("key"_L1).toString(), unknown.value);
        QCOMPARE(steps.at(1).errorCode, util::codeName(Error::Code::NotFound));
        QCOMPARE(ratingsSent(), 1);
    }

    void aKeyThatIsNotInTheLibraryFailsAlsoWhenAllOthersAreSet()
    {
        Program program(*m_demo);
        program.goOnline();
        const auto row = tracks(1).first();
        const types::RatingKey unknown { u"999999999"_s };
        for (int i = 0; i < 2; ++i) {
            const auto summary = program.settle(
                program.ratings.rateKeys({ row.ratingKey, unknown }, Rating::fromPlex(4)));
            QCOMPARE(summary.steps, 1);
            QCOMPARE(summary.failed, 1);
            QVERIFY(summary.label.contains(unknown.value));
        }
        QCOMPARE(ratingsSent(), 0);
        QVERIFY(!program.changes.undoable().id.isValid());
    }

    void nothingToDoIsSaid()
    {
        Program program(*m_demo);
        const auto row = tracks(1).first();
        QCOMPARE(support::await(program.ratings.rate({ row.id }, Rating::fromPlex(4))).error().code,
            Error::Code::Conflict);
        QCOMPARE(support::await(program.ratings.rateKeys({ { u"999999999"_s } }, std::nullopt))
                     .error()
                     .code,
            Error::Code::NotFound);
        QCOMPARE(support::await(program.changes.undo()).error().code, Error::Code::NotFound);
    }
};

QTEST_GUILESS_MAIN(TestRatings)
#include "tst_ratings.moc"
