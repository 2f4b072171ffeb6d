// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/library/library.h"
#include "ui/common/cards.h"

namespace ui {

/// Albums of the library in the order of a query.
class AlbumModel final : public PagedCards<types::AlbumRow>
{
    Q_OBJECT

public:
    explicit AlbumModel(library::Library& library, QObject* parent = nullptr);

    void show(const library::AlbumQuery& query);
    [[nodiscard]] const library::AlbumQuery& query() const { return m_query; }
    void follow(const db::ChangeSet& changes);

protected:
    [[nodiscard]] Card cardOf(const types::AlbumRow& album) const override;

private:
    library::Library& m_library;
    library::AlbumQuery m_query;
};

/// Artists of the library in the order of a query.
class ArtistModel final : public PagedCards<types::ArtistRow>
{
    Q_OBJECT

public:
    explicit ArtistModel(library::Library& library, QObject* parent = nullptr);

    void show(const library::ArtistQuery& query);
    [[nodiscard]] const library::ArtistQuery& query() const { return m_query; }
    void follow(const db::ChangeSet& changes);

protected:
    [[nodiscard]] Card cardOf(const types::ArtistRow& artist) const override;

private:
    library::Library& m_library;
    library::ArtistQuery m_query;
};

} // namespace ui
