// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/suspects.h"

#include <QSet>

namespace change {

QStringList Suspects::targets() const
{
    QStringList targets;
    for (const Refusal& refusal : m_refusals) {
        targets.append(refusal.step.target);
    }
    return targets;
}

Step Suspects::next() const
{
    const auto isFirst = [this](const Refusal& refusal) {
        return std::ranges::none_of(m_refusals, [&refusal](const Refusal& other) {
            return other.step.target == refusal.step.target && other.step.id < refusal.step.id;
        });
    };
    Step step = std::ranges::find_if(m_refusals, isFirst)->step;
    step.state = State::Sent; // its answer may have been wrong
    return step;
}

void Suspects::judge(Outcome& outcome)
{
    forget(outcome);
    m_refusals += std::exchange(outcome.unproved, {});
    if (!outcome.hasKept) {
        return;
    }
    const auto refusals = std::exchange(m_refusals, {});
    for (const Refusal& refusal : refusals) {
        outcome.count(refusal);
    }
}

/// Those of which more is known now.
void Suspects::forget(const Outcome& outcome)
{
    QSet<qint64> known;
    for (const auto* steps : { &outcome.verified, &outcome.again, &outcome.refused }) {
        for (const Step& step : *steps) {
            known.insert(step.id);
        }
    }
    for (const auto& [step, error] : outcome.failed) {
        known.insert(step.id);
    }
    for (const Part& part : std::as_const(outcome.parts)) {
        known.insert(part.step.id);
    }
    for (const Refusal& refusal : std::as_const(outcome.unproved)) {
        known.insert(refusal.step.id);
    }
    m_refusals.removeIf(
        [&known](const Refusal& refusal) { return known.contains(refusal.step.id); });
}

} // namespace change
