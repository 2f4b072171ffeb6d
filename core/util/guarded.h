// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <mutex>
#include <utility>

namespace util {

/// A value that several threads use, reachable only under its lock.
///
/// For state that must be read and changed synchronously from another thread (test hooks of the
/// demo server); work that takes long belongs behind a Future instead.
template <class T>
class Guarded
{
public:
    Guarded() = default;
    explicit Guarded(T value)
        : m_value(std::move(value))
    {
    }

    /// Calls fn(T&) under the lock and returns what it returns. fn must not call with() again and
    /// must not let a reference out. Thread: any.
    template <class F>
    auto with(F&& fn)
    {
        const std::scoped_lock lock(m_mutex);
        return std::forward<F>(fn)(m_value);
    }

private:
    std::mutex m_mutex;
    T m_value {};
};

} // namespace util
