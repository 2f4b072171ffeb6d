// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/library/sync.h"

#include <QObject>
#include <QTimer>

namespace library {

/// Reads everything again that was read before, slowly and in the background, about once a day:
/// some changes move no stamp that a server could sort by.
///
/// One small page at a time with a pause after it, about 1,500 rows a second; where it is, is kept
/// beyond the end of the program. While a sync runs it rests. Thread: UI.
class Reconciler : public QObject
{
    Q_OBJECT
public:
    struct Timing
    {
        std::chrono::milliseconds begin = std::chrono::minutes(2); ///< after the connection
        std::chrono::milliseconds pause { 300 }; ///< after each page
        std::chrono::milliseconds look = std::chrono::minutes(30); ///< whether something is due
        std::chrono::seconds every = std::chrono::hours(24); ///< by the server's clock
    };
    static constexpr int kPageSize = 500;

    /// Everything outlives it.
    Reconciler(Library& library, Sync& sync, QThreadPool& pool, const util::Clock& clock,
        QObject* parent = nullptr);
    ~Reconciler() override;

    void setTiming(const Timing& timing) { m_timing = timing; }
    /// Begins after a while. The server must live until stop(), which is implied.
    void start(plex::Server& server, const CacheKey& cache);
    void stop();
    /// Whether a page may be on its way, which may be older than what is written meanwhile.
    [[nodiscard]] bool isReading() const { return m_reader != nullptr; }

Q_SIGNALS:
    /// A page was written; the next is asked for later.
    void stored();
    /// One type of one section was read to its end.
    void finished(const library::WriteOutcome& outcome);

private:
    void look();
    void read(const SectionReader::Part& part);
    void rest();
    [[nodiscard]] qint64 serverNow() const;

    Library& m_library;
    Sync& m_sync;
    QThreadPool& m_pool;
    const util::Clock& m_clock;
    Timing m_timing;
    plex::Server* m_server = nullptr; ///< null = stopped
    CacheKey m_cache;
    std::stop_source m_stop;
    std::unique_ptr<SectionReader> m_reader;
    QTimer m_timer;
};

} // namespace library
