// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/playback/pcm.h"

#include <atomic>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace playback {

/// What the mixer is to do, as a whole: the newest replaces what was not seen yet.
struct MixerOrder
{
    quint64 start = 0; ///< a new number makes `current` begin; the same leaves what plays
    std::shared_ptr<Pcm> current; ///< shared as Pcm says; null with a new number = silence
    std::shared_ptr<Pcm> next; ///< what follows without a gap
    bool paused = false;
    bool fadeIn = false; ///< of current, when it begins inside a track
};

/// What the mixer has done.
struct MixerEvent
{
    enum class Kind
    {
        Started, ///< the first sample of `pcm` was handed out
        Released, ///< the mixer is done with `pcm`; this event carries its share
        Ended, ///< everything was handed out and nothing follows
        Paused ///< from here on silence
    };
    Kind kind = Kind::Ended;
    std::shared_ptr<Pcm> pcm;
    quint64 at = 0; ///< Mixer::handed() at that moment
    quint64 pulledAt = 0; ///< Mixer::pulled() at that moment
    quint64 start = 0; ///< MixerOrder::start that it belongs to
};

/// Makes the one stream of samples that the sound device pulls: joins tracks without a gap, applies
/// gain and volume, and fades where the listener interferes.
///
/// Thread: pull() belongs to the audio thread, everything else to the UI thread. Lock-free both
/// ways. Without gain, volume and fade, samples pass through bit for bit.
class Mixer
{
public:
    explicit Mixer(AudioFormat format);
    ~Mixer();
    Q_DISABLE_COPY_MOVE(Mixer)

    [[nodiscard]] AudioFormat format() const { return m_format; }

    /// Takes effect with the next pull().
    void setOrder(MixerOrder order);
    /// What happened since the last call, in order.
    [[nodiscard]] std::optional<MixerEvent> takeEvent();
    /// Linear volume, ramped over one pull().
    void setVolume(float volume) { m_volume.store(volume, std::memory_order_relaxed); }
    /// Length of the fades, in frames.
    void setFade(int frames) { m_fadeFrames.store(frames, std::memory_order_relaxed); }
    /// Frames of music handed out since the mixer was made; silence does not count.
    [[nodiscard]] quint64 handed() const { return m_handed.load(std::memory_order_acquire); }
    /// Frames handed out since then, silence included.
    [[nodiscard]] quint64 pulled() const { return m_pulled.load(std::memory_order_acquire); }
    /// Frames of silence since the last frame of music.
    [[nodiscard]] quint64 silence() const { return m_silence.load(std::memory_order_acquire); }
    /// Whether it wants to play but waits for a decoder.
    [[nodiscard]] bool isStarved() const { return m_starved.load(std::memory_order_relaxed); }

    /// Fills @p into (whole frames). Returns the frames of music in it, which come first; the rest
    /// is silence. Thread: audio. Cost: a copy, and a multiplication where there is a gain.
    size_t pull(std::span<float> into);

private:
    void applyOrder();
    void beginNext();
    void beginCurrent(std::shared_ptr<Pcm> pcm, bool fill);
    void releaseCurrent();
    bool settle();
    size_t mix(std::span<float> into);
    void shape(std::span<float> samples);
    void emitEvent(MixerEvent::Kind kind, std::shared_ptr<Pcm> pcm = {}, size_t done = 0);
    [[nodiscard]] bool isFadingOut() const { return m_order && m_fadeTo == 0 && m_fadeLeft > 0; }

    const AudioFormat m_format;
    std::atomic<MixerOrder*> m_mailbox = nullptr; // UI to audio; owned by whoever takes it out
    util::BlockingRing<std::unique_ptr<MixerOrder>> m_spent; // orders on their way back to be freed
    util::BlockingRing<MixerEvent> m_events;
    std::atomic<float> m_volume = 1;
    std::atomic<int> m_fadeFrames = 0;
    std::atomic<quint64> m_handed = 0;
    std::atomic<quint64> m_pulled = 0;
    std::atomic<quint64> m_silence = 0;
    std::atomic<bool> m_starved = false;

    // The audio thread's own.
    std::unique_ptr<MixerOrder> m_order; // waits for a fade to end
    std::shared_ptr<Pcm> m_current;
    std::shared_ptr<Pcm> m_next;
    quint64 m_start = 0;
    bool m_paused = false;
    bool m_isFilling = true; // waits for a cushion before the first sample and after running dry
    bool m_isAnnounced = false; // of m_current
    bool m_isEnded = true;
    float m_lastVolume = 1;
    float m_fade = 1; // the factor of the next frame
    float m_fadeTo = 1;
    int m_fadeLeft = 0; // frames
};

} // namespace playback
