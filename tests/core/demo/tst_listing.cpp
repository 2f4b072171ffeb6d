// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/util/fold.h"
#include "tests/core/demo/client.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using client::Demo;
using client::Reply;

class TestListing : public QObject
{
    Q_OBJECT

private:
    static QByteArray tracks(const QByteArray& more = {})
    {
        return "/library/sections/2/all?type=10" + more;
    }
    static int total(const Demo& demo, const QByteArray& more)
    {
        return demo.get(tracks(more)).container()[u"size"].toInt();
    }

private Q_SLOTS:
    void sectionsAreFilmsMusicAndSeries()
    {
        const Demo demo;
        const QJsonArray rows = demo.get("/library/sections").container()[u"Directory"].toArray();
        QCOMPARE(rows.size(), 3);
        QCOMPARE(rows.at(1)[u"key"].toString(), u"2"_s);
        QCOMPARE(rows.at(1)[u"type"].toString(), u"artist"_s);
        QCOMPARE(rows.at(0)[u"type"].toString(), u"movie"_s);
        QCOMPARE(rows.at(2)[u"type"].toString(), u"show"_s);
        QCOMPARE(demo.get("/library/sections/9/all").status, 404);
    }

    void typeChoosesWhatIsListed_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QString>("type");
        QTest::addColumn<int>("count");
        QTest::newRow("artists by default")
            << QByteArray("/library/sections/2/all") << u"artist"_s << -1;
        QTest::newRow("albums") << QByteArray("/library/sections/2/all?type=9") << u"album"_s << -1;
        QTest::newRow("albums by path")
            << QByteArray("/library/sections/2/albums") << u"album"_s << -1;
        QTest::newRow("tracks") << QByteArray("/library/sections/2/all?type=10") << u"track"_s
                                << 600;
        QTest::newRow("films") << QByteArray("/library/sections/1/all") << u"movie"_s << 60;
        QTest::newRow("shows") << QByteArray("/library/sections/3/all") << u"show"_s << 12;
        QTest::newRow("episodes") << QByteArray("/library/sections/3/all?type=4") << u"episode"_s
                                  << -1;
    }

    void typeChoosesWhatIsListed()
    {
        QFETCH(QByteArray, target);
        QFETCH(QString, type);
        QFETCH(int, count);
        const Demo demo;
        const Reply reply = demo.get(target);
        QCOMPARE(reply.first()[u"type"].toString(), type);
        QCOMPARE(reply.container()[u"size"].toInt(), reply.metadata().size());
        if (count >= 0) {
            QCOMPARE(reply.metadata().size(), count);
        }
    }

    void quirk2EmptyListIsAMissingKey()
    {
        const Demo demo;
        const Reply reply = demo.get("/library/sections/2/all?type=18");
        QCOMPARE(reply.container()[u"size"].toInt(), 0);
        QVERIFY(!reply.container().contains(u"Metadata"));
        QVERIFY(!demo.get(tracks("&title=zzzzqq")).container().contains(u"Metadata"));
    }

    void quirk3ScalarsDriftBetweenTypes()
    {
        const Demo demo;
        const Reply page = demo.get(tracks());
        QVERIFY(page.first()[u"ratingKey"].isString());
        QVERIFY(page.container()[u"librarySectionID"].isDouble());
        QVERIFY(page.first()[u"Media"][0][u"id"].isDouble());
        const Reply letters = demo.get("/library/sections/2/firstCharacter?type=8");
        QVERIFY(letters.container()[u"Directory"][0][u"size"].isString());
        const QJsonArray sections
            = demo.get("/library/sections").container()[u"Directory"].toArray();
        QVERIFY(sections.at(0)[u"key"].isString());
    }

    void attributesThatAreUnsetAreMissing()
    {
        const Demo demo;
        int unrated = 0;
        int unplayed = 0;
        int withoutIndex = 0;
        int withoutYear = 0;
        for (const auto& value : demo.get(tracks()).metadata()) {
            const QJsonObject track = value.toObject();
            unrated += track.contains(u"userRating") ? 0 : 1;
            unplayed += track.contains(u"viewCount") ? 0 : 1;
            withoutIndex += track.contains(u"index") ? 0 : 1;
            withoutYear += track.contains(u"parentYear") ? 0 : 1;
            QVERIFY(track[u"userRating"].toDouble(1) > 0);
            QVERIFY(track[u"viewCount"].toInt(1) > 0);
            QVERIFY(track.contains(u"parentIndex"));
        }
        QVERIFY(unrated > 450 && unrated < 560);
        QVERIFY(unplayed > 200);
        QVERIFY(withoutIndex > 0 && withoutIndex < 60);
        QVERIFY(withoutYear > 0 && withoutYear < 150);
    }

    void listingsOmitStreamsAndMostTags()
    {
        const Demo demo;
        const Reply page = demo.get(tracks());
        QVERIFY(!page.body.contains("\"Stream\""));
        QVERIFY(!page.body.contains("\"Guid\""));
        QVERIFY(page.body.contains("\"Part\""));
        const Reply albums = demo.get("/library/sections/2/all?type=9");
        QVERIFY(!albums.body.contains("\"Format\""));
        QVERIFY(!albums.body.contains("\"Style\""));
        for (const auto& album : albums.metadata()) {
            QVERIFY(album[u"Genre"].toArray().size() <= 2);
        }
        QVERIFY(demo.get(tracks("&includeGuids=1")).body.contains("mbid://"));
    }

    void compilationsNameTheTrackArtist()
    {
        const Demo demo;
        const Reply page = demo.get(tracks("&artist.title==Various%20Artists"));
        QVERIFY(page.metadata().size() > 20);
        for (const auto& track : page.metadata()) {
            QCOMPARE(track[u"grandparentTitle"].toString(), u"Various Artists"_s);
            QVERIFY(!track[u"originalTitle"].toString().isEmpty());
        }
    }

    void pagesCoverEverythingOnce()
    {
        const Demo demo;
        QSet<QString> keys;
        int start = 0;
        while (true) {
            const Reply page = demo.get(tracks(),
                { { "X-Plex-Container-Start", QByteArray::number(start) },
                    { "X-Plex-Container-Size", "77" } });
            QCOMPARE(page.container()[u"totalSize"].toInt(), 600);
            QCOMPARE(page.container()[u"offset"].toInt(), start);
            QCOMPARE(page.headers.value("x-plex-container-total-size"), "600");
            const QJsonArray rows = page.metadata();
            if (rows.isEmpty()) {
                break;
            }
            for (const auto& row : rows) {
                keys.insert(row[u"ratingKey"].toString());
            }
            start += static_cast<int>(rows.size());
        }
        QCOMPARE(start, 600);
        QCOMPARE(keys.size(), 600);
    }

    void sizeZeroGivesOnlyTheTotal()
    {
        const Demo demo;
        const Reply reply = demo.get(tracks("&X-Plex-Container-Start=0&X-Plex-Container-Size=0"));
        QCOMPARE(reply.container()[u"size"].toInt(), 0);
        QCOMPARE(reply.container()[u"totalSize"].toInt(), 600);
    }

    void withoutPagingThereIsNoTotal()
    {
        const Demo demo;
        QVERIFY(!demo.get(tracks()).container().contains(u"totalSize"));
    }

    void quirk18PageMayBeShorterThanAskedFor()
    {
        demo::Options options = Demo::small();
        options.maximumPageRows = 30;
        const Demo demo(options);
        const Reply page = demo.get(tracks("&X-Plex-Container-Start=0&X-Plex-Container-Size=200"));
        QCOMPARE(page.metadata().size(), 30);
        QCOMPARE(page.container()[u"totalSize"].toInt(), 600);
    }

    void totalCanBeOmitted()
    {
        demo::Options options = Demo::small();
        options.omitsTotalSize = true;
        const Demo demo(options);
        const Reply page = demo.get(tracks("&X-Plex-Container-Start=0&X-Plex-Container-Size=20"));
        QVERIFY(!page.container().contains(u"totalSize"));
        QVERIFY(!page.headers.contains("x-plex-container-total-size"));
        QCOMPARE(page.metadata().size(), 20);
    }

    void limitChangesTheReportedTotal()
    {
        const Demo demo;
        const Reply page
            = demo.get(tracks("&limit=15&X-Plex-Container-Start=10&X-Plex-Container-Size=10"));
        QCOMPARE(page.container()[u"totalSize"].toInt(), 15);
        QCOMPARE(page.metadata().size(), 5);
    }

    void quirk29EqualsMeansContainsForTextAndIsForNumbers()
    {
        const Demo demo;
        const QString title = demo.get(tracks()).first()[u"title"].toString();
        const QByteArray part = QUrl::toPercentEncoding(title.left(4));
        const QByteArray whole = QUrl::toPercentEncoding(title);
        const Reply contains = demo.get(tracks("&title=" + part));
        QVERIFY(contains.metadata().size() > 0);
        for (const auto& row : contains.metadata()) {
            QVERIFY(row[u"title"].toString().contains(title.left(4), Qt::CaseInsensitive));
        }
        QVERIFY(!demo.get(tracks("&title==" + part)).container().contains(u"Metadata"));
        const Reply is = demo.get(tracks("&title==" + whole));
        QCOMPARE(is.first()[u"title"].toString(), title);
        // The same with the operator encoded in the key, as a generic encoder writes it.
        QCOMPARE(demo.get(tracks("&title%3D=" + whole)).metadata().size(), is.metadata().size());
        QCOMPARE(
            demo.get(tracks("&title!%3D=" + whole)).metadata().size(), 600 - is.metadata().size());
        const Reply begins = demo.get(tracks("&title<=" + part));
        QVERIFY(begins.first()[u"title"].toString().startsWith(title.left(4)));
        const Reply ends = demo.get(tracks("&title>=" + QUrl::toPercentEncoding(title.right(3))));
        QVERIFY(ends.first()[u"title"].toString().endsWith(title.right(3)));
        const int without = total(demo, "&title!=" + part);
        QCOMPARE(without, 600 - static_cast<int>(contains.metadata().size()));
        for (const auto& row : demo.get(tracks("&userRating=8")).metadata()) {
            QCOMPARE(row[u"userRating"].toDouble(), 8.0);
        }
    }

    void numberOperatorsAgree()
    {
        const Demo demo;
        const int above = total(demo, "&userRating%3E%3E=7");
        const int below = total(demo, "&userRating%3C%3C=7");
        const int exactly = total(demo, "&userRating=7");
        const int atLeast = total(demo, "&userRating%3E=7");
        QVERIFY(above > 0 && below > 0 && exactly > 0);
        QCOMPARE(atLeast, above + exactly);
        QCOMPARE(total(demo, "&userRating%3E%3E=0"), above + below + exactly);
        QCOMPARE(total(demo, "&track.userRating%3E%3E=7"), above);
        QCOMPARE(total(demo, "&viewCount=0") + total(demo, "&viewCount%3E%3E=0"), 600);
    }

    void datesMayBeRelative()
    {
        const Demo demo;
        const int recent = total(demo, "&addedAt%3E%3E=-30d");
        QVERIFY(recent > 0 && recent < 300);
        const qint64 then = QDateTime::currentSecsSinceEpoch() - 30 * 86'400;
        QCOMPARE(total(demo, "&addedAt%3E%3E=" + QByteArray::number(then)), recent);
        QCOMPARE(total(demo, "&addedAt%3C%3C=-30d"), 600 - recent);
    }

    void tagFiltersTakeIdsFromTheChoiceList()
    {
        const Demo demo;
        const QJsonArray choices
            = demo.get("/library/sections/2/genre?type=9").container()[u"Directory"].toArray();
        QCOMPARE(choices.size(), 24);
        const QString key = choices.at(3)[u"key"].toString();
        const QByteArray fast = choices.at(3)[u"fastKey"].toString().toUtf8();
        QCOMPARE(fast, "/library/sections/2/all?type=9&genre=" + key.toUtf8());
        const Reply albums = demo.get(fast);
        QVERIFY(albums.metadata().size() > 0);
        const int all = demo.get("/library/sections/2/all?type=9").container()[u"size"].toInt();
        const int others = demo.get("/library/sections/2/all?type=9&genre!=" + key.toUtf8())
                               .container()[u"size"]
                               .toInt();
        QCOMPARE(others + static_cast<int>(albums.metadata().size()), all);
        QVERIFY(total(demo, "&album.genre=" + key.toUtf8()) > 0);
    }

    void groupsCombineWithOr()
    {
        const Demo demo;
        const int low = total(demo, "&userRating%3C%3C=4");
        const int high = total(demo, "&userRating%3E%3E=8");
        QCOMPARE(
            total(demo, "&push=1&userRating%3C%3C=4&or=1&userRating%3E%3E=8&pop=1"), low + high);
        QCOMPARE(total(demo, "&userRating%3C%3C=4&userRating%3E%3E=8"), 0);
        const int grouped = total(demo,
            "&push=1&push=1&userRating%3C%3C=4&or=1&userRating%3E%3E=8&pop=1&and=1&viewCount=0&pop="
            "1");
        QVERIFY(grouped < low + high);
        QCOMPARE(total(demo, "&userRating=7,8"),
            total(demo, "&userRating=7") + total(demo, "&userRating=8"));
    }

    void unknownFilterKeysAreIgnored()
    {
        const Demo demo;
        QCOMPARE(total(demo, "&nonsense=5&checkFiles=1&track.nonsense%3E%3E=1"), 600);
    }

    void idsOfParentsFilter()
    {
        const Demo demo;
        const QJsonObject track = demo.get(tracks()).first();
        const QByteArray album = track[u"parentRatingKey"].toString().toLatin1();
        const QByteArray artist = track[u"grandparentRatingKey"].toString().toLatin1();
        const Reply ofAlbum = demo.get(tracks("&album.id=" + album));
        for (const auto& row : ofAlbum.metadata()) {
            QCOMPARE(row[u"parentRatingKey"].toString().toLatin1(), album);
        }
        QVERIFY(total(demo, "&artist.id=" + artist) >= ofAlbum.metadata().size());
    }

    void sortsByNumberBothWays()
    {
        const Demo demo;
        qint64 last = 0;
        for (const auto& row : demo.get(tracks("&sort=duration")).metadata()) {
            const qint64 duration = row[u"duration"].toInteger();
            QVERIFY(duration >= last);
            last = duration;
        }
        last = std::numeric_limits<qint64>::max();
        for (const auto& row : demo.get(tracks("&sort=addedAt:desc,duration")).metadata()) {
            const qint64 added = row[u"addedAt"].toInteger();
            QVERIFY(added <= last);
            last = added;
        }
    }

    void unsetSortsFirstUnlessAskedOtherwise()
    {
        const Demo demo;
        QVERIFY(!demo.get(tracks("&sort=userRating")).first().contains(u"userRating"));
        QVERIFY(demo.get(tracks("&sort=userRating:nullsLast")).first().contains(u"userRating"));
        QCOMPARE(demo.get(tracks("&sort=userRating:desc")).first()[u"userRating"].toDouble(), 10.0);
    }

    void titlesSortWithoutTheirArticle()
    {
        const Demo demo;
        QString last;
        for (const auto& row :
            demo.get("/library/sections/2/all?type=8&sort=titleSort").metadata()) {
            const QString key = util::sortKey(row[u"title"].toString());
            QVERIFY(QStringView(last).compare(key) <= 0);
            last = key;
        }
    }

    void firstCharactersCountEveryRow()
    {
        const Demo demo;
        int sum = 0;
        for (const auto& row : demo.get("/library/sections/2/firstCharacter?type=9")
                                   .container()[u"Directory"]
                                   .toArray()) {
            sum += row[u"size"].toString().toInt();
        }
        QCOMPARE(sum, demo.get("/library/sections/2/all?type=9").container()[u"size"].toInt());
    }

    void sameSeedIsTheSameLibrary()
    {
        const Demo one;
        const Demo two;
        QCOMPARE(one.get(tracks()).body, two.get(tracks()).body);
        demo::Options other = Demo::small();
        other.seed = 8;
        const Demo three(other);
        QVERIFY(one.get(tracks()).body != three.get(tracks()).body);
    }

    void pregeneratedPagesAreTheSame()
    {
        demo::Options options = Demo::small();
        options.pregeneratePages = true;
        Demo stored(options);
        const Demo live;
        for (const char* more : { "", "&sort=duration:desc", "&userRating%3E%3E=7",
                 "&X-Plex-Container-Start=90&X-Plex-Container-Size=33", "&includeGuids=1" }) {
            QCOMPARE(stored.get(tracks(more)).body, live.get(tracks(more)).body);
        }
        const QByteArray key = client::firstTrack(stored);
        QVERIFY(stored.server.setRating(key.toULongLong(), 1.5));
        const Reply page = stored.get(tracks("&X-Plex-Container-Start=0&X-Plex-Container-Size=1"));
        QCOMPARE(page.first()[u"userRating"].toDouble(), 1.5);
    }

    void exactlyAsManyTracksAsAskedFor_data()
    {
        QTest::addColumn<int>("count");
        for (const int count : { 0, 1, 13, 40, 2000 }) {
            QTest::addRow("%d", count) << count;
        }
    }

    void exactlyAsManyTracksAsAskedFor()
    {
        QFETCH(int, count);
        demo::Options options = Demo::small();
        options.tracks = count;
        const Demo demo(options);
        QCOMPARE(total(demo, {}), count);
        int leaves = 0;
        for (const auto& album : demo.get("/library/sections/2/all?type=9").metadata()) {
            leaves += album[u"leafCount"].toInt();
        }
        QCOMPARE(leaves, count);
    }

    void removedAndRenamedItemsShow()
    {
        Demo demo;
        const QByteArray key = client::firstTrack(demo);
        QVERIFY(demo.server.renameItem(key.toULongLong(), u"Brand new"_s));
        QCOMPARE(demo.get(tracks("&title==Brand%20new")).metadata().size(), 1);
        QVERIFY(demo.server.removeItem(key.toULongLong()));
        QCOMPARE(total(demo, {}), 599);
        QCOMPARE(demo.get("/library/metadata/" + key).status, 404);
        QVERIFY(!demo.server.removeItem(key.toULongLong()));
    }

    void rekeyedItemIsFoundUnderItsNewKeyOnly()
    {
        Demo demo;
        const QByteArray key = client::firstTrack(demo);
        const QString guid = demo.get("/library/metadata/" + key).first()[u"guid"].toString();
        const quint64 fresh = demo.server.rekeyItem(key.toULongLong());
        QVERIFY(fresh > 0);
        QCOMPARE(demo.get("/library/metadata/" + key).status, 404);
        const Reply found = demo.get("/library/metadata/" + QByteArray::number(fresh));
        QCOMPARE(found.first()[u"guid"].toString(), guid);
        QCOMPARE(total(demo, {}), 600);
    }

    /// What the path says goes before the type asked for, and the sort is read for it.
    void albumsByPathAreSortedAsAlbums()
    {
        const Demo demo;
        const auto keys = [&demo](const QByteArray& target) {
            QStringList found;
            for (const auto& row : demo.get(target).metadata()) {
                found.append(row[u"ratingKey"].toString());
            }
            return found;
        };
        QCOMPARE(keys("/library/sections/2/albums?type=10&sort=year:desc"),
            keys("/library/sections/2/all?type=9&sort=year:desc"));
        QCOMPARE(keys("/library/sections/2/albums?type=10&title=a%26year%3D3").size(), 0);
    }

    void anUnknownSortIsNotTheOrderOfLetters()
    {
        const Demo demo;
        const QJsonArray before = demo.get("/library/sections/2/firstCharacter?type=10")
                                      .container()[u"Directory"]
                                      .toArray();
        const Demo asked;
        (void)asked.get(tracks("&sort=firstCharacter"));
        QCOMPARE(asked.get("/library/sections/2/firstCharacter?type=10")
                     .container()[u"Directory"]
                     .toArray(),
            before);
    }

    void searchFindsTitles()
    {
        const Demo demo;
        const QString title
            = demo.get("/library/sections/2/all?type=9").first()[u"title"].toString();
        const Reply reply
            = demo.get("/hubs/search?limit=10&query=" + QUrl::toPercentEncoding(title));
        bool found = false;
        for (const auto& hub : reply.container()[u"Hub"].toArray()) {
            for (const auto& row : hub[u"Metadata"].toArray()) {
                found = found || row[u"title"].toString() == title;
            }
        }
        QVERIFY(found);
        const Reply results
            = demo.get("/library/search?limit=50&query=" + QUrl::toPercentEncoding(title));
        QVERIFY(results.container()[u"SearchResult"][0][u"Metadata"].isObject());
    }
};

QTEST_GUILESS_MAIN(TestListing)
#include "tst_listing.moc"
