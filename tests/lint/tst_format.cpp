// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/lint/source.h"
#include "tests/support/tools.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

/// The layout of every C++ file is what clang-format makes of it.
class TestFormat : public QObject
{
    Q_OBJECT

private:
    /// What clang-format 14 says about @p files; empty if all are laid out.
    static QString complaints(const QStringList& files)
    {
        QProcess tool;
        tool.setProcessChannelMode(QProcess::MergedChannels);
        tool.start(u"clang-format-14"_s,
            QStringList { u"--style=file:"_s + lint::sourceRoot() + u"/.clang-format"_s,
                u"--dry-run"_s, u"-Werror"_s }
                + files);
        if (!tool.waitForFinished(50'000)) {
            return u"clang-format did not finish"_s;
        }
        const QString said = QString::fromUtf8(tool.readAll());
        return tool.exitCode() == 0 ? QString() : u"clang-format: "_s + said;
    }

private Q_SLOTS:
    void initTestCase()
    {
        NEEDS_TOOL("clang-format-14"); // another version lays out differently
    }

    void badLayoutIsFound()
    {
        QTemporaryDir dir;
        QFile file(dir.filePath(u"a.cpp"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("int  main( ){return 0 ;}\n");
        file.close();
        QVERIFY(!complaints({ file.fileName() }).isEmpty());
    }

    void treeIsLaidOut()
    {
        QStringList files;
        for (const lint::Source& source : lint::readTree(lint::sourceRoot(),
                 { u"core"_s, u"ui"_s, u"app"_s, u"tests"_s, u"packaging"_s },
                 { u".h"_s, u".cpp"_s })) {
            files.append(lint::sourceRoot() + u'/' + source.path);
        }
        const QString said = complaints(files);
        QVERIFY2(said.isEmpty(), qPrintable(said.left(6'000)));
    }
};

QTEST_GUILESS_MAIN(TestFormat)
#include "tst_format.moc"
