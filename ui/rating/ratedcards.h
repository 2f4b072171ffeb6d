// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/library/library.h"
#include "ui/common/cards.h"

namespace ui {

/// Albums that have a rating.
class RatedAlbums final : public PagedCards<types::AlbumRow>
{
    Q_OBJECT

public:
    explicit RatedAlbums(library::Library& library, QObject* parent = nullptr);
    /// @param query  of albums
    void show(const library::RatedQuery& query);

protected:
    [[nodiscard]] Card cardOf(const types::AlbumRow& album) const override;

private:
    library::Library& m_library;
};

/// Artists that have a rating.
class RatedArtists final : public PagedCards<types::ArtistRow>
{
    Q_OBJECT

public:
    explicit RatedArtists(library::Library& library, QObject* parent = nullptr);
    /// @param query  of artists
    void show(const library::RatedQuery& query);

protected:
    [[nodiscard]] Card cardOf(const types::ArtistRow& artist) const override;

private:
    library::Library& m_library;
};

} // namespace ui
