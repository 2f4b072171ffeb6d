// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/playback/mixer.h"

#include <algorithm>

namespace playback {
namespace {

constexpr size_t kEvents = 64;
constexpr size_t kOrders = 16;
// Events one change of tracks or order makes at most; without that much room nothing changes.
constexpr size_t kEventsPerChange = 5;
// What must be decoded before a track begins by itself, or goes on after it ran dry.
constexpr int kCushionMs = 150;

} // namespace

Mixer::Mixer(AudioFormat format)
    : m_format(format)
    , m_spent(kOrders)
    , m_events(kEvents)
{
}

Mixer::~Mixer()
{
    const std::unique_ptr<MixerOrder> unseen(m_mailbox.exchange(nullptr));
}

void Mixer::setOrder(MixerOrder order)
{
    while (m_spent.tryPop()) {
        // frees what the audio thread is done with
    }
    auto fresh = std::make_unique<MixerOrder>(std::move(order));
    const std::unique_ptr<MixerOrder> unseen(m_mailbox.exchange(fresh.release()));
}

std::optional<MixerEvent> Mixer::takeEvent()
{
    return m_events.tryPop();
}

// @p done: frames of this pull() that are filled already.
void Mixer::emitEvent(MixerEvent::Kind kind, std::shared_ptr<Pcm> pcm, size_t done)
{
    [[maybe_unused]] const bool fits = m_events.tryPush(
        MixerEvent { kind, std::move(pcm), m_handed.load(std::memory_order_relaxed),
            m_pulled.load(std::memory_order_relaxed) + done, m_start });
    Q_ASSERT(fits);
}

size_t Mixer::pull(std::span<float> into)
{
    const size_t got = mix(into);
    const size_t width = static_cast<size_t>(m_format.channels);
    std::ranges::fill(into.subspan(got * width), 0.0F);
    const size_t quiet = into.size() / width - got;
    const quint64 before = got > 0 ? 0 : m_silence.load(std::memory_order_relaxed);
    m_silence.store(before + quiet, std::memory_order_release);
    m_pulled.fetch_add(got + quiet, std::memory_order_release);
    m_starved.store(m_current && !m_paused && m_isFilling, std::memory_order_relaxed);
    return got;
}

// Takes the newest order, and makes a fade end what it interrupts. True when there is nothing left
// to wait for.
bool Mixer::settle()
{
    if (m_spent.room() > 1) {
        if (std::unique_ptr<MixerOrder> fresh { m_mailbox.exchange(nullptr) }) {
            if (m_order) {
                m_spent.tryPush(std::move(m_order));
            }
            m_order = std::move(fresh);
            const bool interrupts = m_order->start != m_start || (m_order->paused && !m_paused);
            const bool isAudible = m_current && !m_paused && !m_isFilling && m_fade > 0;
            if (!interrupts || !isAudible) {
                m_fadeLeft = isFadingOut() ? 0 : m_fadeLeft;
            } else if (m_fadeTo != 0) {
                m_fadeTo = 0;
                m_fadeLeft = m_fadeFrames.load(std::memory_order_relaxed);
            }
        }
    }
    if (m_order && !isFadingOut()) {
        if (m_events.room() < kEventsPerChange) {
            return false;
        }
        applyOrder();
    }
    return true;
}

void Mixer::applyOrder()
{
    MixerOrder& order = *m_order;
    const int fade = m_fadeFrames.load(std::memory_order_relaxed);
    if (order.start != m_start) {
        releaseCurrent();
        m_start = order.start;
        m_isEnded = true;
        if (order.current) {
            beginCurrent(std::move(order.current), true);
            m_lastVolume = m_volume.load(std::memory_order_relaxed);
            m_fade = order.fadeIn && fade > 0 ? 0.0F : 1.0F;
        }
    } else if (m_paused && !order.paused) {
        m_fade = fade > 0 ? 0.0F : 1.0F;
    }
    m_fadeTo = 1;
    m_fadeLeft = m_fade < 1 ? fade : 0;
    m_paused = order.paused;
    if (m_paused) {
        emitEvent(MixerEvent::Kind::Paused);
    }
    if (order.next != m_next) {
        if (m_next) {
            emitEvent(MixerEvent::Kind::Released, std::move(m_next));
            m_next = nullptr;
        }
        if (order.next && !order.next->isUsed) {
            m_next = std::move(order.next);
        }
    }
    m_spent.tryPush(std::move(m_order));
    m_order = nullptr;
    if (!m_current && m_next) {
        beginNext();
    }
}

void Mixer::beginCurrent(std::shared_ptr<Pcm> pcm, bool fill)
{
    m_current = std::move(pcm);
    m_current->isUsed = true;
    m_isAnnounced = false;
    m_isFilling = fill;
    m_isEnded = false;
}

void Mixer::beginNext()
{
    std::shared_ptr<Pcm> next = std::move(m_next);
    m_next = nullptr;
    beginCurrent(std::move(next), m_isEnded);
}

void Mixer::releaseCurrent()
{
    if (m_current) {
        emitEvent(MixerEvent::Kind::Released, std::move(m_current));
        m_current = nullptr;
    }
}

size_t Mixer::mix(std::span<float> into)
{
    const size_t width = static_cast<size_t>(m_format.channels);
    const size_t wanted = into.size() / width;
    const size_t cushion = static_cast<size_t>(m_format.sampleRate) * kCushionMs / 1000 * width;
    size_t done = 0;
    while (done < wanted) {
        if (!settle() || !m_current || m_paused) {
            break;
        }
        util::BlockingRing<float>& ring = m_current->ring;
        if (m_isFilling && !ring.isClosed() && ring.available() < cushion) {
            break;
        }
        m_isFilling = false;
        size_t frames = wanted - done;
        if (m_fadeLeft > 0) {
            frames = std::min(frames, static_cast<size_t>(m_fadeLeft));
        }
        const std::span<float> part = into.subspan(done * width, frames * width);
        const size_t got = ring.pop(part) / width;
        if (got > 0) {
            if (!m_isAnnounced) {
                m_isAnnounced = true;
                emitEvent(MixerEvent::Kind::Started, m_current, done);
            }
            shape(part.first(got * width));
            done += got;
            m_handed.fetch_add(got, std::memory_order_release);
            continue;
        }
        if (!ring.isDrained()) {
            m_isFilling = true;
            m_fadeLeft = isFadingOut() ? 0 : m_fadeLeft; // nothing is heard that could fade
            if (m_order) {
                continue;
            }
            break;
        }
        if (m_events.room() < kEventsPerChange) {
            break;
        }
        releaseCurrent();
        if (m_next) {
            beginNext();
        } else {
            m_isEnded = true;
            m_fadeLeft = 0;
            m_fade = 1;
            emitEvent(MixerEvent::Kind::Ended, {}, done);
        }
    }
    return done;
}

void Mixer::shape(std::span<float> samples)
{
    const size_t width = static_cast<size_t>(m_format.channels);
    const size_t frames = samples.size() / width;
    const float volume = m_volume.load(std::memory_order_relaxed);
    const float gain = m_current->gain;
    if (gain == 1 && volume == 1 && m_lastVolume == 1 && m_fade == 1 && m_fadeLeft == 0) {
        return;
    }
    const float volumeStep = (volume - m_lastVolume) / static_cast<float>(frames);
    const float fadeStep
        = m_fadeLeft > 0 ? (m_fadeTo - m_fade) / static_cast<float>(m_fadeLeft) : 0.0F;
    for (size_t frame = 0; frame < frames; ++frame) {
        const float factor = gain * m_lastVolume * m_fade;
        for (size_t channel = 0; channel < width; ++channel) {
            samples[frame * width + channel] *= factor;
        }
        m_lastVolume += volumeStep;
        m_fade += fadeStep;
    }
    m_lastVolume = volume;
    if (m_fadeLeft > 0) {
        m_fadeLeft -= static_cast<int>(frames);
        m_fade = m_fadeLeft == 0 ? m_fadeTo : m_fade;
    }
}

} // namespace playback
