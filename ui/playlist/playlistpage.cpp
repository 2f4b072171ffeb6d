// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/playlist/playlistpage.h"

#include "core/playlist/playlists.h"
#include "ui/common/dragging.h"
#include "ui/common/errorbar.h"
#include "ui/common/format.h"
#include "ui/common/icons.h"
#include "ui/common/itemdrag.h"
#include "ui/common/lists.h"
#include "ui/common/pagehead.h"
#include "ui/common/typeahead.h"
#include "ui/playlist/playlisttable.h"
#include "ui/playlist/sortstrip.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int kCover = 168;

} // namespace

PlaylistPage::PlaylistPage(library::Library& library, playlist::Playlists& playlists,
    Covers& covers, Capabilities& capabilities, QWidget* parent)
    : TrackPage(parent)
    , m_library(library)
    , m_playlists(playlists)
    , m_model(library)
    , m_head(new PageHead(covers, capabilities, kCover, u"playlist"_s))
    , m_more(new QToolButton)
    , m_sortStrip(new SortStrip)
    , m_table(new PlaylistTable(m_model, library, covers, capabilities))
{
    setObjectName(u"playlistPage"_s);
    hideHeader();
    m_head->setDrag([this] {
        const bool isMusic = !m_model.playlist().isVideo;
        return isMusic ? ItemDrag::of(Route::playlist(m_playlist), m_library.key()) : ItemDrag();
    });
    m_table->setObjectName(u"playlistTable"_s);
    m_table->setAccessibleName(tr("Tracks of the playlist"));
    m_table->setSortable(true);
    m_table->setColumns({ TrackColumn::Position, TrackColumn::Title, TrackColumn::Artist,
                            TrackColumn::Album, TrackColumn::Rating, TrackColumn::Duration },
        {});
    m_states = makeStates(inset(m_table), StatePage::Skeleton::Rows);
    m_frame = new DropFrame(m_states);
    m_states->installEventFilter(this);
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_head);
    column->addWidget(m_sortStrip);
    column->addWidget(m_states, 1);
    setContent(content);
    m_more->setObjectName(u"playlistMore"_s);
    m_more->setIcon(icon(u"more"_s));
    m_more->setToolTip(tr("More"));
    m_more->setAccessibleName(tr("More to do with the playlist"));
    m_more->setAutoRaise(true);
    m_head->addBesideButtons(m_more);
    connect(m_more, &QToolButton::clicked, this, &PlaylistPage::popupMenu);
    connectTable();
    connectEditing();
}

void PlaylistPage::connectTable()
{
    auto* typeAhead = new TypeAhead(
        findInTexts(
            [this](int first, int count, std::stop_token stop) {
                const auto& spine = m_model.spine();
                const QList<qint64> ids(spine.begin() + first, spine.begin() + first + count);
                return util::async::andThen(m_library.playlistEntries(ids, std::move(stop)), this,
                    [](const QList<types::PlaylistEntryRow>& entries) {
                        QStringList texts;
                        texts.reserve(entries.size());
                        for (const types::PlaylistEntryRow& entry : entries) {
                            texts.append(entry.track.title);
                        }
                        return texts;
                    });
            },
            [this] { return m_model.rowCount(); }, this),
        this);
    connect(m_table, &TrackTable::typeAheadRequested, typeAhead, &TypeAhead::find);
    connect(typeAhead, &TypeAhead::found, m_table, &TrackTable::selectRow);
    connect(m_table, &TrackTable::rowActivated, this, [this](int row) { play(row, false); });
    connect(m_head, &PageHead::playRequested, this, [this] { play(0, false); });
    connect(m_head, &PageHead::shuffleRequested, this, [this] { play(0, true); });
    connect(&m_model, &EntryModel::playlistChanged, this, &PlaylistPage::updateHead);
    connect(&m_model, &PagedModelBase::stateChanged, this, &PlaylistPage::updateState);
    connect(m_states, &StatePage::retryRequested, this, [this] { m_model.reloadNow(); });
    connect(&m_model, &PagedModelBase::pageFailed, this, [this](const util::Error& error) {
        errorBar().show(error, tr("Some tracks could not be read."), false);
    });
}

