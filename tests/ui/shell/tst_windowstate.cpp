// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/stallguard.h"
#include "tests/ui/shell/demowindow.h"
#include "ui/shell/panelrow.h"
#include "ui/shell/panes.h"
#include "ui/shell/windowstate.h"

#include <QFile>
#include <QScreen>
#include <QTest>

using namespace Qt::StringLiterals;
using Place = ui::Route::Place;
using ui::WindowState;

namespace {

constexpr QSize kLeast { 720, 480 };
constexpr QRect kFirst { 0, 0, 1920, 1040 }; // a panel of 40 pixels below
constexpr QRect kSecond { 1920, -200, 1280, 1024 };

} // namespace

/// How the window stood last time: kept, restored before it is shown, repaired where that cannot
/// be.
class TestWindowState : public QObject
{
    Q_OBJECT

    std::unique_ptr<support::DemoWindow> m_demo;

    ui::MainWindow& window() { return *m_demo->window; }
    ui::PanelRow& row() { return *m_demo->find<ui::PanelRow>(u"panels"_s); }
    ui::Panes& panes() { return *m_demo->find<ui::Panes>(u"panes"_s); }
    QWidget& sidebar() { return *m_demo->find<QWidget>(u"sidebar"_s); }

    /// The next run of the program with the files of this one.
    void openAgain()
    {
        m_demo->window.reset();
        m_demo->window = std::make_unique<ui::MainWindow>(m_demo->services());
        window().restoreWindow();
    }
    void show()
    {
        window().show();
        QVERIFY(QTest::qWaitForWindowExposed(&window()));
    }
    void keep(const char* key, const QByteArray& value)
    {
        m_demo->state.setValue(QLatin1String(key), value);
    }

private Q_SLOTS:
    void init()
    {
        m_demo = std::make_unique<support::DemoWindow>(support::demoOf(20));
        openAgain();
    }
    void cleanup() { m_demo.reset(); }

    void aFirstRunHasTheWindowOfTheDesign()
    {
        show();
        QVERIFY(window().screen()->availableGeometry().contains(window().geometry()));
        QVERIFY(sidebar().isVisible());
        QVERIFY(!row().isQueueShown());
        QVERIFY(!panes().areTwo());
        QVERIFY(!window().isMaximized());
    }

    void itComesBackAsItWasClosed()
    {
        show();
        window().setGeometry(30, 50, 740, 500);
        window().showQueue(true);
        row().setWidths(180, 260);
        QTRY_COMPARE(window().geometry(), QRect(30, 50, 740, 500));
        window().close();

        openAgain();
        QCOMPARE(window().geometry(), QRect(30, 50, 740, 500)); // before anybody sees it
        show();
        QCOMPARE(window().geometry(), QRect(30, 50, 740, 500));
        QVERIFY(row().isQueueShown());
        QVERIFY(m_demo->find<QWidget>(u"queuePanel"_s)->isVisible());
        QCOMPARE(row().sidebarWidth(), 180);
        QCOMPARE(row().queueWidth(), 260);
        window().showQueue(false);
        QTRY_COMPARE(sidebar().width(), 180);
    }

    void aMaximisedWindowKnowsWhereItGoesBackTo()
    {
        show();
        window().setGeometry(20, 40, 730, 490);
        QTRY_COMPARE(window().geometry(), QRect(20, 40, 730, 490));
        window().showMaximized();
        QTRY_VERIFY(window().width() > window().screen()->availableGeometry().width() - 20);
        window().close();

        openAgain();
        QVERIFY(window().isMaximized());
        show();
        QTRY_VERIFY(window().width() > window().screen()->availableGeometry().width() - 20);
        window().showNormal();
        QTRY_COMPARE(window().geometry(), QRect(20, 40, 730, 490));
    }

    void theSidebarStaysAway()
    {
        show();
        QTest::keyClick(&window(), Qt::Key_F9);
        QTRY_VERIFY(!sidebar().isVisible());
        window().close();
        openAgain();
        show();
        QVERIFY(!sidebar().isVisible());
        QTest::keyClick(&window(), Qt::Key_F9);
        QTRY_VERIFY(sidebar().isVisible());
    }

    void theSidebarIsDraggedWithinLimits()
    {
        window().resize(780, 600);
        show();
        auto* handle = row().handle(1);
        const auto drag = [handle](int by) {
            const QPoint from = handle->rect().center();
            QTest::mousePress(handle, Qt::LeftButton, {}, from);
            QTest::mouseMove(handle, from + QPoint(by, 0));
            QTest::mouseRelease(handle, Qt::LeftButton, {}, handle->rect().center());
        };
        const int before = sidebar().width();
        drag(40);
        QTRY_VERIFY(
            qAbs(sidebar().width() - before - 40) <= 3); // the handle is wider than its line
        QCOMPARE(row().sidebarWidth(), sidebar().width());
        drag(-400);
        QTRY_COMPARE(sidebar().width(), 160);
        drag(700);
        QTRY_VERIFY(sidebar().width() > 300);
        QVERIFY(panes().width() >= 399);
    }

    void aSidebarThatIsAskedForTakesTheRoomOfTheQueue()
    {
        window().resize(720, 600);
        show();
        window().showQueue(true);
        QTRY_VERIFY(!sidebar().isVisible());
        QTest::keyClick(&window(), Qt::Key_F9);
        QTRY_VERIFY(sidebar().isVisible());
        QVERIFY(!row().isQueueShown());
    }

