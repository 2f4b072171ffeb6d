// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/synth.h"

#include "core/demo/names.h"

#include <QtEndian>
#include <array>
#include <cmath>
#include <cstring>
#include <numbers>
#include <vector>

namespace demo::synth {

namespace {

constexpr quint32 kNote = kSampleRate / 4; // a quarter of a second
constexpr quint32 kChord = kNote * 8;
constexpr quint32 kFade = kSampleRate * 30 / 1000;
constexpr int kTableBits = 12;

/// One period of a sine, amplitude 32767.
const std::array<qint16, 1 << kTableBits>& sineTable()
{
    static const auto table = [] {
        std::array<qint16, 1 << kTableBits> values {};
        for (size_t i = 0; i < values.size(); ++i) {
            const double phase = 2 * std::numbers::pi * static_cast<double>(i)
                / static_cast<double>(values.size());
            values[i] = static_cast<qint16>(std::lround(32767 * std::sin(phase)));
        }
        return values;
    }();
    return table;
}

/// Steps of the phase per frame (2^32 = one period) for two octaves of a pentatonic scale on A2.
const std::array<quint32, 12>& scale()
{
    static const auto steps = [] {
        constexpr std::array<int, 12> semitones { 0, 3, 5, 7, 10, 12, 15, 17, 19, 22, 24, 27 };
        std::array<quint32, 12> values {};
        for (size_t i = 0; i < values.size(); ++i) {
            const double hertz = 110 * std::exp2(semitones[i] / 12.0);
            values[i] = static_cast<quint32>(std::lround(hertz * 4294967296.0 / kSampleRate));
        }
        return values;
    }();
    return steps;
}

/// -32767…32767 at @p frame of a tone that steps by @p step.
int tone(quint32 step, quint32 frame)
{
    return sineTable()[(step * frame) >> (32 - kTableBits)];
}

/// Loudness of a plucked note, 0…32767: up in 5 ms, then down to nothing at its end.
int envelope(quint32 age, quint32 length)
{
    constexpr quint32 attack = kSampleRate * 5 / 1000;
    const quint32 rest = length - age;
    const quint32 down = static_cast<quint32>((quint64 { rest } * rest / length) * 32767 / length);
    return static_cast<int>(age < attack ? down * age / attack : down);
}

struct Voices
{
    quint32 melody = 0;
    quint32 overtone = 0;
    quint32 low = 0;
    quint32 chordA = 0;
    quint32 chordB = 0;
    bool rests = false;
};

/// What sounds in the note with that number.
Voices voicesOf(quint64 seed, quint32 note)
{
    const quint64 bar = mix(seed ^ mix(note / 8 + 0x51ed));
    const quint64 hit = mix(seed ^ mix(note + 0xabcdef));
    const quint32 transpose = static_cast<quint32>(seed % 7); // another key for another tune
    const auto shifted = [transpose](quint32 step) { return step + step / 16 * transpose / 4; };
    Voices voices;
    voices.rests = hit % 5 == 0;
    voices.melody = shifted(scale()[4 + hit / 5 % 8]);
    voices.overtone = voices.melody * 2;
    voices.low = shifted(scale()[bar % 4] / 2);
    voices.chordA = shifted(scale()[2 + bar / 4 % 4]);
    voices.chordB = shifted(scale()[4 + bar / 16 % 4]);
    return voices;
}

} // namespace

void render(const Piece& piece, quint32 first, std::span<qint16> out)
{
    const auto frames = static_cast<quint32>(out.size() / kChannels);
    Voices voices;
    quint32 known = ~quint32 { 0 };
    for (quint32 i = 0; i < frames; ++i) {
        const quint32 frame = first + i;
        const quint32 at = piece.start + frame;
        const quint32 note = at / kNote;
        if (note != known) {
            voices = voicesOf(piece.seed, note);
            known = note;
        }
        const quint32 inChord = at % kChord;
        const int pad = envelope(inChord, kChord) / 4 + 2048;
        int left = tone(voices.low, at) / 6;
        int right = left;
        left += tone(voices.chordA, at) / 8 * pad / 8192;
        right += tone(voices.chordB, at) / 8 * pad / 8192;
        if (!voices.rests) {
            const int loud = envelope(at % kNote, kNote);
            const int sound = (tone(voices.melody, at) + tone(voices.overtone, at) / 3) / 4;
            left += sound * (loud / 8) / 4096;
            right += sound * (loud / 8) / 4096 * 3 / 4;
        }
        if (piece.fades) {
            const quint32 edge = std::min(frame, piece.frames - 1 - frame);
            if (edge < kFade) {
                left = left * static_cast<int>(edge) / static_cast<int>(kFade);
                right = right * static_cast<int>(edge) / static_cast<int>(kFade);
            }
        }
        out[size_t { i } * 2] = static_cast<qint16>(std::clamp(left, -32767, 32767));
        out[size_t { i } * 2 + 1] = static_cast<qint16>(std::clamp(right, -32767, 32767));
    }
}

QByteArray pcm(const Piece& piece)
{
    std::vector<qint16> samples(size_t { piece.frames } * kChannels);
    render(piece, 0, samples);
    return QByteArray(reinterpret_cast<const char*>(samples.data()),
        static_cast<qsizetype>(samples.size() * sizeof(qint16)));
}

WavSource::WavSource(Piece piece)
    : m_piece(piece)
    , m_header(kWavHeader, '\0')
{
    char* at = m_header.data();
    const auto put32 = [at](int offset, quint32 value) { qToLittleEndian(value, at + offset); };
    const auto put16 = [at](int offset, quint16 value) { qToLittleEndian(value, at + offset); };
    const quint32 bytes = 4 * piece.frames;
    std::memcpy(at, "RIFF", 4);
    put32(4, 36 + bytes);
    std::memcpy(at + 8, "WAVEfmt ", 8);
    put32(16, 16);
    put16(20, 1); // PCM
    put16(22, kChannels);
    put32(24, kSampleRate);
    put32(28, kSampleRate * 4);
    put16(32, 4);
    put16(34, 16);
    std::memcpy(at + 36, "data", 4);
    put32(40, bytes);
}

QByteArray WavSource::read(qint64 offset, qint64 count)
{
    const qint64 end = std::min(offset + count, size());
    if (offset < 0 || offset >= end) {
        return {};
    }
    QByteArray bytes;
    bytes.reserve(end - offset);
    if (offset < kWavHeader) {
        bytes += m_header.mid(offset, std::min<qint64>(end, kWavHeader) - offset);
    }
    const qint64 from = std::max<qint64>(offset, kWavHeader) - kWavHeader;
    const qint64 to = end - kWavHeader;
    if (from < to) {
        const auto firstFrame = static_cast<quint32>(from / 4);
        const auto endFrame = static_cast<quint32>((to + 3) / 4);
        std::vector<qint16> samples(size_t { endFrame - firstFrame } * 2);
        render(m_piece, firstFrame, samples);
        if constexpr (Q_BYTE_ORDER == Q_BIG_ENDIAN) {
            for (qint16& sample : samples) {
                sample = qToLittleEndian(sample);
            }
        }
        bytes.append(
            reinterpret_cast<const char*>(samples.data()) + (from - qint64 { 4 } * firstFrame),
            to - from);
    }
    return bytes;
}

} // namespace demo::synth
