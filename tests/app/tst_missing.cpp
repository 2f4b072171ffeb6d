// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/singleinstance.h"
#include "app/services/paths.h"

#include <QDir>
#include <QFile>
#include <QLocalSocket>
#include <QProcess>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

// A place below which nobody can make a folder, not even root.
const QString kNowhere = u"/proc/nowhere"_s;

/// A run of one of the real programs.
class Run
{
public:
    explicit Run(const char* program, const QStringList& arguments,
        const QMap<QString, QString>& variables = {})
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (auto it = variables.cbegin(); it != variables.cend(); ++it) {
            environment.insert(it.key(), it.value());
        }
        m_process.setProcessEnvironment(environment);
        m_process.start(qEnvironmentVariable(program), arguments);
    }
    ~Run()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    Q_DISABLE_COPY_MOVE(Run)

    /// Its exit code; −1 if it does not end, or crashes.
    int code()
    {
        const bool isEnd
            = QTest::qWaitFor([this] { return m_process.state() == QProcess::NotRunning; }, 30'000);
        return isEnd && m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
    }
    [[nodiscard]] bool isRunning() const { return m_process.state() == QProcess::Running; }
    /// All of it up to now.
    QString said()
    {
        m_said += m_process.readAllStandardError();
        return QString::fromUtf8(m_said);
    }

private:
    QProcess m_process;
    QByteArray m_said;
};

} // namespace

/// What the program does where something is missing that it is used to: it comes up and says so, or
/// ends with a sentence and a code.
class TestMissing : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    QStringList demo(const QStringList& more = {}) const
    {
        return QStringList { u"--demo"_s, u"--demo-tracks"_s, u"5"_s, u"--data-dir"_s,
            m_folder->path() }
        + more;
    }
    QString settingsFile() const
    {
        const app::Paths paths = app::Paths::below(m_folder->path());
        [[maybe_unused]] const bool made = paths.make();
        return paths.config + u"/settings.ini"_s;
    }
    void damageSettings() const
    {
        QFile file(settingsFile());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(300, '\0'));
    }
    /// Whether the window of the profile with its data in @p folder is there.
    static bool isUp(const QString& folder)
    {
        QLocalSocket socket;
        socket.connectToServer(app::SingleInstance(folder).address());
        return socket.waitForConnected(1000);
    }
    QString data() const { return app::Paths::below(m_folder->path()).data; }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void withoutAHomeToWriteToTheWindowComesUp()
    {
        Run run("PLEXM8_WINDOW", {},
            { { u"XDG_CONFIG_HOME"_s, kNowhere }, { u"XDG_DATA_HOME"_s, kNowhere },
                { u"XDG_CACHE_HOME"_s, kNowhere } });
        QTRY_VERIFY_WITH_TIMEOUT(isUp(kNowhere + u"/plexm8"_s), 30'000);
        QVERIFY(run.isRunning());
        QVERIFY2(run.said().contains(u"forgotten at the end: %1/plexm8"_s.arg(kNowhere)),
            qPrintable(run.said()));
    }

    void aFolderThatWasAskedForAndCannotBeMadeIsNamed()
    {
        Run run("PLEXM8_WINDOW", { u"--data-dir"_s, kNowhere });
        QCOMPARE(run.code(), 1);
        QVERIFY2(run.said().contains(kNowhere), qPrintable(run.said()));
        Run cli("PLEXM8_CLI", { u"--data-dir"_s, kNowhere, u"servers"_s, u"list"_s });
        QCOMPARE(cli.code(), 1);
        QVERIFY2(cli.said().contains(kNowhere), qPrintable(cli.said()));
    }

    void withoutAFontTheWindowComesUpAndSaysSo()
    {
        QFile none(m_folder->filePath(u"fonts.conf"_s));
        QVERIFY(none.open(QIODevice::WriteOnly));
        none.write("<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\">"
                   "<fontconfig></fontconfig>");
        none.close();
        Run run("PLEXM8_WINDOW", demo(), { { u"FONTCONFIG_FILE"_s, none.fileName() } });
        QTRY_VERIFY_WITH_TIMEOUT(isUp(data()), 30'000);
        QTRY_VERIFY2(run.said().contains("event=no_font"_L1), qPrintable(run.said()));
        QVERIFY(run.isRunning());
    }

    void damagedSettingsAreKeptAndSaid()
    {
        damageSettings();
        Run run("PLEXM8_WINDOW", demo());
        QTRY_VERIFY_WITH_TIMEOUT(isUp(data()), 30'000);
        QVERIFY2(run.said().contains("settings.damaged.ini"_L1), qPrintable(run.said()));
        QFile kept(QFileInfo(settingsFile()).path() + u"/settings.damaged.ini"_s);
        QVERIFY(kept.open(QIODevice::ReadOnly));
        QCOMPARE(kept.readAll(), QByteArray(300, '\0'));
    }

    void theCommandLineSaysItToo()
    {
        damageSettings();
        Run run("PLEXM8_CLI", { u"--data-dir"_s, m_folder->path(), u"servers"_s, u"list"_s });
        QCOMPARE(run.code(), 0);
        QVERIFY2(run.said().contains("settings.damaged.ini"_L1), qPrintable(run.said()));
    }

    void withoutBusAndSoundTheWindowComesUp()
    {
        Run run("PLEXM8_WINDOW", demo(),
            { { u"DBUS_SESSION_BUS_ADDRESS"_s, u"unix:path=/nonexistent"_s },
                { u"DBUS_SYSTEM_BUS_ADDRESS"_s, u"unix:path=/nonexistent"_s },
                { u"PULSE_SERVER"_s, u"unix:/nonexistent"_s } });
        QTRY_VERIFY_WITH_TIMEOUT(isUp(data()), 30'000);
        QVERIFY(run.isRunning());
    }

    void picturesThatCannotBeSavedAreSaid()
    {
        Run run("PLEXM8_WINDOW", { u"--tour"_s, kNowhere });
        QCOMPARE(run.code(), 1);
        QVERIFY2(run.said().contains(kNowhere), qPrintable(run.said()));
    }

    void aPortThatIsTakenIsNamed()
    {
        QTcpServer other;
        QVERIFY(other.listen(QHostAddress(QHostAddress::LocalHost)));
        const QString port = QString::number(other.serverPort());
        Run run("PLEXM8_CLI", { u"demo"_s, u"serve"_s, u"--port"_s, port });
        QCOMPARE(run.code(), 1);
        QVERIFY2(run.said().contains(port), qPrintable(run.said()));
    }
};

QTEST_GUILESS_MAIN(TestMissing)
#include "tst_missing.moc"
