// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/demo/client.h"

#include <QSignalSpy>
#include <QTest>
#include <QWebSocket>

using namespace Qt::StringLiterals;
using client::Demo;
using client::Reply;

namespace {

constexpr const char* kPath = "/:/websockets/notifications";

/// One listener: every text frame it got.
class Listener
{
public:
    explicit Listener(const Demo& demo)
    {
        QNetworkRequest request(urlOf(demo));
        request.setRawHeader("X-Plex-Token", demo.endpoints.token.reveal());
        listen(request);
    }
    explicit Listener(const QNetworkRequest& request) { listen(request); }

    static QUrl urlOf(const Demo& demo)
    {
        QUrl url = demo.endpoints.pms;
        url.setScheme(u"ws"_s);
        url.setPath(QString::fromLatin1(kPath));
        return url;
    }

    [[nodiscard]] bool isOpen()
    {
        return QTest::qWaitFor(
            [this] { return socket.state() == QAbstractSocket::ConnectedState; });
    }
    [[nodiscard]] bool isClosed()
    {
        return QTest::qWaitFor(
            [this] { return socket.state() == QAbstractSocket::UnconnectedState; });
    }
    /// Whether that frame arrived, sooner or later.
    [[nodiscard]] bool has(const QString& frame)
    {
        return QTest::qWaitFor([this, &frame] { return frames.contains(frame); });
    }
    /// The rows of all frames of that type so far.
    [[nodiscard]] QJsonArray rows(const QString& type, const QString& payload) const
    {
        QJsonArray all;
        for (const QString& frame : frames) {
            const QJsonObject inside = QJsonDocument::fromJson(frame.toUtf8())
                                           .object()[u"NotificationContainer"]
                                           .toObject();
            if (inside[u"type"].toString() == type) {
                for (const auto& row : inside[payload].toArray()) {
                    all.append(row);
                }
            }
        }
        return all;
    }
    [[nodiscard]] QJsonArray entries() const { return rows(u"timeline"_s, u"TimelineEntry"_s); }

    QWebSocket socket {};
    QStringList frames {};

private:
    void listen(const QNetworkRequest& request)
    {
        QObject::connect(&socket, &QWebSocket::textMessageReceived, &socket,
            [this](const QString& text) { frames.append(text); });
        socket.open(request);
    }
};

} // namespace

class TestNotifications : public QObject
{
    Q_OBJECT

private:
    static Reply rate(const Demo& demo, const QByteArray& key)
    {
        return demo.send(
            "PUT", "/:/rate?identifier=com.plexapp.plugins.library&rating=8&key=" + key);
    }
    /// The request for a WebSocket as bytes, and what it is answered.
    static Reply upgrade(const Demo& demo, const QByteArray& path, client::Headers headers = {})
    {
        headers += { { "Upgrade", "websocket" }, { "Connection", "keep-alive, Upgrade" },
            { "Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==" },
            { "Sec-WebSocket-Version", "13" } };
        client::Connection connection(demo.endpoints.pms);
        connection.write(demo.request("GET", path, headers));
        return connection.read(true);
    }

private Q_SLOTS:
    void quirk98SocketIsPluralNeedsATokenAndRepeatsNothing()
    {
        Demo demo;
        QCOMPARE(upgrade(demo, "/:/websocket/notifications").status, 404);
        QCOMPARE(upgrade(demo, kPath, { { "X-Plex-Token", "" } }).status, 401);
        QCOMPARE(upgrade(demo, kPath, { { "X-Plex-Token", "wrong" } }).status, 401);
        Listener first(demo);
        QVERIFY(first.isOpen());
        demo.server.sendNotification("before");
        QVERIFY(first.has(u"before"_s));
        demo.server.dropNotificationSockets();
        QVERIFY(first.isClosed());
        demo.server.sendNotification("meanwhile");
        Listener second(demo);
        QVERIFY(second.isOpen());
        demo.server.sendNotification("after");
        QVERIFY(second.has(u"after"_s));
        QCOMPARE(second.frames, (QStringList { u"{}"_s, u"after"_s })); // nothing is repeated
    }

    void quirk98RatingSendsABurstWithEmptyAndUnknownFrames()
    {
        const Demo demo;
        Listener listener(demo);
        QVERIFY(listener.isOpen());
        const QByteArray key = client::firstTrack(demo);
        QCOMPARE(rate(demo, key).status, 200);
        QVERIFY(QTest::qWaitFor(
            [&listener] { return listener.frames.join(u' ').contains(u"provider.content"); }));
        const QJsonArray entries = listener.entries();
        QVERIFY(entries.size() > 2);
        int ofTrack = 0;
        for (const auto& entry : entries) {
            QCOMPARE(entry[u"state"].toInt(), 5);
            QCOMPARE(entry[u"identifier"].toString(), u"com.plexapp.plugins.library"_s);
            QCOMPARE(entry[u"sectionID"], QJsonValue(u"2"_s)); // text
            QVERIFY(entry[u"itemID"].isString());
            ofTrack += entry[u"itemID"].toString().toLatin1() == key ? 1 : 0;
        }
        QVERIFY(ofTrack > 1);
        QCOMPARE(entries.first()[u"type"].toInt(), 10);
        QVERIFY(listener.frames.count(u"{}"_s) > 1);
    }

