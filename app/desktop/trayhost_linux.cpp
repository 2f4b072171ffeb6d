// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/trayhost.h"

#include <QDBusAbstractInterface>
#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusServiceWatcher>
#include <QGuiApplication>
#include <QSystemTrayIcon>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace app {

namespace {

const QString kName = u"org.kde.StatusNotifierWatcher"_s;
constexpr auto kLook = std::chrono::seconds(5);

/// Whether the panel is told of icons over the bus, which Qt decides once, when it first looks.
bool isOverBus()
{
    const QDBusConnectionInterface* bus = QDBusConnection::sessionBus().interface();
    return bus && bus->isServiceRegistered(kName).value();
}

} // namespace

/// Who keeps the list of icons on the bus, as far as we ask: whether a panel shows them.
class NotifierWatcher final : public QDBusAbstractInterface
{
    Q_OBJECT

public:
    explicit NotifierWatcher(QObject* parent)
        : QDBusAbstractInterface(kName, u"/StatusNotifierWatcher"_s,
            "org.kde.StatusNotifierWatcher", QDBusConnection::sessionBus(), parent)
    {
    }

Q_SIGNALS:
    // Named as they are on the bus.
    void StatusNotifierHostRegistered();
    void StatusNotifierHostUnregistered();
};

/// Two ways lead to an icon. With StatusNotifier the desktop's watcher says when a panel comes or
/// goes. Where Qt found none of those it uses X11's own tray, which tells nobody: it is looked at.
class TrayHost::Watch final : public QObject
{
    Q_OBJECT

public:
    explicit Watch(TrayHost& owner)
        : m_owner(owner)
        , m_isOverBus(isOverBus())
        , m_isPresent(QSystemTrayIcon::isSystemTrayAvailable())
    {
        if (m_isOverBus) {
            watchBus();
        } else if (QGuiApplication::platformName() == "xcb"_L1) {
            m_look.setInterval(kLook);
            connect(&m_look, &QTimer::timeout, this,
                [this] { setPresent(QSystemTrayIcon::isSystemTrayAvailable()); });
            m_look.start();
        }
    }

    [[nodiscard]] bool isPresent() const { return m_isPresent; }

private:
    void watchBus()
    {
        auto* watcher = new NotifierWatcher(this);
        connect(watcher, &NotifierWatcher::StatusNotifierHostRegistered, this, &Watch::ask);
        connect(watcher, &NotifierWatcher::StatusNotifierHostUnregistered, this, &Watch::ask);
        auto* service = new QDBusServiceWatcher(
            kName, QDBusConnection::sessionBus(), QDBusServiceWatcher::WatchForOwnerChange, this);
        connect(service, &QDBusServiceWatcher::serviceOwnerChanged, this, &Watch::ask);
        ask();
    }

    void ask()
    {
        QDBusMessage question = QDBusMessage::createMethodCall(
            kName, u"/StatusNotifierWatcher"_s, u"org.freedesktop.DBus.Properties"_s, u"Get"_s);
        question.setAutoStartService(false);
        question.setArguments({ kName, u"IsStatusNotifierHostRegistered"_s });
        auto* answer
            = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(question), this);
        connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer] {
            const QDBusPendingReply<QVariant> reply = *answer;
            setPresent(!reply.isError() && reply.value().toBool());
            answer->deleteLater();
        });
    }

    void setPresent(bool isPresent)
    {
        if (isPresent != std::exchange(m_isPresent, isPresent)) {
            Q_EMIT m_owner.changed();
        }
    }

    TrayHost& m_owner;
    QTimer m_look;
    bool m_isOverBus;
    bool m_isPresent;
};

TrayHost::TrayHost(QObject* parent)
    : QObject(parent)
    , m_watch(std::make_unique<Watch>(*this))
{
}

TrayHost::~TrayHost() = default;

bool TrayHost::isPresent() const
{
    return m_watch->isPresent();
}

} // namespace app

#include "trayhost_linux.moc"
