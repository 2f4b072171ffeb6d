// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rating/clipplayer.h"

using playback::Player;

namespace ui {

namespace {

bool plays(const Player& player)
{
    return player.state() == Player::State::Playing || player.state() == Player::State::Loading;
}

} // namespace

ClipPlayer::ClipPlayer(Player& main, MakePlayer clips, QObject* parent)
    : QObject(parent)
    , m_main(main)
    , m_make(std::move(clips))
{
    connect(&m_main, &Player::stateChanged, this, [this](Player::State state) {
        // Somebody wants to hear the music again: that is what they get, and it alone.
        if (state == Player::State::Playing) {
            m_hasPaused = false;
            end();
        }
    });
}

ClipPlayer::~ClipPlayer() = default;

std::chrono::milliseconds ClipPlayer::startIn(std::chrono::milliseconds duration)
{
    return std::chrono::milliseconds(qint64(double(duration.count()) * kStart));
}

void ClipPlayer::connectClips()
{
    m_clips = &m_make();
    connect(m_clips, &Player::positionChanged, this, &ClipPlayer::follow);
    connect(m_clips, &Player::stateChanged, this, [this](Player::State state) {
        if (m_isPlaying && state == Player::State::Stopped) { // the track is shorter than the clip
            end();
            Q_EMIT finished();
        }
    });
    connect(m_clips, &Player::errorOccurred, this, [this](const util::Error& error) {
        if (m_isPlaying) {
            stop();
            Q_EMIT failed(error);
        }
    });
}

void ClipPlayer::play(const playback::QueueEntry& track)
{
    if (!m_make) {
        return;
    }
    if (!m_clips) {
        connectClips();
    }
    setPlaying(false); // what the player says while one track follows another is no end of a clip
    m_clips->stop();
    m_clips->clearQueue();
    if (plays(m_main)) {
        m_hasPaused = true;
        m_main.pause();
    }
    m_start = startIn(track.duration);
    m_clips->setVolume(m_main.volume());
    m_clips->setMuted(m_main.isMuted());
    m_clips->append({ track });
    m_clips->seek(m_start); // stopped: where it begins
    m_clips->resume();
    setPlaying(true);
    Q_EMIT progressed(0);
}

void ClipPlayer::stop()
{
    end();
    if (std::exchange(m_hasPaused, false)) {
        m_main.resume();
    }
}

void ClipPlayer::end()
{
    const bool wasPlaying = m_isPlaying;
    setPlaying(false);
    if (wasPlaying) {
        m_clips->stop();
    }
}

void ClipPlayer::follow(std::chrono::milliseconds position)
{
    if (!m_isPlaying || m_clips->state() != Player::State::Playing) {
        return;
    }
    const double part = double((position - m_start).count()) / double(kLength.count());
    Q_EMIT progressed(qBound(0.0, part, 1.0));
    if (part >= 1) { // what was paused stays so: the next one is about to be heard
        end();
        Q_EMIT finished();
    }
}

void ClipPlayer::setPlaying(bool isPlaying)
{
    if (isPlaying != std::exchange(m_isPlaying, isPlaying)) {
        Q_EMIT playingChanged(isPlaying);
    }
}

} // namespace ui
