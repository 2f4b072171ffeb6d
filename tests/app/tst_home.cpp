// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/server.h"
#include "tests/app/program.h"
#include "tests/support/await.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using support::await;
using support::Program;
using util::Error;
using util::SecretString;

/// Several people use one account: whose token goes where, and whose library is open.
class TestHome : public QObject
{
    Q_OBJECT

    account::Environment environment() const
    {
        account::Environment given;
        given.plexTv = m_end.plexTv;
        return given;
    }
    /// Signs in at plex.tv as the owner.
    account::PlexAccount signIn(Program& program)
    {
        account::PlexAccounts& accounts = program.services.plexAccounts;
        const auto pending = await(accounts.beginSignIn());
        if (!pending) {
            return {};
        }
        m_server->claimPin();
        return await(accounts.awaitSignIn(*pending)).value_or(account::PlexAccount());
    }
    /// Connects to a server of the account, named @p name.
    static util::Result<types::ServerInfo> connectTo(
        Program& program, const account::PlexAccount& account, const QString& name)
    {
        const auto servers = await(program.services.plexAccounts.servers(account.uuid));
        for (const plex::CloudServer& server : servers.value_or(QList<plex::CloudServer>())) {
            if (server.name == name) {
                return await(program.session.connectTo(server, account));
            }
        }
        return Error { Error::Code::NotFound, {}, {}, 0, {} };
    }
    util::Result<types::ServerInfo> settle(Program& program)
    {
        m_account = signIn(program);
        return connectTo(program, m_account, u"Demo library"_s);
    }
    static plex::HomeUser guest()
    {
        plex::HomeUser user;
        user.uuid = u"0f1e2d3c4b5a6978"_s;
        user.name = u"guest"_s;
        return user;
    }
    static util::Result<types::ServerInfo> becomeGuest(Program& program)
    {
        return await(program.session.switchUser(guest(), SecretString("2468")));
    }
    /// Of the server that is in use.
    static SecretString storedToken(Program& program)
    {
        const auto known = program.services.accounts.current();
        return known ? await(program.services.accounts.token(*known)).value_or(SecretString())
                     : SecretString();
    }
    /// The server refuses the next token it gets.
    void refuseNextToken()
    {
        demo::Fault refusal;
        refusal.service = "pms";
        refusal.pathPrefix = u"/"_s;
        refusal.except = u"/identity"_s;
        refusal.status = 401;
        m_server->inject(refusal);
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

    void nobodyBecomesAMemberWithTheTokenOfTheOwner()
    {
        Program program(m_folder->path(), environment());
        QVERIFY(settle(program));
        const library::CacheKey owners = program.services.library.key();
        const SecretString ownersToken = storedToken(program);
        refuseNextToken();
        (void)m_server->takeRequests();
        const auto refused = becomeGuest(program);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, Error::Code::Unauthorised);
        for (const demo::RecordedRequest& request : m_server->takeRequests()) {
            QVERIFY(request.service != "pms"
                || request.headers.value("x-plex-token") != ownersToken.reveal());
        }
        QCOMPARE(program.services.library.key(), owners);
        QVERIFY(storedToken(program) == ownersToken);
        QVERIFY(becomeGuest(program));
        QVERIFY(program.services.library.key() != owners);
        QVERIFY(!(storedToken(program) == ownersToken));
    }

private:
    std::unique_ptr<demo::Server> m_server;
    demo::Endpoints m_end;
    account::PlexAccount m_account;
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestHome)
#include "tst_home.moc"
