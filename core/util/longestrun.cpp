// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/util/longestrun.h"

#include <algorithm>

namespace util {

std::vector<size_t> longestIncreasingRun(std::span<const qint64> values)
{
    constexpr size_t kNone = static_cast<size_t>(-1);
    std::vector<size_t> ends; // by length − 1: where the run with the least last value ends
    std::vector<size_t> before(values.size(), kNone);
    for (size_t i = 0; i < values.size(); ++i) {
        const auto place = std::ranges::lower_bound(
            ends, values[i], {}, [&values](size_t at) { return values[at]; });
        if (place != ends.begin()) {
            before[i] = *std::prev(place);
        }
        if (place == ends.end()) {
            ends.push_back(i);
        } else {
            *place = i;
        }
    }
    std::vector<size_t> run(ends.size());
    size_t at = ends.empty() ? kNone : ends.back();
    for (size_t i = run.size(); i > 0; --i) {
        run[i - 1] = at;
        at = before[at];
    }
    return run;
}

} // namespace util
