// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/demo/client.h"

#include <QImage>
#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;
using client::Demo;
using client::Reply;

namespace {

const QByteArray kAll = "/library/sections/watchlist/all";

} // namespace

class TestDiscover : public QObject
{
    Q_OBJECT

private:
    /// A request to the discover address with the account's token, unless @p headers differ.
    static Reply send(const Demo& demo, const QByteArray& method, const QByteArray& target,
        client::Headers headers = {})
    {
        headers.append({ "X-Plex-Token", demo.endpoints.accountToken.reveal() });
        client::Connection connection(demo.endpoints.discover);
        connection.write(demo.request(method, target, headers));
        return connection.read();
    }
    static Reply get(const Demo& demo, const QByteArray& target)
    {
        return send(demo, "GET", target);
    }
    static Reply page(const Demo& demo, int start, int size)
    {
        return get(demo,
            kAll + "?X-Plex-Container-Start=" + QByteArray::number(start)
                + "&X-Plex-Container-Size=" + QByteArray::number(size));
    }
    static int total(const Demo& demo) { return get(demo, kAll).container()[u"totalSize"].toInt(); }
    static Reply change(const Demo& demo, const QByteArray& what, const QByteArray& key)
    {
        return send(demo, "PUT", "/actions/" + what + "?ratingKey=" + key);
    }
    /// The discover key of an item of the library: the end of its guid.
    static QByteArray keyOf(const Demo& demo, const QByteArray& target)
    {
        return demo.get(target).first()[u"guid"].toString().section(u'/', -1).toLatin1();
    }
    static QByteArray absentFilm(const Demo& demo)
    {
        for (const auto& film : demo.get("/library/sections/1/all").metadata()) {
            const QByteArray key = film[u"guid"].toString().section(u'/', -1).toLatin1();
            const Reply state = get(demo, "/library/metadata/" + key + "/userState");
            if (!state.container()[u"UserState"].toObject().contains(u"watchlistedAt")) {
                return key;
            }
        }
        return {};
    }
    static QString message(const Reply& reply)
    {
        return QJsonDocument::fromJson(reply.body)[u"Error"][u"message"].toString();
    }

private Q_SLOTS:
    void quirk96WatchlistHasMovedAndRefusesWhatIsTooMuch()
    {
        const Demo demo;
        const Reply usual = get(demo, kAll);
        QCOMPARE(usual.metadata().size(), 20); // nobody asked for so few
        QVERIFY(usual.container()[u"totalSize"].toInt() > 20);
        QCOMPARE(page(demo, 0, 100).status, 200);
        for (const char* size : { "101", "500", "-1", "all" }) {
            const Reply large = send(demo, "GET", kAll, { { "X-Plex-Container-Size", size } });
            QCOMPARE(large.status, 400);
            QCOMPARE(message(large), u"Invalid value provided for x-plex-container-size!"_s);
        }
        client::Connection former(demo.endpoints.plexTv);
        former.write(demo.request(
            "GET", kAll, { { "X-Plex-Token", demo.endpoints.accountToken.reveal() } }));
        const Reply gone = former.read();
        QCOMPARE(gone.status, 404);
        QCOMPARE(message(gone), u"Section 'watchlist' not found!"_s);
    }

    void quirk96SeasonsAreRefusedAndSoIsWhatIsThere()
    {
        const Demo demo;
        const int before = total(demo);
        const QByteArray there = get(demo, kAll).first()[u"ratingKey"].toString().toLatin1();
        QCOMPARE(change(demo, "addToWatchlist", there).status, 409);
        for (const char* target :
            { "/library/sections/3/all?type=3", "/library/sections/3/all?type=4" }) {
            const QByteArray key = keyOf(demo, target);
            QCOMPARE(key.size(), 24);
            QCOMPARE(change(demo, "addToWatchlist", key).status, 400);
        }
        QCOMPARE(change(demo, "addToWatchlist", "5d77c0ffee0000000000ab12").status, 404);
        QCOMPARE(total(demo), before);
    }

    void addingAndRemovingChangeListAndState()
    {
        const Demo demo;
        const int before = total(demo);
        const QByteArray key = absentFilm(demo);
        QCOMPARE(key.size(), 24);
        QCOMPARE(change(demo, "addToWatchlist", key).status, 200);
        QCOMPARE(total(demo), before + 1);
        const Reply newest = get(demo, kAll + "?sort=watchlistedAt:desc");
        QCOMPARE(newest.first()[u"ratingKey"].toString().toLatin1(), key);
        const QJsonObject state = get(demo, "/library/metadata/" + key + "/userState")
                                      .container()[u"UserState"]
                                      .toObject();
        QVERIFY(state[u"watchlistedAt"].toInteger() > 0);
        QCOMPARE(state[u"ratingKey"].toString().toLatin1(), key);
        QCOMPARE(state[u"type"].toString(), u"movie"_s);
        QCOMPARE(change(demo, "removeFromWatchlist", key).status, 200);
        QCOMPARE(total(demo), before);
        QCOMPARE(change(demo, "removeFromWatchlist", key).status, 404);
        QCOMPARE(get(demo, "/library/metadata/000000000000000000000000/userState").status, 404);
    }

