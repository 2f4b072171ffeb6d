// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>
#include <optional>
#include <vector>

namespace ui {

/// Between two spines: at row @p at of the old one, @p removed rows go and rows [from, from +
/// added) of the new one come.
struct SpineRun
{
    qsizetype at = 0;
    qsizetype removed = 0;
    qsizetype from = 0;
    qsizetype added = 0;
    bool operator==(const SpineRun&) const = default;
};

/// The runs that turn @p before into @p after, in ascending order; nothing if there would be more
/// than @p maxRuns or the lists have too little in common to tell quickly.
///
/// Looks at most 4,096 rows ahead for each run, so it takes a few milliseconds at 1 M rows.
[[nodiscard]] std::optional<std::vector<SpineRun>> spineDiff(
    const std::vector<qint64>& before, const std::vector<qint64>& after, size_t maxRuns);

} // namespace ui
