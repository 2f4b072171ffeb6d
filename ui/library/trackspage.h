// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/capabilities.h"
#include "ui/common/covers.h"
#include "ui/common/page.h"
#include "ui/common/trackmodel.h"

class QToolButton;

namespace ui {

class ColumnBrowser;
class FilterField;
class GenreTabs;
class TrackTable;
class TypeAhead;

/// All tracks of the music libraries: one list, sorted and filtered by queries, and limited by what
/// is chosen in the column browser above it.
class TracksPage final : public TrackPage
{
    Q_OBJECT

public:
    TracksPage(library::Library& library, Covers& covers, Capabilities& capabilities,
        QWidget* parent = nullptr);

    /// Of an artist only what is on the artist's albums, of a genre what is of it.
    void open(const Route& route) override;
    [[nodiscard]] TrackTable& table() override { return *m_table; }
    [[nodiscard]] QWidget* focusTarget() override;
    void forget() override;
    [[nodiscard]] QByteArray viewState() const override;
    void restoreViewState(const QByteArray& state) override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void setupHeader();
    void setupTable();
    void setupBrowser();
    void showBrowser(bool shown);
    void sortBy(const QList<library::SortKey>& keys);
    /// A third of the page at most, so that the headline keeps its room.
    void fitFilter();
    void requery();
    void updateState();
    /// Whether what is shown may be less than there is.
    [[nodiscard]] bool isLimited() const;
    void playFrom(int row);
    /// The artist, the genre, or "Tracks".
    [[nodiscard]] QString heading() const;

    library::Library& m_library;
    Capabilities& m_capabilities;
    TrackModel m_model;
    TrackTable* m_table;
    FilterField* m_filter;
    StatePage* m_states;
    TypeAhead* m_typeAhead;
    library::TrackQuery m_query;
    GenreTabs* m_tabs;
    ColumnBrowser* m_browser;
    QToolButton* m_browserButton;
    Route m_route;
    bool m_isToBePlayed = false; ///< as soon as it is read
    bool m_isOpened = false;
};

} // namespace ui
