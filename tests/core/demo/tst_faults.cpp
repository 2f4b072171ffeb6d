// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/demo/client.h"

#include <QLocale>
#include <QTest>
#include <zlib.h>

using namespace Qt::StringLiterals;
using client::Demo;
using client::Reply;
using demo::Fault;

namespace {

constexpr const char* kSections = "/library/sections";

/// What a gzip member holds: its length, whether it is all zeros and undamaged.
struct Unpacked
{
    qint64 size = 0;
    bool isZero = true;
    bool isWhole = false;
};

Unpacked unpack(const QByteArray& packed)
{
    Unpacked result;
    z_stream stream {};
    inflateInit2(&stream, 15 + 16);
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.constData()));
    stream.avail_in = static_cast<uInt>(packed.size());
    QByteArray piece(1024 * 1024, Qt::Uninitialized);
    int state = Z_OK;
    while (state == Z_OK) {
        stream.next_out = reinterpret_cast<Bytef*>(piece.data());
        stream.avail_out = static_cast<uInt>(piece.size());
        state = inflate(&stream, Z_NO_FLUSH);
        const qsizetype count = piece.size() - static_cast<qsizetype>(stream.avail_out);
        result.size += count;
        result.isZero = result.isZero && piece.first(count).count('\0') == count;
    }
    result.isWhole = state == Z_STREAM_END;
    inflateEnd(&stream);
    return result;
}

} // namespace

class TestFaults : public QObject
{
    Q_OBJECT

    static Fault fault(const char* prefix = kSections)
    {
        Fault fault;
        fault.pathPrefix = QString::fromLatin1(prefix);
        return fault;
    }

    static QByteArray page(int start, int size)
    {
        return "/library/sections/2/all?type=10&sort=id&X-Plex-Container-Start="
            + QByteArray::number(start) + "&X-Plex-Container-Size=" + QByteArray::number(size);
    }

private Q_SLOTS:
    void captivePortalAnswersEverythingWithAPage()
    {
        Demo demo;
        demo.server.inject(Fault::captivePortal());
        for (const char* path : { "/identity", "/", kSections }) {
            const Reply reply = demo.get(path);
            QCOMPARE(reply.status, 200);
            QVERIFY(reply.headers.value("content-type").startsWith("text/html"));
            QVERIFY(reply.body.startsWith("<!DOCTYPE html>"));
        }
        client::Connection plexTv(demo.endpoints.plexTv);
        plexTv.write(demo.request("GET", "/api/v2/user"));
        QVERIFY(plexTv.read().body.startsWith("<!DOCTYPE html>"));
        demo.server.clearFaults();
        QVERIFY(!demo.get("/").container().isEmpty());
    }

    void expiredTokenIsRefusedByEverythingButIdentity()
    {
        Demo demo;
        demo.server.inject(Fault::expiredToken());
        QCOMPARE(demo.get("/identity").status, 200);
        const Reply reply = demo.get("/");
        QCOMPARE(reply.status, 401);
        QVERIFY(reply.body.startsWith("<html>"));
    }

