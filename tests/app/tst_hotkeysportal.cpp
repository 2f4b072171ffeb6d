// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/hotkeysportal_p.h"
#include "app/desktop/keysyms_p.h"
#include "tests/support/await.h"
#include "tests/support/bus.h"
#include "tests/support/x11session.h"

#include <QDBusArgument>
#include <QDBusContext>
#include <QDBusMetaType>
#include <QGuiApplication>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using app::Hotkey;
using app::PortalHotkeys;
using app::PortalShortcut;

namespace {

const QString kService = u"org.freedesktop.portal.Desktop"_s;
const QString kPath = u"/org/freedesktop/portal/desktop"_s;
const QString kShortcuts = u"org.freedesktop.portal.GlobalShortcuts"_s;

/// What answers in place of a desktop, on a connection of its own: asks nobody, and answers by a
/// signal, as portals do.
class Portal final : public QObject, protected QDBusContext
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.GlobalShortcuts")
    Q_PROPERTY(uint version READ version)

public:
    uint answer = 0; ///< 1: the user says no
    QStringList refused; ///< ids that get no key
    QList<PortalShortcut> bound;
    QStringList sessions; ///< that were opened
    bool answersBefore = false; ///< the call returns

    [[nodiscard]] uint version() const { return 1; }
    [[nodiscard]] bool start()
    {
        QDBusConnection bus = support::otherProgram();
        return bus.registerObject(kPath, this,
                   QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllProperties)
            && bus.registerService(kService);
    }
    static void end()
    {
        QDBusConnection bus = support::otherProgram();
        bus.unregisterService(kService);
        bus.unregisterObject(kPath);
    }
    void activate(const QString& id, const QString& session = {}) const
    {
        QDBusMessage signal = QDBusMessage::createSignal(kPath, kShortcuts, u"Activated"_s);
        signal.setArguments({ QVariant::fromValue(QDBusObjectPath(
                                  session.isEmpty() ? sessions.constLast() : session)),
            id, qulonglong(1), QVariantMap() });
        QVERIFY(support::otherProgram().send(signal));
    }

public Q_SLOTS:
    // Named as they are on the bus.
    QDBusObjectPath CreateSession(const QVariantMap& options)
    {
        sessions.append(kPath
            + u"/session/%1/%2%3"_s
                  .arg(client(), options.value(u"session_handle_token"_s).toString())
                  .arg(sessions.size()));
        return respond(options, { { u"session_handle"_s, sessions.constLast() } });
    }
    QDBusObjectPath BindShortcuts(const QDBusObjectPath& session,
        const QList<app::PortalShortcut>& shortcuts, const QString&, const QVariantMap& options)
    {
        if (session.path() != sessions.constLast()) {
            sendErrorReply(QDBusError::AccessDenied);
            return {};
        }
        bound = shortcuts;
        QList<PortalShortcut> given = shortcuts;
        given.removeIf([this](const PortalShortcut& each) { return refused.contains(each.id); });
        return respond(options, { { u"shortcuts"_s, QVariant::fromValue(given) } });
    }

private:
    [[nodiscard]] QString client() const { return message().service().mid(1).replace(u'.', u'_'); }
    QDBusObjectPath respond(const QVariantMap& options, const QVariantMap& results)
    {
        const QString path = kPath
            + u"/request/%1/%2"_s.arg(client(), options.value(u"handle_token"_s).toString());
        QDBusMessage signal
            = QDBusMessage::createSignal(path, u"org.freedesktop.portal.Request"_s, u"Response"_s);
        signal.setArguments({ answer, answer == 0 ? results : QVariantMap() });
        const auto send = [signal] { QVERIFY(support::otherProgram().send(signal)); };
        if (answersBefore) {
            send();
        } else {
            QMetaObject::invokeMethod(this, send, Qt::QueuedConnection);
        }
        return QDBusObjectPath(path);
    }
};

QList<Hotkey> two()
{
    return { { u"four"_s, u"Four stars"_s, QKeySequence(u"Ctrl+Alt+4"_s) },
        { u"pause"_s, u"Pause"_s, QKeySequence(u"Meta+Shift+F9"_s) } };
}

} // namespace

/// Keys by the portal that desktops with Wayland have, over a private bus.
class TestHotkeysPortal : public QObject
{
    Q_OBJECT

    std::unique_ptr<Portal> m_portal;

private Q_SLOTS:
    void initTestCase()
    {
        qDBusRegisterMetaType<PortalShortcut>();
        qDBusRegisterMetaType<QList<PortalShortcut>>();
    }
    void init()
    {
        m_portal = std::make_unique<Portal>();
        QVERIFY(m_portal->start());
    }
    void cleanup()
    {
        Portal::end();
        m_portal.reset();
    }

