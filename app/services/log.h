// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLoggingCategory>

namespace app {
Q_DECLARE_LOGGING_CATEGORY(lcApp)
} // namespace app
