// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/connection.h"
#include "core/types/rows.h"

#include <QDate>
#include <stop_token>

namespace library {

/// What happened on one day of former years.
struct OnThisDay
{
    QList<types::AlbumRow> released {}; ///< the best rated first, then the most played
    QList<types::AlbumRow> added {}; ///< the latest year first
    bool operator==(const OnThisDay&) const = default;
};

/// The albums of the day of @p today, at most @p perShelf each; 29 February is remembered on the
/// 28th where it is missing. Release days are known from the end of the first sync on. Days are
/// those of the local time zone.
/// Cost: below 1 ms. Thread: a reader. Errors: Database, Cancelled.
util::Result<OnThisDay> onThisDay(
    db::Connection& connection, QDate today, int perShelf, std::stop_token stop);

/// Albums that were played in part, the latest first, among those that were played lately.
/// Cost: some milliseconds. Thread: a reader. Errors: Database.
util::Result<QList<types::AlbumRow>> unfinishedAlbums(db::Connection& connection, int limit);

} // namespace library
