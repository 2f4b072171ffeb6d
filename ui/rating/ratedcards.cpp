// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rating/ratedcards.h"

#include "core/library/tables.h"
#include "ui/common/format.h"

namespace ui {

namespace {

/// What a list of the rated shows may be other items, in another order, once any is rated.
void follow(PagedModelBase& model, const db::ChangeSet& changes)
{
    const db::TableChanges items = changes.in(library::kItemTable);
    if (items.many) {
        model.refreshAll();
    } else if (!items.changed.isEmpty()) {
        model.refreshRows(items.changed);
    }
    if (changes.touches(library::kItemTable)) {
        model.reload();
    }
}

/// The ids alone: cards have no headings.
util::Future<std::vector<qint64>> idsOf(library::Library& library, QObject* context,
    const library::RatedQuery& query, std::stop_token stop)
{
    return util::async::andThen(library.rated(query, std::move(stop)), context,
        [](const library::RatedSpine& spine) { return spine.ids; });
}

} // namespace

RatedAlbums::RatedAlbums(library::Library& library, QObject* parent)
    : PagedCards(parent)
    , m_library(library)
{
    connect(&library, &library::Library::changed, this,
        [this](const db::ChangeSet& changes) { follow(*this, changes); });
}

void RatedAlbums::show(const library::RatedQuery& query)
{
    setSource({ [this, query](std::stop_token stop) {
                   return idsOf(m_library, this, query, std::move(stop));
               },
        [this](
            const QList<qint64>& ids, std::stop_token stop) { return m_library.albums(ids, stop); },
        [](const types::AlbumRow& album) { return album.id.value; } });
}

Card RatedAlbums::cardOf(const types::AlbumRow& album) const
{
    return albumCard(album, format::rating(album.rating));
}

RatedArtists::RatedArtists(library::Library& library, QObject* parent)
    : PagedCards(parent)
    , m_library(library)
{
    connect(&library, &library::Library::changed, this,
        [this](const db::ChangeSet& changes) { follow(*this, changes); });
}

void RatedArtists::show(const library::RatedQuery& query)
{
    setSource({ [this, query](std::stop_token stop) {
                   return idsOf(m_library, this, query, std::move(stop));
               },
        [this](const QList<qint64>& ids, std::stop_token stop) {
            return m_library.artists(ids, stop);
        },
        [](const types::ArtistRow& artist) { return artist.id.value; } });
}

Card RatedArtists::cardOf(const types::ArtistRow& artist) const
{
    Card card = artistCard(artist);
    card.subtitle = format::rating(artist.rating);
    return card;
}

} // namespace ui
