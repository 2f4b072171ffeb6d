// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/sidebardrop.h"

#include "ui/common/dragging.h"
#include "ui/common/droppedfiles.h"
#include "ui/common/textlabel.h"
#include "ui/shell/sidebar.h"

#include <QDragEnterEvent>
#include <QListView>
#include <QToolTip>

namespace ui {

SidebarDrop::SidebarDrop(QListView& list, const SidebarModel& model, QObject* parent)
    : QObject(parent)
    , m_list(list)
    , m_model(model)
    , m_frame(new DropFrame(list.viewport()))
{
    list.setAcceptDrops(true);
    list.viewport()->setAcceptDrops(true);
    list.viewport()->installEventFilter(this);
    m_opening.setSingleShot(true);
    m_opening.setInterval(kOpensAfter);
    connect(&m_opening, &QTimer::timeout, this, [this] {
        if (m_over.isValid()) {
            Q_EMIT openRequested(m_over);
        }
    });
}

bool SidebarDrop::eventFilter(QObject* watched, QEvent* event)
{
    switch (event->type()) {
    case QEvent::DragEnter:
        m_hasRefused = false;
        m_files = importableIn(*static_cast<QDropEvent*>(event)->mimeData());
        [[fallthrough]];
    case QEvent::DragMove: {
        auto* move = static_cast<QDropEvent*>(event);
        const bool isPossible = point(*move);
        move->setDropAction(isPossible ? Qt::CopyAction : Qt::IgnoreAction);
        // Entering is accepted anywhere: without it no move is told.
        event->setAccepted(isPossible || event->type() == QEvent::DragEnter);
        return true;
    }
    case QEvent::DragLeave:
        leave();
        return true;
    case QEvent::Drop: {
        auto* dropped = static_cast<QDropEvent*>(event);
        dropped->setDropAction(Qt::CopyAction);
        event->setAccepted(drop(*dropped));
        leave();
        return true;
    }
    default:
        return QObject::eventFilter(watched, event);
    }
}

QModelIndex SidebarDrop::playlistAt(const QPoint& position) const
{
    const QModelIndex index = m_list.indexAt(position);
    return index.isValid() && m_model.entry(index.row()).takesTracks ? index : QModelIndex();
}

bool SidebarDrop::isBelowAll(const QPoint& position) const
{
    const QModelIndex last = m_model.index(m_model.rowCount() - 1);
    return !last.isValid() || position.y() > m_list.visualRect(last).bottom();
}

bool SidebarDrop::point(const QDropEvent& event)
{
    const QPoint position = event.position().toPoint();
    const bool isOurs = !m_files.isEmpty() || kindIn(*event.mimeData(), m_library).has_value();
    const QModelIndex playlist = isOurs ? playlistAt(position) : QModelIndex();
    if (QPersistentModelIndex(playlist) != m_over) {
        m_over = playlist;
        playlist.isValid() ? m_opening.start() : m_opening.stop();
    }
    const bool isNew = isOurs && isBelowAll(position);
    QRect place;
    if (playlist.isValid()) {
        place = m_list.visualRect(playlist);
    } else if (isNew) {
        const QModelIndex last = m_model.index(m_model.rowCount() - 1);
        place = m_list.viewport()->rect();
        place.setTop(last.isValid() ? m_list.visualRect(last).bottom() + 1 : 0);
    }
    m_frame->setShown(place.isValid());
    if (place.isValid()) {
        m_frame->setGeometry(place);
    }
    const QModelIndex under = m_list.indexAt(position);
    const bool isSmart = isOurs && under.isValid()
        && m_model.entry(under.row()).route.place == Route::Place::Playlist && !playlist.isValid();
    refuse(position,
        isSmart ? tr("“%1” takes no tracks: a smart playlist follows its rules, and a video "
                     "playlist holds none.")
                      .arg(m_model.entry(under.row()).title)
                : QString());
    return playlist.isValid() || isNew;
}

void SidebarDrop::refuse(const QPoint& position, const QString& reason)
{
    if (reason.isEmpty()) {
        QToolTip::hideText();
        return;
    }
    QWidget* viewport = m_list.viewport();
    QToolTip::showText(viewport->mapToGlobal(position), plainToolTip(reason), viewport);
    if (!std::exchange(m_hasRefused, true)) {
        Q_EMIT refused(reason);
    }
}

bool SidebarDrop::drop(const QDropEvent& event)
{
    const QPoint position = event.position().toPoint();
    const ItemDrag items = itemsIn(*event.mimeData(), m_library);
    const QModelIndex playlist = playlistAt(position);
    if ((items.isEmpty() && m_files.isEmpty()) || (!playlist.isValid() && !isBelowAll(position))) {
        return false;
    }
    const types::PlaylistId onto { playlist.isValid() ? m_model.entry(playlist.row()).route.id
                                                      : 0 };
    if (!m_files.isEmpty()) {
        Q_EMIT filesDropped(onto, std::exchange(m_files, {}));
    } else if (onto.isValid()) {
        Q_EMIT insertRequested(onto, items);
    } else {
        Q_EMIT newPlaylistRequested(items);
    }
    return true;
}

void SidebarDrop::leave()
{
    m_opening.stop();
    m_over = QModelIndex();
    m_frame->setShown(false);
    QToolTip::hideText();
}

} // namespace ui
