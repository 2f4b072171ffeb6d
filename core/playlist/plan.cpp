// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/playlist/plan.h"

#include "core/util/longestrun.h"

#include <QHash>

namespace playlist {

namespace {

using Places = std::vector<qint64>;

Places runOf(const Places& places)
{
    Places run;
    for (const size_t at : util::longestIncreasingRun(places)) {
        run.push_back(places[at]);
    }
    return run;
}

/// Which places in the wanted order keep their row where it is held.
class Stays
{
public:
    /// @param places  of the held rows, in their order; @param isMoved  which of them an edit moved
    Stays(const Places& places, const std::vector<bool>& isMoved)
        : m_stays(places.size(), false)
    {
        Places unmoved;
        for (size_t i = 0; i < places.size(); ++i) {
            if (!isMoved[i]) {
                unmoved.push_back(places[i]);
            }
        }
        const Places fixed = runOf(unmoved);
        // Of those that were to be moved, the ones that are between the right rows already.
        size_t next = 0; // in fixed
        Places between;
        for (size_t i = 0; i < places.size(); ++i) {
            if (next < fixed.size() && places[i] == fixed[next]) {
                keep(between);
                m_stays[static_cast<size_t>(places[i])] = true;
                ++next;
                continue;
            }
            const qint64 low = next == 0 ? -1 : fixed[next - 1];
            const qint64 high
                = next == fixed.size() ? static_cast<qint64>(places.size()) : fixed[next];
            if (isMoved[i] && places[i] > low && places[i] < high) {
                between.push_back(places[i]);
            }
        }
        keep(between);
    }

    [[nodiscard]] bool contains(size_t place) const { return m_stays[place]; }

private:
    void keep(Places& between)
    {
        for (const qint64 place : runOf(between)) {
            m_stays[static_cast<size_t>(place)] = true;
        }
        between.clear();
    }

    std::vector<bool> m_stays;
};

/// The moves that bring @p held, the same rows, into the order of @p wanted, one after the other.
std::vector<Move> movesBetween(const Tokens& held, const Tokens& wanted, const QSet<Token>& moved)
{
    QHash<Token, qint64> place;
    place.reserve(std::ssize(wanted));
    for (size_t i = 0; i < wanted.size(); ++i) {
        place.insert(wanted[i], static_cast<qint64>(i));
    }
    Places places;
    std::vector<bool> isMoved;
    places.reserve(held.size());
    for (const Token row : held) {
        places.push_back(place.value(row));
        isMoved.push_back(moved.contains(row));
    }
    const Stays stays(places, isMoved);
    std::vector<Move> moves;
    Token before = 0;
    // From the top: what a row is to stand behind is in its place by then.
    for (size_t i = 0; i < wanted.size(); ++i) {
        if (!stays.contains(i)) {
            moves.push_back({ wanted[i], before });
        }
        before = wanted[i];
    }
    return moves;
}

double costOfAdding(qsizetype rows)
{
    const qsizetype batches = (rows + kBatch - 1) / kBatch;
    return static_cast<double>(batches) + kCostOfId * static_cast<double>(rows);
}

} // namespace

Plan planFor(const Tokens& held, const Tokens& wanted, bool mayRebuild, const QSet<Token>& moved)
{
    const QSet<Token> isWanted(wanted.begin(), wanted.end());
    const QSet<Token> isHeld(held.begin(), held.end());
    Plan plan;
    Tokens after; // what the server holds once rows were removed and added
    for (const Token row : held) {
        (isWanted.contains(row) ? after : plan.removed).push_back(row);
    }
    for (const Token row : wanted) {
        if (!isHeld.contains(row)) {
            plan.added.push_back(row);
            after.push_back(row);
        }
    }
    plan.moves = after == wanted ? std::vector<Move>() : movesBetween(after, wanted, moved);
    const double cost = static_cast<double>(plan.removed.size() + plan.moves.size())
        + costOfAdding(std::ssize(plan.added));
    const double costAnew = 1 + costOfAdding(std::ssize(wanted));
    if (mayRebuild && costAnew + kCostOfDoubt < cost) {
        return { true, {}, wanted, {}, false };
    }
    if (!plan.added.empty() && !plan.moves.empty()) {
        plan.moves.clear();
        plan.isUnfinished = true;
    }
    return plan;
}

} // namespace playlist
