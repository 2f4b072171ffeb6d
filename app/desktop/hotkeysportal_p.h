// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/hotkeys.h"

#include <QDBusAbstractInterface>
#include <QDBusConnection>
#include <QDBusObjectPath>
#include <QDBusServiceWatcher>
#include <QVariantMap>
#include <functional>

class QDBusArgument;

namespace app {

/// One key as the portal has it: a name, and what is said of it.
struct PortalShortcut
{
    QString id {};
    QVariantMap details {};
};

/// As it is on the bus: a structure of both.
QDBusArgument& operator<<(QDBusArgument& argument, const PortalShortcut& shortcut);
const QDBusArgument& operator>>(const QDBusArgument& argument, PortalShortcut& shortcut);

/// The portal for keys. Thread: UI.
class ShortcutsPortal final : public QDBusAbstractInterface
{
    Q_OBJECT

public:
    explicit ShortcutsPortal(QObject* parent);

Q_SIGNALS:
    // Named as it is on the bus.
    void Activated(const QDBusObjectPath& session, const QString& id, qulonglong time,
        const QVariantMap& options);
};

/// One question to a portal, which answers it with a signal.
class PortalRequest final : public QDBusAbstractInterface
{
    Q_OBJECT

public:
    PortalRequest(const QString& path, QObject* parent);

Q_SIGNALS:
    // Named as it is on the bus.
    void Response(uint code, const QVariantMap& results);
};

/// Keys by the portal GlobalShortcuts, for Wayland: the desktop asks the user, and may give others
/// than were wished for. Version 1 of the interface (xdg-desktop-portal).
///
/// Nobody waits for the desktop. Cost: one message at first; with keys a session.
class PortalHotkeys final : public Hotkeys
{
    Q_OBJECT

public:
    explicit PortalHotkeys(QObject* parent = nullptr);
    ~PortalHotkeys() override;

    void set(const QList<Hotkey>& wanted) override;

private:
    using Answered = std::function<void(uint code, const QVariantMap& results)>;

    void askWhetherThere();
    void restart();
    void closeSession();
    void openSession();
    void bind();
    void takeBound(uint code, const QVariantMap& results);
    /// Calls @p method with @p arguments and the options, and then @p answered, unless restart()
    /// came before.
    void request(const QString& method, QVariantList arguments, QVariantMap options,
        const Answered& answered);

    QDBusConnection m_bus;
    QDBusServiceWatcher m_watcher;
    QList<Hotkey> m_wanted;
    QDBusObjectPath m_session; ///< empty: there is none
    quint64 m_generation = 0; ///< of sessions: answers to an older one are passed over
    int m_requests = 0; ///< so far: each has a name of its own
};

} // namespace app

Q_DECLARE_METATYPE(app::PortalShortcut)
