// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/account/connector.h"

#include "core/account/settings.h"
#include "core/demo/server.h"
#include "core/net/certificate.h"
#include "tests/support/await.h"

#include <QSslConfiguration>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using account::Route;
using util::Error;
using util::SecretString;

namespace {

/// Short, so that what never answers does not hold the tests up.
constexpr account::RaceTiming kTiming { .probe = 1500ms, .grace = 300ms };

account::ServerAddress address(const QUrl& url)
{
    return *account::parseServerAddress(url.toString());
}

} // namespace

/// The way to a server: over real HTTP and TLS, among addresses that lie, hang and refuse.
class TestConnector : public QObject
{
    Q_OBJECT

    /// Signs in at the demo's plex.tv and returns the account's servers.
    QList<plex::CloudServer> signIn()
    {
        const auto pending = support::await(m_plexAccounts->beginSignIn());
        if (!pending) {
            return {};
        }
        m_server->claimPin();
        const auto account = support::await(m_plexAccounts->awaitSignIn(*pending));
        if (!account) {
            return {};
        }
        m_account = account->uuid;
        return support::await(m_plexAccounts->servers(m_account))
            .value_or(QList<plex::CloudServer>());
    }
    /// As the owner of the account has used it.
    account::KnownServer knownTo(const plex::CloudServer& server) const
    {
        account::KnownServer known = account::knownFrom(server, m_account);
        known.user = { u"owner"_s };
        known.plexUsers.insert(m_account, known.user);
        return known;
    }
    void offer(const QList<demo::Candidate>& candidates) { m_server->setCandidates(candidates); }
    /// How many requests to the PMS came with a token, by the way they took.
    QList<demo::Route> waysOfTokens()
    {
        QList<demo::Route> ways;
        for (const demo::RecordedRequest& request : m_server->takeRequests()) {
            const bool isCloud = request.service == "plextv";
            if (!isCloud && request.headers.contains("x-plex-token")) {
                ways.append(
                    request.service == "stranger" ? demo::Route::WrongMachine : request.route);
            }
        }
        return ways;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QSslConfiguration trusted = QSslConfiguration::defaultConfiguration();
        trusted.addCaCertificates(QSslCertificate::fromData(demo::Server::authorityPem()));
        QSslConfiguration::setDefaultConfiguration(trusted);
    }

    void init()
    {
        m_server = std::make_unique<demo::Server>(demo::Options { .tracks = 20 });
        const auto started = m_server->start();
        QVERIFY(started);
        m_end = *started;
        m_address = address(m_end.pms);
        m_server->setPinPolicy({ .claim = demo::PinPolicy::Claim::OnRequest });
        m_dir = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<settings::Settings>(m_dir->filePath(u"s.ini"_s));
        m_tokens = std::make_unique<account::MemoryTokenStore>();
        m_plexAccounts = std::make_unique<account::PlexAccounts>(
            *m_settings, *m_tokens, m_pool, plex::CloudHosts { m_end.plexTv, m_end.plexTv });
        m_pins = std::make_unique<account::Pins>(*m_settings);
        m_connector = std::make_unique<account::Connector>(
            *m_settings, *m_plexAccounts, *m_pins, m_pool, kTiming);
    }

    void aGoodServerAndTokenConnect()
    {
        const auto connected = support::await(m_connector->check(m_address, m_end.token));
        QVERIFY2(connected, connected ? "" : qPrintable(connected.error().detail));
        QCOMPARE(connected->server.id.value, m_end.machineIdentifier);
        QVERIFY(!connected->server.name.isEmpty());
        const auto requests = m_server->takeRequests();
        QCOMPARE(requests.size(), 2);
        QCOMPARE(requests.at(0).path, u"/identity"_s);
        QVERIFY(!requests.at(0).headers.contains("x-plex-token"));
        QCOMPARE(requests.at(1).path, u"/"_s);
        QCOMPARE(requests.at(1).headers.value("x-plex-token"), m_end.token.reveal());
        QCOMPARE(requests.at(1).headers.value("x-plex-client-identifier"),
            m_settings->value(account::kClientIdentifier).toUtf8());
    }

