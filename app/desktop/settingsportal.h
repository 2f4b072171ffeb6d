// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusAbstractInterface>
#include <QDBusConnection>
#include <QDBusVariant>

namespace app {

/// The portal through which a desktop tells its settings to any program. Thread: UI.
class SettingsPortal final : public QDBusAbstractInterface
{
    Q_OBJECT

public:
    static constexpr auto kInterface = "org.freedesktop.portal.Settings";

    SettingsPortal(const QString& service, const QString& path, QObject* parent)
        : QDBusAbstractInterface(service, path, kInterface, QDBusConnection::sessionBus(), parent)
    {
    }

Q_SIGNALS:
    // Named as it is on the bus.
    void SettingChanged(const QString& group, const QString& key, const QDBusVariant& value);
};

} // namespace app
