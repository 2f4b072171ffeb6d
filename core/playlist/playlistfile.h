// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/playlist/filerow.h"
#include "core/util/result.h"

#include <optional>

/// Playlist files: M3U, PLS, XSPF, CSV and JSON, from bytes to rows and back.
/// Not for: finding the rows in a library (importing.h), paths of other machines (filelocations.h).
/// Invariant: a file from somebody else is hostile until it is read: size, rows, text lengths and
/// depth are limited, and one damaged line never loses the others.
namespace playlist {

/// A larger file is refused.
inline constexpr qint64 kMostFileBytes = 64LL << 20;
/// A file with more rows is refused.
inline constexpr qsizetype kMostFileRows = 1'000'000;
/// A row with a longer text is left out.
inline constexpr qsizetype kLongestText = 8'192;

/// All formats in the order in which they are offered.
[[nodiscard]] QList<FileFormat> fileFormats();

/// The usual ending of a file of @p format, without a dot.
[[nodiscard]] QString endingOf(FileFormat format);

/// The format with this ending or name in any case, for example "m3u8"; nothing for others.
[[nodiscard]] std::optional<FileFormat> formatNamed(const QString& name);

/// The format of a file by the ending of its name; nothing if it says none.
[[nodiscard]] std::optional<FileFormat> formatOf(const QString& path);

/// Whether a file of that name is taken for a playlist: by its ending, "txt" among them.
[[nodiscard]] bool isPlaylistFile(const QString& path);

/// A name for a file with a list of that title: of its signs only those that every system allows,
/// no name that Windows keeps for itself, and not too long.
[[nodiscard]] QString fileNameFor(const QString& title, FileFormat format);

/// What @p bytes hold. Pure.
///
/// Texts are UTF-8, UTF-16 with a byte order mark, or, line by line, Windows-1252.
/// Errors: InvalidInput (not such a file, too many rows, entities in XML), Unsupported (written by
/// a newer version). Cost: 65,000 rows 60 ms (M3U) to 250 ms (JSON).
[[nodiscard]] util::Result<FileContent> parseFile(const QByteArray& bytes, FileFormat format);

/// Reads the file at @p path; its format is told by its first letters, else by its name. The title
/// is the file's name if the file has none. Thread: a pool's, it blocks.
/// Errors: those of parseFile(), NotFound, Storage; InvalidInput for one that is too large.
[[nodiscard]] util::Result<FileContent> readFile(const QString& path);

/// @p content as a file of @p format. Pure. Reading it gives the same rows, as far as the format
/// goes: keptBy() of each.
[[nodiscard]] QByteArray fileBytes(const FileContent& content, FileFormat format);

/// Writes @p content; the file that was there before stays whole until this one is.
/// Errors: Storage. Thread: a pool's, it blocks.
[[nodiscard]] util::Result<void> writeFile(
    const QString& path, const FileContent& content, FileFormat format);

/// What a file of @p format can tell of @p row: control characters are gone in any, M3U and PLS
/// have whole seconds, PLS has no album, and only XSPF, CSV and JSON have numbers and names of
/// Plex.
[[nodiscard]] FileRow keptBy(FileFormat format, const FileRow& row);

/// "server://…/library/metadata/12": how Plex names an item of a server; empty without a key.
[[nodiscard]] QString plexAddress(const FileRow& row);

} // namespace playlist
