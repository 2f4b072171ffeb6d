// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/library/library.h"
#include "core/playlist/drafts.h"
#include "core/playlist/filelocations.h"
#include "core/playlist/playlistfile.h"

#include <QThreadPool>

namespace playlist {

/// How a playlist is written to a file.
struct ExportOptions
{
    FileFormat format = FileFormat::M3u8;
    PathStyle paths = PathStyle::Absolute;
    std::vector<match::PathRule> folders {}; ///< where the server's folders are on this computer
};

/// What was written.
struct ExportSummary
{
    qsizetype rows = 0;
    qsizetype withoutFile = 0; ///< of those: the server does not tell where they lie
    bool operator==(const ExportSummary&) const = default;
};

/// The entries of a playlist of the open cache as rows of a file, in its order, with the paths of
/// the server; entries that are missing in the library, too. The key is that of @p server.
///
/// Thread: a reader. Errors: Database, NotFound, Cancelled. Cost: 65,000 entries 0.3 s.
/// Source: tables playlist, playlist_entry, item (migration library/0001).
[[nodiscard]] util::Result<FileContent> readPlaylist(db::Connection& connection,
    types::PlaylistId id, const types::ServerId& server, const std::stop_token& stop);

/// The same from the open library. Thread: UI. Errors: as above, Storage.
[[nodiscard]] util::Future<FileContent> playlistContent(
    const library::Library& library, types::PlaylistId id, std::stop_token stop = {});

/// The same for what would be put into a playlist: tracks, and what stands for them.
/// Thread: UI. Errors: NotFound (nothing of it is there), Database, Storage, Cancelled.
[[nodiscard]] util::Future<FileContent> sourceContent(const library::Library& library,
    const Source& source, const QString& title, std::stop_token stop = {});

/// @p content with its paths as @p options has them, for a file in @p folder.
[[nodiscard]] FileContent withLocations(
    FileContent content, const ExportOptions& options, const QString& folder);

/// Writes @p content to @p path in the pool. Errors: Storage.
[[nodiscard]] util::Future<ExportSummary> exportTo(
    QThreadPool& pool, FileContent content, const QString& path, ExportOptions options);

} // namespace playlist
