// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/spinediff.h"

#include <QHash>

namespace ui {

namespace {

constexpr qsizetype kWindow = 4096;

struct Match
{
    qsizetype before = 0;
    qsizetype after = 0;
};

// The nearest rows, counted from (i, j), that are the same again.
std::optional<Match> meet(
    const std::vector<qint64>& before, const std::vector<qint64>& after, qsizetype i, qsizetype j)
{
    const auto endBefore = qMin(std::ssize(before), i + kWindow);
    const auto endAfter = qMin(std::ssize(after), j + kWindow);
    QHash<qint64, qsizetype> ahead;
    ahead.reserve(endAfter - j);
    for (qsizetype n = endAfter - 1; n >= j; --n) {
        ahead.insert(after[size_t(n)], n);
    }
    std::optional<Match> best;
    for (qsizetype n = i; n < endBefore && (!best || n - i < best->after - j); ++n) {
        const auto found = ahead.constFind(before[size_t(n)]);
        if (found != ahead.cend() && (!best || n + *found < best->before + best->after)) {
            best = Match { n, *found };
        }
    }
    return best;
}

} // namespace

std::optional<std::vector<SpineRun>> spineDiff(
    const std::vector<qint64>& before, const std::vector<qint64>& after, size_t maxRuns)
{
    std::vector<SpineRun> runs;
    qsizetype endBefore = std::ssize(before);
    qsizetype endAfter = std::ssize(after);
    while (endBefore > 0 && endAfter > 0
        && before[size_t(endBefore - 1)] == after[size_t(endAfter - 1)]) {
        --endBefore;
        --endAfter;
    }
    qsizetype i = 0;
    qsizetype j = 0;
    while (i < endBefore || j < endAfter) {
        if (i < endBefore && j < endAfter && before[size_t(i)] == after[size_t(j)]) {
            ++i;
            ++j;
            continue;
        }
        if (runs.size() == maxRuns) {
            return std::nullopt;
        }
        Match match { endBefore, endAfter };
        if (i < endBefore && j < endAfter) {
            const auto met = meet(before, after, i, j);
            if (met && met->before <= endBefore && met->after <= endAfter) {
                match = *met;
            } else if (endBefore - i > kWindow || endAfter - j > kWindow) {
                return std::nullopt;
            }
        }
        runs.push_back({ i, match.before - i, j, match.after - j });
        i = match.before;
        j = match.after;
    }
    return runs;
}

} // namespace ui
