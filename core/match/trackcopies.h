// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/connection.h"
#include "core/types/ids.h"

#include <QList>
#include <stop_token>

namespace match {

/// The other tracks of the cache that are the recording of @p track, in the order of their ids:
/// found by their titles and artists, and compared as findCopies() does.
///
/// For one track: nothing of the rest of the library is read. A copy whose title or artist is
/// written with other words altogether is not found here. Thread: a reader. Errors: Database,
/// NotFound, Cancelled. Cost: a full-text search and up to 500 tracks compared, some 20 ms.
[[nodiscard]] util::Result<QList<types::ItemId>> copiesOfTrack(
    db::Connection& connection, types::ItemId track, const std::stop_token& stop);

} // namespace match
