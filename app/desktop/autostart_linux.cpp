// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/autostart.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QSaveFile>
#include <QStandardPaths>

using namespace Qt::StringLiterals;
using util::Error;

// Desktop Application Autostart Specification 0.5; Desktop Entry Specification 1.5 for "Exec".
namespace app {

namespace {

QString folder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation)
        + u"/autostart"_s;
}

QString file()
{
    return folder() + u"/org.plexm8.PlexM8.desktop"_s;
}

/// An argument of "Exec": in quotes, with what the shell or the specification would read escaped,
/// and once more for the file's own strings.
QString quoted(const QString& argument)
{
    QString result;
    for (const QChar c : argument) {
        if (c == u'"' || c == u'`' || c == u'$') {
            result += u"\\\\"_s;
        } else if (c == u'\\') {
            result += u"\\\\\\"_s;
        } else if (c == u'%') {
            result += u'%';
        }
        result += c;
    }
    return u'"' + result + u'"';
}

Error failed(const QString& detail)
{
    return { Error::Code::Storage,
        QCoreApplication::translate(
            "app::Autostart", "What the session starts could not be changed."),
        detail, 0, {} };
}

} // namespace

Autostart::Autostart(QString program)
    : m_program(std::move(program))
{
}

bool Autostart::isOn() const
{
    QFile entry(file());
    if (!entry.open(QIODevice::ReadOnly)) {
        return false;
    }
    // Desktops switch an entry off by writing one of these into it.
    const QByteArray content = entry.read(64 * 1024);
    return !content.contains("\nHidden=true")
        && !content.contains("\nX-GNOME-Autostart-enabled=false");
}

util::Result<void> Autostart::set(bool on) const
{
    if (!on) {
        return !QFile::exists(file()) || QFile::remove(file())
            ? util::Result<void>()
            : util::Result<void>(failed(u"not removed"_s));
    }
    QSaveFile entry(file());
    if (!QDir().mkpath(folder()) || !entry.open(QIODevice::WriteOnly)) {
        return failed(u"not opened, code %1"_s.arg(int(entry.error())));
    }
    const QString content
        = u"[Desktop Entry]\nType=Application\nName=PlexM8\n"
          "Icon=org.plexm8.PlexM8\nExec=%1 --in-tray\nTerminal=false\n"_s.arg(quoted(m_program));
    entry.write(content.toUtf8());
    if (!entry.commit()) {
        return failed(u"not written, code %1"_s.arg(int(entry.error())));
    }
    return {};
}

} // namespace app
