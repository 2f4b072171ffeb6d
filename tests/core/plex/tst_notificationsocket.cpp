// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/server.h"
#include "core/net/certificate.h"
#include "core/plex/notificationsocket.h"
#include "tests/support/await.h"

#include <QCryptographicHash>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using plex::NotificationSocket;

namespace {

const plex::ClientIdentity kIdentity { u"test-client"_s, u"PlexM8"_s, u"0"_s, u"Test"_s, {},
    u"test"_s, {} };
constexpr NotificationSocket::Timing kQuick { 40ms, 200ms, 100ms, 500ms, 250ms };

demo::Options fewTracks()
{
    demo::Options options;
    options.tracks = 50;
    return options;
}

/// A server that answers every request with the same bytes and then says nothing; with none, it
/// does not even hang up.
class Silent : public QTcpServer
{
public:
    explicit Silent(QByteArray bytes)
        : answer(std::move(bytes))
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket* socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
                requests.append(socket->readAll());
                if (!answer.isEmpty()) {
                    socket->write(answer);
                    socket->disconnectFromHost();
                }
            });
        });
    }
    [[nodiscard]] QUrl url() const { return QUrl(u"http://127.0.0.1:%1"_s.arg(serverPort())); }
    QByteArray answer;
    QByteArrayList requests;
};

} // namespace

