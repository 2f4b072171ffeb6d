// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/demo/client.h"

#include <QImage>
#include <QTest>

using namespace Qt::StringLiterals;
using client::Demo;
using client::Reply;

class TestParts : public QObject
{
    Q_OBJECT

private:
    static QByteArray partOf(const Demo& demo, const QByteArray& key)
    {
        return demo.get("/library/metadata/" + key)
            .first()[u"Media"][0][u"Part"][0][u"key"]
            .toString()
            .toLatin1();
    }

    // Made once: a whole part is a second of synthesis in a build without optimisation.
    Demo m_demo;
    QByteArray m_part;
    QByteArray m_whole;

private Q_SLOTS:
    void initTestCase()
    {
        m_part = partOf(m_demo, client::firstTrack(m_demo));
        m_whole = m_demo.get(m_part).body;
        QVERIFY(m_whole.size() > 1'000'000);
    }

    void cleanup() { m_demo.server.clearFaults(); }

    void partIsAWaveFileOfTheSizeSaid()
    {
        const QByteArray key = client::firstTrack(m_demo);
        const QJsonObject track = m_demo.get("/library/metadata/" + key).first();
        const Reply reply = m_demo.get(m_part);
        QCOMPARE(reply.status, 200);
        QCOMPARE(reply.headers.value("content-type"), "audio/wav");
        QCOMPARE(reply.headers.value("accept-ranges"), "bytes");
        QCOMPARE(reply.body.size(), track[u"Media"][0][u"Part"][0][u"size"].toInteger());
        QVERIFY(reply.body.startsWith("RIFF"));
        QCOMPARE(reply.body.mid(44), m_demo.server.pcm(key.toULongLong()));
        const qint64 ms = (reply.body.size() - 44) / 4 * 1000 / 44100;
        QCOMPARE(track[u"duration"].toInteger(), ms);
        QVERIFY(ms >= 20'000 && ms <= 60'000);
    }

    void everyRangeIsThatStretchOfTheWhole_data()
    {
        QTest::addColumn<QByteArray>("range");
        QTest::addColumn<int>("first");
        QTest::addColumn<int>("count");
        QTest::newRow("head") << QByteArray("bytes=0-43") << 0 << 44;
        QTest::newRow("odd bytes over the header") << QByteArray("bytes=41-47") << 41 << 7;
        QTest::newRow("odd bytes inside") << QByteArray("bytes=100001-100007") << 100'001 << 7;
        QTest::newRow("one byte") << QByteArray("bytes=45-45") << 45 << 1;
        QTest::newRow("a block") << QByteArray("bytes=131072-262143") << 131'072 << 131'072;
    }

    void everyRangeIsThatStretchOfTheWhole()
    {
        QFETCH(QByteArray, range);
        QFETCH(int, first);
        QFETCH(int, count);
        const Reply reply = m_demo.get(m_part, { { "Range", range } });
        QCOMPARE(reply.status, 206);
        QCOMPARE(reply.headers.value("content-range"),
            "bytes " + QByteArray::number(first) + '-' + QByteArray::number(first + count - 1) + '/'
                + QByteArray::number(m_whole.size()));
        QCOMPARE(reply.body, m_whole.mid(first, count));
    }

    void openAndSuffixRangesEndAtTheEnd()
    {
        const QByteArray from = QByteArray::number(m_whole.size() - 10);
        QCOMPARE(
            m_demo.get(m_part, { { "Range", "bytes=" + from + "-" } }).body, m_whole.right(10));
        QCOMPARE(m_demo.get(m_part, { { "Range", "bytes=-25" } }).body, m_whole.right(25));
        QCOMPARE(m_demo.get(m_part, { { "Range", "bytes=0-" } }).status, 206);
    }

    void rangeBeyondTheEndIs416()
    {
        const Reply reply = m_demo.get(m_part, { { "Range", "bytes=999999999-" } });
        QCOMPARE(reply.status, 416);
        QVERIFY(reply.headers.value("content-range").startsWith("bytes */"));
    }

