// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/notifier.h"
#include "tests/app/running.h"
#include "tests/support/bus.h"
#include "tests/support/stallguard.h"
#include "tests/support/x11session.h"

#include <QSignalSpy>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using support::await;
using support::Running;

namespace {

const QString kService = u"org.freedesktop.Notifications"_s;
const QString kPath = u"/org/freedesktop/Notifications"_s;

/// A notice as a desktop is told of it.
struct Shown
{
    uint id = 0;
    uint replaces = 0;
    QString summary {};
    QString body {};
    QStringList actions {};
    QVariantMap hints {};
};

/// What answers in place of a desktop, on a connection of its own.
class Desktop final : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    QStringList abilities { u"actions"_s, u"body"_s, u"body-markup"_s };
    QList<Shown> shown;

    [[nodiscard]] bool start()
    {
        QDBusConnection bus = support::otherProgram();
        return bus.registerObject(kPath, this, QDBusConnection::ExportAllSlots)
            && bus.registerService(kService);
    }
    static void end()
    {
        QDBusConnection bus = support::otherProgram();
        bus.unregisterService(kService);
        bus.unregisterObject(kPath);
    }
    static void press(uint id, const QString& action) { tell(u"ActionInvoked"_s, id, action); }
    static void close(uint id) { tell(u"NotificationClosed"_s, id, 2U); }

public Q_SLOTS:
    // Named as they are on the bus.
    QStringList GetCapabilities() { return abilities; }
    uint Notify(const QString&, uint replaces, const QString&, const QString& summary,
        const QString& body, const QStringList& actions, const QVariantMap& hints, int)
    {
        const uint id = replaces != 0 ? replaces : ++m_last;
        shown.append({ id, replaces, summary, body, actions, hints });
        return id;
    }

private:
    static void tell(const QString& signal, uint id, const QVariant& what)
    {
        QDBusMessage message = QDBusMessage::createSignal(kPath, kService, signal);
        message.setArguments({ id, what });
        QVERIFY(support::otherProgram().send(message));
    }

    uint m_last = 40;
};

app::Notice noticeOf(const QString& title, const QString& text = {})
{
    return { title, text, {}, { { u"id"_s, u"Button"_s } } };
}

} // namespace

/// What the desktop is told of ratings and tracks, over a private bus, and what its buttons do.
class TestNotifier : public QObject
{
    Q_OBJECT

    demo::Server m_server { { .tracks = 60 } };
    QTemporaryDir m_folder;
    std::unique_ptr<Desktop> m_desktop;
    std::unique_ptr<Running> m_run;

    void start()
    {
        m_run = std::make_unique<Running>(m_folder.path());
        settings().set(ui::behaviour::kTellsRatings, true);
        settings().set(ui::behaviour::kTellsTracks, false);
        QTRY_VERIFY(m_run->program.services.library.isOpen());
        QTRY_VERIFY(m_run->program.session.server());
        QTRY_VERIFY(rateMenu() && !rateMenu()->actions().isEmpty());
        m_run->play();
        QTRY_VERIFY(rateMenu()->menuAction()->isEnabled());
        const auto isRated = [this] {
            app::Services& services = m_run->program.services;
            const auto rated = await(services.ratings.rateKeys(
                services.library.key(), { track(0).ratingKey }, types::Rating::fromStars(1)));
            return rated || rated.error().code == util::Error::Code::Conflict;
        };
        QTRY_VERIFY(isRated()); // not before it is known whose changes these are
        QTRY_COMPARE(atServer(0), std::optional(2.0));
    }
    settings::Settings& settings() { return m_run->program.services.settings; }
    static QMenu* rateMenu()
    {
        for (QWidget* widget : QApplication::topLevelWidgets()) {
            if (widget->objectName() == "trayMenu"_L1) {
                return widget->findChild<QMenu*>(u"trayRate"_s);
            }
        }
        return nullptr;
    }
    /// In the menu of the tray.
    static void rate(const QString& text)
    {
        for (QAction* action : rateMenu()->actions()) {
            if (action->text() == text) {
                action->trigger();
                return;
            }
        }
        QFAIL("there is no such rating");
    }
    types::TrackRow track(int row)
    {
        return *m_run->find<ui::TrackTable>(u"tracksTable"_s)->trackRows()->track(row);
    }
    std::optional<double> atServer(int row)
    {
        return m_server.rating(track(row).ratingKey.value.toULongLong());
    }
    QString toldOf(int row, const types::OptionalRating& rating)
    {
        return u"%1 – %2"_s.arg(track(row).title, rating::ratingText(rating));
    }
    const Shown& last() { return m_desktop->shown.constLast(); }

private Q_SLOTS:
    void initTestCase()
    {
        const demo::Endpoints endpoints = m_server.start().value();
        support::Program program(m_folder.path());
        const auto address = account::parseServerAddress(endpoints.pms.toString());
        QVERIFY(await(program.session.connectTo(*address, endpoints.token)));
        QVERIFY(await(program.session.sync({})));
    }
    void init()
    {
        m_desktop = std::make_unique<Desktop>();
        QVERIFY(m_desktop->start());
    }
    void cleanup()
    {
        m_run.reset();
        Desktop::end();
        m_desktop.reset();
    }

