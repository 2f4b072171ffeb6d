// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/threads.h"

#include <QMetaObject>
#include <semaphore>

using namespace Qt::StringLiterals;

namespace db {

Threads::Threads()
{
    m_writer.thread.setObjectName(u"db-writer"_s);
    m_writer.context.moveToThread(&m_writer.thread);
    m_writer.thread.start();
    for (Worker& reader : m_readers) {
        reader.thread.setObjectName(u"db-reader"_s);
        reader.context.moveToThread(&reader.thread);
        reader.thread.start();
    }
}

Threads::~Threads()
{
    const auto finish = [](Worker& worker) {
        // The last job: what was posted before it has run when the loop ends.
        QMetaObject::invokeMethod(&worker.context, [&worker] { worker.thread.quit(); });
        worker.thread.wait();
    };
    // Jobs of the writer hand over to the readers, and the readers' last ones to the writer.
    std::binary_semaphore isPassed(0);
    post(m_writer, [&isPassed] { isPassed.release(); });
    isPassed.acquire();
    for (Worker& reader : m_readers) {
        finish(reader);
    }
    finish(m_writer);
}

void Threads::post(Worker& worker, Job job, Job tell)
{
    worker.jobs.fetch_add(1, std::memory_order_relaxed);
    QMetaObject::invokeMethod(
        &worker.context,
        [&worker, job = std::move(job), tell = std::move(tell)] {
            job();
            worker.jobs.fetch_sub(1, std::memory_order_relaxed);
            if (tell) {
                tell();
            }
        },
        Qt::QueuedConnection);
}

void Threads::postWrite(Job job)
{
    post(m_writer, std::move(job));
}

void Threads::postRead(int reader, Job job, Job tell)
{
    post(m_readers.at(static_cast<size_t>(reader)), std::move(job), std::move(tell));
}

int Threads::idlestReader() const
{
    return m_readers[0].jobs.load(std::memory_order_relaxed)
            <= m_readers[1].jobs.load(std::memory_order_relaxed)
        ? 0
        : 1;
}

} // namespace db
