// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHostAddress>
#include <QObject>
#include <QTimer>

namespace net {

/// Tells when this computer's network has changed: another Wi-Fi, a cable, a VPN.
///
/// The computer's own addresses are compared every 5 s; whoever has a connection hears sooner that
/// it broke. Thread: UI. Cost: under 0.2 ms each time.
class NetworkWatch : public QObject
{
    Q_OBJECT
public:
    explicit NetworkWatch(QObject* parent = nullptr);

Q_SIGNALS:
    /// Half a second after the last of a burst of changes.
    void changed();

private:
    void compare();

    QList<QHostAddress> m_addresses;
    QTimer m_poll { this };
    QTimer m_settle { this };
};

} // namespace net
