// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/main/quickrater.h"

#include "app/desktop/activation.h"
#include "ui/common/behaviour.h"

#include <QCursor>
#include <QGuiApplication>
#include <QScreen>

using namespace Qt::StringLiterals;

namespace app {

namespace {

/// The screen that somebody works on, without its panels.
QRect screenAt(const QPoint& point)
{
    const QScreen* screen = QGuiApplication::screenAt(point);
    if (!screen) {
        screen = QGuiApplication::primaryScreen();
    }
    return screen ? screen->availableGeometry() : QRect();
}

} // namespace

QuickRater::QuickRater(playback::Player& player, CurrentRater& rater, const NowPlaying& nowPlaying,
    const settings::Settings& settings, ui::Covers& covers, QObject* parent)
    : QObject(parent)
    , m_player(player)
    , m_rater(rater)
    , m_nowPlaying(nowPlaying)
    , m_settings(settings)
    , m_window(covers)
{
    using playback::Player;
    connect(&m_window, &ui::QuickRatePanel::chosen, this, &QuickRater::rate);
    connect(&m_window, &ui::QuickRatePanel::undoRequested, this, [this] {
        if (m_done.change.isValid()) {
            m_rater.undo(std::exchange(m_done, {}));
        }
    });
    connect(&rater, &CurrentRater::rated, this, &QuickRater::takeOutcome);
    connect(&rater, &CurrentRater::failed, this,
        [this](const util::Error& error, const playback::QueueEntry& track) {
            if (track.id == m_track.id && m_window.isVisible()) {
                m_window.setFailed(error.message);
            }
        });
    connect(&nowPlaying, &NowPlaying::changed, this, &QuickRater::followDetails);
    connect(&player, &Player::positionChanged, this, &QuickRater::followPosition);
    connect(&player, &Player::trackChanged, this, [this] {
        if (!m_player.current()) { // another library may be on its way, with other keys
            m_window.drop();
            m_track = {};
            return;
        }
        // Somebody who was asked about the former track may still be choosing.
        if (m_window.isVisible() && m_window.how() == ui::QuickRatePanel::How::Offered) {
            m_window.leave();
        }
    });
    (void)m_window.winId(); // what the desktop has to do for it is done when it is asked for
    m_window.ensurePolished();
    m_window.adjustSize();
}

QuickRater::~QuickRater() = default;

void QuickRater::open()
{
    if (m_window.isVisible() && m_window.isActiveWindow()) {
        m_window.leave();
        return;
    }
    show(ui::QuickRatePanel::How::Asked, m_trayPlace ? m_trayPlace() : QRect());
}

void QuickRater::openAtMouse()
{
    show(ui::QuickRatePanel::How::Asked, QRect(QCursor::pos(), QSize(1, 1)));
}

void QuickRater::show(ui::QuickRatePanel::How how, const QRect& anchor)
{
    takeTrack();
    m_window.popUp(how, anchor, screenAt(anchor.isValid() ? anchor.center() : QCursor::pos()));
    if (m_window.how() == ui::QuickRatePanel::How::Asked) {
        activateFor(m_window, {});
    }
}

void QuickRater::takeTrack()
{
    const playback::QueueEntry* track = m_player.current();
    const auto id = track ? track->id : playback::QueueEntryId();
    if (m_window.isVisible() && id == m_track.id) {
        return; // it is being rated
    }
    m_window.setTrack(track ? track->title : QString(), track ? track->artist : QString(),
        track ? track->thumb : QString());
    m_track = track ? *track : playback::QueueEntry();
    m_done = {};
    followDetails();
}

void QuickRater::followDetails()
{
    if (m_track.id.isValid() && m_nowPlaying.details().entry == m_track.id) {
        m_window.setRating(m_nowPlaying.details().rating);
    }
}

void QuickRater::followPosition()
{
    if (!m_settings.value(ui::behaviour::kAsksAtEnd)) {
        return;
    }
    const TrackDetails& details = m_nowPlaying.details();
    const playback::QueueEntry* track = m_player.current();
    const auto id = track ? track->id : playback::QueueEntryId();
    // What is not known yet is not asked for.
    const bool isRated = details.entry != id || details.rating.has_value();
    if (m_prompt.isDue({ id, m_player.position(), m_player.duration(),
            m_player.state() == playback::Player::State::Playing, isRated })
        && !m_window.isVisible()) {
        show(ui::QuickRatePanel::How::Offered, m_trayPlace ? m_trayPlace() : QRect());
    }
}

void QuickRater::rate(const types::OptionalRating& rating)
{
    if (m_track.id.isValid()) {
        m_rater.rate(m_track, rating);
    }
}

void QuickRater::takeOutcome(const CurrentRater::Outcome& outcome)
{
    if (outcome.track.id != m_track.id || !m_window.isVisible()) {
        return;
    }
    const bool canUndo = outcome.change.isValid();
    m_done = canUndo ? outcome : CurrentRater::Outcome();
    m_window.setRating(outcome.rating);
    m_window.setDone(canUndo ? ui::QuickRatePanel::doneText(outcome.rating) : QString());
}

} // namespace app
