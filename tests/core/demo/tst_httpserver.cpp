// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/demo/client.h"

#include <QTest>

using namespace Qt::StringLiterals;
using client::Demo;
using client::Reply;
using demo::Fault;

class TestHttpServer : public QObject
{
    Q_OBJECT

private:
    static Fault fault(const char* prefix)
    {
        Fault fault;
        fault.pathPrefix = QString::fromLatin1(prefix);
        return fault;
    }

private Q_SLOTS:
    void identityNeedsNoToken()
    {
        const Demo demo;
        const Reply reply = demo.get("/identity", { { "X-Plex-Token", "" } });
        QCOMPARE(reply.status, 200);
        QCOMPARE(
            reply.container()[u"machineIdentifier"].toString(), demo.endpoints.machineIdentifier);
        QCOMPARE(demo.endpoints.machineIdentifier.size(), 40);
    }

    void quirk87IdentityIsNoProofOfAToken()
    {
        const Demo demo;
        QCOMPARE(demo.get("/identity", { { "X-Plex-Token", "wrong" } }).status, 200);
        QCOMPARE(demo.get("/", { { "X-Plex-Token", "wrong" } }).status, 401);
        QCOMPARE(demo.get("/").status, 200);
    }

    void quirk86AccountTokenIsRefusedByTheServer()
    {
        const Demo demo;
        const QByteArray account = demo.endpoints.accountToken.reveal();
        QCOMPARE(demo.get("/", { { "X-Plex-Token", account } }).status, 401);
        client::Connection plexTv(demo.endpoints.plexTv);
        plexTv.write(demo.request("GET", "/api/v2/user", { { "X-Plex-Token", account } }));
        QCOMPARE(plexTv.read().status, 200);
        plexTv.write(demo.request("GET", "/api/v2/user"));
        const Reply refused = plexTv.read();
        QCOMPARE(refused.status, 401);
        QVERIFY(refused.body.contains("\"errors\""));
    }

    void tokenIsAcceptedInTheQuery()
    {
        const Demo demo;
        const Reply reply
            = demo.get("/library/sections?X-Plex-Token=" + demo.endpoints.token.reveal(),
                { { "X-Plex-Token", "" } });
        QCOMPARE(reply.status, 200);
    }

    void quirk1AnswersXmlUnlessJsonIsAskedFor()
    {
        const Demo demo;
        const Reply xml = demo.get("/library/sections", { { "Accept", "*/*" } });
        QCOMPARE(xml.headers.value("content-type"), "text/xml;charset=utf-8");
        QVERIFY(xml.body.startsWith(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<MediaContainer size=\"3\""));
        QVERIFY(xml.body.contains("<Directory "));
        const Reply json = demo.get("/library/sections");
        QCOMPARE(json.headers.value("content-type"), "application/json");
    }

    void errorsAreHtmlEvenForJsonClients()
    {
        const Demo demo;
        const Reply missing = demo.get("/library/metadata/99");
        QCOMPARE(missing.status, 404);
        QCOMPARE(missing.headers.value("content-type"), "text/html");
        QVERIFY(missing.body.startsWith("<html>"));
        QCOMPARE(demo.get("/no/such/path").status, 404);
        QCOMPARE(demo.send("DELETE", "/identity").status, 405);
    }

    void quirk43RequestLineAbove8KilobytesIs414()
    {
        const Demo demo;
        const QByteArray ids(8192, '1');
        client::Connection connection(demo.endpoints.pms);
        connection.write(demo.request("GET", "/library/metadata/" + ids));
        QCOMPARE(connection.read().status, 414);
        QVERIFY(connection.isClosed());
        QCOMPARE(demo.get("/library/metadata/" + ids.first(8000)).status, 404);
    }

    void keepAliveAndPipeliningAnswerInOrder()
    {
        const Demo demo;
        client::Connection connection(demo.endpoints.pms);
        connection.write(demo.request("GET", "/identity")
            + demo.request("GET", "/library/metadata/1")
            + demo.request("GET", "/library/sections"));
        QCOMPARE(connection.read().status, 200);
        QCOMPARE(connection.read().status, 404);
        QCOMPARE(connection.read().container()[u"size"].toInt(), 3);
        connection.write(demo.request("GET", "/identity", { { "Connection", "close" } }));
        QCOMPARE(connection.read().status, 200);
        QVERIFY(connection.isClosed());
    }

