// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHashFunctions>
#include <QString>
#include <compare>

namespace util {

/// An id that cannot be mixed up with another kind of id. Rep is qint64 or QString.
template <class Tag, class Rep>
struct StrongId
{
    Rep value {};

    [[nodiscard]] bool isValid() const
    {
        if constexpr (std::is_same_v<Rep, QString>) {
            return !value.isEmpty();
        } else {
            return value > 0;
        }
    }
    bool operator==(const StrongId&) const = default;
    bool operator<(const StrongId& other) const { return value < other.value; }
};

template <class Tag, class Rep>
size_t qHash(const StrongId<Tag, Rep>& id, size_t seed = 0) noexcept
{
    using ::qHash;
    return qHash(id.value, seed);
}

} // namespace util
