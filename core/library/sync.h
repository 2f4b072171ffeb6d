// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/library/deltapass.h"
#include "core/library/trackorder.h"
#include "core/util/clock.h"

#include <QTimer>
#include <memory>

namespace library {

struct SyncOptions
{
    types::SectionKey section {}; ///< only this one; empty = all, and playlists
    bool full = false; ///< read everything, from the beginning
};

/// What a sync found and did.
struct SyncSummary
{
    Counts counts {};
    int added = 0;
    int updated = 0;
    int removed = 0;
    double seconds = 0;
    bool operator==(const SyncSummary&) const = default;
};

/// Brings the open cache in line with the server: sections, items of every type, playlists, ranks.
///
/// What was never read to its end, and all with SyncOptions::full, is read page by page
/// (SectionReader): usable from the first page on, and interrupted it goes on where it was. Of what
/// was, only the news are asked for (DeltaPass). Only what differs is written. Of playlists, the
/// rows are always read, the entries where a row changed, and of smart ones that are small.
/// Thread: UI. One run at a time.
class Sync : public QObject
{
    Q_OBJECT
public:
    Sync(Library& library, QThreadPool& pool, const util::Clock& clock, QObject* parent = nullptr);
    ~Sync() override;

    /// Runs in the writer thread after each page that changed something, in its transaction:
    /// pending changes win over what the server still says.
    void setAfterPage(SectionReader::AfterPage afterPage) { m_afterPage = std::move(afterPage); }
    [[nodiscard]] const SectionReader::AfterPage& afterPage() const { return m_afterPage; }

    /// Brings the cache that is open now in line with @p server, which must live until the future
    /// is finished or @p stop was requested: it is not touched after that. When another cache is
    /// opened meanwhile nothing is written any more, and the run ends as Cancelled.
    /// Errors: those of plex::Server, Database, Storage, Cancelled, Conflict if one is running.
    [[nodiscard]] util::Future<SyncSummary> run(
        plex::Server& server, const SyncOptions& options, std::stop_token stop = {});
    [[nodiscard]] bool isRunning() const { return m_run != nullptr; }

    /// Something else reads from the server what is then written into the cache, until as many
    /// calls of endAside().
    void beginAside() { setReading(m_readings + 1); }
    void endAside() { setReading(m_readings - 1); }

Q_SIGNALS:
    void runningChanged(bool running);
    /// Whether what was read from the server may be on its way to the cache, by a run or aside.
    void readingChanged(bool isReading);
    /// For the status bar: what is being read, rows done, rows in all (0 = unknown).
    void progressed(const QString& what, qint64 done, qint64 total);
    void finished();

private:
    struct Run;

    void setReading(int readings);
    bool mayGoOn();
    void readSections();
    void removeLost(const QList<types::Section>& present);
    void writeSections(const QList<types::Section>& sections);
    void readNextPart();
    /// Begins to read the next parts, as many as may ask at the same time.
    void readAhead();
    void beginReader(const SectionReader::Part& part);
    /// Counts what a part or a delta wrote.
    void add(const WriteOutcome& outcome);
    void readDelta();
    void complete();
    void finishPlaylists();
    [[nodiscard]] util::Future<void> wake(QLatin1StringView index);
    [[nodiscard]] util::Future<void> rank();
    [[nodiscard]] util::Future<void> writeRanks(
        const std::shared_ptr<const std::vector<RankedTrack>>& ranks);
    /// Once a run.
    void beginPlaylists();
    [[nodiscard]] util::Future<void> readPlaylists();
    void conclude();
    void end(util::Result<SyncSummary> result);

    Library& m_library;
    QThreadPool& m_pool;
    const util::Clock& m_clock;
    SectionReader::AfterPage m_afterPage;
    DeltaPass::Settled m_settled; // of the cache with m_settledOf
    CacheKey m_settledOf;
    std::unique_ptr<Run> m_run;
    QTimer m_playlistsDue; // in a long run: the sidebar shows them early
    int m_readings = 0;
};

} // namespace library
