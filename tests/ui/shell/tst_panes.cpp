// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/stallguard.h"
#include "tests/ui/shell/demowindow.h"
#include "ui/common/appearance.h"
#include "ui/common/covergrid.h"
#include "ui/common/page.h"
#include "ui/common/textlabel.h"

#include <QContextMenuEvent>
#include <QListView>
#include <QMenu>
#include <QPointer>
#include <QPushButton>
#include <QSplitter>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using ui::Route;
using Place = ui::Route::Place;

/// Two panes beside each other, each with its own pages and its own way back.
class TestPanes : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<support::DemoWindow> m_demo;

    QSplitter& splitter() { return *m_demo->find<QSplitter>(u"panes"_s); }
    /// From left to right, or downwards.
    QList<QWidget*> panes()
    {
        QList<QWidget*> result;
        for (int i = 0; i < splitter().count(); ++i) {
            result.append(splitter().widget(i));
        }
        return result;
    }
    const Route& route() { return m_demo->window->route(); }
    void press(const QKeySequence& keys) { QTest::keySequence(m_demo->window.get(), keys); }
    void press(QWidget* widget, Qt::MouseButton button)
    {
        QTest::mouseClick(widget, button, {}, widget->rect().center());
    }
    /// The page that a pane shows.
    static ui::Page* shown(const QWidget* pane)
    {
        for (ui::Page* page : pane->findChildren<ui::Page*>()) {
            if (page->isVisible()) {
                return page;
            }
        }
        return nullptr;
    }
    /// The cards of Home, when they are there.
    ui::CoverGrid& cards()
    {
        auto* added = m_demo->find<ui::CoverGrid>(u"homeAdded"_s);
        (void)QTest::qWaitFor([added] { return added->hasFocus(); });
        added->setCurrentIndex(added->model()->index(0, 0));
        return *added;
    }
    static QMenu* menuAt(QWidget* target, const QPoint& at, const QString& name)
    {
        QContextMenuEvent event(
            QContextMenuEvent::Mouse, at, target->mapToGlobal(at), Qt::NoModifier);
        QApplication::sendEvent(target, &event);
        for (QMenu* menu : target->window()->findChildren<QMenu*>(name)) {
            if (menu->isVisible()) {
                return menu;
            }
        }
        return nullptr;
    }
    /// By the keyboard; the window is the active one again then.
    void choose(QMenu* menu, const QString& action)
    {
        QVERIFY(menu);
        auto* found = menu->findChild<QAction*>(action);
        QVERIFY(found);
        menu->setActiveAction(found);
        QTest::keyClick(menu, Qt::Key_Return);
        m_demo->window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_demo->window.get()));
    }

