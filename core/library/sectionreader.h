// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/library/itemwriter.h"
#include "core/library/library.h"
#include "core/library/marks.h"
#include "core/plex/server.h"

#include <QObject>
#include <QThreadPool>
#include <map>

namespace library {

class ItemRefresher;
class KeyCheck;

/// Reads one type of one section into the cache: pages in flight, prepared on the pool, written in
/// the server's order; those that wait for the writer go into one transaction.
///
/// Pages overlap by one row: where that one is another, the library changed while it was paged, and
/// rows were shown twice or not at all; then the keys are compared in the end. Nothing is removed
/// that the server still knows when it is asked for it.
/// Thread: UI; destroyed after its future has finished, or to give it up. Bounded: at most kWindow
/// pages exist.
class SectionReader : public QObject
{
    Q_OBJECT
public:
    static constexpr int kPageSize = 1000;
    static constexpr int kInFlight = 3;
    static constexpr int kWindow = 8;
    static constexpr int kWrites = 2; ///< so that the writer need not wait for this thread
    static constexpr int kTogether = 4; ///< pages at most that are written by one transaction

    struct Part
    {
        types::Section section {};
        qint64 sectionId = 0;
        types::ItemType type = types::ItemType::Unknown;
        qint64 start = 0; ///< where an interrupted reading goes on; then nothing is removed
        CacheKey cache {}; ///< what is read belongs in this one; Cancelled once another is open
        qint64 beganAt = 0; ///< the server's clock when the reading began
        bool isNew = false; ///< the cache had nothing of this type when the reading began
    };
    /// How the reading spares the server, and this computer.
    struct Pace
    {
        int pageSize = kPageSize;
        int inFlight = kInFlight;
        int window = kWindow;
        std::chrono::milliseconds pause { 0 }; ///< after each page
        bool isReconcile = false; ///< of what is known already: it notes its own position
    };
    using AfterPage = std::function<util::Result<void>(db::Connection&, db::ChangeSet&)>;

    SectionReader(Library& library, plex::Server& server, QThreadPool& pool, Part part,
        AfterPage afterPage, std::stop_token stop, QObject* parent = nullptr);
    ~SectionReader() override;
    void setPace(const Pace& pace) { m_pace = pace; }

    /// After a stop the server is not touched again.
    /// Errors: those of plex::Server::items, Database, Storage, Cancelled. What is committed stays.
    [[nodiscard]] util::Future<WriteOutcome> run();
    /// Until this is called, pages are read as far as there is room, and none is written: what is
    /// above these items is not in the cache yet.
    void startWriting();

Q_SIGNALS:
    /// Nothing is left to be asked for.
    void allAsked();
    /// Rows written so far, and how many there are (0 = not known yet).
    void progressed(qint64 done, qint64 total);

private:
    struct Prepared
    {
        QList<PreparedItem> rows {};
        Stamps highest {};
    };
    struct Slot
    {
        int asked = 0;
        qint64 received = 0; // rows, also broken ones
        QList<types::Item> items {};
        types::RatingKey before {}; // of the row before the first
        types::RatingKey last {};
        std::optional<Prepared> rows {}; // once complete and prepared
    };
    using Slots = std::map<qint64, Slot>;
    /// Pages that follow each other, for one transaction.
    struct Batch
    {
        qint64 first = 0; ///< start of the first slot
        qint64 before = 0; ///< the position that the pages before have left
        qint64 next = 0; ///< the position after them
        qint64 end = 0; ///< start of the slot after them
        std::vector<Prepared> pages {};
    };

    void pump();
    void request(qint64 slotStart, qint64 start, int count, bool overlaps);
    void receive(qint64 slotStart, util::Result<plex::Page<types::Item>> page);
    void takeOverlap(Slot& slot, plex::Page<types::Item>& page);
    void prepareRows(qint64 slotStart, Slot& slot);
    void writeReady();
    Batch takeReady();
    void store(Batch taken);
    static util::Result<WriteOutcome> write(db::Connection& connection, db::ChangeSet& changes,
        const Batch& batch, const Part& part, bool isReconcile, SeenIds& seen);
    void finishWhenDone();
    void compareKeys();
    void findUnseen();
    void look(const QList<types::RatingKey>& suspects);
    void conclude();
    void fail(util::Error error);

    Library& m_library;
    plex::Server& m_server;
    QThreadPool& m_pool;
    Part m_part;
    AfterPage m_afterPage;
    std::stop_token m_stop;
    util::Promise<WriteOutcome> m_promise;
    std::shared_ptr<SeenIds> m_seen; // shared with jobs in the writer thread, one at a time
    Pace m_pace;
    std::unique_ptr<KeyCheck> m_check;
    std::unique_ptr<ItemRefresher> m_refresher;
    Slots m_slots;
    WriteOutcome m_outcome;
    qint64 m_nextStart = 0; // first row not asked for
    qint64 m_nextWrite = 0; // start of the slot to be handed to the writer next
    qint64 m_position = 0; // row after the last one handed to the writer
    std::optional<qint64> m_total;
    int m_requests = 0;
    bool m_isLastKnown = false; // no row beyond m_nextStart
    bool m_hasToldAll = false; // that
    types::RatingKey m_lastKey; // of the row before m_nextWrite
    bool m_hasMoved = false; // the library changed while it was paged
    bool m_isCompared = true; // else more keys differ than were looked at
    int m_writes = 0; // handed to the writer and not committed
    bool m_isOver = false;
    bool m_isWriting = false;
};

} // namespace library
