// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/catalogue.h"

#include <QStringList>

namespace demo {

/// What one music file says about itself. Empty or 0 = it does not.
struct FileTags
{
    QString title {};
    QString artist {};
    QString albumArtist {};
    QString album {};
    QString titleSort {};
    QString artistSort {};
    QString label {};
    QString date {};
    QString mbid {};
    QStringList genres {};
    QStringList moods {};
    QStringList styles {};
    QString releaseType {};
    int index = 0;
    int disc = 0;
    int year = 0;
    bool isCompilation = false;
    std::optional<double> rating {}; ///< 0…10
    int playCount = 0;
    std::optional<double> trackGain {}; ///< dB
    std::optional<double> albumGain {};
    std::optional<double> trackPeak {};
    qint64 duration = 0; ///< ms
    AudioFile file {}; ///< path, codec and size; the path is absolute
};

/// Reads the tags of FLAC, MP3, M4A, Ogg Vorbis, Opus and WAV files with TagLib.
///
/// @return nothing if TagLib does not know the file as music. Cost: about 1 ms a file.
[[nodiscard]] std::optional<FileTags> readTags(const QString& path);

/// The picture embedded in the file, else cover.jpg, folder.jpg, front.jpg (or .png) beside it,
/// else a null image.
[[nodiscard]] QImage readCover(const QString& path);

/// Whether the name ends like a music file that readTags() can read.
[[nodiscard]] bool isMusicFile(const QString& path);

/// 0…10 of the byte that ID3's popularimeter frame holds (0 = not rated).
/// Source: the steps that Windows Media Player and MediaMonkey write.
[[nodiscard]] std::optional<double> ratingOfByte(int byte);

} // namespace demo
