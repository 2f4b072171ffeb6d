// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/itemdrag.h"

#include <QModelIndex>
#include <QObject>
#include <QTimer>

class QDropEvent;
class QListView;

namespace ui {

class DropFrame;
class SidebarModel;

/// What is dragged over the sidebar: onto a playlist it is added to it, below the last entry it
/// makes a new one, and a playlist that is pointed at for a while opens, so that a place in it can
/// be chosen.
class SidebarDrop final : public QObject
{
    Q_OBJECT

public:
    /// How long something rests over a playlist before it opens.
    static constexpr std::chrono::milliseconds kOpensAfter { 1000 };

    /// All outlive it.
    SidebarDrop(QListView& list, const SidebarModel& model, QObject* parent);

    void setLibrary(const library::CacheKey& library) { m_library = library; }

Q_SIGNALS:
    void insertRequested(types::PlaylistId playlist, const ui::ItemDrag& items);
    void newPlaylistRequested(const ui::ItemDrag& items);
    /// Files of this computer, for a playlist; an invalid one: for a new one.
    void filesDropped(types::PlaylistId playlist, const QStringList& paths);
    void openRequested(const QModelIndex& entry);
    void refused(const QString& reason);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    /// @return whether something would happen there
    bool point(const QDropEvent& event);
    bool drop(const QDropEvent& event);
    void leave();
    /// Says why nothing can be dropped at @p position; empty: it can.
    void refuse(const QPoint& position, const QString& reason);
    /// A playlist that takes what is dragged; invalid elsewhere.
    [[nodiscard]] QModelIndex playlistAt(const QPoint& position) const;
    [[nodiscard]] bool isBelowAll(const QPoint& position) const;

    QListView& m_list;
    const SidebarModel& m_model;
    library::CacheKey m_library;
    DropFrame* m_frame;
    QTimer m_opening;
    QPersistentModelIndex m_over;
    QStringList m_files; ///< what is dragged over it, if it is files
    bool m_hasRefused = false; ///< said once a drag, not with each move
};

} // namespace ui
