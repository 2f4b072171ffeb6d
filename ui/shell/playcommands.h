// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/library/ondemand.h"
#include "core/playback/player.h"
#include "ui/common/capabilities.h"
#include "ui/common/itemdrag.h"
#include "ui/common/playhow.h"
#include "ui/common/route.h"

#include <QObject>
#include <QTimer>

namespace ui {

/// Turns "play these" of any page into entries of the player's queue.
class PlayCommands final : public QObject
{
    Q_OBJECT

public:
    /// @param capabilities  without Feature::Play nothing begins to play; it can be queued. While
    ///                      the server is being connected, what is to be played waits for it.
    PlayCommands(library::Library& library, library::OnDemand& onDemand, playback::Player& player,
        const Capabilities& capabilities, QObject* parent = nullptr);

    /// To play something later wins over what is to be played and is still being read; all that is
    /// to be queued comes into the queue.
    void play(const QList<types::ItemId>& items, int start);
    void shuffle(const QList<types::ItemId>& items);
    void add(const QList<types::ItemId>& items, PlayHow how);
    /// What is behind a route, in its own order: an album, the tracks of an artist or a
    /// genre, a playlist.
    void playAll(const Route& route, PlayHow how);
    /// The tracks of what was dropped, into the queue in front of row @p before; should other rows
    /// come before they are read, in front of the same track.
    void insert(const ItemDrag& items, int before);
    /// … behind its last track; where there is none, they are played.
    void enqueue(const ItemDrag& items);
    /// The tracks of @p items in their order, at most lists::kMostPlayed.
    [[nodiscard]] util::Future<QList<types::ItemId>> expand(
        const ItemDrag& items, std::stop_token stop);

Q_SIGNALS:
    void failed(const util::Error& error);
    void queued(int tracks, ui::PlayHow how);
    /// What was to be played or queued has no track in the library.
    void foundNothing();
    /// The server is asked, which may take a while.
    void searchingFolders();
    /// What is to be played has waited for the server for a while.
    void waitingForServer();

private:
    using Begin = std::function<void()>;
    /// Calls @p play now or when the server is connected, or says why nothing can be played. The
    /// newest wins.
    void begin(const Begin& play);
    void onCapabilitiesChanged();
    using Items = QList<types::ItemId>;
    using Entries = QList<playback::QueueEntry>;
    using Then = std::function<void(const Entries&)>;

    [[nodiscard]] util::Future<Items> inQuery(
        const library::TrackQuery& query, std::stop_token stop);
    [[nodiscard]] util::Future<Items> inPlaylist(types::PlaylistId playlist, std::stop_token stop);
    [[nodiscard]] util::Future<Items> inPlaylists(
        const QList<qint64>& playlists, std::stop_token stop);
    [[nodiscard]] util::Future<Items> ofEntries(const QList<qint64>& ids, std::stop_token stop);
    [[nodiscard]] util::Future<Items> withKeys(const QStringList& keys, std::stop_token stop);
    [[nodiscard]] Items inQueue(const QList<qint64>& ids) const;
    [[nodiscard]] util::Future<Entries> entriesOf(const ItemDrag& items, std::stop_token stop);
    /// To be played: the newest wins. @p then gets at least one entry
    void read(const ItemDrag& items, const Then& then);
    /// To be queued: all of them come.
    void readToQueue(const ItemDrag& items, const Then& then);
    [[nodiscard]] bool isFine(const util::Result<Entries>& entries);
    [[nodiscard]] ItemDrag tracks(const Items& items) const;
    void queueAs(const Entries& entries, PlayHow how);

    library::Library& m_library;
    library::OnDemand& m_onDemand;
    playback::Player& m_player;
    const Capabilities& m_capabilities;
    util::async::Latest m_latest;
    Begin m_waiting; ///< for the server; empty = nothing does
    QTimer m_longWait;
};

} // namespace ui
