// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/server.h"
#include "core/net/certificate.h"
#include "tests/app/program.h"
#include "tests/support/await.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using account::Preference;
using support::await;
using support::Program;
using Link = app::SessionStatus::Link;

/// What the user allows is withdrawn while it is used: nothing more is sent that way.
class TestPermissions : public QObject
{
    Q_OBJECT

    account::Environment environment() const
    {
        account::Environment given;
        given.plexTv = m_end.plexTv;
        return given;
    }
    /// Signs in at plex.tv and connects to the server over these ways.
    bool settle(Program& program, const QList<demo::Candidate>& ways)
    {
        m_server->setCandidates(ways);
        account::PlexAccounts& accounts = program.services.plexAccounts;
        const auto pending = await(accounts.beginSignIn());
        if (!pending) {
            return false;
        }
        m_server->claimPin();
        const auto account = await(accounts.awaitSignIn(*pending));
        const auto servers = account ? await(accounts.servers(account->uuid))
                                     : util::Result<QList<plex::CloudServer>>(account.error());
        return servers && !servers->isEmpty()
            && await(program.session.connectTo(servers->first(), *account));
    }
    types::ServerId id() const { return { m_end.machineIdentifier }; }
    /// Whether the PMS got a token since the last look at what it was asked.
    bool gotToken()
    {
        const auto requests = m_server->takeRequests();
        return std::ranges::any_of(requests, [](const demo::RecordedRequest& request) {
            return request.service == "pms" && request.headers.contains("x-plex-token");
        });
    }
    static account::ServerAddress at(const QUrl& url)
    {
        return account::parseServerAddress(url.toString()).value();
    }

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<demo::Server>(demo::Options { .tracks = 20 });
        const auto started = m_server->start();
        QVERIFY(started);
        m_end = *started;
        m_server->setPinPolicy({ .claim = demo::PinPolicy::Claim::OnRequest });
        m_folder = std::make_unique<QTemporaryDir>();
    }

    void aWayThatIsNotAllowedAnyMoreIsLeft_data()
    {
        QTest::addColumn<demo::Route>("way");
        QTest::addColumn<Preference>("preference");
        QTest::newRow("remote, local only") << demo::Route::Remote << Preference::LanOnly;
        QTest::newRow("relay, local only") << demo::Route::Relay << Preference::LanOnly;
        QTest::newRow("relay, no relay") << demo::Route::Relay << Preference::NoRelay;
        QTest::newRow("local, elsewhere") << demo::Route::Lan << Preference::Fixed;
    }
    void aWayThatIsNotAllowedAnyMoreIsLeft()
    {
        QFETCH(demo::Route, way);
        QFETCH(Preference, preference);
        Program program(m_folder->path(), environment());
        QVERIFY(settle(program, { { way, false } }));
        QVERIFY(program.session.server());
        (void)gotToken();
        const auto elsewhere = at(QUrl(u"http://127.0.0.1:9"_s)); // nobody listens there
        program.services.accounts.setPreference(id(), preference, elsewhere);
        QVERIFY(!program.session.server());
        QTRY_COMPARE(program.session.status().link, Link::Offline);
        QVERIFY(!await(program.session.sync({})));
        QVERIFY(!gotToken());
        // It is used again as soon as it may be.
        program.services.accounts.setPreference(id(), Preference::Automatic);
        QVERIFY(await(program.session.goOnline()));
        QVERIFY(program.session.server());
        QVERIFY(gotToken());
    }

    void anotherWayThatIsAllowedIsTaken()
    {
        Program program(m_folder->path(), environment());
        QVERIFY(settle(program, { { demo::Route::Remote, false }, { demo::Route::Relay, false } }));
        QCOMPARE(program.session.status().link, Link::Remote);
        m_server->setReachable(demo::Route::Remote, false);
        QVERIFY(await(program.session.goOnline()));
        QCOMPARE(program.session.status().link, Link::Relay);
        m_server->setReachable(demo::Route::Remote, true);
        program.services.accounts.setPreference(id(), Preference::NoRelay);
        QTRY_COMPARE(program.session.status().link, Link::Remote);
    }

    void whatIsAllowedStillGoesOn()
    {
        Program program(m_folder->path(), environment());
        QVERIFY(settle(program, { { demo::Route::Lan, false }, { demo::Route::Remote, false } }));
        const plex::Server* before = program.session.server();
        const QSignalSpy changed(&program.session, &app::Session::serverChanged);
        account::Accounts& accounts = program.services.accounts;
        accounts.setPreference(id(), Preference::LanOnly);
        accounts.setPreference(id(), Preference::NoRelay);
        accounts.setMayBePlain(id(), true);
        accounts.setMayBePlain(id(), false); // which loopback needs not
        QVERIFY(program.services.pins.pin(QUrl(u"https://elsewhere:1"_s), QByteArray(32, 'x')));
        program.services.pins.remove(u"elsewhere"_s, 1);
        QVERIFY(changed.isEmpty());
        QCOMPARE(program.session.server(), before);
    }

    void aCertificateThatIsNotTrustedAnyMoreEndsTheConnection_data()
    {
        QTest::addColumn<bool>("isReplaced");
        QTest::newRow("removed") << false;
        QTest::newRow("replaced by another") << true;
    }
    void aCertificateThatIsNotTrustedAnyMoreEndsTheConnection()
    {
        QFETCH(bool, isReplaced);
        m_server->setCertificate(demo::Certificate::SelfSigned);
        Program program(m_folder->path());
        net::CertificateReader reader;
        const auto certificate = await(reader.read(m_end.pmsHttps));
        QVERIFY(certificate);
        account::Pins& pins = program.services.pins;
        QVERIFY(pins.pin(m_end.pmsHttps, certificate->sha256));
        QVERIFY(await(program.session.connectTo(at(m_end.pmsHttps), m_end.token)));
        QVERIFY(program.session.server());
        (void)gotToken();
        if (isReplaced) {
            QVERIFY(pins.pin(m_end.pmsHttps, QByteArray(32, 'x')));
        } else {
            pins.remove(m_end.pmsHttps.host(), m_end.pmsHttps.port());
        }
        QVERIFY(!program.session.server());
        QTRY_COMPARE(program.session.status().link, Link::Offline);
        QVERIFY(program.session.status().reason.contains(u"certificate"_s));
        QVERIFY(!gotToken());
        QVERIFY(pins.pin(m_end.pmsHttps, certificate->sha256));
        QVERIFY(await(program.session.goOnline()));
        QVERIFY(program.session.server());
    }

    void equalWaysAreNotExchangedForEachOther()
    {
        // The same server behind two addresses: the one that was taken is the slower one later.
        demo::Server twin(demo::Options { .tracks = 20 });
        const auto other = twin.start();
        QVERIFY(other);
        QCOMPARE(other->machineIdentifier, m_end.machineIdentifier);
        Program program(m_folder->path());
        plex::CloudServer server;
        server.id = id();
        server.token = m_end.token;
        server.isOwned = true;
        for (const QUrl& url : { other->pms, m_end.pms }) {
            server.addresses.append({ url, url.host(), url.port(), true, false, false });
        }
        demo::Fault slow;
        slow.pathPrefix = u"/identity"_s;
        slow.delay = 200ms;
        twin.inject(slow);
        account::PlexAccount account;
        account.uuid = account.user = u"somebody"_s;
        QVERIFY(await(program.session.connectTo(server, account)));
        QCOMPARE(program.session.server()->baseUrl(), m_end.pms);
        program.session.setReconnects(true);
        slow.times = -1;
        m_server->inject(slow);
        const QSignalSpy changed(&program.session, &app::Session::statusChanged);
        program.session.reconsider();
        // The same question, asked later, so that the first one is answered before.
        const auto known = program.services.accounts.current();
        QVERIFY(known);
        const auto probes = await(program.services.connector.probe(*known, {}, m_end.pms));
        QVERIFY(probes);
        QCOMPARE(probes->first().candidate.address.url, m_end.pms);
        QVERIFY(changed.isEmpty());
        QCOMPARE(program.session.server()->baseUrl(), m_end.pms);
        // One that has gone is left.
        m_server->stop();
        QVERIFY(await(program.session.goOnline()));
        QCOMPARE(program.session.server()->baseUrl(), other->pms);
    }

private:
    std::unique_ptr<demo::Server> m_server;
    demo::Endpoints m_end;
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestPermissions)
#include "tst_permissions.moc"
