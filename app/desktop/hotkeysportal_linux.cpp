// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/hotkeysportal_p.h"

#include "app/desktop/keysyms_p.h"

#include <QDBusArgument>
#include <QDBusMetaType>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

using namespace Qt::StringLiterals;

namespace app {

namespace {

const QString kService = u"org.freedesktop.portal.Desktop"_s;
const QString kPath = u"/org/freedesktop/portal/desktop"_s;
constexpr auto kShortcuts = "org.freedesktop.portal.GlobalShortcuts";

} // namespace

QDBusArgument& operator<<(QDBusArgument& argument, const PortalShortcut& shortcut)
{
    argument.beginStructure();
    argument << shortcut.id << shortcut.details;
    argument.endStructure();
    return argument;
}

const QDBusArgument& operator>>(const QDBusArgument& argument, PortalShortcut& shortcut)
{
    argument.beginStructure();
    argument >> shortcut.id >> shortcut.details;
    argument.endStructure();
    return argument;
}

ShortcutsPortal::ShortcutsPortal(QObject* parent)
    : QDBusAbstractInterface(kService, kPath, kShortcuts, QDBusConnection::sessionBus(), parent)
{
}

PortalRequest::PortalRequest(const QString& path, QObject* parent)
    : QDBusAbstractInterface(
        kService, path, "org.freedesktop.portal.Request", QDBusConnection::sessionBus(), parent)
{
}

PortalHotkeys::PortalHotkeys(QObject* parent)
    : Hotkeys(parent)
    , m_bus(QDBusConnection::sessionBus())
{
    if (!m_bus.isConnected()) {
        setState(impossibleText(), {});
        return;
    }
    // QtDBus looks for the types of a signal by their names, and listens to none that has one
    // which nobody has registered yet (Qt 6.4).
    qRegisterMetaType<QDBusObjectPath>();
    qDBusRegisterMetaType<PortalShortcut>();
    qDBusRegisterMetaType<QList<PortalShortcut>>();
    auto* portal = new ShortcutsPortal(this);
    connect(portal, &ShortcutsPortal::Activated, this,
        [this](const QDBusObjectPath& session, const QString& id) {
            if (session == m_session) {
                Q_EMIT pressed(id);
            }
        });
    m_watcher.setConnection(m_bus);
    m_watcher.setWatchMode(QDBusServiceWatcher::WatchForRegistration);
    m_watcher.addWatchedService(kService);
    connect(&m_watcher, &QDBusServiceWatcher::serviceRegistered, this, [this] {
        m_session = {}; // it ended with the one before
        askWhetherThere();
        restart();
    });
    askWhetherThere();
}

PortalHotkeys::~PortalHotkeys()
{
    closeSession();
}

void PortalHotkeys::askWhetherThere()
{
    QDBusMessage question = QDBusMessage::createMethodCall(
        kService, kPath, u"org.freedesktop.DBus.Properties"_s, u"Get"_s);
    question.setArguments({ QLatin1String(kShortcuts), u"version"_s });
    auto* answer = new QDBusPendingCallWatcher(m_bus.asyncCall(question), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer] {
        const QDBusPendingReply<QVariant> reply = *answer;
        if (reply.isError()) {
            setState(impossibleText(), {});
        } else if (!impossible().isEmpty()) {
            setState({}, faults());
        }
        answer->deleteLater();
    });
}

void PortalHotkeys::set(const QList<Hotkey>& wanted)
{
    if (wanted != m_wanted) {
        m_wanted = wanted;
        restart();
    }
}

/// The keys of a session are bound once: others want another session.
void PortalHotkeys::restart()
{
    ++m_generation;
    closeSession();
    if (!m_bus.isConnected()) {
        return;
    }
    if (m_wanted.isEmpty()) {
        setState(impossible(), {});
    } else {
        openSession();
    }
}

void PortalHotkeys::closeSession()
{
    if (!m_session.path().isEmpty()) {
        m_bus.send(QDBusMessage::createMethodCall(
            kService, m_session.path(), u"org.freedesktop.portal.Session"_s, u"Close"_s));
        m_session = {};
    }
}

void PortalHotkeys::request(
    const QString& method, QVariantList arguments, QVariantMap options, const Answered& answered)
{
    // Where the answer will come is known before: one that came early would be missed otherwise.
    const QString token = u"plexm8_%1"_s.arg(++m_requests);
    const QString client = m_bus.baseService().mid(1).replace(u'.', u'_');
    auto* waiting = new PortalRequest(u"%1/request/%2/%3"_s.arg(kPath, client, token), this);
    const auto take = [this, waiting, answered, generation = m_generation](
                          uint code, const QVariantMap& results) {
        waiting->deleteLater();
        if (generation == m_generation) {
            answered(code, results);
        }
    };
    connect(waiting, &PortalRequest::Response, this, take);
    options.insert(u"handle_token"_s, token);
    arguments.append(options);
    QDBusMessage call
        = QDBusMessage::createMethodCall(kService, kPath, QLatin1String(kShortcuts), method);
    call.setArguments(arguments);
    auto* sent = new QDBusPendingCallWatcher(m_bus.asyncCall(call), this);
    connect(sent, &QDBusPendingCallWatcher::finished, waiting,
        [this, sent, waiting, generation = m_generation] {
            if (sent->isError()) {
                waiting->deleteLater();
                if (generation == m_generation) {
                    setState(impossibleText(), {});
                }
            }
        });
    connect(sent, &QDBusPendingCallWatcher::finished, sent, &QObject::deleteLater);
}

void PortalHotkeys::openSession()
{
    request(u"CreateSession"_s, {}, { { u"session_handle_token"_s, u"plexm8"_s } },
        [this](uint code, const QVariantMap& results) {
            const QString session = results.value(u"session_handle"_s).toString();
            if (code != 0 || session.isEmpty()) {
                setState(impossibleText(), {});
                return;
            }
            m_session = QDBusObjectPath(session);
            bind();
        });
}

void PortalHotkeys::bind()
{
    QList<PortalShortcut> shortcuts;
    for (const Hotkey& hotkey : std::as_const(m_wanted)) {
        QVariantMap details { { u"description"_s, hotkey.text } };
        if (const QString trigger = triggerOf(hotkey.keys[0]); !trigger.isEmpty()) {
            details.insert(u"preferred_trigger"_s, trigger);
        }
        shortcuts.append({ hotkey.id, details });
    }
    request(u"BindShortcuts"_s,
        { QVariant::fromValue(m_session), QVariant::fromValue(shortcuts), QString() }, {},
        [this](uint code, const QVariantMap& results) { takeBound(code, results); });
}

void PortalHotkeys::takeBound(uint code, const QVariantMap& results)
{
    const auto bound = qdbus_cast<QList<PortalShortcut>>(results.value(u"shortcuts"_s));
    QMap<QString, QString> faults;
    for (const Hotkey& hotkey : std::as_const(m_wanted)) {
        if (code != 0 || std::ranges::find(bound, hotkey.id, &PortalShortcut::id) == bound.end()) {
            faults.insert(hotkey.id, tr("The desktop did not allow this key."));
        }
    }
    setState({}, faults);
}

} // namespace app
