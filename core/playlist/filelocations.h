// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/match/paths.h"
#include "core/playlist/filerow.h"

#include <QStringList>

namespace playlist {

/// The paths that a row's locations may mean, in plain form, the likeliest first: relative ones
/// from @p folder, those of URLs decoded, and what has %20 in its name read either way. No path of
/// a stream.
[[nodiscard]] QStringList pathsOf(const FileRow& row, const QString& folder);

/// How paths are written to a file.
enum class PathStyle
{
    Absolute, ///< as this computer sees the file
    Relative, ///< the same, from the folder of the playlist file
    Server ///< as the server has it
};

/// The style with this name, "absolute", "relative" or "server"; nothing for others.
[[nodiscard]] std::optional<PathStyle> pathStyleNamed(const QString& name);

/// A path of the server as it is written to a file in @p folder.
/// @param rules  where the server's folders are on this computer; without one they are the same
[[nodiscard]] QString locationOf(const QString& serverPath, PathStyle style,
    std::span<const match::PathRule> rules, const QString& folder);

/// The folder that all files of @p rows lie under, for a person to say where it is here; empty if
/// there is none.
[[nodiscard]] QString commonFolder(const std::vector<FileRow>& rows);

} // namespace playlist
