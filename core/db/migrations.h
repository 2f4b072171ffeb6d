// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/util/result.h"

namespace db {

class Connection;

/// The version of the file's tables; 0 if it has none.
///
/// @param folder  of the scripts NNNN_what.sql that this program has
/// Errors: Unsupported if the file is newer than the scripts, Database.
[[nodiscard]] util::Result<qint64> versionOf(Connection& connection, const QString& folder);

/// Brings the file to the newest version: runs each NNNN_what.sql of @p folder above the file's
/// user_version, one transaction each, the version last.
///
/// Errors: Unsupported if the file is newer than the folder (nothing is changed), Database.
util::Result<void> migrate(Connection& connection, const QString& folder);

} // namespace db
