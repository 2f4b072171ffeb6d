// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/catalogue.h"
#include "core/demo/notices.h"
#include "core/demo/playqueue.h"
#include "core/demo/state.h"
#include "core/demo/videoshelf.h"

#include <QDateTime>

namespace demo {

/// What all the endpoint classes share.
struct Model
{
    const Catalogue& music;
    const VideoShelf& video;
    State state;
    QByteArray machineIdentifier {};
    int maximumPageRows = 0; ///< > 0: no page is longer, whatever was asked
    bool omitsTotalSize = false;
    bool ignoresPaging = false;
    int playedPercent = 90; ///< of its length, for a play to count; a server setting
    bool hasPass = true; ///< the owner pays
    QByteArray name { "Demo library" }; ///< friendlyName
    PlayQueues queues {};
    Notices notices {}; ///< what listeners are told of changes

    [[nodiscard]] static qint64 now() { return QDateTime::currentSecsSinceEpoch(); }

    /// The title shown: renamed or as catalogued.
    [[nodiscard]] QByteArray title(Item item, const QByteArray& catalogued) const
    {
        const QByteArray renamed = state.newTitle(item);
        return renamed.isEmpty() ? catalogued : renamed;
    }
};

/// The libraries of the server, in the order listed.
namespace sections {
constexpr int kMovies = 1;
constexpr int kMusic = 2;
constexpr int kShows = 3;

/// The library that holds items of that kind.
[[nodiscard]] constexpr int of(Kind kind)
{
    switch (kind) {
    case Kind::Movie:
        return kMovies;
    case Kind::Show:
    case Kind::Season:
    case Kind::Episode:
        return kShows;
    default:
        return kMusic;
    }
}
} // namespace sections

} // namespace demo
