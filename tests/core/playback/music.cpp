// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/playback/music.h"

#include <QProcess>
#include <cmath>
#include <cstring>
#include <numbers>

using namespace Qt::StringLiterals;

namespace music {

Samples sweep(int rate, qint64 frames)
{
    Samples samples;
    samples.reserve(static_cast<size_t>(frames) * 2);
    for (qint64 i = 0; i < frames; ++i) {
        const double t = static_cast<double>(i) / rate;
        for (const double start : { 180.0, 310.0 }) {
            const double value = 0.4 * std::sin(2 * std::numbers::pi * (start + 40 * t) * t);
            samples.push_back(static_cast<float>(std::round(value * 32767) / 32768));
        }
    }
    return samples;
}

QByteArray ffmpeg(const QStringList& arguments, const QByteArray& input)
{
    QProcess process;
    process.start(u"ffmpeg"_s, QStringList { u"-v"_s, u"error"_s, u"-y"_s } + arguments);
    if (!process.waitForStarted()) {
        return {};
    }
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(60'000) || process.exitCode() != 0) {
        return {};
    }
    return process.readAllStandardOutput();
}

bool encode(
    const QString& path, std::span<const float> samples, int rate, const QStringList& options)
{
    const QByteArray raw(reinterpret_cast<const char*>(samples.data()),
        static_cast<qsizetype>(samples.size_bytes()));
    QStringList arguments { u"-f"_s, u"f32le"_s, u"-ar"_s, QString::number(rate), u"-ac"_s, u"2"_s,
        u"-i"_s, u"pipe:0"_s };
    if (path.endsWith(u".flac"_s)) {
        arguments << u"-sample_fmt"_s << u"s16"_s;
    } else if (path.endsWith(u".opus"_s)) {
        arguments << u"-c:a"_s << u"libopus"_s;
    } else if (path.endsWith(u".m4a"_s)) {
        arguments << u"-aac_pns"_s << u"0"_s; // its noise would be different after each seek
    } else if (path.endsWith(u".ogg"_s)) {
        arguments << u"-c:a"_s << u"libvorbis"_s;
    }
    (void)ffmpeg(arguments + options + QStringList { path }, raw);
    return QFile(path).size() > 0;
}

Samples decode(const QString& path)
{
    const QByteArray raw = ffmpeg({ u"-i"_s, path, u"-f"_s, u"f32le"_s, u"pipe:1"_s });
    Samples samples(static_cast<size_t>(raw.size()) / sizeof(float));
    std::memcpy(samples.data(), raw.constData(), samples.size() * sizeof(float));
    return samples;
}

qint64 firstDifference(std::span<const float> got, std::span<const float> expected)
{
    const size_t common = std::min(got.size(), expected.size());
    for (size_t i = 0; i < common; ++i) {
        if (got[i] != expected[i]) {
            return static_cast<qint64>(i);
        }
    }
    return got.size() == expected.size() ? -1 : static_cast<qint64>(common);
}

} // namespace music
