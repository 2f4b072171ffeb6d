// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/playlistapi.h"

namespace demo {

/// Play queues: a window around what is playing, editing, radio.
class QueueApi
{
public:
    QueueApi(Model& model, Listings& listings, PlaylistApi& playlists)
        : m_model(model)
        , m_listings(listings)
        , m_playlists(playlists)
    {
    }

    void addRoutes(Router& router);

private:
    /// What a request names to be played.
    struct Wanted
    {
        std::vector<Item> items {};
        std::optional<Station> station {};
    };

    [[nodiscard]] Response create(const Call& call);
    [[nodiscard]] Response show(const Call& call);
    [[nodiscard]] Response add(const Call& call);
    [[nodiscard]] Response edit(
        const Call& call, const std::function<bool(PlayQueues&, PlayQueue&)>& change);
    [[nodiscard]] std::optional<Wanted> wanted(const Call& call);
    [[nodiscard]] Response answer(const Call& call, PlayQueue& queue);
    void grow(PlayQueue& queue, size_t position);

    Model& m_model;
    Listings& m_listings;
    PlaylistApi& m_playlists;
};

} // namespace demo
