// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/connection.h"

#include <QLatin1StringView>
#include <array>

/// Indexes that rest while an empty cache is filled.
///
/// Each row of a first sync would be put at a place of its own in them, which at a million tracks
/// rewrites most of their pages with every page of rows. Made in one go at the end they cost a
/// tenth. While they rest, everything can still be asked; only what they serve takes longer. A run
/// that is interrupted leaves them resting, and the next one makes them: their text is kept in the
/// cache itself. A migration that changes one drops it with IF EXISTS, makes it, and deletes its
/// row of table cache. Thread of all: the writer's.
namespace library {

inline constexpr QLatin1StringView kTitleIndex { "item_title" };
inline constexpr QLatin1StringView kRankIndex { "track_order_default" }; ///< holds ranks
inline constexpr QLatin1StringView kUriIndex { "external_id_uri" };
inline constexpr QLatin1StringView kTagIndex { "item_tag_tag" };
inline constexpr QLatin1StringView kRatedIndex { "item_rated" };
inline constexpr QLatin1StringView kViewedIndex { "item_viewed" };
/// Full text: what is written stays in pieces, while merging them would write each word about five
/// times at a million tracks. Later writes merge them. Until then a search looks at some dozen.
inline constexpr QLatin1StringView kSearchIndex { "search" };
inline constexpr std::array kRestingIndexes { kTitleIndex, kRatedIndex, kViewedIndex, kUriIndex,
    kTagIndex, kSearchIndex, kRankIndex }; ///< in the order in which they are made

/// Drops them if there is no item yet; else nothing happens. Errors: Database, Storage.
[[nodiscard]] util::Result<void> restIndexes(db::Connection& connection);
/// Makes the index @p name again if it rests. Cost: 1–2 s for a million rows.
/// Errors: Database, Storage.
[[nodiscard]] util::Result<void> wakeIndex(db::Connection& connection, QLatin1StringView name);

} // namespace library
