// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/http.h"
#include "core/demo/keys.h"

#include <QStringList>
#include <vector>

namespace demo {

/// What can be filtered and sorted by.
enum class FieldId
{
    Title,
    UserRating,
    ViewCount,
    SkipCount,
    LastViewedAt,
    LastRatedAt,
    AddedAt,
    UpdatedAt,
    Year,
    Decade,
    ReleaseDate,
    Duration,
    Index,
    DiscIndex,
    Id,
    Guid,
    Studio,
    CriticRating,
    RatingCount,
    Bitrate,
    Unwatched,
    Genre,
    Style,
    Mood,
    Country,
    Format,
    Subformat,
    Label,
    SonicallySimilar
};

/// How a field's value is compared.
enum class FieldKind
{
    Text,
    Number,
    Date,
    Tag,
    Truth,
    Nearness ///< the value is the key of what it is near to
};
[[nodiscard]] FieldKind kindOf(FieldId field);

/// A field of the row itself or of its album, artist, season or show.
struct Field
{
    Kind scope = Kind::Track;
    FieldId id = FieldId::Title;

    bool operator==(const Field&) const = default;
};

/// Comparison operators; what '=' means depends on the field's kind.
enum class Operator
{
    Equal,
    NotEqual,
    Is,
    IsNot,
    Greater,
    Less,
    AtLeast,
    AtMost
};

/// A rule, or a group of them.
struct Rule
{
    // A group when rules is not empty or isGroup; else a comparison.
    bool isGroup = false;
    bool any = false; ///< group: one is enough
    std::vector<Rule> rules {};
    Field field {};
    Operator comparison = Operator::Equal;
    QStringList values {}; ///< alternatives
    std::vector<double> numbers {}; ///< the same, read once for all rows
};

/// One part of a sort.
struct SortKey
{
    Field field {};
    bool descending = false;
    bool nullsLast = false;
    bool random = false;
};

/// A listing query of /library/sections/N/all, understood.
struct ListingQuery
{
    Kind kind = Kind::Artist;
    bool isCollections = false; ///< type=18: nothing here has any
    Rule rule {}; ///< always a group
    std::vector<SortKey> sort {};
    int limit = 0; ///< 0 = none
    // What was sent, encoded: a marker of our own is not (it begins with '!').
    QByteArray filterText {}; ///< the pairs that say which rows; no paging
    QByteArray sortText {};
    bool isRelativeToNow = false; ///< compares with times counted back from now
    bool touchesMarks = false; ///< the answer changes with ratings and plays

    /// Equal for queries with the same rows in the same order; collections have none.
    [[nodiscard]] QByteArray fingerprint() const;
    /// The same rows in no order: for who only counts them.
    [[nodiscard]] ListingQuery unsorted() const;
};

/// Reads the pairs of a request; unknown keys are ignored, as a server does.
[[nodiscard]] ListingQuery parseListing(const QueryPairs& pairs, Kind defaultKind);

/// The rule with the numbers of its values; dates are counted back from @p now.
[[nodiscard]] Rule withNumbers(Rule rule, qint64 now);

/// Epoch seconds of a date value: a number, or "-30d" counted back from @p now.
[[nodiscard]] qint64 parseDate(const QString& value, qint64 now);

} // namespace demo
