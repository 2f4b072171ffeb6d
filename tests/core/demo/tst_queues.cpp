// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/demo/client.h"

#include <QTest>
#include <QUrl>

using namespace Qt::StringLiterals;
using client::Demo;
using client::Reply;

class TestQueues : public QObject
{
    Q_OBJECT

    static QByteArray uriOf(const Demo& demo, const QByteArray& path)
    {
        return QUrl::toPercentEncoding(u"server://%1/com.plexapp.plugins.library"_s.arg(
                   demo.endpoints.machineIdentifier))
            + path.toPercentEncoding();
    }

    static QByteArrayList trackKeys(const Demo& demo, int count)
    {
        QByteArrayList keys;
        for (const QJsonValue& row :
            demo.get("/library/sections/2/all?type=10&sort=id&limit=" + QByteArray::number(count))
                .metadata()) {
            keys.append(row[u"ratingKey"].toString().toLatin1());
        }
        return keys;
    }

    static Reply create(const Demo& demo, int tracks, const QByteArray& rest = {})
    {
        return demo.send("POST",
            "/playQueues?type=audio&uri="
                + uriOf(demo, "/library/metadata/" + trackKeys(demo, tracks).join(',')) + rest);
    }

    static QByteArray pathOf(const Reply& queue)
    {
        return "/playQueues/" + QByteArray::number(queue.container()[u"playQueueID"].toInteger());
    }

    static QList<qint64> items(const Reply& queue)
    {
        QList<qint64> ids;
        for (const QJsonValue& row : queue.metadata()) {
            ids.append(row[u"playQueueItemID"].toInteger());
        }
        return ids;
    }

    static QByteArrayList keys(const Reply& queue)
    {
        QByteArrayList keys;
        for (const QJsonValue& row : queue.metadata()) {
            keys.append(row[u"ratingKey"].toString().toLatin1());
        }
        return keys;
    }

    static qint64 selected(const Reply& queue)
    {
        return queue.container()[u"playQueueSelectedItemID"].toInteger();
    }

    static int version(const Reply& queue)
    {
        return queue.container()[u"playQueueVersion"].toString().toInt();
    }

private Q_SLOTS:
    void queueStartsWhereAsked()
    {
        const Demo demo;
        const QByteArrayList tracks = trackKeys(demo, 10);
        const Reply queue = create(demo, 10, "&key=%2Flibrary%2Fmetadata%2F" + tracks.at(4));
        QCOMPARE(queue.status, 200);
        QCOMPARE(keys(queue), tracks);
        QCOMPARE(queue.container()[u"playQueueSelectedItemOffset"].toInt(), 4);
        QCOMPARE(selected(queue), items(queue).at(4));
        QCOMPARE(queue.container()[u"playQueueSelectedMetadataItemID"].toString().toLatin1(),
            tracks.at(4));
        QCOMPARE(version(queue), 1);
        QVERIFY(!queue.container().contains(u"playQueueLastAddedItemID"));
        QCOMPARE(demo.send("POST", "/playQueues?type=audio&uri=nonsense").status, 400);
        QCOMPARE(demo.get("/playQueues/1").status, 404);
    }

    void answerIsAWindow()
    {
        const Demo demo;
        const Reply queue = create(demo, 300);
        QCOMPARE(queue.container()[u"playQueueTotalCount"].toInt(), 300);
        QCOMPARE(queue.metadata().size(), 51); // the selected one and 50 behind it
        const QByteArray path = pathOf(queue);
        const QByteArray last = QByteArray::number(items(queue).last());
        const Reply centred = demo.get(path + "?own=1&window=20&center=" + last);
        QCOMPARE(centred.metadata().size(), 41);
        QCOMPARE(items(centred).at(20), items(queue).last());
        QCOMPARE(centred.container()[u"playQueueSelectedItemOffset"].toInt(), 0); // of the whole
        const Reply behind = demo.get(path + "?window=5&includeBefore=0&center=" + last);
        QCOMPARE(behind.metadata().size(), 6);
        QCOMPARE(items(behind).first(), items(queue).last());
        QCOMPARE(demo.get(path + "?window=5&includeAfter=0&center=" + last).metadata().size(), 6);
    }