    void aRatingIsToldAndTakenBack()
    {
        start();
        QTRY_VERIFY(rateMenu()->actions().size() > 10);
        rate(u"4½ stars"_s);
        QTRY_COMPARE(atServer(0), std::optional(9.0));
        QTRY_COMPARE(m_desktop->shown.size(), 1);
        QCOMPARE(last().summary, toldOf(0, types::Rating::fromStars(4.5)));
        QCOMPARE(last().body, track(0).artist.toHtmlEscaped());
        QCOMPARE(last().replaces, 0U);
        QCOMPARE(last().actions.size(), 2);
        QCOMPARE(last().actions.constLast(), u"Undo"_s);
        QCOMPARE(last().hints.value(u"desktop-entry"_s).toString(), u"org.plexm8.PlexM8"_s);
        const uint id = last().id;
        const QString undo = last().actions.constFirst();
        Desktop::press(id + 1, undo); // somebody else's
        Desktop::press(id, u"nonsense"_s);
        support::turn(200ms);
        QCOMPARE(atServer(0), std::optional(9.0));
        Desktop::press(id, undo);
        QTRY_COMPARE(atServer(0), std::optional(2.0));
        QTRY_COMPARE(m_desktop->shown.size(), 2);
        QCOMPARE(last().summary, toldOf(0, types::Rating::fromStars(1)));
        QCOMPARE(last().replaces, id);
        QVERIFY(last().actions.isEmpty());
    }

    void theNextRatingTakesThePlaceOfTheOneBefore()
    {
        start();
        rate(u"3 stars"_s);
        QTRY_COMPARE(m_desktop->shown.size(), 1);
        const uint id = last().id;
        rate(u"No rating"_s);
        QTRY_COMPARE(m_desktop->shown.size(), 2);
        QCOMPARE(last().replaces, id);
        QCOMPARE(last().summary, toldOf(0, {}));
        Desktop::close(id);
        support::turn(200ms);
        rate(u"5 stars"_s);
        QTRY_COMPARE(m_desktop->shown.size(), 3);
        QCOMPARE(last().replaces, 0U);
        rate(u"5 stars"_s); // it has them: told again, with nothing to take back
        QTRY_COMPARE(m_desktop->shown.size(), 4);
        QVERIFY(last().actions.isEmpty());
    }

    void nothingIsToldWhereThatIsNotWishedFor()
    {
        start();
        settings().set(ui::behaviour::kTellsRatings, false);
        rate(u"2 stars"_s);
        QTRY_COMPARE(atServer(0), std::optional(4.0));
        support::turn(300ms);
        QVERIFY(m_desktop->shown.isEmpty());
    }

    void aTrackThatBeginsIsToldWithStarsToGive()
    {
        start();
        m_run->window()->hide();
        support::turn(900ms);
        QVERIFY(m_desktop->shown.isEmpty()); // it is off
        settings().set(ui::behaviour::kTellsTracks, true);
        m_server.setRating(track(1).ratingKey.value.toULongLong(), {});
        QAction* next = nullptr;
        for (QWidget* widget : QApplication::topLevelWidgets()) {
            next = next ? next : widget->findChild<QAction*>(u"trayNext"_s);
        }
        next->trigger();
        QTRY_COMPARE(m_desktop->shown.size(), 1);
        QCOMPARE(last().summary, track(1).title);
        QCOMPARE(last().actions.size(), 6);
        QCOMPARE(last().actions.at(5), rating::ratingText(types::Rating::fromStars(5)));
        const QUrl cover(last().hints.value(u"image-path"_s).toString());
        QVERIFY(cover.isLocalFile() && !QImage(cover.toLocalFile()).isNull());
        const Shown asked = last();
        settings().set(ui::behaviour::kTellsTracks, false);
        next->trigger(); // what is shown is of the one before
        Desktop::press(asked.id, asked.actions.at(4)); // five
        QTRY_COMPARE(atServer(1), std::optional(10.0));
        QTRY_COMPARE(last().summary, toldOf(1, types::Rating::fromStars(5)));
    }

    void aDesktopWithoutButtonsGetsNone()
    {
        m_desktop->abilities = { u"body"_s };
        app::Notifier notifier;
        notifier.show(noticeOf(u"<b>A</b> & B"_s, u"<i>C</i> & D"_s));
        QTRY_COMPARE(m_desktop->shown.size(), 1);
        QVERIFY(last().actions.isEmpty());
        QCOMPARE(last().body, u"<i>C</i> & D"_s);
    }

    void whatIsMarkUpToADesktopIsEscaped()
    {
        app::Notifier notifier;
        notifier.show(noticeOf(u"<b>A</b> & B"_s, u"<i>C</i> & D"_s));
        QTRY_COMPARE(m_desktop->shown.size(), 1);
        QCOMPARE(last().summary, u"<b>A</b> & B"_s); // plain by the specification
        QCOMPARE(last().body, u"&lt;i&gt;C&lt;/i&gt; &amp; D"_s);
    }

    void ofSeveralAtOnceTheLastIsShownInOnePlace()
    {
        app::Notifier notifier;
        for (int i = 0; i < 20; ++i) {
            notifier.show(noticeOf(QString::number(i)));
        }
        QTRY_VERIFY(!m_desktop->shown.isEmpty() && last().summary == u"19"_s);
        support::turn(200ms);
        QVERIFY(m_desktop->shown.size() <= 2);
        for (const Shown& each : m_desktop->shown) {
            QCOMPARE(each.id, last().id);
        }
    }

    void aDesktopThatShowsNoneIsNoError()
    {
        Desktop::end();
        app::Notifier notifier;
        const QSignalSpy unshown(&notifier, &app::Notifier::unshown);
        notifier.show(noticeOf(u"A"_s));
        QTRY_COMPARE(unshown.size(), 1);
        QVERIFY(m_desktop->start()); // one that comes later is found
        notifier.show(noticeOf(u"B"_s));
        QTRY_COMPARE(m_desktop->shown.size(), 1);
    }
};

int main(int argc, char** argv)
{
    if (const auto code = support::runOnPrivateBus(argc, argv)) {
        return *code;
    }
    support::WatchedApplication application(argc, argv);
    TestNotifier test;
    return support::runWatched(application, test, argc, argv);
}

#include "tst_notifier.moc"
