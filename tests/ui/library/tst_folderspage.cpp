// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/stallguard.h"
#include "tests/ui/shell/demowindow.h"
#include "ui/common/errorbar.h"
#include "ui/common/page.h"
#include "ui/common/textlabel.h"
#include "ui/library/foldermodel.h"
#include "ui/library/foldertrail.h"

#include <QAbstractItemModelTester>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using Place = ui::Route::Place;

/// The music as it lies on the server's disk.
class TestFoldersPage : public QObject
{
    Q_OBJECT

    std::unique_ptr<support::DemoWindow> m_demo;

    ui::Page* page() { return m_demo->find<ui::Page>(u"foldersPage"_s); }
    QListView* list() { return m_demo->find<QListView>(u"foldersList"_s); }
    ui::TrackTable* table() { return m_demo->find<ui::TrackTable>(u"foldersTable"_s); }
    QString nameOf(int row) { return list()->model()->index(row, 0).data().toString(); }
    ui::Route route() { return m_demo->window->route(); }
    void openTop()
    {
        m_demo->window->go({ Place::Folders, 0, {} });
        QTRY_COMPARE(page()->state(), ui::StatePage::State::Content);
        QTRY_VERIFY(list()->model()->rowCount() > 5);
        QTRY_VERIFY(list()->hasFocus());
    }
    /// Opens the current folder by keyboard and waits until another one is shown.
    void enterFolder(int row)
    {
        list()->setCurrentIndex(list()->model()->index(row, 0));
        const QString name = nameOf(row);
        QTest::keyClick(list(), Qt::Key_Return);
        QTRY_COMPARE(page()->title(), name);
        QTRY_COMPARE(page()->state(), ui::StatePage::State::Content);
    }

private Q_SLOTS:
    void init()
    {
        m_demo = std::make_unique<support::DemoWindow>(support::demoOf(600));
        m_demo->window->resize(1280, 800);
        m_demo->window->show();
        m_demo->window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_demo->window.get()));
    }
    void cleanup() { m_demo.reset(); }

    void aTrailIsATextAndComesBack()
    {
        const ui::FolderTrail trail { { u"2"_s, u"Music"_s },
            { u"/library/sections/2/folder?parent=7&x=/:"_s, u"AC/DC: 100 % \n\u202e\u05d0"_s } };
        QCOMPARE(ui::trailOf(ui::textOf(trail)), trail);
        QVERIFY(ui::trailOf({}).isEmpty());
        QVERIFY(ui::trailOf(u"what:is:this"_s).isEmpty());
        QVERIFY(ui::trailOf(u":x"_s).isEmpty());
        const ui::FolderTrail endless { { u"2"_s, QString(10'000, u'x') } };
        QVERIFY(ui::textOf(endless).size() < 300);
    }

    void theModelIsOne()
    {
        ui::FolderModel model;
        QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.setFolders({ { u"a"_s, u"One"_s }, { u"b"_s, u"Two"_s } });
        QCOMPARE(model.rowOf(u"b"_s), 1);
        QCOMPARE(model.rowOf(u"c"_s), -1);
        QCOMPARE(model.index(1, 0).data(Qt::AccessibleTextRole).toString(), u"Folder: Two"_s);
        model.setFolders({});
        QCOMPARE(model.rowCount(), 0);
    }

    void foldersAreWalkedByKeyboardDownToTracksThatPlay()
    {
        openTop();
        const QString artist = nameOf(1);
        enterFolder(1);
        QTRY_VERIFY(list()->hasFocus());
        const QString album = nameOf(0);
        enterFolder(0);
        QTRY_VERIFY(table()->model()->rowCount() > 0 && table()->trackRows()->track(0));
        QVERIFY(!list()->isVisible());
        QCOMPARE(table()->trackRows()->track(0)->album, album);
        QTRY_VERIFY(table()->hasFocus());
        table()->selectRow(0);
        QTest::keyClick(table(), Qt::Key_Return);
        QTRY_VERIFY(m_demo->player.current());
        QCOMPARE(m_demo->player.queue().size(), table()->model()->rowCount());
        QTest::keyClick(table(), Qt::Key_Backspace);
        QTRY_COMPARE(page()->title(), artist);
        QTRY_VERIFY(list()->hasFocus());
        QCOMPARE(nameOf(list()->currentIndex().row()), album); // where somebody came from
        QTest::keyClick(list(), Qt::Key_Up, Qt::AltModifier);
        QTRY_COMPARE(list()->model()->rowCount() > 5, true);
        QTRY_COMPARE(nameOf(list()->currentIndex().row()), artist);
        QVERIFY(!m_demo->find<QToolButton>(u"foldersUp"_s)->isEnabled()); // there is one library
    }

    void theWayIsShownAndLeadsBack()
    {
        openTop();
        const QString artist = nameOf(2);
        enterFolder(2);
        enterFolder(0);
        auto* step = m_demo->find<QPushButton>(u"foldersStep1"_s);
        QVERIFY(step);
        QCOMPARE(step->text(), artist);
        QVERIFY(!step->accessibleName().isEmpty());
        step->click();
        QTRY_COMPARE(page()->title(), artist);
        QTest::keySequence(m_demo->window.get(), u"Alt+Left"_s);
        QTRY_VERIFY(page()->title() != artist);
        QTRY_VERIFY(table()->model()->rowCount() > 0);
    }

    void aFolderOpensBesideWithItsWay()
    {
        openTop();
        list()->setCurrentIndex(list()->model()->index(1, 0));
        const QString artist = nameOf(1);
        QTest::keyClick(list(), Qt::Key_Return, Qt::ControlModifier);
        const auto pages = m_demo->window->findChildren<ui::Page*>(u"foldersPage"_s);
        QCOMPARE(pages.size(), 2);
        QTRY_VERIFY(pages.at(0)->title() == artist || pages.at(1)->title() == artist);
        QCOMPARE(ui::trailOf(route().text).constLast().title, artist);
    }

    void aFolderHasItsMenu()
    {
        openTop();
        list()->setCurrentIndex(list()->model()->index(1, 0));
        QContextMenuEvent event(QContextMenuEvent::Keyboard, {}, {}, Qt::NoModifier);
        QApplication::sendEvent(list(), &event);
        auto* menu = m_demo->find<QMenu>(u"folderMenu"_s);
        QVERIFY(menu);
        const QString name = nameOf(1);
        menu->actions().at(0)->trigger();
        QTRY_COMPARE(page()->title(), name);
        menu->close();
    }

    void aFolderPlaysWithEverythingBelowIt()
    {
        openTop();
        auto* play = m_demo->find<QPushButton>(u"foldersPlay"_s);
        QVERIFY(!play->isVisible()); // the whole library is nothing to walk through
        const QModelIndexList largest = list()->model()->match(
            list()->model()->index(0, 0), Qt::DisplayRole, u"Various Artists"_s);
        QCOMPARE(largest.size(), 1);
        enterFolder(largest.constFirst().row());
        const int albums = list()->model()->rowCount();
        QVERIFY(albums > 1);
        QTRY_VERIFY(play->isVisible());
        play->click();
        QTRY_VERIFY(m_demo->player.current());
        const int all = m_demo->player.queue().size();
        QVERIFY(all > albums); // each has some
        list()->setCurrentIndex(list()->model()->index(0, 0));
        QContextMenuEvent event(QContextMenuEvent::Keyboard, {}, {}, Qt::NoModifier);
        QApplication::sendEvent(list(), &event);
        auto* menu = m_demo->find<QMenu>(u"folderMenu"_s);
        QVERIFY(menu);
        menu->actions().constLast()->trigger(); // to the queue
        menu->close();
        QTRY_VERIFY(m_demo->player.queue().size() > all);
        const int more = m_demo->player.queue().size() - all;
        QTest::keyClick(list(), Qt::Key_Return);
        QTRY_COMPARE(table()->model()->rowCount(), more);
    }

    void aFolderThatCannotBeReadPlaysNothing()
    {
        openTop();
        enterFolder(1);
        auto* play = m_demo->find<QPushButton>(u"foldersPlay"_s);
        QTRY_VERIFY(play->isVisible());
        demo::Fault fault;
        fault.pathPrefix = u"/library/sections/2/folder"_s;
        fault.status = 403;
        m_demo->demo.server.inject(fault);
        play->click();
        auto* bar = page()->findChild<ui::ErrorBar*>();
        QTRY_VERIFY(bar->isVisible());
        QCOMPARE(m_demo->player.queue().size(), 0);
        QCOMPARE(page()->state(), ui::StatePage::State::Content);
    }

    void withoutTheServerItSaysSoAndComesBackByItself()
    {
        m_demo->onDemand.setServer(nullptr);
        m_demo->window->go({ Place::Folders, 0, {} });
        QTRY_COMPARE(page()->state(), ui::StatePage::State::Error);
        auto* title = page()->findChild<ui::TextLabel*>(u"stateTitle"_s);
        QVERIFY(title->text().contains(u"server"_s));
        QVERIFY(page()->findChild<QPushButton*>(u"stateAction"_s)->isVisible());
        m_demo->onDemand.setServer(m_demo->demo.client.get());
        QTRY_COMPARE(page()->state(), ui::StatePage::State::Content);
    }

    void anErrorCanBeTriedAgain()
    {
        openTop();
        demo::Fault fault;
        fault.pathPrefix = u"/library/sections/2/folder"_s;
        fault.status = 403;
        m_demo->demo.server.inject(fault);
        list()->setCurrentIndex(list()->model()->index(1, 0));
        QTest::keyClick(list(), Qt::Key_Return);
        QTRY_COMPARE(page()->state(), ui::StatePage::State::Error);
        page()->findChild<QPushButton*>(u"stateAction"_s)->click();
        QTRY_COMPARE(page()->state(), ui::StatePage::State::Content);
    }

    void aFolderThatIsEmptyIsSaid()
    {
        openTop();
        demo::Fault fault;
        fault.pathPrefix = u"/library/sections/2/folder"_s;
        fault.garbageBody = "{\"MediaContainer\":{\"size\":0}}";
        m_demo->demo.server.inject(fault);
        list()->setCurrentIndex(list()->model()->index(1, 0));
        QTest::keyClick(list(), Qt::Key_Return);
        QTRY_COMPARE(page()->state(), ui::StatePage::State::Empty);
        QVERIFY(
            m_demo->find<QToolButton>(u"foldersUp"_s)->isVisible() || !page()->title().isEmpty());
        QTest::keySequence(m_demo->window.get(), u"Alt+Left"_s);
        QTRY_COMPARE(page()->state(), ui::StatePage::State::Content);
    }

    void whatIsNotInTheLibraryYetIsSaid()
    {
        openTop();
        enterFolder(1);
        enterFolder(0);
        QTRY_VERIFY(table()->model()->rowCount() > 1 && table()->trackRows()->track(0));
        const int rows = table()->model()->rowCount();
        const quint64 key = table()->trackRows()->track(0)->ratingKey.value.toULongLong();
        QVERIFY(m_demo->demo.server.rekeyItem(key) > 0);
        const ui::Route here = route();
        m_demo->window->go({});
        m_demo->window->go(here);
        QTRY_COMPARE(table()->model()->rowCount(), rows - 1);
        QTRY_VERIFY(m_demo->find<ui::TextLabel>(u"foldersMissing"_s)->isVisible());
    }
};

PLEXM8_GUI_TEST_MAIN(TestFoldersPage)
#include "tst_folderspage.moc"
