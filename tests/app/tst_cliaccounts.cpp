// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/commandline.h"

#include <QTest>

using namespace Qt::StringLiterals;
using support::CommandLine;
using support::Ended;

/// login, logout, servers, users and the self-check of plexm8-cli, against the embedded plex.tv.
class TestCliAccounts : public QObject
{
    Q_OBJECT

    Ended login() { return m_cli->run({ u"login"_s, u"--no-browser"_s, u"--json"_s }); }
    /// The check of that name in what health --verbose says.
    static QJsonObject check(const Ended& health, const QString& name)
    {
        for (const auto& row : health.json()[u"checks"].toArray()) {
            if (row[u"name"].toString() == name) {
                return row.toObject();
            }
        }
        return {};
    }

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<demo::Server>(demo::Options { .tracks = 50 });
        const auto started = m_server->start();
        QVERIFY(started);
        m_cli = std::make_unique<CommandLine>();
        m_cli->use(*started);
        m_cli->useAccount();
    }

    void withoutAnAccountItIsSaidHowToGetOne()
    {
        QCOMPARE(m_cli->run("servers list").code, 0);
        for (const char* command :
            { "users list", "users switch guest", "logout", "servers use x" }) {
            const Ended ended = m_cli->run(command);
            QVERIFY2(ended.code == 4, ended.text().constData());
            QVERIFY2(ended.err.contains("login"), ended.text().constData());
        }
    }

    void aSignInSaysAddressAndCodeFirst()
    {
        const Ended ended = login();
        QVERIFY2(ended.code == 0, ended.text().constData());
        QVERIFY(ended.err.startsWith("url: https://app.plex.tv/auth#"));
        QVERIFY(ended.err.contains("\ncode: "));
        QCOMPARE(ended.json()[u"account"][u"name"].toString(), u"demo"_s);
        QCOMPARE(ended.json()[u"server"][u"connection"].toString(), u"lan"_s);
        // There is no secret store here.
        QVERIFY(ended.json()[u"warning"].toString().contains(u"in a file"_s));
        // The next command is signed in.
        QCOMPARE(m_cli->run({ u"sync"_s, u"--json"_s }).json()[u"tracks"].toInt(), 50);
    }

    void aTokenThatMayBeInAStoreOutOfReachIsNotCalledASignOut()
    {
        QCOMPARE(login().code, 0);
        QVERIFY(QFile::remove(m_cli->path(u"data/tokens"_s))); // as where the keyring had taken it
        for (const char* command : { "sync", "users list" }) {
            const Ended ended = m_cli->run(command);
            QVERIFY2(ended.code == 4, ended.text().constData());
            QVERIFY2(ended.err.contains("secret store"), ended.text().constData());
        }
    }

    void aCodeThatExpiresEndsTheSignIn()
    {
        m_server->setPinPolicy(
            { .claim = demo::PinPolicy::Claim::Never, .strongLifetime = std::chrono::seconds(2) });
        const Ended ended = login();
        QVERIFY2(ended.code == 5, ended.text().constData());
        QCOMPARE(ended.json()[u"error"][u"code"].toString(), u"timeout"_s);
    }

    void serversAreListedAndChosen()
    {
        demo::Server other({ .tracks = 30, .seed = 2, .name = u"Attic"_s });
        const auto started = other.start();
        QVERIFY(started);
        m_server->announce(*started, u"Attic"_s, u"a friend"_s);
        QCOMPARE(login().code, 0);
        const QJsonArray servers = m_cli->listed("servers list", u"servers"_s);
        QCOMPARE(servers.size(), 2);
        QVERIFY(servers[0][u"current"].toBool() && servers[0][u"known"].toBool());
        QVERIFY(!servers[1][u"current"].toBool() && !servers[1][u"known"].toBool());
        QCOMPARE(servers[1][u"owner"].toString(), u"a friend"_s);
        const Ended used = m_cli->run("servers use attic");
        QVERIFY2(used.code == 0, used.text().constData());
        QCOMPARE(m_cli->run({ u"sync"_s, u"--json"_s }).json()[u"tracks"].toInt(), 30);
        // Back, by the beginning of the identifier; this one is known by now.
        const QString first = servers[0][u"id"].toString().left(8);
        QCOMPARE(m_cli->run({ u"servers"_s, u"use"_s, first }).code, 0);
        QCOMPARE(m_cli->run({ u"sync"_s, u"--json"_s }).json()[u"tracks"].toInt(), 50);
        QCOMPARE(m_cli->run("servers use nobody").code, 2);
        QCOMPARE(m_cli->run("servers use").code, 2);
    }

    void usersAreSwitchedWithTheirPin()
    {
        QCOMPARE(login().code, 0);
        const QJsonArray users = m_cli->listed("users list", u"users"_s);
        QCOMPARE(users.size(), 3);
        QVERIFY(users[0][u"current"].toBool());
        const Ended wrong = m_cli->run({ u"users"_s, u"switch"_s, u"guest"_s }, {}, "0000\n");
        QVERIFY2(wrong.code == 4, wrong.text().constData());
        QVERIFY(m_cli->listed("users list", u"users"_s)[0][u"current"].toBool());
        const Ended right = m_cli->run({ u"users"_s, u"switch"_s, u"guest"_s }, {}, "2468\n");
        QVERIFY2(right.code == 0, right.text().constData());
        QVERIFY(!right.out.contains("2468") && !right.err.contains("2468"));
        QVERIFY(m_cli->listed("users list", u"users"_s)[1][u"current"].toBool());
        QCOMPARE(m_cli->run("users switch nobody").code, 2);
    }

    void signingOutLeavesNothing()
    {
        QCOMPARE(login().code, 0);
        QCOMPARE(m_cli->run("sync").code, 0);
        QVERIFY(!m_cli->cacheFile().isEmpty());
        const Ended ended = m_cli->run({ u"logout"_s, u"--json"_s });
        QVERIFY2(ended.code == 0, ended.text().constData());
        QVERIFY(ended.json()[u"revoked"].toBool());
        QVERIFY(m_cli->cacheFile().isEmpty());
        QCOMPARE(m_cli->listed("servers list", u"servers"_s).size(), 0);
        QVERIFY(!QFile::exists(m_cli->path(u"data/tokens"_s)));
    }

    void aSignOutThatPlexTvDoesNotHearIsPartlyDone()
    {
        QCOMPARE(login().code, 0);
        demo::Fault fault;
        fault.pathPrefix = u"/api/v2/users/signout"_s;
        fault.times = -1;
        fault.status = 500;
        m_server->inject(fault);
        const Ended ended = m_cli->run({ u"logout"_s, u"--json"_s });
        QVERIFY2(ended.code == 3, ended.text().constData());
        QVERIFY(!ended.json()[u"revoked"].toBool());
        QCOMPARE(m_cli->run("users list").code, 4);
    }

    void healthLooksAtEachStep()
    {
        QCOMPARE(login().code, 0);
        m_server->setCandidates({ { demo::Route::Lan, false } });
        const Ended good = m_cli->run({ u"health"_s, u"--verbose"_s, u"--json"_s });
        QVERIFY2(good.code == 0, good.text().constData());
        for (const auto& name :
            { u"account"_s, u"published"_s, u"port"_s, u"identity"_s, u"token"_s }) {
            QCOMPARE(check(good, name)[u"state"].toString(), u"good"_s);
        }
        for (const auto route : { demo::Route::Lan, demo::Route::Remote, demo::Route::Relay }) {
            m_server->setReachable(route, false);
        }
        const Ended gone = m_cli->run({ u"health"_s, u"--verbose"_s, u"--json"_s });
        QVERIFY2(gone.code == 5, gone.text().constData());
        QCOMPARE(check(gone, u"account"_s)[u"state"].toString(), u"good"_s);
        QCOMPARE(check(gone, u"identity"_s)[u"state"].toString(), u"bad"_s);
        QCOMPARE(check(gone, u"token"_s)[u"state"].toString(), u"skipped"_s);
    }

private:
    std::unique_ptr<demo::Server> m_server;
    std::unique_ptr<CommandLine> m_cli;
};

QTEST_GUILESS_MAIN(TestCliAccounts)
#include "tst_cliaccounts.moc"
