// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/playlist/overlay.h"

#include "core/playlist/merge.h"

#include <QQueue>
#include <algorithm>

namespace playlist {

namespace {

/// Rows that nobody has claimed yet, by item, in the order in which they were added.
class Unclaimed
{
public:
    void add(const HeldRow& row) { m_rows[row.key].enqueue(row.token); }
    void sort()
    {
        for (QQueue<Token>& rows : m_rows) {
            std::ranges::sort(rows);
        }
    }
    std::optional<Token> take(const QString& key)
    {
        const auto rows = m_rows.find(key);
        if (rows == m_rows.end() || rows->isEmpty()) {
            return std::nullopt;
        }
        return rows->dequeue();
    }

private:
    QHash<QString, QQueue<Token>> m_rows;
};

/// The edit in the names of what is held.
class Laying
{
public:
    Laying(const Edit& edit, const change::NumberAliases& aliases, const std::vector<HeldRow>& held)
        : m_edit(edit)
        , m_aliases(aliases)
        , m_held(held)
    {
        m_isHeld.reserve(std::ssize(held));
        for (const HeldRow& row : held) {
            m_overlay.held.push_back(row.token);
            m_isHeld.insert(row.token);
        }
    }

    Overlay run(const Recognition& recognition)
    {
        const Tokens before = named(m_edit.before);
        const Tokens after = named(m_edit.after);
        if (!recognition.wanted.empty()) {
            return rebuilt(recognition);
        }
        if (recognition.after) {
            recogniseAdded(before, after, *recognition.after);
        }
        const Tokens mine = replaced(after);
        Merged merged = merge(before, mine, m_overlay.held);
        m_overlay.moved = movedBetween(before, mine);
        m_overlay.wanted = std::move(merged.rows);
        m_overlay.disputed = std::move(merged.disputed);
        return std::move(m_overlay);
    }

private:
    /// By the aliases; what has none is left as it is.
    Tokens named(const Tokens& tokens)
    {
        if (m_aliases.isEmpty()) {
            return tokens;
        }
        Tokens result;
        result.reserve(tokens.size());
        for (const Token token : tokens) {
            const Token name = m_aliases.of(token);
            result.push_back(name);
            if (name != token) {
                m_overlay.originals.insert(name, token);
            }
        }
        return result;
    }

    /// What the recognised rows are called there.
    [[nodiscard]] Tokens replaced(const Tokens& tokens) const
    {
        Tokens result = tokens;
        for (Token& token : result) {
            token = m_found.value(token, token);
        }
        return result;
    }

    void recognise(Token token, const QString& key, Unclaimed& unclaimed)
    {
        const auto found = unclaimed.take(key);
        if (!found) {
            return;
        }
        m_found.insert(token, *found);
        m_overlay.names.insert(token, *found);
        m_overlay.originals.insert(*found, m_overlay.originals.value(token, token));
    }

    void recogniseAdded(const Tokens& before, const Tokens& after, qint64 mark)
    {
        QSet<Token> isKnown(before.begin(), before.end());
        QSet<Token> isOld = isKnown;
        isKnown.unite({ after.begin(), after.end() });
        Unclaimed unclaimed;
        for (const HeldRow& row : m_held) {
            if (row.token > mark && !isKnown.contains(row.token)) {
                unclaimed.add(row);
            }
        }
        unclaimed.sort();
        for (const Token token : after) {
            if (!isOld.contains(token) && !m_isHeld.contains(token)) {
                const Token original = m_overlay.originals.value(token, token);
                recognise(token, m_edit.rows.value(original).ratingKey, unclaimed);
            }
        }
    }

    /// All that stood there is gone, or about to go: only what is wanted counts, and what somebody
    /// else added since.
    Overlay rebuilt(const Recognition& recognition)
    {
        Unclaimed unclaimed;
        const QSet<Token> isWanted(recognition.wanted.begin(), recognition.wanted.end());
        for (const HeldRow& row : m_held) {
            if (row.token > recognition.after.value_or(0) && !isWanted.contains(row.token)) {
                unclaimed.add(row);
            }
        }
        unclaimed.sort();
        for (size_t i = 0; i < recognition.wanted.size(); ++i) {
            const Token token = recognition.wanted[i];
            if (!m_isHeld.contains(token)) {
                recognise(token, recognition.keys.at(static_cast<qsizetype>(i)), unclaimed);
            }
        }
        const Tokens wanted = replaced(recognition.wanted);
        const QSet<Token> isKept(wanted.begin(), wanted.end());
        Tokens base;
        for (const Token token : m_overlay.held) {
            if (isKept.contains(token)) {
                base.push_back(token);
            }
        }
        m_overlay.wanted = merge(base, wanted, m_overlay.held).rows;
        return std::move(m_overlay);
    }

    const Edit& m_edit;
    const change::NumberAliases& m_aliases;
    const std::vector<HeldRow>& m_held;
    QSet<Token> m_isHeld;
    QHash<Token, Token> m_found; // by the name in the edit's lists
    Overlay m_overlay;
};

} // namespace

Overlay lay(const Edit& edit, const change::NumberAliases& aliases,
    const std::vector<HeldRow>& held, const Recognition& recognition)
{
    return Laying(edit, aliases, held).run(recognition);
}

} // namespace playlist