void PlaylistPage::connectEditing()
{
    connect(m_table, &TrackTable::sortRequested, this, &PlaylistPage::sort);
    connect(m_sortStrip, &SortStrip::ownOrderRequested, this, [this] {
        sort({});
        m_table->setFocus();
    });
    connect(m_sortStrip, &SortStrip::saveRequested, this, [this] {
        const auto saved = m_playlists.saveOrder(m_library.key(), m_playlist, m_model.spine());
        sort({});
        follow(saved, tr("The order could not be saved."));
    });
    connect(m_table, &PlaylistTable::refused, this,
        [this](const QString& reason) { errorBar().showNotice(reason); });
    connect(m_table, &PlaylistTable::moveRequested, this,
        [this](const QList<types::EntryId>& entries, int before) {
            follow(m_playlists.move(m_library.key(), m_playlist, entries, entryAt(before)),
                tr("The tracks could not be moved."), entries);
        });
    connect(m_table, &PlaylistTable::stepRequested, this,
        [this](const QList<types::EntryId>& entries, bool isUp) {
            follow(m_playlists.step(m_library.key(), m_playlist, entries, isUp),
                tr("The tracks could not be moved."), entries);
        });
    connect(m_table, &PlaylistTable::removeRequested, this,
        [this](const QList<types::EntryId>& entries) {
            follow(m_playlists.remove(m_library.key(), m_playlist, entries),
                tr("The tracks could not be removed."));
        });
    connect(m_table, &PlaylistTable::copyRequested, this, &PlaylistPage::copy);
    connect(
        m_table, &PlaylistTable::insertRequested, this, [this](const ItemDrag& items, int before) {
            Q_EMIT insertRequested(m_playlist, items, entryAt(before));
        });
    connect(
        m_table, &PlaylistTable::filesDropped, this, [this](const QStringList& paths, int before) {
            Q_EMIT filesDropped(m_playlist, entryAt(before), paths);
        });
    connect(m_table, &TrackTable::menuOpening, this, [this](QMenu* menu) {
        menu->addSeparator();
        m_table->addEditActions(*menu);
    });
}

TrackTable& PlaylistPage::table()
{
    return *m_table;
}

types::EntryId PlaylistPage::entryAt(int row) const
{
    return types::EntryId { row < m_model.rowCount() ? m_model.idAt(row) : 0 };
}

QString PlaylistPage::refusal() const
{
    if (m_model.playlist().smart) {
        return tr(
            "A smart playlist follows its rules. Duplicate it to get one that can be edited.");
    }
    if (!m_model.sortKeys().isEmpty()) {
        return tr(
            "The playlist is shown sorted. Save this order or go back to its own to edit it.");
    }
    return {};
}

void PlaylistPage::sort(const QList<library::SortKey>& keys)
{
    // By the number is its own order.
    const bool isOwn = !keys.isEmpty() && keys.constFirst().sort == library::TrackSort::Number
        && !keys.constFirst().descending;
    m_model.sort(isOwn ? QList<library::SortKey>() : keys);
    m_table->showSort(m_model.sortKeys());
    m_sortStrip->showSort(m_model.sortKeys(), !m_model.playlist().smart);
    m_table->setRefusal(refusal());
}

void PlaylistPage::follow(const util::Future<types::ChangeId>& edited, const QString& what,
    const QList<types::EntryId>& selected)
{
    util::async::deliver(
        edited, this, [this, what, selected](const util::Result<types::ChangeId>& done) {
            using Code = util::Error::Code;
            if (done) {
                m_table->selectWhenRead(selected);
                m_model.reloadNow();
            } else if (done.error().code == Code::Conflict) {
                return; // it is like that already, which is what was asked for
            } else if (done.error().code == Code::Unsupported) {
                errorBar().showNotice(done.error().message);
            } else {
                errorBar().show(done.error(), what, false);
            }
        });
}

/// By the tracks' keys: the rows themselves may be gone when they are pasted.
void PlaylistPage::copy(const QList<types::EntryId>& entries, bool isCut)
{
    QList<qint64> ids;
    for (const types::EntryId entry : entries) {
        ids.append(entry.value);
    }
    util::async::deliver(m_library.playlistEntries(ids), this,
        [this, entries, isCut, from = m_library.key(), playlist = m_playlist](
            const util::Result<QList<types::PlaylistEntryRow>>& rows) {
            if (!rows) {
                errorBar().show(rows.error(), tr("The tracks could not be copied."), false);
                return;
            }
            ItemDrag items { ItemDrag::Kind::Keys, originOf(from), {}, {} };
            DragText text;
            for (const types::PlaylistEntryRow& row : *rows) {
                items.names.append(row.track.ratingKey.value);
                text.lines.append(dragLine(row.track.artist, row.track.title));
            }
            QGuiApplication::clipboard()->setMimeData(
                std::make_unique<ItemMime>(std::move(items), std::move(text)).release());
            if (isCut) {
                follow(m_playlists.remove(from, playlist, entries),
                    tr("The tracks could not be removed."));
            }
        });
}

void PlaylistPage::popupMenu()
{
    auto* menu = new QMenu(this);
    menu->setObjectName(u"playlistMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    addPlaylistActions(*menu, m_model.playlist().smart,
        [this](PlaylistAction action) { Q_EMIT actionRequested(action, m_playlist); });
    menu->addSeparator();
    QAction* save = menu->addAction(icon(u"download"_s), tr("&Export …"));
    save->setObjectName(u"playlistExport"_s);
    connect(save, &QAction::triggered, this, [this] { Q_EMIT exportRequested(m_playlist); });
    menu->popup(m_more->mapToGlobal(QPoint(0, m_more->height())));
}

