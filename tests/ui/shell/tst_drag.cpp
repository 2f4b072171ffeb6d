// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/stallguard.h"
#include "tests/ui/shell/demowindow.h"
#include "tests/ui/shell/dragging.h"
#include "ui/common/carddelegate.h"
#include "ui/common/covergrid.h"
#include "ui/common/coverlabel.h"
#include "ui/common/errorbar.h"
#include "ui/common/page.h"
#include "ui/common/textlabel.h"
#include "ui/playback/playerbar.h"
#include "ui/playback/queuelist.h"
#include "ui/playback/queuepanel.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QToolButton>

using namespace Qt::StringLiterals;
using Kind = ui::ItemDrag::Kind;
using Place = ui::Route::Place;
using support::dragFrom;
using support::dragOver;
using support::dropOn;
using support::SeenDrag;

/// Dragging music out of every list, and dropping it into the queue and onto the player.
class TestDrag : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<support::DemoWindow> m_demo;

    template <class T = QAbstractItemView>
    T* find(const QString& name)
    {
        return m_demo->find<T>(name);
    }
    void go(Place place, qint64 id = 0, const QString& text = {})
    {
        m_demo->window->go({ place, id, text });
    }
    playback::Player& player() { return m_demo->player; }
    ui::QueueList& queue() { return *find<ui::QueueList>(u"queueList"_s); }
    ui::TrackTable& tracks() { return *find<ui::TrackTable>(u"tracksTable"_s); }

    static QPoint cell(const QAbstractItemView& view, int row, int column = 0)
    {
        return view.visualRect(view.model()->index(row, column)).center();
    }
    /// From the middle of a row or card of a list that has been filled.
    SeenDrag dragRow(const QString& name, int row = 0)
    {
        auto* view = find<>(name);
        (void)QTest::qWaitFor([view, row] {
            const QModelIndex index = view->model()->index(row, 0);
            return index.isValid() && view->isVisible() && view->visualRect(index).isValid()
                && !index.data(ui::PagedModelBase::PlaceholderRole).toBool();
        });
        const int column = qobject_cast<ui::TrackTable*>(view) ? int(ui::TrackColumn::Title) : 0;
        QPoint from = cell(*view, row, column);
        if (qobject_cast<ui::CoverGrid*>(view)) { // beside the button that plays
            from = view->visualRect(view->model()->index(row, 0)).topLeft() + QPoint(16, 16);
        }
        return dragFrom(view->viewport(), from);
    }
    QList<qint64> idsOf(const QList<int>& rows)
    {
        QList<qint64> ids;
        for (const int row : rows) {
            ids.append(tracks().trackRows()->item(row).value);
        }
        return ids;
    }
    std::unique_ptr<ui::ItemMime> mimeOf(Kind kind, const QList<qint64>& ids)
    {
        return std::make_unique<ui::ItemMime>(
            ui::ItemDrag { kind, ui::originOf(m_demo->demo.library.key()), ids }, ui::DragText());
    }
    std::unique_ptr<ui::ItemMime> mimeOfNames(Kind kind, const QStringList& names)
    {
        return std::make_unique<ui::ItemMime>(
            ui::ItemDrag { kind, ui::originOf(m_demo->demo.library.key()), {}, names },
            ui::DragText());
    }
    QList<qint64> queued()
    {
        QList<qint64> ids;
        for (const playback::QueueEntry& entry : player().queue().entries()) {
            ids.append(entry.item.value);
        }
        return ids;
    }
    QList<qint64> queueIds(const QList<int>& rows)
    {
        QList<qint64> ids;
        for (const int row : rows) {
            ids.append(player().queue().entries().at(row).id.value);
        }
        return ids;
    }
    /// The first @p count tracks, in the queue; nothing plays.
    void fillQueue(int count)
    {
        m_demo->window->showQueue(true);
        tracks().selectionModel()->clear();
        for (int row = 0; row < count; ++row) {
            tracks().selectionModel()->select(tracks().model()->index(row, 0),
                QItemSelectionModel::Select | QItemSelectionModel::Rows);
        }
        QTest::keyClick(&tracks(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(queue().model()->rowCount(), count);
        QTRY_VERIFY(queue().isVisible());
    }
    /// Between two rows: at the upper edge of @p row.
    QPoint above(int row)
    {
        return queue().visualRect(queue().model()->index(row, 0)).topLeft() + QPoint(30, 3);
    }
    QString notice()
    {
        auto* bar
            = m_demo->window->findChild<ui::Page*>(u"tracksPage"_s)->findChild<ui::ErrorBar*>();
        return bar->isVisible() ? bar->accessibleName() : QString();
    }

private Q_SLOTS:
    void init()
    {
        m_demo = std::make_unique<support::DemoWindow>(support::demoOf(400));
        (void)m_demo->openTracks();
        QTRY_VERIFY(tracks().trackRows()->track(20));
    }
    void cleanup() { m_demo.reset(); }

    void everyListOfMusicCanBeDragged()
    {
        const types::TrackRow track = *tracks().trackRows()->track(0);
        const auto check = [](const SeenDrag& seen, Kind kind, const char* where) {
            QVERIFY2(seen.hasBegun, where);
            QVERIFY2(seen.items.kind == kind && !seen.items.isEmpty(), where);
            QVERIFY2(!seen.text.isEmpty() && !seen.text.contains(u"://"_s), where);
            QCOMPARE(seen.formats,
                QStringList({ ui::kItemDragType, u"text/plain"_s, u"text/uri-list"_s }));
            QVERIFY2(!seen.badge.isNull() && seen.actions.testFlag(Qt::CopyAction), where);
        };
        check(dragRow(u"tracksTable"_s), Kind::Tracks, "Tracks");
        m_demo->find<QToolButton>(u"tracksBrowser"_s)->click();
        // What is chosen in a column reads those to the right of it anew.
        check(dragRow(u"browserAlbumList"_s), Kind::Albums, "browser: albums");
        check(dragRow(u"browserArtistList"_s), Kind::Artists, "browser: artists");
        check(dragRow(u"browserGenreList"_s), Kind::Genres, "browser: genres");
        go(Place::Artists);
        check(dragRow(u"artistsGrid"_s), Kind::Artists, "Artists");
        go(Place::Albums);
        check(dragRow(u"albumsGrid"_s), Kind::Albums, "Albums");
        go(Place::Genres);
        check(dragRow(u"genresGrid"_s), Kind::Genres, "Genres");
        go(Place::Playlists);
        check(dragRow(u"playlistsGrid"_s), Kind::Playlists, "Playlists");
        const auto playlists = support::await(m_demo->demo.library.playlists());
        const auto music = std::ranges::find_if(*playlists,
            [](const types::PlaylistRow& each) { return !each.isVideo && each.count > 0; });
        QVERIFY(music != playlists->end());
        go(Place::Playlist, music->id.value);
        check(dragRow(u"playlistTable"_s), Kind::Entries, "a playlist");
        auto* name = m_demo->find<ui::TextLabel>(u"playlistTitle"_s);
        check(dragFrom(name, { 5, 5 }), Kind::Playlists, "a playlist's name");
        go(Place::Album, track.albumId.value);
        check(dragRow(u"albumTable"_s), Kind::Tracks, "an album");
        const SeenDrag head = dragFrom(m_demo->find<ui::TextLabel>(u"albumTitle"_s), { 5, 5 });
        check(head, Kind::Albums, "an album's name");
        QCOMPARE(head.items.ids, QList<qint64> { track.albumId.value });
        QCOMPARE(head.text, ui::dragLine(track.albumArtist, track.album));
        go(Place::Artist, track.artistId.value, track.albumArtist);
        check(dragRow(u"artistTable"_s), Kind::Tracks, "an artist's top tracks");
        int shown = 0;
        for (const QString& grid : { u"artistAlbums"_s, u"artistSingles"_s, u"artistLive"_s,
                 u"artistCompilations"_s, u"artistAppearsOn"_s }) {
            if (find<>(grid)->isVisible()) {
                check(dragRow(grid), Kind::Albums, qPrintable(grid));
                ++shown;
            }
        }
        QVERIFY(shown > 0);
        check(dragFrom(m_demo->find<ui::TextLabel>(u"artistTitle"_s), { 5, 5 }), Kind::Artists,
            "an artist's name");
        if (find<>(u"artistSimilar"_s)->isVisible()) {
            check(dragRow(u"artistSimilar"_s), Kind::Artists, "similar artists");
        }
        go(Place::Home);
        check(dragRow(u"homeAdded"_s), Kind::Albums, "Home: albums");
        check(dragRow(u"homeTop"_s), Kind::Tracks, "Home: tracks");
        check(dragRow(u"homePlaylists"_s), Kind::Playlists, "Home: playlists");
        m_demo->window->startSearch(u"a"_s);
        check(dragRow(u"searchTable"_s), Kind::Tracks, "Search: tracks");
        const SeenDrag found = dragRow(u"searchCards"_s);
        const QModelIndex card = find<>(u"searchCards"_s)->model()->index(0, 0);
        const QString icon = card.data(ui::IconNameRole).toString();
        check(found,
            icon == u"artist"_s      ? Kind::Artists
                : icon == u"album"_s ? Kind::Albums
                                     : Kind::Playlists,
            "Search: others");
        QVERIFY(found.text.endsWith(card.data().toString()));
    }

    void foldersAndWhatWasPlayedCanBeDragged()
    {
        go(Place::Folders);
        const SeenDrag folder = dragRow(u"foldersList"_s);
        QVERIFY(folder.hasBegun);
        QCOMPARE(folder.items.kind, Kind::Folder);
        QCOMPARE(folder.items.names.size(), 2);
        go(Place::History);
        m_demo->find<QPushButton>(u"historyPlayed"_s)->click();
        const SeenDrag played = dragRow(u"playedList"_s);
        QVERIFY(played.hasBegun);
        QCOMPARE(played.items.kind, Kind::Keys);
        m_demo->window->showQueue(true);
        const QPoint middle = m_demo->find<ui::QueuePanel>(u"queuePanel"_s)->rect().center();
        auto* panel = m_demo->find<ui::QueuePanel>(u"queuePanel"_s);
        QCOMPARE(
            dropOn(panel, middle, *mimeOfNames(Kind::Keys, played.items.names)), Qt::CopyAction);
        QTRY_COMPARE(player().queue().size(), 1);
        QCOMPARE(
            dropOn(panel, middle, *mimeOfNames(Kind::Folder, folder.items.names)), Qt::CopyAction);
        QTRY_VERIFY(player().queue().size() > 1);
    }

    void theQueueAndThePlayerCanBeDragged()
    {
        auto* title = m_demo->find<QWidget>(u"playerTitle"_s);
        QVERIFY(!dragFrom(title, { 5, 5 }).hasBegun); // nothing is there
        fillQueue(3);
        const SeenDrag row = dragRow(u"queueList"_s, 1);
        QVERIFY(row.hasBegun);
        QCOMPARE(row.items.kind, Kind::Queue);
        QCOMPARE(row.items.ids, queueIds({ 1 }));
        QVERIFY(row.actions.testFlag(Qt::MoveAction));
        QTRY_VERIFY(title->isEnabled());
        const SeenDrag playing = dragFrom(title, { 5, 5 });
        QVERIFY(playing.hasBegun);
        QCOMPARE(playing.items.kind, Kind::Tracks);
        QCOMPARE(playing.items.ids, idsOf({ 0 }));
        QCOMPARE(m_demo->window->route().place, Place::Tracks); // it was no click
        auto* cover = title->parentWidget()->findChild<ui::CoverLabel*>();
        QCOMPARE(dragFrom(cover, { 5, 5 }).items.ids, idsOf({ 0 }));
    }

    void anySelectedRowDragsAllInTheirOrder()
    {
        const QList<int> rows { 9, 2, 5, 3 };
        for (const int row : rows) {
            tracks().selectionModel()->select(tracks().model()->index(row, 0),
                QItemSelectionModel::Select | QItemSelectionModel::Rows);
        }
        for (const ui::TrackColumn column :
            { ui::TrackColumn::Title, ui::TrackColumn::Artist, ui::TrackColumn::Duration }) {
            const SeenDrag seen = dragFrom(tracks().viewport(), cell(tracks(), 5, int(column)));
            QCOMPARE(seen.items.ids, idsOf({ 2, 3, 5, 9 }));
            QCOMPARE(seen.text.split(u'\n').size(), 4);
            const types::TrackRow& third = *tracks().trackRows()->track(5);
            QCOMPARE(seen.text.split(u'\n').at(2), third.artist + u" – "_s + third.title);
        }
        // One that is not selected is dragged alone, and is the selection.
        const SeenDrag alone = dragRow(u"tracksTable"_s, 7);
        QCOMPARE(alone.items.ids, idsOf({ 7 }));
        QCOMPARE(tracks().selectedRowNumbers(), QList<int> { 7 });
    }

    void starsHeadersAndOtherButtonsDragNothing()
    {
        const int unrated = support::unratedRow(tracks());
        QVERIFY(unrated >= 0);
        const QPoint star = support::starsOf(tracks(), unrated, 20);
        tracks().selectRow(unrated);
        QVERIFY(!dragFrom(tracks().viewport(), star).hasBegun);
        QCOMPARE(tracks().selectedRowNumbers(), QList<int> { unrated });
        tracks().setRatingLocked(true);
        QVERIFY(dragFrom(tracks().viewport(), star).hasBegun);
        const QPoint title = cell(tracks(), 1, int(ui::TrackColumn::Title));
        QVERIFY(!dragFrom(tracks().viewport(), title, Qt::MiddleButton).hasBegun);
        QVERIFY(!dragFrom(tracks().horizontalHeader()->viewport(), { 100, 8 }).hasBegun);
        QCOMPARE(m_demo->changes.pendingSteps(), 0);
    }

    void aCardThatWasDraggedIsNotOpened()
    {
        go(Place::Albums);
        QVERIFY(dragRow(u"albumsGrid"_s, 1).hasBegun);
        QCOMPARE(m_demo->window->route().place, Place::Albums);
        auto* grid = find<ui::CoverGrid>(u"albumsGrid"_s);
        const QRect card = grid->visualRect(grid->model()->index(1, 0));
        auto* delegate = qobject_cast<ui::CardDelegate*>(grid->itemDelegate());
        const QPoint play = delegate->playButton(card.topLeft()).center();
        QVERIFY(!dragFrom(grid->viewport(), play).hasBegun);
        QTest::mouseClick(grid->viewport(), Qt::LeftButton, {}, card.topLeft() + QPoint(16, 16));
        QCOMPARE(m_demo->window->route().place, Place::Album);
    }

    void whatIsDroppedBetweenRowsComesThere()
    {
        fillQueue(4);
        const auto mime = mimeOf(Kind::Tracks, idsOf({ 12, 10, 11 }));
        QCOMPARE(dragOver(queue().viewport(), above(2), *mime), Qt::CopyAction);
        QCOMPARE(queue().dropsBefore(), 2);
        QCOMPARE(dropOn(queue().viewport(), above(2), *mime), Qt::CopyAction);
        QCOMPARE(queue().dropsBefore(), -1);
        QTRY_COMPARE(queued(), idsOf({ 0, 1, 12, 10, 11, 2, 3 }));
        QTRY_VERIFY(notice().contains(u"3"_s));
        QCOMPARE(player().queue().currentIndex(), 0);
        QCOMPARE(player().state(), playback::Player::State::Stopped);
        // Below the last row: at the end.
        const QPoint below = above(6) + QPoint(0, 200);
        const auto more = mimeOf(Kind::Tracks, idsOf({ 15 }));
        QCOMPARE(dropOn(queue().viewport(), below, *more), Qt::CopyAction);
        QTRY_COMPARE(queued(), idsOf({ 0, 1, 12, 10, 11, 2, 3, 15 }));
    }

    void insideTheQueueTheSelectionMoves()
    {
        fillQueue(6);
        for (const int row : { 4, 1 }) {
            queue().selectionModel()->select(
                queue().model()->index(row, 0), QItemSelectionModel::Select);
        }
        const SeenDrag seen = dragRow(u"queueList"_s, 4);
        QCOMPARE(seen.items.ids, queueIds({ 1, 4 }));
        const auto mime = mimeOf(Kind::Queue, seen.items.ids);
        QCOMPARE(dropOn(queue().viewport(), above(0), *mime, Qt::MoveAction), Qt::MoveAction);
        QCOMPARE(queued(), idsOf({ 1, 4, 0, 2, 3, 5 }));
        QCOMPARE(player().queue().current()->item.value, idsOf({ 0 }).constFirst());
        QList<int> selected; // they are, still
        for (const QModelIndex& index : queue().selectionModel()->selectedRows()) {
            selected.append(index.row());
        }
        std::ranges::sort(selected);
        QCOMPARE(selected, QList<int>({ 0, 1 }));
        // A copy, where that is asked for.
        QCOMPARE(dropOn(queue().viewport(), above(6 - 1), *mime, Qt::CopyAction), Qt::CopyAction);
        QCOMPARE(queued(), idsOf({ 1, 4, 0, 2, 3, 1, 4, 5 }));
    }

    void albumsArtistsGenresAndPlaylistsComeAsTheirTracks()
    {
        m_demo->window->showQueue(true);
        auto* panel = m_demo->find<ui::QueuePanel>(u"queuePanel"_s);
        QTRY_VERIFY(panel->isVisible());
        const types::TrackRow track = *tracks().trackRows()->track(0);
        library::TrackQuery query;
        QList<qint64> expected;
        const auto drop = [&](const ui::ItemMime& mime) {
            const auto ids = support::await(m_demo->demo.library.trackIds(query));
            QVERIFY(ids && !ids->empty());
            expected.append(QList<qint64>(ids->begin(), ids->end()));
            QCOMPARE(dropOn(panel, panel->rect().center(), mime), Qt::CopyAction);
            QTRY_COMPARE(queued(), expected);
        };
        query.album = track.albumId;
        drop(*mimeOf(Kind::Albums, { track.albumId.value }));
        query = {};
        query.artists = { track.artistId };
        drop(*mimeOf(Kind::Artists, { track.artistId.value }));
        query = {};
        const auto genres = support::await(m_demo->demo.library.genres());
        query.genres = QStringList { genres->at(0).name, genres->at(1).name };
        drop(*mimeOfNames(Kind::Genres, query.genres));
        const auto playlists = support::await(m_demo->demo.library.playlists());
        const auto music = std::ranges::find_if(*playlists,
            [](const types::PlaylistRow& each) { return !each.isVideo && each.count > 0; });
        QVERIFY(music != playlists->end());
        const auto spine = support::await(m_demo->demo.library.playlistSpine(music->id));
        const QList<qint64> entryIds(spine->entries.begin(), spine->entries.end());
        const auto entries = support::await(m_demo->demo.library.playlistEntries(entryIds));
        for (int twice = 0; twice < 2; ++twice) {
            for (const types::PlaylistEntryRow& entry : *entries) {
                expected.append(
                    entry.isMissing ? QList<qint64>() : QList<qint64> { entry.track.id.value });
            }
        }
        QCOMPARE(
            dropOn(panel, { 5, 5 }, *mimeOf(Kind::Playlists, { music->id.value })), Qt::CopyAction);
        QCOMPARE(dropOn(panel, { 5, 5 }, *mimeOf(Kind::Entries, entryIds)), Qt::CopyAction);
        QTRY_COMPARE(queued(), expected); // neither of the two was lost
    }

    void thePlayerQueuesOrPlays()
    {
        auto* bar = m_demo->find<ui::PlayerBar>(u"playerBar"_s);
        const QPoint middle = bar->rect().center();
        QCOMPARE(dropOn(bar, middle, *mimeOf(Kind::Tracks, idsOf({ 3, 1 }))), Qt::CopyAction);
        QTRY_COMPARE(queued(), idsOf({ 3, 1 }));
        QTRY_VERIFY(player().state() != playback::Player::State::Stopped);
        QCOMPARE(dropOn(bar, middle, *mimeOf(Kind::Tracks, idsOf({ 7 }))), Qt::CopyAction);
        QTRY_COMPARE(queued(), idsOf({ 3, 1, 7 }));
        QCOMPARE(player().queue().currentIndex(), 0);
        // What is queued already is not queued again.
        QCOMPARE(dragOver(bar, middle, *mimeOf(Kind::Queue, queueIds({ 1 }))), Qt::IgnoreAction);
    }

    void withoutAServerThePlayerQueuesOnly()
    {
        account::Circumstances offline;
        offline.isServerKnown = true;
        offline.hasCache = true;
        m_demo->window->setCapabilities(account::capabilitiesIn(offline));
        auto* bar = m_demo->find<ui::PlayerBar>(u"playerBar"_s);
        QCOMPARE(dropOn(bar, { 5, 5 }, *mimeOf(Kind::Tracks, idsOf({ 3 }))), Qt::CopyAction);
        QTRY_COMPARE(queued(), idsOf({ 3 }));
        QCOMPARE(player().state(), playback::Player::State::Stopped);
    }

    void whatIsNotOfThisLibraryIsRefused()
    {
        fillQueue(3);
        const QList<qint64> before = queued();
        QMimeData text;
        text.setText(u"Artist – Title"_s);
        text.setUrls({ QUrl(u"file:///music/a.jpg"_s) }); // music would be imported
        QMimeData junk;
        junk.setData(ui::kItemDragType, "junk");
        const ui::ItemMime other(
            { Kind::Tracks, ui::originOf({ { u"other"_s }, {} }), idsOf({ 5 }) }, {});
        QMimeData cut; // of here, but not whole
        cut.setData(ui::kItemDragType,
            ui::encoded({ Kind::Tracks, ui::originOf(m_demo->demo.library.key()), { 1 } })
                .chopped(3));
        auto* bar = m_demo->find<ui::PlayerBar>(u"playerBar"_s);
        auto* panel = m_demo->find<ui::QueuePanel>(u"queuePanel"_s);
        for (const QMimeData* mime :
            std::initializer_list<const QMimeData*> { &text, &junk, &other }) {
            QCOMPARE(dragOver(queue().viewport(), above(1), *mime), Qt::IgnoreAction);
            QCOMPARE(queue().dropsBefore(), -1);
            QCOMPARE(dragOver(panel, { 5, 5 }, *mime), Qt::IgnoreAction);
            QCOMPARE(dragOver(bar, { 5, 5 }, *mime), Qt::IgnoreAction);
            QVERIFY(!queue().model()->dropMimeData(mime, Qt::CopyAction, 0, 0, {}));
        }
        QCOMPARE(dropOn(queue().viewport(), above(1), cut), Qt::IgnoreAction);
        QCOMPARE(dropOn(bar, { 5, 5 }, cut), Qt::IgnoreAction);
        // Rows that were taken out while they were on their way.
        const auto gone = mimeOf(Kind::Queue, queueIds({ 1 }));
        player().removeRows({ 1 });
        QCOMPARE(dropOn(queue().viewport(), above(0), *gone, Qt::MoveAction), Qt::IgnoreAction);
        QCOMPARE(queued().size(), before.size() - 1);
        // Things that there are not any more.
        QCOMPARE(dropOn(bar, { 5, 5 }, *mimeOf(Kind::Albums, { 1LL << 40 })), Qt::CopyAction);
        QTRY_VERIFY(notice().contains(u"library"_s));
        QCOMPARE(queued().size(), before.size() - 1);
    }

    void leavingTakesTheLineAway()
    {
        fillQueue(3);
        const auto mime = mimeOf(Kind::Tracks, idsOf({ 5 }));
        const QImage before = queue().grab().toImage();
        QCOMPARE(dragOver(queue().viewport(), above(1), *mime), Qt::CopyAction);
        QCOMPARE(queue().dropsBefore(), 1);
        QVERIFY(queue().grab().toImage() != before);
        QDragLeaveEvent leave; // as Escape does
        QApplication::sendEvent(queue().viewport(), &leave);
        QCOMPARE(queue().dropsBefore(), -1);
        QCOMPARE(queue().grab().toImage(), before);
    }

    void nearTheEdgesTheQueueScrolls()
    {
        fillQueue(60);
        const auto mime = mimeOf(Kind::Tracks, idsOf({ 5 }));
        const QPoint edge(30, queue().viewport()->height() - 4);
        QCOMPARE(dragOver(queue().viewport(), edge, *mime), Qt::CopyAction);
        const int before = queue().dropsBefore();
        QTRY_VERIFY(queue().verticalScrollBar()->value() > 100);
        QVERIFY(queue().dropsBefore() > before); // the line is where it would be dropped now
        QDragLeaveEvent leave;
        QApplication::sendEvent(queue().viewport(), &leave);
    }

    void keysMoveAllThatAreSelected()
    {
        fillQueue(6);
        queue().setFocus();
        for (const int row : { 2, 4 }) {
            queue().selectionModel()->select(
                queue().model()->index(row, 0), QItemSelectionModel::Select);
        }
        queue().selectionModel()->setCurrentIndex(
            queue().model()->index(4, 0), QItemSelectionModel::NoUpdate);
        QTest::keyClick(&queue(), Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(queued(), idsOf({ 0, 2, 4, 1, 3, 5 }));
        QCOMPARE(queue().currentIndex().row(), 2); // the same track
        QTest::keyClick(&queue(), Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(queued(), idsOf({ 2, 4, 0, 1, 3, 5 }));
        QTest::keyClick(&queue(), Qt::Key_Up, Qt::AltModifier); // there is no further up
        QCOMPARE(queued(), idsOf({ 2, 4, 0, 1, 3, 5 }));
        QTest::keyClick(&queue(), Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(queued(), idsOf({ 0, 2, 4, 1, 3, 5 }));
        QCOMPARE(queue().selectionModel()->selectedRows().size(), 2);
        QVERIFY(!queue().accessibleDescription().isEmpty());
    }

    void theModelTellsWhatChangedRowByRow()
    {
        fillQueue(5);
        const QPersistentModelIndex third(queue().model()->index(2, 0));
        const QString title = third.data().toString();
        player().removeRows({ 0, 4 });
        QCOMPARE(third.row(), 1);
        player().insert(0, player().queue().entries());
        QCOMPARE(third.row(), 4);
        player().setShuffled(true);
        QVERIFY(third.isValid());
        QCOMPARE(third.data().toString(), title);
        player().clearQueue();
        QVERIFY(!third.isValid());
    }
};

PLEXM8_GUI_TEST_MAIN(TestDrag)
#include "tst_drag.moc"
