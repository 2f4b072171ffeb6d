// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/notifier.h"

#include "app/desktop/notificationserver.h"

#include <QDBusConnection>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <optional>

using namespace Qt::StringLiterals;

// Desktop Notifications Specification 1.2.
namespace app {

namespace {

const QString kService = QLatin1String(NotificationServer::kName);
const QString kPath = QLatin1String(NotificationServer::kPath);
constexpr int kAsTheDesktopWants = -1; ///< how long it is shown

} // namespace

/// One notice is on its way at a time, or a second one could not name the first that it replaces;
/// of those that come meanwhile only the last is shown.
class Notifier::Service final : public QObject
{
public:
    explicit Service(Notifier& owner)
        : m_owner(owner)
        , m_bus(QDBusConnection::sessionBus())
    {
    }

    void show(const Notice& notice)
    {
        m_next = notice;
        if (!m_isBusy) {
            begin();
        }
    }

private:
    void begin()
    {
        if (!m_next) {
            return;
        }
        if (!m_bus.isConnected()) {
            Q_EMIT m_owner.unshown(*std::exchange(m_next, std::nullopt));
            return;
        }
        listen();
        m_isBusy = true;
        // Asked each time: another server may have come, with other abilities.
        call(u"GetCapabilities"_s, {}, [this](const QDBusPendingCall& answer) {
            const QDBusPendingReply<QStringList> reply = answer;
            const Notice notice = *std::exchange(m_next, std::nullopt);
            if (reply.isError()) {
                finish();
                Q_EMIT m_owner.unshown(notice);
            } else {
                send(notice, reply.value());
            }
        });
    }

    void send(const Notice& notice, const QStringList& abilities)
    {
        const QString text
            = abilities.contains("body-markup"_L1) ? notice.text.toHtmlEscaped() : notice.text;
        QStringList actions;
        if (abilities.contains("actions"_L1)) {
            for (const Notice::Button& button : notice.buttons) {
                actions << button.id << button.text;
            }
        }
        QVariantMap hints {
            { u"desktop-entry"_s, u"org.plexm8.PlexM8"_s },
            { u"suppress-sound"_s, true }, // there is music
            { u"transient"_s, true }, // not to be kept in a list
        };
        if (notice.picture.isLocalFile()) {
            hints.insert(u"image-path"_s, notice.picture.toString());
        }
        call(u"Notify"_s,
            { u"PlexM8"_s, m_shown, u"org.plexm8.PlexM8"_s, notice.title, text, actions, hints,
                kAsTheDesktopWants },
            [this, notice](const QDBusPendingCall& answer) {
                const QDBusPendingReply<uint> reply = answer;
                m_shown = reply.isError() ? 0 : reply.value();
                finish();
                if (reply.isError()) {
                    Q_EMIT m_owner.unshown(notice);
                }
            });
    }

    void finish()
    {
        m_isBusy = false;
        begin();
    }

    template <class Answered>
    void call(const QString& method, const QVariantList& arguments, Answered answered)
    {
        QDBusMessage message = QDBusMessage::createMethodCall(kService, kPath, kService, method);
        message.setArguments(arguments);
        auto* answer = new QDBusPendingCallWatcher(m_bus.asyncCall(message), this);
        connect(answer, &QDBusPendingCallWatcher::finished, this, [answer, answered] {
            answer->deleteLater();
            answered(*answer);
        });
    }

    void listen()
    {
        if (m_server) {
            return;
        }
        m_server = new NotificationServer(this);
        connect(m_server, &NotificationServer::ActionInvoked, this,
            [this](uint id, const QString& action) {
                if (id == m_shown && id != 0) {
                    Q_EMIT m_owner.pressed(action);
                }
            });
        connect(m_server, &NotificationServer::NotificationClosed, this, [this](uint id) {
            if (id == m_shown) {
                m_shown = 0;
            }
        });
    }

    Notifier& m_owner;
    QDBusConnection m_bus;
    NotificationServer* m_server = nullptr; ///< a child
    std::optional<Notice> m_next;
    uint m_shown = 0; ///< the number of what is shown; 0: nothing is
    bool m_isBusy = false;
};

Notifier::Notifier(QObject* parent)
    : QObject(parent)
    , m_service(std::make_unique<Service>(*this))
{
}

Notifier::~Notifier() = default;

void Notifier::show(const Notice& notice)
{
    m_service->show(notice);
}

} // namespace app