    void requestMayArriveInPieces()
    {
        const Demo demo;
        client::Connection connection(demo.endpoints.pms);
        for (const char c : demo.request("GET", "/identity")) {
            connection.write(QByteArray(1, c));
        }
        QCOMPARE(connection.read().status, 200);
    }

    void headHasTheLengthAndNoBody()
    {
        const Demo demo;
        const Reply get = demo.get("/library/sections");
        const Reply head = demo.send("HEAD", "/library/sections");
        QCOMPARE(head.status, 200);
        QCOMPARE(head.headers.value("content-length"), QByteArray::number(get.body.size()));
    }

    void gzipOnlyWhenAcceptedAndWorthIt()
    {
        const Demo demo;
        const client::Headers gzip { { "Accept-Encoding", "gzip, deflate" } };
        const Reply packed = demo.get("/library/sections/2/all?type=10", gzip);
        QCOMPARE(packed.headers.value("content-encoding"), "gzip");
        QVERIFY(packed.body.startsWith("\x1f\x8b"));
        QVERIFY(!demo.get("/identity", gzip).headers.contains("content-encoding"));
        QVERIFY(!demo.get("/library/sections").headers.contains("content-encoding"));
    }

    void malformedRequestsAreRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("status");
        QTest::newRow("no version") << QByteArray("GET /\r\n\r\n") << 400;
        QTest::newRow("binary") << QByteArray("\x16\x03\x01\r\n\r\n") << 400;
        QTest::newRow("header without colon")
            << QByteArray("GET / HTTP/1.1\r\nnonsense\r\n\r\n") << 400;
        QTest::newRow("length is no number")
            << QByteArray("PUT / HTTP/1.1\r\nContent-Length: x\r\n\r\n") << 400;
        QTest::newRow("too long a body")
            << QByteArray("PUT / HTTP/1.1\r\nContent-Length: 99999999\r\n\r\n") << 413;
        QTest::newRow("chunked request")
            << QByteArray("PUT / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n") << 501;
        QTest::newRow("endless head") << "GET / HTTP/1.1\r\n" + QByteArray(70'000, 'a') << 431;
    }

