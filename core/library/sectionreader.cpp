// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/sectionreader.h"

#include "core/library/tables.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;
namespace async = util::async;
using util::Result;

namespace library {

namespace {

Result<void> notePosition(db::Connection& connection, const SectionReader::Part& part, qint64 next)
{
    return connection
        .prepare(R"(
            INSERT INTO section_sync (section_id, type, next_start, completed_at)
            VALUES (?, ?, ?, 0)
            ON CONFLICT (section_id, type) DO UPDATE SET next_start = excluded.next_start)")
        .bind(part.sectionId, int(part.type), next)
        .run();
}

/// Fails if the page before, which ended at row @p before, was not committed. A page is handed over
/// without waiting for that, and must not move the position past one that failed.
Result<void> checkFollows(
    db::Connection& connection, const SectionReader::Part& part, qint64 before)
{
    if (before == part.start) {
        return {};
    }
    auto position = connection.prepare(
        "SELECT next_start FROM section_sync WHERE section_id = ? AND type = ?");
    position.bind(part.sectionId, int(part.type));
    const bool follows = position.next() && position.integer(0) == before;
    if (auto status = position.status(); !status || follows) {
        return status;
    }
    return util::Error { util::Error::Code::Internal,
        QCoreApplication::translate("library", "The library could not be read completely."),
        u"the page before row %1 was not written"_s.arg(before), 0, {} };
}

} // namespace

SectionReader::SectionReader(Library& library, plex::Server& server, QThreadPool& pool, Part part,
    AfterPage afterPage, std::stop_token stop, QObject* parent)
    : QObject(parent)
    , m_library(library)
    , m_server(server)
    , m_pool(pool)
    , m_part(std::move(part))
    , m_afterPage(std::move(afterPage))
    , m_stop(std::move(stop))
    , m_seen(std::make_shared<SeenIds>())
    , m_nextStart(m_part.start)
    , m_nextWrite(m_part.start)
    , m_position(m_part.start)
{
}

util::Future<WriteOutcome> SectionReader::run()
{
    auto future = m_promise.future();
    pump();
    return future;
}

void SectionReader::pump()
{
    // The first page alone: it tells how many rows there are.
    const int allowed = m_total ? kInFlight : 1;
    while (!m_isOver && !m_isLastKnown && m_requests < allowed
        && static_cast<int>(m_slots.size()) < kWindow) {
        const qint64 start = m_nextStart;
        m_slots[start] = Slot { kPageSize };
        m_nextStart += kPageSize;
        if (m_total && m_nextStart >= *m_total) {
            m_isLastKnown = true;
        }
        request(start, start, kPageSize);
    }
    finishWhenDone();
}

void SectionReader::request(qint64 slotStart, qint64 start, int count)
{
    if (m_stop.stop_requested()) {
        fail(util::Error::cancelled()); // the server may be gone
        return;
    }
    ++m_requests;
    async::deliver(m_server.items(m_part.section.key, m_part.type, start, count, {}, m_stop), this,
        [this, slotStart](Result<plex::Page<types::Item>> page) {
            --m_requests;
            receive(slotStart, std::move(page));
        });
}

void SectionReader::receive(qint64 slotStart, Result<plex::Page<types::Item>> page)
{
    if (m_isOver) {
        return;
    }
    if (!page) {
        fail(std::move(page).error());
        return;
    }
    if (page->total) {
        m_totalMoved |= m_total && *m_total != *page->total;
        m_total = page->total;
        m_isLastKnown = m_nextStart >= *m_total;
    }
    Slot& slot = m_slots[slotStart];
    slot.items += page->items;
    slot.received += page->received;
    const qint64 end = slotStart + slot.received;
    const bool isFull = slot.received >= slot.asked;
    const bool isEnd = page->received == 0 || (m_total && end >= *m_total);
    if (!isFull && !isEnd) {
        // A short page, which proves nothing: the rest of the slot is asked for.
        request(slotStart, end, static_cast<int>(slot.asked - slot.received));
        return;
    }
    if (isEnd && !m_total) {
        m_isLastKnown = true;
    }
    if (slot.received > slot.asked) {
        // Paging was ignored: this is everything there is.
        m_isLastKnown = true;
        m_total = end;
    }
    prepareRows(slotStart, slot);
    pump();
}

void SectionReader::prepareRows(qint64 slotStart, Slot& slot)
{
    const auto prepared = async::run(m_pool, [items = std::exchange(slot.items, {})] {
        return Result<QList<PreparedItem>>(prepare(items));
    });
    async::deliver(prepared, this, [this, slotStart](Result<QList<PreparedItem>> rows) {
        if (m_isOver) {
            return;
        }
        if (!rows) {
            fail(std::move(rows).error());
            return;
        }
        m_slots.at(slotStart).rows = std::move(rows).value();
        writeReady();
    });
}

void SectionReader::writeReady()
{
    while (!m_isOver && m_writes < kWrites) {
        const auto next = m_slots.find(m_nextWrite);
        if (next == m_slots.end() || !next->second.rows) {
            return;
        }
        ++m_writes;
        m_nextWrite += next->second.asked;
        const qint64 start = next->first;
        const qint64 received = next->second.received;
        const auto rows = *std::exchange(next->second.rows, std::nullopt);
        // Behind the end of a library that has shrunk meanwhile there is nothing, and no position.
        store(start, received > 0 ? start + received : m_position, rows);
    }
}

void SectionReader::store(qint64 slotStart, qint64 next, const QList<PreparedItem>& rows)
{
    const qint64 before = std::exchange(m_position, next);
    const auto written = m_library.writeTo(
        m_part.cache,
        [rows, seen = m_seen, part = m_part, after = m_afterPage, before, next](
            db::Connection& connection, db::ChangeSet& changes) -> Result<WriteOutcome> {
            if (auto follows = checkFollows(connection, part, before); !follows) {
                return std::move(follows).error();
            }
            auto outcome = ItemWriter(connection, changes).write(part.sectionId, rows, seen.get());
            if (!outcome) {
                return outcome;
            }
            if (auto noted = notePosition(connection, part, next); !noted) {
                return std::move(noted).error();
            }
            if (after && outcome->added + outcome->updated > 0) {
                if (auto applied = after(connection, changes); !applied) {
                    return std::move(applied).error();
                }
            }
            return outcome;
        },
        m_stop);
    async::deliver(
        written, this, [this, slotStart, next, rows = rows](Result<WriteOutcome> outcome) mutable {
            // Freed on the pool: neither the writer nor this thread has time for it.
            m_pool.start([rows = std::exchange(rows, {})] {});
            --m_writes;
            if (m_isOver) {
                return;
            }
            if (!outcome) {
                fail(std::move(outcome).error());
                return;
            }
            m_outcome.added += outcome->added;
            m_outcome.updated += outcome->updated;
            m_slots.erase(slotStart);
            Q_EMIT progressed(next, m_total.value_or(0));
            writeReady();
            pump();
        });
}

void SectionReader::finishWhenDone()
{
    if (m_isOver || !m_isLastKnown || m_requests > 0 || !m_slots.empty()) {
        return;
    }
    m_isOver = true;
    // What a moving library showed is not proof that something is gone.
    if (m_part.start > 0 || m_totalMoved) {
        m_promise.finish(m_outcome);
        return;
    }
    removeGone();
}

void SectionReader::removeGone()
{
    auto gone = m_library.read(
        [seen = m_seen, part = m_part](db::Connection& connection, std::stop_token) {
            return unseenIds(connection, part.sectionId, part.type, *seen);
        },
        m_stop);
    async::deliver(gone, this, [this](Result<QList<qint64>> ids) {
        if (!ids) {
            m_promise.finish(std::move(ids).error());
            return;
        }
        remove(*ids);
    });
}

void SectionReader::remove(const QList<qint64>& ids)
{
    const auto removed = m_library.writeSlices(
        m_part.cache, ids.size(),
        [ids](
            db::Connection& connection, db::ChangeSet& changes, qsizetype first, qsizetype count) {
            return ItemWriter(connection, changes).remove(ids.mid(first, count));
        },
        m_stop);
    async::deliver(removed, this, [this, count = ids.size()](Result<void> done) {
        if (!done) {
            m_promise.finish(std::move(done).error());
            return;
        }
        m_outcome.removed = static_cast<int>(count);
        m_promise.finish(m_outcome);
    });
}

void SectionReader::fail(util::Error error)
{
    if (!m_isOver) {
        m_isOver = true;
        m_promise.finish(std::move(error));
    }
}

} // namespace library
