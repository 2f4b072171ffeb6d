// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/playback/log.h"

namespace playback {
Q_LOGGING_CATEGORY(lcPlayback, "playback", QtInfoMsg)
} // namespace playback
