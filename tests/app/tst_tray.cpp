// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/tray.h"
#include "core/settings/settings.h"
#include "tests/app/running.h"
#include "tests/support/bus.h"
#include "tests/support/stallguard.h"
#include "tests/support/x11session.h"
#include "ui/common/behaviour.h"

#include <QDBusArgument>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using support::await;
using support::callOnBus;
using support::Running;
using support::valueOnBus;
using ui::behaviour::OnClose;

namespace {

const QString kHost = u"org.kde.StatusNotifierWatcher"_s;
const QString kItem = u"org.kde.StatusNotifierItem"_s;

/// Who has a timer, and how often it ran out.
class Ticks final : public QObject
{
public:
    Ticks() { qApp->installEventFilter(this); }
    /// Who ticked more often than @p limit, or nothing if nobody did.
    [[nodiscard]] QString busiestAbove(int limit) const
    {
        const auto most = std::ranges::max_element(m_counted);
        return most == m_counted.cend() || *most <= limit
            ? QString()
            : u"%1: %2"_s.arg(m_counted.key(*most)).arg(*most);
    }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() == QEvent::Timer) {
            ++m_counted[QString::fromLatin1(watched->metaObject()->className()) + u' '
                + watched->objectName()];
        }
        return false;
    }

private:
    QHash<QString, int> m_counted;
};

} // namespace

/// The icon in the tray, with a panel on a bus that tells what it is told.
class TestTray : public QObject
{
    Q_OBJECT

    std::unique_ptr<QProcess> m_panel;
    demo::Server m_server { { .tracks = 40 } };
    QTemporaryDir m_folder;
    std::unique_ptr<Running> m_run;

    void startPanel()
    {
        QByteArray ready;
        m_panel = support::startBound(qEnvironmentVariable("PLEXM8_TRAYHOST"), {}, &ready);
        QVERIFY(m_panel);
        QCOMPARE(ready, "ready");
    }
    void endPanel()
    {
        m_panel->kill();
        QVERIFY(m_panel->waitForFinished());
    }
    static QStringList items()
    {
        return valueOnBus(
            kHost, u"/StatusNotifierWatcher"_s, kHost, u"RegisteredStatusNotifierItems"_s)
            .toStringList();
    }
    static void showPanel(bool shown)
    {
        callOnBus(kHost, u"/StatusNotifierWatcher"_s, kHost, u"showPanel"_s, { shown });
    }
    /// What a panel sends when somebody clicks.
    static void click(const QString& method)
    {
        const QStringList icons = items();
        QCOMPARE(icons.size(), 1);
        const QDBusMessage reply
            = callOnBus(icons.constFirst(), u"/StatusNotifierItem"_s, kItem, method, { 0, 0 });
        QCOMPARE(reply.type(), QDBusMessage::ReplyMessage);
    }
    static QString toolTip()
    {
        const QStringList icons = items();
        return icons.isEmpty() ? QString() : toolTipOf(icons.constFirst());
    }
    static QString toolTipOf(const QString& item)
    {
        const auto structure = valueOnBus(item, u"/StatusNotifierItem"_s, kItem, u"ToolTip"_s)
                                   .value<QDBusArgument>();
        QString icon;
        QString title;
        structure.beginStructure();
        structure >> icon;
        structure.beginArray();
        structure.endArray();
        structure >> title;
        structure.endStructure();
        return title;
    }
    /// The picture that a panel gets, as bytes.
    static QByteArray iconOf(const QString& item)
    {
        const auto list = valueOnBus(item, u"/StatusNotifierItem"_s, kItem, u"IconPixmap"_s)
                              .value<QDBusArgument>();
        QByteArray all;
        list.beginArray();
        while (!list.atEnd()) {
            int width = 0;
            int height = 0;
            QByteArray bytes;
            list.beginStructure();
            list >> width >> height >> bytes;
            list.endStructure();
            all += QByteArray::number(width) + bytes;
        }
        list.endArray();
        return all;
    }
    static QWidget* smallWindow()
    {
        for (QWidget* widget : QApplication::topLevelWidgets()) {
            if (widget->objectName() == "quickRate"_L1) {
                return widget;
            }
        }
        return nullptr;
    }
    static QWidget* trayMenu()
    {
        for (QWidget* widget : QApplication::topLevelWidgets()) {
            if (widget->objectName() == "trayMenu"_L1) {
                return widget;
            }
        }
        return nullptr;
    }
    static QAction* entry(const char* name)
    {
        for (QWidget* widget : QApplication::topLevelWidgets()) {
            if (widget->objectName() == "trayMenu"_L1) {
                return widget->findChild<QAction*>(QLatin1String(name));
            }
        }
        return nullptr;
    }
    static ui::MainWindow& window() { return *Running::window(); }
    void onClose(OnClose means) const
    {
        m_run->program.services.settings.set(ui::behaviour::kOnClose, means);
    }
    /// A program with the icon in the tray.
    void start()
    {
        m_run = std::make_unique<Running>(m_folder.path());
        QTRY_VERIFY(m_run->program.services.library.isOpen());
        QVERIFY(QTest::qWaitForWindowExposed(&window()));
        QTRY_COMPARE(items().size(), 1);
    }

private Q_SLOTS:
    void initTestCase()
    {
        startPanel(); // Qt looks for it once
        const demo::Endpoints endpoints = m_server.start().value();
        support::Program program(m_folder.path());
        const auto address = account::parseServerAddress(endpoints.pms.toString());
        QVERIFY(await(program.session.connectTo(*address, endpoints.token)));
        QVERIFY(await(program.session.sync({})));
    }
    void init() { start(); }
    void cleanup()
    {
        m_run.reset();
        QTRY_VERIFY(items().isEmpty());
    }

