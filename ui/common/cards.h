// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/types/rows.h"
#include "ui/common/pagedmodel.h"

#include <QAbstractListModel>
#include <QCoreApplication>

namespace ui {

/// One card: a cover with a title and a line under it.
struct Card
{
    qint64 id = 0;
    QString title {};
    QString subtitle {};
    QString thumb {};
    QString iconName {}; ///< where there is no picture
    bool isRound = false; ///< a person
    QString badge {}; ///< the icon of a small sign on the picture; the line says the same
    QString owner {}; ///< whose it is: before the title where there is only text
    bool operator==(const Card&) const = default;
};

/// What a card's view asks of a model besides PagedModelBase's roles and the title.
enum CardRole
{
    SubtitleRole = PagedModelBase::UserRoles,
    ThumbRole,
    IconNameRole,
    RoundRole,
    BadgeRole,
    OwnerRole
};

/// What all models of cards answer for @p role.
[[nodiscard]] QVariant cardData(const Card& card, int role);

[[nodiscard]] Card trackCard(const types::TrackRow& track);
/// @param detail  after the artist, what the list is about; empty: the year
[[nodiscard]] Card albumCard(const types::AlbumRow& album, const QString& detail = {});
[[nodiscard]] Card artistCard(const types::ArtistRow& artist);
/// A smart one says so in its line, and by its sign where it has no picture.
[[nodiscard]] Card playlistCard(const types::PlaylistRow& playlist);

/// A short list of cards; long ones are PagedCards.
class CardModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    void setCards(QList<Card> cards);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    QList<Card> m_cards;
};

/// A list of cards of any length: each is made of a row when it is shown.
template <class Row>
class PagedCards : public PagedModel<Row>
{
public:
    using PagedModel<Row>::PagedModel;

    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override
    {
        return parent.isValid() ? 0 : 1;
    }

    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override
    {
        if (!this->checkIndex(index, QAbstractItemModel::CheckIndexOption::IndexIsValid)) {
            return {};
        }
        if (role == PagedModelBase::IdRole) {
            return this->idAt(index.row());
        }
        const Row* row = this->rowAt(index.row());
        if (role == PagedModelBase::PlaceholderRole) {
            return row == nullptr;
        }
        if (!row) {
            return role == Qt::AccessibleTextRole
                ? QCoreApplication::translate("ui::TrackColumn", "being read")
                : QVariant();
        }
        return cardData(cardOf(*row), role);
    }

protected:
    [[nodiscard]] virtual Card cardOf(const Row& row) const = 0;
};

} // namespace ui
