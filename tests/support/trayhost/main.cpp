// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusServiceWatcher>
#include <QTextStream>

using namespace Qt::StringLiterals;

namespace {

constexpr auto kName = "org.kde.StatusNotifierWatcher";

} // namespace

/// A panel without a picture: keeps the list of icons as a desktop does, and says that it shows
/// them.
class TrayHost final : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.kde.StatusNotifierWatcher")
    Q_PROPERTY(QStringList RegisteredStatusNotifierItems READ items)
    Q_PROPERTY(bool IsStatusNotifierHostRegistered READ hasPanel)
    Q_PROPERTY(int ProtocolVersion READ version)

public:
    TrayHost()
        : m_bus(QDBusConnection::sessionBus())
    {
        m_owners.setConnection(m_bus);
        m_owners.setWatchMode(QDBusServiceWatcher::WatchForUnregistration);
        connect(&m_owners, &QDBusServiceWatcher::serviceUnregistered, this,
            [this](const QString& service) {
                m_items.removeAll(service);
                Q_EMIT StatusNotifierItemUnregistered(service);
            });
    }

    [[nodiscard]] bool start()
    {
        return m_bus.registerObject(u"/StatusNotifierWatcher"_s, this,
                   QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals
                       | QDBusConnection::ExportAllProperties)
            && m_bus.registerService(QLatin1String(kName));
    }

    [[nodiscard]] QStringList items() const { return m_items; }
    [[nodiscard]] bool hasPanel() const { return m_hasPanel; }
    [[nodiscard]] int version() const { return 0; }

public Q_SLOTS:
    // Named as they are on the bus.
    void RegisterStatusNotifierItem(const QString& service)
    {
        if (!m_items.contains(service)) {
            m_items.append(service);
            m_owners.addWatchedService(service);
        }
        Q_EMIT StatusNotifierItemRegistered(service);
    }
    void RegisterStatusNotifierHost(const QString&) { showPanel(true); }
    /// For tests: the panel ends, or comes, while the list stays.
    void showPanel(bool shown)
    {
        m_hasPanel = shown;
        if (shown) {
            Q_EMIT StatusNotifierHostRegistered();
        } else {
            Q_EMIT StatusNotifierHostUnregistered();
        }
    }

Q_SIGNALS:
    void StatusNotifierItemRegistered(const QString& service);
    void StatusNotifierItemUnregistered(const QString& service);
    void StatusNotifierHostRegistered();
    void StatusNotifierHostUnregistered();

private:
    QDBusConnection m_bus;
    QDBusServiceWatcher m_owners;
    QStringList m_items;
    bool m_hasPanel = true;
};

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    TrayHost host;
    if (!host.start()) {
        return 1;
    }
    QTextStream(stdout) << "ready" << Qt::endl;
    return QCoreApplication::exec();
}

#include "main.moc"
