// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/account/settings.h"
#include "core/demo/server.h"
#include "tests/app/program.h"
#include "tests/support/await.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSemaphore>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using support::await;
using support::Program;
using types::Rating;
using util::Error;
using util::SecretString;

namespace {

/// The token of the demo server's Home user, who has rated nothing.
const SecretString kGuest { "demo-server-token-guest-19c2" };

/// A server with a small library of its own.
struct Place
{
    explicit Place(quint32 seed)
        : server({ .tracks = 60, .seed = seed })
        , endpoints(server.start().value())
        , address(*account::parseServerAddress(endpoints.pms.toString()))
    {
    }

    /// How often a rating was sent since the last call.
    int ratingsReceived()
    {
        int count = 0;
        for (const demo::RecordedRequest& request : server.takeRequests()) {
            count += request.path == u"/:/rate" ? 1 : 0;
        }
        return count;
    }
    /// No rating is taken until clearFaults().
    void refuseRatings()
    {
        demo::Fault fault;
        fault.pathPrefix = u"/:/rate"_s;
        fault.times = -1;
        fault.dropConnection = true;
        fault.method = "PUT"_ba;
        fault.status = 503;
        server.inject(fault);
    }

    demo::Server server;
    demo::Endpoints endpoints;
    account::ServerAddress address;
};

account::Environment givenToken(const SecretString& token)
{
    account::Environment environment;
    environment.token = token;
    return environment;
}

app::Session::AskSameUser answer(bool isSame)
{
    return [isSame](const types::ServerInfo&) { return util::async::ready<bool>(isSame); };
}

app::Session::AskSameUser nobodyIsAsked()
{
    return [](const types::ServerInfo&) {
        return util::async::ready<bool>(Error { Error::Code::Internal, u"asked"_s, {}, 0, {} });
    };
}

app::Session::AskSameUser noAnswer()
{
    return [](const types::ServerInfo&) { return util::async::ready<bool>(Error::cancelled()); };
}

/// The first track of the open library.
types::ItemId anyTrack(Program& program)
{
    const auto ids = await(program.services.library.trackIds({}));
    return ids && !ids->empty() ? types::ItemId { ids->front() } : types::ItemId {};
}

quint64 keyOf(Program& program, types::ItemId track)
{
    const auto keys = await(program.services.library.ratingKeys({ track }));
    return keys && !keys->isEmpty() ? keys->first().value.toULongLong() : 0;
}

/// An item of the library that is open.
util::Future<types::ChangeId> rate(Program& program, types::ItemId item, double stars)
{
    return program.services.ratings.rate(
        program.services.library.key(), { item }, Rating::fromStars(stars));
}

/// Of the current server.
SecretString storedToken(Program& program)
{
    const auto known = program.services.accounts.current();
    return known ? await(program.services.accounts.token(*known)).value_or(SecretString())
                 : SecretString();
}

/// The server of a session; none if there is none.
types::ServerId shownBy(const app::Session& session)
{
    return session.shown().value_or(account::KnownServer {}).id;
}

} // namespace

/// The services behind the window and the command line, with real servers and real files: what a
/// change of address, token or server does to what is stored, and to what is sent.
class TestSession : public QObject
{
    Q_OBJECT

    Place m_one { 1 };
    Place m_two { 2 };
    std::unique_ptr<QTemporaryDir> m_folder;
    quint64 m_rated = 0; ///< at the first server

