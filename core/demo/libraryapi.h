// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/itemwriter.h"
#include "core/demo/listing.h"
#include "core/demo/pagestore.h"
#include "core/demo/paging.h"

namespace demo {

/// Reading the library: identity, sections, listings, metadata.
class LibraryApi
{
public:
    LibraryApi(Model& model, Listings& listings)
        : m_model(model)
        , m_listings(listings)
    {
    }

    void addRoutes(Router& router);
    /// From now on listings of tracks are copied from rows written beforehand, uncompressed; and
    /// the orders that clients ask for are sorted, which a real server has indexes for.
    void pregenerate();

private:
    [[nodiscard]] Response identity(const Call& call) const;
    [[nodiscard]] Response root(const Call& call) const;
    [[nodiscard]] Response library(const Call& call) const;
    [[nodiscard]] Response providers(const Call& call) const;
    [[nodiscard]] Response sectionList(const Call& call) const;
    [[nodiscard]] Response section(const Call& call) const;
    [[nodiscard]] Response listing(const Call& call, std::optional<Kind> fixedKind);
    [[nodiscard]] Response firstCharacters(const Call& call);
    [[nodiscard]] Response choices(const Call& call, TagKind kind, const char* name) const;
    [[nodiscard]] Response metadata(const Call& call) const;
    [[nodiscard]] Response children(const Call& call) const;
    [[nodiscard]] Response grandchildren(const Call& call) const;
    [[nodiscard]] Response allLeaves(const Call& call) const;

    void writeRows(const Call& call, const ListingQuery& query, std::span<const quint32> rows,
        Writer& out) const;
    void writeSectionRow(Writer& out, int section) const;
    [[nodiscard]] Response items(
        const Call& call, const std::vector<Item>& items, std::optional<Item> show = {}) const;
    [[nodiscard]] std::vector<Item> leavesOf(Item item) const;

    Model& m_model;
    Listings& m_listings;
    std::unique_ptr<PageStore> m_store; ///< null unless pregenerated
};

} // namespace demo
