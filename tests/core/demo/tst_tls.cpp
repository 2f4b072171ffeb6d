// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/demo/client.h"

#include <QTest>
#include <QWebSocket>

using namespace Qt::StringLiterals;
using client::Demo;
using client::Reply;
using demo::Certificate;
using demo::Route;

class TestTls : public QObject
{
    Q_OBJECT

    static Reply ask(const Demo& demo, client::Connection& connection, const QByteArray& target,
        const client::Headers& headers = {})
    {
        connection.write(demo.request("GET", target, headers));
        return connection.read();
    }

    static QSslConfiguration trusting()
    {
        QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
        configuration.setCaCertificates({ QSslCertificate(demo::Server::authorityPem()) });
        return configuration;
    }

private Q_SLOTS:
    void goodCertificateIsAccepted()
    {
        Demo demo;
        QVERIFY(demo.endpoints.pmsHttps.isValid());
        client::Connection connection(demo.endpoints.pmsHttps);
        QVERIFY(connection.isEncrypted());
        const Reply reply = ask(demo, connection, "/");
        QCOMPARE(reply.status, 200);
        QCOMPARE(
            reply.container()[u"machineIdentifier"].toString(), demo.endpoints.machineIdentifier);
        QCOMPARE(ask(demo, connection, "/identity").status, 200); // the connection is kept
        QUrl byName = demo.endpoints.pmsHttps;
        byName.setHost(u"localhost"_s);
        QVERIFY(client::Connection(byName).isEncrypted());
        QVERIFY(demo.server.takeRequests().first().isEncrypted);
    }

    void badCertificatesAreWhatTheySay_data()
    {
        QTest::addColumn<Certificate>("certificate");
        QTest::addColumn<QSslError::SslError>("error");
        QTest::newRow("self-signed") << Certificate::SelfSigned << QSslError::SelfSignedCertificate;
        QTest::newRow("wrong host") << Certificate::WrongHost << QSslError::HostNameMismatch;
        QTest::newRow("expired") << Certificate::Expired << QSslError::CertificateExpired;
    }

    void badCertificatesAreWhatTheySay()
    {
        QFETCH(Certificate, certificate);
        QFETCH(QSslError::SslError, error);
        Demo demo;
        demo.server.setCertificate(certificate);
        const client::Connection connection(demo.endpoints.pmsHttps);
        QVERIFY(!connection.isEncrypted());
        QCOMPARE(connection.sslErrors().size(), 1);
        QCOMPARE(connection.sslErrors().first().error(), error);
    }

    void authorityIsNotTrustedByItself()
    {
        const Demo demo;
        QSslSocket socket;
        socket.connectToHostEncrypted(
            u"127.0.0.1"_s, static_cast<quint16>(demo.endpoints.pmsHttps.port()));
        QVERIFY(!socket.waitForEncrypted(5000));
    }

    void changedCertificateIsSeenAtOnceAndBreaksWhatIsOpen()
    {
        Demo demo;
        client::Connection before(demo.endpoints.pmsHttps);
        QCOMPARE(ask(demo, before, "/identity").status, 200);
        demo.server.setCertificate(Certificate::SelfSigned);
        QCOMPARE(ask(demo, before, "/identity").status, 0);
        QVERIFY(!client::Connection(demo.endpoints.pmsHttps).isEncrypted());
        demo.server.setCertificate(Certificate::Good);
        QVERIFY(client::Connection(demo.endpoints.pmsHttps).isEncrypted());
        QCOMPARE(demo.get("/identity").status, 200); // plain HTTP is another matter
    }

    void portSpeaksPlainHttpToo()
    {
        const Demo demo;
        QUrl plain = demo.endpoints.pmsHttps;
        plain.setScheme(u"http"_s);
        client::Connection connection(plain);
        QCOMPARE(ask(demo, connection, "/").status, 200);
    }

    void httpsRequiredLeavesEncryptedWays()
    {
        Demo demo;
        demo.server.setHttpsRequired(true);
        client::Connection connection(demo.endpoints.pmsHttps);
        QCOMPARE(ask(demo, connection, "/").status, 200);
        client::Connection plexTv(demo.endpoints.plexTv);
        const Reply reply = ask(demo, plexTv, "/api/v2/resources?includeHttps=1&includeRelay=1",
            { { "X-Plex-Token", demo.endpoints.accountToken.reveal() } });
        const QJsonArray resources = QJsonDocument::fromJson(reply.body).array();
        QStringList https;
        for (const QJsonValue& way : resources.at(0)[u"connections"].toArray()) {
            if (way[u"protocol"] == u"https"_s) {
                https.append(way[u"uri"].toString());
                client::Connection there { QUrl(https.last()) };
                QCOMPARE(ask(demo, there, "/identity").status, 200);
            }
        }
        QCOMPARE(https.size(), 3); // LAN, remote, relay
    }

    void encryptedWayCanBeTakenAway()
    {
        Demo demo;
        client::Connection connection(demo.endpoints.pmsHttps);
        demo.server.setReachable(Route::Lan, false);
        QCOMPARE(ask(demo, connection, "/identity").status, 0);
    }

    void rangesAndLongBodiesWork()
    {
        const Demo demo;
        client::Connection connection(demo.endpoints.pmsHttps);
        const QString part = ask(demo, connection, "/library/sections/2/all?type=10&limit=1")
                                 .first()[u"Media"][0][u"Part"][0][u"key"]
                                 .toString();
        const Reply whole = ask(demo, connection, part.toLatin1());
        QVERIFY(whole.isComplete && whole.body.size() > 1'000'000);
        QVERIFY(whole.body == demo.get(part.toLatin1()).body);
        const Reply piece
            = ask(demo, connection, part.toLatin1(), { { "Range", "bytes=700000-700999" } });
        QCOMPARE(piece.status, 206);
        QCOMPARE(piece.body, whole.body.mid(700'000, 1000));
    }

    void notificationSocketWorks()
    {
        Demo demo;
        QUrl url = demo.endpoints.pmsHttps;
        url.setScheme(u"wss"_s);
        url.setPath(u"/:/websockets/notifications"_s);
        QNetworkRequest request(url);
        request.setRawHeader("X-Plex-Token", demo.endpoints.token.reveal());
        QWebSocket socket;
        socket.setSslConfiguration(trusting());
        QStringList frames;
        connect(&socket, &QWebSocket::textMessageReceived, this,
            [&frames](const QString& text) { frames.append(text); });
        socket.open(request);
        QTRY_VERIFY(frames.contains(u"{}"_s));
        demo.server.sendNotification("{\"hello\":1}");
        QTRY_VERIFY(frames.contains(u"{\"hello\":1}"_s));
        demo.server.setCertificate(Certificate::SelfSigned);
        QTRY_COMPARE(socket.state(), QAbstractSocket::UnconnectedState);
    }

    void brokenHandshakesDoNoHarm()
    {
        const Demo demo;
        for (const QByteArray& bytes :
            { QByteArray("\x16\x03\x01\xff\xff garbage", 14), QByteArray("\x16"), QByteArray() }) {
            QTcpSocket socket;
            socket.connectToHost(
                u"127.0.0.1"_s, static_cast<quint16>(demo.endpoints.pmsHttps.port()));
            QVERIFY(socket.waitForConnected(5000));
            socket.write(bytes);
            socket.flush();
            socket.abort();
        }
        client::Connection connection(demo.endpoints.pmsHttps);
        QCOMPARE(ask(demo, connection, "/").status, 200);
    }
};

QTEST_GUILESS_MAIN(TestTls)
#include "tst_tls.moc"
