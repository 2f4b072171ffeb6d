// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QString>
#include <optional>

/// The daily copies of the user's file as files: their names, and what makes them last.
/// Thread of all functions: any.
namespace app::copies {

inline constexpr QLatin1StringView kPrefix { "user-" };
inline constexpr QLatin1StringView kEnding { ".db" }; ///< of a copy that is whole

/// A time as it stands in a name, 20260131T184500Z.
[[nodiscard]] QString stampOf(qint64 epochSeconds);
/// The time in the name of a copy; nothing for files that are none of ours.
[[nodiscard]] std::optional<qint64> timeOf(const QString& name, QLatin1StringView ending = kEnding);
/// Names of the whole copies, the oldest first.
[[nodiscard]] QStringList namesIn(const QDir& folder);

/// Waits until what was written to a file is on the disk.
[[nodiscard]] bool syncFile(const QString& path);
/// Makes a new name in the folder last. Systems other than Unix do so by themselves.
[[nodiscard]] bool syncFolder(const QString& path);

} // namespace app::copies
