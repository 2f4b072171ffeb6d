// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/autostart.h"

#include <QCoreApplication>
#include <QDir>
#include <QSettings>

using namespace Qt::StringLiterals;
using util::Error;

namespace app {

namespace {

const QString kRun = u"HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\Run"_s;
const QString kName = u"PlexM8"_s;

} // namespace

Autostart::Autostart(QString program)
    : m_program(std::move(program))
{
}

bool Autostart::isOn() const
{
    return QSettings(kRun, QSettings::NativeFormat).contains(kName);
}

util::Result<void> Autostart::set(bool on) const
{
    QSettings run(kRun, QSettings::NativeFormat);
    if (on) {
        run.setValue(kName, u"\"%1\" --in-tray"_s.arg(QDir::toNativeSeparators(m_program)));
    } else {
        run.remove(kName);
    }
    run.sync();
    if (run.status() != QSettings::NoError) {
        return Error { Error::Code::Storage,
            QCoreApplication::translate(
                "app::Autostart", "What the session starts could not be changed."),
            {}, 0, {} };
    }
    return {};
}

} // namespace app
