// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/main/remotecontrol.h"

#include "app/desktop/activation.h"

namespace app {

RemoteControl::RemoteControl(
    Services& services, playback::Player& player, ui::MainWindow& window, QObject* parent)
    : QObject(parent)
    , m_window(window)
    , m_nowPlaying(player, services.library, services.artwork, services.pool)
    , m_mpris(player)
{
    connect(&m_nowPlaying, &NowPlaying::changed, &m_mpris, &Mpris::setDetails);
    m_mpris.setDetails(m_nowPlaying.details());
    connect(&m_mpris, &Mpris::raiseRequested, this, &RemoteControl::showWindow);
    connect(&m_mpris, &Mpris::quitRequested, &window, &ui::MainWindow::closeForGood);
}

RemoteControl::~RemoteControl() = default;

void RemoteControl::showWindow()
{
    m_window.comeForward();
    activateFor(m_window, {});
}

} // namespace app
