// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/match/paths.h"

#include <QTest>

using namespace Qt::StringLiterals;
using match::PathRule;

/// Paths of other machines: how they are read, and how folders are found to correspond.
class TestPaths : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void plain_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("expected");
        QTest::newRow("empty") << u""_s << u""_s;
        QTest::newRow("Windows") << u"D:\\Music\\a.mp3"_s << u"D:/Music/a.mp3"_s;
        QTest::newRow("share") << u"\\\\NAS01\\media\\a.mp3"_s << u"//NAS01/media/a.mp3"_s;
        QTest::newRow("MediaMonkey") << u":\\Music\\a.mp3"_s << u":/Music/a.mp3"_s;
        QTest::newRow("localhost")
            << u"file://localhost/E:/Music/a%20b.mp3"_s << u"E:/Music/a b.mp3"_s;
        QTest::newRow("three slashes") << u"file:///C:/Music/a.mp3"_s << u"C:/Music/a.mp3"_s;
        QTest::newRow("Mac") << u"file:///Volumes/Disk/u%CC%88.mp3"_s << u"/Volumes/Disk/ü.mp3"_s;
        QTest::newRow("old Mac") << u"file://localhost/Volumes/Disk/a.mp3"_s
                                 << u"/Volumes/Disk/a.mp3"_s;
        QTest::newRow("share in a URL")
            << u"file://localhost//NAS/share/a.mp3"_s << u"//NAS/share/a.mp3"_s;
        QTest::newRow("host in a URL") << u"file://NAS/share/a.mp3"_s << u"//NAS/share/a.mp3"_s;
        QTest::newRow("four slashes") << u"file:////NAS/share/a.mp3"_s << u"//NAS/share/a.mp3"_s;
        QTest::newRow("Latin-1") << u"file:///C:/%DCber.mp3"_s << u"C:/Über.mp3"_s;
        QTest::newRow("plus") << u"file:///C:/a+b.mp3"_s << u"C:/a+b.mp3"_s;
        QTest::newRow("not escaped")
            << u"file://D:\\Music\\100%25.mp3"_s << u"D:/Music/100%25.mp3"_s;
    }

    void plain()
    {
        QFETCH(QString, path);
        QFETCH(QString, expected);
        QCOMPARE(match::plainPath(path), expected);
    }

    void extensionAndCaseDoNotMatter()
    {
        QCOMPARE(match::comparablePath(u"/Music/A.flac"_s), u"/music/a"_s);
        QCOMPARE(match::comparablePath(u"/Music.d/A"_s), u"/music.d/a"_s);
        QCOMPARE(match::comparablePath(u"/Music/Vol. 2 of it"_s), u"/music/vol. 2 of it"_s);
        QCOMPARE(match::comparablePath(u"/Music/.hidden"_s), u"/music/.hidden"_s);
    }

    void tailsAreComparedFromTheEnd()
    {
        const auto common = [](const QString& a, const QString& b) {
            return match::commonParts(match::tailOf(a), match::tailOf(b));
        };
        QCOMPARE(common(u"/x/band/album/song"_s, u"e:/y/band/album/song"_s), 3);
        QCOMPARE(common(u"/x/band/album/song"_s, u"/x/other/album/song"_s), 2);
        QCOMPARE(common(u"song"_s, u"/x/other/album/song"_s), 1);
        QCOMPARE(common(u""_s, u""_s), 0);
        QCOMPARE(common(u"/a"_s, u"/b"_s), 0);
    }

    void ruleNeedsItsVotes()
    {
        std::vector<match::PathPair> pairs;
        pairs.reserve(21);
        for (int i = 0; i < 19; ++i) {
            pairs.push_back({ u"D:\\Music\\Band\\Album\\%1.MP3"_s.arg(i),
                u"/data/music/band/Album/%1.flac"_s.arg(i) });
        }
        pairs.push_back({ u"D:\\Music\\one.mp3"_s, u"/data/music/other.mp3"_s });
        QVERIFY(match::learnPathRules(pairs).empty());
        pairs.push_back({ u"d:\\music\\20.mp3"_s, u"/data/music/20.mp3"_s });
        const auto rules = match::learnPathRules(pairs);
        QCOMPARE(rules, std::vector<PathRule>({ { u"D:"_s, u"/data"_s, 20 } }));
    }

    void mostVotedComesFirst()
    {
        std::vector<match::PathPair> pairs;
        for (int i = 0; i < 50; ++i) {
            const QString name = QString::number(i);
            pairs.push_back({ u"E:/"_s + name, u"/b/"_s + name });
            if (i % 2 == 0) {
                pairs.push_back({ u"//NAS/m/"_s + name, u"/a/"_s + name });
            }
        }
        const auto rules = match::learnPathRules(pairs);
        QCOMPARE(rules,
            std::vector<PathRule>({ { u"E:"_s, u"/b"_s, 50 }, { u"//NAS/m"_s, u"/a"_s, 25 } }));
        QCOMPARE(match::mappedPath(rules, u"e:/x/y.mp3"_s).value_or(QString()), u"/b/x/y.mp3"_s);
        QCOMPARE(match::mappedPath(rules, u"//nas/m/y.mp3"_s).value_or(QString()), u"/a/y.mp3"_s);
        QVERIFY(!match::mappedPath(rules, u"//nas/mm/y.mp3"_s));
        QVERIFY(!match::mappedPath(rules, u"E:"_s));
    }

    void relativePathsAreMapped()
    {
        const std::vector<PathRule> rules { { {}, u"/data/music"_s, 20 } };
        QCOMPARE(match::mappedPath(rules, u"Band/a.mp3"_s).value_or(QString()),
            u"/data/music/Band/a.mp3"_s);
    }

    void tracksAreReadFromPaths()
    {
        const match::Track track
            = match::trackFromPath(u"D:\\Music\\Radiohead\\OK Computer\\01 - Airbag.flac"_s);
        QCOMPARE(track.title, u"01 - Airbag"_s);
        QCOMPARE(track.artist, u"Radiohead"_s);
        QCOMPARE(track.album, u"OK Computer"_s);
        QCOMPARE(track.number, 1);
        const match::Track second = match::trackFromPath(u"/m/Band/Box/2-03 Song.mp3"_s);
        QCOMPARE(second.disc, 2);
        QCOMPARE(second.number, 3);
        QCOMPARE(second.title, u"03 Song"_s);
        const match::Track alone = match::trackFromPath(u"E:/song.mp3"_s);
        QCOMPARE(alone.title, u"song"_s);
        QVERIFY(alone.artist.isEmpty());
        QVERIFY(match::trackFromPath(u""_s).title.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestPaths)
#include "tst_paths.moc"
