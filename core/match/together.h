// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/match/matcher.h"

/// What takes all rows of a run together, after each was matched alone.
namespace match {

/// The folders that correspond, as sure matches by their texts tell. @param outcomes  one a row
[[nodiscard]] std::vector<PathRule> rulesFrom(
    const Catalogue& catalogue, std::span<const Row> rows, std::span<const Outcome> outcomes);

/// The same file is the same recording: matches rows whose path, mapped by @p rules, is that of a
/// track; for review where the titles contradict it. Rows that are matched already stay.
/// @param rulings  one a row or none at all; what they reject is not taken
void matchByPath(const Catalogue& catalogue, const PreparedTracks& prepared,
    std::span<const Row> rows, std::span<const PathRule> rules, std::span<const Ruling> rulings,
    std::span<Outcome> outcomes);

/// Two rows of one album that are different recordings cannot be the same track: the one that fits
/// better keeps it, the other gets its next candidate or is for review. Greedy, by score.
void assignAlbums(
    const Catalogue& catalogue, const PreparedTracks& prepared, std::span<Outcome> outcomes);

/// Several rows of one source that are matched to one track.
struct Claim
{
    int track = 0;
    std::vector<int> rows {}; ///< best first
    std::optional<int> value {}; ///< what they set; absent if none sets anything, or on a conflict
    bool isConflict = false; ///< they set different values: to be shown, never decided silently
    bool operator==(const Claim&) const = default;
};

/// Who claims which track, for every track that is matched, in the order of tracks. Equal values
/// merge; a row without value claims nothing but itself.
[[nodiscard]] std::vector<Claim> resolveClaims(
    std::span<const Row> rows, std::span<const Outcome> outcomes);

} // namespace match
