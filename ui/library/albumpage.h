// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/covers.h"
#include "ui/common/page.h"
#include "ui/common/trackmodel.h"

class QPushButton;

namespace ui {

class CoverLabel;
class StarRating;
class StatePage;
class TextLabel;
class TrackTable;

/// One album: large cover, what it is, its tracks by disc.
class AlbumPage final : public TrackPage
{
    Q_OBJECT

public:
    AlbumPage(library::Library& library, Covers& covers, QWidget* parent = nullptr);

    void showAlbum(types::ItemId album);
    [[nodiscard]] types::ItemId album() const { return m_album; }
    [[nodiscard]] TrackTable& table() override { return *m_table; }
    [[nodiscard]] QWidget* focusTarget() override;

Q_SIGNALS:
    void shuffleRequested(const QList<types::ItemId>& items);
    void rateRequested(const QList<types::ItemId>& items, const types::OptionalRating& rating);
    void artistRequested(types::ItemId artist, const QString& name);

private:
    [[nodiscard]] QWidget* makeHead();
    void setupTable();
    void readAlbum();
    void fill(const types::AlbumRow& album);
    void updateHeadings();
    [[nodiscard]] QList<types::ItemId> items() const;

    library::Library& m_library;
    TrackModel m_model;
    util::async::Latest m_latest;
    types::ItemId m_album;
    types::AlbumRow m_row;
    CoverLabel* m_cover;
    TextLabel* m_kind;
    TextLabel* m_name;
    QPushButton* m_artist;
    TextLabel* m_facts;
    TextLabel* m_summary;
    StarRating* m_stars;
    QPushButton* m_play;
    QPushButton* m_shuffle;
    TrackTable* m_table;
    StatePage* m_states;
};

} // namespace ui
