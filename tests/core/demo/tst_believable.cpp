// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/demo/client.h"

#include <QTest>

using namespace Qt::StringLiterals;
using client::Demo;
using client::Reply;

class TestBelievable : public QObject
{
    Q_OBJECT

    std::unique_ptr<Demo> m_demo;
    QJsonArray m_tracks;

    [[nodiscard]] QJsonObject details(const QString& key, const QByteArray& rest = {}) const
    {
        return m_demo->get("/library/metadata/" + key.toLatin1() + rest).first();
    }

    /// How many tracks have it.
    [[nodiscard]] int with(const QString& field) const
    {
        return static_cast<int>(std::count_if(m_tracks.begin(), m_tracks.end(),
            [&field](const QJsonValue& row) { return row.toObject().contains(field); }));
    }

private Q_SLOTS:
    void initTestCase()
    {
        demo::Options options;
        options.tracks = 5000;
        m_demo = std::make_unique<Demo>(options);
        m_tracks = m_demo->get("/library/sections/2/all?type=10").metadata();
        QCOMPARE(m_tracks.size(), 5000);
    }

    void namesComeInManyScripts_data()
    {
        QTest::addColumn<QChar::Script>("script");
        QTest::newRow("Cyrillic") << QChar::Script_Cyrillic;
        QTest::newRow("Greek") << QChar::Script_Greek;
        QTest::newRow("kana") << QChar::Script_Hiragana;
        QTest::newRow("Han") << QChar::Script_Han;
        QTest::newRow("Hangul") << QChar::Script_Hangul;
        QTest::newRow("Arabic") << QChar::Script_Arabic;
        QTest::newRow("Hebrew") << QChar::Script_Hebrew;
        QTest::newRow("Thai") << QChar::Script_Thai;
    }

    void namesComeInManyScripts()
    {
        QFETCH(QChar::Script, script);
        const auto has = [script](const QString& text) {
            return std::any_of(text.begin(), text.end(),
                [script](QChar letter) { return letter.script() == script; });
        };
        QVERIFY(std::any_of(m_tracks.begin(), m_tracks.end(), [&has](const QJsonValue& row) {
            return has(row[u"title"].toString()) || has(row[u"grandparentTitle"].toString());
        }));
    }

    void namesAreUnpleasant()
    {
        const auto some = [this](const QString& text) {
            return std::any_of(m_tracks.begin(), m_tracks.end(),
                [&text](const QJsonValue& row) { return row[u"title"].toString().contains(text); });
        };
        QVERIFY(some(u"<b>"_s));
        QVERIFY(some(u"&amp;"_s));
        QVERIFY(some(u"%1"_s));
        QVERIFY(some(u"\u200f"_s)); // marks that turn the direction
        QVERIFY(some(u"e\u0301"_s)); // a letter and its accent apart
        QVERIFY(some(u"\U0001F319"_s)); // beyond 16 bits
        QVERIFY(some(u"\u200d"_s)); // joined into one picture
    }

    void compilationsNameTheArtistOfEachTrack()
    {
        QSet<QString> artists;
        for (const QJsonValue& row : m_tracks) {
            if (row[u"grandparentTitle"] == u"Various Artists"_s) {
                artists.insert(row[u"originalTitle"].toString());
            }
        }
        QVERIFY(artists.size() > 50);
    }

    void someAlbumsHaveTwoDiscs()
    {
        QSet<QString> albums;
        for (const QJsonValue& row : m_tracks) {
            if (row[u"parentIndex"].toInt() == 2) {
                albums.insert(row[u"parentRatingKey"].toString());
            }
        }
        QVERIFY(albums.size() > 5);
    }

    void recordingsAreOnSeveralAlbums()
    {
        QHash<QString, QSet<QString>> albums;
        for (const QJsonValue& row : m_tracks) {
            albums[row[u"guid"].toString()].insert(row[u"parentRatingKey"].toString());
        }
        QVERIFY(std::count_if(albums.begin(), albums.end(), [](const QSet<QString>& where) {
            return where.size() > 1;
        }) > 50);
    }

