// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/tools.h"

#include <QCoreApplication>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTextStream>
#include <csignal>
#include <memory>
#include <sys/prctl.h>

namespace support {

/// Starts a program that ends with this process, whatever ends that; its first line of output is
/// @p firstLine. Nothing if it does not come to that.
[[nodiscard]] inline std::unique_ptr<QProcess> startBound(
    const QString& name, const QStringList& arguments, QByteArray* firstLine = nullptr)
{
    auto process = std::make_unique<QProcess>();
    process->setChildProcessModifier([] { prctl(PR_SET_PDEATHSIG, SIGKILL); });
    process->setStandardErrorFile(QProcess::nullDevice());
    process->start(name, arguments);
    if (!process->waitForStarted()) {
        return nullptr;
    }
    while (firstLine && !process->canReadLine()) {
        if (!process->waitForReadyRead(20'000)) {
            return nullptr;
        }
    }
    if (firstLine) {
        *firstLine = process->readLine().trimmed();
    }
    return process;
}

/// A bus with nothing on it but what the test starts.
class PrivateBus
{
public:
    [[nodiscard]] bool start()
    {
        constexpr auto kBus = R"(<busconfig>
  <type>session</type>
  <listen>unix:path=%1/bus</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
)";
        const QString config = m_folder.filePath(QStringLiteral("bus.conf"));
        QFile file(config);
        if (!file.open(QIODevice::WriteOnly)) {
            return false;
        }
        file.write(QString::fromLatin1(kBus).arg(m_folder.path()).toUtf8());
        file.close();
        QByteArray address;
        m_bus = startBound(QStringLiteral("dbus-daemon"),
            { QStringLiteral("--nofork"), QStringLiteral("--print-address"),
                QStringLiteral("--config-file=") + config },
            &address);
        qputenv("DBUS_SESSION_BUS_ADDRESS", address);
        return m_bus != nullptr;
    }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<QProcess> m_bus;
};

/// A desktop session with nobody in it: a screen in memory, a window manager and a private bus.
class X11Session
{
public:
    [[nodiscard]] bool start()
    {
        QByteArray display;
        m_screen = startBound(QStringLiteral("Xvfb"),
            { QStringLiteral("-displayfd"), QStringLiteral("1"), QStringLiteral("-screen"),
                QStringLiteral("0"), QStringLiteral("1280x800x24"), QStringLiteral("-nolisten"),
                QStringLiteral("tcp") },
            &display);
        if (!m_bus.start() || !m_screen) {
            return false;
        }
        qputenv("DISPLAY", ":" + display);
        qputenv("QT_QPA_PLATFORM", "xcb");
        m_manager = startBound(QStringLiteral("openbox"), {});
        return m_manager != nullptr;
    }

private:
    PrivateBus m_bus;
    std::unique_ptr<QProcess> m_screen;
    std::unique_ptr<QProcess> m_manager;
};

/// For main() of a test: runs it again in a session of its own, which has to be there before Qt
/// looks for it.
///
/// @param tools  what the session and the test are made of
/// @return the exit code of that run; nothing if this is that run
template <class Session>
[[nodiscard]] std::optional<int> runInSession(
    int argc, char** argv, std::initializer_list<const char*> tools)
{
    constexpr auto kMark = "PLEXM8_TEST_SESSION";
    if (qEnvironmentVariableIsSet(kMark)) {
        return std::nullopt;
    }
    const QCoreApplication application(argc, argv);
    for (const char* tool : tools) {
        if (!hasTool(tool)) {
            QTextStream(stdout) << "SKIP   : " << tool << " is not installed" << Qt::endl;
            return areToolsRequired() ? 1 : 0;
        }
    }
    Session session;
    if (!session.start()) {
        QTextStream(stdout) << "FAIL!  : the session does not start" << Qt::endl;
        return 1;
    }
    qputenv(kMark, "1");
    const int code = QProcess::execute(
        QCoreApplication::applicationFilePath(), QCoreApplication::arguments().mid(1));
    return code < 0 ? 1 : code;
}

/// With a screen in memory and a bus.
[[nodiscard]] inline std::optional<int> runInX11Session(int argc, char** argv)
{
    return runInSession<X11Session>(argc, argv, { "Xvfb", "openbox", "dbus-daemon" });
}

/// With a bus.
[[nodiscard]] inline std::optional<int> runOnPrivateBus(int argc, char** argv)
{
    return runInSession<PrivateBus>(argc, argv, { "dbus-daemon" });
}

} // namespace support
