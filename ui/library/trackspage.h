// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/capabilities.h"
#include "ui/common/covers.h"
#include "ui/common/page.h"
#include "ui/common/trackmodel.h"

namespace ui {

class FilterField;
class StatePage;
class TrackTable;
class TypeAhead;

/// All tracks of the music libraries: one list, sorted and filtered by queries.
class TracksPage final : public TrackPage
{
    Q_OBJECT

public:
    TracksPage(library::Library& library, Covers& covers, Capabilities& capabilities,
        QWidget* parent = nullptr);

    /// Only what is on albums of @p artist; an invalid id shows everything again.
    void showArtist(types::ItemId artist, const QString& name);
    [[nodiscard]] types::ItemId artist() const { return m_query.artist; }
    [[nodiscard]] TrackTable& table() override { return *m_table; }
    [[nodiscard]] QWidget* focusTarget() override;

protected:
    void resizeEvent(QResizeEvent* event) override;

Q_SIGNALS:
    /// The empty page's first step.
    void syncRequested();

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
};

} // namespace ui
