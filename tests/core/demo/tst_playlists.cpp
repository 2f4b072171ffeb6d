// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/demo/client.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using client::Demo;
using client::Reply;

class TestPlaylists : public QObject
{
    Q_OBJECT

private:
    /// Key of the playlist with that title and kind.
    static QByteArray find(const Demo& demo, const QString& title)
    {
        for (const auto& row : demo.get("/playlists").metadata()) {
            if (row[u"title"].toString() == title) {
                return row[u"ratingKey"].toString().toLatin1();
            }
        }
        return {};
    }

    static QByteArray itemsUri(const Demo& demo, const QByteArray& keys)
    {
        return QUrl::toPercentEncoding(
            u"server://%1/com.plexapp.plugins.library/library/metadata/%2"_s.arg(
                demo.endpoints.machineIdentifier, QString::fromLatin1(keys)));
    }

    /// The titles of a playlist, in order; and the ids of its entries.
    static QList<int> entries(const Demo& demo, const QByteArray& key)
    {
        QList<int> ids;
        for (const auto& row : demo.get("/playlists/" + key + "/items").metadata()) {
            ids.append(row[u"playlistItemID"].toInt());
        }
        return ids;
    }

    static QByteArray created(const Demo& demo, const QByteArray& keys)
    {
        return demo
            .send("POST", "/playlists?type=audio&title=Mine&smart=0&uri=" + itemsUri(demo, keys))
            .first()[u"ratingKey"]
            .toString()
            .toLatin1();
    }

private Q_SLOTS:
    void defaultsHaveDuplicatesEmptinessAndEqualTitles()
    {
        const Demo demo;
        const QJsonArray audio = demo.get("/playlists?playlistType=audio").metadata();
        QCOMPARE(audio.size(), 8);
        QCOMPARE(demo.get("/playlists?playlistType=audio&smart=1").metadata().size(), 2);
        QCOMPARE(demo.get("/playlists?playlistType=video").metadata().size(), 1);
        int kitchens = 0;
        bool hasEmpty = false;
        bool hasLong = false;
        for (const auto& row : audio) {
            kitchens += row[u"title"].toString() == u"Kitchen" ? 1 : 0;
            hasEmpty = hasEmpty || row[u"leafCount"].toInt() == 0;
            hasLong = hasLong || row[u"leafCount"].toInt() >= 500;
            QCOMPARE(row.toObject().contains(u"duration"),
                row[u"leafCount"].toInt() > 0 && !row[u"smart"].toBool());
        }
        QCOMPARE(kitchens, 2);
        QVERIFY(hasEmpty);
        QVERIFY(hasLong);
    }

    void playlistsSortAsAsked()
    {
        const Demo demo;
        int last = 1'000'000;
        for (const auto& row : demo.get("/playlists?sort=mediaCount:desc").metadata()) {
            QVERIFY(row[u"leafCount"].toInt() <= last);
            last = row[u"leafCount"].toInt();
        }
    }

    void quirk17ItemsComeByAHundredUnlessASizeIsAsked()
    {
        const Demo demo;
        const QByteArray key = find(demo, u"Long weekend"_s);
        const Reply forced = demo.get("/playlists/" + key + "/items");
        QCOMPARE(forced.metadata().size(), 100);
        QCOMPARE(forced.container()[u"totalSize"].toInt(), 520);
        const Reply all = demo.get(
            "/playlists/" + key + "/items?X-Plex-Container-Start=0&X-Plex-Container-Size=1000");
        QCOMPARE(all.metadata().size(), 520);
    }

    void quirk39EntriesOfDumbPlaylistsHaveTheirOwnIds()
    {
        const Demo demo;
        const Reply dumb = demo.get("/playlists/" + find(demo, u"Long weekend"_s)
            + "/items?X-Plex-Container-Start=0&X-Plex-Container-Size=1000");
        QSet<int> ids;
        QSet<QString> keys;
        for (const auto& row : dumb.metadata()) {
            ids.insert(row[u"playlistItemID"].toInt());
            keys.insert(row[u"ratingKey"].toString());
        }
        QCOMPARE(ids.size(), 520);
        QVERIFY(keys.size() < 500); // duplicates
        const Reply films = demo.get("/playlists/" + find(demo, u"Film night"_s) + "/items");
        QCOMPARE(films.metadata().size(), 5);
        for (const auto& row : films.metadata()) {
            QVERIFY(row[u"playlistItemID"].toInt() > 0);
            ids.insert(row[u"playlistItemID"].toInt());
        }
        QCOMPARE(ids.size(), 525);
        const Reply smart = demo.get("/playlists/" + find(demo, u"Recently loved"_s) + "/items");
        QVERIFY(smart.metadata().size() > 10);
        QVERIFY(!smart.body.contains("playlistItemID"));
    }

