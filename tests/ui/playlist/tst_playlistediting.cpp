// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/stallguard.h"
#include "tests/ui/shell/demowindow.h"
#include "tests/ui/shell/dragging.h"
#include "ui/common/errorbar.h"
#include "ui/common/page.h"
#include "ui/common/tracktable.h"
#include "ui/playlist/playlisttable.h"
#include "ui/shell/sidebar.h"

#include <QClipboard>
#include <QDialog>
#include <QHeaderView>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;
using Kind = ui::ItemDrag::Kind;
using Place = ui::Route::Place;
using support::await;

/// A playlist edited in the window: by keys alone, and by what is dragged.
class TestPlaylistEditing : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<support::DemoWindow> m_demo;
    types::PlaylistRow m_kitchen; // 9 rows
    types::PlaylistRow m_running; // 28 rows

    ui::PlaylistTable& table() { return *m_demo->find<ui::PlaylistTable>(u"playlistTable"_s); }
    types::PlaylistRow named(const QString& title)
    {
        const QList<types::PlaylistRow> rows = *await(m_demo->demo.library.playlists());
        for (const types::PlaylistRow& row : rows) {
            if (row.title == title) {
                return row;
            }
        }
        return {};
    }
    /// The rating keys that are shown, once all rows are at hand.
    QStringList shown()
    {
        QStringList keys;
        for (int row = 0; row < table().model()->rowCount(); ++row) {
            const types::TrackRow* track = table().trackRows()->track(row);
            keys.append(track ? track->ratingKey.value : QString());
        }
        return keys;
    }
    /// What the server holds.
    QStringList held(const types::RatingKey& key)
    {
        QStringList keys;
        const auto page = await(m_demo->demo.client->playlistItems(key, 0, 1000));
        for (const types::PlaylistItem& item : page ? page->items : QList<types::PlaylistItem>()) {
            keys.append(item.item.ratingKey.value);
        }
        return keys;
    }
    void open(const types::PlaylistRow& playlist)
    {
        m_demo->window->go({ Place::Playlist, playlist.id.value, {} });
        QTRY_COMPARE(table().model()->rowCount(), playlist.count);
        QTRY_VERIFY(!shown().contains(QString()));
        table().setFocus();
    }
    void select(const QList<int>& rows)
    {
        table().selectionModel()->clear();
        for (const int row : rows) {
            table().selectionModel()->select(table().model()->index(row, 0),
                QItemSelectionModel::Select | QItemSelectionModel::Rows);
        }
        if (!rows.isEmpty()) {
            table().selectionModel()->setCurrentIndex(
                table().model()->index(rows.constLast(), int(ui::TrackColumn::Title)),
                QItemSelectionModel::NoUpdate);
        }
    }
    /// Shown at once, and on the server before long.
    void expect(const types::PlaylistRow& playlist, const QStringList& keys)
    {
        QTRY_COMPARE(shown(), keys);
        QTRY_COMPARE(held(playlist.ratingKey), keys);
        QTRY_COMPARE(m_demo->changes.pendingSteps(), 0);
        QCOMPARE(shown(), keys);
    }
    QPoint between(int row)
    {
        const QRect cell = table().visualRect(table().model()->index(row, 0));
        return { cell.center().x(), cell.top() + 1 };
    }

