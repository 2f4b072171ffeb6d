// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/activityapi.h"
#include "core/demo/adminapi.h"
#include "core/demo/certificate.h"
#include "core/demo/connection.h"
#include "core/demo/discoverapi.h"
#include "core/demo/folderapi.h"
#include "core/demo/historyapi.h"
#include "core/demo/hubsapi.h"
#include "core/demo/inventedcatalogue.h"
#include "core/demo/libraryapi.h"
#include "core/demo/mediaapi.h"
#include "core/demo/playbackapi.h"
#include "core/demo/playlistapi.h"
#include "core/demo/plextv.h"
#include "core/demo/queueapi.h"
#include "core/demo/resources.h"
#include "core/demo/searchapi.h"
#include "core/demo/server.h"
#include "core/demo/sonicapi.h"
#include "core/demo/streamapi.h"
#include "core/demo/transcodeapi.h"
#include "core/util/guarded.h"

#include <deque>

namespace demo {

/// Which of the services a request came to.
enum class Service
{
    Pms,
    PlexTv,
    Discover,
    Tmdb,
    Stranger ///< a PMS that is none of ours
};

/// Everything behind the sockets, under one lock: requests arrive in the server's thread, test
/// hooks from others.
class Backend
{
public:
    Backend(const Options& options, std::unique_ptr<Catalogue> music, qint64 today);

    /// Reads the music and lays out the playlists; before it the library is empty. Does nothing the
    /// second time. May take long, under the lock. Errors: Cancelled. Thread: any.
    [[nodiscard]] util::Result<void> prepare(const std::stop_token& stop);

    /// Answers a request, after noting it and looking for a fault. Thread: any.
    [[nodiscard]] Outgoing handle(Service service, const Request& request);

    /// How a client that connects now is answered. Thread: any.
    [[nodiscard]] Encryption encryption();

    /// Calls fn(Inner&) under the lock. Thread: any.
    template <class F>
    auto with(F&& fn)
    {
        return m_lock.with([this, &fn](auto&) { return fn(*this); });
    }

    // The rest only inside with().

    [[nodiscard]] Outgoing answer(Service service, const Request& request);
    [[nodiscard]] Endpoints endpoints() const;

    std::unique_ptr<Catalogue> music;
    VideoShelf video;
    Model model;
    Listings listings;
    LibraryApi library;
    HubsApi hubs;
    SearchApi search;
    PlaylistApi playlists;
    PlaybackApi playback;
    QueueApi queues;
    FolderApi folders;
    HistoryApi history;
    AdminApi admin;
    ActivityApi activities;
    SonicApi sonic;
    StreamApi streams;
    MediaApi media;
    TranscodeApi transcoder;
    Tokens tokens;
    PlexTv plexTv;
    Resources resources;
    DiscoverApi discover;
    QSet<Route> unreachable {};
    std::function<void(Server&)> change {}; ///< due when that many pages more were answered
    int pagesUntilChange = 0;
    Certificate certificate = Certificate::Good;
    int certificateNumber = 0; ///< grows with each change of it
    QList<Fault> faults {};
    std::deque<RecordedRequest> requests {};

private:
    [[nodiscard]] std::optional<Fault> takeFault(Service service, const Request& request);
    [[nodiscard]] Response route(Service service, const Request& request) const;
    [[nodiscard]] Response stranger(const Request& request) const;

    Router m_pms;
    Router m_plexTv;
    Router m_discover;
    bool m_pregenerates = false;
    bool m_isPrepared = false;
    util::Guarded<int> m_lock; ///< guards all of this object
};

} // namespace demo
