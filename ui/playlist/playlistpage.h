// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/capabilities.h"
#include "ui/common/covers.h"
#include "ui/common/itemdrag.h"
#include "ui/common/page.h"
#include "ui/common/playlistactions.h"
#include "ui/playlist/entrymodel.h"

class QToolButton;
namespace playlist {
class Playlists;
}

namespace ui {

class DropFrame;
class PageHead;
class PlaylistTable;
class SortStrip;

/// One playlist: what it is and its entries in order, which are edited here. What is put into it
/// from elsewhere, and what is done with the whole of it, is asked for by signals.
class PlaylistPage final : public TrackPage
{
    Q_OBJECT

public:
    PlaylistPage(library::Library& library, playlist::Playlists& playlists, Covers& covers,
        Capabilities& capabilities, QWidget* parent = nullptr);

    void open(const Route& route) override;
    [[nodiscard]] types::PlaylistId playlist() const { return m_playlist; }
    [[nodiscard]] TrackTable& table() override;
    [[nodiscard]] int rowInQueue(int position) const override;
    [[nodiscard]] QWidget* focusTarget() override;

Q_SIGNALS:
    /// In front of the entry @p before; an invalid one: at the end.
    void insertRequested(
        types::PlaylistId playlist, const ui::ItemDrag& items, types::EntryId before);
    /// Files of this computer, to be found in the library, in front of the entry @p before.
    void filesDropped(types::PlaylistId playlist, types::EntryId before, const QStringList& paths);
    void actionRequested(ui::PlaylistAction action, types::PlaylistId playlist);
    /// Write it to a file.
    void exportRequested(types::PlaylistId playlist);

protected:
    /// While it is empty, what says so takes what the table would.
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void connectTable();
    void connectEditing();
    /// Why its rows cannot be edited now; empty: they can.
    [[nodiscard]] QString refusal() const;
    [[nodiscard]] types::EntryId entryAt(int row) const;
    void sort(const QList<library::SortKey>& keys);
    void copy(const QList<types::EntryId>& entries, bool isCut);
    void popupMenu();
    /// Shows what became of an edit: at once, or why it was not done.
    /// @param selected  rows that stay selected where they are then
    void follow(const util::Future<types::ChangeId>& edited, const QString& what,
        const QList<types::EntryId>& selected = {});
    void updateState();
    void updateHead();
    /// Starts playing at @p row: reads what of the list is not at hand first.
    void play(int row, bool shuffled);

    library::Library& m_library;
    playlist::Playlists& m_playlists;
    EntryModel m_model;
    util::async::Latest m_playing;
    types::PlaylistId m_playlist;
    types::PlaylistId m_played; ///< the list that was played last, in its order
    int m_playedRow = 0; ///< of it the first row
    PageHead* m_head;
    QToolButton* m_more;
    SortStrip* m_sortStrip;
    PlaylistTable* m_table;
    StatePage* m_states;
    DropFrame* m_frame; ///< over it while something may be dropped on an empty one
};

} // namespace ui