    void tokenMayBeInTheQuery()
    {
        const Demo demo;
        QUrl url = Listener::urlOf(demo);
        url.setQuery(u"X-Plex-Token="_s + QString::fromLatin1(demo.endpoints.token.reveal()));
        Listener listener { QNetworkRequest(url) };
        QVERIFY(listener.isOpen());
        QVERIFY(listener.has(u"{}"_s));
    }

    void playbackIsToldWithItsState()
    {
        const Demo demo;
        Listener listener(demo);
        QVERIFY(listener.isOpen());
        const QByteArray key = demo.keyOf("/library/sections/2/all?type=10&viewCount=0");
        const auto report = [&demo, &key](const char* state, int time) {
            demo.get("/:/timeline?duration=100000&ratingKey=" + key + "&state=" + state
                    + "&time=" + QByteArray::number(time),
                { { "X-Plex-Client-Identifier", "me" } });
        };
        report("playing", 1000);
        report("stopped", 95'000);
        const auto plays = [&listener] {
            return listener.rows(u"playing"_s, u"PlaySessionStateNotification"_s);
        };
        QTRY_COMPARE(plays().size(), 2);
        QCOMPARE(plays().first()[u"state"].toString(), u"playing"_s);
        QCOMPARE(plays().first()[u"viewOffset"].toInt(), 1000);
        QCOMPARE(plays().first()[u"ratingKey"].toString().toLatin1(), key);
        QCOMPARE(plays().first()[u"clientIdentifier"].toString(), u"me"_s);
        QVERIFY(plays().first()[u"sessionKey"].isString());
        QCOMPARE(plays().last()[u"state"].toString(), u"stopped"_s);
        QTRY_VERIFY(!listener.entries().isEmpty()); // the play was counted
        QCOMPARE(listener.entries().first()[u"itemID"].toString().toLatin1(), key);
    }

    void scrobblingAnAlbumNamesEveryTrack()
    {
        const Demo demo;
        Listener listener(demo);
        QVERIFY(listener.isOpen());
        const QByteArray album = demo.keyOf("/library/sections/2/all?type=9");
        const auto tracks = demo.get("/library/metadata/" + album + "/children").metadata();
        QVERIFY(tracks.size() > 1);
        demo.send("PUT", "/:/scrobble?identifier=com.plexapp.plugins.library&key=" + album);
        QTRY_COMPARE(listener.entries().size(), 2 * tracks.size() + 1); // twice, and the album
        QCOMPARE(listener.entries().last()[u"itemID"].toString().toLatin1(), album);
    }

    void playlistEditsAreOfNoSection()
    {
        const Demo demo;
        Listener listener(demo);
        QVERIFY(listener.isOpen());
        const Reply made = demo.send("POST", "/playlists?type=audio&title=New&smart=0");
        const QString key = made.first()[u"ratingKey"].toString();
        QTRY_COMPARE(listener.entries().size(), 2);
        QCOMPARE(listener.entries().first()[u"sectionID"], QJsonValue(u"-1"_s));
        QCOMPARE(listener.entries().first()[u"itemID"], QJsonValue(key));
        QCOMPARE(listener.entries().first()[u"type"].toInt(), 15);
        demo.send("PUT", "/playlists/" + key.toLatin1() + "?title=Newer");
        QTRY_COMPARE(listener.entries().size(), 4);
        QCOMPARE(listener.entries().last()[u"title"].toString(), u"Newer"_s);
        demo.send("DELETE", "/playlists/" + key.toLatin1());
        QTRY_COMPARE(listener.entries().size(), 5);
        QCOMPARE(listener.entries().last()[u"state"].toInt(), 9);
    }

    void whatOthersDoIsToldToo()
    {
        Demo demo;
        Listener listener(demo);
        QVERIFY(listener.isOpen());
        const quint64 key = client::firstTrack(demo).toULongLong();
        QVERIFY(demo.server.renameItem(key, u"Another"_s));
        QTRY_VERIFY(!listener.entries().isEmpty());
        QCOMPARE(listener.entries().first()[u"title"].toString(), u"Another"_s);
        QVERIFY(demo.server.removeItem(key));
        QTRY_COMPARE(listener.entries().last()[u"state"].toInt(), 9);
        QCOMPARE(listener.entries().last()[u"itemID"].toString(), QString::number(key));
    }

    void otherUsersAreToldNothing()
    {
        Demo demo;
        QNetworkRequest request(Listener::urlOf(demo));
        request.setRawHeader("X-Plex-Token", "demo-server-token-guest-19c2");
        Listener guest(request);
        QVERIFY(guest.isOpen());
        rate(demo, client::firstTrack(demo));
        demo.server.sendNotification("end");
        QVERIFY(guest.has(u"end"_s));
        QCOMPARE(guest.frames, (QStringList { u"{}"_s, u"end"_s }));
    }

    void handshakeIsThatOfTheStandard()
    {
        const Demo demo;
        const Reply reply = upgrade(demo, kPath);
        QCOMPARE(reply.status, 101);
        // The key and its answer are the example of RFC 6455, section 1.3.
        QCOMPARE(reply.headers.value("sec-websocket-accept"), "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
        QCOMPARE(reply.headers.value("upgrade"), "websocket");
        QVERIFY(!reply.headers.contains("content-length"));
        QCOMPARE(demo.get(kPath).status, 400); // no upgrade asked for
        client::Connection old(demo.endpoints.pms);
        old.write(demo.request("GET", kPath,
            { { "Upgrade", "websocket" }, { "Connection", "Upgrade" },
                { "Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==" },
                { "Sec-WebSocket-Version", "8" } }));
        QCOMPARE(old.read().status, 426);
    }

    void faultsComeBeforeTheHandshake()
    {
        Demo demo;
        demo::Fault fault;
        fault.pathPrefix = QString::fromLatin1(kPath);
        fault.status = 503;
        demo.server.inject(fault);
        QCOMPARE(upgrade(demo, kPath).status, 503);
        QCOMPARE(upgrade(demo, kPath).status, 101);
    }

    void pingIsAnsweredAndCloseIsReturned()
    {
        const Demo demo;
        Listener listener(demo);
        QVERIFY(listener.isOpen());
        QSignalSpy pong(&listener.socket, &QWebSocket::pong);
        listener.socket.ping("still there?");
        QTRY_COMPARE(pong.size(), 1);
        QCOMPARE(pong.first().at(1).toByteArray(), "still there?");
        listener.socket.sendTextMessage(u"nobody listens to this"_s);
        listener.socket.close();
        QVERIFY(listener.isClosed());
        QCOMPARE(listener.socket.closeCode(), QWebSocketProtocol::CloseCodeNormal);
    }

    void longFramesAndOddBytesArrive()
    {
        Demo demo;
        Listener listener(demo);
        QVERIFY(listener.isOpen());
        for (const qsizetype size : { 125, 126, 65'535, 65'536, 300'000 }) {
            const QString text(size, u'x');
            demo.server.sendNotification(text.toLatin1());
            QVERIFY(listener.has(text));
        }
        demo.server.sendNotification("{\"NotificationContainer\":");
        QVERIFY(listener.has(u"{\"NotificationContainer\":"_s));
        demo.server.sendNotification({});
        QVERIFY(listener.has(QString()));
        QVERIFY(listener.isOpen());
    }

    void wrongFramesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("frame");
        QTest::addColumn<int>("code");
        const QByteArray mask(4, '\0');
        QTest::newRow("unmasked") << QByteArray("\x81\x01x", 3) << 1002;
        QTest::newRow("reserved bit") << QByteArray("\xc1\x81", 2) + mask + 'x' << 1002;
        QTest::newRow("unknown kind") << QByteArray("\x83\x81", 2) + mask + 'x' << 1002;
        QTest::newRow("continues nothing") << QByteArray("\x80\x81", 2) + mask + 'x' << 1002;
        QTest::newRow("ping in pieces") << QByteArray("\x09\x81", 2) + mask + 'x' << 1002;
        QTest::newRow("not text") << QByteArray("\x81\x81", 2) + mask + '\xff' << 1007;
        QTest::newRow("too big") << QByteArray("\x82\xff\0\0\0\0\1\0\0\0", 10) + mask << 1009;
    }

    void wrongFramesAreRefused()
    {
        QFETCH(QByteArray, frame);
        QFETCH(int, code);
        const Demo demo;
        client::Connection connection(demo.endpoints.pms);
        connection.write(demo.request("GET", kPath,
                             { { "Upgrade", "websocket" }, { "Connection", "Upgrade" },
                                 { "Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==" },
                                 { "Sec-WebSocket-Version", "13" } })
            + frame); // right behind the request: early bytes count too
        QCOMPARE(connection.read(true).status, 101);
        QVERIFY(connection.isClosed());
        const QByteArray expected = QByteArray("\x81\x02{}\x88\x02", 6)
            + static_cast<char>(code >> 8) + static_cast<char>(code & 0xff);
        QCOMPARE(connection.received(), expected);
    }

    void restartForgetsListeners()
    {
        Demo demo;
        Listener listener(demo);
        QVERIFY(listener.isOpen());
        demo.server.stop();
        QVERIFY(listener.isClosed());
        demo.server.sendNotification("lost");
        QVERIFY(demo.server.start());
        Listener again(demo);
        QVERIFY(again.isOpen());
        demo.server.sendNotification("seen");
        QVERIFY(again.has(u"seen"_s));
    }
};

QTEST_GUILESS_MAIN(TestNotifications)
#include "tst_notifications.moc"
