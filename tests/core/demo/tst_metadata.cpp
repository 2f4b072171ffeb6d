// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/demo/client.h"

#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;
using client::Demo;
using client::Reply;

class TestMetadata : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void detailHasStreamsAndAllTags()
    {
        const Demo demo;
        const Reply reply = demo.get("/library/metadata/" + client::firstTrack(demo));
        const auto stream = reply.first()[u"Media"][0][u"Part"][0][u"Stream"][0];
        QCOMPARE(stream[u"streamType"].toInt(), 2);
        QCOMPARE(stream[u"samplingRate"].toInt(), 44100);
        QCOMPARE(reply.first()[u"librarySectionID"].toInt(), 2);
        const Reply album = demo.get(
            "/library/metadata/" + reply.first()[u"parentRatingKey"].toString().toLatin1());
        QVERIFY(album.first()[u"Format"].isArray());
        QVERIFY(album.first()[u"UltraBlurColors"].isObject());
    }

    void aFewAlbumsNameADirectorAndListingsNone()
    {
        const Demo demo;
        const QJsonArray albums = demo.get("/library/sections/2/all?type=9").metadata();
        QByteArray keys;
        for (const auto& album : albums) {
            QVERIFY(album[u"Director"].isUndefined());
            keys += (keys.isEmpty() ? "" : ",") + album[u"ratingKey"].toString().toLatin1();
        }
        int named = 0;
        for (const auto& album : demo.get("/library/metadata/" + keys).metadata()) {
            const QJsonValue directors = album[u"Director"];
            if (!directors.isUndefined()) {
                QVERIFY(!directors[0][u"tag"].toString().isEmpty());
                ++named;
            }
        }
        QVERIFY(named > 0);
        QVERIFY(named < albums.size() / 2);
    }

    void quirk4LoudnessIsText()
    {
        const Demo demo;
        int withLoudness = 0;
        const QJsonArray tracks = demo.get("/library/sections/2/all?type=10&limit=20").metadata();
        QByteArray keys;
        for (const auto& track : tracks) {
            keys += (keys.isEmpty() ? "" : ",") + track[u"ratingKey"].toString().toLatin1();
        }
        for (const auto& track : demo.get("/library/metadata/" + keys).metadata()) {
            const auto stream = track[u"Media"][0][u"Part"][0][u"Stream"][0];
            if (stream[u"gain"].isUndefined()) {
                continue; // not analysed: absent altogether
            }
            ++withLoudness;
            for (const auto& name : { u"gain"_s, u"albumGain"_s, u"peak"_s, u"albumPeak"_s,
                     u"loudness"_s, u"lra"_s, u"albumRange"_s }) {
                QVERIFY(stream[name].isString());
            }
            if (track.toObject().contains(u"musicAnalysisVersion")) {
                QVERIFY(track[u"musicAnalysisVersion"].isString());
            }
        }
        QVERIFY(withLoudness > 5);
    }

    void severalKeysComeInTheOrderAskedAndMissingOnesAreDropped()
    {
        const Demo demo;
        const QJsonArray rows = demo.get("/library/sections/2/all?type=10&limit=3").metadata();
        const QByteArray a = rows.at(2)[u"ratingKey"].toString().toLatin1();
        const QByteArray b = rows.at(0)[u"ratingKey"].toString().toLatin1();
        const Reply reply = demo.get("/library/metadata/" + a + ",99," + b);
        QCOMPARE(reply.metadata().size(), 2);
        QCOMPARE(reply.first()[u"ratingKey"].toString().toLatin1(), a);
    }

    void albumHasItsTracksAndEachKnowsItsDisc()
    {
        const Demo demo;
        for (const auto& album : demo.get("/library/sections/2/all?type=9").metadata()) {
            const QByteArray path = album[u"key"].toString().toLatin1();
            QVERIFY(path.endsWith("/children"));
            const Reply tracks = demo.get(path);
            QCOMPARE(tracks.metadata().size(), album[u"leafCount"].toInt());
            QCOMPARE(tracks.first()[u"parentTitle"], album[u"title"]);
        }
    }

    void quirk32ArtistChildrenAreOnlyMainAlbums()
    {
        const Demo demo;
        int missing = 0;
        for (const auto& artist : demo.get("/library/sections/2/all?type=8").metadata()) {
            const QByteArray key = artist[u"ratingKey"].toString().toLatin1();
            const Reply all = demo.get("/library/sections/2/all?type=9&artist.id=" + key);
            const Reply children = demo.get("/library/metadata/" + key + "/children");
            missing += static_cast<int>(all.metadata().size() - children.metadata().size());
            for (const auto& album : children.metadata()) {
                const Reply detail
                    = demo.get("/library/metadata/" + album[u"ratingKey"].toString().toLatin1());
                QCOMPARE(detail.first()[u"Format"][0][u"tag"].toString(), u"Album"_s);
                QVERIFY(!detail.first().contains(u"Subformat"));
            }
        }
        QVERIFY(missing > 3);
    }

    void quirk33LeavesDependOnTheType()
    {
        const Demo demo;
        const QByteArray show = demo.keyOf("/library/sections/3/all");
        const QByteArray season = demo.keyOf("/library/metadata/" + show + "/children");
        const QByteArray album = demo.keyOf("/library/sections/2/all?type=9");
        const QByteArray artist = demo.keyOf("/library/sections/2/all?type=8");
        QVERIFY(demo.get("/library/metadata/" + show + "/allLeaves").metadata().size() > 5);
        QVERIFY(demo.get("/library/metadata/" + season + "/children").metadata().size() > 5);
        QCOMPARE(demo.get("/library/metadata/" + season + "/allLeaves").metadata().size(), 0);
        QCOMPARE(demo.get("/library/metadata/" + album + "/grandchildren").metadata().size(), 0);
        QVERIFY(demo.get("/library/metadata/" + artist + "/allLeaves").metadata().size() > 0);
        QVERIFY(demo.get("/library/metadata/" + artist + "/grandchildren").metadata().size() > 0);
    }

    void episodesNameTheirShowAndSeason()
    {
        const Demo demo;
        const QJsonObject episode = demo.get("/library/sections/3/all?type=4").first();
        QCOMPARE(episode[u"parentIndex"].toInt(), 1);
        QCOMPARE(episode[u"index"].toInt(), 1);
        QVERIFY(!episode[u"grandparentTitle"].toString().isEmpty());
        QCOMPARE(episode[u"parentTitle"].toString(), u"Season 1"_s);
    }

    void aHomeUserHasNoneOfTheOwnersRatings()
    {
        const Demo demo;
        const Reply page = demo.get("/library/sections/2/all?type=10",
            { { "X-Plex-Token", "demo-server-token-guest-19c2" } });
        QCOMPARE(page.metadata().size(), 600);
        QVERIFY(!page.body.contains("userRating"));
        QVERIFY(!page.body.contains("viewCount"));
    }

    void xmlSaysTheSameAsJson()
    {
        const Demo demo;
        const QByteArray target = "/library/metadata/" + client::firstTrack(demo);
        const QJsonObject json = demo.get(target).first();
        const Reply reply = demo.get(target, { { "Accept", "application/xml" } });
        QXmlStreamReader xml(reply.body);
        QVERIFY(xml.readNextStartElement());
        QCOMPARE(xml.name(), u"MediaContainer"_s);
        QVERIFY(xml.readNextStartElement());
        QCOMPARE(xml.name(), u"Track"_s);
        for (const auto& attribute : xml.attributes()) {
            const QJsonValue value = json[attribute.name()];
            QVERIFY2(!value.isUndefined(), qPrintable(attribute.name().toString()));
            if (value.isString()) {
                QCOMPARE(attribute.value(), value.toString());
            } else if (value.isDouble()) {
                QCOMPARE(attribute.value().toDouble(), value.toDouble());
            }
        }
        QVERIFY(xml.readNextStartElement());
        QCOMPARE(xml.name(), u"Media"_s);
        while (!xml.atEnd()) {
            xml.readNext();
        }
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
    }

    void everyListAndDetailIsWellFormed_data()
    {
        QTest::addColumn<QByteArray>("target");
        for (const char* target : { "/", "/identity", "/media/providers", "/library/sections",
                 "/library/sections/2", "/library/sections/2/all", "/library/sections/2/all?type=9",
                 "/library/sections/2/all?type=10", "/library/sections/1/all",
                 "/library/sections/3/all?type=4", "/library/sections/2/genre", "/playlists",
                 "/library/metadata/1000001", "/library/metadata/100001", "/library/metadata/101",
                 "/hubs/search?query=a", "/library/search?query=a&limit=10", "/status/sessions",
                 "/library/sections/2/firstCharacter", "/playlists/30001/items" }) {
            QTest::newRow(target) << QByteArray(target);
        }
    }

    void everyListAndDetailIsWellFormed()
    {
        QFETCH(QByteArray, target);
        const Demo demo;
        const Reply json = demo.get(target);
        QCOMPARE(json.status, 200);
        QJsonParseError error {};
        QJsonDocument::fromJson(json.body, &error);
        QCOMPARE(error.error, QJsonParseError::NoError);
        QXmlStreamReader xml(demo.get(target, { { "Accept", "text/xml" } }).body);
        while (!xml.atEnd()) {
            xml.readNext();
        }
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
    }
};

QTEST_GUILESS_MAIN(TestMetadata)
#include "tst_metadata.moc"
