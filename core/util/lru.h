// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <list>
#include <optional>

namespace util {

/// Keeps what was used last, up to a total cost.
///
/// Thread: one.
template <class Key, class Value>
class Lru
{
public:
    /// @param limit  the most that the costs of all entries may add up to
    explicit Lru(qint64 limit)
        : m_limit(limit)
    {
    }

    /// The value, which becomes the newest; valid until the next change. Null if it is not there.
    [[nodiscard]] const Value* find(const Key& key)
    {
        const auto found = m_index.constFind(key);
        if (found == m_index.cend()) {
            return nullptr;
        }
        m_entries.splice(m_entries.begin(), m_entries, *found);
        return &m_entries.front().value;
    }

    /// Puts a value in, instead of one of the same key. What costs more than the limit is not kept.
    void insert(const Key& key, Value value, qint64 cost)
    {
        remove(key);
        if (cost > m_limit) {
            return;
        }
        m_entries.push_front({ key, std::move(value), cost });
        m_index.insert(key, m_entries.begin());
        m_cost += cost;
        while (m_cost > m_limit) {
            remove(Key(m_entries.back().key));
        }
    }

    void remove(const Key& key)
    {
        const auto found = m_index.find(key);
        if (found != m_index.end()) {
            m_cost -= (*found)->cost;
            m_entries.erase(*found);
            m_index.erase(found);
        }
    }

    void clear()
    {
        m_entries.clear();
        m_index.clear();
        m_cost = 0;
    }

    [[nodiscard]] qsizetype size() const { return m_index.size(); }
    [[nodiscard]] qint64 cost() const { return m_cost; }

private:
    struct Entry
    {
        Key key;
        Value value;
        qint64 cost;
    };
    qint64 m_limit;
    qint64 m_cost = 0;
    std::list<Entry> m_entries; // newest first
    QHash<Key, typename std::list<Entry>::iterator> m_index;
};

} // namespace util
