// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/desktoplook.h"
#include "core/playback/player.h"
#include "core/settings/settings.h"
#include "ui/common/theme.h"

#include <QTimer>

namespace app {

/// Makes what is chosen in Settings, or on the desktop, so: what the window does not do by itself.
///
/// Thread: UI.
class Preferences final : public QObject
{
    Q_OBJECT

public:
    /// All of them outlive this. @param minute  how long one takes
    Preferences(settings::Settings& settings, playback::Player& player, ui::Theme& theme,
        std::chrono::milliseconds minute = std::chrono::minutes(1), QObject* parent = nullptr);

Q_SIGNALS:
    /// It is time to ask the server what is new.
    void syncDue();

private:
    void apply(const QString& key);
    void applyPlayback();
    void applySyncing();
    void applyLog();
    void applyLook();

    settings::Settings& m_settings;
    playback::Player& m_player;
    ui::Theme& m_theme;
    std::chrono::milliseconds m_minute;
    DesktopLook m_look;
    QTimer m_sync;
};

} // namespace app
