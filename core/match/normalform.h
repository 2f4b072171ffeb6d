// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/match/marks.h"
#include "core/match/similarity.h"

#include <QVarLengthArray>

/// The normal form of titles, artists and albums: one function for both sides of a comparison.
namespace match {

/// What a number in a title counts: two titles whose numbers of one kind differ are two recordings.
enum class NumberKind : quint8
{
    Bare, ///< also "No. 5", "#5" and a Roman one at the end
    Part,
    Volume,
    Movement, ///< "II. Andante"
    Opus,
    Catalogue, ///< BWV, K., RV …
    Chapter ///< also acts, scenes, episodes, books
};

/// A number of a title.
struct Number
{
    NumberKind kind = NumberKind::Bare;
    int value = 0;
    bool operator==(const Number&) const = default;
    /// By kind, then by value.
    bool operator<(const Number& other) const
    {
        return kind == other.kind ? value < other.value : kind < other.kind;
    }
};
using Numbers = QVarLengthArray<Number, 3>;

/// How the numbers of two titles fit.
enum class NumberFit
{
    Same, ///< none differs, and none is told by one side only unless another one agrees
    OneSided,
    Different
};
/// Compares the numbers of two titles, each kind with its own.
[[nodiscard]] NumberFit compare(const Numbers& a, const Numbers& b);

/// A title without what is no part of it.
struct TitleForm
{
    Form core {};
    QString spaced {}; ///< the core's words with spaces between
    Version version {};
    Numbers numbers {}; ///< in ascending order
    QString whole {}; ///< the letters of all of it
    size_t longestWords = 0; ///< a hash of the two longest words of the core; 0 if it has only one
    bool isCut = false; ///< as long as the 30 bytes of ID3v1 allow, so that more may have followed
    bool isEastAsian = false;
};
/// The normal form of a title. @param folded  as folded() makes it of a title of @p length
/// characters
[[nodiscard]] TitleForm titleForm(QStringView folded, qsizetype length);

/// An artist without guests and leading article; "Beatles, The" as "The Beatles".
struct ArtistForm
{
    Form main {}; ///< empty for nobody: Various Artists, Unknown Artist, or no text
    Form first {}; ///< the first of several that are listed; main if there is only one
    Form full {}; ///< with the guests
    QStringList words {}; ///< of full
    bool isTribute = false;
    bool isCut = false;
    /// Whether no artist is told.
    [[nodiscard]] bool isNobody() const { return main.isEmpty(); }
};
/// The normal form of an artist. @param text  as it is written
[[nodiscard]] ArtistForm artistForm(const QString& text);

/// An album, and the same without what tells editions and discs apart.
struct AlbumForm
{
    Form plain {}; ///< of all of it; empty if there is none, or an unknown one
    Form core {};
    Numbers numbers {};
    int disc = 0; ///< from "(Disc 2)"; 0 = not told
    bool isLive = false;
    bool isTribute = false;
    bool isCut = false;
    /// Whether no album is told.
    [[nodiscard]] bool isNone() const { return plain.isEmpty(); }
};
/// The normal form of an album. @param text  as it is written
[[nodiscard]] AlbumForm albumForm(const QString& text);

/// The rest of a folded title that begins with a track number ("03 - Airbag"); empty if it does
/// not.
/// @param number  the number of the track, 0 = unknown: only this one needs no sign behind it,
///     unless a zero stands before it
[[nodiscard]] QStringView withoutLeadingNumber(QStringView folded, int number);

} // namespace match
