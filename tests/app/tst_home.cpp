// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/coverkeeper.h"
#include "core/demo/server.h"
#include "tests/app/program.h"
#include "tests/support/await.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
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
    /// As the program has noted it: of the account that signed in first.
    static account::PlexAccount accountIn(const Program& program)
    {
        return program.services.plexAccounts.accounts().value(0);
    }
    /// Who is signed in at the server of that name, by uuid.
    static QString userAt(const Program& program, const QString& name)
    {
        const auto servers = program.services.accounts.servers();
        const auto found = std::ranges::find(servers, name, &account::KnownServer::name);
        return found == servers.end() ? QString() : found->plexUser();
    }
    /// Whose tokens plex.tv was asked with for servers, since the last call.
    QList<QByteArray> askedForServers()
    {
        QList<QByteArray> tokens;
        for (const demo::RecordedRequest& request : m_server->takeRequests()) {
            if (request.path == u"/api/v2/resources"_s) {
                tokens.append(request.headers.value("x-plex-token"));
            }
        }
        return tokens;
    }
    /// The guest at the demo library, the owner at the attic, which is shown.
    void settleBoth(Program& program)
    {
        QVERIFY(settle(program));
        (void)askedForServers();
        QVERIFY(becomeGuest(program));
        m_guestsToken = askedForServers().value(0);
        m_account = signIn(program);
        QVERIFY(connectTo(program, m_account, u"Attic"_s));
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
        m_attic = std::make_unique<demo::Server>(
            demo::Options { .tracks = 10, .seed = 2, .name = u"Attic"_s, .tokenSuffix = "-attic" });
        const auto other = m_attic->start();
        QVERIFY(other);
        m_server->announce(*other, u"Attic"_s, {});
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

    void eachServerHasItsOwnUser()
    {
        Program program(m_folder->path(), environment());
        settleBoth(program);
        const QString guests = u"Demo library"_s;
        QCOMPARE(userAt(program, guests), guest().uuid);
        QCOMPARE(userAt(program, u"Attic"_s), m_account.uuid);
        QCOMPARE(accountIn(program).nameOf(guest().uuid), guest().name);
        const types::ServerId id { m_end.machineIdentifier };
        QVERIFY(await(program.session.switchTo(id)));
        QVERIFY(await(program.session.goOnline()));
        const library::CacheKey theirs = program.services.library.key();
        const SecretString before = storedToken(program);
        // A token of today is the guest's again, whoever signed in at plex.tv last.
        m_server->revokeServerToken();
        (void)askedForServers();
        const auto renewed = await(program.session.goOnline());
        QVERIFY2(renewed, renewed ? "" : qPrintable(renewed.error().detail));
        QVERIFY(!m_guestsToken.isEmpty());
        QCOMPARE(askedForServers(), QList { m_guestsToken });
        QVERIFY(!(storedToken(program) == before));
        QCOMPARE(program.services.library.key(), theirs);
        QCOMPARE(userAt(program, guests), guest().uuid);
    }

    void whatNobodyUsesAnyMoreIsNotKept()
    {
        Program program(m_folder->path(), environment());
        settleBoth(program);
        QCOMPARE(accountIn(program).members.keys(), QStringList { guest().uuid });
        QVERIFY(await(program.session.switchTo({ m_end.machineIdentifier })));
        plex::HomeUser owner;
        owner.uuid = m_account.uuid;
        owner.name = m_account.name;
        QVERIFY(await(program.session.switchUser(owner, {})));
        QVERIFY(accountIn(program).members.isEmpty());
        QCOMPARE(
            await(program.services.plexAccounts.servers(m_account.uuid, guest().uuid)).error().code,
            Error::Code::Unauthorised);
        QVERIFY(await(program.services.plexAccounts.servers(m_account.uuid)));
    }

    void aSwitchThatFailsHalfWayChangesNobody()
    {
        Program program(m_folder->path(), environment());
        QVERIFY(settle(program));
        demo::Fault slow;
        slow.service = "pms";
        slow.pathPrefix = u"/identity"_s;
        slow.delay = 300ms;
        slow.times = -1;
        m_server->inject(slow);
        (void)m_server->takeRequests();
        const auto switched = program.session.switchUser(guest(), SecretString("2468"));
        const auto isSwitched = [this] { return !askedForServers().isEmpty(); };
        QVERIFY(support::awaitThat(isSwitched));
        const QString file = program.services.paths.data + u"/tokens"_s;
        QVERIFY(QFile::rename(file, file + u".away"_s)); // nothing can be stored from now on
        QVERIFY(QDir().mkpath(file + u"/in the way"_s));
        const auto failed = await(switched);
        QVERIFY(!failed);
        QCOMPARE(failed.error().code, Error::Code::Storage);
        QVERIFY(QDir(file).removeRecursively());
        QVERIFY(QFile::rename(file + u".away"_s, file));
        QCOMPARE(accountIn(program).user, m_account.uuid);
        QCOMPARE(userAt(program, u"Demo library"_s), m_account.uuid);
    }

    void signingOutRevokesEverybodysTokens()
    {
        Program program(m_folder->path(), environment());
        settleBoth(program);
        (void)m_server->takeRequests();
        const auto revoked = await(program.session.signOut(m_account.uuid));
        QVERIFY(revoked && *revoked);
        QSet<QByteArray> gone;
        for (const demo::RecordedRequest& request : m_server->takeRequests()) {
            if (request.path == u"/api/v2/users/signout"_s) {
                gone.insert(request.headers.value("x-plex-token"));
            }
        }
        QCOMPARE(gone.size(), 2);
        QVERIFY(gone.contains(m_guestsToken));
        QVERIFY(program.services.plexAccounts.accounts().isEmpty());
        QVERIFY(!QFile::exists(program.services.paths.data + u"/tokens"_s));
    }

    void theCleanUpKnowsWhatTheLibraryHas()
    {
        Program program(m_folder->path(), environment());
        QVERIFY(settle(program));
        QVERIFY(await(program.session.sync({})));
        const QString folder = program.services.paths.cache + u"/artwork"_s;
        artwork::DiskCache disk(folder, 1'000'000);
        const QByteArray shown = m_end.machineIdentifier.toUtf8();
        const auto keep = [&disk](const QByteArray& server, const QString& album) {
            disk.write({ server, u"/library/metadata/%1/thumb"_s.arg(album), 128 },
                { QByteArray(1000, 'x'), u"1"_s, {}, {}, 0 });
        };
        keep(shown, u"1000001"_s); // the first album
        keep(shown, u"77777777"_s); // of which nobody knows any more
        keep("left behind by a crash while it was forgotten", u"1000001"_s);
        // So small a limit that one of the two has to go: the one used last, if it is gone.
        artwork::Artwork small({ folder, 2000 }, program.services.pool, program.services.clock);
        small.setSource(nullptr, { m_end.machineIdentifier });
        app::CoverKeeper keeper(small, program.services.accounts, program.services.library);
        const auto done = await(keeper.cleanUp());
        QVERIFY(done);
        QCOMPARE(done->removed, 1);
        QCOMPARE(done->left, 1);
        QVERIFY(disk.read({ shown, u"/library/metadata/1000001/thumb"_s, 128 }));
        QCOMPARE(disk.usage().files, 1);
    }

    void coversOfAServerThatIsNotShownAreForgottenWithIt()
    {
        Program program(m_folder->path(), environment());
        QVERIFY(settle(program));
        const auto keepCover = [&program] {
            const auto sections = await(program.session.server()->sections());
            for (const types::Section& section : sections.value_or(QList<types::Section>())) {
                const auto albums = await(
                    program.session.server()->items(section.key, types::ItemType::Album, 0, 1));
                if (section.type == types::ItemType::Artist && albums) {
                    return await(program.services.artwork.cover(albums->items.value(0).thumb, 100))
                        .has_value();
                }
            }
            return false;
        };
        const auto kept
            = [&program] { return await(program.services.artwork.stats()).value().diskEntries; };
        QVERIFY(keepCover());
        QVERIFY(connectTo(program, m_account, u"Attic"_s));
        QVERIFY(keepCover());
        QCOMPARE(kept(), 2);
        QVERIFY(await(program.session.forget({ m_end.machineIdentifier })));
        QCOMPARE(kept(), 1);
        QVERIFY(await(program.session.forget(program.session.shown()->id)));
        QCOMPARE(kept(), 0);
    }

private:
    std::unique_ptr<demo::Server> m_server;
    std::unique_ptr<demo::Server> m_attic;
    QByteArray m_guestsToken; ///< at plex.tv
    demo::Endpoints m_end;
    account::PlexAccount m_account;
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestHome)
#include "tst_home.moc"
