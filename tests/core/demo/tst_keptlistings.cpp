// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/demo/client.h"

#include <QTest>

using namespace Qt::StringLiterals;
using client::Demo;
using client::Reply;

/// What the server keeps of listings that were asked for, against what changed since.
class TestKeptListings : public QObject
{
    Q_OBJECT

private:
    static QByteArray tracks(const QByteArray& more)
    {
        return "/library/sections/2/all?type=10" + more;
    }

private Q_SLOTS:
    /// A listing that was asked for before, with ratings and plays since, is as one that is asked
    /// for the first time.
    void ratingsAndPlaysPutRightWhatWasAskedBefore_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::newRow("by a number") << QByteArray("type=10&sort=userRating:desc");
        QTest::newRow("by a time, ascending") << QByteArray("type=10&sort=lastViewedAt");
        QTest::newRow("filtered") << QByteArray("type=10&userRating>>=5");
        QTest::newRow("filtered and by a number")
            << QByteArray("type=10&viewCount>>=1&sort=lastRatedAt:desc");
        QTest::newRow("by the album's mark") << QByteArray("type=10&album.userRating>>=5");
        QTest::newRow("by the artist's mark") << QByteArray("type=9&sort=artist.userRating:desc");
        QTest::newRow("by two") << QByteArray("type=10&sort=userRating:desc,titleSort");
        QTest::newRow("albums") << QByteArray("type=9&userRating>>=1&sort=userRating");
        QTest::newRow("by the album's mark, of tracks")
            << QByteArray("type=10&sort=album.userRating:desc");
        QTest::newRow("counted back from now")
            << QByteArray("type=10&lastViewedAt<<=-30d&sort=lastViewedAt");
        QTest::newRow("by none of them") << QByteArray("type=10&sort=addedAt:desc");
    }

    void ratingsAndPlaysPutRightWhatWasAskedBefore()
    {
        QFETCH(QByteArray, query);
        const Demo demo;
        const client::Headers owner;
        const client::Headers guest { { "X-Plex-Token", "demo-server-token-guest-19c2" } };
        const QByteArray target = "/library/sections/2/all?" + query;
        const auto keys = [&demo](const QByteArray& from, const client::Headers& who) {
            QStringList found;
            for (const auto& row : demo.get(from, who).metadata()) {
                found.append(row[u"ratingKey"].toString());
            }
            return found;
        };
        QList<QStringList> all; // artists, albums, tracks
        for (const char* type : { "8", "9", "10" }) {
            all.append(keys(QByteArray("/library/sections/2/all?type=") + type, owner));
        }
        int moves = 0;
        for (int round = 0; round < 6; ++round) {
            for (const auto& who : { owner, guest }) {
                const QStringList before = keys(target, who);
                for (int i = 0; i < 12; ++i) {
                    const QStringList& some = all.at((round + i) % 3);
                    const QString key = some.at((round * 37 + i * 101) % some.size());
                    const QByteArray rating = QByteArray::number((round + i) % 11);
                    const QByteArray path = i % 4 == 3 ? QByteArray("/:/scrobble?key=")
                                                       : "/:/rate?rating=" + rating + "&key=";
                    const auto& by = i % 5 == 4 ? guest : who;
                    QCOMPARE(
                        demo.send("PUT",
                                path + key.toLatin1() + "&identifier=com.plexapp.plugins.library",
                                by)
                            .status,
                        200);
                }
                const QStringList after = keys(target, who);
                // An unknown key changes nothing, but makes it another question.
                const QByteArray other = "&unheardOf=" + QByteArray::number(round);
                QCOMPARE(after, keys(target + other, who));
                moves += before != after ? 1 : 0;
            }
        }
        const bool isMoved = !query.contains("addedAt");
        QCOMPARE(moves > 0, isMoved);
    }

    /// More marks than the server remembers, and more questions than it keeps the answers of.
    void longAgoAskedIsAskedAnew()
    {
        const Demo demo;
        const QByteArray target = tracks("&sort=userRating:desc&X-Plex-Container-Size=1");
        const QByteArray key = demo.keyOf(target);
        const QByteArray other = demo.keyOf(tracks("&sort=userRating&X-Plex-Container-Size=1"));
        QVERIFY(key != other);
        client::Connection connection(demo.endpoints.pms);
        const auto rate = [&](const QByteArray& what, int rating) {
            connection.write(demo.request("PUT",
                "/:/rate?identifier=com.plexapp.plugins.library&key=" + what
                    + "&rating=" + QByteArray::number(rating)));
            return connection.read().status;
        };
        QCOMPARE(rate(key, 1), 200);
        for (int i = 0; i < 1100; ++i) {
            QCOMPARE(rate(other, i % 2 == 0 ? 1 : 10), 200);
        }
        QVERIFY(demo.keyOf(target) != key);
        for (int i = 0; i < 70; ++i) {
            (void)demo.get(
                tracks("&X-Plex-Container-Size=1&year>>=" + QByteArray::number(1900 + i)));
        }
        QVERIFY(demo.keyOf(target) != key);
        QCOMPARE(rate(key, 10), 200);
        QCOMPARE(demo.get("/library/metadata/" + key).first()[u"userRating"].toDouble(), 10.0);
        const auto rated = demo.get(tracks("&sort=userRating:desc&userRating>>=9.5")).metadata();
        QVERIFY(std::ranges::any_of(rated, [&key](const auto& row) {
            return row[u"ratingKey"].toString() == QString::fromLatin1(key);
        }));
    }

    void collectionsStayNone()
    {
        const Demo demo;
        const QByteArray artist = demo.keyOf("/library/sections/2/all?type=8");
        for (const QByteArray& query : { QByteArray("?sort=userRating:desc"),
                 QByteArray("?userRating>>=0&X-Plex-Container-Size=0") }) {
            for (const char* rating : { "8", "4" }) {
                const Reply reply = demo.get("/library/sections/2/collections" + query);
                QCOMPARE(reply.status, 200);
                QCOMPARE(reply.container()[u"totalSize"].toInt(), 0);
                QCOMPARE(reply.metadata().size(), 0);
                QCOMPARE(demo.send("PUT",
                                 "/:/rate?identifier=com.plexapp.plugins.library&key=" + artist
                                     + "&rating=" + rating)
                             .status,
                    200);
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestKeptListings)
#include "tst_keptlistings.moc"
