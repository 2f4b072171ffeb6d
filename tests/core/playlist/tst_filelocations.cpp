// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/playlist/filelocations.h"

#include <QTest>

using namespace Qt::StringLiterals;
using playlist::FileRow;
using playlist::PathStyle;

/// Where files lie, on this computer and on the server.
class TestFileLocations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsMeanPaths_data()
    {
        QTest::addColumn<QString>("location");
        QTest::addColumn<QStringList>("paths");
        const auto row = [](const QString& location, const QStringList& paths) {
            QTest::addRow("%s", qPrintable(location)) << location << paths;
        };
        row(u"/m/a.mp3"_s, { u"/m/a.mp3"_s });
        row(u"D:\\Music\\a.mp3"_s, { u"D:/Music/a.mp3"_s });
        row(u"\\\\NAS\\m\\a.mp3"_s, { u"//NAS/m/a.mp3"_s });
        row(u"a b.mp3"_s, { u"/lists/a b.mp3"_s });
        row(u"../m/./a.mp3"_s, { u"/m/a.mp3"_s });
        row(u"..\\m\\a.mp3"_s, { u"/m/a.mp3"_s });
        row(u"file:///m/a%20b.mp3"_s, { u"/m/a b.mp3"_s });
        row(u"file:///D:/a.mp3"_s, { u"D:/a.mp3"_s });
        row(u"X%20Y/a%C3%A9.mp3"_s, { u"/lists/X Y/aé.mp3"_s, u"/lists/X%20Y/a%C3%A9.mp3"_s });
        row(u"100%25 pure.mp3"_s, { u"/lists/100%25 pure.mp3"_s, u"/lists/100% pure.mp3"_s });
        row(u"50% off.mp3"_s, { u"/lists/50% off.mp3"_s });
        row(u"http://radio/x.mp3"_s, {});
        row(u"spotify:track:1"_s, {});
        row({}, {});
    }
    void rowsMeanPaths()
    {
        QFETCH(QString, location);
        QFETCH(QStringList, paths);
        FileRow file;
        file.location = location;
        QCOMPARE(playlist::pathsOf(file, u"/lists"_s), paths);
    }

    void otherLocationsCount()
    {
        FileRow file;
        file.location = u"http://radio/x.mp3"_s;
        file.otherLocations = { u"file:///m/a.mp3"_s, u"b.mp3"_s, u"/m/a.mp3"_s };
        const QStringList paths { u"/m/a.mp3"_s, u"/lists/b.mp3"_s };
        QCOMPARE(playlist::pathsOf(file, u"/lists"_s), paths);
    }

    void pathsAreWrittenAsAsked_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<PathStyle>("style");
        QTest::addColumn<QString>("written");
        const auto row
            = [](const char* name, const QString& path, PathStyle style, const QString& written) {
                  QTest::newRow(name) << path << style << written;
              };
        row("server", u"/data/music/A/a.mp3"_s, PathStyle::Server, u"/data/music/A/a.mp3"_s);
        row("absolute", u"/data/music/A/a.mp3"_s, PathStyle::Absolute,
            u"/media/me/Music/A/a.mp3"_s);
        row("relative", u"/data/music/A/a.mp3"_s, PathStyle::Relative, u"../Music/A/a.mp3"_s);
        row("no rule", u"/other/a.mp3"_s, PathStyle::Absolute, u"/other/a.mp3"_s);
        row("only the beginning of a name", u"/data/music2/a.mp3"_s, PathStyle::Absolute,
            u"/data/music2/a.mp3"_s);
        row("Windows' server", u"E:\\Music\\A\\a.mp3"_s, PathStyle::Relative,
            u"../Music/A/a.mp3"_s);
        row("another drive", u"F:\\a.mp3"_s, PathStyle::Relative, u"F:\\a.mp3"_s);
        row("no path", {}, PathStyle::Relative, {});
    }
    void pathsAreWrittenAsAsked()
    {
        QFETCH(QString, path);
        QFETCH(PathStyle, style);
        QFETCH(QString, written);
        const std::vector<match::PathRule> rules { { u"/data/music"_s, u"/media/me/Music"_s, 0 },
            { u"E:/Music"_s, u"/media/me/Music/"_s, 0 } };
        QCOMPARE(playlist::locationOf(path, style, rules, u"/media/me/lists"_s), written);
    }

    void commonFolderOfAll()
    {
        const auto rows = [](const QStringList& paths) {
            std::vector<FileRow> list;
            for (const QString& path : paths) {
                list.emplace_back();
                list.back().location = path;
            }
            return list;
        };
        QCOMPARE(playlist::commonFolder(rows({ u"/m/A/1.mp3"_s, {}, u"/m/AB/2.mp3"_s })), u"/m"_s);
        QCOMPARE(playlist::commonFolder(rows({ u"D:\\m\\a.mp3"_s })), u"D:/m"_s);
        QCOMPARE(playlist::commonFolder(rows({ u"/a/1.mp3"_s, u"/b/1.mp3"_s })), QString());
        QCOMPARE(playlist::commonFolder({}), QString());
    }

    void stylesHaveNames()
    {
        QCOMPARE(playlist::pathStyleNamed(u"Relative"_s), PathStyle::Relative);
        QVERIFY(!playlist::pathStyleNamed(u"sideways"_s));
    }
};

QTEST_GUILESS_MAIN(TestFileLocations)
#include "tst_filelocations.moc"