    void addingGoesToTheEndOrBehindWhatPlays()
    {
        const Demo demo;
        const Reply queue = create(demo, 3);
        const QByteArrayList tracks = trackKeys(demo, 9);
        const QByteArray add = pathOf(queue) + "?uri=";
        const auto one
            = [&demo](const QByteArray& key) { return uriOf(demo, "/library/metadata/" + key); };
        const Reply end = demo.send("PUT", add + one(tracks.at(5)));
        QCOMPARE(keys(end).last(), tracks.at(5));
        QCOMPARE(version(end), 2);
        QCOMPARE(end.container()[u"playQueueLastAddedItemID"].toInteger(), items(end).last());
        const Reply next = demo.send("PUT", add + one(tracks.at(6)) + "&next=1");
        QCOMPARE(keys(next),
            (QByteArrayList {
                tracks.at(0), tracks.at(6), tracks.at(1), tracks.at(2), tracks.at(5) }));
        QCOMPARE(version(next), 3);
        const Reply behind = demo.send("PUT", add + one(tracks.at(7))); // behind what was added
        QCOMPARE(keys(behind).at(2), tracks.at(7));
        QCOMPARE(demo.send("PUT", add + "nonsense").status, 400);
    }

    void entriesMoveAndGo()
    {
        const Demo demo;
        const Reply queue = create(demo, 4);
        const QByteArray path = pathOf(queue) + "/items/";
        const QList<qint64> ids = items(queue);
        const auto text = [](qint64 id) { return QByteArray::number(id); };
        const Reply moved
            = demo.send("PUT", path + text(ids.at(3)) + "/move?after=" + text(ids.at(0)));
        QCOMPARE(items(moved), (QList<qint64> { ids[0], ids[3], ids[1], ids[2] }));
        QCOMPARE(items(demo.send("PUT", path + text(ids.at(1)) + "/move")),
            (QList<qint64> { ids[1], ids[0], ids[3], ids[2] }));
        QCOMPARE(demo.send("PUT", path + "1/move").status, 404);
        const Reply gone = demo.send("DELETE", path + text(ids.at(0)));
        QCOMPARE(items(gone), (QList<qint64> { ids[1], ids[3], ids[2] }));
        QCOMPARE(selected(gone), ids.at(3)); // what was playing is gone: the next
        QCOMPARE(demo.send("DELETE", path + text(ids.at(0))).status, 404);
    }

    void clearingKeepsWhatPlays()
    {
        const Demo demo;
        const Reply queue = create(demo, 6);
        const Reply cleared = demo.send("DELETE", pathOf(queue) + "/items");
        QCOMPARE(items(cleared), QList<qint64> { selected(queue) });
        QCOMPARE(version(cleared), 2);
    }

    void shufflingKeepsWhatPlaysAndCanBeUndone()
    {
        const Demo demo;
        const QByteArrayList tracks = trackKeys(demo, 30);
        const Reply queue = create(demo, 30, "&key=%2Flibrary%2Fmetadata%2F" + tracks.at(9));
        const QByteArray path = pathOf(queue);
        const Reply shuffled = demo.send("PUT", path + "/shuffle");
        QVERIFY(shuffled.container()[u"playQueueShuffled"].toBool());
        QCOMPARE(selected(shuffled), selected(queue));
        QCOMPARE(items(shuffled).first(), selected(queue));
        QList<qint64> sorted = items(shuffled);
        QVERIFY(sorted != items(queue));
        std::sort(sorted.begin(), sorted.end());
        QCOMPARE(sorted, items(queue));
        const Reply back = demo.send("PUT", path + "/unshuffle");
        QCOMPARE(items(back), items(queue));
        QVERIFY(!back.container()[u"playQueueShuffled"].toBool());
        QCOMPARE(selected(demo.send("PUT", path + "/reset")), items(queue).first());
        QVERIFY(create(demo, 30, "&shuffle=1").container()[u"playQueueShuffled"].toBool());
    }

