// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/lint/includes.h"

#include <QDir>
#include <QFile>
#include <QLibraryInfo>
#include <QTest>

using namespace Qt::StringLiterals;

/// The include graph of the tree against tests/lint/modules.txt.
class TestIncludes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QFile table(lint::sourceRoot() + u"/tests/lint/modules.txt"_s);
        QVERIFY2(table.open(QIODevice::ReadOnly), "PLEXM8_SOURCE_DIR must name the tree");
        m_modules = lint::parseModules(QString::fromUtf8(table.readAll()));
        QVERIFY2(m_modules.errors.isEmpty(), qPrintable(m_modules.errors.join(u'\n')));
        const QDir widgets(QLibraryInfo::path(QLibraryInfo::HeadersPath) + u"/QtWidgets"_s);
        for (const QString& name : widgets.entryList(QDir::Files)) {
            m_widgetHeaders.insert(name);
        }
    }

    void tableHasEveryModuleOfCore()
    {
        QCOMPARE(m_modules.coreOrder.size(), 23);
        QCOMPARE(m_modules.coreOrder.first(), u"util"_s);
        QVERIFY(m_widgetHeaders.contains(u"QTableView"_s));
    }

    void badIncludesAreFound_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("include");
        QTest::addRow("unlisted edge") << u"core/net/client.h"_s << u"\"core/db/database.h\""_s;
        QTest::addRow("downwards") << u"core/plex/server.h"_s << u"\"core/library/sync.h\""_s;
        QTest::addRow("core to ui") << u"core/net/client.h"_s << u"\"ui/common/stars.h\""_s;
        QTest::addRow("core to app") << u"core/net/client.h"_s << u"\"app/services.h\""_s;
        QTest::addRow("unknown module") << u"core/net/client.h"_s << u"\"core/nonsense/x.h\""_s;
        QTest::addRow("file of an unknown module") << u"core/nonsense/x.h"_s << u"<QString>"_s;
        QTest::addRow("widgets in core") << u"core/library/model.h"_s << u"<QTableView>"_s;
        QTest::addRow("widgets by folder") << u"core/types/a.h"_s << u"<QtWidgets/QWidget>"_s;
        QTest::addRow("pixmap in core") << u"core/artwork/cover.h"_s << u"<QPixmap>"_s;
        QTest::addRow("icon in core") << u"core/types/track.h"_s << u"<QIcon>"_s;
        QTest::addRow("feature to feature")
            << u"ui/library/trackspage.cpp"_s << u"\"ui/rating/stars.h\""_s;
        QTest::addRow("feature to shell")
            << u"ui/home/homepage.cpp"_s << u"\"ui/shell/mainwindow.h\""_s;
        QTest::addRow("shell to a feature's inside")
            << u"ui/shell/mainwindow.cpp"_s << u"\"ui/library/trackmodel.h\""_s;
        QTest::addRow("sql in ui") << u"ui/library/trackspage.cpp"_s << u"<sqlite3.h>"_s;
        QTest::addRow("network in ui") << u"ui/home/homepage.cpp"_s << u"<QNetworkReply>"_s;
        QTest::addRow("json in ui") << u"ui/home/homepage.cpp"_s << u"<QJsonObject>"_s;
        QTest::addRow("ui to app") << u"ui/home/homepage.cpp"_s << u"\"app/services.h\""_s;
        QTest::addRow("cli to ui") << u"app/cli/main.cpp"_s << u"\"ui/common/stars.h\""_s;
        QTest::addRow("services to ui") << u"app/services.h"_s << u"\"ui/common/stars.h\""_s;
        QTest::addRow("sql outside db") << u"core/library/tracks.cpp"_s << u"<sqlite3.h>"_s;
        QTest::addRow("QtSql") << u"core/db/connection.cpp"_s << u"<QSqlQuery>"_s;
        QTest::addRow("http outside net") << u"core/plex/s.cpp"_s << u"<QNetworkAccessManager>"_s;
        QTest::addRow("ffmpeg in net") << u"core/net/c.cpp"_s << u"<libavcodec/avcodec.h>"_s;
    }
    void badIncludesAreFound()
    {
        QFETCH(QString, path);
        QFETCH(QString, include);
        const lint::Source source { path, u"// a\n  #  include "_s + include + u"\n"_s };
        const auto findings = lint::checkIncludes(source, m_modules, m_widgetHeaders);
        QCOMPARE(findings.size(), 1);
        QVERIFY(findings.first().line == 2 || findings.first().rule == u"module"_s);
    }

    void goodIncludesPass_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("include");
        QTest::addRow("itself") << u"core/net/client.cpp"_s << u"\"core/net/client.h\""_s;
        QTest::addRow("util everywhere") << u"core/demo/server.h"_s << u"\"core/util/fold.h\""_s;
        QTest::addRow("listed edge") << u"core/plex/server.h"_s << u"\"core/net/client.h\""_s;
        QTest::addRow("shell to a page")
            << u"ui/shell/mainwindow.cpp"_s << u"\"ui/library/trackspage.h\""_s;
        QTest::addRow("ui to core") << u"ui/library/m.h"_s << u"\"core/library/tracks.h\""_s;
        QTest::addRow("cli to services") << u"app/cli/main.cpp"_s << u"\"app/services.h\""_s;
        QTest::addRow("main to ui") << u"app/main/main.cpp"_s << u"\"ui/shell/mainwindow.h\""_s;
        QTest::addRow("sql in db") << u"core/db/connection.cpp"_s << u"<sqlite3.h>"_s;
        QTest::addRow("image in core") << u"core/artwork/cover.h"_s << u"<QImage>"_s;
        QTest::addRow("tests see all") << u"tests/ui/tst_x.cpp"_s << u"\"app/services.h\""_s;
    }
    void goodIncludesPass()
    {
        QFETCH(QString, path);
        QFETCH(QString, include);
        const auto findings = lint::checkIncludes(
            { path, u"#include "_s + include + u"\n"_s }, m_modules, m_widgetHeaders);
        QVERIFY2(findings.isEmpty(), qPrintable(lint::join(findings)));
    }

    void rowsThatPointDownwardsAreErrors()
    {
        QCOMPARE(lint::parseModules(u"[core]\na :\nb : a\n"_s).errors, QStringList());
        QCOMPARE(lint::parseModules(u"[core]\na : b\nb :\n"_s).errors.size(), 1);
        QCOMPARE(lint::parseModules(u"[core]\nnonsense\n"_s).errors.size(), 1);
    }

    void treeFollowsTheTable()
    {
        const auto sources = lint::readTree(lint::sourceRoot(), { u"core"_s, u"ui"_s, u"app"_s },
            { u".h"_s, u".cpp"_s, u".h.in"_s });
        QVERIFY(sources.size() > 5);
        QList<lint::Finding> findings;
        for (const lint::Source& source : sources) {
            findings.append(lint::checkIncludes(source, m_modules, m_widgetHeaders));
        }
        QVERIFY2(findings.isEmpty(), qPrintable(lint::join(findings)));
    }

private:
    lint::Modules m_modules;
    QSet<QString> m_widgetHeaders;
};

QTEST_GUILESS_MAIN(TestIncludes)
#include "tst_includes.moc"
