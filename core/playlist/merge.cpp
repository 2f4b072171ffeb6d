// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/playlist/merge.h"

#include "core/util/longestrun.h"

#include <QHash>

namespace playlist {

namespace {

QSet<Token> setOf(const Tokens& rows)
{
    return { rows.begin(), rows.end() };
}

/// The merge of one base, so that each step sees what the others found.
class Merge
{
public:
    Merge(const Tokens& base, const Tokens& mine, const Tokens& theirs)
        : m_mine(mine)
        , m_theirs(theirs)
        , m_inBase(setOf(base))
        , m_inMine(setOf(mine))
        , m_inTheirs(setOf(theirs))
        , m_movedByMe(movedBetween(base, mine))
        , m_movedByThem(movedBetween(base, theirs))
    {
    }

    Merged run()
    {
        readMine();
        readTheirs();
        appendGap(0);
        for (const Token row : m_theirs) {
            if (isAnchor(row)) {
                m_merged.rows.push_back(row);
                appendGap(row);
            }
        }
        return std::move(m_merged);
    }

private:
    /// Rows that I left where they were stand in their order, and mine behind them. It depends on
    /// nothing else what they are, so that merging again finds the same.
    [[nodiscard]] bool isAnchor(Token row) const
    {
        return m_inBase.contains(row) && m_inMine.contains(row) && m_inTheirs.contains(row)
            && !m_movedByMe.contains(row);
    }
    /// Whether it stands where my list has it: I moved or added it, and they did not remove it.
    [[nodiscard]] bool isPlacedByMe(Token row) const
    {
        return !m_inBase.contains(row) || (m_movedByMe.contains(row) && m_inTheirs.contains(row));
    }

    void readMine()
    {
        Token gap = 0;
        for (const Token row : m_mine) {
            if (isAnchor(row)) {
                gap = row;
            } else if (isPlacedByMe(row)) {
                m_placed[gap].push_back(row);
                m_gapOf.insert(row, gap);
            }
        }
    }

    void readTheirs()
    {
        Token gap = 0;
        Token before = 0; // the last row in this gap that is one of mine in the same gap
        for (const Token row : m_theirs) {
            const auto mine = m_gapOf.constFind(row);
            if (isAnchor(row)) {
                gap = row;
                before = 0;
            } else if (mine != m_gapOf.constEnd()) {
                if (*mine == gap) {
                    before = row;
                } else if (m_movedByThem.contains(row)) {
                    m_merged.disputed.push_back(row);
                }
            } else if (!m_inBase.contains(row)) {
                m_behind[before == 0 ? gap : before].push_back(row);
            }
        }
    }

    /// My rows in my order, and each of theirs behind the one of mine that it stood behind, or in
    /// front.
    void appendGap(Token gap)
    {
        append(m_behind.value(gap));
        const Tokens mine = m_placed.value(gap);
        for (const Token row : mine) {
            m_merged.rows.push_back(row);
            append(m_behind.value(row));
        }
    }
    void append(const Tokens& rows)
    {
        m_merged.rows.insert(m_merged.rows.end(), rows.begin(), rows.end());
    }

    const Tokens& m_mine;
    const Tokens& m_theirs;
    QSet<Token> m_inBase;
    QSet<Token> m_inMine;
    QSet<Token> m_inTheirs;
    QSet<Token> m_movedByMe;
    QSet<Token> m_movedByThem;
    QHash<Token, Tokens> m_placed; // by me, by the anchor before; 0 = the top
    QHash<Token, Token> m_gapOf; // of what is placed by me
    QHash<Token, Tokens> m_behind; // added by them, by the row of any kind before
    Merged m_merged;
};

} // namespace

QSet<Token> movedBetween(const Tokens& base, const Tokens& edited)
{
    QHash<Token, qint64> placeInEdited;
    placeInEdited.reserve(std::ssize(edited));
    for (size_t i = 0; i < edited.size(); ++i) {
        placeInEdited.insert(edited[i], static_cast<qint64>(i));
    }
    Tokens common;
    std::vector<qint64> places;
    for (const Token row : base) {
        if (const auto place = placeInEdited.constFind(row); place != placeInEdited.constEnd()) {
            common.push_back(row);
            places.push_back(*place);
        }
    }
    QSet<Token> moved(common.begin(), common.end());
    for (const size_t stays : util::longestIncreasingRun(places)) {
        moved.remove(common[stays]);
    }
    return moved;
}

Merged merge(const Tokens& base, const Tokens& mine, const Tokens& theirs)
{
    if (theirs == base || theirs == mine) {
        return { mine, {} };
    }
    if (mine == base) {
        return { theirs, {} };
    }
    return Merge(base, mine, theirs).run();
}

} // namespace playlist