    void theDesktopIsAskedForTheKeys_data()
    {
        QTest::addColumn<bool>("answersBefore");
        QTest::newRow("the answer comes later") << false;
        QTest::newRow("the answer comes before the call returns") << true;
    }
    void theDesktopIsAskedForTheKeys()
    {
        QFETCH(const bool, answersBefore);
        m_portal->answersBefore = answersBefore;
        PortalHotkeys hotkeys;
        QSignalSpy pressed(&hotkeys, &app::Hotkeys::pressed);
        hotkeys.set(two());
        QTRY_COMPARE(m_portal->bound.size(), 2);
        QCOMPARE(m_portal->bound.at(0).id, u"four"_s);
        const QVariantMap details = m_portal->bound.at(0).details;
        QCOMPARE(details.value(u"description"_s).toString(), u"Four stars"_s);
        QCOMPARE(details.value(u"preferred_trigger"_s).toString(), u"CTRL+ALT+4"_s);
        QCOMPARE(m_portal->bound.at(1).details.value(u"preferred_trigger"_s).toString(),
            u"SHIFT+LOGO+F9"_s);
        support::turn(100ms);
        m_portal->activate(u"four"_s);
        QTRY_COMPARE(pressed.size(), 1);
        QCOMPARE(pressed.constFirst().constFirst().toString(), u"four"_s);
        m_portal->activate(u"four"_s, kPath + u"/session/of/another"_s);
        support::turn(200ms);
        QCOMPARE(pressed.size(), 1);
        QVERIFY(hotkeys.impossible().isEmpty() && hotkeys.faults().isEmpty());
    }

    void withoutAKeyNobodyIsAsked()
    {
        PortalHotkeys hotkeys;
        hotkeys.set({});
        support::turn(300ms);
        QVERIFY(m_portal->sessions.isEmpty());
        QVERIFY(hotkeys.impossible().isEmpty());
    }

    void otherKeysAreAnotherSession()
    {
        PortalHotkeys hotkeys;
        hotkeys.set(two());
        QTRY_COMPARE(m_portal->bound.size(), 2);
        hotkeys.set(two().mid(0, 1));
        QTRY_COMPARE(m_portal->bound.size(), 1);
        QCOMPARE(m_portal->sessions.size(), 2);
        support::turn(100ms);
        QSignalSpy pressed(&hotkeys, &app::Hotkeys::pressed);
        m_portal->activate(u"pause"_s, m_portal->sessions.constFirst());
        m_portal->activate(u"four"_s);
        QTRY_COMPARE(pressed.size(), 1);
        QCOMPARE(pressed.constFirst().constFirst().toString(), u"four"_s);
    }

    void aKeyThatTheDesktopDoesNotGiveIsReported()
    {
        m_portal->refused = { u"pause"_s };
        PortalHotkeys hotkeys;
        hotkeys.set(two());
        QTRY_COMPARE(hotkeys.faults().keys(), QStringList { u"pause"_s });
        QVERIFY(hotkeys.impossible().isEmpty());
    }

    void whoSaysNoIsToldThatNoKeyWorks()
    {
        m_portal->answer = 1;
        PortalHotkeys hotkeys;
        hotkeys.set(two());
        QTRY_VERIFY(!hotkeys.impossible().isEmpty());
    }

    void aDesktopWithoutThePortalIsSaidToHaveNone()
    {
        Portal::end();
        PortalHotkeys hotkeys;
        QTRY_VERIFY(!hotkeys.impossible().isEmpty());
        hotkeys.set(two());
        support::turn(200ms);
        QVERIFY(!hotkeys.impossible().isEmpty());
        QVERIFY(m_portal->start()); // it comes with the desktop, later than the program
        QTRY_VERIFY(hotkeys.impossible().isEmpty());
        QTRY_COMPARE(m_portal->bound.size(), 2);
    }

    void itIsChosenWhereThereIsNoX11()
    {
        const auto chosen = app::makeHotkeys();
        QVERIFY(dynamic_cast<PortalHotkeys*>(chosen.get())); // nothing but a screen in memory
    }

    void keysHaveTheNamesOfXkb_data()
    {
        QTest::addColumn<QString>("keys");
        QTest::addColumn<QString>("trigger");
        QTest::newRow("letter") << u"Ctrl+Q"_s << u"CTRL+q"_s;
        QTest::newRow("media key") << u"Media Next"_s << u"XF86AudioNext"_s;
        QTest::newRow("arrow") << u"Alt+Shift+Left"_s << u"ALT+SHIFT+Left"_s;
        QTest::newRow("sign") << u"Ctrl+,"_s << u"CTRL+comma"_s;
        QTest::newRow("without a name") << u"Ctrl+Ä"_s << QString();
    }
    void keysHaveTheNamesOfXkb()
    {
        QFETCH(const QString, keys);
        QFETCH(const QString, trigger);
        QCOMPARE(app::triggerOf(QKeySequence(keys)[0]), trigger);
    }
};

int main(int argc, char** argv)
{
    if (const auto code = support::runOnPrivateBus(argc, argv)) {
        return *code;
    }
    QGuiApplication application(argc, argv);
    TestHotkeysPortal test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_hotkeysportal.moc"
