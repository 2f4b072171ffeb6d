// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/account/selfcheck.h"

#include "core/demo/server.h"
#include "core/net/certificate.h"
#include "tests/support/await.h"

#include <QTemporaryDir>
#include <QTest>
#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using account::Finding;
using State = account::Finding::State;

/// "Why can't I connect?" against servers with one thing wrong each.
class TestSelfCheck : public QObject
{
    Q_OBJECT

    /// Signs in and returns the account's first server as it would be known.
    account::KnownServer signIn()
    {
        const auto pending = support::await(m_plexAccounts->beginSignIn());
        const auto account = support::await(m_plexAccounts->awaitSignIn(pending.value()));
        const auto servers = support::await(m_plexAccounts->servers(account.value().uuid));
        m_token = servers.value().first().token;
        account::KnownServer known
            = account::knownFrom(servers.value().first(), account.value().uuid);
        known.user = { u"owner"_s };
        known.plexUsers.insert(account.value().uuid, known.user);
        return known;
    }
    account::KnownServer byHand(const QUrl& url) const
    {
        account::KnownServer server;
        server.id = { m_end.machineIdentifier };
        server.address = account::parseServerAddress(url.toString()).value();
        return server;
    }
    QList<Finding> check(const account::KnownServer& server, const util::SecretString& token)
    {
        const auto findings
            = support::await(m_check->run(server, token)).value_or(QList<Finding>());
        sayWhatToDo(findings);
        return findings;
    }
    static void sayWhatToDo(const QList<Finding>& findings)
    {
        QVERIFY(!findings.isEmpty());
        for (const Finding& finding : findings) {
            const bool isFine = finding.state == State::Good || finding.state == State::Skipped;
            QVERIFY2(isFine || finding.advice.size() > 10, qPrintable(finding.text));
        }
    }
    static Finding find(const QList<Finding>& findings, const QString& name)
    {
        for (const Finding& finding : findings) {
            if (finding.name == name) {
                return finding;
            }
        }
        return {};
    }

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<demo::Server>(demo::Options { .tracks = 20 });
        const auto started = m_server->start();
        QVERIFY(started);
        m_end = *started;
        m_dir = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<settings::Settings>(m_dir->filePath(u"s.ini"_s));
        m_plexAccounts = std::make_unique<account::PlexAccounts>(
            *m_settings, m_tokens, m_pool, plex::CloudHosts { m_end.plexTv, m_end.plexTv });
        m_pins = std::make_unique<account::Pins>(*m_settings);
        m_connector = std::make_unique<account::Connector>(*m_settings, *m_plexAccounts, *m_pins,
            m_pool, account::RaceTiming { .probe = 1500ms, .grace = 300ms });
        m_check = std::make_unique<account::SelfCheck>(
            *m_settings, *m_plexAccounts, *m_connector, *m_pins, m_pool);
    }

    void everyStepIsNamedOnceAndInOrder()
    {
        m_server->setCandidates({ { demo::Route::Lan, false } });
        const QList<Finding> findings = check(signIn(), m_token);
        QStringList names;
        for (const Finding& finding : findings) {
            names.append(finding.name);
            QVERIFY(!finding.title.isEmpty() && !finding.text.isEmpty());
            QVERIFY(finding.state != State::Bad);
            for (const auto& secret : { m_token, m_end.token, m_end.accountToken }) {
                const QString plain = QString::fromUtf8(secret.reveal());
                QVERIFY(!finding.text.contains(plain) && !finding.advice.contains(plain));
            }
        }
        QCOMPARE(names,
            (QStringList { u"account"_s, u"published"_s, u"name_resolution"_s, u"port"_s, u"tls"_s,
                u"identity"_s, u"token"_s, u"owner"_s, u"sonic"_s }));
        QCOMPARE(find(findings, u"sonic"_s).state, State::Good);
    }

    void settingsThatAllowNoAddressAreNamed()
    {
        account::KnownServer server = byHand(m_end.pms);
        server.route = account::Route::Relay;
        server.preference = account::Preference::LanOnly;
        const QList<Finding> findings = check(server, m_end.token);
        QCOMPARE(findings.size(), 9); // always all steps
        QCOMPARE(find(findings, u"name_resolution"_s).state, State::Bad);
        QCOMPARE(find(findings, u"sonic"_s).state, State::Skipped);
    }

    void aServerThatIsGoneIsFoundAtItsPort()
    {
        QUrl nobody = m_end.pms;
        nobody.setPort(1);
        const QList<Finding> findings = check(byHand(nobody), m_end.token);
        QCOMPARE(find(findings, u"account"_s).state, State::Skipped);
        QCOMPARE(find(findings, u"port"_s).state, State::Bad);
        QVERIFY(!find(findings, u"port"_s).advice.isEmpty());
        QCOMPARE(find(findings, u"token"_s).state, State::Skipped);
    }

    void aNameThatNobodyKnowsIsFoundBeforeThePort()
    {
        const QList<Finding> findings
            = check(byHand(QUrl(u"https://nobody.invalid:32400"_s)), m_end.token);
        QCOMPARE(find(findings, u"name_resolution"_s).state, State::Bad);
        QVERIFY(find(findings, u"name_resolution"_s).text.contains(u"nobody.invalid"_s));
    }

    void anotherServerAtTheAddressIsToldFromNone()
    {
        account::KnownServer server = byHand(m_end.pms);
        server.id = { u"another"_s };
        const QList<Finding> findings = check(server, m_end.token);
        QCOMPARE(find(findings, u"port"_s).state, State::Good);
        QCOMPARE(find(findings, u"identity"_s).state, State::Bad);
        QVERIFY(find(findings, u"identity"_s).text.contains(u"Another"_s));
    }

    void aStartingServerIsToldFromABrokenOne()
    {
        m_server->inject(demo::Fault::starting());
        const QList<Finding> findings = check(byHand(m_end.pms), m_end.token);
        QCOMPARE(find(findings, u"identity"_s).state, State::Bad);
        QVERIFY(find(findings, u"identity"_s).advice.contains(u"minute"_s));
    }

    void aRefusedTokenAndASignOutElsewhereAreTold()
    {
        const QList<Finding> refused = check(byHand(m_end.pms), util::SecretString("not a token"));
        QCOMPARE(find(refused, u"identity"_s).state, State::Good);
        QCOMPARE(find(refused, u"token"_s).state, State::Bad);
        m_server->setCandidates({ { demo::Route::Lan, false } });
        const account::KnownServer server = signIn();
        m_server->revokeAccountToken();
        const QList<Finding> signedOut = check(server, m_token);
        QCOMPARE(find(signedOut, u"account"_s).state, State::Bad);
        QVERIFY(find(signedOut, u"account"_s).advice.contains(u"Sign in"_s));
    }

    void aTokenIsSentWithoutEncryptionOnlyByConsent_data()
    {
        QTest::addColumn<bool>("hasAccount");
        QTest::addColumn<bool>("mayBePlain");
        QTest::newRow("by hand, withdrawn") << false << false;
        QTest::newRow("by hand, given") << false << true;
        QTest::newRow("account, withdrawn") << true << false;
        QTest::newRow("account, given") << true << true;
    }
    void aTokenIsSentWithoutEncryptionOnlyByConsent()
    {
        QFETCH(bool, hasAccount);
        QFETCH(bool, mayBePlain);
        account::KnownServer server = byHand(m_end.pms);
        // As an address in the local network; this computer's own needs no consent.
        server.address.transport = account::Transport::PlainPrivate;
        server.account = hasAccount ? u"nobody is signed in to it"_s : QString();
        server.mayBePlain = mayBePlain;
        (void)m_server->takeRequests();
        const Finding found = find(check(server, m_end.token), u"token"_s);
        QCOMPARE(found.state, mayBePlain ? State::Good : State::Skipped);
        QCOMPARE(found.advice.contains(u"allow an unencrypted"_s), !mayBePlain);
        const auto requests = m_server->takeRequests();
        QVERIFY(!requests.isEmpty());
        QCOMPARE(std::ranges::any_of(requests,
                     [this](const demo::RecordedRequest& request) {
                         return request.headers.value("x-plex-token") == m_end.token.reveal();
                     }),
            mayBePlain);
    }

    void aBadCertificateIsFoundUnlessItIsPinned()
    {
        m_server->setCertificate(demo::Certificate::SelfSigned);
        const account::KnownServer server = byHand(m_end.pmsHttps);
        QCOMPARE(find(check(server, m_end.token), u"tls"_s).state, State::Bad);
        net::CertificateReader reader;
        const auto shown = support::await(reader.read(m_end.pmsHttps));
        QVERIFY(shown && m_pins->pin(m_end.pmsHttps, shown->sha256));
        const QList<Finding> findings = check(server, m_end.token);
        QCOMPARE(find(findings, u"tls"_s).state, State::Good);
        QCOMPARE(find(findings, u"token"_s).state, State::Good);
    }

    void somethingElseAtTheAddressIsTold()
    {
        m_server->inject(demo::Fault::captivePortal());
        const Finding found = find(check(byHand(m_end.pms), m_end.token), u"identity"_s);
        QCOMPARE(found.state, State::Bad);
        QVERIFY2(found.advice.contains(u"32400"_s), qPrintable(found.text));
    }

    void aServerThatFailsAtTheTokenIsNoRefusal()
    {
        demo::Fault fault;
        fault.pathPrefix = u"/"_s;
        fault.except = u"/identity"_s;
        fault.times = -1;
        fault.status = 500;
        m_server->inject(fault);
        const Finding found = find(check(byHand(m_end.pms), m_end.token), u"token"_s);
        QCOMPARE(found.state, State::Bad);
        QVERIFY(found.advice.contains(u"minute"_s) && !found.advice.contains(u"Sign in"_s));
    }

    void withoutPlexPassNothingIsSimilar()
    {
        m_server->setPass(false);
        const Finding found = find(check(byHand(m_end.pms), m_end.token), u"sonic"_s);
        QCOMPARE(found.state, State::Doubtful);
        QVERIFY(found.text.contains(u"Plex Pass"_s) && found.advice.contains(u"Plex Pass"_s));
    }

    void aGuestIsToldWhoseServerItIs()
    {
        const QList<Finding> findings = check(byHand(m_end.pms), m_end.sharedToken);
        QCOMPARE(find(findings, u"token"_s).state, State::Good);
        QVERIFY(find(findings, u"owner"_s).text.contains(u"somebody else"_s));
        QCOMPARE(find(findings, u"sonic"_s).state, State::Good); // by the owner's Plex Pass
    }

    void musicThatWasNotAnalysedIsTold_data()
    {
        QTest::addColumn<bool>("isOwner");
        QTest::addColumn<QString>("advice");
        QTest::newRow("owner") << true << u"settings"_s;
        QTest::newRow("guest") << false << u"owner"_s;
    }
    void musicThatWasNotAnalysedIsTold()
    {
        QFETCH(bool, isOwner);
        QFETCH(QString, advice);
        demo::Fault fault;
        fault.pathPrefix = u"/library/sections/2/all"_s;
        fault.garbageBody = R"({"MediaContainer":{"size":2,"totalSize":2,"Metadata":[
            {"ratingKey":"1","type":"track","title":"One"},
            {"ratingKey":"2","type":"track","title":"Two"}]}})";
        fault.times = -1;
        m_server->inject(fault);
        const Finding found
            = find(check(byHand(m_end.pms), isOwner ? m_end.token : m_end.sharedToken), u"sonic"_s);
        QCOMPARE(found.state, State::Doubtful);
        QVERIFY2(found.text.contains(u"none"_s), qPrintable(found.text));
        QVERIFY2(found.advice.contains(advice), qPrintable(found.advice));
    }

    void aSampleThatCannotBeReadIsTold()
    {
        demo::Fault fault;
        fault.pathPrefix = u"/library/sections"_s;
        fault.status = 500;
        fault.times = -1;
        m_server->inject(fault);
        QCOMPARE(find(check(byHand(m_end.pms), m_end.token), u"sonic"_s).state, State::Doubtful);
    }

    void withoutMusicThereIsNothingToAnalyse()
    {
        demo::Fault fault;
        fault.pathPrefix = u"/library/sections"_s;
        fault.garbageBody = R"({"MediaContainer":{"size":0}})";
        fault.times = -1;
        m_server->inject(fault);
        const Finding found = find(check(byHand(m_end.pms), m_end.token), u"sonic"_s);
        QCOMPARE(found.state, State::Skipped);
        QVERIFY(!found.advice.isEmpty());
    }

    void aNetworkThatLiesAboutPlexTvIsNoSignOut()
    {
        m_server->setCandidates({ { demo::Route::Lan, false } });
        const account::KnownServer server = signIn();
        m_server->inject(demo::Fault::captivePortal());
        const QList<Finding> findings = check(server, m_token);
        QCOMPARE(find(findings, u"account"_s).state, State::Doubtful);
    }

private:
    std::unique_ptr<demo::Server> m_server;
    demo::Endpoints m_end;
    util::SecretString m_token;
    QThreadPool m_pool;
    account::MemoryTokenStore m_tokens;
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<settings::Settings> m_settings;
    std::unique_ptr<account::PlexAccounts> m_plexAccounts;
    std::unique_ptr<account::Pins> m_pins;
    std::unique_ptr<account::Connector> m_connector;
    std::unique_ptr<account::SelfCheck> m_check;
};

QTEST_GUILESS_MAIN(TestSelfCheck)
#include "tst_selfcheck.moc"
