// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>
#include <compare>
#include <optional>

namespace types {

/// A user's rating on Plex's scale: 0–10, one star = 2, half a star = 1. Values between the half
/// stars come from other clients and are kept. "Unrated" is an empty std::optional, never 0.
class Rating
{
public:
    Rating() = default;

    /// From Plex's scale; values outside 0–10 are clamped.
    [[nodiscard]] static Rating fromPlex(double value) { return Rating(qBound(0.0, value, 10.0)); }
    /// From stars 0–5; halves are exact.
    [[nodiscard]] static Rating fromStars(double stars) { return fromPlex(stars * 2); }

    [[nodiscard]] double plex() const { return m_plex; }
    [[nodiscard]] double stars() const { return m_plex / 2; }
    /// 0–10, rounded to the half star that is drawn.
    [[nodiscard]] int halfStars() const { return qRound(m_plex); }

    // clang-tidy 14 takes the 0 that the compiler compares with for a null pointer.
    auto operator<=>(const Rating&) const = default; // NOLINT(modernize-use-nullptr)

private:
    explicit Rating(double plex)
        : m_plex(plex)
    {
    }
    double m_plex = 0;
};

using OptionalRating = std::optional<Rating>;

/// What several items have for a rating.
struct SharedRating
{
    OptionalRating rating {}; ///< that all of them have; empty if it is mixed
    bool isMixed = false;
    bool operator==(const SharedRating&) const = default;
};

} // namespace types
