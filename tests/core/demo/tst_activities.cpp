// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/demo/client.h"

#include <QTest>

using namespace Qt::StringLiterals;
using client::Demo;

namespace {

const client::Headers kGuest { { "X-Plex-Token", "demo-server-token-guest-19c2" } };

demo::Activity scan()
{
    return { .uuid = "a-1", .title = "Scanning Music", .subtitle = "Tides", .progress = 42 };
}

} // namespace

/// What the server is doing by itself.
class TestActivities : public QObject
{
    Q_OBJECT

    static QJsonArray list(const Demo& demo)
    {
        return demo.get("/activities").container()[u"Activity"].toArray();
    }

private Q_SLOTS:
    void nothingRunsAtFirst()
    {
        const Demo demo;
        QCOMPARE(demo.get("/activities").status, 200);
        QVERIFY(!demo.get("/activities").container().contains(u"Activity"));
    }

    void whatRunsIsListedAsRealServersListIt()
    {
        Demo demo;
        demo.server.setActivities({ scan() });
        QCOMPARE(list(demo).size(), 1);
        const QJsonObject row = list(demo).at(0).toObject();
        QCOMPARE(row[u"uuid"].toString(), u"a-1"_s);
        QCOMPARE(row[u"type"].toString(), u"library.update.section"_s);
        QCOMPARE(row[u"title"].toString(), u"Scanning Music"_s);
        QCOMPARE(row[u"subtitle"].toString(), u"Tides"_s);
        QCOMPARE(row[u"progress"].toInt(), 42);
        QCOMPARE(row[u"cancellable"].toBool(true), false);
        QCOMPARE(row[u"userID"].toInt(), 1);
    }

    void onlyTheOwnerIsTold()
    {
        Demo demo;
        demo.server.setActivities({ scan() });
        QCOMPARE(demo.send("GET", "/activities", kGuest).status, 403);
        QCOMPARE(demo.send("DELETE", "/activities/a-1", kGuest).status, 403);
        QCOMPARE(demo.send("GET", "/library/sections/2/refresh", kGuest).status, 403);
        QCOMPARE(list(demo).size(), 1);
    }

    void onlyWhatIsCancellableIsCancelled()
    {
        Demo demo;
        demo::Activity analysis = scan();
        analysis.uuid = "a-2";
        analysis.isCancellable = true;
        demo.server.setActivities({ scan(), analysis });
        QCOMPARE(demo.send("DELETE", "/activities/a-1").status, 400);
        QCOMPARE(demo.send("DELETE", "/activities/a-2").status, 200);
        QCOMPARE(demo.send("DELETE", "/activities/a-2").status, 404);
        QCOMPARE(list(demo).size(), 1);
    }

    void aScanRunsForAWhile()
    {
        const Demo demo;
        QCOMPARE(demo.get("/library/sections/2/refresh").status, 200);
        QCOMPARE(demo.get("/library/sections/9/refresh").status, 404);
        const QJsonObject row = list(demo).at(0).toObject();
        QCOMPARE(row[u"title"].toString(), u"Scanning Music"_s);
        QVERIFY(row[u"progress"].toInt() >= 0 && row[u"progress"].toInt() <= 100);
    }
};

QTEST_GUILESS_MAIN(TestActivities)
#include "tst_activities.moc"
