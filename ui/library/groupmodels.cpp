// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/groupmodels.h"

#include "core/library/tables.h"
#include "ui/common/format.h"

using namespace Qt::StringLiterals;
using types::ItemType;

namespace ui {

namespace {

bool isAnyOf(const QSet<qint64>& ids, ItemType type)
{
    const auto [first, last] = library::idRange(type);
    return std::ranges::any_of(
        ids, [first = first, last = last](qint64 id) { return id >= first && id < last; });
}

/// Whether the order of the lists of @p type may be another one.
bool mayReorder(const db::ChangeSet& changes, ItemType type)
{
    const db::TableChanges items = changes.in(library::kItemTable);
    return items.many || isAnyOf(items.added, type) || isAnyOf(items.removed, type)
        || changes.touches(library::kGroupOrderTable);
}

} // namespace

AlbumModel::AlbumModel(library::Library& library, QObject* parent)
    : PagedCards(parent)
    , m_library(library)
{
}

void AlbumModel::show(const library::AlbumQuery& query)
{
    m_query = query;
    setSource({ [this, query](std::stop_token stop) { return m_library.albumIds(query, stop); },
        [this](
            const QList<qint64>& ids, std::stop_token stop) { return m_library.albums(ids, stop); },
        [](const types::AlbumRow& album) { return album.id.value; } });
}

void AlbumModel::follow(const db::ChangeSet& changes)
{
    const db::TableChanges items = changes.in(library::kItemTable);
    if (items.many) {
        refreshAll();
    } else if (!items.changed.isEmpty()) {
        refreshRows(items.changed);
    }
    if (mayReorder(changes, ItemType::Album)) {
        reload();
    }
}

Card AlbumModel::cardOf(const types::AlbumRow& album) const
{
    // What the list is sorted by is what somebody looks for in it.
    switch (m_query.sort) {
    case library::AlbumSort::Added:
        return albumCard(album, format::date(album.addedAt));
    case library::AlbumSort::LastPlayed:
        return albumCard(album, format::date(album.lastPlayedAt));
    case library::AlbumSort::Rating:
        return albumCard(album, format::rating(album.rating));
    default:
        return albumCard(album);
    }
}

ArtistModel::ArtistModel(library::Library& library, QObject* parent)
    : PagedCards(parent)
    , m_library(library)
{
}

void ArtistModel::show(const library::ArtistQuery& query)
{
    m_query = query;
    setSource({ [this, query](std::stop_token stop) { return m_library.artistIds(query, stop); },
        [this](const QList<qint64>& ids, std::stop_token stop) {
            return m_library.artists(ids, stop);
        },
        [](const types::ArtistRow& artist) { return artist.id.value; } });
}

void ArtistModel::follow(const db::ChangeSet& changes)
{
    const db::TableChanges items = changes.in(library::kItemTable);
    // How many albums they have is part of their rows.
    if (items.many || isAnyOf(items.added, ItemType::Album)
        || isAnyOf(items.removed, ItemType::Album)) {
        refreshAll();
    } else if (!items.changed.isEmpty()) {
        refreshRows(items.changed);
    }
    if (mayReorder(changes, ItemType::Artist)) {
        reload();
    }
}

Card ArtistModel::cardOf(const types::ArtistRow& artist) const
{
    Card card = artistCard(artist);
    if (m_query.sort == library::ArtistSort::Rating) {
        card.subtitle = format::rating(artist.rating);
    }
    return card;
}

} // namespace ui
