// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>
#include <algorithm>
#include <atomic>
#include <optional>
#include <span>
#include <stop_token>
#include <vector>

namespace util {

/// A queue of fixed size between one producer thread and one consumer thread.
///
/// The producer may wait for room; the consumer never waits, locks or allocates, so it may be the
/// audio thread. One of the two places of the program where a thread blocks.
template <class T>
class BlockingRing
{
public:
    /// @param capacity > 0, in elements; allocated here and nowhere else
    explicit BlockingRing(size_t capacity)
        : m_slots(capacity)
    {
        Q_ASSERT(capacity > 0);
    }
    ~BlockingRing() = default;
    Q_DISABLE_COPY_MOVE(BlockingRing)

    /// Puts everything in, waiting for room. Returns how many went in: fewer only after @p stop.
    /// Thread: the producer.
    size_t push(std::span<const T> values, std::stop_token stop)
    {
        const std::stop_callback wake(stop, [this] { wakeProducer(); });
        size_t done = 0;
        while (done < values.size() && !stop.stop_requested()) {
            const quint32 seen = m_popped.load(std::memory_order_acquire);
            const size_t put = tryPush(values.subspan(done));
            done += put;
            if (put == 0 && !stop.stop_requested()) {
                m_popped.wait(seen, std::memory_order_acquire);
            }
        }
        return done;
    }

    /// Puts in what there is room for. Thread: the producer.
    size_t tryPush(std::span<const T> values)
    {
        const size_t written = m_written.load(std::memory_order_relaxed);
        const size_t room = m_slots.size() - (written - m_read.load(std::memory_order_acquire));
        const size_t count = std::min(room, values.size());
        const size_t at = written % m_slots.size();
        const size_t first = std::min(count, m_slots.size() - at);
        std::copy_n(values.begin(), first, slot(at));
        std::copy_n(values.begin() + static_cast<std::ptrdiff_t>(first), count - first, slot(0));
        m_written.store(written + count, std::memory_order_release);
        return count;
    }

    /// Moves one value in; false and @p value untouched if there is no room. Thread: the producer.
    bool tryPush(T&& value)
    {
        const size_t written = m_written.load(std::memory_order_relaxed);
        if (written - m_read.load(std::memory_order_acquire) == m_slots.size()) {
            return false;
        }
        m_slots[written % m_slots.size()] = std::move(value);
        m_written.store(written + 1, std::memory_order_release);
        return true;
    }

    /// Says that nothing follows. Thread: the producer.
    void close() { m_closed.store(true, std::memory_order_release); }

    /// Takes out up to into.size() values. Thread: the consumer.
    size_t pop(std::span<T> into)
    {
        const size_t read = m_read.load(std::memory_order_relaxed);
        const size_t count
            = std::min(m_written.load(std::memory_order_acquire) - read, into.size());
        const size_t at = read % m_slots.size();
        const size_t first = std::min(count, m_slots.size() - at);
        std::copy_n(slot(at), first, into.begin());
        std::copy_n(slot(0), count - first, into.begin() + static_cast<std::ptrdiff_t>(first));
        release(read + count, count);
        return count;
    }

    /// Moves one value out. Thread: the consumer.
    std::optional<T> tryPop()
    {
        const size_t read = m_read.load(std::memory_order_relaxed);
        if (read == m_written.load(std::memory_order_acquire)) {
            return std::nullopt;
        }
        std::optional<T> value(std::move(m_slots[read % m_slots.size()]));
        release(read + 1, 1);
        return value;
    }

    [[nodiscard]] size_t capacity() const { return m_slots.size(); }

    /// How many can be popped now. Thread: the consumer; for others a hint.
    [[nodiscard]] size_t available() const
    {
        const size_t read = m_read.load(std::memory_order_acquire);
        return m_written.load(std::memory_order_acquire) - read;
    }

    /// How many can be pushed now. Thread: the producer; for others a hint.
    [[nodiscard]] size_t room() const { return m_slots.size() - available(); }

    /// Whether the producer has said that nothing follows what is in there. Thread: any.
    [[nodiscard]] bool isClosed() const { return m_closed.load(std::memory_order_acquire); }

    /// Closed and empty. Thread: the consumer.
    [[nodiscard]] bool isDrained() const
    {
        // In this order: what was pushed before the closing is seen by available().
        return isClosed() && available() == 0;
    }

private:
    auto slot(size_t index) { return m_slots.begin() + static_cast<std::ptrdiff_t>(index); }

    void release(size_t read, size_t count)
    {
        if (count > 0) {
            m_read.store(read, std::memory_order_release);
            wakeProducer();
        }
    }

    // A wake-up without a sleeper costs no system call.
    void wakeProducer()
    {
        m_popped.fetch_add(1, std::memory_order_acq_rel);
        m_popped.notify_one();
    }

    std::vector<T> m_slots;
    std::atomic<size_t> m_written = 0; // ever pushed; only the producer stores
    std::atomic<size_t> m_read = 0; // ever popped; only the consumer stores
    std::atomic<quint32> m_popped
        = 0; // changes with each pop and with a stop: what push() waits on
    std::atomic<bool> m_closed = false;
};

} // namespace util
