// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/util/result.h"

#include <QString>
#include <optional>

namespace settings {

/// Which version of the settings this program writes. A later one may mean something else by the
/// same words: it gets a number of its own when that happens.
inline constexpr int kFormat = 1;

/// A file of settings that was put out of the way.
struct SetAside
{
    enum class Fault
    {
        Damaged,
        Newer ///< written by a later version of the program
    };
    Fault fault = Fault::Damaged;
    QString keptAs {}; ///< its path now
    bool operator==(const SetAside&) const = default;
};

/// What keeps @p content from being used as settings; nothing for an empty file.
/// Thread: any. Cost: looks at each byte once.
[[nodiscard]] std::optional<SetAside::Fault> faultIn(const QByteArray& content);

/// Looks at the file of a Settings before it is opened: one that cannot be used is renamed, so that
/// nothing of it is overwritten, and the program starts as if there were none.
///
/// @return what was put out of the way; nothing if the file is good or there is none
/// Errors: Storage, if it cannot be read or renamed.
/// Thread: any. Cost: reads the file.
[[nodiscard]] util::Result<std::optional<SetAside>> setAsideIfUnusable(const QString& iniFile);

/// Where keepCopy() keeps a copy of the settings in @p iniFile.
[[nodiscard]] QString keptCopy(const QString& iniFile);

/// Keeps a copy of the settings as they are, in place of the copy that was kept before: they are
/// about to be replaced. A file that is not there is kept as an empty one.
///
/// Errors: Storage. Thread: any. Cost: copies the file.
[[nodiscard]] util::Result<void> keepCopy(const QString& iniFile);

} // namespace settings
