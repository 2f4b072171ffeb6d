// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/library/library.h"
#include "core/playback/player.h"
#include "ui/common/capabilities.h"
#include "ui/common/playhow.h"
#include "ui/common/route.h"

#include <QObject>

namespace ui {

/// Turns "play these" of any page into entries of the player's queue.
class PlayCommands final : public QObject
{
    Q_OBJECT

public:
    /// @param capabilities  without Feature::Play nothing begins to play; it can be queued
    PlayCommands(library::Library& library, playback::Player& player,
        const Capabilities& capabilities, QObject* parent = nullptr);

    /// A later call wins over one whose tracks are still being read.
    void play(const QList<types::ItemId>& items, int start);
    void shuffle(const QList<types::ItemId>& items);
    void add(const QList<types::ItemId>& items, PlayHow how);
    /// What is behind a route, in its own order: an album, the tracks of an artist or a
    /// genre, a playlist.
    void playAll(const Route& route, PlayHow how);

Q_SIGNALS:
    void failed(const util::Error& error);
    void queued(int tracks, ui::PlayHow how);

private:
    /// Whether anything can begin to play; if not, says why.
    [[nodiscard]] bool canPlay();
    void addTracks(const library::TrackQuery& query, PlayHow how);
    void addPlaylist(types::PlaylistId playlist, PlayHow how);
    void read(const QList<types::ItemId>& items,
        std::function<void(const QList<playback::QueueEntry>&)> then);

    library::Library& m_library;
    playback::Player& m_player;
    const Capabilities& m_capabilities;
    util::async::Latest m_latest;
};

} // namespace ui
