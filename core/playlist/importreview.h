// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/match/matcher.h"
#include "core/playlist/filerow.h"

#include <memory>

/// What was found of a playlist file in the library, row by row, for a person to look at.
namespace playlist {

/// How things stand with a row.
enum class RowState
{
    Found,
    ToDecide, ///< there are candidates, none of them sure
    Missing
};

/// What the state of a row rests on.
enum class RowReason
{
    Texts, ///< title, artist, album and length fit
    Path, ///< the same file
    Key, ///< the server's own name of the track
    Guid, ///< Plex's name of the recording
    Decision, ///< somebody chose it, in this review or in one before
    LeftOut, ///< somebody said that it is none
    Unsure, ///< a good candidate, but not a sure one
    Several, ///< candidates that fit equally well
    OtherTitle, ///< the file is there, but is called otherwise
    TakenBefore, ///< another row of its album fits its track better
    Nothing ///< nothing like it
};

/// A track that a row may be.
struct ImportCandidate
{
    int track = 0; ///< a place in ImportReview::tracks
    float score = 0; ///< 0 … 1
    match::Limit limit = match::Limit::None;
    bool operator==(const ImportCandidate&) const = default;
};

/// A row of the file and what was found of it.
struct ImportRow
{
    FileRow file {};
    QString name {}; ///< what decisions about it are remembered by
    RowState state = RowState::Missing;
    RowReason reason = RowReason::Nothing;
    int chosen = -1; ///< a place in ImportReview::tracks; −1 unless it was found
    std::vector<ImportCandidate> candidates {}; ///< best first
    bool operator==(const ImportRow&) const = default;

    /// How well the chosen track fits, else the best candidate; 0 without one.
    [[nodiscard]] float score() const;
};

/// How many rows are in each state.
struct ImportCounts
{
    qsizetype found = 0;
    qsizetype toDecide = 0;
    qsizetype missing = 0;
    bool operator==(const ImportCounts&) const = default;
    /// All rows.
    [[nodiscard]] qsizetype all() const { return found + toDecide + missing; }
};

/// All rows of a file, and the tracks that they name.
struct ImportReview
{
    QString title {}; ///< of the list, as the file has it
    std::vector<ImportRow> rows {};
    std::vector<match::LibraryTrack> tracks {}; ///< candidates of the rows, each once
    QList<LeftOut> leftOut {}; ///< lines of the file that could not be read: the first …
    qsizetype leftOutCount = 0; ///< … of so many

    /// How many rows are in each state. Cost: a walk through them.
    [[nodiscard]] ImportCounts counts() const;
    /// Makes @p track that of a row, as somebody chose it.
    void choose(qsizetype row, const match::LibraryTrack& track);
    /// Says that a row is none of the library.
    void leaveOut(qsizetype row);
};

/// What names the tracks that were found, in the order of the rows.
[[nodiscard]] QList<types::RatingKey> chosenKeys(const ImportReview& review);

/// The rows that are missing, or not decided yet, as a list of their own.
[[nodiscard]] FileContent missingRows(const ImportReview& review);

/// Why a row is as it is, in a few words for people.
[[nodiscard]] QString reasonText(const ImportRow& row);

/// What keeps a candidate from being sure, in a few words; empty if nothing does.
[[nodiscard]] QString limitText(match::Limit limit);

/// The rows of a file and the tracks that were matched with them, as a review. The rows are named
/// as nameOf() has it.
struct Matched
{
    std::vector<FileRow> rows {};
    std::vector<match::Row> asMatched {};
    std::vector<match::Outcome> outcomes {};
    std::vector<RowReason> known {}; ///< of each row how it was found before the texts were looked
                                     ///< at: Path, Key, or Texts if it was not
};

/// @param catalogue  what the outcomes' places are in; only the tracks that they name are kept
[[nodiscard]] ImportReview reviewOf(const match::Catalogue& catalogue, Matched matched);

} // namespace playlist
