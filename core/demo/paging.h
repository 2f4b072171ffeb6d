// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/model.h"
#include "core/demo/router.h"

#include <span>

namespace demo {

/// Which rows of a list a request gets, and what the container says about it.
class Paging
{
public:
    /// @param forcedSize  rows at most when the request names no size; 0 = all
    Paging(const Model& model, const Request& request, qsizetype total, qsizetype forcedSize = 0);

    [[nodiscard]] qsizetype first() const { return m_first; }
    [[nodiscard]] qsizetype count() const { return m_count; }
    /// size, and for paged answers totalSize and offset.
    void writeAttributes(Writer& out) const;
    /// The matching response headers.
    void addHeaders(Response& response) const;
    /// The rows of this page.
    template <class T>
    [[nodiscard]] std::span<const T> of(const std::vector<T>& rows) const
    {
        return std::span<const T>(rows).subspan(
            static_cast<size_t>(m_first), static_cast<size_t>(m_count));
    }

private:
    qsizetype m_total;
    qsizetype m_first = 0;
    qsizetype m_count = 0;
    bool m_isPaged = false;
    bool m_omitsTotal = false;
};

/// The answer made of a finished writer.
[[nodiscard]] Response reply(Writer& out);

} // namespace demo
