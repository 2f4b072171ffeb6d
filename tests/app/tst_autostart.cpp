// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/autostart.h"
#include "tests/app/running.h"
#include "tests/support/stallguard.h"
#include "tests/support/tools.h"

#include <QCheckBox>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using support::Running;

/// The program is started by the session, in the tray.
class TestAutostart : public QObject
{
    Q_OBJECT

    QTemporaryDir m_config;

    QString file() const { return m_config.filePath(u"autostart/org.plexm8.PlexM8.desktop"_s); }
    QByteArray content() const
    {
        QFile entry(file());
        return entry.open(QIODevice::ReadOnly) ? entry.readAll() : QByteArray();
    }
    void append(const QByteArray& line) const
    {
        QFile entry(file());
        QVERIFY(entry.open(QIODevice::Append));
        entry.write(line);
    }

private Q_SLOTS:
    void initTestCase() { qputenv("XDG_CONFIG_HOME", m_config.path().toUtf8()); }
    void init() { QFile::remove(file()); }

    void itIsSwitchedOnAndOff()
    {
        const app::Autostart autostart(u"/opt/plexm8"_s);
        QVERIFY(!autostart.isOn());
        QVERIFY(autostart.set(true));
        QVERIFY(autostart.isOn());
        QVERIFY(content().contains("\nExec=\"/opt/plexm8\" --in-tray\n"));
        QVERIFY(autostart.set(false));
        QVERIFY(!autostart.isOn());
        QVERIFY(!QFile::exists(file()));
        QVERIFY(autostart.set(false)); // once more
    }

    void theFileIsWhatDesktopsRead_data()
    {
        QTest::addColumn<QString>("program");
        QTest::addColumn<QByteArray>("exec");
        QTest::newRow("plain") << u"/usr/bin/plexm8"_s << "\"/usr/bin/plexm8\""_ba;
        QTest::newRow("spaces") << u"/opt/my programs/plexm8"_s << "\"/opt/my programs/plexm8\""_ba;
        QTest::newRow("signs") << u"/opt/a\"b$c`d%e\\f"_s
                               << "\"/opt/a\\\\\"b\\\\$c\\\\`d%%e\\\\\\\\f\""_ba;
    }
    void theFileIsWhatDesktopsRead()
    {
        QFETCH(QString, program);
        QFETCH(QByteArray, exec);
        QVERIFY(app::Autostart(program).set(true));
        QVERIFY2(content().contains("\nExec=" + exec + " --in-tray\n"), content().constData());
        NEEDS_TOOL("desktop-file-validate");
        QProcess validate;
        validate.start(u"desktop-file-validate"_s, { file() });
        QVERIFY(validate.waitForFinished());
        QVERIFY2(validate.exitCode() == 0, validate.readAll().constData());
    }

    void whatTheDesktopSwitchedOffIsOff_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("by the specification") << "Hidden=true\n"_ba;
        QTest::newRow("GNOME") << "X-GNOME-Autostart-enabled=false\n"_ba;
    }
    void whatTheDesktopSwitchedOffIsOff()
    {
        QFETCH(QByteArray, line);
        const app::Autostart autostart(u"/opt/plexm8"_s);
        QVERIFY(autostart.set(true));
        append(line);
        QVERIFY(!autostart.isOn());
        QVERIFY(autostart.set(true));
        QVERIFY(autostart.isOn());
    }

    void aFolderThatCannotBeMadeIsSaid()
    {
        qputenv("XDG_CONFIG_HOME", "/proc/nowhere");
        const auto done = app::Autostart(u"/opt/plexm8"_s).set(true);
        qputenv("XDG_CONFIG_HOME", m_config.path().toUtf8());
        QVERIFY(!done);
        QCOMPARE(done.error().code, util::Error::Code::Storage);
        QVERIFY(!done.error().message.isEmpty());
    }

    void theChoiceInSettingsIsMade()
    {
        const QTemporaryDir folder;
        Running run(folder.path());
        run.window()->showConnectPage(false);
        run.window()->go({ ui::Route::Place::Settings, 0, {} });
        auto* choice = run.find<QCheckBox>(u"settingsStartAtLogin"_s);
        QVERIFY(choice && choice->isVisible() && !choice->isChecked());
        QTest::keyClick(choice, Qt::Key_Space);
        QVERIFY(app::Autostart(QApplication::applicationFilePath()).isOn());
        QVERIFY(choice->isChecked());
        QTest::keyClick(choice, Qt::Key_Space);
        QVERIFY(!QFile::exists(file()));
        QVERIFY(!choice->isChecked());
    }

    void withoutATrayTheWindowComesAfterAWhile()
    {
        const QTemporaryDir folder;
        support::Program program(folder.path());
        ui::Theme theme(*qApp);
        const util::LogBuffer log;
        app::Options options;
        options.startsInTray = true;
        app::Desktop desktop(program.services, program.session, theme, log, options);
        desktop.start();
        QVERIFY(!Running::window()->isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(Running::window()->isVisible(), 10'000);
    }
};

PLEXM8_GUI_TEST_MAIN(TestAutostart)
#include "tst_autostart.moc"
