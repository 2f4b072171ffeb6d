// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/sectionreader.h"

#include "core/library/itemrefresher.h"
#include "core/library/keycheck.h"
#include "core/library/tables.h"

#include <QCoreApplication>
#include <QTimer>

using namespace Qt::StringLiterals;
namespace async = util::async;
using util::Result;

namespace library {

namespace {

Result<void> notePosition(
    db::Connection& connection, const SectionReader::Part& part, bool isReconcile, qint64 next)
{
    if (isReconcile) {
        return noteReconcile(connection, part.sectionId, part.type, next, 0);
    }
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
    db::Connection& connection, const SectionReader::Part& part, bool isReconcile, qint64 before)
{
    if (before == part.start) {
        return {};
    }
    auto position = connection.prepare(isReconcile
            ? "SELECT reconcile_next FROM section_mark WHERE section_id = ? AND type = ?"
            : "SELECT next_start FROM section_sync WHERE section_id = ? AND type = ?");
    position.bind(part.sectionId, int(part.type));
    const bool follows = position.next() && position.integer(0) == before;
    if (auto status = position.status(); !status || follows) {
        return status;
    }
    return util::Error { util::Error::Code::Internal,
        QCoreApplication::translate("library", "The library could not be read completely."),
        u"the page before row %1 was not written"_s.arg(before), 0, {} };
}

/// The keys of the items that a complete reading has not met.
Result<QList<types::RatingKey>> unseenKeys(
    db::Connection& connection, const SectionReader::Part& part, const SeenIds& seen)
{
    const auto ids = unseenIds(connection, part.sectionId, part.type, seen);
    if (!ids || ids->isEmpty()) {
        return ids ? Result<QList<types::RatingKey>>(QList<types::RatingKey>()) : ids.error();
    }
    QList<types::RatingKey> keys;
    auto statement = connection.prepare("SELECT rating_key FROM item WHERE id = ?");
    for (const qint64 id : *ids) {
        if (statement.bind(id).next()) {
            keys.append({ statement.text(0) });
        }
        if (auto status = statement.status(); !status) {
            return std::move(status).error();
        }
    }
    return keys;
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

SectionReader::~SectionReader() = default;

util::Future<WriteOutcome> SectionReader::run()
{
    auto future = m_promise.future();
    pump();
    return future;
}

void SectionReader::startWriting()
{
    m_isWriting = true;
    writeReady();
    finishWhenDone();
}

void SectionReader::pump()
{
    // The first page alone: it tells how many rows there are.
    const int allowed = m_total ? m_pace.inFlight : 1;
    while (!m_isOver && !m_isLastKnown && m_requests < allowed
        && static_cast<int>(m_slots.size()) < m_pace.window) {
        const qint64 start = m_nextStart;
        m_slots[start] = Slot { m_pace.pageSize };
        m_nextStart += m_pace.pageSize;
        if (m_total && m_nextStart >= *m_total) {
            m_isLastKnown = true;
        }
        request(start, start, m_pace.pageSize, start > m_part.start);
    }
    if (m_isLastKnown && !std::exchange(m_hasToldAll, true)) {
        Q_EMIT allAsked();
    }
    finishWhenDone();
}

void SectionReader::request(qint64 slotStart, qint64 start, int count, bool overlaps)
{
    if (m_stop.stop_requested()) {
        fail(util::Error::cancelled()); // the server may be gone
        return;
    }
    ++m_requests;
    auto answer = overlaps
        ? m_server.items(m_part.section.key, m_part.type, start - 1, count + 1, {}, m_stop)
        : m_server.items(m_part.section.key, m_part.type, start, count, {}, m_stop);
    async::handOver(std::move(answer), this,
        [this, slotStart, start, count, overlaps](Result<plex::Page<types::Item>> page) {
            --m_requests;
            if (overlaps && page && page->received == 1 && !m_isOver) {
                request(slotStart, start, count, false); // nothing but the row before
                return;
            }
            if (overlaps && page && page->received > 1) {
                takeOverlap(m_slots[slotStart], *page);
            }
            receive(slotStart, std::move(page));
        });
}

void SectionReader::takeOverlap(Slot& slot, plex::Page<types::Item>& page)
{
    const bool isWhole = page.items.size() == page.received;
    --page.received;
    if (!isWhole) {
        return; // with rows that make no sense it cannot be told which is the first
    }
    const types::RatingKey before = page.items.takeFirst().ratingKey;
    if (slot.received == 0) {
        slot.before = before;
    } else {
        m_hasMoved |= slot.last != before;
    }
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
        m_hasMoved |= m_total && *m_total != *page->total;
        m_total = page->total;
        m_isLastKnown = m_nextStart >= *m_total;
    }
    Slot& slot = m_slots[slotStart];
    if (!page->items.isEmpty()) {
        slot.last = page->items.constLast().ratingKey;
    }
    // Most slots are filled by one page, which is not copied.
    slot.items = slot.items.isEmpty() ? std::move(page->items) : slot.items + page->items;
    slot.received += page->received;
    const qint64 end = slotStart + slot.received;
    const bool isFull = slot.received >= slot.asked;
    const bool isEnd = page->received == 0 || (m_total && end >= *m_total);
    if (!isFull && !isEnd) {
        // A short page, which proves nothing: the rest of the slot is asked for.
        request(slotStart, end, static_cast<int>(slot.asked - slot.received), true);
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
    auto prepared = async::run(
        m_pool, [items = std::exchange(slot.items, {}), now = m_part.beganAt]() mutable {
            const Stamps highest = highestStamps(items, now);
            return Result<Prepared>({ prepare(std::move(items)), highest });
        });
    async::handOver(std::move(prepared), this, [this, slotStart](Result<Prepared> rows) {
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
    while (m_isWriting && !m_isOver && m_writes < kWrites) {
        Batch batch = takeReady();
        if (batch.pages.empty()) {
            return;
        }
        ++m_writes;
        store(std::move(batch));
    }
}

SectionReader::Batch SectionReader::takeReady()
{
    Batch batch { m_nextWrite, m_position, m_position };
    auto slot = m_slots.find(m_nextWrite);
    while (slot != m_slots.end() && slot->second.rows && batch.pages.size() < kTogether) {
        auto& [start, page] = *slot;
        m_hasMoved |= page.before.isValid() && m_lastKey.isValid() && page.before != m_lastKey;
        m_lastKey = page.last;
        m_nextWrite = start + page.asked;
        // Behind the end of a library that has shrunk meanwhile there is nothing, and no position.
        if (page.received > 0) {
            m_position = start + page.received;
        }
        batch.pages.push_back(*std::exchange(page.rows, std::nullopt));
        slot = m_slots.find(m_nextWrite);
    }
    batch.next = m_position;
    batch.end = m_nextWrite;
    return batch;
}

void SectionReader::store(Batch taken)
{
    const auto batch = std::make_shared<Batch>(std::move(taken)); // the job is copied on its way
    const auto written = m_library.writeTo(
        m_part.cache,
        [batch, seen = m_seen, part = m_part, after = m_afterPage,
            isReconcile = m_pace.isReconcile](
            db::Connection& connection, db::ChangeSet& changes) -> Result<WriteOutcome> {
            auto outcome = write(connection, changes, *batch, part, isReconcile, *seen);
            if (outcome && after && outcome->added + outcome->updated > 0) {
                if (auto applied = after(connection, changes); !applied) {
                    return std::move(applied).error();
                }
            }
            return outcome;
        },
        m_stop);
    async::deliver(written, this, [this, batch](Result<WriteOutcome> outcome) {
        // Freed on the pool: neither the writer nor this thread has time for it. The writer has
        // done with them, though it may still hold the pages.
        m_pool.start([pages = std::exchange(batch->pages, {})] {});
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
        m_slots.erase(m_slots.begin(), m_slots.lower_bound(batch->end)); // written in order
        Q_EMIT progressed(batch->next, m_total.value_or(0));
        writeReady();
        if (m_pace.pause.count() > 0) {
            QTimer::singleShot(m_pace.pause, this, &SectionReader::pump);
        } else {
            pump();
        }
    });
}

Result<WriteOutcome> SectionReader::write(db::Connection& connection, db::ChangeSet& changes,
    const Batch& batch, const Part& part, bool isReconcile, SeenIds& seen)
{
    if (auto follows = checkFollows(connection, part, isReconcile, batch.before); !follows) {
        return std::move(follows).error();
    }
    ItemWriter writer(connection, changes);
    const auto known = part.isNew ? ItemWriter::Rows::New : ItemWriter::Rows::Mixed;
    WriteOutcome whole;
    for (const Prepared& page : batch.pages) {
        auto outcome
            = writer.write(part.sectionId, page.rows, &seen, ItemWriter::Titles::Stay, known);
        if (!outcome) {
            return outcome;
        }
        whole += *outcome;
        // The slow reading of what is known leaves the marks to the reading of what is new.
        if (auto raised = isReconcile
                ? Result<void>()
                : raiseMarks(connection, part.sectionId, part.type, page.highest);
            !raised) {
            return std::move(raised).error();
        }
    }
    if (auto noted = notePosition(connection, part, isReconcile, batch.next); !noted) {
        return std::move(noted).error();
    }
    return whole;
}

void SectionReader::finishWhenDone()
{
    if (m_isOver || !m_isWriting || !m_isLastKnown || m_requests > 0 || !m_slots.empty()) {
        return;
    }
    m_isOver = true;
    if (m_hasMoved || m_pace.isReconcile) {
        compareKeys();
    } else if (m_part.start > 0) {
        conclude(); // what was met before is not known any more: counts are compared later
    } else {
        findUnseen();
    }
}

void SectionReader::compareKeys()
{
    m_check
        = std::make_unique<KeyCheck>(m_library, m_server, m_part, KeyCheck::What::Existing, m_stop);
    async::deliver(m_check->run(), this, [this](Result<KeyCheck::Suspects> found) {
        if (!found) {
            m_promise.finish(std::move(found).error());
            return;
        }
        m_isCompared = found->isComplete;
        look(found->keys);
    });
}

void SectionReader::findUnseen()
{
    const auto unseen = m_library.readFrom(
        m_part.cache,
        [seen = m_seen, part = m_part](db::Connection& connection, std::stop_token) {
            return unseenKeys(connection, part, *seen);
        },
        m_stop);
    async::deliver(unseen, this, [this](Result<QList<types::RatingKey>> keys) {
        if (!keys) {
            m_promise.finish(std::move(keys).error());
            return;
        }
        look(*keys);
    });
}

void SectionReader::look(const QList<types::RatingKey>& suspects)
{
    if (suspects.isEmpty()) {
        conclude();
        return;
    }
    m_refresher = std::make_unique<ItemRefresher>(
        m_library, m_server, m_pool, m_part.cache, m_afterPage, m_stop);
    async::deliver(m_refresher->refresh(suspects), this, [this](Result<WriteOutcome> outcome) {
        if (!outcome) {
            m_promise.finish(std::move(outcome).error());
            return;
        }
        m_outcome += *outcome;
        conclude();
    });
}

void SectionReader::conclude()
{
    // A reading that was interrupted missed what changed meanwhile: it is done again, slowly. So is
    // one of a library in which too much changed.
    const bool isWhole = m_isCompared && (m_pace.isReconcile || m_part.start == 0);
    const qint64 endedAt = isWhole ? m_part.beganAt : 0;
    const auto noted = m_library.writeTo(
        m_part.cache,
        [part = m_part, endedAt](db::Connection& connection, db::ChangeSet&) {
            return noteReconcile(connection, part.sectionId, part.type, 0, endedAt);
        },
        m_stop);
    async::deliver(noted, this, [this](const Result<void>& done) {
        m_promise.finish(
            done ? Result<WriteOutcome>(m_outcome) : Result<WriteOutcome>(done.error()));
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
