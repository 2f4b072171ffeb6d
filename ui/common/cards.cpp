// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/cards.h"

#include "ui/common/format.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace ui {

QVariant cardData(const Card& card, int role)
{
    switch (role) {
    case Qt::DisplayRole:
        return card.title;
    case Qt::AccessibleTextRole:
        return card.subtitle.isEmpty()
            ? card.title
            : QCoreApplication::translate("ui::CardModel", "%1, %2", "title, what it is")
                  .arg(card.title, card.subtitle);
    case PagedModelBase::IdRole:
        return card.id;
    case SubtitleRole:
        return card.subtitle;
    case ThumbRole:
        return card.thumb;
    case IconNameRole:
        return card.iconName;
    case RoundRole:
        return card.isRound;
    case BadgeRole:
        return card.badge;
    case OwnerRole:
        return card.owner;
    default:
        return {};
    }
}

Card trackCard(const types::TrackRow& track)
{
    return { track.id.value, track.title, track.artist, track.thumb, u"track"_s, false, {},
        track.artist };
}

Card albumCard(const types::AlbumRow& album, const QString& detail)
{
    const QString year = album.year > 0 ? format::plainNumber(album.year) : QString();
    QStringList facts { album.artist, detail.isEmpty() ? year : detail };
    facts.removeAll({});
    return { album.id.value, album.title, facts.join(u" · "_s), album.thumb, u"album"_s, false, {},
        album.artist };
}

Card artistCard(const types::ArtistRow& artist)
{
    return { artist.id.value, artist.title,
        artist.albumCount > 0 ? format::albums(artist.albumCount) : QString(), artist.thumb,
        u"artist"_s, true };
}

Card playlistCard(const types::PlaylistRow& playlist)
{
    QStringList facts { playlist.isVideo ? format::items(playlist.count)
                                         : format::tracks(playlist.count) };
    if (playlist.smart) {
        facts.prepend(QCoreApplication::translate("ui::CardModel", "Smart", "playlist"));
    }
    return { playlist.id.value, playlist.title, facts.join(u" · "_s), playlist.composite,
        playlist.smart ? u"smart"_s : u"playlist"_s, false,
        playlist.smart ? u"smart"_s : QString() };
}

void CardModel::setCards(QList<Card> cards)
{
    if (cards == m_cards) {
        return;
    }
    beginResetModel();
    m_cards = std::move(cards);
    endResetModel();
}

int CardModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_cards.size());
}

QVariant CardModel::data(const QModelIndex& index, int role) const
{
    return checkIndex(index, CheckIndexOption::IndexIsValid)
        ? cardData(m_cards.at(index.row()), role)
        : QVariant();
}

Qt::ItemFlags CardModel::flags(const QModelIndex& index) const
{
    const Qt::ItemFlags usual = QAbstractListModel::flags(index);
    return index.isValid() ? usual | Qt::ItemIsDragEnabled : usual;
}

} // namespace ui
