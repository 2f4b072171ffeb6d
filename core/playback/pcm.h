// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/playback/audioformat.h"
#include "core/playback/queue.h"
#include "core/util/blockingring.h"

#include <chrono>

namespace playback {

/// One track's samples on their way from its decoder to the mixer, from one start to its end or to
/// a stop. A seek makes a new one.
///
/// Shared by its decoder's thread (writes), the mixer in the audio thread (reads) and the engine in
/// the UI thread, whichever lets go last; the mixer hands its share back instead of letting go.
struct Pcm
{
    /// How much is decoded ahead.
    static constexpr std::chrono::seconds kAhead { 3 };

    Pcm(AudioFormat format_, QueueEntryId entry_, std::chrono::milliseconds startsAt_, float gain_)
        : format(format_)
        , entry(entry_)
        , startsAt(startsAt_)
        , gain(gain_)
        , ring(static_cast<size_t>(kAhead.count() * format_.sampleRate * format_.channels))
    {
    }

    const AudioFormat format;
    const QueueEntryId entry;
    const std::chrono::milliseconds startsAt; ///< where in the track the first sample lies
    const float gain; ///< linear; exactly 1 leaves samples untouched
    util::BlockingRing<float> ring; ///< interleaved
    bool isUsed = false; ///< has been current; only the mixer looks
};

} // namespace playback
