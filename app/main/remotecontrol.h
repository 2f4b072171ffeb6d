// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/hotkeys.h"
#include "app/main/currentrater.h"
#include "app/main/notices.h"
#include "app/main/quickrater.h"
#include "app/services/services.h"
#include "ui/common/desktopactions.h"
#include "ui/shell/mainwindow.h"

namespace app {

/// What is asked of the program without its window, and told there: by the desktop's panels, by
/// media keys, by keys that work anywhere, and in notices.
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

    [[nodiscard]] CurrentRater& rater() { return m_rater; }
    [[nodiscard]] QuickRater& quickRater() { return m_quickRater; }
    [[nodiscard]] const NowPlaying& nowPlaying() const { return m_nowPlaying; }

Q_SIGNALS:
    /// The desktop shows no notices.
    void unshown(const app::Notice& notice);

private:
    void connectMpris();
    void connectHotkeys();
    void takeKeys();
    void perform(ui::DesktopAction action);
    void showWindow();

    playback::Player& m_player;
    ui::MainWindow& m_window;
    NowPlaying m_nowPlaying;
    CurrentRater m_rater;
    Notices m_notices;
    QuickRater m_quickRater;
    Mpris m_mpris;
    std::unique_ptr<Hotkeys> m_hotkeys;
};

} // namespace app
