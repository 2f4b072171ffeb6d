// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/types/ids.h"

#include <QString>

namespace ui {

/// Where in the program somebody is; what back and forward remember.
struct Route
{
    enum class Place // their numbers are stored: a new one comes last
    {
        Home,
        Tracks,
        Artist,
        Album,
        Playlist,
        Search,
        History,
        Activity,
        Log,
        Settings,
        Artists,
        Albums,
        Genres,
        Playlists,
        Folders,
        Ratings
    };
    Place place = Place::Home;
    qint64 id = 0; ///< of the artist, album or playlist
    /// Name of the artist, text of the search (also in the settings), genre of a list, way to a
    /// folder.
    QString text {};
    bool operator==(const Route&) const = default;

    [[nodiscard]] static Route album(types::ItemId album) { return { Place::Album, album.value }; }
    [[nodiscard]] static Route artist(types::ItemId artist, const QString& name)
    {
        return { Place::Artist, artist.value, name };
    }
    /// A list of artists, albums or tracks, limited to a genre.
    [[nodiscard]] static Route genre(Place list, const QString& genre)
    {
        return { list, 0, genre };
    }
    [[nodiscard]] static Route playlist(types::PlaylistId playlist)
    {
        return { Place::Playlist, playlist.value };
    }
};

/// Where a route is to be shown.
enum class OpenIn
{
    Here,
    NewPane ///< beside what is shown
};

} // namespace ui
