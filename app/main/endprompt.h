// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/playback/queue.h"

#include <chrono>

namespace app {

/// When a track that plays is to be offered for a rating: once, in its last 20 s, if it has none.
///
/// Knows no player: it is told what is heard. Thread: UI.
class EndPrompt
{
public:
    static constexpr std::chrono::milliseconds kWindow { 20'000 };
    /// Later it would come and go.
    static constexpr std::chrono::milliseconds kTooLate { 2'000 };

    /// What is heard now.
    struct Heard
    {
        playback::QueueEntryId entry {}; ///< invalid: nothing
        std::chrono::milliseconds position { 0 };
        std::chrono::milliseconds duration { 0 }; ///< 0 = unknown
        bool isPlaying = false;
        bool isRated = false;
    };

    /// Whether this is the moment. Each entry of the queue has one such moment at most, and one
    /// more if it is heard again from its first half.
    [[nodiscard]] bool isDue(const Heard& heard);

private:
    playback::QueueEntryId m_asked; ///< about this one somebody was asked
};

} // namespace app
