// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/capabilities.h"
#include "ui/common/covers.h"
#include "ui/common/page.h"
#include "ui/common/trackmodel.h"

namespace ui {

class FilterField;
class TrackTable;
class TypeAhead;

/// All tracks of the music libraries: one list, sorted and filtered by queries.
class TracksPage final : public TrackPage
{
    Q_OBJECT

public:
    TracksPage(library::Library& library, Covers& covers, Capabilities& capabilities,
        QWidget* parent = nullptr);

    /// Of an artist only what is on the artist's albums.
    void open(const Route& route) override;
    [[nodiscard]] types::ItemId artist() const { return m_query.artists.value(0); }
    [[nodiscard]] TrackTable& table() override { return *m_table; }
    [[nodiscard]] QWidget* focusTarget() override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void setupTable();
    /// A third of the page at most, so that the headline keeps its room.
    void fitFilter();
    void requery();
    void updateState();
    void playFrom(int row);

    library::Library& m_library;
    Capabilities& m_capabilities;
    TrackModel m_model;
    TrackTable* m_table;
    FilterField* m_filter;
    StatePage* m_states;
    TypeAhead* m_typeAhead;
    library::TrackQuery m_query;
    QString m_artistName;
    bool m_isOpened = false;
};

} // namespace ui
