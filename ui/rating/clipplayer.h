// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/playback/player.h"

#include <QObject>

namespace ui {

/// Plays a part of a track from its midst, beside the player of the program: that one is paused
/// meanwhile, keeps its queue, and goes on. What is heard here is reported to nobody.
class ClipPlayer final : public QObject
{
    Q_OBJECT

public:
    static constexpr double kStart = 0.3; ///< of the track
    static constexpr std::chrono::milliseconds kLength { 20'000 };

    /// Makes the player that clips are heard with; asked for when the first one is.
    using MakePlayer = std::function<playback::Player&()>;
    /// @param main  outlives this
    ClipPlayer(playback::Player& main, MakePlayer clips, QObject* parent = nullptr);
    ~ClipPlayer() override;

    void play(const playback::QueueEntry& track);
    /// What it interrupted goes on.
    void stop();
    [[nodiscard]] bool isPlaying() const { return m_isPlaying; }
    /// Where in a track of this length a clip begins.
    [[nodiscard]] static std::chrono::milliseconds startIn(std::chrono::milliseconds duration);

Q_SIGNALS:
    /// 0…1 of the clip.
    void progressed(double part);
    void playingChanged(bool isPlaying);
    /// It was heard to its end.
    void finished();
    void failed(const util::Error& error);

private:
    void connectClips();
    void follow(std::chrono::milliseconds position);
    void end();
    void setPlaying(bool isPlaying);

    playback::Player& m_main;
    MakePlayer m_make;
    playback::Player* m_clips = nullptr;
    std::chrono::milliseconds m_start { 0 };
    bool m_isPlaying = false;
    bool m_hasPaused = false; ///< the main player was playing
};

} // namespace ui