    void smartPlaylistHoldsWhatItsRulesSay()
    {
        const Demo demo;
        const Reply reply = demo.get("/playlists/" + find(demo, u"Recently loved"_s) + "/items");
        QVERIFY(reply.container()[u"totalSize"].toInt() <= 100);
        for (const auto& row : reply.metadata()) {
            QVERIFY(row[u"userRating"].toDouble() > 7);
        }
    }

    void quirk46SmartPlaylistsRefuseEdits()
    {
        const Demo demo;
        const QByteArray key = find(demo, u"Recently loved"_s);
        const QByteArray path = "/playlists/" + key + "/items";
        QCOMPARE(demo.send("PUT", path + "?uri=" + itemsUri(demo, client::firstTrack(demo))).status,
            400);
        QCOMPARE(demo.send("DELETE", path).status, 400);
        QCOMPARE(demo.send("DELETE", path + "/880001").status, 400);
        QCOMPARE(demo.send("PUT", path + "/880001/move").status, 400);
    }

    void quirk47RulesReplaceTheRulesOfASmartPlaylist()
    {
        const Demo demo;
        const QByteArray key = find(demo, u"Recently loved"_s);
        const QByteArray uri = QUrl::toPercentEncoding(
            u"server://%1/com.plexapp.plugins.library/library/sections/2/all?type=10&userRating%3E%3E=9"_s
                .arg(demo.endpoints.machineIdentifier));
        QCOMPARE(demo.send("PUT", "/playlists/" + key + "/items?uri=" + uri).status, 200);
        const Reply items = demo.get("/playlists/" + key + "/items");
        QVERIFY(items.metadata().size() > 0);
        for (const auto& row : items.metadata()) {
            QCOMPARE(row[u"userRating"].toDouble(), 10.0);
        }
        const QByteArray dumb = find(demo, u"Long weekend"_s);
        QCOMPARE(demo.send("PUT", "/playlists/" + dumb + "/items?uri=" + uri).status, 400);
    }

    void quirk48ContentOnlyInTheSinglePlaylistAndInTwoEncodings()
    {
        const Demo demo;
        QVERIFY(!demo.get("/playlists").body.contains("\"content\""));
        const QByteArray modern = find(demo, u"Recently loved"_s);
        const QByteArray legacy = find(demo, u"Fresh, no talk"_s);
        QVERIFY(!demo.get("/playlists/" + modern + "/items").body.contains("\"content\""));
        const QString one = demo.get("/playlists/" + modern).first()[u"content"].toString();
        QVERIFY(one.startsWith(
            u"server://%1/com.plexapp.plugins.library/library/sections/2/all?type=10"_s.arg(
                demo.endpoints.machineIdentifier)));
        const QString two = demo.get("/playlists/" + legacy).first()[u"content"].toString();
        QVERIFY(two.startsWith(
            u"library://b7a1c0de-1111-4222-8333-94a5b6c7d8e9/directory/%2Flibrary%2Fsections%2F2%2Fall%3F"_s));
        QVERIFY(two.contains(u"Books%2520%2526%2520Spoken"_s));
        QVERIFY(
            !demo.get("/playlists/" + find(demo, u"Long weekend"_s)).first().contains(u"content"));
    }

    void somebodyElsesPlaylistIs404()
    {
        const Demo demo;
        const client::Headers guest { { "X-Plex-Token", "demo-server-token-guest-19c2" } };
        QCOMPARE(demo.get("/playlists/" + find(demo, u"Kitchen"_s), guest).status, 404);
        QCOMPARE(demo.get("/playlists", guest).metadata().size(), 0);
    }

    void createdPlaylistHasItsItemsInOrder()
    {
        const Demo demo;
        const QByteArray key = created(demo, "2000010,2000003,99,2000010");
        const Reply items = demo.get("/playlists/" + key + "/items");
        QCOMPARE(items.metadata().size(), 3);
        QCOMPARE(items.metadata().at(0)[u"ratingKey"].toString(), u"2000010"_s);
        QCOMPARE(items.metadata().at(1)[u"ratingKey"].toString(), u"2000003"_s);
        QCOMPARE(items.metadata().at(2)[u"ratingKey"].toString(), u"2000010"_s);
    }

    void plusInARequestIsASpace()
    {
        const Demo demo;
        const auto title = [&demo](const QByteArray& encoded) {
            return demo.send("POST", "/playlists?type=audio&smart=0&title=" + encoded)
                .first()[u"title"]
                .toString();
        };
        QCOMPARE(title("a+b"), u"a b"_s);
        QCOMPARE(title("a%20b"), u"a b"_s);
        QCOMPARE(title("a%2Bb"), u"a+b"_s);
    }

