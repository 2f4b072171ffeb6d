// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/model.h"
#include "core/demo/query.h"

#include <map>
#include <vector>

namespace demo {

/// Numbers of all artists, albums and tracks as the catalogue has them, kept once they were asked
/// for: to sort a million rows then costs no more than a server with an index takes. 4 bytes a row
/// and field. Thread: under the server's lock.
class Columns
{
public:
    explicit Columns(const Model& model)
        : m_model(model)
    {
    }

    /// Whether the field is kept here for items of that kind.
    [[nodiscard]] static bool has(Kind kind, FieldId field);
    /// The number of an item before anybody touched the server, by the owner's marks.
    [[nodiscard]] std::optional<double> value(Item item, FieldId field);

private:
    using Column = std::vector<qint32>;
    [[nodiscard]] const Column& column(Kind kind, FieldId field);

    const Model& m_model;
    std::map<std::pair<Kind, FieldId>, Column> m_columns;
    std::pair<Kind, FieldId> m_lastKey {};
    const Column* m_last = nullptr; // of m_lastKey: one is read row by row
};

} // namespace demo
