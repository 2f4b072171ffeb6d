// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/demo/client.h"

#include <QTest>

using namespace Qt::StringLiterals;
using client::Demo;
using client::Reply;

class TestSonic : public QObject
{
    Q_OBJECT

    static QJsonArray tracks(const Demo& demo)
    {
        return demo.get("/library/sections/2/all?type=10").metadata();
    }

    /// Keys of tracks that were analysed, or were not.
    static QList<QByteArray> keys(const Demo& demo, bool analysed)
    {
        QList<QByteArray> found;
        for (const QJsonValue& row : tracks(demo)) {
            if (row[u"musicAnalysisVersion"].isString() == analysed) {
                found.append(row[u"ratingKey"].toString().toLatin1());
            }
        }
        return found;
    }

    static Reply nearest(const Demo& demo, const QByteArray& key, const QByteArray& rest = {})
    {
        return demo.get("/library/metadata/" + key + "/nearest?x=1" + rest);
    }

private Q_SLOTS:
    void neighboursAreSortedAndWithoutTheSeed()
    {
        const Demo demo;
        const QByteArray key = keys(demo, true).at(50);
        const QJsonArray rows = nearest(demo, key).metadata();
        QVERIFY(rows.size() > 3 && rows.size() <= 50);
        double before = 0;
        for (const QJsonValue& row : rows) {
            QVERIFY(row[u"ratingKey"].toString().toLatin1() != key);
            QCOMPARE(row[u"type"].toString(), u"track"_s);
            QCOMPARE(row[u"musicAnalysisVersion"].toString(), u"1"_s);
            QVERIFY(row[u"distance"].toDouble() >= before && row[u"distance"].toDouble() <= 0.25);
            before = row[u"distance"].toDouble();
        }
        QCOMPARE(nearest(demo, key).metadata(), rows); // the same again
        QCOMPARE(nearest(demo, key, "&limit=2").metadata().size(), 2);
        QVERIFY(nearest(demo, key, "&maxDistance=0.9&limit=500").metadata().size() > rows.size());
        QCOMPARE(nearest(demo, "77").status, 404);
    }

    void distanceIsTheSameBothWays()
    {
        const Demo demo;
        const QByteArray key = keys(demo, true).at(50);
        const QJsonValue other = nearest(demo, key).metadata().at(0);
        double back = -1;
        for (const QJsonValue& row :
            nearest(demo, other[u"ratingKey"].toString().toLatin1()).metadata()) {
            if (row[u"ratingKey"].toString().toLatin1() == key) {
                back = row[u"distance"].toDouble();
            }
        }
        QCOMPARE(back, other[u"distance"].toDouble());
    }

    void ownAlbumAndArtistCanBeLeftOut()
    {
        const Demo demo;
        const QByteArray key = keys(demo, true).at(50);
        const QJsonObject seed = demo.get("/library/metadata/" + key).first();
        const auto with = [&demo, &key, &seed](const char* name, const QString& field) {
            int count = 0;
            for (const QJsonValue& row : nearest(demo, key,
                     QByteArray("&maxDistance=0.6&limit=500&") + name + '='
                         + seed[field].toString().toLatin1())
                                             .metadata()) {
                count += row[field] == seed[field] ? 1 : 0;
            }
            return count;
        };
        QVERIFY(with("x", u"parentRatingKey"_s) > 0);
        QCOMPARE(with("excludeParentID", u"parentRatingKey"_s), 0);
        QCOMPARE(with("excludeGrandparentID", u"grandparentRatingKey"_s), 0);
    }

    void nothingIsLikeWhatWasNotAnalysed()
    {
        Demo demo;
        const Reply none = nearest(demo, keys(demo, false).first());
        QCOMPARE(none.status, 200);
        QVERIFY(none.metadata().isEmpty());
        demo.server.setPass(false);
        QVERIFY(nearest(demo, keys(demo, true).first()).metadata().isEmpty());
    }

    void albumsAndArtistsHaveNeighboursToo()
    {
        const Demo demo;
        for (const char* type : { "8", "9" }) {
            const Reply all = demo.get(QByteArray("/library/sections/2/all?type=") + type);
            const QByteArray key = all.metadata().at(3)[u"ratingKey"].toString().toLatin1();
            const Reply rows = nearest(demo, key, "&maxDistance=1");
            QVERIFY(!rows.metadata().isEmpty());
            QCOMPARE(rows.first()[u"type"], all.first()[u"type"]);
            QVERIFY(
                !demo.get("/library/metadata/" + key + "/similar?count=3").metadata().isEmpty());
        }
    }

    void filterAgreesWithNearest()
    {
        const Demo demo;
        const QByteArray key = keys(demo, true).at(50);
        const auto keysOf = [](const QJsonArray& rows) {
            QSet<QString> found;
            for (const QJsonValue& row : rows) {
                found.insert(row[u"ratingKey"].toString());
            }
            return found;
        };
        const Reply filtered
            = demo.get("/library/sections/2/all?type=10&track.sonicallySimilar=" + key);
        QCOMPARE(keysOf(filtered.metadata()), keysOf(nearest(demo, key, "&limit=900").metadata()));
        QVERIFY(!filtered.metadata().isEmpty());
        for (const QJsonValue& row :
            demo.get("/library/sections/2/all?type=10&track.userRating%3E%3E=1"
                     "&track.sonicallySimilar="
                    + key)
                .metadata()) {
            QVERIFY(row[u"userRating"].toDouble() > 1);
        }
    }

    void pathStartsAndEndsWhereAsked()
    {
        const Demo demo;
        const QList<QByteArray> all = keys(demo, true);
        const QByteArray path
            = "/library/sections/2/computePath?startID=" + all.first() + "&endID=" + all.last();
        const QJsonArray rows = demo.get(path + "&count=9").metadata();
        QCOMPARE(rows.size(), 9);
        QCOMPARE(rows.first()[u"ratingKey"].toString().toLatin1(), all.first());
        QCOMPARE(rows.last()[u"ratingKey"].toString().toLatin1(), all.last());
        QSet<QString> different;
        for (const QJsonValue& row : rows) {
            different.insert(row[u"ratingKey"].toString());
        }
        QCOMPARE(different.size(), 9);
        QCOMPARE(demo.get("/library/sections/2/computePath?startID=77&endID=78").status, 400);
        QCOMPARE(demo.get("/library/sections/2/computePath?startID=" + keys(demo, false).first()
                         + "&endID=" + all.last())
                     .container()[u"size"]
                     .toInt(),
            0);
    }
};

QTEST_GUILESS_MAIN(TestSonic)
#include "tst_sonic.moc"