    void aWrongTokenIsToldApartFromAWrongAddress()
    {
        for (const SecretString& token : { SecretString("wrong"), m_end.accountToken }) {
            const auto checked = support::await(m_connector->check(m_address, token));
            QCOMPARE(checked.error().code, Error::Code::Unauthorised);
            QVERIFY(checked.error().message.contains(u"token"_s));
        }
        const auto empty = support::await(m_connector->check(m_address, {}));
        QCOMPARE(empty.error().code, Error::Code::InvalidInput);
    }

    void failuresHaveTheirOwnSentence_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("garbage");
        QTest::addColumn<Error::Code>("code");
        QTest::newRow("starting") << 503 << QByteArray() << Error::Code::Server;
        QTest::newRow("other server") << 404 << QByteArray() << Error::Code::NotFound;
        QTest::newRow("login wall") << 401 << QByteArray() << Error::Code::NotFound;
        QTest::newRow("html") << 0 << "<html>Router</html>"_ba << Error::Code::NotFound;
        QTest::newRow("foreign json") << 0 << "{\"hello\":1}"_ba << Error::Code::NotFound;
    }
    void failuresHaveTheirOwnSentence()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, garbage);
        demo::Fault fault;
        fault.pathPrefix = u"/identity"_s;
        fault.times = -1;
        if (status > 0) {
            fault.status = status;
        }
        fault.garbageBody = garbage;
        m_server->inject(fault);
        const auto checked = support::await(m_connector->check(m_address, m_end.token));
        QVERIFY(!checked);
        QTEST(checked.error().code, "code");
        QVERIFY(!checked.error().message.isEmpty());
        // Whoever that was did not get the token.
        for (const demo::RecordedRequest& request : m_server->takeRequests()) {
            QVERIFY(!request.headers.contains("x-plex-token"));
        }
    }

    void anotherServerThanExpectedGetsNoToken()
    {
        const auto checked = support::await(
            m_connector->check(m_address, m_end.token, types::ServerId { u"other"_s }));
        QCOMPARE(checked.error().code, Error::Code::Conflict);
        QCOMPARE(m_server->takeRequests().size(), 1);
    }

    void nobodyThereIsOffline()
    {
        QUrl url = m_end.pms;
        url.setPort(1);
        const auto checked = support::await(
            m_connector->check(*account::parseServerAddress(url.toString()), m_end.token));
        QCOMPARE(checked.error().code, Error::Code::Offline);
    }

    void stoppingStops()
    {
        demo::Fault fault;
        fault.pathPrefix = u"/identity"_s;
        fault.delay = 3s;
        m_server->inject(fault);
        std::stop_source stop;
        const auto future = m_connector->check(m_address, m_end.token, {}, stop.get_token());
        stop.request_stop();
        QCOMPARE(support::await(future, 1s).error().code, Error::Code::Cancelled);
    }

    void theNearestWayThatAnswersIsTaken_data()
    {
        using demo::Route;
        QTest::addColumn<QList<demo::Route>>("gone");
        QTest::addColumn<account::Route>("taken");
        QTest::newRow("all answer") << QList<Route> {} << account::Route::Lan;
        QTest::newRow("away") << QList { Route::Lan } << account::Route::Remote;
        QTest::newRow("no port open")
            << QList { Route::Lan, Route::Remote } << account::Route::Relay;
    }
    void theNearestWayThatAnswersIsTaken()
    {
        QFETCH(QList<demo::Route>, gone);
        offer({ { demo::Route::Relay, false }, { demo::Route::Closed, false },
            { demo::Route::Remote, false }, { demo::Route::WrongMachine, false },
            { demo::Route::Lan, false }, { demo::Route::Silent, false } });
        const QList<plex::CloudServer> servers = signIn();
        QCOMPARE(servers.size(), 1);
        for (const demo::Route route : gone) {
            m_server->setReachable(route, false);
        }
        (void)m_server->takeRequests();
        const account::KnownServer known = knownTo(servers.first());
        const auto connected = support::await(m_connector->connectTo(known, servers.first().token));
        QVERIFY2(connected, connected ? "" : qPrintable(connected.error().detail));
        QTEST(connected->route, "taken");
        QVERIFY(!connected->reason.isEmpty());
        QCOMPARE(connected->server.id, servers.first().id);
        // One token, on the way that was taken; never to the wrong machine.
        QCOMPARE(waysOfTokens().size(), 1);
    }

    void theWrongMachineNeverGetsTheToken()
    {
        offer({ { demo::Route::WrongMachine, false } });
        const QList<plex::CloudServer> servers = signIn();
        QCOMPARE(servers.size(), 1);
        (void)m_server->takeRequests();
        const account::KnownServer known = knownTo(servers.first());
        const auto connected = support::await(m_connector->connectTo(known, servers.first().token));
        QCOMPARE(connected.error().code, Error::Code::Offline);
        QVERIFY(waysOfTokens().isEmpty());
    }

    void theAddressInUseComesBeforeItsEquals_data()
    {
        QTest::addColumn<bool>("isIPv6");
        QTest::newRow("equal") << false;
        QTest::newRow("equal but for the version of IP") << true;
    }
    void theAddressInUseComesBeforeItsEquals()
    {
        QFETCH(bool, isIPv6);
        // The same server at a second address, where it takes its time.
        demo::Server twin(demo::Options { .tracks = 20 });
        const auto slower = twin.start();
        QVERIFY(slower);
        demo::Fault slow;
        slow.pathPrefix = u"/identity"_s;
        slow.delay = 100ms;
        slow.times = -1;
        twin.inject(slow);
        account::KnownServer known;
        known.id = { m_end.machineIdentifier };
        known.candidates
            = { { m_address, Route::Lan, false }, { address(slower->pms), Route::Lan, isIPv6 } };
        const auto foremost = [&](const QUrl& present) {
            const auto probes = support::await(m_connector->probe(known, {}, present));
            return probes ? probes->first().candidate.address.url : QUrl();
        };
        QCOMPARE(foremost({}), m_address.url);
        QCOMPARE(foremost(slower->pms), slower->pms);
        // What is clearly better is before it, and what answers before what does not.
        known.candidates[1].route = Route::Remote;
        QCOMPARE(foremost(slower->pms), m_address.url);
        known.candidates[1].route = Route::Lan;
        twin.stop();
        QCOMPARE(foremost(slower->pms), m_address.url);
    }

    void aPreferenceIsKept_data()
    {
        using demo::Route;
        QTest::addColumn<account::Preference>("preference");
        QTest::addColumn<QList<demo::Route>>("gone");
        QTest::addColumn<bool>("connects");
        QTest::newRow("LAN only, at home")
            << account::Preference::LanOnly << QList<Route> {} << true;
        QTest::newRow("LAN only, away")
            << account::Preference::LanOnly << QList { Route::Lan } << false;
        QTest::newRow("no relay, away")
            << account::Preference::NoRelay << QList { Route::Lan } << true;
        QTest::newRow("no relay, closed")
            << account::Preference::NoRelay << QList { Route::Lan, Route::Remote } << false;
    }
    void aPreferenceIsKept()
    {
        QFETCH(account::Preference, preference);
        QFETCH(QList<demo::Route>, gone);
        offer({ { demo::Route::Lan, false }, { demo::Route::Remote, false },
            { demo::Route::Relay, false } });
        const QList<plex::CloudServer> servers = signIn();
        account::KnownServer known = knownTo(servers.value(0));
        known.preference = preference;
        for (const demo::Route route : gone) {
            m_server->setReachable(route, false);
        }
        const auto connected
            = support::await(m_connector->connectTo(known, servers.value(0).token));
        QTEST(connected.has_value(), "connects");
        if (!connected) {
            QCOMPARE(connected.error().code, Error::Code::Offline);
        }
    }

    void newAddressesAreFetchedWhenTheOldOnesAreSilent()
    {
        offer({ { demo::Route::Lan, false } });
        const QList<plex::CloudServer> servers = signIn();
        const account::KnownServer known = knownTo(servers.value(0));
        m_server->setReachable(demo::Route::Lan, false);
        offer({ { demo::Route::Remote, false } });
        const auto connected
            = support::await(m_connector->connectTo(known, servers.value(0).token));
        QVERIFY2(connected, connected ? "" : qPrintable(connected.error().detail));
        QCOMPARE(connected->route, Route::Remote);
        const auto isRemote
            = [](const account::Candidate& candidate) { return candidate.route == Route::Remote; };
        QVERIFY(std::ranges::any_of(connected->known.candidates, isRemote));
        QVERIFY(std::ranges::none_of(known.candidates, isRemote));
    }

    void aRefusedTokenIsRenewedOnce()
    {
        offer({ { demo::Route::Lan, false } });
        const QList<plex::CloudServer> servers = signIn();
        const account::KnownServer known = knownTo(servers.value(0));
        const SecretString before = servers.value(0).token;
        m_server->revokeServerToken();
        const auto connected = support::await(m_connector->connectTo(known, before));
        QVERIFY2(connected, connected ? "" : qPrintable(connected.error().detail));
        QVERIFY(!(connected->token == before));
        // Without an account there is nobody to ask.
        account::KnownServer byHand = known;
        byHand.account.clear();
        QCOMPARE(support::await(m_connector->connectTo(byHand, before)).error().code,
            Error::Code::Unauthorised);
        m_server->revokeAccountToken();
        QCOMPARE(support::await(m_connector->connectTo(known, connected->token)).error().code,
            Error::Code::Unauthorised);
        QVERIFY(m_plexAccounts->account(m_account)); // nobody is signed out by a refusal
    }

    void aSignInIsAskedForAgainWithinAMinute_data()
    {
        QTest::addColumn<int>("retryAfter");
        QTest::newRow("longer than the code is good for") << 3600;
        QTest::newRow("longer than a timer can wait") << 4294968;
    }
    void aSignInIsAskedForAgainWithinAMinute()
    {
        QFETCH(int, retryAfter);
        const auto pending = support::await(m_plexAccounts->beginSignIn());
        QVERIFY(pending);
        demo::Fault busy;
        busy.service = "plextv"_ba;
        busy.pathPrefix = u"/"_s;
        busy.status = 429;
        busy.retryAfterSeconds = retryAfter;
        m_server->inject(busy);
        const auto account = m_plexAccounts->awaitSignIn(*pending);
        auto* next = m_plexAccounts->findChild<QTimer*>(u"nextPoll"_s);
        QVERIFY(next);
        next->start(0ms); // the first second is over
        QTRY_COMPARE(next->intervalAsDuration(), 60s);
        QVERIFY(next->isActive());
        m_server->claimPin();
        next->start(0ms); // the minute is over
        QVERIFY(support::await(account));
    }

    void whatMayNotBeUsedDecidesNothing_data()
    {
        QTest::addColumn<demo::Route>("farther");
        QTest::addColumn<account::Route>("taken");
        QTest::newRow("remote") << demo::Route::Remote << Route::Remote;
        QTest::newRow("relay") << demo::Route::Relay << Route::Relay;
    }
    void whatMayNotBeUsedDecidesNothing()
    {
        QFETCH(demo::Route, farther);
        // Encrypted, so that it answers later than the other.
        offer({ { demo::Route::Lan, false }, { farther, true } });
        const QList<plex::CloudServer> servers = signIn();
        account::KnownServer known = knownTo(servers.value(0));
        known.account.clear(); // what is new at plex.tv does not help
        const auto isNear
            = [](const account::Candidate& candidate) { return candidate.route == Route::Lan; };
        for (account::Candidate& candidate : known.candidates) {
            if (isNear(candidate)) { // as in a network with other computers
                candidate.address.transport = account::Transport::PlainPrivate;
            }
        }
        QVERIFY(std::ranges::any_of(known.candidates, isNear));
        const SecretString token = servers.value(0).token;
        (void)m_server->takeRequests();
        const auto away = support::await(m_connector->connectTo(known, token));
        QVERIFY2(away, away ? "" : qPrintable(away.error().detail));
        QTEST(away->route, "taken");
        QVERIFY(away->reason.contains(u"without encryption"_s));
        QCOMPARE(waysOfTokens(), QList { farther });
        known.mayBePlain = true;
        QCOMPARE(support::await(m_connector->connectTo(known, token)).value().route, Route::Lan);
        // With nothing else to use, it is said what is missing.
        known.mayBePlain = false;
        known.candidates.removeIf(
            [isNear](const account::Candidate& candidate) { return !isNear(candidate); });
        QCOMPARE(
            support::await(m_connector->connectTo(known, token)).error().code, Error::Code::Tls);
    }

    void aMembersTokenIsNotReplacedByTheOwners()
    {
        offer({ { demo::Route::Lan, false } });
        const QList<plex::CloudServer> servers = signIn();
        account::KnownServer known = knownTo(servers.value(0));
        known.user = { u"guest"_s };
        known.plexUsers.insert(u"0f1e2d3c4b5a6978"_s, known.user);
        (void)m_server->takeRequests();
        const SecretString refused("a-token-of-the-guest");
        const auto byMember = support::await(m_connector->connectTo(known, refused));
        QCOMPARE(byMember.error().code, Error::Code::Unauthorised);
        // Nor where it is not known whose it is: chosen a moment ago, and never used.
        known.plexUsers.clear();
        const auto byNobody = support::await(m_connector->connectTo(known, refused));
        QCOMPARE(byNobody.error().code, Error::Code::Unauthorised);
        for (const demo::RecordedRequest& request : m_server->takeRequests()) {
            const QByteArray token = request.headers.value("x-plex-token");
            QVERIFY(token.isEmpty() || token == refused.reveal());
        }
    }

    void aCloudThatLiesLeavesTheFirstReason()
    {
        offer({ { demo::Route::Lan, false } });
        const QList<plex::CloudServer> servers = signIn();
        const account::KnownServer known = knownTo(servers.value(0));
        m_server->setReachable(demo::Route::Lan, false);
        demo::Fault portal;
        portal.pathPrefix = u"/api/v2/resources"_s;
        portal.times = -1;
        portal.garbageBody = "<html>Please sign in to the hotel</html>";
        m_server->inject(portal);
        const auto connected
            = support::await(m_connector->connectTo(known, servers.value(0).token));
        QVERIFY(!connected);
        QVERIFY(connected.error().code != Error::Code::Unauthorised);
        QVERIFY(m_plexAccounts->account(m_account));
    }

    void encryptionComesFirst()
    {
        offer({ { demo::Route::Lan, false }, { demo::Route::Lan, true } });
        const QList<plex::CloudServer> servers = signIn();
        const account::KnownServer known = knownTo(servers.value(0));
        const auto connected
            = support::await(m_connector->connectTo(known, servers.value(0).token));
        QVERIFY2(connected, connected ? "" : qPrintable(connected.error().detail));
        QCOMPARE(connected->address.transport, account::Transport::Encrypted);
    }

    void badCertificatesAreRefused_data()
    {
        QTest::addColumn<demo::Certificate>("certificate");
        QTest::addColumn<bool>("canBePinned");
        QTest::newRow("self-signed") << demo::Certificate::SelfSigned << true;
        QTest::newRow("for another host") << demo::Certificate::WrongHost << true;
        QTest::newRow("expired") << demo::Certificate::Expired << false;
    }
    void badCertificatesAreRefused()
    {
        QFETCH(demo::Certificate, certificate);
        QFETCH(bool, canBePinned);
        m_server->setCertificate(certificate);
        (void)m_server->takeRequests();
        const account::ServerAddress https = address(m_end.pmsHttps);
        const auto refused = support::await(m_connector->check(https, m_end.token));
        QCOMPARE(refused.error().code, Error::Code::Tls);
        net::CertificateReader reader;
        const auto shown = support::await(reader.read(m_end.pmsHttps));
        QVERIFY2(shown, shown ? "" : qPrintable(shown.error().detail));
        QVERIFY(!shown->faults.isEmpty());
        QVERIFY(!shown->subject.isEmpty());
        QVERIFY(shown->validFrom.isValid() && shown->validUntil.isValid());
        QCOMPARE(shown->canBePinned, canBePinned);
        QVERIFY(m_server->takeRequests().isEmpty()); // nothing was sent
        QVERIFY(m_pins->pin(m_end.pmsHttps, shown->sha256));
        const auto pinned = support::await(m_connector->check(https, m_end.token));
        QCOMPARE(pinned.has_value(), canBePinned);
    }

    void aPinIsForOneCertificateAtOneAddress()
    {
        m_server->setCertificate(demo::Certificate::SelfSigned);
        net::CertificateReader reader;
        const auto shown = support::await(reader.read(m_end.pmsHttps));
        QVERIFY(m_pins->pin(m_end.pmsHttps, shown->sha256));
        const account::ServerAddress https = address(m_end.pmsHttps);
        const auto connected = support::await(m_connector->check(https, m_end.token));
        QVERIFY2(connected, connected ? "" : qPrintable(connected.error().detail));
        // Another certificate at the same place blocks, and can be shown beside the old one.
        m_server->setCertificate(demo::Certificate::WrongHost);
        QCOMPARE(
            support::await(m_connector->check(https, m_end.token)).error().code, Error::Code::Tls);
        const auto other = support::await(reader.read(m_end.pmsHttps));
        QVERIFY(other->sha256 != m_pins->fingerprintFor(m_end.pmsHttps));
        // Another port, plain http, and Plex's own cloud have no part in it.
        QUrl elsewhere = m_end.pmsHttps;
        elsewhere.setPort(1);
        QVERIFY(m_pins->fingerprintFor(elsewhere).isEmpty());
        QVERIFY(m_pins->fingerprintFor(m_end.pms).isEmpty());
        QVERIFY(!m_pins->pin(QUrl(u"https://clients.plex.tv"_s), shown->sha256));
        QVERIFY(!m_pins->pin(m_end.pms, shown->sha256));
        m_pins->remove(m_end.pmsHttps.host(), m_end.pmsHttps.port());
        QVERIFY(m_pins->all().isEmpty());
    }

    void musicIsReadUnderTheSamePin()
    {
        m_server->setCertificate(demo::Certificate::SelfSigned);
        net::CertificateReader reader;
        const QByteArray pin = support::await(reader.read(m_end.pmsHttps))->sha256;
        const auto firstByte = [this](const QByteArray& pinned) {
            net::Client client(m_end.pmsHttps, { .pinnedCertificate = pinned });
            const auto file = client.openRange(u"/identity"_s);
            return support::await(util::async::run(m_pool, [&file] {
                std::byte byte {};
                return file->read(0, std::span(&byte, 1));
            }));
        };
        QCOMPARE(firstByte(pin).value_or(0), 1);
        QCOMPARE(firstByte({}).error().code, Error::Code::Tls);
    }

    void aCertificateThatIsGoodHasNoFaults()
    {
        net::CertificateReader reader;
        const auto shown = support::await(reader.read(m_end.pmsHttps));
        QVERIFY2(shown, shown ? "" : qPrintable(shown.error().detail));
        QCOMPARE(shown->faults, QStringList());
        QCOMPARE(support::await(reader.read(m_end.pms)).error().code, Error::Code::InvalidInput);
        QUrl nobody = m_end.pmsHttps;
        nobody.setPort(1);
        QCOMPARE(support::await(reader.read(nobody)).error().code, Error::Code::Offline);
    }

private:
    std::unique_ptr<demo::Server> m_server; ///< a new one for each test
    demo::Endpoints m_end;
    account::ServerAddress m_address;
    QString m_account;
    QThreadPool m_pool;
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<settings::Settings> m_settings;
    std::unique_ptr<account::MemoryTokenStore> m_tokens;
    std::unique_ptr<account::PlexAccounts> m_plexAccounts;
    std::unique_ptr<account::Pins> m_pins;
    std::unique_ptr<account::Connector> m_connector;
};

QTEST_GUILESS_MAIN(TestConnector)
#include "tst_connector.moc"
