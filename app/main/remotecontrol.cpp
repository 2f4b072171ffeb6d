// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/main/remotecontrol.h"

#include "app/desktop/activation.h"

using namespace Qt::StringLiterals;

namespace app {

RemoteControl::RemoteControl(
    Services& services, playback::Player& player, ui::MainWindow& window, QObject* parent)
    : QObject(parent)
    , m_player(player)
    , m_window(window)
    , m_nowPlaying(player, services.library, services.artwork, services.pool)
    , m_rater(player, services.library, services.ratings, services.changes)
    , m_notices(player, m_rater, m_nowPlaying, services.settings)
    , m_quickRater(player, m_rater, m_nowPlaying, services.settings, window.covers())
    , m_mpris(player)
    , m_hotkeys(makeHotkeys())
{
    connectMpris();
    connectHotkeys();
    m_notices.setTellsItself([this] { return m_quickRater.isShown(); });
    connect(&m_notices, &Notices::unshown, this, &RemoteControl::unshown);
}

RemoteControl::~RemoteControl() = default;

void RemoteControl::connectMpris()
{
    connect(&m_nowPlaying, &NowPlaying::changed, &m_mpris, &Mpris::setDetails);
    m_mpris.setDetails(m_nowPlaying.details());
    connect(&m_mpris, &Mpris::raiseRequested, this, &RemoteControl::showWindow);
    connect(&m_mpris, &Mpris::quitRequested, &m_window, &ui::MainWindow::closeForGood);
}

void RemoteControl::connectHotkeys()
{
    const auto showState = [this] {
        m_window.setDesktopKeys({ m_hotkeys->impossible(), m_hotkeys->faults() });
    };
    connect(m_hotkeys.get(), &Hotkeys::stateChanged, this, showState);
    showState();
    connect(m_hotkeys.get(), &Hotkeys::pressed, this, [this](const QString& id) {
        if (const auto action = ui::desktopActionOf(id)) {
            perform(*action);
        }
    });
    connect(&m_window.keys(), &ui::KeyMap::changed, this, &RemoteControl::takeKeys);
    takeKeys();
}

void RemoteControl::takeKeys()
{
    QList<Hotkey> wanted;
    for (const ui::ActionSpec& action : ui::desktopActions()) {
        const QString id = QLatin1String(action.id);
        for (const QKeySequence& keys : m_window.keys().keys(id)) {
            wanted.append({ id, ui::nameOf(action), keys });
        }
    }
    m_hotkeys->set(wanted);
}

void RemoteControl::perform(ui::DesktopAction action)
{
    using ui::DesktopAction;
    switch (action) {
    case DesktopAction::RateNone:
        m_rater.rate({});
        break;
    case DesktopAction::RateOne:
    case DesktopAction::RateTwo:
    case DesktopAction::RateThree:
    case DesktopAction::RateFour:
    case DesktopAction::RateFive:
        m_rater.rate(types::Rating::fromStars(int(action) - int(DesktopAction::RateNone)));
        break;
    case DesktopAction::HalfStarUp:
        m_rater.step(1);
        break;
    case DesktopAction::HalfStarDown:
        m_rater.step(-1);
        break;
    case DesktopAction::QuickRate:
        m_quickRater.open();
        break;
    case DesktopAction::PlayPause:
        m_player.toggle();
        break;
    case DesktopAction::Next:
        m_player.next();
        break;
    case DesktopAction::Previous:
        m_player.previous();
        break;
    case DesktopAction::ShowWindow:
        showWindow();
        break;
    }
}

void RemoteControl::showWindow()
{
    m_window.comeForward();
    activateFor(m_window, {});
}

} // namespace app
