// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/router.h"
#include "core/demo/rowreader.h"

namespace demo {

/// The music as it lies in folders: rows that are no items, so that they have neither type nor
/// rating key, and tracks beside them.
class FolderApi
{
public:
    explicit FolderApi(const Model& model)
        : m_model(model)
    {
    }

    void addRoutes(Router& router);

private:
    [[nodiscard]] Response folder(const Call& call) const;
    [[nodiscard]] std::vector<Item> below(std::optional<Item> parent) const;

    const Model& m_model;
};

} // namespace demo
