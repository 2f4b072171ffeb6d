// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/main/presence.h"

#include "app/desktop/activation.h"

#include <QTimer>

namespace app {

namespace {

constexpr auto kAfterStart = std::chrono::milliseconds(200);
constexpr double kVolumeStep = 0.05;

} // namespace

Presence::Presence(playback::Player& player, ui::MainWindow& window, QObject* parent)
    : QObject(parent)
    , m_player(player)
    , m_window(window)
{
    QTimer::singleShot(kAfterStart, this, &Presence::makeTray);
}

Presence::~Presence() = default;

void Presence::makeTray()
{
    using playback::Player;
    m_tray = std::make_unique<Tray>();
    connect(m_tray.get(), &Tray::availableChanged, this, &Presence::followTray);
    connect(m_tray.get(), &Tray::windowRequested, this, &Presence::toggleWindow);
    connect(m_tray.get(), &Tray::playPauseRequested, &m_player, &Player::toggle);
    connect(m_tray.get(), &Tray::nextRequested, &m_player, &Player::next);
    connect(m_tray.get(), &Tray::previousRequested, &m_player, &Player::previous);
    connect(m_tray.get(), &Tray::volumeStepRequested, this, &Presence::stepVolume);
    connect(m_tray.get(), &Tray::quitRequested, &m_window, &ui::MainWindow::closeForGood);
    connect(&m_player, &Player::trackChanged, this, &Presence::showContent);
    connect(&m_player, &Player::stateChanged, this, &Presence::showContent);
    connect(&m_player, &Player::queueChanged, this, &Presence::showContent);
    connect(&m_window, &ui::MainWindow::shownChanged, this, &Presence::showContent);
    followTray(m_tray->isAvailable());
    showContent();
}

void Presence::followTray(bool isAvailable)
{
    m_window.setTrayAvailable(isAvailable);
    if (!isAvailable && m_window.isHidden()) {
        m_window.comeForward();
    }
}

void Presence::showContent()
{
    const playback::QueueEntry* entry = m_player.current();
    const auto state = m_player.state();
    TrayContent content;
    if (entry) {
        content.title = entry->title;
        content.artist = entry->artist;
    }
    content.isPlaying
        = state == playback::Player::State::Playing || state == playback::Player::State::Loading;
    content.isWindowShown = !m_window.isHidden();
    m_tray->show(content);
}

void Presence::toggleWindow()
{
    // A click on a panel takes the focus: whether the window is in front cannot be told by that.
    if (m_window.isHidden() || m_window.isMinimized()) {
        m_window.comeForward();
        activateFor(m_window, {});
    } else {
        m_window.saveWindow();
        m_window.hide();
    }
}

void Presence::stepVolume(int steps)
{
    m_player.setVolume(qBound(0.0, m_player.volume() + steps * kVolumeStep, 1.0));
}

} // namespace app