    void aClickHidesTheWindowAndShowsItAgain()
    {
        QTRY_VERIFY(window().isActiveWindow());
        click(u"Activate"_s);
        QTRY_VERIFY(!window().isVisible());
        QCOMPARE(entry("trayWindow")->text(), app::Tray::tr("&Show PlexM8"));
        support::turn(300ms); // the window manager puts it away, too
        QElapsedTimer time;
        time.start();
        click(u"Activate"_s);
        QVERIFY(QTest::qWaitForWindowExposed(&window()));
        const qint64 elapsed = time.elapsed();
        QTRY_VERIFY(window().isActiveWindow());
        QCOMPARE(entry("trayWindow")->text(), app::Tray::tr("&Hide PlexM8"));
        qInfo("tray to window: %lld ms", elapsed); // the figure itself is for a release build
    }

    void aMinimisedWindowComesBackByAClick()
    {
        window().showMinimized();
        QTRY_VERIFY(window().isMinimized());
        click(u"Activate"_s);
        QTRY_VERIFY(!window().isMinimized() && window().isVisible());
    }

    void theTransportWorksWithoutTheWindow()
    {
        QVERIFY(!entry("trayPlay")->isEnabled()); // nothing in the queue
        m_run->play();
        QTRY_COMPARE(entry("trayPlay")->text(), app::Tray::tr("&Pause"));
        QTRY_VERIFY(toolTip().contains(u" – "_s));
        const QString first = toolTip();
        QVERIFY(first.startsWith(entry("trayTitle")->text().replace(u"&&"_s, u"&"_s)));
        QVERIFY(first.endsWith(entry("trayArtist")->text().replace(u"&&"_s, u"&"_s)));
        click(u"Activate"_s);
        QTRY_VERIFY(!window().isVisible());
        click(u"SecondaryActivate"_s);
        QTRY_COMPARE(entry("trayPlay")->text(), app::Tray::tr("&Play"));
        click(u"SecondaryActivate"_s);
        QTRY_COMPARE(entry("trayPlay")->text(), app::Tray::tr("&Pause"));
        entry("trayNext")->trigger();
        QTRY_VERIFY(toolTip() != first);
        entry("trayPrevious")->trigger();
        QTRY_COMPARE(toolTip(), first);
    }

