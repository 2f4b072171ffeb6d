// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace playback {

/// Interleaved 32-bit float, full scale ±1. One frame is one sample of every channel.
struct AudioFormat
{
    int sampleRate = 44100; ///< Hz
    int channels = 2;
    bool operator==(const AudioFormat&) const = default;
};

} // namespace playback
