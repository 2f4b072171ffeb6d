// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/account/accounts.h"

#include "core/account/identity.h"
#include "core/account/settings.h"
#include "tests/support/await.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using util::Error;
using util::SecretString;

namespace {

const types::UserId kOwner { u"owner"_s };

/// A store that takes a token when it is told to, as a keyring that asks first.
class LateStore final : public account::TokenStore
{
public:
    util::Promise<void> goOn;

    util::Future<SecretString> read(const QString& key) override { return m_inner.read(key); }
    util::Future<account::TokenPlace> write(const QString& key, const SecretString& token) override
    {
        return util::async::andThen(
            goOn.future(), &m_context, [this, key, token] { return m_inner.write(key, token); });
    }
    util::Future<void> remove(const QString& key) override { return m_inner.remove(key); }

private:
    account::MemoryTokenStore m_inner;
    QObject m_context;
};

} // namespace

class TestAccounts : public QObject
{
    Q_OBJECT

    [[nodiscard]] account::Connection connection(const SecretString& token) const
    {
        account::Connection connection;
        connection.server.id = m_id;
        connection.server.name = u"Living room"_s;
        connection.address = m_address;
        connection.token = token;
        return connection;
    }
    util::Result<account::TokenPlace> add()
    {
        return support::await(m_accounts->add(connection(m_token), kOwner));
    }

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<settings::Settings>(m_dir->filePath(u"s.ini"_s));
        m_tokens = std::make_unique<account::MemoryTokenStore>();
        m_accounts = std::make_unique<account::Accounts>(*m_settings, *m_tokens);
    }

    void addedServersSurviveARestartWithoutTheirToken()
    {
        const QSignalSpy changed(m_accounts.get(), &account::Accounts::serversChanged);
        QCOMPARE(*add(), account::TokenPlace::Memory);
        QVERIFY(add());
        QCOMPARE(m_accounts->servers().size(), 1);
        QVERIFY(changed.count() >= 1);
        QVERIFY(m_settings->save());
        const account::Accounts again(*m_settings, *m_tokens);
        QCOMPARE(again.servers(), m_accounts->servers());
        QVERIFY(again.current());
        QCOMPARE(again.current()->id.value, m_id.value);
        QCOMPARE(again.current()->address, m_address);
        QCOMPARE(*support::await(m_accounts->token(*again.current())), m_token);
        QFile file(m_dir->filePath(u"s.ini"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().contains(m_token.reveal()));
    }

    void aServerThatIsOnlyRememberedIsNotTheCurrentOne()
    {
        m_accounts->remember(connection(m_token), kOwner);
        QCOMPARE(m_accounts->servers().size(), 1);
        QCOMPARE(m_accounts->servers().first().user, kOwner);
        QVERIFY(!m_accounts->current());
    }

    void aWithdrawnConsentStaysWithdrawn()
    {
        account::Connection plain = connection(m_token);
        plain.address = *account::parseServerAddress(u"http://192.168.1.5:32400"_s);
        QVERIFY(support::await(m_accounts->add(plain, kOwner)));
        QVERIFY(account::mayBeUsed(*m_accounts->current(), plain.address.url));
        const QSignalSpy changed(m_accounts.get(), &account::Accounts::permissionsChanged);
        m_accounts->setMayBePlain(m_id, false);
        QCOMPARE(changed.count(), 1);
        m_accounts->setMayBePlain(m_id, false);
        QCOMPARE(changed.count(), 1);
        QVERIFY(!account::mayBeUsed(*m_accounts->current(), plain.address.url));
        // A connection that was begun before does not give it back.
        plain.known.mayBePlain = true;
        m_accounts->refresh(plain);
        QVERIFY(!m_accounts->current()->mayBePlain);
        QVERIFY(!account::mayBeUsed(*m_accounts->current(), plain.address.url));
    }

    void whatIsChosenWhileTheTokenIsBeingStoredHolds_data()
    {
        QTest::addColumn<QString>("url");
        QTest::newRow("consent by hand") << u"http://192.168.1.5:32400"_s;
        QTest::newRow("consent in the settings") << u"https://plex.example.org"_s;
    }
    void whatIsChosenWhileTheTokenIsBeingStoredHolds()
    {
        QFETCH(QString, url);
        LateStore late;
        account::Accounts accounts(*m_settings, late);
        account::Connection again = connection(m_token);
        again.address = *account::parseServerAddress(url);
        accounts.remember(again, kOwner);
        accounts.setMayBePlain(m_id, true);
        const auto added = accounts.add(again, kOwner);
        const auto fixed = *account::parseServerAddress(u"https://fixed.example"_s);
        accounts.setPreference(m_id, account::Preference::Fixed, fixed);
        accounts.setMayBePlain(m_id, false);
        late.goOn.finish({});
        QVERIFY(support::await(added));
        QVERIFY(accounts.current());
        QCOMPARE(accounts.current()->preference, account::Preference::Fixed);
        QCOMPARE(accounts.current()->fixed, fixed);
        QVERIFY(!accounts.current()->mayBePlain);
        // What is given by another sign-in is given.
        QVERIFY(support::await(accounts.add(again, kOwner)));
        QCOMPARE(accounts.current()->mayBePlain, url.startsWith(u"http:"_s));
    }

    void usersWhoseTokensAreStoredAtTheSameTimeAreAllKept()
    {
        LateStore late;
        account::Accounts accounts(*m_settings, late);
        account::Connection first = connection(m_token);
        first.plexUser = u"uuid-of-owner"_s;
        account::Connection second = connection(SecretString("guest's"));
        second.plexUser = u"uuid-of-guest"_s;
        const types::UserId guest { u"guest"_s };
        const auto one = accounts.add(first, kOwner);
        const auto two = accounts.add(second, guest);
        late.goOn.finish({});
        QVERIFY(support::await(one) && support::await(two));
        QCOMPARE(accounts.servers().size(), 1);
        const account::KnownServer known = accounts.servers().first();
        QCOMPARE(known.user, guest);
        QCOMPARE(known.plexUsers.value(first.plexUser), kOwner);
        QCOMPARE(known.plexUsers.value(second.plexUser), guest);
        QCOMPARE(known.tokens.size(), 2);
        const QString former = account::tokenKey(m_id, kOwner);
        QTRY_COMPARE(support::await(late.read(former)).error().code, Error::Code::NotFound);
    }

    void rememberingChangesNothingThatIsKnown()
    {
        QVERIFY(add());
        const auto before = m_accounts->servers();
        account::Connection elsewhere;
        elsewhere.server.id = before.first().id;
        elsewhere.server.name = u"Other name"_s;
        elsewhere.address = *account::parseServerAddress(u"https://elsewhere.example"_s);
        elsewhere.token = SecretString("another");
        m_accounts->remember(elsewhere, { u"another"_s });
        QCOMPARE(m_accounts->servers(), before);
    }

    void whoseATokenIsIsKnownFromItsMark()
    {
        const types::ServerId server = m_id;
        const auto userOf = [this, server](const SecretString& token) {
            return support::await(m_accounts->userOf(server, token)).value();
        };
        const SecretString other("another");
        const types::UserId own = m_accounts->newUser(server, other);
        QCOMPARE(userOf(other), (account::TokenUser { own, true }));
        QVERIFY(own != m_accounts->newUser(server, m_token));
        QVERIFY(own != m_accounts->newUser({ u"elsewhere"_s }, other));
        QVERIFY(add());
        QCOMPARE(userOf(m_token), (account::TokenUser { kOwner, true }));
        QCOMPARE(userOf(other), (account::TokenUser { own, false }));
        QCOMPARE(m_accounts->userAt(server), kOwner);
        for (const QString& text : m_settings->value(account::kServers)) {
            QVERIFY(!text.contains(QString::fromUtf8(m_token.reveal())));
        }
    }

    void plexTvLeavesNoDoubtWhoIsWho()
    {
        const auto userOf = [this](const SecretString& token, const QString& plexUser) {
            return support::await(m_accounts->userOf(m_id, token, plexUser)).value();
        };
        account::Connection first = connection(m_token);
        first.plexUser = u"uuid-of-owner"_s;
        const types::UserId owner = m_accounts->newUser(m_id, m_token, first.plexUser);
        QVERIFY(support::await(m_accounts->add(first, owner)));
        // Another token of the same, and somebody else of the same Home.
        const SecretString next("next");
        QCOMPARE(userOf(next, u"uuid-of-owner"_s), (account::TokenUser { owner, true }));
        const account::TokenUser kid = userOf(next, u"uuid-of-kid"_s);
        QVERIFY(kid.isCertain);
        QVERIFY(kid.user != owner);
        // The same token without a word from plex.tv, and a foreign one.
        QCOMPARE(userOf(m_token, {}), (account::TokenUser { owner, true }));
        QVERIFY(!userOf(next, {}).isCertain);
    }

    void whoWasKnownByTokenAloneIsAskedForWhenPlexTvNamesThem()
    {
        QVERIFY(add());
        const SecretString other("other");
        const auto found = support::await(m_accounts->userOf(m_id, other, u"uuid"_s)).value();
        QVERIFY(!found.isCertain);
        // With the token that is known there is no doubt.
        QCOMPARE(support::await(m_accounts->userOf(m_id, m_token, u"uuid"_s)).value(),
            (account::TokenUser { kOwner, true }));
    }

    void whatIsKnownOfAServerSurvivesARestart()
    {
        account::Connection full = connection(m_token);
        full.known.account = u"account"_s;
        full.known.owner = u"friend"_s;
        full.known.candidates = {
            { *account::parseServerAddress(u"https://192-168-1-2.abc.plex.direct:32400"_s),
                account::Route::Lan, false },
            { *account::parseServerAddress(u"https://relay.example:8443"_s), account::Route::Relay,
                true },
        };
        full.plexUser = u"uuid"_s;
        full.route = account::Route::Relay;
        QVERIFY(support::await(m_accounts->add(full, kOwner)));
        const auto fixed = *account::parseServerAddress(u"https://plex.example.org"_s);
        m_accounts->setPreference(m_id, account::Preference::Fixed, fixed);
        m_accounts->setMayBePlain(m_id, true);
        const account::Accounts again(*m_settings, *m_tokens);
        const account::KnownServer known = *again.current();
        QCOMPARE(known, *m_accounts->current());
        QCOMPARE(known.account, u"account"_s);
        QCOMPARE(known.route, account::Route::Relay);
        QCOMPARE(known.candidates, full.known.candidates);
        QCOMPARE(known.preference, account::Preference::Fixed);
        QCOMPARE(known.fixed, fixed);
        QVERIFY(known.mayBePlain);
        QCOMPARE(known.plexUsers.value(u"uuid"_s), kOwner);
    }

    void preferencesDecideWhichAddressesAreTried()
    {
        account::KnownServer server;
        server.address = m_address;
        QCOMPARE(account::candidatesFor(server).first().address, m_address);
        // Where nothing else is known, it is the last address, if that may be used.
        server.route = account::Route::Relay;
        server.preference = account::Preference::NoRelay;
        QVERIFY(account::candidatesFor(server).isEmpty());
        server.route = account::Route::Remote;
        QCOMPARE(account::candidatesFor(server).size(), 1);
        server.preference = account::Preference::LanOnly;
        QVERIFY(account::candidatesFor(server).isEmpty());
        server.preference = account::Preference::Automatic;
        const auto at = [](const QString& url, account::Route route) {
            return account::Candidate { *account::parseServerAddress(url), route, false };
        };
        const account::Candidate lan = at(u"https://a.example"_s, account::Route::Lan);
        const account::Candidate remote = at(u"https://b.example"_s, account::Route::Remote);
        const account::Candidate relay = at(u"https://c.example"_s, account::Route::Relay);
        server.candidates = { lan, remote, relay };
        QCOMPARE(account::candidatesFor(server), server.candidates);
        server.preference = account::Preference::NoRelay;
        QCOMPARE(account::candidatesFor(server), (QList { lan, remote }));
        server.preference = account::Preference::LanOnly;
        QCOMPARE(account::candidatesFor(server), QList { lan });
        server.preference = account::Preference::Fixed;
        server.fixed = *account::parseServerAddress(u"https://fixed.example"_s);
        QCOMPARE(account::candidatesFor(server).size(), 1);
        QCOMPARE(account::candidatesFor(server).first().address, server.fixed);
    }

    void anotherMachineMakesOtherMarks()
    {
        settings::Settings other(m_dir->filePath(u"other.ini"_s));
        account::Accounts there(other, *m_tokens);
        const types::ServerId server = m_id;
        QVERIFY(there.newUser(server, m_token) != m_accounts->newUser(server, m_token));
    }

    void theTokenOfAFormerUserIsNotKept()
    {
        QVERIFY(add());
        const account::KnownServer former = *m_accounts->current();
        QVERIFY(support::await(m_accounts->add(connection(m_token), { u"second"_s })));
        QCOMPARE(m_accounts->servers().size(), 1);
        QCOMPARE(support::await(m_accounts->token(*m_accounts->current())).value_or(SecretString()),
            m_token);
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
        (void)support::await(m_tokens->write(account::tokenKey(server), m_token));
        QCOMPARE(userOf(m_token), (account::TokenUser { {}, true }));
        QCOMPARE(userOf(other), (account::TokenUser { m_accounts->newUser(server, other), false }));
    }

    void whoSignedOutIsKnownWhenTheyComeBack()
    {
        QVERIFY(add());
        const account::KnownServer known = *m_accounts->current();
        QVERIFY(support::await(m_accounts->remove(known.id)));
        QCOMPARE(support::await(m_accounts->userOf(known.id, m_token)).value(),
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
        QVERIFY(support::await(m_accounts->add(connection(other), { u"guest"_s })));
        const QString left = account::tokenKey(server, kOwner); // as if its removal had failed
        QVERIFY(support::await(m_tokens->write(left, m_token)));
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
    const types::ServerId m_id { u"0123456789abcdef0123456789abcdef01234567"_s };
    const SecretString m_token { "owner's" };
    const account::ServerAddress m_address
        = *account::parseServerAddress(u"http://127.0.0.1:32400"_s);
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<settings::Settings> m_settings;
    std::unique_ptr<account::MemoryTokenStore> m_tokens;
    std::unique_ptr<account::Accounts> m_accounts;
};

QTEST_GUILESS_MAIN(TestAccounts)
#include "tst_accounts.moc"
