// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/autostart.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

using namespace Qt::StringLiterals;
using util::Error;

// A launch agent of this user (launchd.plist(5)), which needs no bundle and no permission.
namespace app {

namespace {

QString file()
{
    return QDir::homePath() + u"/Library/LaunchAgents/org.plexm8.PlexM8.plist"_s;
}

Error failed()
{
    return { Error::Code::Storage,
        QCoreApplication::translate(
            "app::Autostart", "What the session starts could not be changed."),
        {}, 0, {} };
}

} // namespace

Autostart::Autostart(QString program)
    : m_program(std::move(program))
{
}

bool Autostart::isOn() const
{
    return QFile::exists(file());
}

util::Result<void> Autostart::set(bool on) const
{
    if (!on) {
        return !QFile::exists(file()) || QFile::remove(file()) ? util::Result<void>()
                                                               : util::Result<void>(failed());
    }
    QSaveFile agent(file());
    if (!QDir().mkpath(QFileInfo(file()).path()) || !agent.open(QIODevice::WriteOnly)) {
        return failed();
    }
    const QString content
        = u"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
          "<!DOCTYPE plist PUBLIC \"-//Apple//DTD PLIST 1.0//EN\" "
          "\"http://www.apple.com/DTDs/PropertyList-1.0.dtd\">\n"
          "<plist version=\"1.0\"><dict><key>Label</key><string>org.plexm8.PlexM8</string>"
          "<key>ProgramArguments</key><array><string>%1</string><string>--in-tray</string></array>"
          "<key>RunAtLoad</key><true/></dict></plist>\n"_s.arg(m_program.toHtmlEscaped());
    agent.write(content.toUtf8());
    return agent.commit() ? util::Result<void>() : util::Result<void>(failed());
}

} // namespace app
