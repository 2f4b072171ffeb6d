// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/library/groupview.h"
#include "core/library/trackview.h"

namespace library {

/// A text that a list of tracks, albums or artists is sorted by.
enum class ListText
{
    Title,
    Artist, ///< of a track its own, else the album's
    Album, ///< of tracks
    AlbumArtist ///< of tracks: the first of the default order
};

/// Which text a list is sorted by, and in which direction.
struct ListOrder
{
    ListText text = ListText::Title;
    bool descending = false;
    bool operator==(const ListOrder&) const = default;
};

/// The text that the list of @p query is sorted by first; nothing if that is a number or a time.
[[nodiscard]] std::optional<ListOrder> listOrderOf(const TrackQuery& query);
[[nodiscard]] std::optional<ListOrder> listOrderOf(const AlbumQuery& query);
[[nodiscard]] std::optional<ListOrder> listOrderOf(const ArtistQuery& query);

/// Where in a list the texts with another first letter begin.
struct JumpMark
{
    QString label {}; ///< a capital letter, "#" for digits, one sign for each of the large scripts
    qint64 row = 0;
    bool operator==(const JumpMark&) const = default;
};

/// The label of the mark under which a text stands. @param text  as it is sorted
[[nodiscard]] QString jumpLabel(const QString& text);

/// The marks of a list, from its beginning to its end.
///
/// @param ids  the spine of tracks, albums or artists; what is not in order yet, because it came
/// with a sync that is not at its end, may have no mark or a wrong one Cost: some lookups for each
/// letter, at 1 M tracks about 10 ms. Thread: a reader. Errors: Database, Cancelled.
util::Result<QList<JumpMark>> jumpMarks(db::Connection& connection, const std::vector<qint64>& ids,
    ListOrder order, std::stop_token stop);

/// The first row at or after @p from, going round, whose text begins with @p text as it is sorted:
/// without case, accents and leading article. −1 if there is none.
///
/// @param ids  as in jumpMarks()
/// @param order  what they are sorted by, which is the text that is looked at; nothing: titles, in
/// a list sorted by anything
/// Cost: at 1 M tracks about 1 ms; up to 20 ms in titles of a list that is not sorted by them.
/// Thread: a reader. Errors: Database, Cancelled.
util::Result<qint64> rowBeginningWith(db::Connection& connection, const std::vector<qint64>& ids,
    std::optional<ListOrder> order, const QString& text, qint64 from, std::stop_token stop);

/// The text right after every text that begins with @p prefix, in the order of the database.
[[nodiscard]] QString afterPrefix(const QString& prefix);

} // namespace library