    void fieldsAreMissingHereAndThere()
    {
        for (const QString& field :
            { u"index"_s, u"parentYear"_s, u"userRating"_s, u"viewCount"_s, u"originalTitle"_s,
                u"ratingCount"_s, u"musicAnalysisVersion"_s, u"parentStudio"_s }) {
            QVERIFY2(with(field) > 100 && with(field) < 4950, qPrintable(field));
        }
    }

    void summariesHaveParagraphs()
    {
        const QJsonArray albums = m_demo->get("/library/sections/2/all?type=9").metadata();
        QVERIFY(std::any_of(albums.begin(), albums.end(),
            [](const QJsonValue& row) { return row[u"summary"].toString().contains(u"\n\n"); }));
    }

    void albumsAndShowsCountWhatWasSeen()
    {
        for (const char* list : { "2/all?type=9", "3/all?type=2", "3/all?type=3" }) {
            const Reply reply = m_demo->get(QByteArray("/library/sections/") + list);
            for (const QJsonValue& row : reply.metadata()) {
                QVERIFY(row[u"viewedLeafCount"].isDouble());
                QVERIFY(row[u"viewedLeafCount"].toInt() <= row[u"leafCount"].toInt());
            }
        }
        const QJsonArray episodes = m_demo->get("/library/sections/3/all?type=4").metadata();
        const QJsonObject one = episodes.first().toObject();
        const QString season = one[u"parentRatingKey"].toString();
        const int before = details(season)[u"viewedLeafCount"].toInt();
        m_demo->send("PUT",
            "/:/scrobble?identifier=com.plexapp.plugins.library&key="
                + one[u"ratingKey"].toString().toLatin1());
        QCOMPARE(details(season)[u"viewedLeafCount"].toInt(), before + 1);
    }

    void filmsHaveWhatAPageShows()
    {
        const QJsonArray films = m_demo->get("/library/sections/1/all?type=1").metadata();
        int foreign = 0;
        int rated = 0;
        int marked = 0;
        for (const QJsonValue& row : films) {
            QVERIFY(!row.toObject().contains(u"Rating") && !row.toObject().contains(u"Guid"));
            const QJsonObject film
                = details(row[u"ratingKey"].toString(), "?includeMarkers=1&includeChapters=1");
            QVERIFY(!film[u"Role"][0][u"role"].toString().isEmpty());
            QCOMPARE(film[u"Director"].toArray().size(), 1);
            QVERIFY(!film[u"Country"][0][u"tag"].toString().isEmpty());
            QCOMPARE(film[u"Chapter"].toArray().size(), 8);
            foreign += film.contains(u"originalTitle") ? 1 : 0;
            rated += film[u"Rating"].toArray().size() > 1 ? 1 : 0;
            marked += film[u"Marker"][0][u"type"] == u"credits"_s ? 1 : 0;
        }
        QVERIFY(foreign > 3 && rated > 20 && marked > 30);
        QVERIFY(m_demo->get("/library/sections/1/all?type=1&includeGuids=1")
                    .body.contains("imdb://tt"));
    }

    void episodesHaveIntros()
    {
        int intros = 0;
        for (const QJsonValue& row :
            m_demo->get("/library/sections/3/all?type=4&limit=40").metadata()) {
            const QString key = row[u"ratingKey"].toString();
            QVERIFY(!details(key).contains(u"Marker")); // only when asked for
            const QJsonArray markers = details(key, "?includeMarkers=1")[u"Marker"].toArray();
            for (const QJsonValue& marker : markers) {
                QVERIFY(
                    marker[u"startTimeOffset"].toInteger() < marker[u"endTimeOffset"].toInteger());
                intros += marker[u"type"] == u"intro"_s ? 1 : 0;
            }
        }
        QVERIFY(intros > 5);
    }

    void touchedItemsAreUpdatedThen()
    {
        const QString key = m_tracks.first()[u"ratingKey"].toString();
        constexpr qint64 absurd = 32'503'680'000; // the year 3000
        QVERIFY(m_demo->server.touchItem(key.toULongLong(), absurd));
        QCOMPARE(m_demo->get("/library/sections/2/all?type=10&sort=updatedAt:desc&limit=1")
                     .first()[u"updatedAt"]
                     .toInteger(),
            absurd);
        QVERIFY(!m_demo->server.touchItem(77, absurd));
    }
};

QTEST_GUILESS_MAIN(TestBelievable)
#include "tst_believable.moc"
