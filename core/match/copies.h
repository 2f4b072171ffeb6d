// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/match/matcher.h"

namespace match {

/// Tracks of a library that are one recording.
struct Copies
{
    std::vector<int> tracks {}; ///< two or more places in the catalogue, ascending
    bool isOneRelease = false; ///< all at the same place of the same album: files of two formats
    bool operator==(const Copies&) const = default;
};

/// The recordings that a library holds more than once, on one album or on several, in the order of
/// their first tracks. What is the same as one of a group is of the group.
///
/// Thread: any; returns at once. Errors: Cancelled. Cost: about that of matchRows() with the
/// library as rows. The pool must outlive the work.
[[nodiscard]] util::Future<std::vector<Copies>> findCopies(
    QThreadPool& pool, std::shared_ptr<const Catalogue> catalogue, std::stop_token stop = {});

/// The other tracks that are the recording of @p track. Cost: some microseconds.
[[nodiscard]] std::vector<int> copiesOf(const Catalogue& catalogue, int track, Scratch& scratch);

} // namespace match
