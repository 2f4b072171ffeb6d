// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QThread>
#include <array>
#include <atomic>
#include <functional>

namespace db {

/// The one writer thread and the two reader threads that all databases of the program share.
///
/// Thread: created and destroyed in the UI thread; post() from any. Destroying it runs what was
/// posted and joins the threads.
class Threads
{
public:
    using Job = std::function<void()>;
    static constexpr int kReaders = 2;

    Threads();
    ~Threads();
    Q_DISABLE_COPY_MOVE(Threads)

    void postWrite(Job job);
    /// Posts to one certain reader, 0 … kReaders − 1.
    void postRead(int reader, Job job);
    /// The reader with the shorter queue.
    [[nodiscard]] int idlestReader() const;

private:
    struct Worker
    {
        QThread thread;
        QObject context; // lives in the thread; jobs run as its events
        std::atomic<int> queued = 0;
    };
    static void post(Worker& worker, Job job);

    Worker m_writer;
    std::array<Worker, kReaders> m_readers;
};

} // namespace db
