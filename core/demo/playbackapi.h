// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/itemwriter.h"
#include "core/demo/paging.h"

namespace demo {

/// Ratings, played marks, playback reports and sessions.
class PlaybackApi
{
public:
    explicit PlaybackApi(Model& model)
        : m_model(model)
    {
    }

    void addRoutes(Router& router);
    /// The administrator ends every playback: the next report of each gets @p text.
    void terminateAll(const QByteArray& text);

private:
    [[nodiscard]] Response rate(const Call& call);
    [[nodiscard]] Response scrobble(const Call& call, bool played);
    [[nodiscard]] Response timeline(const Call& call);
    [[nodiscard]] Response sessions(const Call& call) const;
    [[nodiscard]] Response terminate(const Call& call);

    [[nodiscard]] std::vector<Item> leavesOf(Item item) const;
    [[nodiscard]] Session& sessionFor(const Call& call, Item item);
    void advance(Session& session, qint64 time, qint64 duration);
    void count(Session& session);

    Model& m_model;
    QHash<int, QByteArray> m_ended; ///< by number: sessions that are told so at their next report
};

} // namespace demo
