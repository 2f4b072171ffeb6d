// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/library/genremodel.h"
#include "ui/library/groupmodels.h"

#include <QWidget>

namespace ui {

class BrowserColumn;
class Covers;

/// Genre → artist → album: what is chosen in a column limits those to the right of it, and the list
/// of tracks below. Several can be chosen in each.
class ColumnBrowser final : public QWidget
{
    Q_OBJECT

public:
    /// Both outlive it.
    ColumnBrowser(library::Library& library, Covers& covers, QWidget* parent = nullptr);

    /// Reads the columns; until then they are empty.
    void start();
    void forget();
    void chooseAll();
    [[nodiscard]] bool isLimiting() const;
    /// Limits @p query to what is chosen.
    void limit(library::TrackQuery& query) const;

Q_SIGNALS:
    void chosenChanged();
    /// The tracks of what is chosen are to be played.
    void activated();

protected:
    void showEvent(QShowEvent* event) override;

private:
    void setupDrags(Covers& covers);
    void readArtists();
    void readAlbums();
    [[nodiscard]] QStringList genres() const;
    [[nodiscard]] QStringList namesOf(const QList<qint64>& genres) const;
    [[nodiscard]] QList<types::ItemId> artists() const;

    library::Library& m_library;
    GenreModel m_genres;
    ArtistModel m_artists;
    AlbumModel m_albums;
    BrowserColumn* m_genreColumn;
    BrowserColumn* m_artistColumn;
    BrowserColumn* m_albumColumn;
    bool m_isStarted = false;
    bool m_isOutdated = false; ///< the library changed while nobody looked
};

} // namespace ui
