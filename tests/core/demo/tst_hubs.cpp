// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/demo/client.h"

#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;
using client::Demo;
using client::Reply;

class TestHubs : public QObject
{
    Q_OBJECT

private:
    static QJsonObject hub(const Reply& reply, const QString& context)
    {
        for (const auto& one : reply.container()[u"Hub"].toArray()) {
            if (one[u"context"].toString() == context) {
                return one.toObject();
            }
        }
        return {};
    }

private Q_SLOTS:
    void hubsOfSectionAndHomeMix_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::newRow("section") << QByteArray("/hubs/sections/2?includeStations=1");
        QTest::newRow("home") << QByteArray("/hubs?includeStations=1");
    }

    void hubsOfSectionAndHomeMix()
    {
        QFETCH(QByteArray, target);
        const Demo demo;
        const Reply reply = demo.get(target);
        QCOMPARE(reply.status, 200);
        QCOMPARE(reply.container()[u"Hub"].toArray().size(), reply.container()[u"size"].toInt());
        const QJsonObject mixed = hub(reply, u"hub.music.explore"_s);
        QCOMPARE(mixed[u"type"].toString(), u"mixed"_s);
        const QJsonArray items = mixed[u"Metadata"].toArray();
        const QJsonArray folders = mixed[u"Directory"].toArray();
        QVERIFY(!items.isEmpty());
        QVERIFY(!folders.isEmpty());
        QCOMPARE(items.size() + folders.size(), mixed[u"size"].toInt());
        QVERIFY(items.first()[u"type"] != items.last()[u"type"]);
        for (const auto& row : folders) {
            QVERIFY(row[u"type"].isUndefined());
            QVERIFY(row[u"ratingKey"].isUndefined());
            QCOMPARE(demo.get(row[u"key"].toString().toLatin1()).status, 200);
        }
    }

    void quirk8HubsMixItemsWithRowsThatLackTypeAndKey()
    {
        const Demo demo;
        const Reply reply = demo.get("/hubs/sections/2?includeStations=1");
        const QJsonObject mixed = hub(reply, u"hub.music.explore"_s);
        QVERIFY(mixed.contains(u"Metadata") && mixed.contains(u"Directory"));
        for (const auto& row : mixed[u"Directory"].toArray()) {
            QVERIFY(row[u"type"].isUndefined());
            QVERIFY(row[u"ratingKey"].isUndefined());
        }
        const QJsonObject radios = hub(reply, u"hub.music.stations"_s);
        const QJsonArray stations = radios[u"Metadata"].toArray();
        QVERIFY(stations.size() > 2);
        for (const auto& station : stations) {
            QVERIFY(station[u"ratingKey"].isUndefined());
            QVERIFY(station[u"key"].toString().startsWith(u"/library/sections/2/stations/"));
            QVERIFY(!station[u"radio"].isUndefined());
        }
        QCOMPARE(stations.at(0)[u"radio"], QJsonValue(true));
        QCOMPARE(stations.at(1)[u"radio"], QJsonValue(u"1"_s)); // the same, said differently
        QCOMPARE(stations.at(0)[u"librarySectionID"], QJsonValue(2));
        QCOMPARE(stations.at(1)[u"librarySectionID"], QJsonValue(u"2"_s));
        QCOMPARE(stations.at(0)[u"type"].toString(), u"playlist"_s);
        QVERIFY(stations.at(2)[u"type"].isUndefined());
        QVERIFY(!radios[u"Directory"].toArray().isEmpty());
    }

    void stationsComeOnlyWhenAskedFor()
    {
        const Demo demo;
        QVERIFY(hub(demo.get("/hubs/sections/2"), u"hub.music.stations"_s).isEmpty());
        QVERIFY(hub(demo.get("/hubs"), u"hub.music.stations"_s).isEmpty());
        const Reply films = demo.get("/hubs/sections/1?includeStations=1");
        QVERIFY(hub(films, u"hub.music.stations"_s).isEmpty());
    }

    void listedStationsAndDirectoriesLeadOn()
    {
        const Demo demo;
        const Reply all = demo.get("/hubs/sections/2/stations");
        QCOMPARE(all.metadata().size() + all.container()[u"Directory"].toArray().size(),
            all.container()[u"size"].toInt());
        const auto directory = all.container()[u"Directory"][0];
        const Reply genres = demo.get(directory[u"key"].toString().toLatin1());
        QCOMPARE(genres.status, 200);
        QVERIFY(genres.metadata().size() > 3);
        QVERIFY(!genres.first().contains(u"ratingKey"));
        QVERIFY(demo.get("/hubs/sections/1/stations").metadata().isEmpty());
    }

    void shelvesShowTheBeginningOfAListing()
    {
        const Demo demo;
        const Reply reply = demo.get("/hubs/sections/2?count=5");
        const QJsonObject added = hub(reply, u"hub.music.recent.added"_s);
        QCOMPARE(added[u"Metadata"].toArray().size(), 5);
        QVERIFY(added[u"more"].toBool());
        const Reply all = demo.get(added[u"key"].toString().toLatin1()
            + "&X-Plex-Container-Start=0&X-Plex-Container-Size=5");
        QCOMPARE(all.metadata(), added[u"Metadata"].toArray());
        const Reply again = demo.get(added[u"hubKey"].toString().toLatin1());
        QCOMPARE(again.metadata().size(), 5);
        QCOMPARE(again.first()[u"ratingKey"], added[u"Metadata"][0][u"ratingKey"]);
        qint64 last = std::numeric_limits<qint64>::max();
        const QJsonObject played = hub(reply, u"hub.music.recent.played"_s);
        QCOMPARE(played[u"size"].toInt(), 5);
        for (const auto& track : played[u"Metadata"].toArray()) {
            QVERIFY(track[u"viewCount"].toInt() > 0);
            QVERIFY(track[u"lastViewedAt"].toInteger() <= last);
            last = track[u"lastViewedAt"].toInteger();
        }
    }

    void emptyShelvesHaveNoRows()
    {
        const Demo demo;
        const QJsonObject empty = hub(demo.get("/hubs/sections/2"), u"hub.music.popular"_s);
        QCOMPARE(empty[u"size"].toInt(), 0);
        QVERIFY(!empty.contains(u"Metadata"));
        QVERIFY(!empty.contains(u"hubKey"));
        demo::Options none = Demo::small();
        none.tracks = 0;
        const Demo bare(none);
        QCOMPARE(bare.get("/hubs/sections/2?includeStations=1").status, 200);
    }

    void unknownSectionIsABadRequest()
    {
        const Demo demo;
        QCOMPARE(demo.get("/hubs/sections/9").status, 400);
        QCOMPARE(demo.get("/hubs/sections/films").status, 400);
        QCOMPARE(demo.get("/hubs/sections/1").status, 200);
        QCOMPARE(demo.get("/hubs/sections/3").status, 200);
    }

    void xmlNamesRowsByTheirKind()
    {
        const Demo demo;
        const Reply reply
            = demo.get("/hubs/sections/2?includeStations=1", { { "Accept", "text/xml" } });
        QXmlStreamReader xml(reply.body);
        QHash<QString, int> seen;
        while (!xml.atEnd()) {
            if (xml.readNext() == QXmlStreamReader::StartElement) {
                ++seen[xml.name().toString()];
            }
        }
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        QCOMPARE(seen.value(u"Hub"_s), 5);
        QCOMPARE(seen.value(u"Playlist"_s), 3);
        QVERIFY(seen.value(u"Track"_s) > 0);
        QVERIFY(seen.value(u"Directory"_s) > 4);
        QVERIFY(!seen.contains(u"Metadata"_s));
    }

    void quirk8FoldersAndAllEpisodesAreNoItems()
    {
        const Demo demo;
        const Reply top = demo.get("/library/sections/2/folder");
        const QJsonObject artist = top.first();
        QVERIFY(!artist.contains(u"ratingKey") && !artist.contains(u"type"));
        const Reply albums = demo.get(artist[u"key"].toString().toLatin1());
        QVERIFY(!albums.first().contains(u"ratingKey"));
        const Reply tracks = demo.get(albums.first()[u"key"].toString().toLatin1());
        QCOMPARE(tracks.first()[u"type"].toString(), u"track"_s);
        QCOMPARE(demo.get("/library/sections/2/folder?parent=77").status, 404);
        for (const QJsonValue& show : demo.get("/library/sections/3/all?type=2").metadata()) {
            const QByteArray path = show[u"key"].toString().toLatin1();
            const QJsonArray seasons = demo.get(path + "?excludeAllLeaves=1").metadata();
            QCOMPARE(seasons.size(), show[u"childCount"].toInt());
            const QJsonArray rows = demo.get(path).metadata();
            QCOMPARE(rows.size(), seasons.size() + (seasons.size() > 1 ? 1 : 0));
            if (seasons.size() > 1) {
                const QJsonObject all = rows.first().toObject();
                QVERIFY(!all.contains(u"ratingKey") && !all.contains(u"type"));
                QCOMPARE(demo.get(all[u"key"].toString().toLatin1()).metadata().size(),
                    all[u"leafCount"].toInt());
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestHubs)
#include "tst_hubs.moc"
