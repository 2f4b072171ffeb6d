// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/demo/client.h"

#include <QTest>

using namespace Qt::StringLiterals;
using client::Demo;
using client::Reply;

class TestRate : public QObject
{
    Q_OBJECT

private:
    static QByteArray rate(const QByteArray& key, const QByteArray& rating)
    {
        return "/:/rate?identifier=com.plexapp.plugins.library&key=" + key + "&rating=" + rating;
    }
    static QJsonObject item(const Demo& demo, const QByteArray& key)
    {
        return demo.get("/library/metadata/" + key).first();
    }

private Q_SLOTS:
    void ratingIsReadBackAtOnce_data()
    {
        QTest::addColumn<QByteArray>("rating");
        for (const char* rating : { "10", "7", "0.5", "8.0", "0" }) {
            QTest::newRow(rating) << QByteArray(rating);
        }
    }

    void ratingIsReadBackAtOnce()
    {
        QFETCH(QByteArray, rating);
        const Demo demo;
        const QByteArray key = client::firstTrack(demo);
        const Reply reply = demo.send("PUT", rate(key, rating));
        QCOMPARE(reply.status, 200);
        QVERIFY(reply.body.isEmpty());
        QCOMPARE(reply.headers.value("content-type"), "text/html");
        const QJsonObject track = item(demo, key);
        QCOMPARE(track[u"userRating"].toDouble(-1), rating.toDouble());
        QVERIFY(track[u"lastRatedAt"].toInteger() > 0);
    }

    void quirk59ClearIsMinusOne()
    {
        const Demo demo;
        const QByteArray key = client::firstTrack(demo);
        QCOMPARE(demo.send("PUT", rate(key, "6")).status, 200);
        QCOMPARE(demo.send("PUT", rate(key, "-1")).status, 200);
        QVERIFY(!item(demo, key).contains(u"userRating"));
        QVERIFY(!item(demo, key).contains(u"lastRatedAt"));
        QCOMPARE(demo.send("PUT", rate(key, "0")).status, 200);
        QVERIFY(item(demo, key).contains(u"userRating")); // 0 is not cleared
    }

    void getRatesToo()
    {
        const Demo demo;
        const QByteArray key = client::firstTrack(demo);
        QCOMPARE(demo.get(rate(key, "4")).status, 200);
        QCOMPARE(item(demo, key)[u"userRating"].toDouble(), 4.0);
    }

    void badRatingsAreRefused()
    {
        const Demo demo;
        const QByteArray key = client::firstTrack(demo);
        const QByteArray later = QByteArray::number(QDateTime::currentSecsSinceEpoch() + 900);
        QCOMPARE(demo.send("PUT", rate(key, "11")).status, 400);
        QCOMPARE(demo.send("PUT", rate(key, "x")).status, 400);
        QCOMPARE(demo.send("PUT", "/:/rate?key=" + key + "&rating=4").status, 400);
        QCOMPARE(demo.send("PUT", rate(key, "4") + "&ratedAt=" + later).status, 400);
        QCOMPARE(demo.send("PUT", rate("99", "4")).status, 404);
    }

    void ratingTimeCanBeGiven()
    {
        const Demo demo;
        const QByteArray key = client::firstTrack(demo);
        QCOMPARE(demo.send("PUT", rate(key, "4") + "&ratedAt=1700000000").status, 200);
        QCOMPARE(item(demo, key)[u"lastRatedAt"].toInteger(), 1'700'000'000);
    }

    void ratingsArePerUser()
    {
        const Demo demo;
        const QByteArray key = client::firstTrack(demo);
        const client::Headers guest { { "X-Plex-Token", "demo-server-token-guest-19c2" } };
        demo.send("PUT", rate(key, "-1"));
        QCOMPARE(demo.send("PUT", rate(key, "9"), guest).status, 200);
        QVERIFY(!item(demo, key).contains(u"userRating"));
        QCOMPARE(
            demo.get("/library/metadata/" + key, guest).first()[u"userRating"].toDouble(), 9.0);
    }

    void everyKindOfItemCanBeRated()
    {
        const Demo demo;
        for (const char* target :
            { "/library/sections/2/all?type=8", "/library/sections/2/all?type=9",
                "/library/sections/1/all", "/library/sections/3/all" }) {
            const QByteArray key = demo.keyOf(target);
            QCOMPARE(demo.send("PUT", rate(key, "5")).status, 200);
            QCOMPARE(item(demo, key)[u"userRating"].toDouble(), 5.0);
        }
    }

    void ratedListingsFollow()
    {
        const Demo demo;
        const QByteArray listing = "/library/sections/2/all?type=10&userRating=10";
        const int before = demo.get(listing).container()[u"size"].toInt();
        const QByteArray key = demo.keyOf("/library/sections/2/all?type=10&sort=userRating");
        demo.send("PUT", rate(key, "10"));
        QCOMPARE(demo.get(listing).container()[u"size"].toInt(), before + 1);
    }

    void anotherClientRates()
    {
        Demo demo;
        const QByteArray key = client::firstTrack(demo);
        QVERIFY(demo.server.setRating(key.toULongLong(), 3));
        QCOMPARE(item(demo, key)[u"userRating"].toDouble(), 3.0);
        QVERIFY(demo.server.setRating(key.toULongLong(), std::nullopt));
        QVERIFY(!item(demo, key).contains(u"userRating"));
        QVERIFY(!demo.server.setRating(99, 3));
    }

    void ratingsOfAFreshLibraryAreAbout15Percent()
    {
        demo::Options options = Demo::small();
        options.tracks = 3000;
        const Demo demo(options);
        const Reply rated = demo.get("/library/sections/2/all?type=10&userRating%3E%3E=0");
        QVERIFY(rated.metadata().size() > 360 && rated.metadata().size() < 540);
        int halves = 0;
        for (const auto& row : rated.metadata()) {
            halves += row[u"userRating"].toInt() % 2;
        }
        QVERIFY(halves > 20);
    }
};

QTEST_GUILESS_MAIN(TestRate)
#include "tst_rate.moc"
