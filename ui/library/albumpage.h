// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/capabilities.h"
#include "ui/common/covers.h"
#include "ui/common/page.h"
#include "ui/common/trackmodel.h"

namespace ui {

class PageHead;
class PlaylistLinks;
class RouteLink;
class StarRating;
class TrackTable;

/// One album: large cover, what it is, its tracks by disc.
class AlbumPage final : public TrackPage
{
    Q_OBJECT

public:
    AlbumPage(library::Library& library, Covers& covers, Capabilities& capabilities,
        QWidget* parent = nullptr);

    void open(const Route& route) override;
    [[nodiscard]] types::ItemId album() const { return m_album; }
    [[nodiscard]] TrackTable& table() override { return *m_table; }
    [[nodiscard]] QWidget* focusTarget() override;

private:
    void setupHead();
    void setupTable();
    void readAlbum();
    void readPlaylists();
    void fill(const types::AlbumRow& album);
    void updateHeadings();
    [[nodiscard]] QList<types::ItemId> items() const;

    library::Library& m_library;
    TrackModel m_model;
    util::async::Latest m_latest;
    util::async::Latest m_playlistsRead;
    types::ItemId m_album;
    PageHead* m_head;
    RouteLink* m_artist;
    StarRating* m_stars;
    PlaylistLinks* m_playlists;
    TrackTable* m_table;
    StatePage* m_states;
};

} // namespace ui
