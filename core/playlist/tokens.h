// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/util/result.h"

#include <QString>
#include <optional>
#include <vector>

namespace playlist {

/// What names one row of a playlist in the journal: the server's playlistItemID at the time, or a
/// negative number for a row that was made here and has none yet.
using Token = qint64;
/// Rows of a playlist in their order, each once.
using Tokens = std::vector<Token>;

/// As many names for new rows as are asked for, in descending order; nobody else's.
[[nodiscard]] Tokens newTokens(qsizetype count);

/// As text: rows that were added one after the other take next to nothing.
/// Cost: about 3 ms for 65,000 in disorder.
[[nodiscard]] QString textOf(const Tokens& tokens);
/// What textOf() made. Errors: InvalidInput (not made by it, or more than kMostRows).
[[nodiscard]] util::Result<Tokens> tokensOf(const QString& text);

/// What qCompress() wrote of how long it is: not to be believed beyond what makes sense. Nothing if
/// it is too short to say.
[[nodiscard]] std::optional<qsizetype> sizeWhenUnpacked(const QByteArray& packed);

/// No playlist is longer; what claims to be is refused.
inline constexpr qsizetype kMostRows = 2'000'000;

} // namespace playlist
