// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/library/library.h"
#include "core/playlist/playlists.h"
#include "ui/common/itemdrag.h"
#include "ui/common/playlistactions.h"

#include <QObject>

class QMenu;
class QWidget;
namespace settings {
class State;
}

namespace ui {

class PlayCommands;

/// What any part of the window asks for about playlists: put something into one, make one, do
/// something with the whole of one.
class PlaylistCommands final : public QObject
{
    Q_OBJECT

public:
    /// All outlive it. @param window  over which is asked
    PlaylistCommands(library::Library& library, playlist::Playlists& playlists, PlayCommands& play,
        settings::State& state, QWidget& window);

    /// In front of the entry @p before; an invalid one: at the end.
    void insert(types::PlaylistId playlist, const ItemDrag& items, types::EntryId before);
    /// At the end; said when it is done.
    void append(types::PlaylistId playlist, const ItemDrag& items);
    /// Asks for its name. Nothing in it: an empty one.
    void create(const ItemDrag& items);
    /// Makes one of tracks that are known by their keys.
    void createOf(const QString& title, const QList<types::RatingKey>& keys);
    void run(PlaylistAction action, types::PlaylistId playlist);
    /// What would be put into a playlist of @p items.
    [[nodiscard]] util::Future<playlist::Source> sourceOf(const ItemDrag& items);
    /// Which playlists @p items can be added to: those used last first, then all, then a new one.
    void fillMenu(QMenu& menu, const ItemDrag& items);

Q_SIGNALS:
    void failed(const util::Error& error, const QString& what);
    void told(const QString& text);

private:
    using Submitted = util::Future<types::ChangeId>;
    void describe(const types::PlaylistRow& playlist);
    void duplicate(const types::PlaylistRow& playlist);
    void askAndDelete(const types::PlaylistRow& playlist);
    void follow(const Submitted& submitted, const QString& what, const QString& done = {});
    void remember(const types::RatingKey& playlist);
    [[nodiscard]] QStringList recent() const;
    void addPlaylists(
        QMenu& menu, const ItemDrag& items, const QList<types::PlaylistRow>& playlists);

    library::Library& m_library;
    playlist::Playlists& m_playlists;
    PlayCommands& m_play;
    settings::State& m_state;
    QWidget& m_window;
};

} // namespace ui
