// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/library/ondemand.h"
#include "ui/common/capabilities.h"
#include "ui/common/covers.h"
#include "ui/common/page.h"
#include "ui/common/trackmodel.h"

class QPushButton;

namespace ui {

class AlbumFacts;
class PageHead;
class PlaylistLinks;
class RouteLink;
class StarRating;
class TrackTable;

/// One album: large cover, what it is, its tracks by disc. Its details are folded away; those that
/// only the server knows come after what is at hand.
class AlbumPage final : public TrackPage
{
    Q_OBJECT

public:
    AlbumPage(library::Library& library, library::OnDemand& onDemand, Covers& covers,
        Capabilities& capabilities, QWidget* parent = nullptr);

    void open(const Route& route) override;
    [[nodiscard]] types::ItemId album() const { return m_album; }
    [[nodiscard]] TrackTable& table() override { return *m_table; }
    [[nodiscard]] QWidget* focusTarget() override;
    void forget() override;
    [[nodiscard]] QByteArray viewState() const override;
    void restoreViewState(const QByteArray& state) override;

protected:
    bool event(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void setupHead();
    void setupFacts();
    void setupTable();
    void setupEmpty(Capabilities& capabilities);
    void readAlbum();
    void readPlaylists();
    void readDetails();
    void refreshDetails();
    void follow(const db::ChangeSet& changes);
    void fill(const types::AlbumRow& album);
    void showDetails(const library::AlbumDetails& details);
    /// The lines under the name, of what is read so far.
    void showFacts();
    void updateTracks();
    void showEmpty(bool isEmpty);
    void fitFacts();
    void updateHeadings();
    [[nodiscard]] QList<types::ItemId> items() const;

    library::Library& m_library;
    library::OnDemand& m_onDemand;
    TrackModel m_model;
    util::async::Latest m_latest;
    util::async::Latest m_playlistsRead;
    util::async::Latest m_detailsRead;
    util::async::Latest m_refreshing;
    types::ItemId m_album;
    types::AlbumRow m_row;
    library::AlbumDetails m_details;
    PageHead* m_head;
    RouteLink* m_artist;
    StarRating* m_stars;
    QPushButton* m_unfold;
    AlbumFacts* m_facts;
    PlaylistLinks* m_playlists;
    TrackTable* m_table;
    QWidget* m_tracks; ///< around the table
    QWidget* m_empty; ///< in its place: an album may have no tracks, and still be one
    QPushButton* m_sync;
    StatePage* m_states;
};

} // namespace ui
