// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/stallguard.h"
#include "tests/ui/shell/demowindow.h"
#include "ui/common/covergrid.h"
#include "ui/common/page.h"
#include "ui/common/textlabel.h"
#include "ui/shell/sidebar.h"

#include <QLineEdit>
#include <QListView>
#include <QTest>

using namespace Qt::StringLiterals;
using Place = ui::Route::Place;

/// How the window comes from page to page: each is made when somebody goes there first.
class TestPages : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<support::DemoWindow> m_demo;

    QList<ui::Page*> pages() { return m_demo->window->findChildren<ui::Page*>(); }
    ui::Page* page(const QString& name) { return m_demo->find<ui::Page>(name); }
    Place place() { return m_demo->window->route().place; }
    void press(const QKeySequence& keys) { QTest::keySequence(m_demo->window.get(), keys); }
    QWidget* focused() { return m_demo->window->focusWidget(); }

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

    void aPageIsMadeWhenSomebodyGoesThere()
    {
        QCOMPARE(pages().size(), 1);
        QCOMPARE(pages().constFirst()->objectName(), u"homePage"_s);
        press(u"Ctrl+4"_s);
        QCOMPARE(place(), Place::Tracks);
        QCOMPARE(pages().size(), 2);
        const ui::Page* tracks = page(u"tracksPage"_s);
        QTRY_COMPARE(tracks->state(), ui::StatePage::State::Content);
        press(u"Ctrl+1"_s);
        press(u"Ctrl+4"_s);
        QCOMPARE(page(u"tracksPage"_s), tracks); // the same again, as it was left
    }

    void everyLineOfTheSidebarLeadsToItsPage()
    {
        auto* sidebar = m_demo->find<ui::Sidebar>(u"sidebar"_s);
        auto* list = m_demo->find<QListView>(u"sidebarList"_s);
        QTRY_VERIFY(list->model()->rowCount() > 8); // the playlists, too
        int visited = 0;
        for (int row = 0; row < list->model()->rowCount(); ++row) {
            const ui::SidebarEntry entry = sidebar->entries().entry(row);
            if (entry.isHeading) {
                continue;
            }
            const QModelIndex line = list->model()->index(row, 0);
            list->scrollTo(line);
            QTest::mouseClick(
                list->viewport(), Qt::LeftButton, {}, list->visualRect(line).center());
            QCOMPARE(m_demo->window->route(), entry.route);
            QTRY_VERIFY(list->currentIndex() == line);
            ++visited;
        }
        QVERIFY(visited >= int(ui::pageEntries().size()) - 2); // but its two headings
    }

    void everyPlaceHasExactlyOnePage()
    {
        QList<Place> places;
        for (const ui::PageSpec& spec : ui::pageSpecs()) {
            QVERIFY(spec.make && !spec.places.isEmpty());
            places += spec.places;
        }
        for (const Place place : { Place::Home, Place::Artists, Place::Albums, Place::Tracks,
                 Place::Genres, Place::Playlists, Place::Artist, Place::Album, Place::Playlist,
                 Place::Search, Place::History, Place::Settings, Place::Folders }) {
            QCOMPARE(places.count(place), 1);
        }
    }

    void theKeyboardIsOnWhatThePageShows()
    {
        auto* added = m_demo->find<ui::CoverGrid>(u"homeAdded"_s);
        QTRY_VERIFY(added->hasFocus());
        added->setCurrentIndex(added->model()->index(0, 0));
        QTest::keyClick(added, Qt::Key_Return);
        QTRY_COMPARE(focused()->objectName(), u"albumTable"_s);
        QCOMPARE(place(), Place::Album);
        press(u"Ctrl+8"_s);
        QTRY_COMPARE(page(u"historyPage"_s)->state(), ui::StatePage::State::Empty);
        QVERIFY(page(u"historyPage"_s)->isAncestorOf(focused())); // also without a list
    }

    void whoTypesKeepsTheFocusWhenAPageArrives()
    {
        auto* search = m_demo->find<QLineEdit>(u"globalSearch"_s);
        press(u"Ctrl+K"_s);
        QTRY_VERIFY(search->hasFocus());
        QTest::keyClick(search, Qt::Key_A);
        QTest::keyClick(search, Qt::Key_Left);
        QTRY_VERIFY(page(u"searchPage"_s));
        QTRY_COMPARE(page(u"searchPage"_s)->state(), ui::StatePage::State::Content);
        QVERIFY(search->hasFocus());
        QTest::keyClick(search, Qt::Key_S); // before the a: the cursor is where it was left
        QCOMPARE(search->text(), u"sa"_s);
        QCOMPARE(m_demo->window->route().text, u"sa"_s);
    }

    void keysGoBackAndForward()
    {
        press(u"Ctrl+4"_s);
        press(u"Ctrl+8"_s);
        press(u"Alt+Left"_s);
        QCOMPARE(place(), Place::Tracks);
        press(u"Alt+Left"_s);
        QCOMPARE(place(), Place::Home);
        press(u"Alt+Left"_s); // there is nothing before
        QCOMPARE(place(), Place::Home);
        press(u"Alt+Right"_s);
        QCOMPARE(place(), Place::Tracks);
        press(u"Ctrl+1"_s); // another way: what was ahead is gone
        press(u"Alt+Right"_s);
        QCOMPARE(place(), Place::Home);
        press(u"Alt+Left"_s);
        QCOMPARE(place(), Place::Tracks);
    }

    void aSearchIsOneStepHoweverLongItIsTyped()
    {
        press(u"Ctrl+4"_s);
        press(u"Ctrl+K"_s);
        auto* search = m_demo->find<QLineEdit>(u"globalSearch"_s);
        QTest::keyClicks(search, u"the"_s);
        QCOMPARE(m_demo->window->route().text, u"the"_s);
        press(u"Alt+Left"_s);
        QCOMPARE(place(), Place::Tracks);
        QVERIFY(search->text().isEmpty());
        press(u"Alt+Right"_s);
        QCOMPARE(m_demo->window->route().text, u"the"_s);
        QCOMPARE(search->text(), u"the"_s);
        search->setFocus();
        search->selectAll();
        QTest::keyClick(search, Qt::Key_Backspace); // nothing is searched for any more
        QCOMPARE(place(), Place::Tracks);
        QVERIFY(search->hasFocus());
    }

    void aPageThatIsMadeLaterKnowsWhatWasSaidBefore()
    {
        ui::ConnectionStatus status;
        status.kind = ui::ConnectionStatus::Kind::Offline;
        status.server = u"Attic"_s;
        m_demo->window->setConnection(status);
        press(u"Ctrl+,"_s);
        QVERIFY(m_demo->find<ui::TextLabel>(u"settingsConnection"_s)->text().contains(u"Attic"_s));
    }
};

PLEXM8_GUI_TEST_MAIN(TestPages)
#include "tst_pages.moc"
