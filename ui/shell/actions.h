// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/keymap.h"

#include <QHash>
#include <QObject>

class QAction;
class QMainWindow;
class QMenu;
class QMenuBar;

namespace ui {

class Capabilities;

/// All commands of the window: the one table that menus, shortcuts and tooltips come from.
enum class Command
{
    Synchronise,
    Connection,
    Quit,
    Undo,
    Redo,
    Search,
    Filter,
    Preferences,
    Back,
    Forward,
    NewPane,
    OtherPane,
    ClosePane,
    Home,
    Artists,
    Albums,
    Tracks,
    Genres,
    Folders,
    Playlists,
    Ratings,
    History,
    Activity,
    Queue,
    Sidebar,
    PlayPause,
    Next,
    Previous,
    VolumeUp,
    VolumeDown,
    Mute,
    Shuffle,
    Repeat,
    NewPlaylist,
    ImportPlaylist,
    Keys,
    Assistant,
    Log,
    About
};

/// The table of them, as the choice of keys needs it.
[[nodiscard]] QList<ActionSpec> windowActions();

/// Makes the actions and puts them into the menu bar.
class Actions final : public QObject
{
    Q_OBJECT

public:
    /// @param keys  knows windowActions(); it and @p capabilities outlive the actions
    Actions(QMainWindow& window, const KeyMap& keys, Capabilities& capabilities);

    [[nodiscard]] QAction* action(Command command) const { return m_actions.value(command); }
    [[nodiscard]] QMenu* rateMenu() const { return m_rateMenu; }

Q_SIGNALS:
    void triggered(ui::Command command);

private:
    void fill(QMenuBar& bar, Capabilities& capabilities);
    void applyKeys();

    const KeyMap& m_keys;
    QHash<Command, QAction*> m_actions;
    QMenu* m_rateMenu = nullptr;
};

} // namespace ui
