// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/capabilities.h"
#include "ui/common/page.h"
#include "ui/common/trackmodel.h"
#include "ui/rating/ratedcards.h"
#include "ui/rating/ratequeue.h"

class QButtonGroup;
class QComboBox;
class QMenu;
class QStackedWidget;

namespace ui {

class CoverGrid;
class TrackTable;
class TypeAhead;
class ValueChips;

/// Everything that has a rating – tracks, albums, artists – by value or by date, and what was
/// played lately and has none yet.
class RatingsPage final : public TrackPage
{
    Q_OBJECT

public:
    explicit RatingsPage(const RateQueue::Parts& parts, QWidget* parent = nullptr);

    void open(const Route& route) override;
    [[nodiscard]] TrackTable& table() override { return *m_table; }
    [[nodiscard]] QWidget* focusTarget() override;
    void forget() override;
    void setDensity(Density density) override;
    [[nodiscard]] QByteArray viewState() const override;
    void restoreViewState(const QByteArray& state) override;

protected:
    void showEvent(QShowEvent* event) override;

private:
    enum class Tab
    {
        Tracks,
        Albums,
        Artists,
        ToRate
    };
    void setupHeader();
    void setupTable();
    void setupGrid(CoverGrid& grid, PagedModelBase& model, const QString& name);
    void setupQueue();
    void followLibrary();
    void showTab(Tab tab);
    void requery();
    void readCounts();
    void showHeadings();
    void updateState();
    void updateHeader();
    void playFrom(int row);
    void fillCardMenu(QMenu& menu, qint64 id);
    [[nodiscard]] bool isOfTracks() const { return m_tab == Tab::Tracks; }
    [[nodiscard]] types::ItemType type() const;
    [[nodiscard]] PagedModelBase& model();
    [[nodiscard]] CoverGrid& grid() const;
    [[nodiscard]] QString headingOf(const library::RatedMark& mark) const;
    [[nodiscard]] static Route routeOf(qint64 id);

    library::Library& m_library;
    Capabilities& m_capabilities;
    TrackModel m_tracks;
    RatedAlbums m_albums;
    RatedArtists m_artists;
    TrackTable* m_table;
    CoverGrid* m_albumGrid;
    CoverGrid* m_artistGrid;
    ValueChips* m_values;
    QComboBox* m_order;
    QButtonGroup* m_tabs;
    QStackedWidget* m_lists;
    QStackedWidget* m_content;
    RateQueue* m_queue;
    StatePage* m_states = nullptr;
    TypeAhead* m_typeAhead;
    library::RatedCounts m_counts;
    util::async::Latest m_countsRead;
    Tab m_tab = Tab::Tracks;
    bool m_isOutdated = true; ///< another library is open than the one that is shown
};

} // namespace ui
