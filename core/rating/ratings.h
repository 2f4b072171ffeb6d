// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/changes.h"
#include "core/library/library.h"
#include "core/rating/pastratings.h"
#include "core/util/clock.h"

#include <QObject>

/// Rating items, one or a whole selection, as one change with one undo.
/// Not for: showing stars; sending (change does that).
/// Invariant: every rating goes through the journal.
namespace rating {

/// Makes a change of a rating, for any items of the open cache. Thread: UI.
class Ratings : public QObject
{
    Q_OBJECT
public:
    Ratings(change::Changes& changes, library::Library& library, const util::Clock& clock,
        QObject* parent = nullptr);

    /// Sets the rating of all @p items; an empty rating clears. Items that have it already are left
    /// out.
    /// @param from  whose cache the ids are of: what is rated is never an item of another one
    /// Errors: NotFound when none is in the library, Conflict when all have it already, Cancelled
    /// when another library is open by now.
    [[nodiscard]] util::Future<types::ChangeId> rate(const library::CacheKey& from,
        const QList<types::ItemId>& items, const types::OptionalRating& rating);
    /// The same by the server's keys: of the command line, of what plays. A key that is not in the
    /// library is a failed step of the change (NotFound), so that whoever shows its steps tells of
    /// it; the change then has only such steps if all others have the rating already.
    [[nodiscard]] util::Future<types::ChangeId> rateKeys(const library::CacheKey& from,
        const QList<types::RatingKey>& keys, const types::OptionalRating& rating);
    /// What an item of the open cache was rated here, the newest first. Errors: Database.
    [[nodiscard]] util::Future<QList<PastRating>> history(
        const types::RatingKey& key, int limit) const;

private:
    [[nodiscard]] QString label(const QStringList& titles, const types::OptionalRating& to) const;

    change::Changes& m_changes;
    library::Library& m_library;
    const util::Clock& m_clock;
};

/// "4½ stars", "No rating": a rating in words.
[[nodiscard]] QString ratingText(const types::OptionalRating& rating);

} // namespace rating
