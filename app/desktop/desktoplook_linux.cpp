// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/desktoplook.h"

#include "app/desktop/settingsportal.h"

#include <QDBusConnection>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>

using namespace Qt::StringLiterals;

namespace app {

namespace {

const QString kService = u"org.freedesktop.portal.Desktop"_s;
const QString kPath = u"/org/freedesktop/portal/desktop"_s;

struct Name
{
    QString group;
    QString key;
    bool operator==(const Name&) const = default;
};

/// 1 is more of it; newer desktops.
const Name kContrast { u"org.freedesktop.appearance"_s, u"contrast"_s };
const Name kGnomeContrast { u"org.gnome.desktop.a11y.interface"_s, u"high-contrast"_s };
const Name kAnimations { u"org.gnome.desktop.interface"_s, u"enable-animations"_s };

/// Read() wraps its answer twice, SettingChanged once.
QVariant unwrapped(QVariant value)
{
    for (int depth = 0; depth < 3 && value.canConvert<QDBusVariant>(); ++depth) {
        value = value.value<QDBusVariant>().variant();
    }
    return value;
}

} // namespace

class DesktopLook::Watch final : public QObject
{
public:
    explicit Watch(DesktopLook& owner)
        : m_owner(owner)
    {
        if (!QDBusConnection::sessionBus().isConnected()) {
            return;
        }
        auto* portal = new SettingsPortal(kService, kPath, this);
        connect(portal, &SettingsPortal::SettingChanged, this,
            [this](const QString& group, const QString& key, const QDBusVariant& value) {
                take({ group, key }, value.variant());
            });
        for (const Name& name : { kContrast, kGnomeContrast, kAnimations }) {
            ask(name);
        }
    }

    [[nodiscard]] bool wantsContrast() const { return m_contrast || m_gnomeContrast; }
    [[nodiscard]] bool wantsMotion() const { return m_animations; }

private:
    void ask(const Name& name)
    {
        QDBusMessage question = QDBusMessage::createMethodCall(
            kService, kPath, QLatin1String(SettingsPortal::kInterface), u"Read"_s);
        question.setArguments({ name.group, name.key });
        auto* answer
            = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(question), this);
        connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer, name] {
            const QDBusPendingReply<QVariant> reply = *answer;
            if (!reply.isError()) {
                take(name, reply.value());
            }
            answer->deleteLater();
        });
    }

    void take(const Name& name, const QVariant& told)
    {
        const bool hadContrast = wantsContrast();
        const bool hadMotion = wantsMotion();
        const QVariant value = unwrapped(told);
        if (name == kContrast) {
            m_contrast = value.toUInt() == 1;
        } else if (name == kGnomeContrast) {
            m_gnomeContrast = value.toBool();
        } else if (name == kAnimations) {
            m_animations = value.toBool();
        }
        if (hadContrast != wantsContrast() || hadMotion != wantsMotion()) {
            Q_EMIT m_owner.changed();
        }
    }

    DesktopLook& m_owner;
    bool m_contrast = false;
    bool m_gnomeContrast = false;
    bool m_animations = true;
};

DesktopLook::DesktopLook(QObject* parent)
    : QObject(parent)
    , m_watch(std::make_unique<Watch>(*this))
{
}

DesktopLook::~DesktopLook() = default;

bool DesktopLook::wantsContrast() const
{
    return m_watch->wantsContrast();
}

bool DesktopLook::wantsMotion() const
{
    return m_watch->wantsMotion();
}

} // namespace app
