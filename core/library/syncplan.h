// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/library/deltapass.h"
#include "core/library/sectionreader.h"
#include "core/library/sync.h"

/// What a sync is to read, by the sections that the server has and what the cache knows of them.
/// Thread of all: the writer's or a reader's. Errors of all: Database, Storage.
namespace library {

struct SyncPlan
{
    QList<SectionReader::Part> whole {}; ///< from its start, or where an interrupted reading was
    QList<DeltaPass::Part> news {}; ///< what was complete before
};

/// Stores the sections and says what is to be read. @param now  the server's clock
/// Errors: NotFound too, if the only section asked for is not there.
[[nodiscard]] util::Result<SyncPlan> storeSections(db::Connection& connection,
    db::ChangeSet& changes, const QList<types::Section>& sections, const SyncOptions& options,
    const CacheKey& cache, qint64 now);
/// What is in sections that the server no longer has.
[[nodiscard]] util::Result<QList<qint64>> lostItems(
    db::Connection& connection, const QList<types::Section>& present);
/// Removes sections that the server no longer has, once nothing is in them.
[[nodiscard]] util::Result<void> removeSections(
    db::Connection& connection, db::ChangeSet& changes, const QList<types::Section>& present);

} // namespace library
