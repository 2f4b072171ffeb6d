// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QObject>

class QAction;
class QMainWindow;
class QMenu;
class QMenuBar;

namespace ui {

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
    Tracks,
    History,
    Queue,
    PlayPause,
    Next,
    Previous,
    VolumeUp,
    VolumeDown,
    Mute,
    Shuffle,
    About
};

/// Makes the actions and puts them into the menu bar.
class Actions final : public QObject
{
    Q_OBJECT

public:
    explicit Actions(QMainWindow& window);

    [[nodiscard]] QAction* action(Command command) const { return m_actions.value(command); }
    [[nodiscard]] QMenu* rateMenu() const { return m_rateMenu; }

Q_SIGNALS:
    void triggered(ui::Command command);

private:
    void fill(QMenuBar& bar);

    QHash<Command, QAction*> m_actions;
    QMenu* m_rateMenu = nullptr;
};

} // namespace ui
