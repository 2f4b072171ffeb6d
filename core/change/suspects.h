// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/outcome.h"

namespace change {

/// Steps that an ill server refused while nothing shows that it does any work at all.
///
/// A server that answers but writes nothing for a while (its database is locked, it makes a copy)
/// refuses everything. That says nothing about a step: it is counted against one only once the
/// server is seen to have kept another. Until then other steps are tried in between, each alone.
/// Thread: UI.
class Suspects
{
public:
    /// Forgets all: another server, or another owner.
    void clear() { m_refusals.clear(); }
    /// Whether nothing is held back: the server is not known to be ill.
    [[nodiscard]] bool isEmpty() const { return m_refusals.isEmpty(); }
    /// What they are about; later steps of these must not overtake them.
    [[nodiscard]] QStringList targets() const;
    /// The one that was refused longest ago, and follows no other of its target, to be looked up
    /// and sent again. Not to be called when there is none.
    [[nodiscard]] Step next() const;
    /// Takes in what became of a round. What it proves about earlier ones is added to it: once the
    /// server kept a step, all others are counted as refused, and have failed after
    /// Outcome::kRefusals.
    void judge(Outcome& outcome);

private:
    void forget(const Outcome& outcome);

    QList<Refusal> m_refusals; // the longest ago first
};

} // namespace change
