// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/library/library.h"
#include "core/rating/ratings.h"

#include <QDialog>

class QPushButton;
class QVBoxLayout;

namespace ui {

class CoverLabel;
class Covers;
class StarRating;
class TextLabel;

/// The rating of one item: what it has, what it was given here before, and for a track all copies
/// of the same recording, each with its stars.
class PastRatingsPanel final : public QDialog
{
    Q_OBJECT

public:
    /// All outlive it.
    PastRatingsPanel(library::Library& library, rating::Ratings& ratings, Covers& covers,
        types::ItemId item, QWidget* parent = nullptr);

Q_SIGNALS:
    void rateRequested(const QList<types::ItemId>& items, const types::OptionalRating& rating);

private:
    [[nodiscard]] QLayout* makeHead();
    void read();
    void readPast(const types::RatingKey& key);
    void readCopies();
    void showItem(const types::Item& item);
    void showPast(const QList<rating::PastRating>& past);
    void showCopies(const QList<types::TrackRow>& copies);
    [[nodiscard]] QWidget* makeCopy(const types::TrackRow& track);

    library::Library& m_library;
    rating::Ratings& m_ratings;
    library::CacheKey m_of; ///< whose item it is
    types::ItemId m_item;
    types::OptionalRating m_rating;
    QList<types::ItemId> m_copies;
    CoverLabel* m_cover;
    TextLabel* m_title;
    TextLabel* m_artist;
    StarRating* m_stars;
    QVBoxLayout* m_past;
    QVBoxLayout* m_copiesColumn;
    TextLabel* m_copiesTitle;
    QPushButton* m_all;
    util::async::Latest m_itemRead;
    util::async::Latest m_pastRead;
    util::async::Latest m_copiesRead;
};

/// One line about a past rating: "3 stars → 4½ stars", and what became of it.
[[nodiscard]] QString pastRatingText(const rating::PastRating& past);

} // namespace ui
