// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/util/result.h"

#include <QString>
#include <optional>

namespace app {

/// What was done about a user's file that was damaged or missing.
struct Restored
{
    qint64 copiedAt = 0; ///< epoch seconds; the time of the copy that is used now
    QString damagedFile {}; ///< where it lies now; empty: there was none

    /// What happened, for people.
    [[nodiscard]] QString summary() const;
    /// What is missing now, and where the damaged file lies, for people.
    [[nodiscard]] QString consequence() const;
};

/// Which file is to be replaced, and by what.
struct RestoreRequest
{
    QString file {}; ///< the user's
    QString folder {}; ///< of its copies
    QString migrations {}; ///< folder of scripts
    qint64 now = 0; ///< epoch seconds
};

/// Whether there are copies of a file that is missing or empty. The program leaves it so only if it
/// is ended between two steps of restore().
[[nodiscard]] bool isLost(const QString& file, const QString& folder);

/// Moves the damaged file aside, as user-damaged-20260131T184500Z.db beside it, and puts the newest
/// copy in its place of which every page can be read. Nothing is deleted or overwritten, and
/// nothing is moved before the copy is whole and on the disk. What waits to be sent in the copy is
/// doubted: change::journal::doubtUnfinished().
///
/// The file must not be open here. Thread: the pool's.
/// @return nothing if the file turns out to be whole: another program was faster
/// Errors: Database (there is no copy that can be read), Unsupported (the file or its newest copy
/// was made by a newer version), Storage. With each of them everything is as it was,
/// or isLost().
[[nodiscard]] util::Result<std::optional<Restored>> restore(const RestoreRequest& request);

} // namespace app
