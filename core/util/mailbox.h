// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <mutex>
#include <optional>
#include <stop_token>

namespace util {

/// One value, handed by one thread to another that waits for it.
///
/// Thread: put() and take() from any. Only what house rules let block may call take().
template <class T>
class Mailbox
{
public:
    /// Puts the value and wakes who waits; later calls are ignored.
    void put(T value)
    {
        const std::lock_guard lock(m_mutex);
        if (!m_isPut) {
            m_isPut = true;
            m_value.emplace(std::move(value));
            m_ready.notify_all();
        }
    }

    /// Waits for the value; nothing if @p stop was requested first.
    [[nodiscard]] std::optional<T> take(const std::stop_token& stop)
    {
        std::unique_lock lock(m_mutex);
        if (!m_ready.wait(lock, stop, [this] { return m_value.has_value(); })) {
            return std::nullopt;
        }
        return std::exchange(m_value, std::nullopt);
    }

private:
    std::mutex m_mutex;
    std::condition_variable_any m_ready;
    std::optional<T> m_value;
    bool m_isPut = false;
};

} // namespace util
