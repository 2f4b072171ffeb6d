// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/library/tables.h"

#include <vector>

namespace library {

/// The items of one type that a reading of a section met: one bit each.
class SeenIds
{
public:
    void insert(types::ItemId id)
    {
        const size_t bit = position(id);
        if (bit >= m_bits.size()) {
            m_bits.resize(std::max(bit + 1, m_bits.size() * 2));
        }
        m_bits[bit] = true;
    }
    [[nodiscard]] bool contains(types::ItemId id) const
    {
        const size_t bit = position(id);
        return bit < m_bits.size() && m_bits[bit];
    }

private:
    static size_t position(types::ItemId id)
    {
        return static_cast<size_t>(id.value & ((qint64(1) << kTypeShift) - 1));
    }
    std::vector<bool> m_bits;
};

} // namespace library
