// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/router.h"
#include "core/demo/rowreader.h"

namespace demo {

/// What was played, when and by whom.
///
/// Plays from before the server started are one row for each played track of the owner, made when
/// first asked for.
class HistoryApi
{
public:
    explicit HistoryApi(Model& model)
        : m_model(model)
    {
    }

    void addRoutes(Router& router);

private:
    struct Filter;

    [[nodiscard]] Response list(const Call& call);
    [[nodiscard]] Response remove(const Call& call);
    void makeFirstRows();
    [[nodiscard]] bool fits(const Play& play, const Filter& filter) const;
    void writeRow(Writer& out, const Play& play, RowReader& reader) const;

    Model& m_model;
    bool m_hasFirstRows = false;
};

} // namespace demo
