// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/capabilities.h"
#include "ui/common/covers.h"
#include "ui/common/page.h"
#include "ui/playlist/entrymodel.h"

namespace ui {

class PageHead;
class TrackTable;

/// One playlist: what it is and its entries in order.
class PlaylistPage final : public TrackPage
{
    Q_OBJECT

public:
    PlaylistPage(library::Library& library, Covers& covers, Capabilities& capabilities,
        QWidget* parent = nullptr);

    void open(const Route& route) override;
    [[nodiscard]] types::PlaylistId playlist() const { return m_playlist; }
    [[nodiscard]] TrackTable& table() override { return *m_table; }
    [[nodiscard]] int rowInQueue(int position) const override;
    [[nodiscard]] QWidget* focusTarget() override;

private:
    void updateState();
    void updateHead();
    /// Starts playing at @p row: reads what of the list is not at hand first.
    void play(int row, bool shuffled);

    library::Library& m_library;
    EntryModel m_model;
    util::async::Latest m_playing;
    types::PlaylistId m_playlist;
    types::PlaylistId m_played; ///< the list that was played last, in its order
    int m_playedRow = 0; ///< of it the first row
    PageHead* m_head;
    TrackTable* m_table;
    StatePage* m_states;
};

} // namespace ui
