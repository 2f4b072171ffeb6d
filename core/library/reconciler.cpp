// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/reconciler.h"

#include "core/library/log.h"

namespace async = util::async;
using util::Result;

namespace library {

namespace {

using Due = std::optional<SectionReader::Part>;

/// What has waited longest, if it is due: not read to its end after @p before.
Result<Due> duePart(db::Connection& connection, const CacheKey& cache, qint64 before, qint64 now)
{
    auto statement = connection.prepare(R"(
        SELECT s.id, s.key, s.title, s.type, m.type, m.reconcile_next
        FROM section_mark m
        JOIN section s ON s.id = m.section_id
        JOIN section_sync d ON d.section_id = m.section_id AND d.type = m.type
        WHERE d.completed_at > 0 AND m.reconciled_at < ?
        ORDER BY m.reconcile_next = 0, m.reconciled_at, s.position, m.type
        LIMIT 1)");
    statement.bind(before);
    Due due;
    if (statement.next()) {
        types::Section section;
        section.key = { statement.text(1) };
        section.title = statement.text(2);
        section.type = static_cast<types::ItemType>(statement.small(3));
        due = SectionReader::Part { section, statement.integer(0),
            static_cast<types::ItemType>(statement.small(4)), statement.integer(5), cache, now,
            false };
    }
    if (auto status = statement.status(); !status) {
        return std::move(status).error();
    }
    return due;
}

} // namespace

Reconciler::Reconciler(
    Library& library, Sync& sync, QThreadPool& pool, const util::Clock& clock, QObject* parent)
    : QObject(parent)
    , m_library(library)
    , m_sync(sync)
    , m_pool(pool)
    , m_clock(clock)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Reconciler::look);
    connect(&sync, &Sync::runningChanged, this, [this](bool isRunning) {
        if (isRunning) {
            rest();
        } else if (m_server) {
            m_timer.start(m_timing.begin);
        }
    });
}

Reconciler::~Reconciler()
{
    stop();
}

void Reconciler::start(plex::Server& server, const CacheKey& cache)
{
    stop();
    m_server = &server;
    m_cache = cache;
    if (!m_sync.isRunning()) {
        m_timer.start(m_timing.begin);
    }
}

void Reconciler::stop()
{
    rest();
    m_server = nullptr;
}

void Reconciler::rest()
{
    m_timer.stop();
    m_stop.request_stop();
    m_stop = std::stop_source();
    if (m_reader) {
        m_reader.reset(); // what it reads is asked for again
        m_sync.endAside();
    }
}

qint64 Reconciler::serverNow() const
{
    return m_server->serverTime().value_or(m_clock.epochSeconds());
}

void Reconciler::look()
{
    if (!m_server || m_reader || m_sync.isRunning()) {
        return;
    }
    const qint64 now = serverNow();
    const auto due = m_library.readFrom(
        m_cache,
        [cache = m_cache, before = now - m_timing.every.count(), now](db::Connection& connection,
            std::stop_token) { return duePart(connection, cache, before, now); },
        m_stop.get_token());
    async::deliver(due, this, [this, stop = m_stop.get_token()](const Result<Due>& part) {
        if (stop.stop_requested()) {
            return;
        }
        if (part && *part) {
            read(**part);
        } else {
            m_timer.start(m_timing.look);
        }
    });
}

void Reconciler::read(const SectionReader::Part& part)
{
    m_reader = std::make_unique<SectionReader>(
        m_library, *m_server, m_pool, part, m_sync.afterPage(), m_stop.get_token());
    m_reader->setPace({ kPageSize, 1, 1, m_timing.pause, true });
    connect(m_reader.get(), &SectionReader::progressed, this, &Reconciler::stored);
    m_sync.beginAside();
    const auto done = m_reader->run();
    m_reader->startWriting();
    async::deliver(done, m_reader.get(), [this](const Result<WriteOutcome>& outcome) {
        m_reader.release()->deleteLater(); // it is what delivers
        m_sync.endAside();
        if (!outcome) {
            qCInfo(lcLibrary).noquote()
                << "event=reconcile_ended why=" << util::codeName(outcome.error().code);
            m_timer.start(m_timing.look);
            return;
        }
        qCInfo(lcLibrary) << "event=reconciled added=" << outcome->added
                          << "updated=" << outcome->updated << "removed=" << outcome->removed;
        m_timer.start(m_timing.pause);
        Q_EMIT finished(*outcome);
    });
}

} // namespace library
