// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/trayhost.h"
#include "core/types/rating.h"

#include <QImage>
#include <QMenu>
#include <QSystemTrayIcon>

namespace app {

/// What a small sign on the icon tells.
enum class TrayState
{
    Idle, ///< nothing to play: no sign
    Playing,
    Paused,
    Offline
};

/// What the icon in the tray tells of the player and the window.
struct TrayContent
{
    QString title {}; ///< of the track; empty: there is none
    QString artist {};
    types::OptionalRating rating {};
    QImage cover {}; ///< null: there is none, or not yet
    bool isPlaying = false;
    bool isOffline = false; ///< the server that has the music cannot be reached
    bool isWindowShown = true;
    bool operator==(const TrayContent&) const = default;
};

/// The program's icon with the sign of @p state, for panels of any size.
[[nodiscard]] QIcon trayIcon(TrayState state);

/// The program's icon in the tray with the commands that are wanted there. A left click asks for
/// the window or to hide it, a middle click to play or pause, the wheel for the volume where the
/// desktop passes it on. Knows neither player nor window: it is told what to show and says what is
/// asked for.
///
/// Thread: UI.
class Tray final : public QObject
{
    Q_OBJECT

public:
    explicit Tray(QObject* parent = nullptr);
    ~Tray() override;

    /// Whether somebody can see the icon; availableChanged() follows it.
    [[nodiscard]] bool isAvailable() const { return m_host.isPresent(); }
    void show(const TrayContent& content);
    /// What its icon tells now.
    [[nodiscard]] TrayState state() const { return m_state; }
    /// Where the icon is on the screen; empty where the desktop does not say.
    [[nodiscard]] QRect place() const { return m_icon.geometry(); }
    /// To be filled with the ratings that can be given to what plays.
    [[nodiscard]] QMenu& rateMenu() { return *m_rate; }
    /// In a balloon, where the desktop has no notifications of its own. Plain texts.
    void tell(const QString& title, const QString& text);

Q_SIGNALS:
    void availableChanged(bool isAvailable);
    void windowRequested(); ///< to be shown, or hidden if it is in front
    void playPauseRequested();
    void nextRequested();
    void previousRequested();
    void quickRateRequested(); ///< the small window with stars
    void volumeStepRequested(int steps); ///< louder if positive
    void quitRequested();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fillMenu();
    void followHost();
    void onActivated(QSystemTrayIcon::ActivationReason reason);
    void showIcon();

    TrayHost m_host;
    QMenu m_menu;
    QSystemTrayIcon m_icon;
    TrayContent m_content;
    TrayState m_state = TrayState::Idle;
    QAction* m_title = nullptr;
    QAction* m_artist = nullptr;
    QAction* m_rating = nullptr; ///< what plays has, in words
    QAction* m_window = nullptr;
    QAction* m_play = nullptr;
    QAction* m_next = nullptr;
    QAction* m_previous = nullptr;
    QMenu* m_rate = nullptr;
    int m_wheel = 0; ///< eighths of a degree that made no step yet
};

} // namespace app