    /// Connects and fills the cache.
    util::Result<library::SyncSummary> settleAt(Program& program, const Place& place)
    {
        const auto connected
            = await(program.session.connectTo(place.address, place.endpoints.token));
        return connected ? await(program.session.sync({}))
                         : util::Result<library::SyncSummary>(connected.error());
    }
    /// Signed in at the first server as its owner, with a rating of 3 stars that could not be
    /// sent; the key of what was rated, 0 if this did not work.
    quint64 leaveARatingBehind(Program& program)
    {
        if (!settleAt(program, m_one)) {
            return 0;
        }
        m_one.refuseRatings();
        const types::ItemId track = anyTrack(program);
        const auto change = await(rate(program, track, 3));
        const auto summary
            = await(program.services.changes.settled(change.value_or(types::ChangeId())));
        m_rated = keyOf(program, track);
        return summary && summary->pending == 1 ? m_rated : 0;
    }
    /// What the server's owner has rated it, in stars; 0 = nothing.
    double stars(quint64 key) { return m_one.server.rating(key).value_or(0) / 2; }
    QString folder() const { return m_folder->path(); }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        (void)m_one.server.setRating(m_rated, {});
        for (Place* place : { &m_one, &m_two }) {
            place->server.clearFaults();
            (void)place->server.takeRequests();
        }
    }

    void anAddressGivenForARunReplacesNothing()
    {
        {
            Program program(folder());
            QVERIFY(await(program.session.connectTo(m_one.address, m_one.endpoints.token)));
        }
        const Place other(1); // the same server by what it says of itself, at another address
        account::Environment environment = givenToken(other.endpoints.token);
        environment.server = other.address;
        {
            Program program(folder(), environment);
            const auto connected = await(program.session.goOnline());
            QVERIFY2(connected, connected ? "" : qPrintable(connected.error().detail));
        }
        const Program again(folder());
        QCOMPARE(again.services.accounts.servers().size(), 1);
        QCOMPARE(again.services.accounts.servers().first().address, m_one.address);
        QVERIFY(again.services.accounts.current());
    }

    void aServerGivenForARunIsKnownAfterwardsAndNotTheCurrentOne()
    {
        account::Environment environment = givenToken(m_one.endpoints.token);
        environment.server = m_one.address;
        {
            Program program(folder(), environment);
            QVERIFY(await(program.session.openCache()));
            QVERIFY(await(program.session.sync({})));
        }
        m_one.server.stop();
        {
            Program program(folder(), environment);
            QVERIFY(await(program.session.openCache()));
            QVERIFY(anyTrack(program).isValid());
            QVERIFY(!program.services.accounts.current());
        }
        QVERIFY(m_one.server.start());
    }

    void nothingOfOneUserIsSentWithTheTokenOfAnother()
    {
        Program program(folder());
        const quint64 key = leaveARatingBehind(program);
        QVERIFY(key != 0);
        const library::CacheKey owners = program.services.library.key();
        m_one.server.clearFaults();
        (void)m_one.server.takeRequests();
        QVERIFY(await(program.session.connectTo(m_one.address, kGuest, answer(false))));
        QVERIFY(program.services.library.key() != owners);
        QVERIFY(!anyTrack(program).isValid());
        QVERIFY(await(program.session.sync({})));
        QCOMPARE(program.services.changes.pendingSteps(), 0);
        QVERIFY(await(program.services.changes.history(10))->isEmpty());
        QCOMPARE(m_one.ratingsReceived(), 0);
        // Back again: who is known is not asked after, and what waited is sent.
        QVERIFY(await(
            program.session.connectTo(m_one.address, m_one.endpoints.token, nobodyIsAsked())));
        QCOMPARE(program.services.library.key(), owners);
        QTRY_COMPARE(stars(key), 3.0);
        QVERIFY(await(program.session.connectTo(m_one.address, kGuest, nobodyIsAsked())));
        QVERIFY(program.services.library.key() != owners);
    }

    void aNewTokenOfTheSameUserKeepsCacheAndWhatWaits()
    {
        Program program(folder());
        QVERIFY(leaveARatingBehind(program) != 0);
        const library::CacheKey owners = program.services.library.key();
        m_one.server.clearFaults();
        (void)m_one.server.takeRequests();
        QVERIFY(await(program.session.connectTo(m_one.address, kGuest, answer(true))));
        QCOMPARE(program.services.library.key(), owners);
        QVERIFY(anyTrack(program).isValid());
        QTRY_COMPARE(program.services.changes.pendingSteps(), 0);
        QCOMPARE(m_one.ratingsReceived(), 1);
        QCOMPARE(storedToken(program), kGuest);
    }

    void aQuestionThatIsNotAnsweredChangesNothing()
    {
        Program program(folder());
        QVERIFY(settleAt(program, m_one));
        const auto status = program.session.status();
        const auto known = program.services.accounts.servers();
        const auto connected = await(program.session.connectTo(m_one.address, kGuest, noAnswer()));
        QCOMPARE(connected.error().code, Error::Code::Cancelled);
        QVERIFY(program.session.status() == status);
        QCOMPARE(program.services.accounts.servers(), known);
        QCOMPARE(storedToken(program), m_one.endpoints.token);
        QVERIFY(await(program.session.sync({})));
    }

    void anotherTokenInTheEnvironmentHasACacheOfItsOwn()
    {
        library::CacheKey owners;
        {
            Program program(folder());
            QVERIFY(leaveARatingBehind(program) != 0);
            owners = program.services.library.key();
        }
        m_one.server.clearFaults();
        (void)m_one.server.takeRequests();
        library::CacheKey guests;
        {
            Program program(folder(), givenToken(kGuest));
            QVERIFY(await(program.session.openForWriting()));
            guests = program.services.library.key();
            QVERIFY(guests.server == owners.server && guests.user != owners.user);
            QVERIFY(!guests.user.value.contains(QString::fromUtf8(kGuest.reveal())));
            QVERIFY(await(program.session.sync({})));
            QCOMPARE(program.services.changes.pendingSteps(), 0);
            QCOMPARE(m_one.ratingsReceived(), 0);
        }
        {
            Program program(folder(), givenToken(kGuest));
            QVERIFY(await(program.session.openCache()));
            QCOMPARE(program.services.library.key(), guests);
            QVERIFY(anyTrack(program).isValid());
        }
        {
            Program program(folder(), givenToken(m_one.endpoints.token));
            QVERIFY(await(program.session.openCache()));
            QCOMPARE(program.services.library.key(), owners);
        }
        Program program(folder());
        QVERIFY(await(program.session.openForWriting()));
        QCOMPARE(program.services.library.key(), owners);
        QTRY_COMPARE(program.services.changes.pendingSteps(), 0);
        QCOMPARE(m_one.ratingsReceived(), 1);
    }

    /// Files of a version that kept one user for each server.
    void whatWasThereBeforeUsersStaysTheirs()
    {
        const types::ServerId server { m_one.endpoints.machineIdentifier };
        const QJsonObject entry { { u"id"_s, server.value }, { u"name"_s, u"Old"_s },
            { u"url"_s, m_one.endpoints.pms.toString() }, { u"user"_s, QString() } };
        const QString known
            = QString::fromUtf8(QJsonDocument(entry).toJson(QJsonDocument::Compact));
        {
            Program program(folder());
            program.services.settings.set(account::kServers, QStringList { known });
            program.services.settings.set(account::kCurrentServer, server.value);
            QVERIFY(await(program.services.storedTokens.write(
                account::tokenKey(server), m_one.endpoints.token)));
            QVERIFY(await(program.session.openForWriting()));
            QCOMPARE(program.services.library.key(), (library::CacheKey { server, {} }));
            QVERIFY(await(program.session.sync({})));
            m_one.refuseRatings();
            const auto change = await(rate(program, anyTrack(program), 4));
            QVERIFY(await(program.services.changes.settled(change.value_or(types::ChangeId()))));
            program.services.settings.set(account::kServers, QStringList { known });
        }
        m_one.server.clearFaults();
        (void)m_one.server.takeRequests();
        for (const SecretString& token : { kGuest, kGuest }) {
            Program program(folder(), givenToken(token));
            QVERIFY(await(program.session.openForWriting()));
            QVERIFY(program.services.library.key().user.isValid());
            QCOMPARE(program.services.changes.pendingSteps(), 0);
        }
        QCOMPARE(m_one.ratingsReceived(), 0);
        Program program(folder());
        QVERIFY(await(program.session.openForWriting()));
        QVERIFY(!program.services.library.key().user.isValid());
        QTRY_COMPARE(program.services.changes.pendingSteps(), 0);
        QCOMPARE(m_one.ratingsReceived(), 1);
        QVERIFY(await(program.session.connectTo(m_one.address, kGuest, answer(false))));
        QVERIFY(program.services.library.key().user.isValid());
    }

    void whatIsRatedWhileTheServerIsSwitchedIsNotAnItemOfTheOther()
    {
        Program program(folder());
        QVERIFY(settleAt(program, m_two));
        QVERIFY(settleAt(program, m_one));
        const library::CacheKey shown = program.services.library.key();
        const types::ItemId track = anyTrack(program); // the other library has that id, too
        m_rated = keyOf(program, track);
        (void)m_two.server.takeRequests();
        const auto connected
            = program.session.connectTo(m_two.address, m_two.endpoints.token, nobodyIsAsked());
        QList<util::Future<types::ChangeId>> rated;
        QVERIFY(support::awaitThat([&] {
            const double stars = rated.size() % 2 == 0 ? 5 : 4;
            rated.append(program.services.ratings.rate(shown, { track }, Rating::fromStars(stars)));
            return connected.isFinished();
        }));
        QVERIFY(await(connected));
        for (const auto& one : rated) {
            const auto change = await(one);
            QVERIFY(change || change.error().code == Error::Code::Cancelled
                || change.error().code == Error::Code::Conflict);
        }
        QVERIFY(await(program.services.changes.history(10))->isEmpty());
        QCOMPARE(m_two.ratingsReceived(), 0);
        QCOMPARE(await(program.services.ratings.rate(shown, { track }, Rating::fromStars(1)))
                     .error()
                     .code,
            Error::Code::Cancelled);
    }

    void aForgottenServerLeavesNothingButWhatWaits()
    {
        Program program(folder());
        QVERIFY(settleAt(program, m_one));
        QVERIFY(await(program.session.connectTo(m_one.address, kGuest, answer(false))));
        QVERIFY(await(program.session.sync({})));
        QVERIFY(await(
            program.session.connectTo(m_one.address, m_one.endpoints.token, nobodyIsAsked())));
        const quint64 key = leaveARatingBehind(program);
        QVERIFY(key != 0);
        const auto owner = program.services.accounts.current();
        QVERIFY(owner);
        const QDir caches(program.services.paths.cache + u"/libraries"_s);
        QCOMPARE(caches.entryList({ u"*.db"_s }, QDir::Files).size(), 2);
        const auto forgotten = await(program.session.forget(shownBy(program.session)));
        QVERIFY2(forgotten, forgotten ? "" : qPrintable(forgotten.error().detail));
        QCOMPARE(caches.entryList(QDir::Files), QStringList());
        QVERIFY(program.services.accounts.servers().isEmpty());
        const auto token = await(program.services.accounts.token(*owner));
        QVERIFY(!token);
        // Gone from the file; a secret store, which might have one, is not to be reached here.
        QCOMPARE(token.error().code, Error::Code::Unsupported);
        QVERIFY(!program.services.library.isOpen());
        QVERIFY(!program.session.server());
        QCOMPARE(program.session.status(), app::SessionStatus());
        QCOMPARE(program.services.changes.pendingSteps(), 0);
        const auto nothing = await(program.services.library.counts());
        QVERIFY(!nothing);
        QCOMPARE(nothing.error().code, Error::Code::NotFound);
        QVERIFY(!await(program.session.forget(shownBy(program.session))));
        // Back again: the same user by the token's mark, and what waited is sent.
        m_one.server.clearFaults();
        QVERIFY(await(
            program.session.connectTo(m_one.address, m_one.endpoints.token, nobodyIsAsked())));
        QTRY_COMPARE(stars(key), 3.0);
        QVERIFY(await(program.session.sync({})));
        QVERIFY(anyTrack(program).isValid());
    }

    void aServerIsForgottenWhileItIsSynchronised()
    {
        Program program(folder());
        QVERIFY(await(program.session.connectTo(m_one.address, m_one.endpoints.token)));
        // A sync that is begun when the server is being left is none.
        std::optional<util::Future<library::SyncSummary>> late;
        program.session.setFarewell([&] {
            late = program.session.sync({});
            return util::async::ready<void>({});
        });
        const auto running = program.session.sync({});
        QVERIFY(program.services.sync.isRunning());
        QVERIFY(await(program.session.forget(shownBy(program.session))));
        QCOMPARE(await(running).error().code, Error::Code::Cancelled);
        QVERIFY(late);
        QCOMPARE(await(*late).error().code, Error::Code::Conflict);
        QVERIFY(!program.services.sync.isRunning());
        QVERIFY(QDir(program.services.paths.cache + u"/libraries"_s).isEmpty(QDir::Files));
    }

    void whatIsSignedInToDuringForgettingStays()
    {
        Program program(folder());
        QVERIFY(settleAt(program, m_one));
        const auto forgotten = program.session.forget(shownBy(program.session));
        const auto connected
            = program.session.connectTo(m_two.address, m_two.endpoints.token, nobodyIsAsked());
        const auto online = program.session.goOnline();
        QVERIFY(await(forgotten));
        QVERIFY(await(connected));
        (void)await(online);
        QCOMPARE(program.services.accounts.servers().size(), 1);
        QVERIFY(program.services.accounts.current());
        QCOMPARE(program.services.accounts.current()->address, m_two.address);
        QCOMPARE(program.services.library.key().server.value, m_two.endpoints.machineIdentifier);
        QCOMPARE(program.session.status().link, app::SessionStatus::Link::Lan);
        QVERIFY(await(program.session.sync({})));
        QVERIFY(anyTrack(program).isValid());
    }

    void whatIsBeingConnectedIsForgottenToo()
    {
        {
            Program program(folder());
            QVERIFY(settleAt(program, m_one));
        }
        Program program(folder());
        QVERIFY(await(program.session.openCache()));
        const auto online = program.session.goOnline();
        QVERIFY(await(program.session.forget(shownBy(program.session))));
        QCOMPARE(await(online).error().code, Error::Code::Cancelled);
        QVERIFY(program.services.accounts.servers().isEmpty());
        QVERIFY(!program.session.server() && !program.services.library.isOpen());
        QCOMPARE(program.session.status(), app::SessionStatus());
    }

    void theUserOfAGivenTokenIsForgottenWithTheOthers()
    {
        {
            Program program(folder());
            QVERIFY(settleAt(program, m_one));
        }
        account::Environment environment = givenToken(kGuest);
        environment.server = m_one.address;
        Program program(folder(), environment);
        QVERIFY(await(program.session.goOnline()));
        QVERIFY(await(program.session.sync({})));
        const QDir caches(program.services.paths.cache + u"/libraries"_s);
        QCOMPARE(caches.entryList({ u"*.db"_s }, QDir::Files).size(), 2);
        QVERIFY(await(program.session.forget(shownBy(program.session))));
        QCOMPARE(caches.entryList(QDir::Files), QStringList());
        QVERIFY(program.services.accounts.servers().isEmpty());
    }

    void aForgottenServerIsAlsoForgottenOffline()
    {
        {
            Program program(folder());
            QVERIFY(settleAt(program, m_one));
        }
        m_one.server.stop();
        Program program(folder());
        QVERIFY(await(program.session.openCache()));
        QVERIFY(anyTrack(program).isValid());
        QVERIFY(await(program.session.forget(shownBy(program.session))));
        QVERIFY(m_one.server.start());
        QVERIFY(program.services.accounts.servers().isEmpty());
        QVERIFY(
            QDir(program.services.paths.cache + u"/libraries"_s).entryList(QDir::Files).isEmpty());
    }

    void aSignInThatFailsLeavesTheConnectionThatThereIs()
    {
        Program program(folder());
        QVERIFY(settleAt(program, m_one));
        const app::SessionStatus before = program.session.status();
        const auto refused
            = await(program.session.connectTo(m_two.address, SecretString("no-such-token")));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, Error::Code::Unauthorised);
        QCOMPARE(program.session.status(), before);
        const types::ItemId track = anyTrack(program);
        const quint64 key = keyOf(program, track);
        QVERIFY(await(rate(program, track, 2)));
        QTRY_COMPARE(stars(key), 2.0);
    }

    void aSignInEndsAConnectingThatIsUnderWay()
    {
        {
            Program program(folder());
            QVERIFY(settleAt(program, m_one));
        }
        demo::Fault slow;
        slow.pathPrefix = u"/"_s;
        slow.delay = 300ms;
        slow.times = 2;
        m_one.server.inject(slow);
        Program program(folder());
        QVERIFY(await(program.session.openCache()));
        const auto former = program.session.goOnline();
        const auto newer = program.session.connectTo(m_two.address, m_two.endpoints.token);
        QVERIFY(await(newer));
        const auto ended = await(former);
        QVERIFY(!ended);
        QCOMPARE(ended.error().code, Error::Code::Cancelled);
        QCOMPARE(program.services.library.key().server.value, m_two.endpoints.machineIdentifier);
        QCOMPARE(program.session.status().link, app::SessionStatus::Link::Lan);
        QVERIFY(program.services.accounts.current());
        QCOMPARE(program.services.accounts.current()->address, m_two.address);
    }

    void aRetryWaitsForTheLibraryThatIsBeingOpened()
    {
        Program program(folder());
        QVERIFY(settleAt(program, m_two));
        QVERIFY(settleAt(program, m_one));
        (void)m_two.server.takeRequests();
        program.services.accounts.use({ m_two.endpoints.machineIdentifier });
        QSemaphore goOn; // the one writer is busy until then
        const auto held = program.services.userFile.write([&goOn](db::Connection&, db::ChangeSet&) {
            goOn.acquire();
            return util::Result<void>();
        });
        const auto opened = program.session.openCache();
        const auto connected = program.session.goOnline();
        QStringList asked;
        const auto hasAnswered = [this, &asked] {
            for (const demo::RecordedRequest& request : m_two.server.takeRequests()) {
                asked.append(request.path);
            }
            return asked.contains(u"/"_s);
        };
        QTRY_VERIFY(hasAnswered());
        // What is asked after that is answered after it, and all but the library is ready then.
        QVERIFY(await(program.services.connector.check(m_two.address, m_two.endpoints.token)));
        const bool wasEarly = connected.isFinished();
        goOn.release();
        QVERIFY(await(held) && await(opened) && await(connected));
        QVERIFY(!wasEarly);
        const auto change = await(rate(program, anyTrack(program), 1.5));
        QVERIFY(change);
        const auto summary = await(program.services.changes.settled(*change));
        QVERIFY(summary);
        QCOMPARE(summary->verified, 1);
    }

    void nothingOfOneServerCrossesOverToAnother()
    {
        Program program(folder());
        QVERIFY(leaveARatingBehind(program) != 0);
        m_one.server.clearFaults();
        QVERIFY(settleAt(program, m_two));
        QCOMPARE(program.services.library.key().server.value, m_two.endpoints.machineIdentifier);
        QCOMPARE(program.services.changes.pendingSteps(), 0);
        QCOMPARE(m_two.ratingsReceived(), 0);
        QCOMPARE(program.services.accounts.servers().size(), 2);
    }
};

QTEST_GUILESS_MAIN(TestSession)
#include "tst_session.moc"
