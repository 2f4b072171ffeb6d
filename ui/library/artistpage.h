// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/library/ondemand.h"
#include "ui/common/capabilities.h"
#include "ui/common/covers.h"
#include "ui/common/page.h"
#include "ui/common/trackmodel.h"

#include <array>

class QVBoxLayout;

namespace ui {

class CardSection;
class LinkButton;
class PageHead;
class PageScroll;
class RouteLink;
class StarRating;
class SummaryText;
class TextLabel;
class TrackTable;
class WrapGrid;

/// One artist: who it is, the tracks that most people listen to, the albums by kind, those of
/// others that it appears on, who is similar. What is known is shown at once; what only the server
/// knows comes after it.
class ArtistPage final : public TrackPage
{
    Q_OBJECT

public:
    ArtistPage(library::Library& library, library::OnDemand& onDemand, Covers& covers,
        Capabilities& capabilities, QWidget* parent = nullptr);

    void open(const Route& route) override;
    void enter() override;
    void setDensity(Density density) override;
    void forget() override;
    [[nodiscard]] TrackTable& table() override { return *m_table; }
    [[nodiscard]] QWidget* focusTarget() override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    static constexpr int kKinds = 4; ///< of library::ReleaseKind

    void setupHead();
    void setupTop(QVBoxLayout* column);
    void setupSections(QVBoxLayout* column, Covers& covers, Capabilities& capabilities);
    /// Its cards are albums.
    void followAlbums(WrapGrid& grid);
    void followGrid(WrapGrid& grid);
    [[nodiscard]] QList<CardSection*> sections() const;
    void read();
    void refresh();
    void refreshed(const util::Result<void>& done);
    void showPage(const library::ArtistPage& page);
    void showHead();
    void showTop();
    void showReleases();
    void showAppearances();
    void showSimilar();
    void fitTable();
    void shuffle();
    [[nodiscard]] Route here() const;
    [[nodiscard]] Route routeOfArtist(qint64 id) const;

    library::Library& m_library;
    library::OnDemand& m_onDemand;
    TrackModel m_model;
    util::async::Latest m_latest;
    util::async::Latest m_refreshing;
    util::async::Latest m_shuffling;
    class QTimer* m_throttle;
    library::ArtistPage m_page;
    types::ItemId m_artist;
    PageHead* m_head;
    StarRating* m_stars;
    SummaryText* m_summary;
    TextLabel* m_note;
    QWidget* m_top;
    TrackTable* m_table;
    LinkButton* m_more;
    RouteLink* m_allTracks;
    std::array<CardSection*, kKinds> m_releases {};
    CardSection* m_appearances;
    CardSection* m_similar;
    TextLabel* m_strangers;
    PageScroll* m_scroll = nullptr;
    StatePage* m_states;
    bool m_showsMore = false;
    bool m_isEntering = false;
};

} // namespace ui
