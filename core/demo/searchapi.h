// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/itemwriter.h"
#include "core/demo/paging.h"

namespace demo {

/// The two searches of a server: one hub per type, and one mixed list.
class SearchApi
{
public:
    explicit SearchApi(const Model& model)
        : m_model(model)
    {
    }

    void addRoutes(Router& router);

private:
    [[nodiscard]] Response hubSearch(const Call& call) const;
    [[nodiscard]] Response librarySearch(const Call& call) const;
    /// The first items whose title contains the text, in no particular order.
    [[nodiscard]] std::vector<Item> found(Kind kind, const QString& text, int limit) const;

    const Model& m_model;
};

} // namespace demo
