// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/paths.h"
#include "tests/support/await.h"

#include <QDirIterator>
#include <QProcess>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <csignal>

using namespace Qt::StringLiterals;

/// The session that ends and somebody at a terminal can end the real program, and nothing is lost.
class TestEndSignals : public QObject
{
    Q_OBJECT

    static constexpr std::chrono::seconds kPatience { 40 };

    /// Starts the program with its temporary files in @p temporary and waits until it shows a
    /// library: from then on its event loop turns.
    static void start(QProcess& program, const QString& temporary, const QStringList& options,
        const QString& by = {})
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"TMPDIR"_s, temporary);
        program.setProcessEnvironment(environment);
        QStringList words { qEnvironmentVariable("PLEXM8_WINDOW"), u"--demo"_s, u"--demo-tracks"_s,
            u"5"_s };
        if (!by.isEmpty()) {
            words.prepend(by);
        }
        const QString first = words.takeFirst();
        program.start(first, words + options);
    }
    static bool hasLibrary(const QString& folder)
    {
        QDirIterator files(folder, { u"*.db"_s }, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            if (files.nextFileInfo().path().endsWith("/libraries"_L1)) {
                return true;
            }
        }
        return false;
    }
    static void send(const QProcess& program, int signal)
    {
        ::kill(pid_t(program.processId()), signal);
    }
    static bool end(const QProcess& program, int signal)
    {
        send(program, signal);
        if (signal == SIGHUP) { // the shell's, and the kernel's
            send(program, signal);
        }
        return support::awaitThat(
            [&program] { return program.state() == QProcess::NotRunning; }, kPatience);
    }

private Q_SLOTS:
    void theWindowsPlaceIsKept_data()
    {
        QTest::addColumn<int>("signal");
        QTest::newRow("the session ends") << SIGTERM;
        QTest::newRow("the terminal is closed") << SIGHUP;
        QTest::newRow("Ctrl+C") << SIGINT;
    }
    void theWindowsPlaceIsKept()
    {
        QFETCH(int, signal);
        const QTemporaryDir folder;
        const QTemporaryDir temporary;
        QProcess program;
        start(program, temporary.path(), { u"--data-dir"_s, folder.path() });
        QVERIFY(support::awaitThat([&folder] { return hasLibrary(folder.path()); }, kPatience));
        QVERIFY(end(program, signal));
        QCOMPARE(program.exitStatus(), QProcess::NormalExit);
        QCOMPARE(program.exitCode(), 0);
        const QSettings state(
            app::Paths::below(folder.path()).config + u"/state.ini"_s, QSettings::IniFormat);
        QVERIFY(!state.allKeys().filter(u"window"_s).isEmpty());
    }

    void underNohupItOutlivesTheTerminal()
    {
        const QTemporaryDir temporary;
        QProcess program;
        start(program, temporary.path(), {}, u"nohup"_s);
        QVERIFY(
            support::awaitThat([&temporary] { return hasLibrary(temporary.path()); }, kPatience));
        send(program, SIGHUP);
        QVERIFY(!support::awaitThat([&program] { return program.state() == QProcess::NotRunning; },
            std::chrono::seconds(2)));
        QVERIFY(end(program, SIGTERM));
        QCOMPARE(program.exitCode(), 0);
    }

    void aDemoLeavesNothingBehind()
    {
        const QTemporaryDir temporary;
        QProcess program;
        start(program, temporary.path(), {});
        QVERIFY(
            support::awaitThat([&temporary] { return hasLibrary(temporary.path()); }, kPatience));
        QVERIFY(end(program, SIGTERM));
        QCOMPARE(program.exitCode(), 0);
        QCOMPARE(QDir(temporary.path()).entryList({ u"plexm8*"_s }, QDir::AllEntries).join(u' '),
            QString());
    }
};

QTEST_GUILESS_MAIN(TestEndSignals)
#include "tst_endsignals.moc"