    void onlyTheAccountsTokenOpensIt()
    {
        const Demo demo;
        client::Connection connection(demo.endpoints.discover);
        connection.write(demo.request("GET", kAll)); // the server's token
        QCOMPARE(connection.read().status, 401);
        connection.write(demo.request("GET", kAll, { { "X-Plex-Token", "" } }));
        QCOMPARE(connection.read().status, 401);
        connection.write(demo.request("PUT", "/actions/addToWatchlist?ratingKey=1"));
        QCOMPARE(connection.read().status, 401);
        connection.write(demo.request("GET", "/library/metadata/1/userState"));
        QCOMPARE(connection.read().status, 401);
        QCOMPARE(demo.get(kAll).status, 404); // nor does the server have one
    }

    void pagesJoinToTheWholeList()
    {
        const Demo demo;
        QStringList keys;
        for (int start = 0; start < total(demo); start += 10) {
            for (const auto& item : page(demo, start, 10).metadata()) {
                keys.append(item[u"ratingKey"].toString());
            }
        }
        QCOMPARE(keys.size(), total(demo));
        keys.removeDuplicates();
        QCOMPARE(keys.size(), total(demo));
        QVERIFY(page(demo, 0, 0).metadata().isEmpty());
    }

    void itemsAreFoundInTheLibraryByTheirGuid()
    {
        const Demo demo;
        const Reply films = get(demo, kAll + "?type=1");
        QVERIFY(!films.first().contains(u"Guid"));
        const QString guid = films.first()[u"guid"].toString();
        QVERIFY(guid.endsWith(films.first()[u"ratingKey"].toString()));
        const Reply local
            = demo.get("/library/sections/1/all?guid=" + guid.toLatin1().toPercentEncoding());
        QCOMPARE(local.metadata().size(), 1);
        QCOMPARE(local.first()[u"title"], films.first()[u"title"]);
        QVERIFY(local.first()[u"ratingKey"] != films.first()[u"ratingKey"]);
        const Reply shows = get(demo, kAll + "?type=2&includeGuids=1");
        for (const auto& show : shows.metadata()) {
            QCOMPARE(show[u"type"].toString(), u"show"_s);
            QCOMPARE(show[u"Guid"].toArray().size(), 2);
        }
        const QByteArray seasons = shows.first()[u"key"].toString().toLatin1();
        QCOMPARE(get(demo, seasons).first()[u"type"].toString(), u"season"_s);
    }

    void everyFilmShowSeasonAndEpisodeHasAKeyOfItsOwn()
    {
        const Demo demo;
        QStringList keys;
        for (const char* target : { "/library/sections/1/all", "/library/sections/3/all?type=2",
                 "/library/sections/3/all?type=3", "/library/sections/3/all?type=4" }) {
            for (const auto& item : demo.get(target).metadata()) {
                keys.append(item[u"guid"].toString().section(u'/', -1));
            }
        }
        QVERIFY(keys.size() > 100);
        QCOMPARE(keys.removeDuplicates(), 0);
    }

    void listIsSortedAsAsked()
    {
        const Demo demo;
        QString last;
        for (const auto& item : get(demo, kAll + "?sort=originallyAvailableAt:asc").metadata()) {
            QVERIFY(item[u"originallyAvailableAt"].toString() >= last);
            last = item[u"originallyAvailableAt"].toString();
        }
        const int available
            = get(demo, "/library/sections/watchlist/available").container()[u"totalSize"].toInt();
        QVERIFY(available > 0 && available < total(demo));
    }

    void picturesHaveWholeAddresses()
    {
        const Demo demo;
        const QUrl thumb(get(demo, kAll).first()[u"thumb"].toString());
        QCOMPARE(thumb.host(), demo.endpoints.discover.host()); // nothing leaves this computer
        client::Connection connection(thumb);
        connection.write(demo.request("GET", thumb.path().toLatin1(), { { "X-Plex-Token", "" } }));
        const Reply reply = connection.read();
        QCOMPARE(reply.status, 200);
        QCOMPARE(QImage::fromData(reply.body).size(), QSize(1000, 1500));
    }

    void errorsAreXmlUnlessJsonIsAskedFor()
    {
        const Demo demo;
        const Reply reply
            = send(demo, "GET", kAll + "?X-Plex-Container-Size=200", { { "Accept", "text/xml" } });
        QCOMPARE(reply.status, 400);
        QXmlStreamReader xml(reply.body);
        QVERIFY(xml.readNextStartElement());
        QCOMPARE(xml.name(), u"Error"_s);
        QCOMPARE(xml.attributes().value(u"statusCode"_s), u"400"_s);
        QXmlStreamReader list(send(demo, "GET", kAll, { { "Accept", "text/xml" } }).body);
        while (!list.atEnd()) {
            list.readNext();
        }
        QVERIFY2(!list.hasError(), qPrintable(list.errorString()));
    }
};

QTEST_GUILESS_MAIN(TestDiscover)
#include "tst_discover.moc"