private Q_SLOTS:
    void init()
    {
        m_demo = std::make_unique<support::DemoWindow>(support::demoOf(300));
        m_demo->window->resize(1280, 800);
        m_demo->window->show();
        m_demo->window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_demo->window.get()));
    }
    void cleanup() { m_demo.reset(); }

    void eachPaneGoesItsOwnWay()
    {
        QTest::keyClick(&cards(), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(panes().size(), 2);
        QCOMPARE(route().place, Place::Album);
        QCOMPARE(shown(panes().at(0))->objectName(), u"homePage"_s);
        QCOMPARE(shown(panes().at(1))->objectName(), u"albumPage"_s);
        QTRY_COMPARE(m_demo->window->focusWidget()->objectName(), u"albumTable"_s);
        const Route album = route();
        press(u"Alt+Left"_s); // it began there
        QCOMPARE(route(), album);

        press(Qt::Key_F6);
        QCOMPARE(route().place, Place::Home);
        QVERIFY(panes().at(0)->isAncestorOf(m_demo->window->focusWidget()));
        press(u"Ctrl+4"_s);
        QCOMPARE(shown(panes().at(0))->objectName(), u"tracksPage"_s);
        QCOMPARE(shown(panes().at(1))->objectName(), u"albumPage"_s);
        auto* back = m_demo->find<QToolButton>(u"navigateBack"_s);
        QVERIFY(back->isEnabled());
        press(Qt::Key_F6);
        QVERIFY(!back->isEnabled());
        QCOMPARE(route(), album);
        press(Qt::Key_F6);
        press(u"Alt+Left"_s);
        QCOMPARE(route().place, Place::Home);
        QCOMPARE(shown(panes().at(1))->objectName(), u"albumPage"_s);
    }

    void thePresentPageOpensBesideAndPanesClose()
    {
        press(u"Ctrl+W"_s); // the only one stays
        QCOMPARE(panes().size(), 1);
        press(u"Ctrl+4"_s);
        press(u"Ctrl+T"_s);
        QCOMPARE(panes().size(), 2);
        QCOMPARE(route().place, Place::Tracks);
        press(u"Ctrl+8"_s);
        press(u"Ctrl+W"_s);
        QTRY_COMPARE(panes().size(), 1);
        QCOMPARE(route().place, Place::Tracks);
        press(u"Alt+Left"_s);
        QCOMPARE(route().place, Place::Home);

        press(u"Ctrl+T"_s);
        press(u"Ctrl+4"_s);
        QCOMPARE(panes().at(1)->findChild<ui::TextLabel*>(u"paneTitle"_s)->text(), u"Tracks"_s);
        press(panes().at(0)->findChild<QToolButton*>(u"paneClose"_s), Qt::LeftButton);
        QTRY_COMPARE(panes().size(), 1);
        QCOMPARE(route().place, Place::Tracks);
        QVERIFY(!panes().at(0)->findChild<QWidget*>(u"paneClose"_s)->isVisible());
        QVERIFY(panes().at(0)->isAncestorOf(m_demo->window->focusWidget()));
    }

    void theMiddleButtonOpensCardsLinesAndLinksBeside()
    {
        ui::CoverGrid& grid = cards();
        const QRect card = grid.visualRect(grid.model()->index(0, 0));
        QTest::mouseClick(grid.viewport(), Qt::MiddleButton, {}, card.topLeft() + QPoint(40, 40));
        QCOMPARE(panes().size(), 2);
        QCOMPARE(route().place, Place::Album);

        auto* artist = m_demo->find<QPushButton>(u"albumArtist"_s);
        QTRY_VERIFY(artist->isVisible() && !artist->text().isEmpty());
        press(artist, Qt::MiddleButton); // in the other one: there are no more than two
        QCOMPARE(panes().size(), 2);
        QCOMPARE(route().place, Place::Artist);
        QCOMPARE(shown(panes().at(0))->objectName(), u"artistPage"_s);

        auto* sidebar = m_demo->find<QListView>(u"sidebarList"_s);
        const auto found
            = sidebar->model()->match(sidebar->model()->index(0, 0), Qt::DisplayRole, u"History"_s);
        QCOMPARE(found.size(), 1);
        sidebar->scrollTo(found.first());
        QTest::mouseClick(
            sidebar->viewport(), Qt::MiddleButton, {}, sidebar->visualRect(found.first()).center());
        QCOMPARE(shown(panes().at(1))->objectName(), u"historyPage"_s);
        QCOMPARE(route().place, Place::History);
    }

    void ctrlEnterOpensLinesAndLinksBeside()
    {
        auto* sidebar = m_demo->find<QListView>(u"sidebarList"_s);
        QTRY_VERIFY(sidebar->model()->rowCount() > 8);
        sidebar->setFocus();
        sidebar->setCurrentIndex(
            sidebar->model()->index(sidebar->model()->rowCount() - 1, 0)); // a playlist
        QTest::keyClick(sidebar, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(panes().size(), 2);
        QCOMPARE(route().place, Place::Playlist);

        const auto home = support::await(m_demo->demo.library.home(1));
        m_demo->window->go(Route::album(home->recentlyAdded.constFirst().id));
        auto* artist = m_demo->find<QPushButton>(u"albumArtist"_s);
        QTRY_VERIFY(artist->isVisible() && !artist->text().isEmpty());
        artist->setFocus();
        QTest::keyClick(artist, Qt::Key_Enter, Qt::ControlModifier | Qt::KeypadModifier);
        QCOMPARE(route().place, Place::Artist);
        QCOMPARE(shown(panes().at(1))->objectName(), u"albumPage"_s);
        artist->setFocus();
        QTest::keyClick(artist, Qt::Key_Return);
        QCOMPARE(shown(panes().at(1))->objectName(), u"artistPage"_s);
    }

    void menusOpenBesideToo()
    {
        ui::CoverGrid& grid = cards();
        const QRect card = grid.visualRect(grid.model()->index(0, 0));
        QMenu* menu = menuAt(grid.viewport(), card.topLeft() + QPoint(40, 40), u"cardMenu"_s);
        QVERIFY(menu);
        QStringList texts;
        for (const QAction* action : menu->actions()) {
            texts.append(action->text());
        }
        QCOMPARE(texts,
            QStringList({ u"Play"_s, u"Play next"_s, u"Add to queue"_s, {}, u"Add to playlist"_s,
                {}, u"Open"_s, u"Open in new pane"_s }));
        menu->setActiveAction(menu->actions().at(2));
        QTest::keyClick(menu, Qt::Key_Return);
        QTRY_VERIFY(m_demo->player.queue().size() > 0); // the whole album

        menu = menuAt(grid.viewport(), card.topLeft() + QPoint(40, 40), u"cardMenu"_s);
        choose(menu, u"openInNewPane"_s);
        QCOMPARE(panes().size(), 2);
        QCOMPARE(route().place, Place::Album);
        press(u"Ctrl+W"_s);
        QTRY_COMPARE(panes().size(), 1);

        ui::TrackTable& table = m_demo->openTracks();
        table.selectRow(1);
        const QPoint row = table.visualRect(table.model()->index(1, 0)).center();
        choose(menuAt(table.viewport(), row, u"trackMenu"_s), u"openInNewPane"_s);
        QCOMPARE(panes().size(), 2);
        QCOMPARE(route(), Route::album(table.trackRows()->track(1)->albumId));

        auto* sidebar = m_demo->find<QListView>(u"sidebarList"_s);
        const QPoint home = sidebar->visualRect(sidebar->model()->index(0, 0)).center();
        choose(menuAt(sidebar->viewport(), home, u"sidebarMenu"_s), u"openInNewPane"_s);
        QCOMPARE(shown(panes().at(0))->objectName(), u"homePage"_s);
    }

    void aClickIntoAPaneMakesItTheCurrentOne()
    {
        ui::TrackTable& table = m_demo->openTracks();
        press(u"Ctrl+T"_s);
        press(u"Ctrl+8"_s);
        QCOMPARE(route().place, Place::History);
        QTest::mouseClick(table.viewport(), Qt::LeftButton, {},
            table.visualRect(table.model()->index(2, 1)).center());
        QCOMPARE(route().place, Place::Tracks);
        auto* sidebar = m_demo->find<QListView>(u"sidebarList"_s);
        QCOMPARE(sidebar->currentIndex().data().toString(), u"Tracks"_s);
        press(u"Ctrl+K"_s); // outside of both: it stays
        QCOMPARE(route().place, Place::Tracks);
    }

    void theMousesButtonsGoBackAndForwardWhereItIs()
    {
        ui::TrackTable& table = m_demo->openTracks();
        QTest::mouseClick(table.viewport(), Qt::BackButton, {}, QPoint(50, 50));
        QCOMPARE(route().place, Place::Home);
        QVERIFY(table.selectedRowNumbers().isEmpty()); // it was no click on a row
        QTest::mouseClick(m_demo->find<QWidget>(u"sidebar"_s), Qt::ForwardButton);
        QCOMPARE(route().place, Place::Tracks);
        press(u"Ctrl+T"_s);
        press(u"Ctrl+8"_s);
        QTest::mouseClick(table.viewport(), Qt::BackButton, {}, QPoint(50, 50));
        QCOMPARE(shown(panes().at(0))->objectName(), u"homePage"_s);
        QCOMPARE(shown(panes().at(1))->objectName(), u"historyPage"_s);
    }

    void narrowPanesStandAboveEachOther()
    {
        press(u"Ctrl+T"_s);
        QTRY_COMPARE(splitter().orientation(), Qt::Horizontal);
        QTRY_VERIFY(qAbs(panes().at(0)->width() - panes().at(1)->width()) <= 2);
        m_demo->window->resize(900, 800);
        QTRY_COMPARE(splitter().orientation(), Qt::Vertical);
        QTRY_VERIFY(panes().at(1)->y() >= panes().at(0)->height());
        m_demo->window->resize(1280, 800);
        QTRY_COMPARE(splitter().orientation(), Qt::Horizontal);
    }

    void aClosedPaneIsForgotten()
    {
        (void)m_demo->openTracks();
        press(u"Ctrl+T"_s);
        const QPointer<ui::Page> closed = shown(panes().at(1));
        QVERIFY(closed);
        auto* table = panes().at(1)->findChild<ui::TrackTable*>(u"tracksTable"_s);
        QTRY_VERIFY(table->model()->rowCount() > 0 && table->trackRows()->track(0));
        table->selectRow(0);
        QTest::keyClick(table, Qt::Key_Return);
        press(u"Ctrl+W"_s);
        QTRY_VERIFY(!closed);
        QTRY_VERIFY(m_demo->player.current()); // what it asked for goes on
        m_demo->settings.set(ui::appearance::kDensity, ui::Density::Compact);
        m_demo->player.stop();
        QVERIFY(m_demo->demo.syncNow());
    }

    void anotherLibraryHasOnePane()
    {
        press(u"Ctrl+T"_s);
        press(u"Ctrl+4"_s);
        m_demo->window->startAfresh();
        QTRY_COMPARE(panes().size(), 1);
        QCOMPARE(route(), Route());
    }
};

PLEXM8_GUI_TEST_MAIN(TestPanes)
#include "tst_panes.moc"
