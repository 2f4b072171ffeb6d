// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/playback/audioformat.h"
#include "core/playback/bytesource.h"

#include <QString>
#include <memory>
#include <span>
#include <stop_token>

namespace playback {

/// Turns the bytes of one music file into samples.
///
/// What encoders add at the ends is cut off, so that an album's tracks join: MP3 by its gap
/// information, Opus by its pre-skip and last granule, AAC at the track's length. Samples of a file
/// that has the wanted rate and at most the wanted channels are not computed with, only widened to
/// float (exact up to 24 bits). All input is hostile: sizes are limited, nothing else is opened.
/// Thread: one at a time, blocking: a decoder's. Cost: 40–1700 times faster than it plays.
class LibavSource
{
public:
    /// What the file says of itself.
    struct Shape
    {
        int sampleRate = 0; ///< Hz
        int channels = 0;
        qint64 frames = 0; ///< length at sampleRate, to within a frame of the codec; 0 = unknown
        QString codec {};
        bool operator==(const Shape&) const = default;
    };

    /// Errors: InvalidInput (damaged or no music), Unsupported (no decoder for it), those of
    /// @p bytes, Cancelled.
    [[nodiscard]] static util::Result<std::unique_ptr<LibavSource>> open(
        std::unique_ptr<ByteSource> bytes, std::stop_token stop);
    ~LibavSource();
    Q_DISABLE_COPY_MOVE(LibavSource)

    [[nodiscard]] const Shape& shape() const;

    /// Makes the next read() begin at @p frame (of shape().sampleRate), in @p format.
    ///
    /// Exact to the sample for what isRemote() denies; else an MP3 may be off by one of its frames.
    /// Errors: as open().
    [[nodiscard]] util::Result<void> start(AudioFormat format, qint64 frame, std::stop_token stop);

    /// The next frames, interleaved in start()'s format; @p into holds at least one frame.
    ///
    /// @return how many frames, 0 at the end
    /// Errors: as open(); InvalidInput also for a file that ends well before its own length.
    [[nodiscard]] util::Result<qint64> read(std::span<float> into, std::stop_token stop);

private:
    struct Private;
    explicit LibavSource(std::unique_ptr<Private> p);
    std::unique_ptr<Private> m_p; // keeps libav's headers out of everybody else's files
};

} // namespace playback
