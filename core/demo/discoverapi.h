// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/model.h"
#include "core/demo/router.h"
#include "core/demo/tokens.h"

#include <QUrl>
#include <vector>

namespace demo {

/// The watchlist of the account, as discover.provider.plex.tv keeps it: not on the server, and with
/// keys of its own, which are the ends of the films' and shows' guids.
class DiscoverApi
{
public:
    DiscoverApi(const Model& model, const Tokens& tokens);

    void addRoutes(Router& router);
    /// The same paths at the host that had the watchlist before: it has none any more.
    void addFormerRoutes(Router& router) const;
    /// Where it can be reached; known once it listens. For the pictures, whose addresses are whole.
    void setAddress(const QUrl& url) { m_address = url; }

private:
    struct Entry
    {
        Item item {};
        qint64 at = 0; ///< epoch seconds
    };

    [[nodiscard]] std::optional<Response> refusal(const Call& call) const;
    [[nodiscard]] std::optional<Item> find(const QString& key) const;
    [[nodiscard]] const Video& video(Item item) const;
    [[nodiscard]] std::vector<Entry> wanted(const Call& call) const;

    [[nodiscard]] Response list(const Call& call) const;
    [[nodiscard]] Response show(const Call& call) const;
    [[nodiscard]] Response userState(const Call& call) const;
    [[nodiscard]] Response change(const Call& call, bool adds);
    [[nodiscard]] Response picture(const Call& call) const;

    void writeItem(Writer& out, Item item, bool guids) const;
    void writePictures(Writer& out, const QByteArray& key) const;

    const Model& m_model;
    const Tokens& m_tokens;
    QUrl m_address;
    QHash<QByteArray, Item> m_items; ///< by key
    QHash<UserId, std::vector<Entry>> m_entries; ///< each account's own
};

} // namespace demo
