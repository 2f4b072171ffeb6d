// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLoggingCategory>

namespace plex {
Q_DECLARE_LOGGING_CATEGORY(lcPlex)
} // namespace plex