    void retryAfterMayBeADate()
    {
        Demo demo;
        Fault busy = fault();
        busy.status = 429;
        busy.retryAfterDate = std::chrono::minutes(2);
        demo.server.inject(busy);
        const Reply reply = demo.get(kSections);
        QCOMPARE(reply.status, 429);
        const QDateTime at
            = QLocale::c().toDateTime(QString::fromLatin1(reply.headers.value("retry-after")),
                u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
        const qint64 seconds
            = QDateTime::currentDateTimeUtc().secsTo(QDateTime(at.date(), at.time(), Qt::UTC));
        QVERIFY2(seconds > 115 && seconds <= 120, qPrintable(QString::number(seconds)));
    }

    void lengthMayBeTooShort()
    {
        Demo demo;
        Fault liar = fault();
        liar.claimLength = 20;
        demo.server.inject(liar);
        client::Connection connection(demo.endpoints.pms);
        connection.write(demo.request("GET", kSections));
        QCOMPARE(connection.read().body.size(), 20);
        QVERIFY(connection.isClosed());
        QVERIFY(connection.received().size() > 100); // more than was announced
    }

    void tenGigabytesAreClaimedAndKeepComing()
    {
        Demo demo;
        demo.server.inject(Fault::huge(QLatin1StringView(kSections)));
        QTcpSocket socket;
        socket.connectToHost(
            demo.endpoints.pms.host(), static_cast<quint16>(demo.endpoints.pms.port()));
        QVERIFY(socket.waitForConnected(5000));
        socket.write(demo.request("GET", kSections));
        QByteArray received;
        while (received.size() < 20'000'000 && socket.waitForReadyRead(5000)) {
            received += socket.readAll();
        }
        QVERIFY(received.contains("Content-Length: 10000000000\r\n"));
        QVERIFY(received.size() >= 20'000'000);
        socket.abort();
        QCOMPARE(demo.get("/identity").status, 200);
    }

    void endlessBodyHasNoLength()
    {
        Demo demo;
        Fault endless = fault();
        endless.isEndless = true;
        demo.server.inject(endless);
        QTcpSocket socket;
        socket.connectToHost(
            demo.endpoints.pms.host(), static_cast<quint16>(demo.endpoints.pms.port()));
        QVERIFY(socket.waitForConnected(5000));
        socket.write(demo.request("GET", kSections));
        QByteArray received;
        while (received.size() < 5'000'000 && socket.waitForReadyRead(5000)) {
            received += socket.readAll();
        }
        QVERIFY(received.contains("Transfer-Encoding: chunked\r\n"));
        QVERIFY(received.contains("{\"MediaContainer\":{\"Metadata\":[{"));
        QVERIFY(received.size() >= 5'000'000);
    }

    void nestingIsAMillionDeep()
    {
        Demo demo;
        Fault deep = fault();
        deep.nestedLevels = 1'000'000;
        demo.server.inject(deep);
        const Reply reply = demo.get(kSections);
        QCOMPARE(reply.headers.value("content-type"), "application/json");
        QVERIFY(reply.isComplete);
        QCOMPARE(reply.body.count('['), 1'000'000);
        QCOMPARE(reply.body.count(']'), 1'000'000);
    }

    void bombIsSmallAndUnpacksToGigabytes()
    {
        Demo demo;
        Fault bomb = fault();
        bomb.bombBytes = qint64 { 4 } * 1024 * 1024 * 1024;
        demo.server.inject(bomb);
        const Reply large = demo.get(kSections);
        QCOMPARE(large.headers.value("content-encoding"), "gzip");
        QVERIFY(large.isComplete);
        QVERIFY(large.body.size() < 5'000'000);
        bomb.bombBytes = 3 * 1024 * 1024; // the same in small, to look into
        demo.server.inject(bomb);
        const Unpacked small = unpack(demo.get(kSections).body);
        QVERIFY(small.isWhole); // length and checksum are right
        QVERIFY(small.isZero);
        QCOMPARE(small.size, 3 * 1024 * 1024);
    }

    void gzipMayBeBroken()
    {
        Demo demo;
        QVERIFY(unpack(
            demo.get("/library/sections/2/all?type=10", { { "Accept-Encoding", "gzip" } }).body)
                    .isWhole);
        Fault broken = fault();
        broken.hasBrokenGzip = true;
        demo.server.inject(broken);
        const Reply reply = demo.get(kSections);
        QCOMPARE(reply.headers.value("content-encoding"), "gzip");
        QVERIFY(reply.isComplete);
        QVERIFY(!unpack(reply.body).isWhole);
    }

    void faultsWorkOverTlsToo()
    {
        Demo demo;
        Fault cut = fault();
        cut.cutAfterBytes = 50;
        demo.server.inject(cut);
        client::Connection connection(demo.endpoints.pmsHttps);
        connection.write(demo.request("GET", kSections));
        const Reply reply = connection.read();
        QCOMPARE(reply.body.size(), 50);
        QVERIFY(!reply.isComplete);
    }

    void libraryChangesWhileItIsPaged()
    {
        Demo demo;
        const QString first = demo.get(page(0, 1)).first()[u"ratingKey"].toString();
        demo.server.afterPages(
            2, [first](demo::Server& server) { server.removeItem(first.toULongLong()); });
        QSet<QString> keys;
        QList<int> totals;
        int rows = 0;
        for (int start = 0; start < 600; start += 200) {
            const Reply reply = demo.get(page(start, 200));
            totals.append(reply.container()[u"totalSize"].toInt());
            for (const QJsonValue& row : reply.metadata()) {
                keys.insert(row[u"ratingKey"].toString());
                ++rows;
            }
        }
        QCOMPARE(totals, (QList<int> { 600, 600, 599 }));
        QCOMPARE(rows, 599);
        QCOMPARE(keys.size(), 599); // all but one: a row slipped through the gap
        QVERIFY(keys.contains(first)); // though it is gone
        QCOMPARE(demo.get("/library/metadata/" + first.toLatin1()).status, 404);
    }

    void itemsComeBackWhileItIsPaged()
    {
        Demo demo;
        const quint64 first = demo.get(page(0, 1)).first()[u"ratingKey"].toString().toULongLong();
        QVERIFY(!demo.server.restoreItem(first));
        QVERIFY(demo.server.removeItem(first));
        demo.server.afterPages(1, [first](demo::Server& server) { server.restoreItem(first); });
        const QString last = demo.get(page(0, 300)).metadata().last()[u"ratingKey"].toString();
        const Reply second = demo.get(page(300, 300));
        QCOMPARE(second.first()[u"ratingKey"].toString(), last); // the same row twice
        QCOMPARE(second.container()[u"totalSize"].toInt(), 600);
    }

    void itemsAreRekeyedWhileItIsPaged()
    {
        Demo demo;
        const quint64 first = demo.get(page(0, 1)).first()[u"ratingKey"].toString().toULongLong();
        quint64 fresh = 0;
        demo.server.afterPages(
            1, [first, &fresh](demo::Server& server) { fresh = server.rekeyItem(first); });
        QCOMPARE(demo.get(page(0, 300)).metadata().size(), 300);
        QVERIFY(fresh != 0);
        const auto status = [&demo](quint64 key) {
            return demo.get("/library/metadata/" + QByteArray::number(key)).status;
        };
        QCOMPARE(status(first), 404);
        QCOMPARE(status(fresh), 200);
    }
};

QTEST_GUILESS_MAIN(TestFaults)
#include "tst_faults.moc"
