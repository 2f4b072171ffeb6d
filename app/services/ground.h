// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services/paths.h"
#include "core/util/result.h"

#include <QStringList>

namespace app {

/// What a run stands on: folders that can be written to, settings that can be read.
struct Ground
{
    Paths paths {};
    QStringList troubles {}; ///< whole sentences for people: what is not as it should be
};

/// Makes the folders of @p wanted and looks at the settings before they are opened.
///
/// @param spare  a folder for this run only, which takes the place of each of those that cannot be
///     made or written to; empty: then it is an error
/// Errors: Storage with a sentence that names the folder. Cost: reads the settings once.
[[nodiscard]] util::Result<Ground> prepareGround(const Paths& wanted, const QString& spare);

} // namespace app
