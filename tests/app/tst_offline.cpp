// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/server.h"
#include "tests/app/program.h"
#include "tests/support/await.h"

#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using support::await;
using support::Program;
using Link = app::SessionStatus::Link;

/// A server that is away: when it is asked for again, and that nothing of it gets in the way of
/// the next one.
class TestOffline : public QObject
{
    Q_OBJECT

    account::Environment environment() const
    {
        account::Environment given;
        given.plexTv = m_cloudEnd.plexTv;
        return given;
    }
    /// Signs in at plex.tv and connects to the server.
    bool settle(Program& program)
    {
        account::PlexAccounts& accounts = program.services.plexAccounts;
        const auto pending = await(accounts.beginSignIn());
        if (!pending) {
            return false;
        }
        m_cloud->claimPin();
        const auto account = await(accounts.awaitSignIn(*pending));
        const auto servers = account ? await(accounts.servers(account->uuid))
                                     : util::Result<QList<plex::CloudServer>>(account.error());
        for (const plex::CloudServer& server : servers.value_or(QList<plex::CloudServer>())) {
            if (server.id.value == m_end.machineIdentifier) {
                return await(program.session.connectTo(server, *account)).has_value();
            }
        }
        return false;
    }
    /// How often plex.tv was asked for the servers since the last call.
    int looksAtPlexTv()
    {
        int count = 0;
        for (const demo::RecordedRequest& request : m_cloud->takeRequests()) {
            count += request.path.endsWith(u"/resources"_s) ? 1 : 0;
        }
        return count;
    }
    static account::ServerAddress at(const demo::Endpoints& endpoints)
    {
        return account::parseServerAddress(endpoints.pms.toString()).value();
    }
    static QTimer& retryOf(Program& program)
    {
        return *program.session.findChild<QTimer*>(u"reconnect"_s);
    }

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<demo::Server>(demo::Options { .tracks = 20 });
        m_cloud = std::make_unique<demo::Server>(
            demo::Options { .tracks = 10, .seed = 2, .tokenSuffix = "-other" });
        const auto server = m_server->start();
        const auto cloud = m_cloud->start();
        QVERIFY(server && cloud);
        m_end = *server;
        m_cloudEnd = *cloud;
        m_cloud->setPinPolicy({ .claim = demo::PinPolicy::Claim::OnRequest });
        m_cloud->announce(m_end, u"Away"_s, {});
        m_folder = std::make_unique<QTemporaryDir>();
    }

    void aLibraryThatIsOpenedAgainHasItsPictures()
    {
        Program program(m_folder->path(), environment());
        QVERIFY(settle(program));
        QVERIFY(await(program.session.sync({})));
        library::Library& library = program.services.library;
        const auto home = await(library.home(1));
        QVERIFY(home && !home->recentlyAdded.isEmpty());
        const library::CacheKey key = library.key();
        QVERIFY(await(library.open({ { u"another"_s }, {} })));
        QVERIFY(await(library.open(key)));
        QVERIFY(await(program.services.artwork.cover(home->recentlyAdded.first().thumb, 64)));
    }

    void requestsThatFailDoNotHurryTheNextTry()
    {
        Program program(m_folder->path(), environment());
        QVERIFY(settle(program));
        m_server->stop();
        QVERIFY(!await(program.session.sync({})));
        QTRY_COMPARE(program.session.status().link, Link::Offline);
        program.session.setReconnects(true);
        QVERIFY(!await(program.session.goOnline()));
        QTimer& retry = retryOf(program);
        QTRY_VERIFY(retry.isActive());
        (void)looksAtPlexTv();
        for (int i = 0; i < 3; ++i) { // as covers and reports of playing do
            QVERIFY(!await(program.session.server()->identity()));
            QTRY_COMPARE(program.session.status().link, Link::Offline);
        }
        QVERIFY(retry.isActive());
        QVERIFY(!await(program.session.goOnline())); // after all that was begun
        QCOMPARE(looksAtPlexTv(), 1);
        // Another network is a reason, once.
        auto* network = program.session.findChild<net::NetworkWatch*>();
        QVERIFY(network);
        QTRY_VERIFY(retry.isActive());
        Q_EMIT network->changed();
        QVERIFY(retry.isActive() && retry.intervalAsDuration() == 0ms);
        int looks = 0;
        QVERIFY(support::awaitThat([&] { return (looks += looksAtPlexTv()) > 0; }));
        QTRY_COMPARE(program.session.status().link, Link::Offline);
        QTRY_VERIFY(retry.isActive());
        Q_EMIT network->changed();
        QVERIFY(retry.isActive() && retry.intervalAsDuration() > 0ms);
        QVERIFY(retry.intervalAsDuration() <= 5s);
        QCOMPARE(looks + looksAtPlexTv(), 1);
        // And then it is there.
        QVERIFY(m_server->start());
        retry.start(0ms); // the pause is over
        QTRY_COMPARE(program.session.status().link, Link::Lan);
    }

    void whatFailsDuringASignInLeavesNoTryBehind()
    {
        Program program(m_folder->path(), environment());
        QVERIFY(await(program.session.connectTo(at(m_cloudEnd), m_cloudEnd.token)));
        QVERIFY(await(program.session.connectTo(at(m_end), m_end.token)));
        program.session.setReconnects(true);
        const util::Promise<bool> isSame;
        bool isAsked = false;
        const auto connected = program.session.connectTo(
            at(m_cloudEnd), m_cloudEnd.sharedToken, [&](const types::ServerInfo&) {
                isAsked = true;
                return isSame.future();
            });
        QTRY_VERIFY(isAsked);
        m_server->stop();
        QVERIFY(!await(program.session.sync({})));
        isSame.finish(false);
        QVERIFY(await(connected));
        QCOMPARE(program.session.status().link, Link::Lan);
        QVERIFY(!retryOf(program).isActive()); // it would end the first sync
    }

    void aSyncThatFailedSaysNothingOfTheNextConnection()
    {
        demo::Server twin(demo::Options { .tracks = 20 }); // the same one, at another address
        const auto other = twin.start();
        QVERIFY(other);
        Program program(m_folder->path(), environment());
        QVERIFY(await(program.session.connectTo(at(m_end), m_end.token)));
        program.session.setReconnects(true);
        m_server->stop();
        // Its result is on its way when that connection is left.
        connect(&program.services.sync, &library::Sync::finished, &program.session, [&] {
            program.services.accounts.setPreference(
                { m_end.machineIdentifier }, account::Preference::Fixed, at(*other));
        });
        QList<Link> links;
        connect(&program.session, &app::Session::statusChanged, this,
            [&links](const app::SessionStatus& status) { links.append(status.link); });
        QVERIFY(!await(program.session.sync({})));
        QTRY_COMPARE(program.session.status().link, Link::Lan);
        QCOMPARE(program.session.server()->baseUrl(), other->pms);
        QCOMPARE(links, (QList { Link::Connecting, Link::Lan }));
        QVERIFY(!retryOf(program).isActive());
    }

private:
    std::unique_ptr<demo::Server> m_server;
    std::unique_ptr<demo::Server> m_cloud; ///< and a server of its own
    demo::Endpoints m_end;
    demo::Endpoints m_cloudEnd;
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestOffline)
#include "tst_offline.moc"
