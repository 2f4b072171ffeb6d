// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/match/track.h"

#include <QStringView>
#include <array>
#include <optional>
#include <span>
#include <vector>

/// Paths of the same file as two machines see it.
namespace match {

/// A path or file URL with / between its parts: percent signs of a URL decoded (as UTF-8, else as
/// Latin-1), composed (NFC), "file://localhost/E:/Music" as "E:/Music", a share as "//host/share".
[[nodiscard]] QString plainPath(const QString& path);

/// A plain path as it is compared: case-folded and without the extension.
[[nodiscard]] QString comparablePath(const QString& plain);

/// Hashes of the last part, the last two and the last three parts of a comparable path, the second
/// and third 0 where it has fewer; all 0 for an empty path.
using PathTail = std::array<quint64, 3>;
[[nodiscard]] PathTail tailOf(QStringView comparable);

/// How many parts two tails have in common, counted from the end: 0 … 3.
[[nodiscard]] int commonParts(const PathTail& a, const PathTail& b);

/// "What lies under this folder there lies under that one here." For the user to see and to edit.
struct PathRule
{
    QString from {}; ///< folder of the source, plain, without a / at the end; may be empty
    QString to {}; ///< folder of the server
    int votes = 0; ///< pairs that agree
    bool operator==(const PathRule&) const = default;
};

/// So many pairs have to agree before a rule holds.
inline constexpr int kVotesNeeded = 20;

/// Two paths of one file.
struct PathPair
{
    QString source {};
    QString library {};
};

/// The rules that at least @p votesNeeded pairs agree on, those with most votes first. Of each pair
/// the common end is cut off, whatever its case and extension; what is left is one vote: D:/Music/a
/// and /data/music/a say that D: is /data.
[[nodiscard]] std::vector<PathRule> learnPathRules(
    std::span<const PathPair> pairs, int votesNeeded = kVotesNeeded);

/// Where @p plain lies by the first rule that speaks of it; nothing if none does.
[[nodiscard]] std::optional<QString> mappedPath(
    std::span<const PathRule> rules, const QString& plain);

/// What a path of the usual form …/Artist/Album/03 - Title.flac tells of its track: for rows that
/// come without tags. The path itself is kept.
[[nodiscard]] Track trackFromPath(const QString& path);

} // namespace match
