// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/account/accounts.h"

#include "core/account/settings.h"
#include "core/demo/server.h"
#include "tests/support/await.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using util::Error;
using util::SecretString;

namespace {

const types::UserId kOwner { u"owner"_s };

} // namespace

class TestAccounts : public QObject
{
    Q_OBJECT

    util::Result<account::TokenPlace> add()
    {
        const auto found = support::await(m_accounts->check(m_address, m_end.token));
        return found ? support::await(m_accounts->add(*found, m_end.token, kOwner))
                     : util::Result<account::TokenPlace>(found.error());
    }

private Q_SLOTS:
    void initTestCase()
    {
        const auto started = m_server.start();
        QVERIFY(started);
        m_end = *started;
        m_address = *account::parseServerAddress(m_end.pms.toString());
    }

    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<settings::Settings>(m_dir->filePath(u"s.ini"_s));
        m_tokens = std::make_unique<account::MemoryTokenStore>();
        m_accounts = std::make_unique<account::Accounts>(*m_settings, *m_tokens, m_pool);
        m_server.clearFaults();
        (void)m_server.takeRequests();
    }

    void aGoodServerAndTokenConnect()
    {
        const auto connected = support::await(m_accounts->check(m_address, m_end.token));
        QVERIFY2(connected, connected ? "" : qPrintable(connected.error().detail));
        QCOMPARE(connected->server.id.value, m_end.machineIdentifier);
        QVERIFY(!connected->server.name.isEmpty());
        QVERIFY(m_accounts->servers().isEmpty());
        const auto requests = m_server.takeRequests();
        QCOMPARE(requests.size(), 2);
        QCOMPARE(requests.at(0).path, u"/identity"_s);
        QVERIFY(!requests.at(0).headers.contains("x-plex-token"));
        QCOMPARE(requests.at(1).path, u"/"_s);
        QCOMPARE(requests.at(1).headers.value("x-plex-token"), m_end.token.reveal());
        QCOMPARE(requests.at(1).headers.value("x-plex-client-identifier"),
            m_settings->value(account::kClientIdentifier).toUtf8());
    }

    void addedServersSurviveARestartWithoutTheirToken()
    {
        const QSignalSpy changed(m_accounts.get(), &account::Accounts::serversChanged);
        QCOMPARE(*add(), account::TokenPlace::Memory);
        QVERIFY(add());
        QCOMPARE(m_accounts->servers().size(), 1);
        QVERIFY(changed.count() >= 1);
        QVERIFY(m_settings->save());
        const account::Accounts again(*m_settings, *m_tokens, m_pool);
        QCOMPARE(again.servers(), m_accounts->servers());
        QVERIFY(again.current());
        QCOMPARE(again.current()->id.value, m_end.machineIdentifier);
        QCOMPARE(again.current()->address, m_address);
        QCOMPARE(*support::await(m_accounts->token(*again.current())), m_end.token);
        QFile file(m_dir->filePath(u"s.ini"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().contains(m_end.token.reveal()));
    }

    void aServerThatIsOnlyRememberedIsNotTheCurrentOne()
    {
        const auto found = support::await(m_accounts->check(m_address, m_end.token));
        QVERIFY(found);
        m_accounts->remember(*found, m_end.token, kOwner);
        QCOMPARE(m_accounts->servers().size(), 1);
        QCOMPARE(m_accounts->servers().first().user, kOwner);
        QVERIFY(!m_accounts->current());
    }

    void rememberingChangesNothingThatIsKnown()
    {
        QVERIFY(add());
        const auto before = m_accounts->servers();
        account::Connection elsewhere;
        elsewhere.server.id = before.first().id;
        elsewhere.server.name = u"Other name"_s;
        elsewhere.address = *account::parseServerAddress(u"https://elsewhere.example"_s);
        m_accounts->remember(elsewhere, SecretString("another"), { u"another"_s });
        QCOMPARE(m_accounts->servers(), before);
    }

    void whoseATokenIsIsKnownFromItsMark()
    {
        const types::ServerId server { m_end.machineIdentifier };
        const auto userOf = [this, server](const SecretString& token) {
            return support::await(m_accounts->userOf(server, token)).value();
        };
        const SecretString other("another");
        const types::UserId own = m_accounts->newUser(server, other);
        QCOMPARE(userOf(other), (account::TokenUser { own, true }));
        QVERIFY(own != m_accounts->newUser(server, m_end.token));
        QVERIFY(own != m_accounts->newUser({ u"elsewhere"_s }, other));
        QVERIFY(add());
        QCOMPARE(userOf(m_end.token), (account::TokenUser { kOwner, true }));
        QCOMPARE(userOf(other), (account::TokenUser { own, false }));
        QCOMPARE(m_accounts->userAt(server), kOwner);
        for (const QString& text : m_settings->value(account::kServers)) {
            QVERIFY(!text.contains(QString::fromUtf8(m_end.token.reveal())));
        }
    }

    void anotherMachineMakesOtherMarks()
    {
        settings::Settings other(m_dir->filePath(u"other.ini"_s));
        account::Accounts there(other, *m_tokens, m_pool);
        const types::ServerId server { m_end.machineIdentifier };
        QVERIFY(there.newUser(server, m_end.token) != m_accounts->newUser(server, m_end.token));
    }

    void theTokenOfAFormerUserIsNotKept()
    {
        QVERIFY(add());
        const account::KnownServer former = *m_accounts->current();
        const auto found = support::await(m_accounts->check(m_address, m_end.token));
        QVERIFY(found);
        QVERIFY(support::await(m_accounts->add(*found, m_end.token, { u"second"_s })));
        QCOMPARE(m_accounts->servers().size(), 1);
        QCOMPARE(support::await(m_accounts->token(*m_accounts->current())).value_or(SecretString()),
            m_end.token);
        QCOMPARE(support::await(m_accounts->token(former)).error().code, Error::Code::NotFound);
    }

    void theStoredTokenTellsWhoseAServerWithoutMarksIs()
    {
        const types::ServerId server { u"old"_s };
        m_settings->set(account::kServers,
            QStringList { u"{\"id\":\"old\",\"url\":\"http://127.0.0.1:1\"}"_s });
        const auto userOf = [this, server](const SecretString& token) {
            return support::await(m_accounts->userOf(server, token)).value();
        };
        const SecretString other("another");
        QCOMPARE(userOf(other), (account::TokenUser { {}, false }));
        (void)support::await(m_tokens->write(account::tokenKey(server), m_end.token));
        QCOMPARE(userOf(m_end.token), (account::TokenUser { {}, true }));
        QCOMPARE(userOf(other), (account::TokenUser { m_accounts->newUser(server, other), false }));
    }

    void whoSignedOutIsKnownWhenTheyComeBack()
    {
        QVERIFY(add());
        const account::KnownServer known = *m_accounts->current();
        QVERIFY(support::await(m_accounts->remove(known.id)));
        QCOMPARE(support::await(m_accounts->userOf(known.id, m_end.token)).value(),
            (account::TokenUser { kOwner, true }));
        QCOMPARE(m_accounts->userAt(known.id), kOwner);
        for (const QString& text : m_settings->value(account::kFormerServers)) {
            QVERIFY(!text.contains(m_address.url.host()) && !text.contains(known.name));
        }
        QVERIFY(add());
        QCOMPARE(*m_accounts->current(), known);
        QVERIFY(m_settings->value(account::kFormerServers).isEmpty());
    }

    void tokensOfFormerUsersGoToo()
    {
        QVERIFY(add());
        const types::ServerId server = m_accounts->current()->id;
        const SecretString other("other");
        QVERIFY(add());
        account::Connection connection;
        connection.server.id = server;
        connection.address = m_address;
        QVERIFY(support::await(m_accounts->add(connection, other, { u"guest"_s })));
        const QString left = account::tokenKey(server, kOwner); // as if its removal had failed
        QVERIFY(support::await(m_tokens->write(left, m_end.token)));
        QVERIFY(support::await(m_accounts->remove(server)));
        QCOMPARE(support::await(m_tokens->read(left)).error().code, Error::Code::NotFound);
        QCOMPARE(
            support::await(m_tokens->read(account::tokenKey(server, { u"guest"_s }))).error().code,
            Error::Code::NotFound);
    }

    void signingOutRemovesServerAndToken()
    {
        QVERIFY(add());
        const account::KnownServer known = *m_accounts->current();
        QVERIFY(support::await(m_accounts->remove(known.id)));
        QVERIFY(m_accounts->servers().isEmpty());
        QVERIFY(!m_accounts->current());
        QCOMPARE(support::await(m_accounts->token(known)).error().code, Error::Code::NotFound);
        QVERIFY(support::await(m_accounts->remove(known.id)));
    }

    void aWrongTokenIsToldApartFromAWrongAddress()
    {
        for (const SecretString& token : { SecretString("wrong"), m_end.accountToken }) {
            const auto checked = support::await(m_accounts->check(m_address, token));
            QCOMPARE(checked.error().code, Error::Code::Unauthorised);
            QVERIFY(checked.error().message.contains(u"token"_s));
        }
        const auto empty = support::await(m_accounts->check(m_address, {}));
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
        m_server.inject(fault);
        const auto checked = support::await(m_accounts->check(m_address, m_end.token));
        QVERIFY(!checked);
        QTEST(checked.error().code, "code");
        QVERIFY(!checked.error().message.isEmpty());
        // Whoever that was did not get the token.
        for (const demo::RecordedRequest& request : m_server.takeRequests()) {
            QVERIFY(!request.headers.contains("x-plex-token"));
        }
    }

    void anotherServerThanExpectedGetsNoToken()
    {
        const auto checked = support::await(
            m_accounts->check(m_address, m_end.token, types::ServerId { u"other"_s }));
        QCOMPARE(checked.error().code, Error::Code::Conflict);
        QCOMPARE(m_server.takeRequests().size(), 1);
    }

    void nobodyThereIsOffline()
    {
        QUrl url = m_end.pms;
        url.setPort(1);
        const auto checked = support::await(
            m_accounts->check(*account::parseServerAddress(url.toString()), m_end.token));
        QCOMPARE(checked.error().code, Error::Code::Offline);
    }

    void stoppingStops()
    {
        demo::Fault fault;
        fault.pathPrefix = u"/identity"_s;
        fault.delay = 3s;
        m_server.inject(fault);
        std::stop_source stop;
        const auto future = m_accounts->check(m_address, m_end.token, {}, stop.get_token());
        stop.request_stop();
        QCOMPARE(support::await(future, 1s).error().code, Error::Code::Cancelled);
    }

    void damagedSettingsAreLeftOut()
    {
        m_settings->set(account::kServers,
            QStringList { u"{"_s, u"{}"_s, u"{\"id\":\"a\",\"url\":\"ftp://x\"}"_s,
                u"{\"id\":\"b\",\"url\":\"http://127.0.0.1:1\"}"_s });
        QCOMPARE(m_accounts->servers().size(), 1);
        QVERIFY(!m_accounts->current());
        m_accounts->use(types::ServerId { u"nobody"_s });
        QVERIFY(!m_accounts->current());
        m_accounts->use(types::ServerId { u"b"_s });
        QCOMPARE(m_accounts->current()->id.value, u"b"_s);
    }

    void theIdentifierIsMadeOnce()
    {
        const plex::ClientIdentity first = account::identityOf(*m_settings);
        QVERIFY(!first.clientIdentifier.isEmpty());
        QCOMPARE(account::identityOf(*m_settings), first);
    }

private:
    demo::Server m_server { { .tracks = 20 } };
    demo::Endpoints m_end;
    account::ServerAddress m_address;
    QThreadPool m_pool;
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<settings::Settings> m_settings;
    std::unique_ptr<account::MemoryTokenStore> m_tokens;
    std::unique_ptr<account::Accounts> m_accounts;
};

QTEST_GUILESS_MAIN(TestAccounts)
#include "tst_accounts.moc"
