// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/itemwriter.h"
#include "core/demo/listing.h"
#include "core/demo/paging.h"

#include <span>

namespace demo {

/// The shelves of the start page: rows of all kinds side by side, and some that are no items at
/// all.
class HubsApi
{
public:
    HubsApi(const Model& model, Listings& listings)
        : m_model(model)
        , m_listings(listings)
    {
    }

    void addRoutes(Router& router);

private:
    /// A shelf that shows the beginning of a listing.
    struct Shelf
    {
        int section = 0;
        Kind kind = Kind::Track;
        const char* title = "";
        const char* name = ""; ///< "music.recent.added": beginning of the identifier
        const char* query = ""; ///< of the listing, without the type
    };

    [[nodiscard]] Response home(const Call& call);
    [[nodiscard]] Response section(const Call& call);
    [[nodiscard]] Response stations(const Call& call) const;
    [[nodiscard]] Response stationsByGenre(const Call& call) const;

    /// Those of one section, or of all.
    [[nodiscard]] Response hubs(
        const Call& call, std::span<const Shelf> shelves, std::optional<int> section);
    void writeShelf(Writer& out, const Call& call, const Shelf& shelf);
    void writeMixed(Writer& out, const Call& call);
    void writeStationHub(Writer& out) const;
    void writeGenres(Writer& out, int most) const;

    const Model& m_model;
    Listings& m_listings;
};

} // namespace demo