    void itsIconAndMenuTellWhatPlaysAndHow()
    {
        const auto icon = [] { return iconOf(items().value(0)); };
        const QByteArray idle = icon();
        m_run->play();
        QTRY_COMPARE(entry("trayPlay")->text(), app::Tray::tr("&Pause"));
        QTRY_VERIFY(icon() != idle);
        const QByteArray playing = icon();
        QTRY_VERIFY(!entry("trayTitle")->icon().isNull()); // the cover
        const types::RatingKey key
            = m_run->find<ui::TrackTable>(u"tracksTable"_s)->trackRows()->track(0)->ratingKey;
        auto& services = m_run->program.services;
        (void)await(services.ratings.rateKeys(
            services.library.key(), { key }, types::Rating::fromStars(3.5)));
        QTRY_COMPARE(entry("trayRating")->text(), u"★★★½☆"_s);
        const auto checked = [] {
            const auto lines = trayMenu()->findChild<QMenu*>(u"trayRate"_s)->actions();
            const auto found = std::ranges::find_if(lines, &QAction::isChecked);
            return found == lines.end() ? -1 : (*found)->data().toInt();
        };
        QTRY_COMPARE(checked(), 7);
        click(u"SecondaryActivate"_s);
        QTRY_VERIFY(toolTip().contains(app::Tray::tr("paused")));
        QTRY_VERIFY(icon() != playing && icon() != idle);
        const QByteArray paused = icon();
        m_server.stop();
        QTRY_VERIFY_WITH_TIMEOUT(toolTip().contains(app::Tray::tr("offline")), 30'000);
        QVERIFY(icon() != paused && icon() != playing && icon() != idle);
        QVERIFY(m_server.start());
        QTRY_VERIFY_WITH_TIMEOUT(!toolTip().contains(app::Tray::tr("offline")), 30'000);
    }

    void theMenuOpensTheSmallWindow()
    {
        m_run->play();
        QTRY_COMPARE(entry("trayPlay")->text(), app::Tray::tr("&Pause"));
        entry("trayQuickRate")->trigger();
        QTRY_VERIFY(smallWindow() && smallWindow()->isVisible());
        QTest::keyClick(smallWindow(), Qt::Key_Escape);
        QTRY_VERIFY(!smallWindow()->isVisible());
    }

    void closingAsksOnceAndThenKeepsIt()
    {
        onClose(OnClose::Ask);
        window().close();
        QTRY_VERIFY(window().findChild<QMessageBox*>(u"closeQuestion"_s));
        auto* question = window().findChild<QMessageBox*>(u"closeQuestion"_s);
        QTRY_VERIFY(question->isVisible());
        QVERIFY(window().isVisible());
        Running::answer(question, QMessageBox::YesRole);
        QTRY_VERIFY(!window().isVisible());
        click(u"Activate"_s);
        QTRY_VERIFY(window().isVisible());
        const QSignalSpy closed(&window(), &ui::MainWindow::closed);
        window().close();
        QTRY_VERIFY(!window().isVisible());
        QVERIFY(!window().findChild<QMessageBox*>(u"closeQuestion"_s));
        QCOMPARE(closed.count(), 0);
        entry("trayQuit")->trigger();
        QTRY_COMPARE(closed.count(), 1);
    }

    void pausedInTheTrayNothingTicks()
    {
        onClose(OnClose::KeepInTray);
        m_run->play();
        QTRY_COMPARE(entry("trayPlay")->text(), app::Tray::tr("&Pause"));
        window().close();
        QTRY_VERIFY(!window().isVisible());
        click(u"SecondaryActivate"_s);
        QTRY_COMPARE(entry("trayPlay")->text(), app::Tray::tr("&Play"));
        // What was begun is finished first, and how long that takes is the machine's affair; what
        // ticks for as long as it is paused does so in each of these times.
        constexpr int kTimes = 6;
        QString busiest = u"never looked"_s;
        for (int i = 0; i < kTimes && !busiest.isEmpty(); ++i) {
            const Ticks ticks;
            support::turn(5s);
            busiest = ticks.busiestAbove(5);
        }
        QVERIFY2(busiest.isEmpty(), qPrintable(busiest));
    }

    void aPanelThatEndsGivesTheWindowBack()
    {
        onClose(OnClose::KeepInTray);
        window().close();
        QTRY_VERIFY(!window().isVisible());
        showPanel(false);
        QTRY_VERIFY(window().isVisible());
        showPanel(true);
        QTRY_COMPARE(items().size(), 1);
        window().close();
        QTRY_VERIFY(!window().isVisible());
    }

    void aDesktopThatStartsAgainGetsTheIconAgain()
    {
        onClose(OnClose::KeepInTray);
        window().close();
        QTRY_VERIFY(!window().isVisible());
        endPanel();
        QTRY_VERIFY(window().isVisible());
        const QSignalSpy closed(&window(), &ui::MainWindow::closed);
        startPanel();
        QTRY_COMPARE(items().size(), 1);
        QTRY_VERIFY(m_run->window()); // it is told that there is a tray again
        click(u"Activate"_s);
        QTRY_VERIFY(!window().isVisible());
        QCOMPARE(closed.count(), 0);
    }

    void whatATitleHoldsIsNotMarkUp()
    {
        app::Tray tray;
        QTRY_COMPARE(items().size(), 2);
        app::TrayContent content;
        content.title = u"<b>a</b>\n&b"_s + QString(10'000, u'x');
        tray.show(content);
        bool isSeen = false;
        for (const QString& item : items()) {
            const QString title = toolTipOf(item);
            isSeen = isSeen || title.startsWith(u"‹b›a‹/b› &b"_s);
            QVERIFY(title.size() < 200);
            QVERIFY(!title.contains(u'<'));
        }
        QVERIFY(isSeen);
    }
};

int main(int argc, char** argv)
{
    if (const auto code = support::runInX11Session(argc, argv)) {
        return *code;
    }
    support::WatchedApplication application(argc, argv);
    TestTray test;
    return support::runWatched(application, test, argc, argv);
}

#include "tst_tray.moc"
