// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/playback/queue.h"
#include "core/util/result.h"

#include <QElapsedTimer>
#include <QObject>
#include <QSet>
#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <utility>

namespace playback {

class AudioBackend;
class ByteSource;
class Engine;
struct EngineTrack;

/// Which loudness gain of the server is applied.
enum class GainMode
{
    Off,
    Track,
    Album
};

/// Plays the queue: the object that the window, the tray and the media keys talk to.
///
/// The next track is opened before the current one ends and follows without a gap. A track that
/// cannot be played is skipped after errorOccurred(); a connection that fails stops the player,
/// and resume() tries again at the same place.
/// Thread: UI. Cost: paused or stopped it has no timer running and the sound device is suspended.
class Player final : public QObject
{
    Q_OBJECT
public:
    enum class State
    {
        Stopped,
        Loading, ///< wants to play, waits for data
        Playing,
        Paused
    };
    Q_ENUM(State)

    /// Where a track's bytes come from. Called in the UI thread; must not block.
    using OpenSource = std::function<util::Result<std::unique_ptr<ByteSource>>(const QueueEntry&)>;

    /// @param backend must outlive the player
    Player(AudioBackend& backend, OpenSource open, QObject* parent = nullptr);
    ~Player() override;

    /// What it does or wants to do; stateChanged() follows it.
    [[nodiscard]] State state() const { return m_state; }
    /// What is played, in the order of playing; queueChanged() follows it.
    [[nodiscard]] const Queue& queue() const { return m_queue; }
    /// The track that is heard, or would be after resume(); nullptr with an empty queue.
    [[nodiscard]] const QueueEntry* current() const { return m_queue.current(); }
    /// What is heard, counted from the track's start; it does not run ahead by the sink's buffer.
    [[nodiscard]] std::chrono::milliseconds position() const;
    /// As the file says once it is open, before that as the server says; 0 = unknown.
    [[nodiscard]] std::chrono::milliseconds duration() const;

    /// Replaces the queue and plays from @p startIndex. An empty list stops.
    void play(QList<QueueEntry> entries, int startIndex = 0);
    /// Plays another row of the queue.
    void playAt(int index);
    /// Goes on from a pause; from a stop plays the current track from its start.
    void resume();
    /// Holds where it is, after the fade; does nothing unless something plays or is loading.
    void pause();
    /// pause() if something plays or is loading, otherwise resume().
    void toggle();
    /// Stops and closes the track; the queue stays.
    void stop();
    /// Plays the track that follows, also with Repeat::One; behind the last one stops.
    void next();
    /// Back to the start of the track after its first 3 s, otherwise to the track before.
    void previous();
    /// Clamped to the track.
    void seek(std::chrono::milliseconds position);

    /// Behind the last track of the queue; nothing starts to play by it.
    void append(QList<QueueEntry> entries);
    /// Right behind the current track.
    void playNext(QList<QueueEntry> entries);
    /// In front of row @p before, as Queue::insert(); what plays goes on.
    void insert(int before, QList<QueueEntry> entries);
    /// Removing the current track plays the one that follows it.
    void removeRows(QList<int> rows);
    /// Moves the rows, in any order, in front of row @p before, as Queue::move(); what plays goes
    /// on.
    void moveRows(QList<int> rows, int before);
    /// Stops and forgets all tracks.
    void clearQueue();
    /// Mixes the tracks behind the current one, or puts all back into their former order.
    void setShuffled(bool shuffled);
    /// What follows the last track, or this one. Takes effect at the next end of a track.
    void setRepeat(Repeat repeat);

    /// Position of a volume slider, 0…1; loudness follows its cube. 1 leaves samples untouched.
    void setVolume(double volume);
    /// 0…1, also while muted.
    [[nodiscard]] double volume() const { return m_volume; }
    /// Silence without forgetting the volume.
    void setMuted(bool muted);
    /// As setMuted() said last; false at first.
    [[nodiscard]] bool isMuted() const { return m_muted; }
    /// Off leaves samples untouched. Takes effect with the next track that is opened.
    void setGainMode(GainMode mode);
    /// As setGainMode() said last; off at first.
    [[nodiscard]] GainMode gainMode() const { return m_gainMode; }
    /// Length of the fade on pause, stop and seek; 8 ms at first, 0 = none.
    void setFade(std::chrono::milliseconds fade);

Q_SIGNALS:
    /// state() is another now.
    void stateChanged(playback::Player::State state);
    /// At most four times a second while playing, and once after a seek.
    void positionChanged(std::chrono::milliseconds position);
    /// duration() is known better, or another track is heard.
    void durationChanged(std::chrono::milliseconds duration);
    /// Another track is heard (or would be); also when the same one starts again by Repeat::One.
    void trackChanged();
    /// Contents, order, current row, shuffle or repeat of queue().
    void queueChanged();
    /// After setVolume() and setMuted(), also if nothing is other than before.
    void volumeChanged(double volume, bool muted);
    /// @p entry is the track it concerns, with an invalid id if none.
    void errorOccurred(const util::Error& error, const playback::QueueEntry& entry);

private:
    void setState(State state);
    void start(int index, std::chrono::milliseconds position = std::chrono::milliseconds(0));
    void finish(std::chrono::milliseconds resumeAt);
    void prepareNext();
    void tick();
    void emitPosition();
    void afterQueueChange(QueueEntryId before);
    void onHeard(QueueEntryId id, bool joined);
    void onEnded();
    void onFailed(QueueEntryId id, const util::Error& error);
    void applyVolume();
    [[nodiscard]] std::optional<int> following() const;
    [[nodiscard]] EngineTrack trackOf(const QueueEntry& entry) const;

    OpenSource m_open;
    std::unique_ptr<Engine> m_engine;
    Queue m_queue;
    QSet<QueueEntryId> m_failed; // not tried again by themselves
    int m_failuresInARow = 0;
    bool m_isConnectionLost = false; // nothing is opened until somebody asks for it
    // The next track could not be prepared for that reason; not tried before the current one ends.
    std::optional<std::pair<QueueEntryId, util::Error>> m_postponed;
    std::chrono::milliseconds m_lastPosition { 0 }; // of what plays, as last seen
    QElapsedTimer m_sincePosition;
    State m_state = State::Stopped;
    std::chrono::milliseconds m_resumeAt { 0 }; // where resume() begins while stopped
    double m_volume = 1;
    bool m_muted = false;
    GainMode m_gainMode = GainMode::Off;
};

} // namespace playback
