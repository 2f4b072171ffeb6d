// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QThreadPool>
#include <functional>
#include <stop_token>
#include <vector>

namespace match {

/// One step of a larger work, whose pieces do not depend on each other.
struct Stage
{
    qsizetype count = 0; ///< of what there is to do
    qsizetype piece = 1; ///< how many are done in one go, between two looks at the stop
    /// Does [first, last). @param worker  0 … threads of the pool − 1; no two pieces run at once
    /// with the same one
    std::function<void(qsizetype first, qsizetype last, int worker)> work {};
};

/// Does one stage after another, the pieces of each on all threads of @p pool. Nobody waits: who
/// ends a stage begins the next.
///
/// @param stages  each is asked for its stage when the one before has ended, in a thread of the
/// pool
/// @param done  called once, in a thread of the pool, at the end or soon after a stop
/// Thread: any; returns at once. The pool must outlive its work.
void runStages(QThreadPool& pool, std::vector<std::function<Stage()>> stages,
    std::function<void()> done, std::stop_token stop);

} // namespace match
