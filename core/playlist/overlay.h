// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/aliases.h"
#include "core/playlist/edit.h"

namespace playlist {

/// One row of a playlist where it is held: on the server, or in the cache.
struct HeldRow
{
    Token token = 0;
    QString key {}; ///< of its item
};

/// An edit as it is for what is held now.
struct Overlay
{
    Tokens held {}; ///< in order
    Tokens wanted {}; ///< rows that are not held are still to be added
    QSet<Token> moved {}; ///< rows that the edit moved
    Tokens disputed {}; ///< rows that the edit and somebody else moved to different places
    /// Rows of the edit that were found by what they hold: what they are called there.
    QHash<Token, Token> names {};
    /// What the edit calls rows in wanted, where that is something else.
    QHash<Token, Token> originals {};

    [[nodiscard]] bool isDone() const { return held == wanted; }
};

/// Whose rows are the edit's own, among those that neither list of it knows.
struct Recognition
{
    /// Those with a higher id than this; nothing: none.
    std::optional<qint64> after {};
    /// The playlist was emptied, or is to be, and these stand for the edit's rows.
    Tokens wanted {};
    QStringList keys {}; ///< of their items
};

/// Lays @p edit over what is held: rows that it calls otherwise are found by the @p aliases of
/// kEntryAlias, rows that it added by what they hold; then both are merged.
/// Cost: as merge(). Thread: any.
[[nodiscard]] Overlay lay(const Edit& edit, const change::NumberAliases& aliases,
    const std::vector<HeldRow>& held, const Recognition& recognition);

} // namespace playlist
