// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLoggingCategory>

namespace account {
Q_DECLARE_LOGGING_CATEGORY(lcAccount)
} // namespace account
