// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/bytesource.h"

#include <span>

/// Music made from a number: any sample can be computed without the ones before it, so that a
/// Range request needs no stored file. Integer arithmetic only: the same bytes on every machine.
namespace demo::synth {

constexpr int kSampleRate = 44100;
constexpr int kChannels = 2;
constexpr int kWavHeader = 44; ///< bytes before the samples

/// A stretch of an endless invented tune.
struct Piece
{
    quint64 seed = 0; ///< which tune
    quint32 start = 0; ///< its first frame within the tune
    quint32 frames = 0;
    bool fades = true; ///< 30 ms in and out; false where the next piece continues the tune

    bool operator==(const Piece&) const = default;
};

/// Writes frames [first, first + out.size() / 2) of the piece, left and right alternating.
void render(const Piece& piece, quint32 first, std::span<qint16> out);

/// The whole piece, interleaved: the truth that a player's output is compared with.
[[nodiscard]] QByteArray pcm(const Piece& piece);

/// Size of the piece as a WAV file.
[[nodiscard]] constexpr qint64 wavSize(const Piece& piece)
{
    return kWavHeader + qint64 { 4 } * piece.frames;
}

/// The piece as a WAV file (16 bit, stereo, 44.1 kHz), made as it is read.
class WavSource final : public ByteSource
{
public:
    explicit WavSource(Piece piece);
    [[nodiscard]] qint64 size() const override { return wavSize(m_piece); }
    [[nodiscard]] QByteArray read(qint64 offset, qint64 count) override;

private:
    Piece m_piece;
    QByteArray m_header;
};

} // namespace demo::synth
