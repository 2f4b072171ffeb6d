// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/util/clock.h"

#include <atomic>

namespace support {

/// A clock that stands still until a test moves it.
class FakeClock final : public util::Clock
{
public:
    [[nodiscard]] qint64 epochSeconds() const override { return m_epoch; }
    [[nodiscard]] std::chrono::milliseconds elapsed() const override
    {
        return std::chrono::milliseconds(m_elapsed);
    }
    void advance(std::chrono::milliseconds by)
    {
        m_elapsed += by.count();
        m_epoch += by.count() / 1000;
    }

private:
    std::atomic<qint64> m_epoch = 1'760'000'000;
    std::atomic<qint64> m_elapsed = 0;
};

} // namespace support
