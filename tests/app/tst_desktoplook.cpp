// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/desktoplook.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVariant>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QString kPath = u"/org/freedesktop/portal/desktop"_s;

/// What answers in place of a desktop: its settings, as the portal hands them out.
class Portal final : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")

public:
    QHash<QString, QVariant> values;

public Q_SLOTS:
    // Named as on the bus. The real one wraps the value once more.
    QDBusVariant Read(const QString& group, const QString& key)
    {
        return QDBusVariant(
            QVariant::fromValue(QDBusVariant(values.value(group + u' ' + key, 0U))));
    }
};

} // namespace

/// What the desktop says of contrast and motion, over a bus of its own.
class TestDesktopLook : public QObject
{
    Q_OBJECT

    QProcess m_bus;
    Portal m_portal;

    void tell(const QString& group, const QString& key, const QVariant& value)
    {
        m_portal.values.insert(group + u' ' + key, value);
        QDBusMessage signal = QDBusMessage::createSignal(
            kPath, u"org.freedesktop.portal.Settings"_s, u"SettingChanged"_s);
        signal.setArguments({ group, key, QVariant::fromValue(QDBusVariant(value)) });
        QVERIFY(QDBusConnection::sessionBus().send(signal));
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_bus.start(u"dbus-daemon"_s, { u"--session"_s, u"--nofork"_s, u"--print-address"_s });
        QVERIFY(m_bus.waitForReadyRead(10'000));
        qputenv("DBUS_SESSION_BUS_ADDRESS", m_bus.readLine().trimmed());
        QDBusConnection bus = QDBusConnection::sessionBus();
        QVERIFY(bus.isConnected());
        QVERIFY(bus.registerObject(kPath, &m_portal, QDBusConnection::ExportAllSlots));
        QVERIFY(bus.registerService(u"org.freedesktop.portal.Desktop"_s));
    }
    void cleanupTestCase()
    {
        QDBusConnection::disconnectFromBus(QDBusConnection::sessionBus().name());
        m_bus.kill();
        QVERIFY(m_bus.waitForFinished());
    }
    void init()
    {
        m_portal.values = { { u"org.gnome.desktop.interface enable-animations"_s, true } };
    }

    void whatIsSaidAtFirstIsRead()
    {
        m_portal.values = { { u"org.freedesktop.appearance contrast"_s, 1U },
            { u"org.gnome.desktop.interface enable-animations"_s, false } };
        const app::DesktopLook look;
        QVERIFY(!look.wantsContrast()); // nobody waits for the answer
        QVERIFY(look.wantsMotion());
        QTRY_VERIFY(look.wantsContrast());
        QTRY_VERIFY(!look.wantsMotion());
    }

    void whatChangesIsTold()
    {
        const app::DesktopLook look;
        QSignalSpy changed(&look, &app::DesktopLook::changed);
        QVERIFY(!changed.wait(100)); // the answers say nothing new
        tell(u"org.gnome.desktop.interface"_s, u"enable-animations"_s, false);
        QTRY_VERIFY(!look.wantsMotion());
        tell(u"org.gnome.desktop.a11y.interface"_s, u"high-contrast"_s, true);
        QTRY_VERIFY(look.wantsContrast());
        QCOMPARE(changed.size(), 2);
        tell(u"org.freedesktop.appearance"_s, u"contrast"_s, 1U);
        tell(u"org.gnome.desktop.a11y.interface"_s, u"high-contrast"_s, false);
        tell(u"org.freedesktop.appearance"_s, u"contrast"_s, 0U);
        QTRY_VERIFY(!look.wantsContrast()); // only when nobody says so any more
        QCOMPARE(changed.size(), 3);
    }

    void whatIsNotMeantIsPassedOver()
    {
        const app::DesktopLook look;
        QSignalSpy changed(&look, &app::DesktopLook::changed);
        tell(u"org.freedesktop.appearance"_s, u"color-scheme"_s, 1U);
        tell(u"org.freedesktop.appearance"_s, u"contrast"_s, u"strange"_s);
        QVERIFY(!changed.wait(200));
    }
};

QTEST_GUILESS_MAIN(TestDesktopLook)
#include "tst_desktoplook.moc"
