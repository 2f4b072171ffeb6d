// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rating/ratings.h"

#include "core/rating/rateoperation.h"
#include "tests/support/demolibrary.h"

#include <QTest>

using namespace Qt::StringLiterals;
using change::State;
using types::Rating;
using util::Error;

namespace {

/// One run of the program: journal, cache and server together.
struct Program
{
    explicit Program(support::DemoLibrary& demo)
        : world(demo)
        , userFile(demo.threads, { demo.folder.filePath(u"user.db"_s), u":/sql/user"_s, true })
        , changes(userFile, demo.library, demo.clock)
        , ratings(changes, demo.library, demo.clock)
    {
        changes.add(std::make_shared<rating::RateOperation>());
        (void)support::await(userFile.open());
        (void)support::await(changes.setOwner({ { demo.endpoints.machineIdentifier }, {} }));
        demo.sync.setAfterPage(changes.unfinishedApplier());
    }
    ~Program() { world.sync.setAfterPage({}); }

    void goOnline() { changes.setServer(world.client.get()); }

    change::Summary settle(const util::Future<types::ChangeId>& submitted)
    {
        const auto id = support::await(submitted);
        return id ? support::await(changes.settled(*id)).value_or(change::Summary())
                  : change::Summary();
    }

    support::DemoLibrary& world;
    db::Database userFile;
    change::Changes changes;
    rating::Ratings ratings;
};

} // namespace

class TestRatings : public QObject
{
    Q_OBJECT

    std::unique_ptr<support::DemoLibrary> m_demo;

    QList<types::TrackRow> tracks(int count)
    {
        auto ids = *support::await(m_demo->library.trackIds({}));
        ids.resize(size_t(count));
        return *support::await(m_demo->library.tracks({ ids.begin(), ids.end() }));
    }
    static quint64 number(const types::TrackRow& row) { return row.ratingKey.value.toULongLong(); }
    types::OptionalRating cached(const types::TrackRow& row)
    {
        return support::await(m_demo->library.tracks({ row.id.value }))->first().rating;
    }
    int putsSent()
    {
        int count = 0;
        for (const auto& request : m_demo->server.takeRequests()) {
            count += request.method == "PUT" && request.path == "/:/rate"_L1;
        }
        return count;
    }

private Q_SLOTS:
    void init()
    {
        demo::Options options;
        options.tracks = 300;
        m_demo = std::make_unique<support::DemoLibrary>(options);
        QVERIFY(m_demo->syncNow());
        for (const auto& row : tracks(10)) { // a known start
            m_demo->server.setRating(number(row), 4.0);
        }
        QVERIFY(m_demo->syncNow());
        (void)m_demo->server.takeRequests();
    }
    void cleanup() { m_demo.reset(); }

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
        QCOMPARE(putsSent(), 0);
        program.goOnline();
        QTRY_COMPARE(program.changes.pendingSteps(), 0);
        QCOMPARE(m_demo->server.rating(number(row)), std::optional<double>(7.0));
        QCOMPARE(putsSent(), 1);
    }

    void anOfflineChangeCanBeUndoneBeforeItWasSent()
    {
        Program program(*m_demo);
        const auto row = tracks(1).first();
        (void)program.settle(program.ratings.rate({ row.id }, Rating::fromStars(1)));
        (void)program.settle(program.changes.undo());
        QCOMPARE(cached(row), types::OptionalRating(Rating::fromPlex(4)));
        program.goOnline();
        QTRY_COMPARE(program.changes.pendingSteps(), 0);
        QCOMPARE(m_demo->server.rating(number(row)), std::optional<double>(4.0));
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
        QVERIFY(putsSent() > 0);
        m_demo->server.clearFaults();
        QTRY_COMPARE_WITH_TIMEOUT(program.changes.pendingSteps(), 0, 15'000);
        const auto summary = *support::await(program.changes.settled(waiting.id));
        QCOMPARE(summary.state(), State::Verified);
        QCOMPARE(m_demo->server.rating(number(row)), std::optional<double>(10.0));
        QCOMPARE(putsSent(), 0);
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
