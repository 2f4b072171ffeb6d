// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/connection.h"
#include "core/types/rows.h"

#include <stop_token>

namespace library {

/// What a search found, best first within each kind.
struct SearchResult
{
    QList<types::ArtistRow> artists {};
    QList<types::AlbumRow> albums {};
    QList<types::TrackRow> tracks {};
    QList<types::PlaylistRow> playlists {};
    QList<types::Item> videos {}; ///< films, shows and episodes
    qint64 total = 0; ///< candidates before the limit, at most 2,000 a kind
    [[nodiscard]] bool isEmpty() const
    {
        return artists.isEmpty() && albums.isEmpty() && tracks.isEmpty() && playlists.isEmpty()
            && videos.isEmpty();
    }
    bool operator==(const SearchResult&) const = default;
};

/// Finds all words of @p text, the last one as a prefix, in titles, artists and albums.
///
/// Candidates come from full text and from titles that begin with the text; they are ranked here:
/// whole title, begins with, word in the title, elsewhere; then plays and rating.
/// @param limit  rows of each kind, 1…500
/// Cost: at 1 M tracks about 5 ms; a single letter is answered from titles alone.
/// Thread: a reader. Errors: Database, Cancelled.
util::Result<SearchResult> search(
    db::Connection& connection, const QString& text, int limit, std::stop_token stop);

} // namespace library