class TestNotificationSocket : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theTokenIsAHeaderAndInNoUrl()
    {
        demo::Server server(fewTracks());
        const auto endpoints = server.start().value();
        NotificationSocket socket(endpoints.pms, endpoints.token, kIdentity);
        QSignalSpy connected(&socket, &NotificationSocket::connected);
        socket.start();
        QVERIFY(connected.wait());
        QVERIFY(socket.isConnected());
        const auto requests = server.takeRequests();
        QCOMPARE(requests.size(), 1);
        QCOMPARE(requests.first().path, u"/:/websockets/notifications"_s);
        QVERIFY(requests.first().query.isEmpty());
        QCOMPARE(requests.first().headers.value("x-plex-token"), endpoints.token.reveal());
        QCOMPARE(requests.first().headers.value("x-plex-client-identifier"), "test-client");
    }

    void aPinnedCertificateIsTrusted_data()
    {
        QTest::addColumn<demo::Certificate>("shown");
        QTest::newRow("by itself") << demo::Certificate::SelfSigned;
        QTest::newRow("by an unknown authority") << demo::Certificate::Good;
        QTest::newRow("with its authority") << demo::Certificate::GoodInChain;
        QTest::newRow("for another name") << demo::Certificate::WrongHost;
    }
    void aPinnedCertificateIsTrusted()
    {
        QFETCH(demo::Certificate, shown);
        demo::Server server(fewTracks());
        const auto endpoints = server.start().value();
        server.setCertificate(shown);
        net::CertificateReader reader;
        const auto certificate = support::await(reader.read(endpoints.pmsHttps));
        QVERIFY(certificate && certificate->canBePinned && !certificate->faults.isEmpty());
        (void)server.takeRequests();
        // What is not pinned gets no token; nor does one that is pinned, from another server.
        QTest::ignoreMessage(
            QtWarningMsg, QRegularExpression(u"notifications_distrusted pinned= false"_s));
        QTest::ignoreMessage(
            QtWarningMsg, QRegularExpression(u"notifications_distrusted pinned= true"_s));
        for (const QByteArray& pin : { QByteArray(), QByteArray(32, 'x') }) {
            NotificationSocket stranger(endpoints.pmsHttps, endpoints.token, kIdentity, pin);
            stranger.setTiming({ 40ms, 40ms, 100ms, 500ms, 250ms });
            QSignalSpy connected(&stranger, &NotificationSocket::connected);
            stranger.start();
            QVERIFY(!connected.wait(500)); // it tries again meanwhile, and says so once
        }
        QVERIFY(server.takeRequests().isEmpty());
        NotificationSocket socket(
            endpoints.pmsHttps, endpoints.token, kIdentity, certificate->sha256);
        QSignalSpy connected(&socket, &NotificationSocket::connected);
        QSignalSpy received(&socket, &NotificationSocket::received);
        socket.start();
        QVERIFY(connected.wait());
        server.sendNotification("{\"NotificationContainer\":{\"type\":\"timeline\","
                                "\"TimelineEntry\":[{\"itemID\":\"77\",\"state\":5}]}}");
        QTRY_COMPARE(received.size(), 1);
    }

    void anExpiredCertificateIsNotMadeUpForByAPin()
    {
        demo::Server server(fewTracks());
        const auto endpoints = server.start().value();
        server.setCertificate(demo::Certificate::Expired);
        net::CertificateReader reader;
        const auto certificate = support::await(reader.read(endpoints.pmsHttps));
        QVERIFY(certificate && !certificate->canBePinned);
        (void)server.takeRequests();
        QTest::ignoreMessage(
            QtWarningMsg, QRegularExpression(u"notifications_distrusted pinned= true"_s));
        NotificationSocket socket(
            endpoints.pmsHttps, endpoints.token, kIdentity, certificate->sha256);
        QSignalSpy connected(&socket, &NotificationSocket::connected);
        socket.start();
        QVERIFY(!connected.wait(500));
        QVERIFY(server.takeRequests().isEmpty());
    }

    void framesArriveAndNonsenseBreaksNothing()
    {
        demo::Server server(fewTracks());
        const auto endpoints = server.start().value();
        NotificationSocket socket(endpoints.pms, endpoints.token, kIdentity);
        QSignalSpy connected(&socket, &NotificationSocket::connected);
        QSignalSpy broken(&socket, &NotificationSocket::disconnected);
        QSignalSpy received(&socket, &NotificationSocket::received);
        socket.start();
        QVERIFY(connected.wait());
        for (const char* text :
            { "{}", "half {", "", "[]", "\"x\"", "{\"NotificationContainer\":0}" }) {
            server.sendNotification(text);
        }
        server.sendNotification("{\"NotificationContainer\":{\"type\":\"timeline\","
                                "\"TimelineEntry\":[{\"itemID\":\"77\",\"state\":5}]}}");
        QTRY_COMPARE(received.size(), 1);
        const auto told = received.first().first().value<plex::Notification>();
        QCOMPARE(told.entries.first().key.value, u"77"_s);
        QCOMPARE(broken.size(), 0);
    }

    void aBrokenConnectionIsMadeAgain()
    {
        demo::Server server(fewTracks());
        const auto endpoints = server.start().value();
        NotificationSocket socket(endpoints.pms, endpoints.token, kIdentity);
        socket.setTiming(kQuick);
        QSignalSpy connected(&socket, &NotificationSocket::connected);
        QSignalSpy broken(&socket, &NotificationSocket::disconnected);
        socket.start();
        QTRY_COMPARE(connected.size(), 1);
        server.dropNotificationSockets();
        QTRY_COMPARE(broken.size(), 1);
        QTRY_COMPARE(connected.size(), 2);
        server.stop();
        QTRY_COMPARE(broken.size(), 2);
        QVERIFY(!socket.isConnected());
        QVERIFY(server.start());
        QTRY_COMPARE(connected.size(), 3);
    }

    void aRefusedHeaderIsFollowedByAQueryOnce()
    {
        Silent server("HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n");
        NotificationSocket socket(server.url(), util::SecretString("se+cret"), kIdentity);
        socket.setTiming(kQuick);
        QSignalSpy refused(&socket, &NotificationSocket::refused);
        socket.start();
        QTRY_COMPARE(refused.size(), 1);
        QCOMPARE(server.requests.size(), 2);
        QVERIFY(server.requests.at(0).startsWith("GET /:/websockets/notifications HTTP"));
        QVERIFY(server.requests.at(0).contains("X-Plex-Token: se+cret"));
        QVERIFY(server.requests.at(1).startsWith(
            "GET /:/websockets/notifications?X-Plex-Token=se%2Bcret HTTP"));
        QVERIFY(!server.requests.at(1).contains("X-Plex-Token: "));
        // Another try is the owner's to make: another socket makes four meanwhile.
        NotificationSocket other(server.url(), util::SecretString("other"), kIdentity);
        other.setTiming(kQuick);
        QSignalSpy otherRefused(&other, &NotificationSocket::refused);
        other.start();
        QTRY_COMPARE(otherRefused.size(), 1);
        other.start();
        QTRY_COMPARE(otherRefused.size(), 2);
        server.requests.removeIf([](const QByteArray& one) { return one.contains("other"); });
        QCOMPARE(server.requests.size(), 2);
        socket.start();
        QTRY_COMPARE(refused.size(), 2);
        QCOMPARE(server.requests.size(), 4); // which begin with the header again
        QVERIFY(server.requests.at(2).startsWith("GET /:/websockets/notifications HTTP"));
    }

    void aQueryIsNotRepeatedAfterABreak()
    {
        Silent server("HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n");
        NotificationSocket socket(server.url(), util::SecretString("x"), kIdentity);
        socket.setTiming(kQuick);
        socket.start();
        QTRY_COMPARE(server.requests.size(), 1);
        server.answer = "HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n";
        QTRY_VERIFY(server.requests.size() >= 4);
        QVERIFY(server.requests.at(1).contains("?X-Plex-Token=x "));
        for (const QByteArray& request : server.requests.sliced(2)) {
            QVERIFY(!request.contains("?X-Plex-Token"));
        }
    }

    void aHandshakeThatIsNotAnsweredIsGivenUp()
    {
        const Silent server({}); // reads the request, and keeps the connection
        NotificationSocket socket(server.url(), util::SecretString("x"), kIdentity);
        socket.setTiming(kQuick);
        socket.start();
        QTRY_COMPARE(server.requests.size(), 3);
        QVERIFY(!socket.isConnected());
        for (const QByteArray& request : server.requests) {
            QVERIFY(!request.contains("?X-Plex-Token")); // that is no refusal
        }
    }

    void triesGrowRarer()
    {
        const Silent server("HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n");
        NotificationSocket socket(server.url(), util::SecretString("x"), kIdentity);
        socket.setTiming({ 100ms, 400ms, 1s, 3s, 3s });
        QElapsedTimer timer;
        timer.start();
        socket.start();
        QTRY_COMPARE(server.requests.size(), 4);
        QVERIFY(timer.elapsed() >= 50 + 100 + 200); // half of 100, 200 and 400
        for (const QByteArray& request : server.requests) {
            QVERIFY(!request.contains("?X-Plex-Token")); // only a 401 is a reason
        }
    }

    void silenceIsABreak()
    {
        // The handshake succeeds, and then nothing answers, not even a ping.
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        int connections = 0;
        connect(&server, &QTcpServer::newConnection, this, [&] {
            ++connections;
            QTcpSocket* peer = server.nextPendingConnection();
            connect(peer, &QTcpSocket::readyRead, peer, [peer] {
                const QByteArray request = peer->readAll();
                const qsizetype at = request.indexOf("Sec-WebSocket-Key: ");
                if (at < 0) {
                    return;
                }
                const QByteArray key = request.mid(at + 19, request.indexOf('\r', at) - at - 19);
                const QByteArray accept = QCryptographicHash::hash(
                    key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11", QCryptographicHash::Sha1)
                                              .toBase64();
                peer->write("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n"
                            "Connection: Upgrade\r\nSec-WebSocket-Accept: "
                    + accept + "\r\n\r\n");
            });
        });
        NotificationSocket socket(QUrl(u"http://127.0.0.1:%1"_s.arg(server.serverPort())),
            util::SecretString("x"), kIdentity);
        socket.setTiming(kQuick);
        QSignalSpy broken(&socket, &NotificationSocket::disconnected);
        socket.start();
        QTRY_VERIFY(broken.size() >= 1);
        QTRY_VERIFY(connections >= 2);
    }

    void aTokenThatIsNoHeaderIsNotSent()
    {
        const Silent server("HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n");
        NotificationSocket bad(server.url(), util::SecretString("a\r\nHost: elsewhere"), kIdentity);
        bad.setTiming(kQuick);
        bad.start();
        // Another one, begun later, tries thrice: the first would have come long before.
        NotificationSocket good(server.url(), util::SecretString("good"), kIdentity);
        good.setTiming(kQuick);
        good.start();
        QTRY_VERIFY(server.requests.size() >= 3);
        for (const QByteArray& request : server.requests) {
            QVERIFY(request.contains("X-Plex-Token: good\r\n"));
        }
    }
};

QTEST_GUILESS_MAIN(TestNotificationSocket)
#include "tst_notificationsocket.moc"
