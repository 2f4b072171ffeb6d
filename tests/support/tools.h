// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStandardPaths>
#include <QTest>

namespace support {

/// Whether a tool that is missing fails its tests: PLEXM8_REQUIRE_TOOLS=1. packaging/check sets it,
/// having installed them all; without it such tests are skipped.
[[nodiscard]] inline bool areToolsRequired()
{
    return qEnvironmentVariableIntValue("PLEXM8_REQUIRE_TOOLS") != 0;
}

[[nodiscard]] inline bool hasTool(const char* name)
{
    return !QStandardPaths::findExecutable(QString::fromLatin1(name)).isEmpty();
}

} // namespace support

/// Ends the test function with @p reason: skipped, or failed where tools are required.
#define SKIP_WITHOUT_TOOL(reason)                                                                  \
    do {                                                                                           \
        if (support::areToolsRequired()) {                                                         \
            QFAIL(reason);                                                                         \
        }                                                                                          \
        QSKIP(reason);                                                                             \
    } while (false)

/// Goes on only if the program @p name (a literal) can be started.
#define NEEDS_TOOL(name)                                                                           \
    do {                                                                                           \
        if (!support::hasTool(name)) {                                                             \
            SKIP_WITHOUT_TOOL(name " is not installed");                                           \
        }                                                                                          \
    } while (false)
