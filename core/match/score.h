// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/match/prepared.h"

#include <optional>

namespace match {

/// From this on two tracks are taken for the same recording.
inline constexpr double kAccept = 0.86;
/// From here to kAccept the user is asked.
inline constexpr double kReview = 0.72;
/// From this on two albums are the same but for edition and disc.
inline constexpr double kEquallyNamed = 0.97;
/// Candidates so close to the best are as good as it.
inline constexpr double kMargin = 0.035;

/// Why a score is no higher than it is, however well all else fits.
enum class Limit
{
    None,
    Unsure, ///< one side names a version or number, the other none, or another release differs in
            ///< length
    OtherVersion, ///< live, remix, demo … on one side only, or another one
    LiveAlbum, ///< one is on a live album, and the lengths differ
    OtherNumber, ///< another part, number, opus
    Tribute, ///< one is by a tribute or karaoke act
    OtherArtist,
    OtherTitle,
    OtherLength,
    OtherScript, ///< the titles cannot be compared, and all else is the same
    NoArtist, ///< told by one side only, and the album does not make up for it
    TitleOnly ///< nothing but a title to go by
};

/// How well two tracks fit, 0 … 1, with its parts. A part that either side does not tell is absent.
struct Score
{
    double total = 0;
    double title = 0;
    std::optional<double> artist {};
    std::optional<double> album {};
    std::optional<double> length {};
    std::optional<double> number {}; ///< of disc and track, on the same album only
    int pathParts = 0; ///< equal last parts of the paths, up to 3
    Limit limit = Limit::None;
    bool operator==(const Score&) const = default;
};

/// A track among many.
struct Place
{
    const PreparedTracks& all;
    qsizetype index;
    /// The track itself.
    [[nodiscard]] const PreparedTrack& track() const { return all.at(index); }
};

/// How well a row and a track of the library fit: title 40, artist 25, album 16, length 12 and
/// number 4 parts of what both tell, then limited. Cost: 0.3 to 1 µs.
[[nodiscard]] Score score(const Place& row, const Place& library);

/// Whether title, artist and album are the same texts in normal form, with their brackets, and the
/// lengths are within 3 s.
[[nodiscard]] bool isExactly(const Place& row, const Place& library);

/// Whether two tracks of a library are the same recording, on one album or on two: same title,
/// version, numbers and artist, and lengths within 4 s.
[[nodiscard]] bool isSameRecording(const Place& a, const Place& b);

/// Whether they are, besides, at the same place of the same album: files of two formats.
[[nodiscard]] bool isCopy(const Place& a, const Place& b);

} // namespace match
