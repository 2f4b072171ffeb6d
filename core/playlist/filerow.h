// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/types/ids.h"

#include <QList>
#include <QStringList>
#include <chrono>
#include <vector>

/// Rows of playlist files, as another program or this one wrote them: nothing here is known to be
/// in the library yet.
namespace playlist {

/// The formats that are read and written.
enum class FileFormat
{
    M3u, ///< in the code page of old players if it can hold the texts, else UTF-8
    M3u8,
    Pls,
    Xspf,
    Csv,
    Json
};

/// One entry of a playlist file. What the file does not tell is empty or 0.
struct FileRow
{
    QString location {}; ///< path or URL as it is written there, relative ones too
    QStringList otherLocations {}; ///< where else the same may be found; XSPF and JSON only
    QString title {};
    QString artist {};
    QString albumArtist {};
    QString album {};
    std::chrono::milliseconds duration { 0 };
    int disc = 0;
    int number = 0;
    QString guid {}; ///< as Plex has it
    types::RatingKey key {}; ///< means something at @ref server only
    types::ServerId server {};
    bool operator==(const FileRow&) const = default;
};

/// A line that could not be read.
struct LeftOut
{
    int line = 0; ///< from 1
    QString reason {}; ///< a sentence for people
    bool operator==(const LeftOut&) const = default;
};

/// What a playlist file holds.
struct FileContent
{
    QString title {}; ///< empty if the format or the file has none
    std::vector<FileRow> rows {};
    QList<LeftOut> leftOut {}; ///< the first kMostLeftOut of them …
    qsizetype leftOutCount = 0; ///< … of so many
    bool operator==(const FileContent&) const = default;
};

/// So many lines that could not be read are named one by one.
inline constexpr qsizetype kMostLeftOut = 1'000;

} // namespace playlist
