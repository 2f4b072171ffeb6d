// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/model.h"
#include "core/demo/router.h"

namespace demo {

/// What sounds alike: nearest, similar, and the way from one track to another. Lists are empty,
/// not refused, where nothing was analysed.
class SonicApi
{
public:
    explicit SonicApi(const Model& model)
        : m_model(model)
    {
    }

    void addRoutes(Router& router);

private:
    [[nodiscard]] Response nearest(const Call& call) const;
    [[nodiscard]] Response similar(const Call& call) const;
    [[nodiscard]] Response path(const Call& call) const;

    const Model& m_model;
};

} // namespace demo
