// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/demo/client.h"

#include <QTest>

using namespace Qt::StringLiterals;
using client::Demo;
using client::Reply;
using demo::Candidate;
using demo::Route;

namespace {

constexpr const char* kEverything = "/api/v2/resources?includeHttps=1&includeRelay=1&includeIPv6=1";

} // namespace

class TestResources : public QObject
{
    Q_OBJECT

    static Reply ask(const Demo& demo, const QByteArray& target)
    {
        client::Connection plexTv(demo.endpoints.plexTv);
        plexTv.write(demo.request(
            "GET", target, { { "X-Plex-Token", demo.endpoints.accountToken.reveal() } }));
        return plexTv.read();
    }

    static QJsonArray devices(const Demo& demo, const QByteArray& target = kEverything)
    {
        return QJsonDocument::fromJson(ask(demo, target).body).array();
    }

    static QJsonArray ways(const Demo& demo, const QByteArray& target = kEverything)
    {
        return devices(demo, target).at(0)[u"connections"].toArray();
    }

    /// What /identity says over there, without a token; empty if nobody answers.
    static QString machineAt(const Demo& demo, const QJsonValue& way)
    {
        client::Connection connection(QUrl(way[u"uri"].toString()));
        connection.write(demo.request("GET", "/identity", { { "X-Plex-Token", "" } }));
        return connection.read().container()[u"machineIdentifier"].toString();
    }

    static QJsonObject way(const Demo& demo, bool local, bool relay)
    {
        for (const QJsonValue& one : ways(demo)) {
            if (one[u"local"].toBool() == local && one[u"relay"].toBool() == relay
                && one[u"protocol"] == u"http"_s
                && machineAt(demo, one) == demo.endpoints.machineIdentifier) {
                return one.toObject();
            }
        }
        return {};
    }

private Q_SLOTS:
    void listIsFullOfWhatDoesNotWork()
    {
        const Demo demo;
        QStringList found;
        for (const QJsonValue& one : ways(demo)) {
            if (one[u"protocol"] == u"http"_s) {
                found.append(machineAt(demo, one));
            }
        }
        const QString mine = demo.endpoints.machineIdentifier;
        QCOMPARE(found.count(mine), 3); // LAN, remote, relay
        QCOMPARE(found.count(QString()), 2); // closed, and an IPv6 address
        QCOMPARE(found.count(QString(40, u'e')), 1); // another machine
        QVERIFY(found.first().isEmpty());
    }

    void includesAreHonoured()
    {
        const Demo demo;
        const auto count = [&demo](const QByteArray& target, const QString& key, bool value) {
            const QJsonArray rows = ways(demo, target);
            return std::count_if(rows.begin(), rows.end(),
                [&key, value](const QJsonValue& row) { return row[key].toBool() == value; });
        };
        const QByteArray bare = "/api/v2/resources";
        QCOMPARE(count(bare, u"relay"_s, true), 0);
        QCOMPARE(count(bare, u"IPv6"_s, true), 0);
        QCOMPARE(count(kEverything, u"IPv6"_s, true), 1);
        QVERIFY(count(kEverything, u"relay"_s, true) >= 1);
        for (const QJsonValue& row : ways(demo, bare)) {
            QCOMPARE(row[u"protocol"].toString(), u"http"_s);
        }
    }

    void playersAreInTheListWithNulls()
    {
        const Demo demo;
        const QJsonArray rows = devices(demo);
        QCOMPARE(rows.size(), 2);
        QVERIFY(!rows.at(1)[u"provides"].toString().split(u',').contains(u"server"_s));
        QVERIFY(rows.at(1)[u"accessToken"].isNull());
        QVERIFY(rows.at(0)[u"device"].isNull());
        QCOMPARE(rows.at(0)[u"accessToken"].toString().toLatin1(), demo.endpoints.token.reveal());
    }

    void formerSpellingIsXml()
    {
        const Demo demo;
        const Reply reply = ask(demo, "/api/resources?includeHttps=1");
        QVERIFY(reply.headers.value("content-type").contains("xml"));
        QVERIFY(reply.body.contains("<Device "));
        QVERIFY(reply.body.contains("<Connection "));
    }

