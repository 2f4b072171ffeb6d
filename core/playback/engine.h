// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/playback/decoder.h"
#include "core/playback/mixer.h"

#include <QObject>
#include <QTimer>
#include <chrono>
#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace playback {

class AudioBackend;

/// A track for the engine: who it is, where its bytes come from, how loud it is.
struct EngineTrack
{
    using Open = std::function<util::Result<std::unique_ptr<ByteSource>>()>;
    QueueEntryId id {};
    Open open;
    float gain = 1;
};

/// Plays one track and prepares the one that follows; knows no queue.
///
/// Owns the decoders (never more than three at work) and, together with the backend, the mixer. The
/// output takes the rate of the track that begins it; tracks that follow are converted to it.
/// Thread: UI. Its one timer runs only while something is pulled.
class Engine final : public QObject
{
    Q_OBJECT
public:
    explicit Engine(AudioBackend& backend, QObject* parent = nullptr);
    ~Engine() override;

    /// Replaces what plays and what was prepared.
    void begin(EngineTrack track, std::chrono::milliseconds position, bool paused);
    /// What follows the current track without a gap; no value takes it back.
    void prepare(std::optional<EngineTrack> track);
    [[nodiscard]] std::optional<QueueEntryId> prepared() const;
    void setPaused(bool paused);
    /// In the current track; clamped by the file's end.
    void seek(std::chrono::milliseconds position);
    /// Closes everything, the device too.
    void stop();
    void setVolume(float volume);
    void setFade(std::chrono::milliseconds fade);

    /// What is heard. Thread: UI. Cost: none.
    [[nodiscard]] std::chrono::milliseconds position() const;
    /// Of the current track as its file says; 0 = not known (yet).
    [[nodiscard]] std::chrono::milliseconds duration() const;
    /// Whether the current track waits for data.
    [[nodiscard]] bool isLoading() const;

Q_SIGNALS:
    /// The first sample of @p id is heard. @p joined: it followed the track before by itself.
    void heard(playback::QueueEntryId id, bool joined);
    /// The file of @p id is open and its length known.
    void opened(playback::QueueEntryId id);
    /// The current track is over, or could not begin, and nothing was ready to follow.
    void ended();
    /// Of the current or the prepared track. ended() follows when the current one is out of
    /// samples.
    void failed(playback::QueueEntryId id, const util::Error& error);
    /// About ten times a second while something is pulled.
    void ticked();

private:
    /// A decoder may be done with in the middle of its own signal. The parent joins what is left.
    struct DeleteLater
    {
        void operator()(Decoder* decoder) const { decoder->deleteLater(); }
    };
    using DecoderPtr = std::unique_ptr<Decoder, DeleteLater>;
    struct Slot
    {
        EngineTrack track;
        std::chrono::milliseconds startAt { 0 };
        DecoderPtr decoder {};
        std::shared_ptr<Pcm> pcm {}; // shared as Pcm says
        bool isHeard = false;
    };
    enum class Output
    {
        None,
        Starting,
        Pulling,
        Suspended
    };

    void openSlots();
    void openSlot(Slot& slot);
    Slot* slotOf(const Decoder* decoder);
    void onOpened(Decoder* decoder, const std::optional<util::Error>& error);
    void onDecoded(Decoder* decoder, const std::optional<util::Error>& error);
    void fail(Slot& slot, const util::Error& error);
    void startOutput(AudioFormat format);
    void startDecoding(Slot& slot);
    void retire(std::optional<Slot>& slot);
    void sendOrder();
    void wake();
    void closeOutput();
    void poll();
    void onEvent(const MixerEvent& event);
    void announce();
    [[nodiscard]] quint64 heardMusic() const;
    [[nodiscard]] bool isHeardUntil(quint64 pulledAt) const;

    AudioBackend& m_backend;
    std::shared_ptr<Mixer> m_mixer; // shared with the backend's thread, see AudioBackend::start()
    Output m_output = Output::None;
    quint64 m_outputRun = 0; // answers of the backend to an older run are ignored
    std::optional<Slot> m_current;
    std::optional<Slot> m_next;
    std::vector<DecoderPtr> m_retired; // stopped, not yet ended
    std::deque<MixerEvent> m_starts; // handed out, perhaps not heard yet
    std::optional<quint64> m_endsAt; // Mixer::pulled() where the music is over
    quint64 m_start = 0;
    quint64 m_heardFrom = 0; // handed() where the current track began
    bool m_paused = false;
    float m_volume = 1;
    std::chrono::milliseconds m_fade { 8 };
    QTimer m_poll { this };
};

} // namespace playback
