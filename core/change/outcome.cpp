// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/outcome.h"

namespace change {

void Outcome::count(const Refusal& refusal)
{
    if (refusal.step.refusals + 1 < kRefusals) {
        refused.append(refusal.step);
        return;
    }
    failed.append({ refusal.step, refusal.error });
    if (!refusal.shown.isEmpty()) {
        shown.insert(refusal.step.id, refusal.shown);
    }
}

} // namespace change
