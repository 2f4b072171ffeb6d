// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusPendingCall>
#include <QDBusVariant>
#include <QTest>

namespace support {

/// Another program on the bus: what it sends goes over the bus, though it lives in this process.
[[nodiscard]] inline QDBusConnection otherProgram()
{
    return QDBusConnection::connectToBus(
        QDBusConnection::SessionBus, QStringLiteral("otherProgram"));
}

/// A call over the bus. The event loop turns: the other side may live in this process.
inline QDBusMessage callOnBus(const QString& service, const QString& path, const QString& interface,
    const QString& method, const QVariantList& arguments = {})
{
    QDBusMessage message = QDBusMessage::createMethodCall(service, path, interface, method);
    message.setArguments(arguments);
    const QDBusPendingCall pending = otherProgram().asyncCall(message, 5000);
    (void)QTest::qWaitFor([&pending] { return pending.isFinished(); }, 6000);
    return pending.reply();
}

[[nodiscard]] inline QVariant valueOnBus(
    const QString& service, const QString& path, const QString& interface, const QString& name)
{
    const QDBusMessage reply
        = callOnBus(service, path, QStringLiteral("org.freedesktop.DBus.Properties"),
            QStringLiteral("Get"), { interface, name });
    return reply.arguments().isEmpty()
        ? QVariant()
        : reply.arguments().constFirst().value<QDBusVariant>().variant();
}

[[nodiscard]] inline bool isOnBus(const QString& service)
{
    return otherProgram().interface()->isServiceRegistered(service).value();
}

} // namespace support