    void rangeCanBeIgnoredOnPurpose()
    {
        demo::Fault fault;
        fault.pathPrefix = u"/library/parts"_s;
        fault.noRange = true;
        m_demo.server.inject(fault);
        const Reply reply = m_demo.get(m_part, { { "Range", "bytes=10-20" } });
        QCOMPARE(reply.status, 200);
        QVERIFY(reply.body.size() > 1'000'000);
    }

    void headOfAPartTellsItsLength()
    {
        const Reply head = m_demo.send("HEAD", m_part);
        QCOMPARE(head.headers.value("content-length").toLongLong(), m_whole.size());
    }

    void tracksSoundDifferentAndNotSilent()
    {
        QByteArray last;
        for (const auto& track :
            m_demo.get("/library/sections/2/all?type=10&limit=4&sort=id").metadata()) {
            const QByteArray pcm = m_demo.server.pcm(track[u"ratingKey"].toString().toULongLong());
            QVERIFY(pcm.first(400'000) != last);
            last = pcm.first(400'000);
            const auto* samples = reinterpret_cast<const qint16*>(pcm.constData());
            int loudest = 0;
            double sum = 0;
            const qsizetype count = pcm.size() / 2;
            for (qsizetype i = 0; i < count; ++i) {
                loudest = std::max(loudest, std::abs(int { samples[i] }));
                sum += samples[i];
            }
            QVERIFY(loudest > 4000);
            QVERIFY(loudest < 32'000); // nothing clips
            QVERIFY(std::abs(sum / static_cast<double>(count)) < 100); // no direct current
        }
    }

    void thumbsArePicturesAndAlwaysTheSame()
    {
        const QJsonObject album = m_demo.get("/library/sections/2/all?type=9").first();
        const QByteArray path = album[u"thumb"].toString().toLatin1();
        const Reply one = m_demo.get(path);
        QCOMPARE(one.status, 200);
        QCOMPARE(one.headers.value("content-type"), "image/jpeg");
        QCOMPARE(QImage::fromData(one.body).size(), QSize(1000, 1000));
        QCOMPARE(m_demo.get(path).body, one.body);
        QCOMPARE(m_demo.get("/library/metadata/77/thumb/1").status, 404);
    }

    void photosAreScaledAsAsked_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<QSize>("size");
        const QByteArray album = "/library/metadata/1000001/thumb/5";
        const QByteArray film = "/library/metadata/101/thumb/5";
        QTest::newRow("fits inside")
            << album << QByteArray("width=300&height=200") << QSize(200, 200);
        QTest::newRow("covers") << album << QByteArray("width=300&height=200&minSize=1")
                                << QSize(300, 300);
        QTest::newRow("never larger than it is")
            << album << QByteArray("width=1500&height=1500") << QSize(1000, 1000);
        QTest::newRow("unless upscaled")
            << album << QByteArray("width=1500&height=1500&upscale=1") << QSize(1500, 1500);
        QTest::newRow("poster") << film << QByteArray("width=200&height=300") << QSize(200, 300);
        QTest::newRow("track shows its album") << QByteArray("/library/metadata/2000001/thumb/5")
                                               << QByteArray("width=64&height=64") << QSize(64, 64);
    }

    void photosAreScaledAsAsked()
    {
        QFETCH(QByteArray, target);
        QFETCH(QByteArray, query);
        QFETCH(QSize, size);
        const Reply reply = m_demo.get(
            "/photo/:/transcode?url=" + target.toPercentEncoding() + '&' + query + "&format=png");
        QCOMPARE(reply.status, 200);
        QCOMPARE(reply.headers.value("content-type"), "image/png");
        QCOMPARE(QImage::fromData(reply.body).size(), size);
    }

    void photoWithoutASizeIs400()
    {
        QCOMPARE(
            m_demo.get("/photo/:/transcode?url=%2Flibrary%2Fmetadata%2F101%2Fthumb%2F5").status,
            400);
        QCOMPARE(
            m_demo
                .get("/photo/:/transcode?width=10&height=10&url=%2Flibrary%2Fmetadata%2F9%2Fthumb")
                .status,
            404);
    }
};

QTEST_GUILESS_MAIN(TestParts)
#include "tst_parts.moc"
