// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/playback/audiooutput.h"
#include "core/playback/nullbackend.h"
#include "core/playback/player.h"
#include "core/playback/qtaudiobackend.h"

namespace app {

/// A player beside the one with the queue, with a way to the sound device of its own, for parts of
/// tracks that somebody listens to. Nobody reports what it plays. Thread: UI; it has an audio
/// thread of its own, so it is made when it is needed.
struct Clips
{
    explicit Clips(playback::Player::OpenSource open)
        : player(output, std::move(open))
    {
    }

    playback::QtAudioBackend device;
    playback::NullBackend silence;
    playback::AudioOutput output { device, silence };
    playback::Player player;
};

} // namespace app
