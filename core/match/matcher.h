// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/match/catalogue.h"
#include "core/match/score.h"

#include <span>
#include <vector>

/// Recognising the same recording: rows of playlist files, of other players' libraries and entries
/// whose key is gone against the tracks of a library, and the library against itself.
/// Not for: reading files, asking the user, changing anything on a server.
/// Invariant: what is matched without asking is either surely the recording or was decided by the
/// user; of two that fit equally well none is taken.
namespace match {

/// What is to be done with a row.
enum class Verdict
{
    Match,
    Review, ///< a good candidate, but not a sure one
    Ambiguous, ///< several that fit equally well, or nothing but a title to go by
    NoMatch
};

/// What a verdict rests on.
enum class Basis
{
    Score,
    Exact, ///< the same texts
    Guid, ///< Plex's own name of the recording
    Path, ///< the same file, after the folders were mapped
    Decision ///< the user said so
};

/// How rows are compared.
enum class Strategy
{
    Exact, ///< the same texts and length, or the same file; nothing else
    Fuzzy
};

/// A track of the catalogue that a row may be.
struct Candidate
{
    int track = 0;
    Score score {};
    bool operator==(const Candidate&) const = default;
};

/// What was found out about a row.
struct Outcome
{
    Verdict verdict = Verdict::NoMatch;
    Basis basis = Basis::Score;
    std::vector<int> chosen {}; ///< of a match: the track, or all files of it on the same album
    /// Best first; of an ambiguous row all that fit equally well, otherwise at most kShown.
    std::vector<Candidate> candidates {};
    bool isBetterElsewhere
        = false; ///< a review because another row of its album fits its track better
    bool operator==(const Outcome&) const = default;
};

/// So many candidates are kept for the user to choose from …
inline constexpr size_t kShown = 8;
/// … that have at least this score.
inline constexpr double kLeastShown = 0.5;

/// What the user decided about one row, as places in the catalogue.
struct Ruling
{
    std::vector<int> picked {}; ///< taken, whatever the score
    std::vector<int> rejected {}; ///< no candidates
    bool isNone = false; ///< the row is in no library
};

/// How a run is done.
struct Options
{
    Strategy strategy = Strategy::Fuzzy;
    std::vector<PathRule> pathRules {}; ///< agreed on by the user; they come before learned ones
    bool learnsPaths = true;
    std::vector<Ruling> rulings {}; ///< one for each row, or none at all; see rulingsFor()
};

/// What a run found.
struct Matches
{
    std::vector<Outcome> outcomes {}; ///< one for each row
    std::vector<PathRule> learnedRules {}; ///< applied, besides those of the options
};

/// What is used again from row to row; one for each thread.
struct Scratch
{
    Index::Scratch index {};
    std::vector<Candidate> candidates {};
};

/// One row against the catalogue, without the rows beside it. @param row  a place among the rows
[[nodiscard]] Outcome matchOne(const Catalogue& catalogue, const PreparedTracks& rows, int row,
    Strategy strategy, const Ruling& ruling, Scratch& scratch);

/// All rows in the calling thread; for few rows, and for tests.
[[nodiscard]] Matches matchRows(
    const Catalogue& catalogue, std::span<const Row> rows, const Options& options = {});

/// All rows on all threads of @p pool: normal form, candidates, scores; then what takes all of them
/// together: same files by the learned folders, and one track for each row of an album.
///
/// A row without title is read from its path. Errors: Cancelled, within some milliseconds of a
/// stop. Cost: 100,000 rows against as many tracks 1.5 s with two threads. The pool must outlive
/// the work.
[[nodiscard]] util::Future<Matches> matchRows(QThreadPool& pool,
    std::shared_ptr<const Catalogue> catalogue, std::vector<Row> rows, Options options = {},
    std::stop_token stop = {});

} // namespace match
