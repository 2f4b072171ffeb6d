// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/demo/client.h"

#include <QTest>

using namespace Qt::StringLiterals;
using client::Demo;
using client::Reply;

class TestTimeline : public QObject
{
    Q_OBJECT

private:
    static Reply report(const Demo& demo, const QByteArray& key, const char* state, int time,
        const QByteArray& session = "s1")
    {
        return demo.send("POST",
            "/:/timeline?ratingKey=" + key + "&key=%2Flibrary%2Fmetadata%2F" + key
                + "&state=" + state + "&time=" + QByteArray::number(time) + "&duration=100000",
            { { "X-Plex-Session-Identifier", session }, { "X-Plex-Client-Identifier", "me" },
                { "X-Plex-Product", "PlexM8" } });
    }
    static int plays(const Demo& demo, const QByteArray& key)
    {
        return demo.get("/library/metadata/" + key).first()[u"viewCount"].toInt();
    }
    static QByteArray unplayed(const Demo& demo)
    {
        return demo.keyOf("/library/sections/2/all?type=10&viewCount=0");
    }

private Q_SLOTS:
    void quirk63OnlyCrossingTheThresholdCounts()
    {
        const Demo demo;
        const QByteArray key = unplayed(demo);
        QCOMPARE(report(demo, key, "stopped", 97'000).status, 200);
        QCOMPARE(plays(demo, key), 0); // a lone report above marks nothing
        report(demo, key, "playing", 0, "s2");
        report(demo, key, "playing", 50'000, "s2");
        QCOMPARE(plays(demo, key), 0);
        report(demo, key, "playing", 91'000, "s2");
        QCOMPARE(plays(demo, key), 1);
        report(demo, key, "playing", 95'000, "s2");
        report(demo, key, "stopped", 100'000, "s2");
        QCOMPARE(plays(demo, key), 1); // once per session
    }

    void twoSessionsDoNotAddUp()
    {
        const Demo demo;
        const QByteArray key = unplayed(demo);
        report(demo, key, "playing", 10'000, "a");
        report(demo, key, "stopped", 20'000, "a");
        report(demo, key, "stopped", 99'000, "b");
        QCOMPARE(plays(demo, key), 0);
    }

    void sessionsShowWhatPlays()
    {
        const Demo demo;
        const QByteArray key = unplayed(demo);
        report(demo, key, "playing", 61'000);
        const Reply sessions = demo.get("/status/sessions");
        QCOMPARE(sessions.metadata().size(), 1);
        QCOMPARE(sessions.first()[u"ratingKey"].toString().toLatin1(), key);
        QCOMPARE(sessions.first()[u"Player"][u"product"].toString(), u"PlexM8"_s);
        QCOMPARE(sessions.first()[u"Player"][u"state"].toString(), u"playing"_s);
        QCOMPARE(sessions.first()[u"Session"][u"id"].toString(), u"s1"_s);
        report(demo, key, "stopped", 62'000);
        QCOMPARE(demo.get("/status/sessions").metadata().size(), 0);
    }

    void quirk65ReportingAfterTerminationMakesAZombie()
    {
        Demo demo;
        const QByteArray key = unplayed(demo);
        report(demo, key, "playing", 1000);
        demo.server.terminatePlayback(u"The server owner ended this session."_s);
        const Reply told = report(demo, key, "playing", 2000);
        QVERIFY(told.container()[u"terminationCode"].toInt() > 0);
        QCOMPARE(told.container()[u"terminationText"].toString(),
            u"The server owner ended this session."_s);
        QCOMPARE(demo.get("/status/sessions").metadata().size(), 0);
        const Reply zombie = report(demo, key, "playing", 3000);
        QVERIFY(!zombie.container().contains(u"terminationCode"));
        QCOMPARE(demo.get("/status/sessions").metadata().size(), 1);
    }

    void badReportsAreRefused()
    {
        const Demo demo;
        QCOMPARE(report(demo, unplayed(demo), "dancing", 0).status, 400);
        QCOMPARE(report(demo, "99", "playing", 0).status, 404);
        QCOMPARE(demo.send("POST", "/:/timeline?state=playing").status, 400);
    }

    void getReportsToo()
    {
        const Demo demo;
        QCOMPARE(demo.get("/:/timeline?state=playing&time=0&duration=9&ratingKey=" + unplayed(demo))
                     .status,
            200);
    }

    void scrobbleAndUnscrobbleMarkLeaves()
    {
        const Demo demo;
        const QByteArray query = "identifier=com.plexapp.plugins.library&key=";
        const QByteArray key = unplayed(demo);
        QCOMPARE(demo.send("PUT", "/:/scrobble?" + query + key).status, 200);
        QCOMPARE(plays(demo, key), 1);
        QCOMPARE(demo.send("PUT", "/:/scrobble?" + query + key).status, 200);
        QCOMPARE(plays(demo, key), 2); // counts again
        QCOMPARE(demo.send("PUT", "/:/unscrobble?" + query + key).status, 200);
        QVERIFY(!demo.get("/library/metadata/" + key).first().contains(u"viewCount"));
        const QByteArray album = demo.keyOf("/library/sections/2/all?type=9");
        QCOMPARE(demo.send("PUT", "/:/scrobble?" + query + album).status, 200);
        for (const auto& track : demo.get("/library/metadata/" + album + "/children").metadata()) {
            QVERIFY(track[u"viewCount"].toInt() > 0);
        }
        QCOMPARE(demo.send("PUT", "/:/scrobble?" + query + "99").status, 404);
    }

    void filmsRememberWhereTheyStopped()
    {
        const Demo demo;
        const QByteArray key = demo.keyOf("/library/sections/1/all");
        report(demo, key, "playing", 40'000);
        report(demo, key, "stopped", 42'000);
        QCOMPARE(demo.get("/library/metadata/" + key).first()[u"viewOffset"].toInt(), 42'000);
        report(demo, key, "playing", 43'000, "s9");
        report(demo, key, "stopped", 96'000, "s9");
        const QJsonObject film = demo.get("/library/metadata/" + key).first();
        QVERIFY(!film.contains(u"viewOffset"));
        QCOMPARE(film[u"viewCount"].toInt(), 1);
    }
};

QTEST_GUILESS_MAIN(TestTimeline)
#include "tst_timeline.moc"
