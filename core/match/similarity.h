// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace match {

/// A normalised text as it is compared.
struct Form
{
    QString letters {}; ///< all words without what stood between them
    QString sorted {}; ///< the same with the words in alphabetical order
    bool operator==(const Form&) const = default;
    /// Whether there is nothing to compare.
    [[nodiscard]] bool isEmpty() const { return letters.isEmpty(); }
};

/// The length of the longest common subsequence, of UTF-16 units. Bit-parallel: a step for each 64
/// units of the shorter text and each unit of the longer one (H. Hyyrö, "Bit-parallel LCS-length
/// computation revisited", 2004). Cost: two titles of 20 letters about 60 ns.
[[nodiscard]] qsizetype commonLetters(QStringView a, QStringView b);

/// 2 · commonLetters / (|a| + |b|): 1 for equal texts, two empty ones too; 0 for nothing in common.
/// For example "spirt" and "spirit": 2 · 5 / 11 = 0.909.
/// @param atLeast  below this the caller does not care: 0 may be returned instead
[[nodiscard]] double indelRatio(QStringView a, QStringView b, double atLeast = 0);

/// The larger of the ratio of the letters and 0.97 times that of the sorted words.
/// @param atLeast  as for indelRatio()
[[nodiscard]] double similarity(const Form& a, const Form& b, double atLeast = 0);

} // namespace match
