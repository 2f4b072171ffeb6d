// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/playlist/filerow.h"
#include "core/util/result.h"

#include <stop_token>

/// Music on this computer, as rows of a list that was never written.
/// Not for: reading tags; the library knows those of its own files.
namespace playlist {

/// Whether a file of that name is music, by its ending.
[[nodiscard]] bool isSoundFile(const QString& path);

/// The music among @p paths, which name files and folders, in their order; a folder stands for
/// everything below it, by name as people sort ("2" before "10"). Links to folders are not
/// followed. The title is the folder's name if there is only one.
///
/// Errors: InvalidInput (no music there, more than kMostFileRows), Cancelled.
/// Thread: a pool's, it blocks.
[[nodiscard]] util::Result<FileContent> listSoundFiles(
    const QStringList& paths, const std::stop_token& stop);

/// What the name of a file and of the folders around it tell of a track, as most people file their
/// music: "Artist/Album/02 - Title.flac", "Artist - Title.mp3". It may be wrong.
/// @param path  in plain form, with "/"
[[nodiscard]] FileRow guessedFrom(const QString& path);

} // namespace playlist
