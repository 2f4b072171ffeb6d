// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/util/result.h"

namespace db {

class Connection;

/// Brings the file to the newest version: runs each NNNN_what.sql of @p folder above the file's
/// user_version, one transaction each, the version last.
///
/// Errors: Unsupported if the file is newer than the folder (nothing is changed), Database.
util::Result<void> migrate(Connection& connection, const QString& folder);

} // namespace db
