// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFileInfo>
#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;

/// What the built programs load: the command line has no window, so it carries no widgets.
class TestLinkage : public QObject
{
    Q_OBJECT

private:
    /// The names of all libraries that @p program loads, those of its libraries too.
    static QStringList librariesOf(const QString& program)
    {
        QProcess ldd;
        ldd.start(u"ldd"_s, { program });
        if (!ldd.waitForFinished(30'000) || ldd.exitCode() != 0) {
            return {};
        }
        QStringList names;
        for (const QString& line : QString::fromUtf8(ldd.readAll()).split(u'\n')) {
            names.append(line.simplified().section(u' ', 0, 0));
        }
        return names;
    }
    static bool hasLibrary(const QStringList& libraries, const QString& name)
    {
        return libraries.filter(name).size() > 0;
    }

private Q_SLOTS:
    void widgetsAreSeenWhereTheyAre()
    {
        const QStringList libraries = librariesOf(qEnvironmentVariable("PLEXM8_WINDOW"));
        QVERIFY2(hasLibrary(libraries, u"libQt6Widgets"_s), "the check cannot fail");
    }
    void commandLineLoadsNoWidgets()
    {
        const QStringList libraries = librariesOf(qEnvironmentVariable("PLEXM8_CLI"));
        QVERIFY(hasLibrary(libraries, u"libQt6Core"_s));
        QVERIFY(!hasLibrary(libraries, u"libQt6Widgets"_s));
        QVERIFY(!hasLibrary(libraries, u"libQt6MultimediaWidgets"_s));
    }
};

QTEST_GUILESS_MAIN(TestLinkage)
#include "tst_linkage.moc"
