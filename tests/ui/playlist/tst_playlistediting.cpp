// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/playlist/playlistfile.h"
#include "tests/support/stallguard.h"
#include "tests/ui/shell/demowindow.h"
#include "tests/ui/shell/dragging.h"
#include "ui/common/covergrid.h"
#include "ui/common/dragout.h"
#include "ui/common/droppedfiles.h"
#include "ui/common/errorbar.h"
#include "ui/common/page.h"
#include "ui/common/statepage.h"
#include "ui/common/tracktable.h"
#include "ui/playlist/playlisttable.h"
#include "ui/shell/sidebar.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QDialog>
#include <QFileInfo>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QProgressBar>
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
        const auto page = await(m_demo->demo.client->playlistItems(key, 0, 5000));
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
        QTRY_VERIFY([] {
            const QMimeData* mime = QGuiApplication::clipboard()->mimeData();
            return mime && mime->hasFormat(ui::kItemDragType);
        }());
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

    /// What other programs get of it: a playlist with the files as the server has them.
    void draggedOutTheyAreAPlaylistFile()
    {
        select({ 1, 4 });
        const support::SeenDrag seen
            = support::dragFrom(table().viewport(), between(1) + QPoint(0, 12));
        QVERIFY(seen.hasBegun && seen.formats.contains(u"text/uri-list"_s));
        auto* out = ui::DragOut::of(table());
        QVERIFY(out);
        const auto path = out->begin(seen.items, u"Kitchen & 1/2"_s);
        QVERIFY(path->isEmpty());
        QTRY_VERIFY(!path->isEmpty());
        QCOMPARE(QFileInfo(*path).fileName(), u"Kitchen & 1_2.m3u8"_s);
        const auto file = playlist::readFile(*path);
        QVERIFY(file);
        QCOMPARE(file->rows.size(), 2);
        for (const int row : { 0, 1 }) {
            const types::TrackRow* track = table().trackRows()->track(row == 0 ? 1 : 4);
            QCOMPARE(file->rows[size_t(row)].title, track->title);
            QVERIFY2(file->rows[size_t(row)].location.startsWith(u'/'),
                qPrintable(file->rows[size_t(row)].location));
        }
        // As what a file manager is given, and never taken for an import here.
        const ui::ItemMime mime(seen.items, {}, path);
        QCOMPARE(mime.urls(), QList<QUrl> { QUrl::fromLocalFile(*path) });
        QCOMPARE(ui::importableIn(mime), QStringList());
    }

    void whatIsEmptyTakesWhatIsDroppedAndPasted()
    {
        const auto made = await(m_demo->playlists.create(
            m_demo->demo.library.key(), u"Ferry"_s, {}, playlist::Source()));
        QVERIFY(made && await(m_demo->changes.settled(*made)));
        select({ 1 });
        const QStringList copied { shown().at(1) };
        QTest::keySequence(&table(), QKeySequence::Copy);
        QTRY_VERIFY([] {
            const QMimeData* mime = QGuiApplication::clipboard()->mimeData();
            return mime && mime->hasFormat(ui::kItemDragType);
        }());
        const types::PlaylistRow ferry = named(u"Ferry"_s);
        m_demo->window->go({ Place::Playlist, ferry.id.value, {} });
        auto* states = m_demo->find<QWidget>(u"playlistPage"_s)->findChild<ui::StatePage*>();
        QTRY_COMPARE(states->state(), ui::StatePage::State::Empty);
        QTRY_VERIFY(states->hasFocus());
        QTest::keySequence(states, QKeySequence::Paste);
        expect(ferry, copied);
        QTest::keySequence(m_demo->window.get(), QKeySequence::Undo);
        QTRY_COMPARE(states->state(), ui::StatePage::State::Empty);
        const auto ids = *await(m_demo->demo.library.trackIds({}));
        const ui::ItemMime mime(
            { Kind::Tracks, ui::originOf(m_demo->demo.library.key()), { ids[3] }, {} }, {});
        QCOMPARE(support::dropOn(states, { 100, 100 }, mime), Qt::CopyAction);
        QTRY_COMPARE(held(ferry.ratingKey).size(), 1);
    }

    /// It is said what is sent, how far it is, and it can be stopped.
    void whatTakesLongIsShownAndCanBeStopped()
    {
        demo::Fault slow;
        slow.method = "PUT";
        slow.pathPrefix = u"/playlists/"_s;
        slow.times = -1;
        slow.delay = std::chrono::milliseconds(400);
        m_demo->demo.server.inject(slow);
        auto* bar = m_demo->find<QWidget>(u"changeBar"_s);
        QVERIFY(bar && !bar->isVisible());
        playlist::Source source;
        const auto ids = *await(m_demo->demo.library.trackIds({}));
        for (const qint64 id : ids) {
            source.items.append(types::ItemId { id });
        }
        for (int i = 0; i < 3; ++i) {
            source.items += source.items.mid(0, 600);
        }
        const auto change
            = await(m_demo->playlists.insert(m_demo->demo.library.key(), m_kitchen.id, source));
        QVERIFY(change);
        QVERIFY(!bar->isVisible()); // what is quick is never seen
        QTRY_VERIFY(bar->isVisible());
        auto* progress = m_demo->find<QProgressBar>(u"changeProgress"_s);
        QVERIFY2(m_demo->find<QLabel>(u"changeText"_s)->text().contains(m_kitchen.title),
            qPrintable(m_demo->find<QLabel>(u"changeText"_s)->text()));
        const int seen = progress->value();
        QTRY_VERIFY(progress->value() > seen);
        auto* stop = m_demo->find<QPushButton>(u"changeStop"_s);
        QTest::mouseClick(stop, Qt::LeftButton);
        QVERIFY(!stop->isEnabled());
        QVERIFY(await(m_demo->changes.settled(*change)));
        QTRY_VERIFY(!bar->isVisible());
        const auto whole = size_t(m_kitchen.count) + size_t(source.items.size());
        QTRY_VERIFY(!shown().isEmpty());
        const qsizetype kept = held(m_kitchen.ratingKey).size();
        QVERIFY(kept > m_kitchen.count && size_t(kept) < whole);
        QTRY_COMPARE(table().model()->rowCount(), int(kept));
    }

    void anAlbumIsAddedFromTheMenuOfItsCard()
    {
        const QStringList before = held(m_kitchen.ratingKey);
        m_demo->window->go({ Place::Albums, 0, {} });
        auto* grid = m_demo->find<ui::CoverGrid>(u"albumsGrid"_s);
        QVERIFY(grid);
        QTRY_VERIFY(grid->model()->rowCount() > 0
            && !grid->model()->index(0, 0).data(ui::PagedModelBase::PlaceholderRole).toBool());
        grid->setFocus();
        grid->setCurrentIndex(grid->model()->index(0, 0));
        QContextMenuEvent event(QContextMenuEvent::Keyboard, {}, grid->mapToGlobal(QPoint()));
        QApplication::sendEvent(grid->viewport(), &event);
        auto* menu = grid->findChild<QMenu*>(u"cardMenu"_s);
        QVERIFY(menu);
        auto* add = menu->findChild<QMenu*>(u"addToPlaylist"_s);
        QVERIFY(add);
        menu->setActiveAction(add->menuAction());
        QTest::keyClick(menu, Qt::Key_Right);
        QTRY_VERIFY(add->isVisible());
        QAction* kitchen = nullptr;
        QTRY_VERIFY([&] {
            for (QAction* action : add->actions()) {
                // Two lists may have the same title.
                kitchen = !kitchen && action->text() == u"Kitchen"_s ? action : kitchen;
            }
            return kitchen != nullptr;
        }());
        const types::ItemId album {
            grid->model()->index(0, 0).data(ui::PagedModelBase::IdRole).toLongLong()
        };
        library::TrackQuery query;
        query.album = album;
        const qsizetype tracks = std::ssize(*await(m_demo->demo.library.trackIds(query)));
        QVERIFY(tracks > 0);
        add->setActiveAction(kitchen);
        QCOMPARE(add->activeAction(), kitchen);
        const QSignalSpy chosen(kitchen, &QAction::triggered);
        QTest::keyClick(add, Qt::Key_Return);
        QCOMPARE(chosen.size(), 1);
        QTRY_COMPARE(held(m_kitchen.ratingKey).size(), before.size() + tracks);
        QCOMPARE(held(m_kitchen.ratingKey).mid(0, before.size()), before);
    }

    /// Two moved the same row: it stays theirs until somebody says which it is to be.
    void whatBothMovedIsAskedAbout()
    {
        const QStringList before = shown();
        const auto rows = await(m_demo->demo.client->playlistItems(m_kitchen.ratingKey, 0, 100));
        QVERIFY(rows);
        QVERIFY(await(m_demo->demo.client->moveInPlaylist(m_kitchen.ratingKey,
            rows->items[4].playlistItemId.value_or(0), rows->items[8].playlistItemId.value_or(0))));
        QStringList theirs = before;
        theirs.move(4, 8);
        QCOMPARE(held(m_kitchen.ratingKey), theirs);
        select({ 4 });
        QTest::keyClick(&table(), Qt::Key_Up, Qt::AltModifier | Qt::ShiftModifier);
        auto* action = m_demo->window->findChild<ui::Page*>(u"playlistPage"_s)
                           ->findChild<QPushButton*>(u"errorAction"_s);
        QTRY_VERIFY(action->isVisible());
        QCOMPARE(action->text(), u"Keep mine"_s);
        expect(m_kitchen, theirs);
        QTest::mouseClick(action, Qt::LeftButton);
        QStringList mine = theirs;
        mine.move(8, 0);
        expect(m_kitchen, mine);
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
