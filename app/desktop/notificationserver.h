// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusAbstractInterface>
#include <QDBusConnection>

namespace app {

/// Who shows notices, as far as we ask. Thread: UI.
class NotificationServer final : public QDBusAbstractInterface
{
    Q_OBJECT

public:
    static constexpr auto kName = "org.freedesktop.Notifications"; ///< also of the interface
    static constexpr auto kPath = "/org/freedesktop/Notifications";

    explicit NotificationServer(QObject* parent)
        : QDBusAbstractInterface(QLatin1String(kName), QLatin1String(kPath), kName,
            QDBusConnection::sessionBus(), parent)
    {
    }

Q_SIGNALS:
    // Named as they are on the bus.
    void ActionInvoked(uint id, const QString& action);
    void NotificationClosed(uint id, uint reason);
};

} // namespace app