    void createRefusesMixedMediaAndNonsense()
    {
        const Demo demo;
        const auto status = [&demo](const QByteArray& query) {
            return demo.send("POST", "/playlists?" + query).status;
        };
        QCOMPARE(status("type=audio&title=A&uri=" + itemsUri(demo, "2000001,101")), 400);
        QCOMPARE(status("type=audio&uri=" + itemsUri(demo, "2000001")), 400);
        QCOMPARE(status("type=audio&title=A&smart=1&uri=" + itemsUri(demo, "2000001")), 400);
        QCOMPARE(status("type=audio&title=A&uri=server%3A%2F%2Fother%2Fcom"), 400);
        QCOMPARE(status("type=audio&title=Blank&smart=0"), 200);
    }

    void addingAppendsKeepsDuplicatesAndExpandsAlbums()
    {
        const Demo demo;
        const QByteArray key = created(demo, "2000001");
        const QByteArray path = "/playlists/" + key + "/items";
        const Reply added = demo.send("PUT", path + "?uri=" + itemsUri(demo, "2000001,77,2000002"));
        QCOMPARE(added.container()[u"leafCountAdded"].toInt(), 2);
        QCOMPARE(added.container()[u"leafCountRequested"].toInt(), 3);
        QCOMPARE(demo.get(path).container()[u"leafCount"].toInt(), 3);
        const QJsonObject album = demo.get("/library/sections/2/all?type=9").first();
        demo.send(
            "PUT", path + "?uri=" + itemsUri(demo, album[u"ratingKey"].toString().toLatin1()));
        QCOMPARE(demo.get(path).container()[u"leafCount"].toInt(), 3 + album[u"leafCount"].toInt());
    }

    void moveWithoutAfterGoesToTheTop()
    {
        const Demo demo;
        const QByteArray key = created(demo, "2000001,2000002,2000003,2000004");
        const QByteArray path = "/playlists/" + key + "/items/";
        const QList<int> ids = entries(demo, key);
        const auto move = [&demo, &path](int id, const QByteArray& query) {
            return demo.send("PUT", path + QByteArray::number(id) + "/move" + query).status;
        };
        QCOMPARE(move(ids[2], ""), 200);
        QCOMPARE(entries(demo, key), (QList<int> { ids[2], ids[0], ids[1], ids[3] }));
        QCOMPARE(move(ids[0], "?after=" + QByteArray::number(ids[3])), 200);
        QCOMPARE(entries(demo, key), (QList<int> { ids[2], ids[1], ids[3], ids[0] }));
        QCOMPARE(move(ids[3], "?after=0"), 200);
        QCOMPARE(entries(demo, key), (QList<int> { ids[3], ids[2], ids[1], ids[0] }));
        QCOMPARE(move(ids[3], "?after=2000001"), 400); // a rating key is no playlistItemID
        QCOMPARE(move(1, ""), 404);
    }

    void removingTakesOneCopyOnly()
    {
        const Demo demo;
        const QByteArray key = created(demo, "2000001,2000002,2000001");
        const QList<int> ids = entries(demo, key);
        const QByteArray path = "/playlists/" + key + "/items";
        QCOMPARE(demo.send("DELETE", path + "/" + QByteArray::number(ids[2])).status, 200);
        QCOMPARE(entries(demo, key), (QList<int> { ids[0], ids[1] }));
        QCOMPARE(demo.send("DELETE", path + "/" + QByteArray::number(ids[2])).status, 404);
        QCOMPARE(demo.send("DELETE", path).status, 200);
        QVERIFY(entries(demo, key).isEmpty());
        QVERIFY(!demo.get("/playlists/" + key).first().contains(u"duration"));
    }

    void renamedAndDeletedPlaylistsAreReadBack()
    {
        const Demo demo;
        const QByteArray key = created(demo, "2000001");
        const Reply renamed
            = demo.send("PUT", "/playlists/" + key + "?title=%C3%89t%C3%A9&summary=x");
        QCOMPARE(renamed.status, 200);
        QVERIFY(renamed.body.isEmpty());
        QCOMPARE(demo.get("/playlists/" + key).first()[u"title"].toString(), u"Été"_s);
        QCOMPARE(demo.get("/playlists/" + key).first()[u"summary"].toString(), u"x"_s);
        QCOMPARE(demo.send("DELETE", "/playlists/" + key).status, 204);
        QCOMPARE(demo.get("/playlists/" + key).status, 404);
        QCOMPARE(demo.send("DELETE", "/playlists/" + key).status, 404);
    }
};

QTEST_GUILESS_MAIN(TestPlaylists)
#include "tst_playlists.moc"
