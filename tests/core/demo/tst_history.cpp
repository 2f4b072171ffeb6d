// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/demo/client.h"

#include <QDateTime>
#include <QTest>

using namespace Qt::StringLiterals;
using client::Demo;
using client::Reply;

namespace {

const client::Headers kGuest { { "X-Plex-Token", "demo-server-token-guest-19c2" } };
constexpr const char* kHistory = "/status/sessions/history/all?sort=viewedAt:desc";
constexpr int kGuestAccount = 2'345'678;

} // namespace

class TestHistory : public QObject
{
    Q_OBJECT

    static Reply report(const Demo& demo, const QByteArray& key, int time,
        const QByteArray& session, client::Headers headers = {})
    {
        headers += { { "X-Plex-Session-Identifier", session }, { "X-Plex-Client-Identifier", "me" },
            { "X-Plex-Device-Name", "Desk" } };
        return demo.send("POST",
            "/:/timeline?ratingKey=" + key + "&state=playing&time=" + QByteArray::number(time)
                + "&duration=100000",
            headers);
    }

    static void play(const Demo& demo, const QByteArray& key, const client::Headers& headers = {})
    {
        report(demo, key, 1000, "s" + key, headers);
        report(demo, key, 95'000, "s" + key, headers);
    }

    static QByteArray unplayed(const Demo& demo)
    {
        return demo.keyOf("/library/sections/2/all?type=10&viewCount=0");
    }

private Q_SLOTS:
    void aPlayIsTheNewestRow()
    {
        const Demo demo;
        const QByteArray key = unplayed(demo);
        const int before = demo.get(kHistory).container()[u"size"].toInt();
        QVERIFY(before > 100); // what was played before
        play(demo, key);
        const Reply reply = demo.get(kHistory);
        QCOMPARE(reply.container()[u"size"].toInt(), before + 1);
        const QJsonObject row = reply.first();
        QCOMPARE(row[u"ratingKey"].toString().toLatin1(), key);
        QCOMPARE(row[u"accountID"].toInt(), 1);
        QVERIFY(row[u"librarySectionID"].isString());
        QVERIFY(!row[u"grandparentTitle"].toString().isEmpty());
        QVERIFY(row[u"viewedAt"].toInteger() > QDateTime::currentSecsSinceEpoch() - 60);
        const QJsonArray devices = demo.get("/devices").container()[u"Device"].toArray();
        QCOMPARE(devices.at(row[u"deviceID"].toInt() - 1)[u"name"].toString(), u"Desk"_s);
    }

    void scrobblingMakesNoRow()
    {
        const Demo demo;
        const int before = demo.get(kHistory).container()[u"size"].toInt();
        demo.send(
            "PUT", "/:/scrobble?identifier=com.plexapp.plugins.library&key=" + unplayed(demo));
        QCOMPARE(demo.get(kHistory).container()[u"size"].toInt(), before);
    }

    void rowsAreNewestFirstAndCanBePagedAndFiltered()
    {
        const Demo demo;
        const QJsonArray all = demo.get(kHistory).metadata();
        for (qsizetype i = 1; i < all.size(); ++i) {
            QVERIFY(all.at(i - 1)[u"viewedAt"].toInteger() >= all.at(i)[u"viewedAt"].toInteger());
        }
        const Reply page
            = demo.get(QByteArray(kHistory) + "&X-Plex-Container-Start=10&X-Plex-Container-Size=5");
        QCOMPARE(page.container()[u"totalSize"].toInt(), all.size());
        QCOMPARE(page.metadata(), (QJsonArray { all[10], all[11], all[12], all[13], all[14] }));
        const qint64 since = all.at(20)[u"viewedAt"].toInteger();
        const QJsonArray recent
            = demo.get(QByteArray(kHistory) + "&viewedAt%3E=" + QByteArray::number(since))
                  .metadata();
        QVERIFY(recent.size() >= 21);
        QVERIFY(recent.last()[u"viewedAt"].toInteger() >= since);
        const QByteArray album = all.at(0)[u"parentKey"].toString().section(u'/', -1).toLatin1();
        for (const QJsonValue& row :
            demo.get(QByteArray(kHistory) + "&metadataItemID=" + album).metadata()) {
            QCOMPARE(row[u"parentKey"], all.at(0)[u"parentKey"]);
        }
        QCOMPARE(demo.get(QByteArray(kHistory) + "&metadataItemID=77").container()[u"size"], 0);
        QCOMPARE(demo.get(QByteArray(kHistory) + "&librarySectionID=1").container()[u"size"], 0);
        const QJsonArray oldestFirst
            = demo.get("/status/sessions/history/all?sort=viewedAt:asc").metadata();
        QCOMPARE(oldestFirst.first()[u"viewedAt"], all.last()[u"viewedAt"]);
    }

    void rowOfADeletedItemHasNoKey()
    {
        Demo demo;
        const QByteArray key = unplayed(demo);
        play(demo, key);
        const QString title = demo.get(kHistory).first()[u"title"].toString();
        QVERIFY(demo.server.removeItem(key.toULongLong()));
        const QJsonObject row = demo.get(kHistory).first();
        QCOMPARE(row[u"title"].toString(), title);
        QVERIFY(!row.contains(u"key") && !row.contains(u"ratingKey"));
    }

    void everybodySeesTheirOwnAndTheOwnerSeesAll()
    {
        const Demo demo;
        const QByteArray key = unplayed(demo);
        play(demo, key, kGuest);
        const QJsonArray own = demo.get(kHistory, kGuest).metadata();
        QCOMPARE(own.size(), 1);
        QCOMPARE(own.at(0)[u"accountID"].toInt(), kGuestAccount);
        const QByteArray one = QByteArray(kHistory) + "&accountID=";
        QCOMPARE(demo.get(one + QByteArray::number(kGuestAccount)).container()[u"size"].toInt(), 1);
        for (const QJsonValue& row : demo.get(one + "1").metadata()) {
            QCOMPARE(row[u"accountID"].toInt(), 1);
        }
        QCOMPARE(demo.get(one + "1", kGuest).metadata(), own); // asking for others is no use
        QVERIFY(!demo.get("/library/metadata/" + key).first().contains(u"viewCount"));
    }

    void sameSessionNameOfAnotherUserIsAnotherSession()
    {
        const Demo demo;
        const QByteArray key = unplayed(demo);
        report(demo, key, 1000, "shared");
        report(demo, key, 95'000, "shared", kGuest);
        QVERIFY(!demo.get("/library/metadata/" + key).first().contains(u"viewCount"));
        QCOMPARE(demo.get("/status/sessions").container()[u"size"].toInt(), 2);
    }

    void rowsCanBeDeletedByTheOwner()
    {
        const Demo demo;
        const QByteArray path = demo.get(kHistory).first()[u"historyKey"].toString().toLatin1();
        QCOMPARE(demo.send("DELETE", path, kGuest).status, 403);
        QCOMPARE(demo.send("DELETE", path).status, 200);
        QCOMPARE(demo.send("DELETE", path).status, 404);
    }

    void accountsResolveNumbers()
    {
        const Demo demo;
        const QJsonArray rows = demo.get("/accounts").container()[u"Account"].toArray();
        QCOMPARE(rows.size(), 4);
        QCOMPARE(rows.at(1)[u"id"].toInt(), 1);
        QCOMPARE(rows.at(1)[u"name"].toString(), u"demo"_s);
        QCOMPARE(rows.at(2)[u"id"].toInt(), kGuestAccount);
        QCOMPARE(demo.get("/accounts", kGuest).status, 403);
        QCOMPARE(demo.get("/devices", kGuest).status, 403);
    }

    void thresholdIsASetting()
    {
        const Demo demo;
        const QJsonArray settings = demo.get("/:/prefs").container()[u"Setting"].toArray();
        QCOMPARE(settings.at(1)[u"id"].toString(), u"LibraryVideoPlayedThreshold"_s);
        QCOMPARE(settings.at(1)[u"value"].toInt(), 90);
        QVERIFY(settings.at(2)[u"value"].isBool());
        QCOMPARE(demo.get("/:/prefs", kGuest).status, 403);
        QCOMPARE(demo.send("PUT", "/:/prefs?NoSuchThing=1").status, 400);
        QCOMPARE(demo.send("PUT", "/:/prefs?LibraryVideoPlayedThreshold=50").status, 200);
        const QByteArray key = unplayed(demo);
        report(demo, key, 49'000, "half");
        report(demo, key, 51'000, "half");
        QCOMPARE(demo.get("/library/metadata/" + key).first()[u"viewCount"].toInt(), 1);
    }

    void ownerEndsOneSessionWithAPass()
    {
        Demo demo;
        const QByteArray key = unplayed(demo);
        report(demo, key, 1000, "one");
        report(demo, key, 1000, "two");
        const QByteArray end = "/status/sessions/terminate?reason=Enough&sessionId=";
        QCOMPARE(demo.get(end + "one", kGuest).status, 403);
        demo.server.setPass(false);
        QCOMPARE(demo.get(end + "one").status, 401);
        demo.server.setPass(true);
        QCOMPARE(demo.get(end + "nobody").status, 404);
        QCOMPARE(demo.get(end + "one").status, 200);
        QVERIFY(!report(demo, key, 2000, "two").container().contains(u"terminationCode"));
        const QJsonObject told = report(demo, key, 2000, "one").container();
        QCOMPARE(told[u"terminationText"].toString(), u"Enough"_s);
    }
};

QTEST_GUILESS_MAIN(TestHistory)
#include "tst_history.moc"
