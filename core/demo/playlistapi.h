// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/itemwriter.h"
#include "core/demo/listing.h"
#include "core/demo/paging.h"

namespace demo {

/// Playlists: reading, creating, editing, with a server's refusals.
class PlaylistApi
{
public:
    PlaylistApi(Model& model, Listings& listings)
        : m_model(model)
        , m_listings(listings)
    {
    }

    void addRoutes(Router& router);
    /// The playlists a fresh server has; for the owner.
    void addDefaults();
    /// Works out what the lists of everybody hold, so that no request waits for the first time.
    void pregenerate();

    /// What a `uri` names.
    struct Source
    {
        bool isValid = false;
        bool isSection = false; ///< a listing: the rules of a smart playlist
        bool isStation = false; ///< query is its key; no playlist can be made of it
        QByteArray query {}; ///< of the listing, encoded
        std::vector<Item> items {}; ///< leaves, in order; missing ones dropped
        int requested = 0; ///< ids named, also missing ones
    };
    [[nodiscard]] Source resolve(const QString& uri) const;

    /// What is in the playlist now, in order.
    [[nodiscard]] std::vector<Item> itemsOf(const Playlist& playlist);
    /// What a listing of tracks finds, in order.
    [[nodiscard]] std::vector<Item> itemsOf(UserId user, const QByteArray& query);

private:
    [[nodiscard]] Response list(const Call& call);
    [[nodiscard]] Response create(const Call& call);
    [[nodiscard]] Response show(const Call& call);
    [[nodiscard]] Response edit(const Call& call);
    [[nodiscard]] Response remove(const Call& call);
    [[nodiscard]] Response items(const Call& call);
    [[nodiscard]] Response addItems(const Call& call);
    [[nodiscard]] Response clear(const Call& call);
    [[nodiscard]] Response removeItem(const Call& call);
    [[nodiscard]] Response moveItem(const Call& call);

    [[nodiscard]] Source sourceOf(const Call& call) const;
    void appendLeaves(Source& source, quint64 key) const;
    [[nodiscard]] Rows smartRows(const Playlist& playlist);
    [[nodiscard]] int leafCount(const Playlist& playlist);
    [[nodiscard]] qint64 duration(const Playlist& playlist);
    [[nodiscard]] qint64 durationOf(Item item) const;
    [[nodiscard]] Response answer(const Call& call, const Playlist& playlist, bool withContent,
        std::optional<std::pair<int, int>> addedOfRequested = {});

    Model& m_model;
    Listings& m_listings;
    struct Sum
    {
        Rows rows {};
        int count = 0;
        qint64 duration = 0;
    };
    QHash<quint64, Sum> m_sums; // of smart playlists: else each page would add up all of them
};

} // namespace demo
