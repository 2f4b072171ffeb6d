// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/tray.h"
#include "app/main/remotecontrol.h"
#include "core/playback/audiooutput.h"

namespace app {

/// Connects the icon in the tray with the player and the window. A window that was hidden in a tray
/// which goes away comes back. What the desktop lacks is said in Settings.
///
/// The icon is made when the window has been painted, and then what the desktop sees beside it:
/// what it takes to answer is no part of the start. Thread: UI.
class Presence final : public QObject
{
    Q_OBJECT

public:
    /// All must outlive it.
    /// @param startsInTray  the session starts the program, and the panel may still be on its way
    Presence(Services& services, playback::Player& player, playback::AudioOutput& output,
        ui::MainWindow& window, bool startsInTray, QObject* parent = nullptr);
    ~Presence() override;

    /// Whether the server that has the music cannot be reached.
    void setOffline(bool isOffline);

private:
    void makeTray();
    void makeRemote(Services& services);
    void lookForFonts();
    void lookForSound();
    void takeSilence(bool isSilent, const util::Error& why);
    void followTray(bool isAvailable);
    void showContent();
    void followDetails();
    void toggleWindow();
    void stepVolume(int steps);

    playback::Player& m_player;
    ui::MainWindow& m_window;
    QMediaDevices m_devices;
    QUrl m_coverFile; ///< of m_cover
    QImage m_cover; ///< of what plays
    bool m_isOffline = false;
    std::unique_ptr<Tray> m_tray;
    std::unique_ptr<RemoteControl> m_remote;
};

} // namespace app
