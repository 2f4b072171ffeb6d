// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/playback/engine.h"

#include "core/playback/audiobackend.h"
#include "core/playback/log.h"

#include <algorithm>

namespace playback {
namespace {

constexpr size_t kMostDecoders = 3;
constexpr auto kPoll = std::chrono::milliseconds(100);
// Rates every sound system takes; files beyond them are resampled.
constexpr int kLeastOutputRate = 22'050;
constexpr int kMostOutputRate = 192'000;

AudioFormat outputFor(const LibavSource::Shape& shape)
{
    const bool fits = shape.sampleRate >= kLeastOutputRate && shape.sampleRate <= kMostOutputRate;
    return { fits ? shape.sampleRate : 48'000, 2 };
}

std::chrono::milliseconds duration(qint64 frames, int rate)
{
    return std::chrono::milliseconds(frames * 1000 / rate);
}

// The detail may name a server and a file: not above debug.
void logFailure(const char* event, const util::Error& error)
{
    qCInfo(lcPlayback).noquote().nospace()
        << "event=" << event << " code=" << util::codeName(error.code);
    qCDebug(lcPlayback).noquote().nospace() << "event=" << event << " detail=" << error.detail;
}

} // namespace

Engine::Engine(AudioBackend& backend, QObject* parent)
    : QObject(parent)
    , m_backend(backend)
{
    m_poll.setInterval(kPoll);
    connect(&m_poll, &QTimer::timeout, this, &Engine::poll);
    connect(&m_backend, &AudioBackend::failed, this, [this](const util::Error& error) {
        const QueueEntryId id = m_current ? m_current->track.id : QueueEntryId();
        stop();
        Q_EMIT failed(id, error);
        Q_EMIT ended();
    });
}

Engine::~Engine()
{
    // All at once, so that the joins below wait for the slowest only.
    for (std::optional<Slot>* slot : { &m_current, &m_next }) {
        retire(*slot);
    }
    if (m_output != Output::None) {
        (void)m_backend.stop(); // the backend's share of the mixer lasts until it has stopped
    }
}

void Engine::begin(EngineTrack track, std::chrono::milliseconds position, bool paused)
{
    retire(m_current);
    retire(m_next);
    m_current.emplace(Slot { std::move(track), position });
    m_paused = paused;
    ++m_start;
    m_endsAt.reset();
    sendOrder();
    openSlots();
}

void Engine::prepare(std::optional<EngineTrack> track)
{
    retire(m_next);
    if (track) {
        m_next.emplace(Slot { std::move(*track) });
    }
    sendOrder();
    openSlots();
}

std::optional<QueueEntryId> Engine::prepared() const
{
    return m_next ? std::optional(m_next->track.id) : std::nullopt;
}

void Engine::setPaused(bool paused)
{
    if (paused == m_paused) {
        return;
    }
    m_paused = paused;
    sendOrder();
    if (!paused) {
        wake();
    }
}

void Engine::seek(std::chrono::milliseconds position)
{
    if (!m_current) {
        return;
    }
    const QueueEntryId id = m_current->track.id;
    poll();
    if (!m_current || m_current->track.id != id) {
        return; // it was over
    }
    const bool nextHasBegun = std::ranges::any_of(
        m_starts, [this](const MixerEvent& event) { return m_next && event.pcm == m_next->pcm; });
    if (nextHasBegun) {
        retire(m_next);
    }
    Slot& slot = *m_current;
    slot.startAt = position;
    slot.pcm.reset();
    slot.isHeard = false;
    ++m_start;
    m_endsAt.reset();
    sendOrder();
    if (slot.decoder && slot.decoder->isRunning() && slot.decoder->shape()) {
        slot.decoder->requestStop(); // onDecoded() goes on
    } else if (slot.decoder && slot.decoder->shape() && m_mixer) {
        startDecoding(slot);
    }
    wake();
}

void Engine::stop()
{
    retire(m_current);
    retire(m_next);
    m_endsAt.reset();
    ++m_start;
    m_paused = true;
    sendOrder();
    if (m_output != Output::Pulling) { // otherwise when the fade is over
        closeOutput();
    }
}

void Engine::setVolume(float volume)
{
    m_volume = volume;
    if (m_mixer) {
        m_mixer->setVolume(volume);
    }
}

void Engine::setFade(std::chrono::milliseconds fade)
{
    m_fade = fade;
    if (m_mixer) {
        m_mixer->setFade(static_cast<int>(fade.count() * m_mixer->format().sampleRate / 1000));
    }
}

std::chrono::milliseconds Engine::position() const
{
    if (!m_current) {
        return std::chrono::milliseconds(0);
    }
    if (!m_current->isHeard || !m_mixer) {
        return m_current->startAt;
    }
    const quint64 heardUntil = std::max(heardMusic(), m_heardFrom);
    const auto since = playback::duration(
        static_cast<qint64>(heardUntil - m_heardFrom), m_mixer->format().sampleRate);
    const auto whole = duration();
    const auto at = m_current->startAt + since;
    return whole.count() > 0 ? std::min(at, whole) : at;
}

std::chrono::milliseconds Engine::duration() const
{
    if (!m_current || !m_current->decoder || !m_current->decoder->shape()) {
        return std::chrono::milliseconds(0);
    }
    const LibavSource::Shape& shape = *m_current->decoder->shape();
    return playback::duration(shape.frames, shape.sampleRate);
}

bool Engine::isLoading() const
{
    return m_current && (!m_current->isHeard || m_mixer->isStarved());
}

// Music that has come through the device's buffer, which may end in silence.
quint64 Engine::heardMusic() const
{
    const quint64 silence = m_mixer->silence();
    const quint64 handed = m_mixer->handed();
    const auto unplayed = static_cast<quint64>(std::max<qint64>(0, m_backend.unplayedFrames()));
    return handed - std::min(handed, unplayed - std::min(unplayed, silence));
}

bool Engine::isHeardUntil(quint64 pulledAt) const
{
    const auto unplayed = static_cast<quint64>(std::max<qint64>(0, m_backend.unplayedFrames()));
    return m_mixer->pulled() >= pulledAt + unplayed;
}

void Engine::openSlots()
{
    for (std::optional<Slot>* slot : { &m_current, &m_next }) {
        size_t atWork = m_retired.size();
        atWork += m_current && m_current->decoder ? 1 : 0;
        atWork += m_next && m_next->decoder ? 1 : 0;
        if (*slot && !(*slot)->decoder && atWork < kMostDecoders) {
            openSlot(**slot);
        }
    }
}

void Engine::openSlot(Slot& slot)
{
    auto bytes = slot.track.open();
    if (!bytes) {
        // Later: the caller of begin() must not be told before it returns.
        QMetaObject::invokeMethod(
            this,
            [this, id = slot.track.id, error = bytes.error()] {
                for (std::optional<Slot>* candidate : { &m_current, &m_next }) {
                    if (*candidate && (*candidate)->track.id == id && !(*candidate)->decoder) {
                        fail(**candidate, error);
                        return;
                    }
                }
            },
            Qt::QueuedConnection);
        return;
    }
    slot.decoder = DecoderPtr(new Decoder(std::move(*bytes), this));
    Decoder* decoder = slot.decoder.get();
    connect(decoder, &Decoder::opened, this,
        [this, decoder](const auto& error) { onOpened(decoder, error); });
    connect(decoder, &Decoder::decoded, this,
        [this, decoder](const auto& error) { onDecoded(decoder, error); });
    decoder->open();
}

Engine::Slot* Engine::slotOf(const Decoder* decoder)
{
    for (std::optional<Slot>* slot : { &m_current, &m_next }) {
        if (*slot && (*slot)->decoder.get() == decoder) {
            return &**slot;
        }
    }
    return nullptr;
}

void Engine::onOpened(Decoder* decoder, const std::optional<util::Error>& error)
{
    Slot* slot = slotOf(decoder);
    if (!slot) {
        std::erase_if(m_retired, [decoder](const auto& one) { return one.get() == decoder; });
        openSlots();
        return;
    }
    if (error) {
        fail(*slot, *error);
        return;
    }
    Q_EMIT opened(slot->track.id);
    if (m_current && slot == &*m_current) {
        const AudioFormat wanted = outputFor(*decoder->shape());
        if (m_output == Output::None
            || (m_output != Output::Starting && m_mixer->format() != wanted)) {
            startOutput(wanted);
            return;
        }
    }
    if (m_output == Output::Pulling || m_output == Output::Suspended) {
        startDecoding(*slot);
    } // else when the output has started
}

void Engine::onDecoded(Decoder* decoder, const std::optional<util::Error>& error)
{
    Slot* slot = slotOf(decoder);
    if (!slot) {
        std::erase_if(m_retired, [decoder](const auto& one) { return one.get() == decoder; });
        openSlots();
    } else if (!slot->pcm && m_mixer) { // stopped for a seek
        startDecoding(*slot);
    } else if (error && error->code != util::Error::Code::Cancelled) {
        logFailure("decode-failed", *error);
        Q_EMIT failed(slot->track.id, *error); // what was decoded still plays
    }
}

void Engine::fail(Slot& slot, const util::Error& error)
{
    logFailure("open-failed", error);
    const QueueEntryId id = slot.track.id;
    const bool isCurrent = m_current && &slot == &*m_current;
    retire(isCurrent ? m_current : m_next);
    Q_EMIT failed(id, error);
    if (isCurrent && !m_current) { // who was told may have begun another
        Q_EMIT ended();
    }
}

void Engine::startOutput(AudioFormat format)
{
    const quint64 run = ++m_outputRun;
    const bool isRunning = m_output != Output::None;
    m_output = Output::Starting;
    m_poll.stop();
    m_starts.clear();
    m_mixer = std::make_shared<Mixer>(format);
    setVolume(m_volume);
    setFade(m_fade);
    if (m_next) { // what it decoded has the old format
        const EngineTrack again = m_next->track;
        retire(m_next);
        m_next.emplace(Slot { again });
    }
    const auto stopped = isRunning ? m_backend.stop() : util::async::ready<void>({});
    util::async::deliver(stopped, this, [this, run](const util::Result<void>&) {
        if (run != m_outputRun) {
            return;
        }
        util::async::deliver(
            m_backend.start(m_mixer), this, [this, run](util::Result<void> started) {
                if (run != m_outputRun) {
                    return;
                }
                if (!started) {
                    m_output = Output::None;
                    if (m_current) {
                        fail(*m_current, started.error());
                    }
                    return;
                }
                m_output = Output::Pulling;
                m_poll.start();
                for (std::optional<Slot>* slot : { &m_current, &m_next }) {
                    if (*slot && (*slot)->decoder && (*slot)->decoder->shape() && !(*slot)->pcm
                        && !(*slot)->decoder->isRunning()) {
                        startDecoding(**slot);
                    }
                }
                openSlots();
                sendOrder();
            });
    });
}

void Engine::startDecoding(Slot& slot)
{
    slot.isHeard = false;
    slot.pcm
        = std::make_shared<Pcm>(m_mixer->format(), slot.track.id, slot.startAt, slot.track.gain);
    slot.decoder->decode(slot.pcm);
    if (m_current && &slot == &*m_current) {
        ++m_start;
    }
    sendOrder();
    wake();
}

void Engine::retire(std::optional<Slot>& slot)
{
    if (slot && slot->decoder && slot->decoder->isRunning()) {
        slot->decoder->requestStop();
        m_retired.push_back(std::move(slot->decoder));
    }
    slot.reset();
}

void Engine::sendOrder()
{
    if (m_mixer) {
        MixerOrder order;
        order.start = m_start;
        order.current = m_current ? m_current->pcm : nullptr;
        order.next = m_next ? m_next->pcm : nullptr;
        order.paused = m_paused;
        order.fadeIn = order.current && order.current->startsAt.count() > 0;
        m_mixer->setOrder(std::move(order));
    }
}

void Engine::wake()
{
    if (m_output == Output::Suspended && (!m_paused || !m_current)) {
        m_output = Output::Pulling;
        m_backend.resume();
        m_poll.start();
    }
}

void Engine::closeOutput()
{
    m_poll.stop();
    m_starts.clear();
    ++m_outputRun;
    if (m_output != Output::None) {
        (void)m_backend.stop();
    }
    m_output = Output::None;
    m_mixer.reset();
}

void Engine::poll()
{
    if (!m_mixer) {
        return;
    }
    while (m_mixer) {
        const auto event = m_mixer->takeEvent();
        if (!event) {
            break;
        }
        onEvent(*event);
    }
    announce();
    if (m_mixer && m_endsAt && isHeardUntil(*m_endsAt)) {
        m_endsAt.reset();
        retire(m_current);
        Q_EMIT ended();
    }
    if (m_output == Output::Pulling) {
        Q_EMIT ticked();
    }
}

void Engine::onEvent(const MixerEvent& event)
{
    switch (event.kind) {
    case MixerEvent::Kind::Started:
        if (event.start == m_start) {
            m_starts.push_back(event);
            m_endsAt.reset(); // what follows came late, but it came
        }
        break;
    case MixerEvent::Kind::Ended:
        if (event.start == m_start) {
            m_endsAt = event.pulledAt;
        }
        break;
    case MixerEvent::Kind::Paused:
        if (!m_current) {
            closeOutput();
        } else if (m_paused && m_output == Output::Pulling) {
            m_poll.stop();
            m_output = Output::Suspended;
            m_backend.suspend();
        }
        break;
    case MixerEvent::Kind::Released:
        break; // the share ends here, outside the audio thread
    }
}

// Tells what has come through the device's buffer.
void Engine::announce()
{
    while (m_mixer && !m_starts.empty() && isHeardUntil(m_starts.front().pulledAt)) {
        const MixerEvent event = m_starts.front();
        m_starts.pop_front();
        const bool isNext = m_next && m_next->pcm == event.pcm;
        if (isNext) {
            retire(m_current);
            m_current = std::move(m_next);
            m_next.reset();
        }
        if (m_current && m_current->pcm == event.pcm) {
            m_heardFrom = event.at;
            m_current->isHeard = true;
            Q_EMIT heard(m_current->track.id, isNext);
        } else if (event.start == m_start) { // was taken back too late
            retire(m_current);
            Q_EMIT ended();
        }
    }
}

} // namespace playback
