// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/trayhost.h"

#include <QSystemTrayIcon>

// Windows and macOS always have one.
namespace app {

class TrayHost::Watch
{
};

TrayHost::TrayHost(QObject* parent)
    : QObject(parent)
{
}

TrayHost::~TrayHost() = default;

bool TrayHost::isPresent() const
{
    return QSystemTrayIcon::isSystemTrayAvailable();
}

} // namespace app