    void playlistsAndListingsBecomeQueuesAndQueuesPlaylists()
    {
        const Demo demo;
        const QByteArray playlist = demo.keyOf("/playlists?title=Late%20night");
        const Reply queue = demo.send("POST", "/playQueues?type=audio&uri=&playlistID=" + playlist);
        QCOMPARE(queue.container()[u"playQueueTotalCount"].toInt(), 214);
        const Reply listing = demo.send("POST",
            "/playQueues?type=audio&uri="
                + uriOf(demo, "/library/sections/2/all?type=10&sort=id&limit=7"));
        QCOMPARE(keys(listing), trackKeys(demo, 7));
        const QByteArray id = QByteArray::number(listing.container()[u"playQueueID"].toInteger());
        const Reply saved
            = demo.send("POST", "/playlists?type=audio&title=Saved&smart=0&playQueueID=" + id);
        QCOMPARE(saved.first()[u"leafCount"].toInt(), 7);
        const QByteArray key = saved.first()[u"ratingKey"].toString().toLatin1();
        demo.send("PUT", "/playlists/" + key + "/items?playQueueID=" + id);
        QCOMPARE(keys(demo.get("/playlists/" + key + "/items")).size(), 14);
        QCOMPARE(demo.send("PUT", "/playlists/" + key + "/items?playQueueID=1").status, 400);
    }

    void queueBelongsToItsUser()
    {
        const Demo demo;
        const QByteArray path = pathOf(create(demo, 3));
        const client::Headers guest { { "X-Plex-Token", "demo-server-token-guest-19c2" } };
        QCOMPARE(demo.get(path, guest).status, 404);
        QCOMPARE(demo.send("PUT", path + "/shuffle", guest).status, 404);
        QCOMPARE(demo.get(path).status, 200);
    }

    void reportedEntryIsTheSelectedOne()
    {
        const Demo demo;
        const Reply queue = create(demo, 5);
        const QByteArray path = pathOf(queue);
        demo.send("POST",
            "/:/timeline?state=playing&time=1000&duration=60000&ratingKey=" + keys(queue).at(2)
                + "&playQueueItemID=" + QByteArray::number(items(queue).at(2))
                + "&containerKey=" + path.toPercentEncoding());
        QCOMPARE(selected(demo.get(path)), items(queue).at(2));
    }

    void stationsPlayAndGrowNearTheirEnd_data()
    {
        QTest::addColumn<QByteArray>("key");
        QTest::newRow("library") << QByteArray("/library/sections/2/stations/1");
        QTest::newRow("time travel") << QByteArray("/library/sections/2/stations/4");
        QTest::newRow("genre") << QByteArray("/library/sections/2/stations/5?type=10&genre=302");
        QTest::newRow("artist") << QByteArray();
        QTest::newRow("own uuid, seed is a track") << QByteArray(
            "/library/metadata/2000101/station/11111111-2222-4333-8444-555566667777?type=10");
    }

    void stationsPlayAndGrowNearTheirEnd()
    {
        QFETCH(QByteArray, key);
        const Demo demo;
        if (key.isEmpty()) {
            const QByteArray artist = demo.keyOf("/library/sections/2/all?type=8&sort=id:desc");
            const QJsonObject row
                = demo.get("/library/metadata/" + artist + "?includeStations=1").first();
            const QJsonObject station = row[u"Stations"][0].toObject();
            QVERIFY(!station.contains(u"ratingKey"));
            key = station[u"key"].toString().toLatin1();
            QVERIFY(key.endsWith("?type=10"));
        }
        const Reply queue = demo.send("POST", "/playQueues?type=audio&uri=" + uriOf(demo, key));
        QCOMPARE(queue.status, 200);
        const int first = queue.container()[u"playQueueTotalCount"].toInt();
        QVERIFY2(first > 0 && first <= 25, qPrintable(QString::number(first)));
        const QByteArray path = pathOf(queue);
        const QByteArray last = QByteArray::number(items(queue).last());
        const Reply more = demo.get(path + "?center=" + last);
        const int count = more.container()[u"playQueueTotalCount"].toInt();
        QVERIFY(count > first);
        QVERIFY(version(more) > version(queue));
        QCOMPARE(items(more).first(first), items(queue)); // only at the end
    }

    void anythingElseIsNoStation()
    {
        const Demo demo;
        for (const QByteArray& key : { QByteArray("/library/sections/2/stations/99"),
                 QByteArray("/library/sections/1/stations/1"),
                 QByteArray("/library/metadata/77/station/x?type=10") }) {
            QCOMPARE(
                demo.send("POST", "/playQueues?type=audio&uri=" + uriOf(demo, key)).status, 400);
        }
        QCOMPARE(demo.send("POST",
                         "/playlists?type=audio&title=No&smart=0&uri="
                             + uriOf(demo, "/library/sections/2/stations/1"))
                     .status,
            400);
    }
};

QTEST_GUILESS_MAIN(TestQueues)
#include "tst_queues.moc"