    void malformedRequestsAreRefused()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, status);
        const Demo demo;
        client::Connection connection(demo.endpoints.pms);
        connection.write(bytes);
        QCOMPARE(connection.read().status, status);
        QVERIFY(connection.isClosed());
        QCOMPARE(demo.get("/identity").status, 200);
    }

    void faultGivesTheStatusSoManyTimes()
    {
        Demo demo;
        Fault busy = fault("/library");
        busy.status = 429;
        busy.retryAfterSeconds = 3;
        busy.times = 2;
        demo.server.inject(busy);
        const Reply first = demo.get("/library/sections");
        QCOMPARE(first.status, 429);
        QCOMPARE(first.headers.value("retry-after"), "3");
        QCOMPARE(demo.get("/identity").status, 200);
        QCOMPARE(demo.get("/library/sections").status, 429);
        QCOMPARE(demo.get("/library/sections").status, 200);
    }

    void faultCanBeLimitedToAMethodAndCleared()
    {
        Demo demo;
        Fault broken = fault("/");
        broken.method = "PUT";
        broken.status = 500;
        broken.times = -1;
        demo.server.inject(broken);
        QCOMPARE(demo.get("/").status, 200);
        QCOMPARE(demo.send("PUT", "/:/rate").status, 500);
        demo.server.clearFaults();
        QCOMPARE(demo.send("PUT", "/:/rate").status, 400);
    }

    void startingServerAnswers503OnEverything()
    {
        Demo demo;
        demo.server.inject(Fault::starting(1));
        const Reply reply = demo.get("/identity");
        QCOMPARE(reply.status, 503);
        QVERIFY(reply.body.contains("<html>"));
        QCOMPARE(demo.get("/identity").status, 200);
    }

    void delayedAnswerComesLateAndOthersDoNotWait()
    {
        Demo demo;
        Fault slow = fault("/library/sections");
        slow.delay = std::chrono::milliseconds(300);
        demo.server.inject(slow);
        QElapsedTimer timer;
        timer.start();
        client::Connection waiting(demo.endpoints.pms);
        waiting.write(demo.request("GET", "/library/sections"));
        QCOMPARE(demo.get("/identity").status, 200);
        QVERIFY(timer.elapsed() < 300);
        QCOMPARE(waiting.read().status, 200);
        QVERIFY(timer.elapsed() >= 300);
    }

    void cutBodyIsShorterThanItsLength()
    {
        Demo demo;
        Fault cut = fault("/library/sections");
        cut.cutAfterBytes = 100;
        demo.server.inject(cut);
        const Reply reply = demo.get("/library/sections");
        QCOMPARE(reply.status, 200);
        QCOMPARE(reply.body.size(), 100);
        QVERIFY(!reply.isComplete);
    }

    void claimedLengthIsALie()
    {
        Demo demo;
        Fault liar = fault("/library/sections");
        liar.claimLength = 50'000;
        demo.server.inject(liar);
        const Reply reply = demo.get("/library/sections");
        QCOMPARE(reply.headers.value("content-length"), "50000");
        QVERIFY(!reply.isComplete);
    }

    void garbageReplacesTheBody()
    {
        Demo demo;
        Fault garbage = fault("/library/sections");
        garbage.garbageBody = "{\"MediaContainer\":{\"size\":";
        demo.server.inject(garbage);
        const Reply reply = demo.get("/library/sections");
        QCOMPARE(reply.status, 200);
        QCOMPARE(reply.headers.value("content-type"), "application/json");
        QCOMPARE(reply.body, garbage.garbageBody);
    }

    void redirectNamesItsTarget()
    {
        Demo demo;
        Fault away = fault("/library");
        away.redirectTo = QUrl(u"http://127.0.0.1:1/elsewhere"_s);
        demo.server.inject(away);
        const Reply reply = demo.get("/library/sections");
        QCOMPARE(reply.status, 302);
        QCOMPARE(reply.headers.value("location"), "http://127.0.0.1:1/elsewhere");
    }

    void chunkedAnswerIsTheSameBody()
    {
        Demo demo;
        Fault chunked = fault("/library/sections");
        chunked.chunked = true;
        demo.server.inject(chunked);
        const Reply reply = demo.get("/library/sections");
        QVERIFY(!reply.headers.contains("content-length"));
        QVERIFY(reply.isComplete);
        QCOMPARE(reply.container()[u"size"].toInt(), 3);
    }

    void drippedBodyTakesItsTime()
    {
        Demo demo;
        Fault drip = fault("/identity");
        drip.dripBytesPerSecond = 400;
        demo.server.inject(drip);
        QElapsedTimer timer;
        timer.start();
        const Reply reply = demo.get("/identity");
        QVERIFY(reply.isComplete);
        QVERIFY(timer.elapsed() > 150);
    }

    void droppedConnectionHasNoAnswerThoughTheWorkIsDone()
    {
        Demo demo;
        const QByteArray key = client::firstTrack(demo);
        Fault drop = fault("/:/rate");
        drop.dropConnection = true;
        demo.server.inject(drop);
        const Reply reply = demo.send(
            "PUT", "/:/rate?identifier=com.plexapp.plugins.library&rating=4&key=" + key);
        QCOMPARE(reply.status, 0);
        QCOMPARE(demo.server.rating(key.toULongLong()), std::optional<double>(4));
    }

    void requestsAreRecordedOnce()
    {
        Demo demo;
        demo.get("/library/sections?a=1&b%3E%3E=%C3%A9", { { "X-Plex-Product", "test" } });
        demo.get("/library/metadata/1");
        const QList<demo::RecordedRequest> requests = demo.server.takeRequests();
        QCOMPARE(requests.size(), 2);
        QCOMPARE(requests.at(0).service, "pms");
        QCOMPARE(requests.at(0).method, "GET");
        QCOMPARE(requests.at(0).path, u"/library/sections"_s);
        QCOMPARE(requests.at(0).value(u"b>>"_s), u"é"_s);
        QCOMPARE(requests.at(0).headers.value("x-plex-product"), "test");
        QCOMPARE(requests.at(0).status, 200);
        QCOMPARE(requests.at(1).status, 404);
        QVERIFY(demo.server.takeRequests().isEmpty());
    }

    void restartKeepsPortsAndChanges()
    {
        Demo demo;
        const QByteArray key = client::firstTrack(demo);
        QVERIFY(demo.server.setRating(key.toULongLong(), 6));
        demo.server.stop();
        QCOMPARE(demo.get("/identity").status, 0);
        const auto again = demo.server.start();
        QVERIFY(again);
        QCOMPARE(again->pms, demo.endpoints.pms);
        QCOMPARE(demo.get("/library/metadata/" + key).first()[u"userRating"].toDouble(), 6.0);
    }
};

QTEST_GUILESS_MAIN(TestHttpServer)
#include "tst_httpserver.moc"
