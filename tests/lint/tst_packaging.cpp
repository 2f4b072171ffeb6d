// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/lint/source.h"
#include "tests/support/tools.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

/// What is handed out beside the programs: scripts, desktop files, icons.
class TestPackaging : public QObject
{
    Q_OBJECT

private:
    static QString inTree(const QString& path) { return lint::sourceRoot() + u'/' + path; }
    static QString read(const QString& path)
    {
        QFile file(inTree(path));
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    }
    /// What @p program prints, and whether it ended with 0.
    static std::pair<bool, QString> run(const QString& program, const QStringList& arguments)
    {
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(program, arguments);
        const bool ended = process.waitForFinished(30'000);
        return { ended && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0,
            QString::fromUtf8(process.readAll()) };
    }

private Q_SLOTS:
    void desktopFileIsValid()
    {
        NEEDS_TOOL("desktop-file-validate");
        const auto [good, said]
            = run(u"desktop-file-validate"_s, { inTree(u"packaging/org.plexm8.PlexM8.desktop"_s) });
        QVERIFY2(good && said.isEmpty(), qPrintable(said));
    }

    void metainfoIsValid()
    {
        NEEDS_TOOL("appstreamcli");
        const auto [good, said] = run(u"appstreamcli"_s,
            { u"validate"_s, u"--no-net"_s,
                inTree(u"packaging/org.plexm8.PlexM8.metainfo.xml"_s) });
        QVERIFY2(good, qPrintable(said));
    }

    void scriptsParse_data()
    {
        QTest::addColumn<QString>("path");
        for (const QString& path : { u"packaging/run"_s, u"packaging/check"_s,
                 u"packaging/lib/common.sh"_s, u".ci/run"_s, u"tests/data/make-music.sh"_s }) {
            QTest::addRow("%s", qPrintable(path)) << path;
        }
    }
    void scriptsParse()
    {
        QFETCH(QString, path);
        const auto [good, said] = run(u"bash"_s, { u"-n"_s, inTree(path) });
        QVERIFY2(good, qPrintable(said));
    }

    void everyIconIsInTheResourcesAndKeepsToTheGrid()
    {
        const QString list = read(u"resources/resources.qrc"_s);
        const auto icons
            = lint::readTree(lint::sourceRoot(), { u"resources/icons"_s }, { u".svg"_s });
        QVERIFY(icons.size() > 40);
        for (const lint::Source& icon : icons) {
            const QString name = icon.path.section(u'/', -1);
            QVERIFY2(list.contains(u"alias=\"%1\">icons/%1<"_s.arg(name)), qPrintable(name));
            QVERIFY2(!icon.text.contains(u"<text"_s), qPrintable(name));
            if (name != u"plexm8.svg"_s) {
                QVERIFY2(icon.text.contains(u"viewBox=\"0 0 24 24\""_s), qPrintable(name));
                QVERIFY2(icon.text.contains(u"stroke-width=\"1.75\""_s), qPrintable(name));
                static const QRegularExpression colour(uR"(#(?!000\b)[0-9a-fA-F]{3,6}\b|rgb\()"_s);
                QVERIFY2(!icon.text.contains(colour), qPrintable(name));
            }
        }
        QCOMPARE(list.count(u">icons/"_s), icons.size());
    }

    void licenceIsTheWholeText()
    {
        const QString licence = read(u"LICENSE"_s);
        QVERIFY(licence.contains(u"GNU GENERAL PUBLIC LICENSE"_s));
        QVERIFY(licence.contains(u"END OF TERMS AND CONDITIONS"_s));
    }

    void topOfTheTreeHoldsNothingElse()
    {
        const QDir top(lint::sourceRoot());
        QStringList found = top.entryList(QDir::AllEntries | QDir::NoDotAndDotDot, QDir::Name);
        found.removeIf([](const QString& name) { return name.startsWith(u"build"_s); });
        found.sort();
        QStringList wanted { u"CMakeLists.txt"_s, u"CMakePresets.json"_s, u"LICENSE"_s,
            u"README.md"_s, u"app"_s, u"core"_s, u"packaging"_s, u"resources"_s, u"tests"_s,
            u"translations"_s, u"ui"_s };
        wanted.sort();
        QCOMPARE(found, wanted);
    }
};

QTEST_GUILESS_MAIN(TestPackaging)
#include "tst_packaging.moc"
