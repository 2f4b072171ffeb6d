// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/tables.h"
#include "tests/support/stallguard.h"
#include "tests/ui/shell/demowindow.h"
#include "ui/common/covergrid.h"
#include "ui/common/jumpbar.h"
#include "ui/common/page.h"
#include "ui/common/textlabel.h"

#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using ui::CoverGrid;
using Place = ui::Route::Place;

/// The page of all playlists.
class TestPlaylistsPage : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<support::DemoWindow> m_demo;
    QList<types::PlaylistRow> m_playlists;

    CoverGrid& grid() { return *m_demo->find<CoverGrid>(u"playlistsGrid"_s); }
    QModelIndex card(int row) { return grid().model()->index(row, 0); }
    qint64 idAt(int row) { return card(row).data(ui::PagedModelBase::IdRole).toLongLong(); }
    QString titleAt(int row) { return card(row).data().toString(); }
    int rows() { return grid().model()->rowCount(); }
    QList<qint64> shown()
    {
        QList<qint64> ids;
        for (int row = 0; row < rows(); ++row) {
            ids.append(idAt(row));
        }
        return ids;
    }
    template <class Value>
    QList<qint64> descendingBy(Value value)
    {
        QList<types::PlaylistRow> sorted = m_playlists; // by title
        std::ranges::stable_sort(sorted, std::ranges::greater(), value);
        QList<qint64> ids;
        for (const types::PlaylistRow& playlist : sorted) {
            ids.append(playlist.id.value);
        }
        return ids;
    }
    void sortBy(const QString& action)
    {
        auto* menu = m_demo->find<QToolButton>(u"playlistsSort"_s)->menu();
        menu->popup({});
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
        m_demo = std::make_unique<support::DemoWindow>(support::demoOf(600));
        m_demo->window->resize(1280, 800);
        m_demo->window->show();
        m_demo->window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_demo->window.get()));
        m_playlists = *support::await(m_demo->demo.library.playlists());
        QVERIFY(m_playlists.size() > 4);
        QTest::keySequence(m_demo->window.get(), u"Ctrl+6"_s);
        QTRY_VERIFY(rows() > 0 && !titleAt(0).isEmpty() && grid().hasFocus());
    }
    void cleanup() { m_demo.reset(); }

    void allOfThemByTitleAndByOtherThings()
    {
        QStringList titles;
        for (int row = 0; row < rows(); ++row) {
            titles.append(titleAt(row));
        }
        QStringList wanted;
        for (const types::PlaylistRow& playlist : m_playlists) {
            wanted.append(playlist.title);
        }
        QCOMPARE(titles, wanted);
        sortBy(u"sortBy.tracks"_s);
        QTRY_COMPARE(shown(), descendingBy(&types::PlaylistRow::count));
        sortBy(u"sortBy.duration"_s);
        QTRY_COMPARE(shown(), descendingBy(&types::PlaylistRow::duration));
        sortBy(u"sortBy.changed"_s);
        QTRY_COMPARE(shown(), descendingBy(&types::PlaylistRow::updatedAt));
        sortBy(u"sortBy.title"_s);
        sortBy(u"sortDescending"_s);
        std::ranges::reverse(wanted);
        QTRY_COMPARE(titleAt(0), wanted.first());
    }

    void smartOnesSaySo()
    {
        int smart = 0;
        for (int row = 0; row < rows(); ++row) {
            const auto playlist = std::ranges::find(
                m_playlists, types::PlaylistId { idAt(row) }, &types::PlaylistRow::id);
            QVERIFY(playlist != m_playlists.cend());
            const QString said = card(row).data(Qt::AccessibleTextRole).toString();
            QCOMPARE(said.contains(u"Smart"_s), playlist->smart);
            QCOMPARE(!card(row).data(ui::BadgeRole).toString().isEmpty(), playlist->smart);
            smart += playlist->smart;
        }
        QVERIFY(smart > 0 && smart < rows());
    }

    void theyAreFilteredFoundAndOpened()
    {
        const QString last = titleAt(rows() - 1);
        grid().setCurrentIndex(card(0));
        grid().keyboardSearch(last);
        QTRY_COMPARE(grid().currentIndex().data().toString(), last);
        QTest::keySequence(m_demo->window.get(), QKeySequence::Find);
        auto* filter = m_demo->find<QLineEdit>(u"playlistsFilter"_s);
        QTRY_VERIFY(filter->hasFocus());
        filter->setText(last.section(u' ', -1).toUpper());
        QTRY_VERIFY(rows() < m_playlists.size());
        QTRY_VERIFY(rows() > 0 && titleAt(rows() - 1) == last);
        const qint64 id = idAt(rows() - 1);
        grid().setFocus();
        grid().setCurrentIndex(card(rows() - 1));
        QTest::keyClick(&grid(), Qt::Key_Return);
        QCOMPARE(m_demo->window->route(), ui::Route::playlist({ id }));
    }

    void aShortListNeedsNoLetters()
    {
        QVERIFY(rows() < 20);
        QVERIFY(!m_demo->find<ui::JumpBar>(u"playlistsLetters"_s)->isVisible());
    }

    void whatChangesIsShown()
    {
        const types::PlaylistId id { idAt(1) };
        const QString title = titleAt(1) + u'!';
        const auto renamed
            = m_demo->demo.library.write([id, title](db::Connection& c, db::ChangeSet& changes) {
                  changes.addChanged(library::kPlaylistTable, id.value);
                  auto update = c.prepare("UPDATE playlist SET title = ? WHERE id = ?");
                  return update.bind(title, id.value).run();
              });
        QVERIFY(support::await(renamed));
        QTRY_COMPARE(titleAt(1), title); // in the same place
        QCOMPARE(rows(), int(m_playlists.size()));
    }

    void oneThatCannotBeReadDoesNotBearTheNameOfAnother()
    {
        const auto run = [this](const QString& sql) {
            return support::await(m_demo->demo.library.write(
                [sql](db::Connection& c, db::ChangeSet&) { return c.execute(sql); }));
        };
        const QString second = titleAt(1);
        const auto open = [this](qint64 id) { m_demo->window->go(ui::Route::playlist({ id })); };
        const qint64 other = idAt(1);
        open(idAt(0));
        const auto* title = m_demo->find<ui::TextLabel>(u"playlistTitle"_s);
        QTRY_VERIFY(title->isVisible() && !title->text().isEmpty());
        QVERIFY(run(u"ALTER TABLE playlist RENAME TO hidden"_s));
        open(other);
        auto* page = m_demo->find<ui::Page>(u"playlistPage"_s);
        QTRY_COMPARE(page->state(), ui::StatePage::State::Error);
        QVERIFY(!title->isVisible());
        QVERIFY(run(u"ALTER TABLE hidden RENAME TO playlist"_s));
        QTest::mouseClick(page->findChild<QPushButton*>(u"stateAction"_s), Qt::LeftButton);
        QTRY_VERIFY(title->isVisible() && title->text() == second);
    }
};

PLEXM8_GUI_TEST_MAIN(TestPlaylistsPage)
#include "tst_playlistspage.moc"
