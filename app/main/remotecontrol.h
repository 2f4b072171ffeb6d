// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/main/nowplaying.h"
#include "app/services/services.h"
#include "ui/shell/mainwindow.h"

namespace app {

/// What is asked of the program without its window, and told there: by the desktop's panels and
/// media keys.
///
/// To be made when the window has been painted. Thread: UI.
class RemoteControl final : public QObject
{
    Q_OBJECT

public:
    /// All must outlive it.
    RemoteControl(Services& services, playback::Player& player, ui::MainWindow& window,
        QObject* parent = nullptr);
    ~RemoteControl() override;

private:
    void showWindow();

    ui::MainWindow& m_window;
    NowPlaying m_nowPlaying;
    Mpris m_mpris;
};

} // namespace app