private Q_SLOTS:
    void init()
    {
        m_demo = std::make_unique<support::DemoWindow>(support::demoOf(600));
        m_demo->window->resize(1280, 800);
        m_demo->window->show();
        m_demo->window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_demo->window.get()));
        m_kitchen = named(u"Kitchen"_s);
        m_running = named(u"Running, 5 km & \"more\""_s);
        QCOMPARE(m_kitchen.count, 9);
        QCOMPARE(m_running.count, 28);
        open(m_kitchen);
    }
    void cleanup()
    {
        QGuiApplication::clipboard()->clear();
        m_demo.reset();
    }

    void rowsAreRemovedAndComeBackByKeys()
    {
        const QStringList before = shown();
        select({ 1, 4 });
        QTest::keyClick(&table(), Qt::Key_Delete);
        QStringList after = before;
        after.remove(4);
        after.remove(1);
        expect(m_kitchen, after);
        QTest::keySequence(m_demo->window.get(), u"Ctrl+Z"_s);
        expect(m_kitchen, before);
    }

    void rowsMoveByKeysAndStaySelected()
    {
        QStringList keys = shown();
        select({ 3, 4 });
        QTest::keyClick(&table(), Qt::Key_Up, Qt::AltModifier);
        keys.move(2, 4);
        expect(m_kitchen, keys);
        QTRY_COMPARE(table().selectedRowNumbers(), (QList<int> { 2, 3 }));
        QTest::keyClick(&table(), Qt::Key_Down, Qt::AltModifier);
        keys.move(4, 2);
        expect(m_kitchen, keys);
        QTest::keyClick(&table(), Qt::Key_Up, Qt::AltModifier | Qt::ShiftModifier);
        keys.move(3, 0);
        keys.move(4, 1);
        expect(m_kitchen, keys);
        QTRY_COMPARE(table().selectedRowNumbers(), (QList<int> { 0, 1 }));
        QTest::keyClick(&table(), Qt::Key_Down, Qt::AltModifier | Qt::ShiftModifier);
        keys.move(0, 8);
        keys.move(0, 8);
        expect(m_kitchen, keys);
    }

    void rowsAreCutCopiedPastedAndDuplicatedByKeys()
    {
        QStringList keys = shown();
        select({ 0, 2 });
        const QString first = keys[0];
        const QString third = keys[2];
        QTest::keySequence(&table(), QKeySequence(QKeySequence::Cut));
        keys.remove(2);
        keys.remove(0);
        expect(m_kitchen, keys);
        select({ 3 });
        QTest::keySequence(&table(), QKeySequence(QKeySequence::Paste));
        keys.insert(4, first);
        keys.insert(5, third);
        expect(m_kitchen, keys);
        select({ 5 });
        QTest::keySequence(&table(), QKeySequence(QKeySequence::Copy));
        QTRY_VERIFY(QGuiApplication::clipboard()->mimeData()->hasFormat(ui::kItemDragType));
        QTest::keyClick(&table(), Qt::Key_D, Qt::ControlModifier);
        keys.insert(6, third);
        expect(m_kitchen, keys);
    }

    void tracksAreCopiedFromTheLibraryByKeys()
    {
        ui::TrackTable& tracks = m_demo->openTracks();
        tracks.selectRow(7);
        const QString key = tracks.trackRows()->track(7)->ratingKey.value;
        QTest::keySequence(&tracks, QKeySequence(QKeySequence::Copy));
        m_demo->window->go({ Place::Playlist, m_kitchen.id.value, {} });
        QTRY_VERIFY(table().isVisible());
        QStringList keys = shown();
        select({});
        table().setFocus();
        QTest::keySequence(&table(), QKeySequence(QKeySequence::Paste));
        keys.append(key);
        expect(m_kitchen, keys);
    }

    void aDragInsideMovesAndWithControlCopies()
    {
        QStringList keys = shown();
        select({ 5, 7 });
        const QPoint from
            = table().visualRect(table().model()->index(5, int(ui::TrackColumn::Title))).center();
        const support::SeenDrag seen = support::dragFrom(table().viewport(), from);
        QVERIFY(seen.hasBegun);
        QCOMPARE(seen.items.kind, Kind::Entries);
        QCOMPARE(seen.items.ids.size(), 2);
        QVERIFY(seen.actions.testFlag(Qt::MoveAction));
        const ui::ItemMime mime(seen.items, {});
        const Qt::DropActions both = Qt::CopyAction | Qt::MoveAction;
        QCOMPARE(support::dropOn(table().viewport(), between(1), mime, both), Qt::MoveAction);
        keys.move(5, 1);
        keys.move(7, 2);
        expect(m_kitchen, keys);
        QTRY_COMPARE(table().selectedRowNumbers(), (QList<int> { 1, 2 }));
        QCOMPARE(support::dropOn(table().viewport(), between(0), mime, both, Qt::ControlModifier),
            Qt::CopyAction);
        keys = QStringList { keys[1], keys[2] } + keys;
        expect(m_kitchen, keys);
    }

    void whatComesFromAnotherPlaylistIsACopy()
    {
        open(m_running);
        const QStringList theirs = shown();
        const auto spine = await(m_demo->demo.library.playlistSpine(m_running.id));
        open(m_kitchen);
        QStringList keys = shown();
        const ui::ItemMime mime({ Kind::Entries, ui::originOf(m_demo->demo.library.key()),
                                    { spine->entries[2], spine->entries[4] }, {} },
            {});
        QCOMPARE(
            support::dropOn(table().viewport(), between(3), mime, Qt::CopyAction | Qt::MoveAction),
            Qt::CopyAction);
        keys.insert(3, theirs[2]);
        keys.insert(4, theirs[4]);
        expect(m_kitchen, keys);
        QCOMPARE(held(m_running.ratingKey), theirs);
    }

    void smartPlaylistsRefuseWithAReason()
    {
        const auto smart = named(u"Recently loved"_s);
        m_demo->window->go({ Place::Playlist, smart.id.value, {} });
        QTRY_COMPARE(table().model()->rowCount(), smart.count);
        QTRY_VERIFY(!shown().contains(QString()));
        const QStringList before = shown();
        select({ 0 });
        QTest::keyClick(&table(), Qt::Key_Delete);
        auto* bar
            = m_demo->window->findChild<ui::Page*>(u"playlistPage"_s)->findChild<ui::ErrorBar*>();
        QVERIFY(bar);
        QTRY_VERIFY(bar->isVisible());
        QVERIFY2(bar->text().contains(u"rules"_s), qPrintable(bar->text()));
        QCOMPARE(shown(), before);
        QVERIFY(await(m_demo->changes.history(5))->isEmpty());
    }

    void aSortIsAViewUntilItIsSaved()
    {
        const QStringList before = shown();
        auto* header = table().horizontalHeader();
        const int title = int(ui::TrackColumn::Title);
        const QPoint place(header->sectionViewportPosition(title) + 40, header->height() / 2);
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, place);
        auto* strip = m_demo->find<QWidget>(u"sortStrip"_s);
        QTRY_VERIFY(strip->isVisible());
        QTRY_VERIFY(shown() != before && !shown().contains(QString()));
        const QStringList sorted = shown();
        // The numbers still are the places in the playlist.
        const QString number
            = table().model()->index(0, int(ui::TrackColumn::Position)).data().toString();
        QCOMPARE(number, QString::number(before.indexOf(sorted[0]) + 1));
        QCOMPARE(held(m_kitchen.ratingKey), before);
        // In a sorted view nothing is moved.
        select({ 3 });
        QTest::keyClick(&table(), Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(shown(), sorted);
        QTest::mouseClick(m_demo->find<QPushButton>(u"saveOrder"_s), Qt::LeftButton);
        expect(m_kitchen, sorted);
        QTRY_VERIFY(!strip->isVisible());
        QTest::keySequence(m_demo->window.get(), u"Ctrl+Z"_s);
        expect(m_kitchen, before);
    }

    void droppedOnTheSidebarTracksAreAdded()
    {
        auto* list = m_demo->find<QListView>(u"sidebarList"_s);
        auto& entries = m_demo->find<ui::Sidebar>(u"sidebar"_s)->entries();
        const int row = entries.rowOf({ Place::Playlist, m_kitchen.id.value, {} });
        QVERIFY(row >= 0);
        list->scrollTo(entries.index(row));
        const auto ids = *await(m_demo->demo.library.trackIds({}));
        const auto keys = *await(m_demo->demo.library.ratingKeys(
            { types::ItemId { ids[0] }, types::ItemId { ids[1] } }));
        const ui::ItemMime mime(
            { Kind::Tracks, ui::originOf(m_demo->demo.library.key()), { ids[0], ids[1] }, {} }, {});
        QStringList expected = shown();
        QCOMPARE(
            support::dropOn(list->viewport(), list->visualRect(entries.index(row)).center(), mime),
            Qt::CopyAction);
        expected += { keys[0].value, keys[1].value };
        expect(m_kitchen, expected);
    }

    void droppedBelowTheSidebarTheyMakeANewPlaylist()
    {
        auto* list = m_demo->find<QListView>(u"sidebarList"_s);
        const auto ids = *await(m_demo->demo.library.trackIds({}));
        const ui::ItemMime mime(
            { Kind::Tracks, ui::originOf(m_demo->demo.library.key()), { ids[3] }, {} }, {});
        m_demo->window->resize(1280, 1400);
        QTRY_VERIFY(list->viewport()->height() > 1000);
        QCOMPARE(support::dropOn(list->viewport(),
                     { list->viewport()->width() / 2, list->viewport()->height() - 4 }, mime),
            Qt::CopyAction);
        auto* dialog = m_demo->find<QDialog>(u"playlistDialog"_s);
        QVERIFY(dialog);
        QTRY_VERIFY(dialog->isVisible());
        QTRY_VERIFY(dialog->findChild<QLineEdit*>(u"playlistDialogTitle"_s)->hasFocus());
        QTest::keyClicks(dialog->findChild<QLineEdit*>(u"playlistDialogTitle"_s), u"Ferry"_s);
        QTest::keyClick(dialog, Qt::Key_Return);
        QTRY_VERIFY(named(u"Ferry"_s).id.isValid());
        QTRY_COMPARE(held(named(u"Ferry"_s).ratingKey).size(), 1);
    }

    void aPlaylistIsRenamedDuplicatedAndDeletedFromItsMenu()
    {
        const auto choose = [this](const QString& name) {
            QTest::mouseClick(m_demo->find<QToolButton>(u"playlistMore"_s), Qt::LeftButton);
            auto* menu = m_demo->find<QMenu>(u"playlistMenu"_s);
            QVERIFY(menu);
            auto* action = menu->findChild<QAction*>(name);
            QVERIFY(action && action->isEnabled());
            action->trigger();
            menu->close();
        };
        const QStringList before = shown();
        choose(u"playlistDuplicate"_s);
        QTRY_VERIFY(named(u"Kitchen (copy)"_s).id.isValid());
        QTRY_COMPARE(held(named(u"Kitchen (copy)"_s).ratingKey), before);
        QTRY_COMPARE(m_demo->changes.pendingSteps(), 0);
        choose(u"playlistDescribe"_s);
        QDialog* dialog = nullptr;
        QTRY_VERIFY((dialog = m_demo->find<QDialog>(u"playlistDialog"_s)) != nullptr);
        dialog->findChild<QLineEdit*>(u"playlistDialogTitle"_s)->setText(u"Cellar"_s);
        dialog->findChild<QPlainTextEdit*>(u"playlistDialogSummary"_s)->setPlainText(u"cold"_s);
        dialog->accept();
        QTRY_COMPARE(named(u"Cellar"_s).id, m_kitchen.id);
        QTRY_VERIFY(m_demo->changes.undoable().kind == u"playlist.describe"_s);
        QTRY_COMPARE(m_demo->changes.pendingSteps(), 0);
        QCOMPARE((*await(m_demo->demo.client->playlist(m_kitchen.ratingKey)))->summary, u"cold"_s);
        choose(u"playlistDelete"_s);
        QMessageBox* box = nullptr;
        QTRY_VERIFY((box = m_demo->find<QMessageBox>(u"deletePlaylist"_s)) != nullptr);
        // Return alone deletes nothing: it is not the default.
        QCOMPARE(box->defaultButton(), box->button(QMessageBox::Cancel));
        for (QAbstractButton* button : box->buttons()) {
            if (box->buttonRole(button) == QMessageBox::DestructiveRole) {
                button->click();
                break;
            }
        }
        QTRY_VERIFY(!named(u"Cellar"_s).id.isValid());
        QTRY_VERIFY(!*await(m_demo->demo.client->playlist(m_kitchen.ratingKey)));
        QTRY_COMPARE(m_demo->changes.pendingSteps(), 0);
        m_demo->window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_demo->window.get()));
        QTest::keySequence(m_demo->window.get(), u"Ctrl+Z"_s);
        QTRY_VERIFY(named(u"Cellar"_s).id.isValid());
        QTRY_COMPARE(held(named(u"Cellar"_s).ratingKey), before);
    }
};

PLEXM8_GUI_TEST_MAIN(TestPlaylistEditing)
#include "tst_playlistediting.moc"
