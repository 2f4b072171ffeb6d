// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>
#include <chrono>

namespace util {

/// Where time comes from, so that tests can set it.
class Clock
{
public:
    Clock() = default;
    virtual ~Clock() = default;
    Q_DISABLE_COPY_MOVE(Clock)

    /// UTC, seconds since 1970. Thread: any.
    [[nodiscard]] virtual qint64 epochSeconds() const = 0;
    /// Never goes back; only differences mean something. Thread: any.
    [[nodiscard]] virtual std::chrono::milliseconds elapsed() const = 0;
};

/// The system's clocks.
class SystemClock final : public Clock
{
public:
    [[nodiscard]] qint64 epochSeconds() const override;
    [[nodiscard]] std::chrono::milliseconds elapsed() const override;
};

} // namespace util
