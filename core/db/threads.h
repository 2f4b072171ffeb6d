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
    /// @param tell  runs in its thread when @p job no longer counts: who learns of its end there
    ///     and posts the next one finds the reader free
    void postRead(int reader, Job job, Job tell = {});
    /// The reader with fewer jobs, the one that runs included.
    [[nodiscard]] int idlestReader() const;

private:
    struct Worker
    {
        QThread thread;
        QObject context; // lives in the thread; jobs run as its events
        std::atomic<int> jobs = 0; ///< that wait or run
    };
    static void post(Worker& worker, Job job, Job tell = {});

    Worker m_writer;
    std::array<Worker, kReaders> m_readers;
};

} // namespace db