QWidget* PlaylistPage::focusTarget()
{
    return m_states->state() == StatePage::State::Empty ? static_cast<QWidget*>(m_states) : m_table;
}

bool PlaylistPage::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_states && m_states->state() == StatePage::State::Empty
        && m_table->takeEvent(*event)) {
        m_frame->setShown(event->type() == QEvent::DragMove && event->isAccepted());
        return true;
    }
    return TrackPage::eventFilter(watched, event);
}

int PlaylistPage::rowInQueue(int position) const
{
    return m_played.isValid() && m_played == m_playlist ? m_playedRow + position : -1;
}

void PlaylistPage::open(const Route& route)
{
    m_playlist = { route.id };
    m_model.show(m_playlist);
    m_table->showSort(m_model.sortKeys());
    m_sortStrip->showSort(m_model.sortKeys(), true);
}

void PlaylistPage::updateHead()
{
    const types::PlaylistRow& playlist = m_model.playlist();
    setHeader(playlist.title, {});
    m_head->setCover(playlist.composite, playlist.smart ? u"smart"_s : u"playlist"_s);
    m_head->setKind(playlist.isVideo ? tr("Video playlist")
            : playlist.smart         ? tr("Smart playlist")
                                     : tr("Playlist"));
    m_head->setName(playlist.title);
    QStringList facts { playlist.isVideo ? format::items(playlist.count)
                                         : format::tracks(playlist.count) };
    if (playlist.duration.count() > 0) {
        facts.append(format::longDuration(playlist.duration));
    }
    m_head->setFacts(facts);
    const QString summary = playlist.summary.simplified();
    m_head->setSummary(summary.isEmpty() ? QStringList() : QStringList { summary });
    m_table->setRefusal(refusal());
    m_table->setForeignRefusal(
        playlist.isVideo ? tr("A video playlist takes no tracks.") : QString());
}

void PlaylistPage::updateState()
{
    const bool isEmpty = m_model.state() == PagedModelBase::State::Empty;
    const bool hadFocus = m_table->hasFocus() || m_states->hasFocus();
    m_states->setAcceptDrops(isEmpty);
    m_states->setFocusPolicy(isEmpty ? Qt::StrongFocus : Qt::NoFocus);
    m_head->setVisible(true);
    m_head->setPlayable(m_model.rowCount() > 0 && !m_model.playlist().isVideo);
    switch (m_model.state()) {
    case PagedModelBase::State::Loading:
        m_states->showLoading();
        break;
    case PagedModelBase::State::Failed:
        m_head->setVisible(m_model.playlist().id == m_playlist); // not of the one before
        m_states->showError(m_model.error(), tr("The playlist could not be read."));
        break;
    case PagedModelBase::State::Empty:
        m_states->showEmpty(u"playlist"_s, tr("This playlist is empty"),
            tr("Drag tracks, albums or files here, paste what you copied, or choose “Add to "
               "playlist” in the menu of tracks."));
        break;
    case PagedModelBase::State::Ready:
        m_states->showContent();
        break;
    }
    if (hadFocus) {
        focusTarget()->setFocus(); // the other one is hidden now
    }
}

void PlaylistPage::play(int row, bool shuffled)
{
    if (m_model.playlist().isVideo) {
        errorBar().showNotice(tr("Films and episodes are not played here yet. Plex plays them."));
        return;
    }
    const auto& spine = m_model.spine();
    const auto first = spine.begin() + qMin(std::ssize(spine), qsizetype(row));
    const auto last = spine.begin() + qMin(std::ssize(spine), qsizetype(row + lists::kMostPlayed));
    const QList<qint64> ids(first, last);
    const std::stop_token stop = m_playing.begin();
    m_playing.deliver(m_library.playlistEntries(ids, stop), this,
        [this, shuffled, row, playlist = m_playlist](
            util::Result<QList<types::PlaylistEntryRow>> entries) {
            if (!entries) {
                errorBar().show(entries.error(), tr("The playlist could not be played."), false);
                return;
            }
            QList<types::ItemId> items;
            for (const types::PlaylistEntryRow& entry : *entries) {
                if (!entry.isMissing) {
                    items.append(entry.track.id);
                }
            }
            m_played = shuffled ? types::PlaylistId() : playlist;
            m_playedRow = row;
            if (shuffled) {
                Q_EMIT shuffleRequested(items);
            } else {
                Q_EMIT playListRequested(items, 0);
            }
        });
}

} // namespace ui
