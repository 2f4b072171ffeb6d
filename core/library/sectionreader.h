// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/library/itemwriter.h"
#include "core/library/library.h"
#include "core/plex/server.h"

#include <QObject>
#include <QThreadPool>
#include <map>

namespace library {

/// Reads one type of one section into the cache: pages in flight, prepared on the pool, written in
/// the server's order, one transaction each.
///
/// Thread: UI; destroyed after its future has finished. Bounded: at most kWindow pages exist.
class SectionReader : public QObject
{
    Q_OBJECT
public:
    static constexpr int kPageSize = 1000;
    static constexpr int kInFlight = 3;
    static constexpr int kWindow = 6;
    static constexpr int kWrites = 2; ///< so that the writer need not wait for this thread

    struct Part
    {
        types::Section section {};
        qint64 sectionId = 0;
        types::ItemType type = types::ItemType::Unknown;
        qint64 start = 0; ///< where an interrupted first reading goes on; then nothing is removed
        CacheKey cache {}; ///< what is read belongs in this one; Cancelled once another is open
    };
    using AfterPage = std::function<util::Result<void>(db::Connection&, db::ChangeSet&)>;

    SectionReader(Library& library, plex::Server& server, QThreadPool& pool, Part part,
        AfterPage afterPage, std::stop_token stop, QObject* parent = nullptr);

    /// After a stop the server is not touched again.
    /// Errors: those of plex::Server::items, Database, Storage, Cancelled. What is committed stays.
    [[nodiscard]] util::Future<WriteOutcome> run();

Q_SIGNALS:
    /// Rows written so far, and how many there are (0 = not known yet).
    void progressed(qint64 done, qint64 total);

private:
    struct Slot
    {
        int asked = 0;
        qint64 received = 0; // rows, also broken ones
        QList<types::Item> items {};
        std::optional<QList<PreparedItem>> rows {}; // once complete and prepared
    };
    using Slots = std::map<qint64, Slot>;

    void pump();
    void request(qint64 slotStart, qint64 start, int count);
    void receive(qint64 slotStart, util::Result<plex::Page<types::Item>> page);
    void prepareRows(qint64 slotStart, Slot& slot);
    void writeReady();
    void store(qint64 slotStart, qint64 next, const QList<PreparedItem>& rows);
    void finishWhenDone();
    void removeGone();
    void remove(const QList<qint64>& ids);
    void fail(util::Error error);

    Library& m_library;
    plex::Server& m_server;
    QThreadPool& m_pool;
    Part m_part;
    AfterPage m_afterPage;
    std::stop_token m_stop;
    util::Promise<WriteOutcome> m_promise;
    std::shared_ptr<SeenIds> m_seen; // shared with jobs in the writer thread, one at a time
    Slots m_slots;
    WriteOutcome m_outcome;
    qint64 m_nextStart = 0; // first row not asked for
    qint64 m_nextWrite = 0; // start of the slot to be handed to the writer next
    qint64 m_position = 0; // row after the last one handed to the writer
    std::optional<qint64> m_total;
    int m_requests = 0;
    bool m_isLastKnown = false; // no row beyond m_nextStart
    bool m_totalMoved = false; // the library changed while it was paged
    int m_writes = 0; // handed to the writer and not committed
    bool m_isOver = false;
};

} // namespace library