    void twoPanesComeBackWithWhatLastsOfThem()
    {
        show();
        window().go({ Place::Tracks, 0, {} });
        window().go({ Place::Album, 12, {} }, ui::OpenIn::NewPane);
        panes().setSizes({ 300, 200 });
        const QList<int> sizes = panes().sizes();
        window().close();

        openAgain();
        show();
        QVERIFY(panes().areTwo());
        QCOMPARE(panes().routes().at(0), (ui::Route { Place::Tracks, 0, {} }));
        QCOMPARE(panes().routes().at(1), ui::Route {}); // that id may be another album now
        QCOMPARE(window().route(), panes().routes().at(0));
        const double share = double(sizes.at(0)) / (sizes.at(0) + sizes.at(1));
        const QList<int> now = panes().sizes();
        QVERIFY(qAbs(double(now.at(0)) / (now.at(0) + now.at(1)) - share) < 0.02);
    }

    void whatCannotBeReadIsAsIfItWereNotThere_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("words") << "here and there and everywhere"_ba;
        QTest::newRow("another number") << "1 2 3"_ba;
        QTest::newRow("no size") << "10 10 -5 0 0"_ba;
        QTest::newRow("huge") << "0 0 2147483647 2147483647 9"_ba;
        QTest::newRow("beyond all numbers") << "99999999999999999999 0 700 500 0"_ba;
        QTest::newRow("bytes") << QByteArray("\x01\xd9\xd0\xcb\0\x03\0\0", 8);
    }
    void whatCannotBeReadIsAsIfItWereNotThere()
    {
        QFETCH(QByteArray, text);
        for (const char* key : { "window/place", "window/maximised", "window/panels",
                 "window/panes", "window/pane_sizes" }) {
            keep(key, text);
        }
        QCOMPARE(WindowState::read(m_demo->state), WindowState {});
        openAgain();
        show();
        QVERIFY(window().screen()->availableGeometry().intersects(window().geometry()));
        QVERIFY(sidebar().isVisible());
        QVERIFY(!panes().areTwo());
    }

    void aPlaceThatThisProgramDoesNotHaveIsHome()
    {
        keep("window/panes", "4711 -3");
        keep("window/pane_sizes", "10 10");
        openAgain();
        QVERIFY(panes().areTwo());
        QCOMPARE(panes().routes(), (QList<ui::Route> { {}, {} }));
    }

    void aScreenThatIsGoneDoesNotTakeTheWindowAlong()
    {
        keep("window/place", "5000 3000 730 500 30");
        openAgain();
        show();
        const QRect screen = window().screen()->availableGeometry();
        QVERIFY(screen.contains(window().geometry().adjusted(0, -30, 0, 0)));
        QCOMPARE(window().size(), QSize(730, 500));
    }

    void nothingIsKeptOfAWindowThatWasNotRestored()
    {
        m_demo->window.reset();
        m_demo->window = std::make_unique<ui::MainWindow>(m_demo->services());
        show();
        window().close();
        QVERIFY(m_demo->state.value(u"window/place"_s).isEmpty());
        QVERIFY(m_demo->state.value(u"window/panels"_s).isEmpty());
    }

    void theWindowIsRepaired_data()
    {
        QTest::addColumn<QRect>("wanted");
        QTest::addColumn<QRect>("expected");
        QTest::newRow("fits") << QRect(100, 100, 1280, 800) << QRect(100, 100, 1280, 800);
        QTest::newRow("on the second") << QRect(2000, 0, 1000, 700) << QRect(2000, 0, 1000, 700);
        QTest::newRow("partly beside")
            << QRect(-800, 100, 1280, 800) << QRect(-800, 100, 1280, 800);
        QTest::newRow("nearly beside") << QRect(-1200, 100, 1280, 800) << QRect(0, 100, 1280, 800);
        QTest::newRow("across both") << QRect(1500, 100, 1280, 800) << QRect(1500, 100, 1280, 800);
        QTest::newRow("title above") << QRect(100, -60, 1280, 800) << QRect(100, 30, 1280, 800);
        QTest::newRow("title behind the panel")
            << QRect(100, 1060, 1280, 800) << QRect(320, 135, 1280, 800);
        QTest::newRow("below") << QRect(100, 5000, 1280, 800) << QRect(320, 135, 1280, 800);
        QTest::newRow("left of all") << QRect(-5000, 0, 1280, 800) << QRect(320, 135, 1280, 800);
        QTest::newRow("too large") << QRect(-10, 20, 4000, 3000) << QRect(0, 30, 1920, 1010);
        QTest::newRow("too small") << QRect(100, 100, 5, 5) << QRect(100, 100, 720, 480);
    }
    void theWindowIsRepaired()
    {
        QFETCH(QRect, wanted);
        QFETCH(QRect, expected);
        QCOMPARE(ui::repaired({ wanted, 30, false }, { kFirst, kSecond }, kLeast), expected);
    }

    void aScreenSmallerThanTheWindowMayBeShowsItsTitle()
    {
        const QRect tiny(0, 0, 640, 400);
        const QRect place = ui::repaired({ { 900, 900, 1280, 800 }, 30, false }, { tiny }, kLeast);
        QCOMPARE(place, QRect(0, 30, 720, 480));
    }

    void withoutAScreenItStaysWhereItIs()
    {
        QCOMPARE(
            ui::repaired({ { 9, 9, 800, 600 }, 30, false }, {}, kLeast), QRect(9, 9, 800, 600));
    }
};

PLEXM8_GUI_TEST_MAIN(TestWindowState)
#include "tst_windowstate.moc"