    void lanAndRemoteCanBeTakenAwayAndGivenBack()
    {
        Demo demo;
        const QJsonObject lan = way(demo, true, false);
        const QJsonObject remote = way(demo, false, false);
        const QJsonObject relay = way(demo, false, true);
        QCOMPARE(lan[u"uri"].toString(), demo.endpoints.pms.toString());
        client::Connection open(demo.endpoints.pms);
        open.write(demo.request("GET", "/identity"));
        QCOMPARE(open.read().status, 200);
        demo.server.setReachable(Route::Lan, false);
        open.write(demo.request("GET", "/identity"));
        QCOMPARE(open.read().status, 0); // open connections are of no use either
        QCOMPARE(machineAt(demo, lan), QString());
        QCOMPARE(machineAt(demo, remote), demo.endpoints.machineIdentifier);
        demo.server.setReachable(Route::Remote, false);
        QCOMPARE(machineAt(demo, remote), QString());
        QCOMPARE(machineAt(demo, relay), demo.endpoints.machineIdentifier);
        demo.server.setReachable(Route::Lan, true);
        QCOMPARE(machineAt(demo, lan), demo.endpoints.machineIdentifier);
        QCOMPARE(demo.get("/").status, 200);
    }

    void requestsTellTheWayTheyCame()
    {
        Demo demo;
        const QJsonObject relay = way(demo, false, true);
        (void)demo.server.takeRequests();
        (void)machineAt(demo, relay);
        (void)demo.get("/identity");
        const auto requests = demo.server.takeRequests();
        QCOMPARE(requests.size(), 2);
        QCOMPARE(requests.at(0).route, Route::Relay);
        QCOMPARE(requests.at(1).route, Route::Lan);
    }

    void tokensThatReachAStrangerAreRecorded()
    {
        Demo demo;
        demo.server.setCandidates({ { Route::WrongMachine, false } });
        const QJsonValue only = ways(demo).at(0);
        QCOMPARE(machineAt(demo, only), QString(40, u'e'));
        client::Connection connection(QUrl(only[u"uri"].toString()));
        connection.write(demo.request("GET", "/"));
        QCOMPARE(connection.read().status, 401);
        const demo::RecordedRequest last = demo.server.takeRequests().last();
        QCOMPARE(last.service, "stranger");
        QCOMPARE(last.headers.value("x-plex-token"), demo.endpoints.token.reveal());
    }

    void silentCandidateNeverAnswers()
    {
        Demo demo;
        demo.server.setCandidates({ { Route::Silent, false } });
        QTcpSocket socket;
        const QJsonValue only = ways(demo).at(0);
        socket.connectToHost(
            only[u"address"].toString(), static_cast<quint16>(only[u"port"].toInt()));
        QVERIFY(socket.waitForConnected(5000));
        socket.write(demo.request("GET", "/identity"));
        QVERIFY(!socket.waitForReadyRead(300));
        QCOMPARE(socket.state(), QAbstractSocket::ConnectedState);
    }

    void httpsRequiredRefusesPlainHttp()
    {
        Demo demo;
        demo.server.setHttpsRequired(true);
        QCOMPARE(demo.get("/identity").status, 0);
        QVERIFY(devices(demo).at(0)[u"httpsRequired"].toBool());
        demo.server.setHttpsRequired(false);
        QCOMPARE(demo.get("/identity").status, 200);
    }

    void anotherServerIsListedAsItsOwnersAndServesItsOwnLibrary()
    {
        Demo mine;
        demo::Options options;
        options.tracks = 40;
        options.seed = 9;
        options.tokenSuffix = "-friend";
        const Demo yours(options);
        QVERIFY(mine.endpoints.machineIdentifier != yours.endpoints.machineIdentifier);
        mine.server.announce(yours.endpoints, u"Friend's server"_s, u"friend"_s);
        const QJsonArray rows = devices(mine);
        QCOMPARE(rows.size(), 3);
        const QJsonObject row = rows.at(2).toObject();
        QVERIFY(!row[u"owned"].toBool() && !row[u"publicAddressMatches"].toBool());
        QCOMPARE(row[u"sourceTitle"].toString(), u"friend"_s);
        QCOMPARE(row[u"clientIdentifier"].toString(), yours.endpoints.machineIdentifier);
        const client::Headers token { { "X-Plex-Token",
            row[u"accessToken"].toString().toLatin1() } };
        const QByteArray tracks = "/library/sections/2/all?type=10";
        QCOMPARE(yours.get(tracks, token).container()[u"size"].toInt(), 40);
        QVERIFY(!yours.get("/", token).container().contains(u"myPlex")); // not the owner
        QCOMPARE(mine.get("/", token).status, 401);
        const client::Headers own { { "X-Plex-Token", mine.endpoints.token.reveal() } };
        QCOMPARE(yours.get("/", own).status, 401);
    }
};

QTEST_GUILESS_MAIN(TestResources)
#include "tst_resources.moc"
