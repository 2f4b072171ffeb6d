// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/playback/player.h"

#include "core/playback/audiobackend.h"
#include "core/playback/engine.h"

#include <QMetaMethod>
#include <QRandomGenerator>
#include <algorithm>
#include <cmath>

namespace playback {
namespace {

using namespace std::chrono_literals;

// The next track is opened this long before the current one ends.
constexpr auto kPrepareBefore = 15s;
constexpr auto kRestartAfter = 3s;
constexpr auto kPositionEvery = 250ms;
// So many tracks that cannot be played one after another are not the tracks' fault.
constexpr int kMostFailuresInARow = 5;

/// Whether the next track would fail for the same reason.
bool concernsTheConnection(util::Error::Code code)
{
    using Code = util::Error::Code;
    switch (code) {
    case Code::Offline:
    case Code::Timeout:
    case Code::Tls:
    case Code::Unauthorised:
    case Code::RateLimited:
    case Code::Server:
        return true;
    default:
        return false;
    }
}

float linearGain(const types::Loudness& loudness, GainMode mode)
{
    const bool album = mode == GainMode::Album && loudness.albumGainDb;
    const std::optional<double>& decibels = album ? loudness.albumGainDb : loudness.gainDb;
    const std::optional<double>& peak = album ? loudness.albumPeak : loudness.peak;
    if (mode == GainMode::Off || !decibels) {
        return 1;
    }
    const double gain = std::pow(10.0, std::clamp(*decibels, -40.0, 20.0) / 20);
    // Louder only as far as the peak allows; an unknown peak counts as full scale.
    const double most = 1 / std::max(peak.value_or(1.0), 0.01);
    return static_cast<float>(std::min(gain, std::max(most, 1e-3)));
}

} // namespace

Player::Player(AudioBackend& backend, OpenSource open, QObject* parent)
    : QObject(parent)
    , m_open(std::move(open))
    , m_engine(std::make_unique<Engine>(backend, this))
{
    connect(m_engine.get(), &Engine::heard, this, &Player::onHeard);
    connect(m_engine.get(), &Engine::ended, this, &Player::onEnded);
    connect(m_engine.get(), &Engine::failed, this, &Player::onFailed);
    connect(m_engine.get(), &Engine::ticked, this, &Player::tick);
    connect(m_engine.get(), &Engine::opened, this, [this](QueueEntryId id) {
        if (current() && current()->id == id) {
            Q_EMIT durationChanged(duration());
        }
    });
}

Player::~Player() = default;

std::chrono::milliseconds Player::position() const
{
    return m_state == State::Stopped ? m_resumeAt : m_engine->position();
}

std::chrono::milliseconds Player::duration() const
{
    const auto known = m_engine->duration();
    return known > 0ms || !current() ? known : current()->duration;
}

void Player::play(QList<QueueEntry> entries, int startIndex)
{
    m_queue.replace(std::move(entries), startIndex);
    m_failed.clear();
    if (m_queue.isEmpty()) {
        clearQueue();
        return;
    }
    m_failuresInARow = 0;
    start(m_queue.currentIndex());
}

void Player::playAt(int index)
{
    if (m_queue.isEmpty()) {
        return;
    }
    m_failuresInARow = 0;
    start(index);
}

EngineTrack Player::trackOf(const QueueEntry& entry) const
{
    return { entry.id, [open = m_open, entry] { return open(entry); },
        linearGain(entry.loudness, m_gainMode) };
}

void Player::start(int index, std::chrono::milliseconds position)
{
    m_queue.setCurrentIndex(index);
    m_isConnectionLost = false;
    m_postponed.reset();
    m_lastPosition = position;
    m_engine->begin(trackOf(*current()), position, false);
    Q_EMIT queueChanged();
    Q_EMIT trackChanged();
    setState(State::Loading);
    emitPosition();
}

void Player::finish(std::chrono::milliseconds resumeAt)
{
    m_engine->stop();
    m_resumeAt = resumeAt;
    setState(State::Stopped);
    emitPosition();
}

void Player::setState(State state)
{
    if (state != m_state) {
        m_state = state;
        Q_EMIT stateChanged(state);
    }
}

void Player::resume()
{
    if (m_state == State::Paused) {
        m_engine->setPaused(false);
        setState(m_engine->isLoading() ? State::Loading : State::Playing);
    } else if (m_state == State::Stopped && current()) {
        m_failuresInARow = 0;
        m_failed.remove(current()->id);
        start(m_queue.currentIndex(), m_resumeAt);
    }
}

void Player::pause()
{
    if (m_state == State::Playing || m_state == State::Loading) {
        m_engine->setPaused(true);
        setState(State::Paused);
    }
}

void Player::toggle()
{
    if (m_state == State::Playing || m_state == State::Loading) {
        pause();
    } else {
        resume();
    }
}

void Player::stop()
{
    if (m_state != State::Stopped) {
        finish(0ms);
    }
}

void Player::next()
{
    if (const auto index = m_queue.skipIndex()) {
        playAt(*index);
    } else {
        stop();
    }
}

void Player::previous()
{
    if (!current()) {
        return;
    }
    const auto index = m_queue.previousIndex();
    if (position() >= kRestartAfter || !index) {
        seek(0ms);
    } else {
        playAt(*index);
    }
}

void Player::seek(std::chrono::milliseconds position)
{
    position = std::max(position, 0ms);
    if (duration() > 0ms) {
        position = std::min(position, duration());
    }
    if (m_state == State::Stopped) {
        m_resumeAt = current() ? position : 0ms;
    } else {
        m_engine->seek(position);
    }
    emitPosition();
}

void Player::append(QList<QueueEntry> entries)
{
    const QueueEntryId before = current() ? current()->id : QueueEntryId();
    m_queue.append(std::move(entries));
    afterQueueChange(before);
}

void Player::playNext(QList<QueueEntry> entries)
{
    const QueueEntryId before = current() ? current()->id : QueueEntryId();
    m_queue.insertNext(std::move(entries));
    afterQueueChange(before);
}

void Player::insert(int before, QList<QueueEntry> entries)
{
    const QueueEntryId current = m_queue.current() ? m_queue.current()->id : QueueEntryId();
    m_queue.insert(before, std::move(entries));
    afterQueueChange(current);
}

void Player::removeRows(QList<int> rows)
{
    const QueueEntryId before = current() ? current()->id : QueueEntryId();
    m_queue.remove(std::move(rows));
    afterQueueChange(before);
}

void Player::moveRows(QList<int> rows, int before)
{
    m_queue.move(std::move(rows), before);
    afterQueueChange(current() ? current()->id : QueueEntryId());
}

void Player::clearQueue()
{
    m_queue.clear();
    finish(0ms);
    Q_EMIT queueChanged();
    Q_EMIT trackChanged();
}

void Player::setShuffled(bool shuffled)
{
    if (shuffled == m_queue.isShuffled()) {
        return;
    }
    if (shuffled) {
        m_queue.shuffle(QRandomGenerator::global()->generate64());
    } else {
        m_queue.unshuffle();
    }
    afterQueueChange(current() ? current()->id : QueueEntryId());
}

void Player::setRepeat(Repeat repeat)
{
    if (repeat != m_queue.repeat()) {
        m_queue.setRepeat(repeat);
        afterQueueChange(current() ? current()->id : QueueEntryId());
    }
}

// What was prepared may not be what follows any more, nor what plays still be in the queue.
void Player::afterQueueChange(QueueEntryId before)
{
    const QueueEntryId now = current() ? current()->id : QueueEntryId();
    if (now != before) {
        if (!now.isValid()) {
            finish(0ms);
        } else if (m_state == State::Playing || m_state == State::Loading) {
            playAt(m_queue.currentIndex());
            return;
        } else {
            finish(0ms);
        }
        Q_EMIT queueChanged();
        Q_EMIT trackChanged();
        return;
    }
    const auto next = following();
    const auto wanted = next ? std::optional(m_queue.entries().at(*next).id) : std::nullopt;
    if (m_postponed && m_postponed->first != wanted) {
        m_postponed.reset(); // another may be luckier
    }
    if (m_engine->prepared() && m_engine->prepared() != wanted) {
        m_engine->prepare(std::nullopt);
        prepareNext();
    }
    Q_EMIT queueChanged();
}

void Player::setVolume(double volume)
{
    m_volume = std::clamp(volume, 0.0, 1.0);
    applyVolume();
}

void Player::setMuted(bool muted)
{
    m_muted = muted;
    applyVolume();
}

void Player::applyVolume()
{
    m_engine->setVolume(m_muted ? 0.0F : static_cast<float>(m_volume * m_volume * m_volume));
    Q_EMIT volumeChanged(m_volume, m_muted);
}

void Player::setGainMode(GainMode mode)
{
    m_gainMode = mode;
}

void Player::setFade(std::chrono::milliseconds fade)
{
    m_engine->setFade(std::clamp<std::chrono::milliseconds>(fade, 0ms, 1s));
}

// The first track behind the current one that has not failed yet.
std::optional<int> Player::following() const
{
    Queue ahead = m_queue;
    for (int tried = 0; tried < m_queue.size(); ++tried) {
        const auto next = tried == 0 ? ahead.nextIndex() : ahead.skipIndex();
        if (!next || !m_failed.contains(ahead.entries().at(*next).id)) {
            return next;
        }
        ahead.setCurrentIndex(*next);
    }
    return std::nullopt;
}

void Player::prepareNext()
{
    if (m_state != State::Playing || m_isConnectionLost || m_postponed || m_engine->prepared()) {
        return;
    }
    const auto left = duration() - position();
    if (duration() > 0ms && left > kPrepareBefore) {
        return;
    }
    if (const auto next = following()) {
        m_engine->prepare(trackOf(m_queue.entries().at(*next)));
    }
}

void Player::tick()
{
    if (m_state == State::Loading || m_state == State::Playing) {
        setState(m_engine->isLoading() ? State::Loading : State::Playing);
    }
    prepareNext();
    m_lastPosition = m_engine->position();
    if (m_state == State::Playing
        && (!m_sincePosition.isValid() || m_sincePosition.hasExpired(kPositionEvery.count()))) {
        emitPosition();
    }
}

void Player::emitPosition()
{
    static const QMetaMethod signal = QMetaMethod::fromSignal(&Player::positionChanged);
    m_sincePosition.start();
    if (isSignalConnected(signal)) {
        Q_EMIT positionChanged(position());
    }
}

void Player::onHeard(QueueEntryId id, bool joined)
{
    m_failuresInARow = 0;
    if (joined) {
        const auto index = m_queue.indexOf(id);
        if (!index) { // removed while it was on its way
            onEnded();
            return;
        }
        m_queue.setCurrentIndex(*index);
        Q_EMIT queueChanged();
        Q_EMIT trackChanged();
        Q_EMIT durationChanged(duration());
        emitPosition();
        if (const auto late = std::exchange(m_postponed, std::nullopt); late && late->first == id) {
            onFailed(id, late->second); // its beginning had been read
        }
    }
}

void Player::onEnded()
{
    if (m_state == State::Stopped) {
        return;
    }
    const auto next = following();
    if (m_isConnectionLost || m_failuresInARow >= kMostFailuresInARow || !next) {
        finish(m_isConnectionLost ? m_lastPosition : 0ms);
        return;
    }
    const bool isPaused = m_state == State::Paused;
    start(*next);
    if (isPaused) {
        pause();
    }
}

void Player::onFailed(QueueEntryId id, const util::Error& error)
{
    const auto index = m_queue.indexOf(id);
    const bool isCurrent = index == m_queue.currentIndex();
    if (concernsTheConnection(error.code)) {
        if (!isCurrent) {
            // Until the current track ends the connection may be back: then it is tried again,
            // and told if that fails too.
            m_postponed = { id, error };
            return;
        }
        m_isConnectionLost = true;
    } else {
        m_failed.insert(id);
        ++m_failuresInARow;
    }
    Q_EMIT errorOccurred(error, index ? m_queue.entries().at(*index) : QueueEntry());
}

} // namespace playback
