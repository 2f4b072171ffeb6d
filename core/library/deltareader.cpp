// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/deltareader.h"

using namespace Qt::StringLiterals;
namespace async = util::async;
using util::Result;

namespace library {

namespace {

QString sortBy(Order order)
{
    switch (order) {
    case Order::Updated:
        return u"updatedAt:desc"_s;
    case Order::Rated:
        return u"lastRatedAt:desc"_s;
    case Order::Viewed:
        break;
    }
    return u"lastViewedAt:desc"_s;
}

} // namespace

DeltaReader::DeltaReader(Library& library, plex::Server& server, QThreadPool& pool,
    SectionReader::Part part, Marks marks, qint64 now, SectionReader::AfterPage afterPage,
    std::stop_token stop, QObject* parent)
    : QObject(parent)
    , m_library(library)
    , m_server(server)
    , m_pool(pool)
    , m_part(std::move(part))
    , m_marks(marks)
    , m_now(now)
    , m_afterPage(std::move(afterPage))
    , m_stop(std::move(stop))
{
    for (const Order order : kOrders) {
        m_walks.at(static_cast<size_t>(order)).order = order;
    }
}

util::Future<DeltaReader::Outcome> DeltaReader::run()
{
    auto future = m_promise.future();
    for (Walk& walk : m_walks) {
        request(walk);
    }
    return future;
}

void DeltaReader::request(Walk& walk)
{
    if (m_isOver) {
        return;
    }
    if (m_stop.stop_requested()) {
        fail(util::Error::cancelled()); // the server may be gone
        return;
    }
    // The last row of the page before once more.
    const qint64 start = walk.start > 0 ? walk.start - 1 : 0;
    const int count = walk.start > 0 ? kPageSize : kFirstPage;
    async::deliver(
        m_server.items(m_part.section.key, m_part.type, start, count, sortBy(walk.order), m_stop),
        this,
        [this, &walk](Result<plex::Page<types::Item>> page) { receive(walk, std::move(page)); });
}

bool DeltaReader::hasMoved(Walk& walk, plex::Page<types::Item>& page)
{
    if (walk.start == 0) {
        return false;
    }
    if (page.received <= 0) {
        return true; // not even the row that was there before: the section shrank
    }
    --page.received;
    if (page.items.size() <= page.received) {
        return page.items.isEmpty(); // rows that make no sense tell nothing
    }
    return page.items.takeFirst().ratingKey != walk.last;
}

void DeltaReader::receive(Walk& walk, Result<plex::Page<types::Item>> page)
{
    if (m_isOver) {
        return;
    }
    if (!page) {
        fail(std::move(page).error());
        return;
    }
    if (hasMoved(walk, *page)) {
        if (++walk.tries > kTries) {
            walk.isOver = walk.isGivenUp = true;
            finishWhenDone();
            return;
        }
        walk.start = 0;
        request(walk);
        return;
    }
    walk.start += page->received;
    if (!page->items.isEmpty()) {
        walk.last = page->items.constLast().ratingKey;
    }
    const bool isEnd = page->received <= 0 || (page->total && walk.start >= *page->total);
    const auto read = async::run(m_pool,
        [items = std::move(page->items), order = walk.order, now = m_now,
            isEnd]() mutable -> Result<PageRead> {
            PageRead result;
            result.highest = highestStamps(items, now)[order];
            // Rows without a stamp stand last: below them is nothing with one.
            result.lowest = items.isEmpty() ? 0 : stampOf(items.constLast(), order);
            result.isEnd = isEnd || result.lowest == 0;
            result.rows = prepare(std::move(items));
            return result;
        });
    async::deliver(read, this, [this, &walk](Result<PageRead> rows) {
        if (!m_isOver) {
            write(walk, *rows);
        }
    });
}

void DeltaReader::write(Walk& walk, const PageRead& page)
{
    const auto written = m_library.writeTo(
        m_part.cache,
        [rows = page.rows, part = m_part, after = m_afterPage](
            db::Connection& connection, db::ChangeSet& changes) -> Result<WriteOutcome> {
            ItemWriter writer(connection, changes);
            auto outcome = writer.write(part.sectionId, rows, nullptr, ItemWriter::Titles::Hand);
            if (outcome && after && outcome->added + outcome->updated > 0) {
                if (auto applied = after(connection, changes); !applied) {
                    return std::move(applied).error();
                }
            }
            return outcome;
        },
        m_stop);
    async::deliver(written, this, [this, &walk, page](Result<WriteOutcome> outcome) {
        if (m_isOver) {
            return;
        }
        if (!outcome) {
            fail(std::move(outcome).error());
            return;
        }
        m_outcome.written += *outcome;
        goOn(walk, page, outcome->added + outcome->updated > 0);
    });
}

void DeltaReader::goOn(Walk& walk, const PageRead& page, bool isNews)
{
    if (!walk.top && page.highest > 0) {
        walk.top = page.highest; // the first is the highest: later ones stand below it
    }
    const qint64 mark = m_marks.known[walk.order];
    const bool isFuture = page.lowest > m_now;
    if (isFuture && ++walk.futurePages > kFuturePages) {
        walk.isOver = walk.isGivenUp = true;
    }
    walk.isOver |= page.isEnd || page.lowest <= mark - kMargin || (page.lowest <= mark && !isNews);
    if (walk.isOver) {
        finishWhenDone();
    } else {
        request(walk);
    }
}

void DeltaReader::finishWhenDone()
{
    if (m_isOver || !std::ranges::all_of(m_walks, &Walk::isOver)) {
        return;
    }
    m_isOver = true;
    Stamps read;
    for (const Walk& walk : m_walks) {
        m_outcome.isComplete &= !walk.isGivenUp;
        if (!walk.isGivenUp) {
            read[walk.order] = walk.top.value_or(0);
        }
    }
    const auto noted = m_library.writeTo(
        m_part.cache,
        [read, marks = m_marks, part = m_part, isComplete = m_outcome.isComplete](
            db::Connection& connection, db::ChangeSet&) -> Result<bool> {
            auto done = raiseMarks(connection, part.sectionId, part.type, read);
            if (done && !isComplete) {
                done = noteReconcile(connection, part.sectionId, part.type, 0, 0);
            }
            return done ? Result<bool>(true) : Result<bool>(std::move(done).error());
        },
        m_stop);
    async::deliver(noted, this, [this](const Result<bool>& done) {
        m_promise.finish(done ? Result<Outcome>(m_outcome) : Result<Outcome>(done.error()));
    });
}

void DeltaReader::fail(util::Error error)
{
    if (!m_isOver) {
        m_isOver = true;
        m_promise.finish(std::move(error));
    }
}

} // namespace library
