// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/model.h"
#include "core/demo/router.h"

namespace demo {

/// What belongs to the streams of a track: words, and how loud it is along the way.
class StreamApi
{
public:
    explicit StreamApi(const Model& model)
        : m_model(model)
    {
    }

    void addRoutes(Router& router);

private:
    [[nodiscard]] Response stream(const Call& call) const;
    [[nodiscard]] Response levels(const Call& call, bool asText) const;
    /// dB, @p count of them or one for each 100 ms; empty where nothing was analysed.
    [[nodiscard]] std::vector<double> loudness(quint32 track, qint64 count) const;

    const Model& m_model;
};

} // namespace demo
