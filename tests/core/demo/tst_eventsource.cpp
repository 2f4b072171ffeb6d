// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/demo/client.h"

#include <QTest>

using namespace Qt::StringLiterals;
using client::Demo;

namespace {

/// One open stream of events.
class Stream
{
public:
    explicit Stream(const Demo& demo, const QByteArray& query = {})
    {
        m_socket.connectToHost(
            demo.endpoints.pms.host(), static_cast<quint16>(demo.endpoints.pms.port()));
        m_socket.waitForConnected(5000);
        m_socket.write(demo.request("GET", "/:/eventsource/notifications" + query));
    }

    /// Whether that arrives, sooner or later.
    bool has(const QByteArray& text)
    {
        while (!received.contains(text) && m_socket.waitForReadyRead(5000)) {
            received += m_socket.readAll();
        }
        return received.contains(text);
    }

    bool isClosed()
    {
        return m_socket.state() == QAbstractSocket::UnconnectedState
            || m_socket.waitForDisconnected(5000);
    }

    QByteArray received {};

private:
    QTcpSocket m_socket;
};

} // namespace

class TestEventSource : public QObject
{
    Q_OBJECT

    static void rateAndPlay(const Demo& demo)
    {
        const QByteArray key = client::firstTrack(demo);
        demo.send("PUT", "/:/rate?identifier=com.plexapp.plugins.library&rating=8&key=" + key);
        demo.send("POST", "/:/timeline?state=playing&time=1000&duration=60000&ratingKey=" + key);
    }

private Q_SLOTS:
    void eventsAreNamedByTypeWithOneRowEach()
    {
        const Demo demo;
        Stream stream(demo);
        QVERIFY(stream.has("event: ping\ndata: {}\n\n"));
        QVERIFY(stream.received.startsWith("HTTP/1.1 200 OK\r\n"));
        QVERIFY(stream.received.contains("Content-Type: text/event-stream\r\n"));
        QVERIFY(!stream.received.contains("Content-Length"));
        rateAndPlay(demo);
        QVERIFY(stream.has("event: timeline\ndata: {\"TimelineEntry\":{"));
        QVERIFY(stream.has("event: playing\ndata: {\"PlaySessionStateNotification\":{"));
    }

    void filtersChooseTypes()
    {
        const Demo demo;
        Stream only(demo, "?filters=playing");
        Stream without(demo, "?filters=-timeline");
        QVERIFY(only.has("event: ping") && without.has("event: ping"));
        rateAndPlay(demo);
        QVERIFY(only.has("event: playing") && without.has("event: playing"));
        QVERIFY(!only.received.contains("event: timeline"));
        QVERIFY(!without.received.contains("event: timeline"));
        QVERIFY(!only.received.contains("event: provider.content.change"));
        QVERIFY(without.received.contains("event: provider.content.change"));
    }

    void onlyTheOwnerIsTold()
    {
        const Demo demo;
        QCOMPARE(demo.get("/:/eventsource/notifications",
                         { { "X-Plex-Token", "demo-server-token-guest-19c2" } })
                     .status,
            403);
        QCOMPARE(demo.get("/:/eventsource/notifications", { { "X-Plex-Token", "" } }).status, 401);
    }

    void proxiesAndLostWaysEndIt()
    {
        Demo demo;
        Stream stream(demo);
        QVERIFY(stream.has("event: ping"));
        demo.server.dropNotificationSockets();
        QVERIFY(stream.isClosed());
        Stream again(demo);
        QVERIFY(again.has("event: ping"));
        demo.server.setReachable(demo::Route::Lan, false);
        QVERIFY(again.isClosed());
    }
};

QTEST_GUILESS_MAIN(TestEventSource)
#include "tst_eventsource.moc"
