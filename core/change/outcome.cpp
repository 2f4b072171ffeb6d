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
    fail(refusal.step, refusal.error, refusal.observed);
}

void Outcome::verify(const Step& step, const Observed& observed)
{
    verified.append(step);
    show(step, observed);
}

void Outcome::fail(const Step& step, const util::Error& error, const Observed& observed)
{
    if (observed.held.isEmpty()) {
        failed.append({ step, error });
    } else {
        parts.append({ step, observed.held, observed.rest, error });
    }
    show(step, observed);
}

void Outcome::show(const Step& step, const Observed& observed)
{
    aliases += observed.aliases;
    if (!observed.asPayload.isEmpty()) {
        shown.insert(step.id, observed.asPayload);
    }
}

} // namespace change
