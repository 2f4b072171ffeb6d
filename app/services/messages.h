// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/util/logbuffer.h"

#include <QString>

namespace app {

/// Sends every log line to stderr with whatever looks like a token or a secret in a URL taken out:
/// the second line of defence behind not logging them.
void installMessageHandler();

/// The latest log lines from its making to its end, cleaned like those on stderr. One at a time,
/// and no thread of ours outlives it.
class KeptLog
{
public:
    KeptLog();
    ~KeptLog();
    Q_DISABLE_COPY_MOVE(KeptLog)

    [[nodiscard]] util::LogBuffer& lines() { return m_lines; }

private:
    util::LogBuffer m_lines;
};

/// Which lines are logged: @p rules as QLoggingCategory takes them, then those of PLEXM8_LOG
/// (separated by ";"), which win.
void setLogRules(const QString& rules = {});

} // namespace app
