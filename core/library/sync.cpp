// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/sync.h"

#include "core/library/bulkload.h"
#include "core/library/log.h"
#include "core/library/playlistreader.h"
#include "core/library/syncplan.h"
#include "core/library/tables.h"
#include "core/library/trackorder.h"

#include <deque>

using namespace Qt::StringLiterals;
namespace async = util::async;
using types::ItemType;
using util::Error;
using util::Result;

namespace library {

namespace {

constexpr std::chrono::seconds kPlaylistsAfter { 2 };
constexpr int kReaders = 3; ///< that ask for pages at the same time

/// Shared by the slices that write them, because there may be a million.
using SharedRanks = std::shared_ptr<const std::vector<RankedTrack>>;

/// The ranks to be stored; null if those that are stored are right.
Result<SharedRanks> staleRanks(db::Connection& connection, std::stop_token stop)
{
    const auto state = ranksState(connection);
    if (!state) {
        return state.error();
    }
    if (*state == Ranks::Valid) {
        return SharedRanks();
    }
    auto ranks = computeRanks(connection, std::move(stop));
    if (!ranks) {
        return std::move(ranks).error();
    }
    return SharedRanks(std::make_shared<std::vector<RankedTrack>>(std::move(ranks).value()));
}

/// Only what this run read is complete; "synchronised at" means everything.
Result<bool> noteSynced(
    db::Connection& connection, const types::SectionKey& onlySection, qint64 now)
{
    if (onlySection.isValid()) {
        auto part = connection.prepare(R"(
            UPDATE section_sync
            SET completed_at = ?
            WHERE section_id = (SELECT id FROM section WHERE key = ?))");
        if (auto done = part.bind(now, onlySection).run(); !done) {
            return std::move(done).error();
        }
        return true;
    }
    if (auto done = connection.prepare("UPDATE section_sync SET completed_at = ?").bind(now).run();
        !done) {
        return std::move(done).error();
    }
    auto store
        = connection.prepare("INSERT OR REPLACE INTO cache (key, value) VALUES ('synced_at', ?)");
    if (auto done = store.bind(QString::number(now)).run(); !done) {
        return std::move(done).error();
    }
    return true;
}

} // namespace

/// One run from its start to its end.
struct Sync::Run
{
    /// A part that is being read and not written yet.
    struct Ahead
    {
        ItemType type;
        std::unique_ptr<SectionReader> reader;
        util::Future<WriteOutcome> outcome;
    };

    plex::Server& server;
    SyncOptions options;
    std::stop_token stop;
    util::Promise<SyncSummary> promise {};
    SyncSummary summary {};
    SyncPlan plan {};
    qint64 now = 0; // by the server's clock
    std::unique_ptr<SectionReader> reader {};
    std::deque<Ahead> ahead {}; // in the order in which they are written
    int asking = 0; // readers that have not asked for all of theirs
    std::unique_ptr<DeltaPass> delta {};
    std::unique_ptr<PlaylistReader> listReader {};
    std::optional<util::Future<void>> lists {}; // all playlists are read; begun once
    bool hasNews = false; // some of it was complete before
    bool isSecondTry = false; // of that
    std::chrono::milliseconds startedAt { 0 };
    CacheKey cache {}; // whose cache it is: another that is opened meanwhile is not written to
};

Sync::Sync(Library& library, QThreadPool& pool, const util::Clock& clock, QObject* parent)
    : QObject(parent)
    , m_library(library)
    , m_pool(pool)
    , m_clock(clock)
{
    m_playlistsDue.setSingleShot(true);
    connect(&m_playlistsDue, &QTimer::timeout, this, &Sync::beginPlaylists);
}

Sync::~Sync() = default;

util::Future<SyncSummary> Sync::run(
    plex::Server& server, const SyncOptions& options, std::stop_token stop)
{
    if (m_run) {
        return async::ready<SyncSummary>(Error {
            Error::Code::Conflict, tr("The library is being synchronised already."), {}, 0, {} });
    }
    m_run = std::make_unique<Run>(Run { server, options, std::move(stop) });
    m_run->startedAt = m_clock.elapsed();
    m_run->cache = m_library.key();
    auto future = m_run->promise.future();
    qCInfo(lcLibrary) << "event=sync_started";
    beginAside();
    Q_EMIT runningChanged(true);
    readSections();
    return future;
}

void Sync::setReading(int readings)
{
    const bool was = m_readings > 0;
    m_readings = readings;
    if (was != (readings > 0)) {
        Q_EMIT readingChanged(readings > 0);
    }
}

bool Sync::mayGoOn()
{
    if (!m_run->stop.stop_requested()) {
        return true;
    }
    end(Error::cancelled()); // the server may be gone
    return false;
}

void Sync::readSections()
{
    if (!mayGoOn()) {
        return;
    }
    async::deliver(
        m_run->server.sections(m_run->stop), this, [this](Result<QList<types::Section>> sections) {
            if (!sections) {
                end(std::move(sections).error());
                return;
            }
            if (!mayGoOn()) {
                return;
            }
            m_run->now = m_run->server.serverTime().value_or(m_clock.epochSeconds());
            removeLost(*sections);
        });
}

void Sync::removeLost(const QList<types::Section>& present)
{
    const auto lost = m_library.read(
        [present](db::Connection& c, std::stop_token) { return lostItems(c, present); },
        m_run->stop);
    const auto removed = async::andThen(lost, this, [this](const QList<qint64>& ids) {
        m_run->summary.removed += static_cast<int>(ids.size());
        return m_library.writeSlices(
            m_run->cache, ids.size(),
            [ids](db::Connection& c, db::ChangeSet& changes, qsizetype first, qsizetype count) {
                return ItemWriter(c, changes).remove(ids.mid(first, count));
            },
            m_run->stop);
    });
    async::deliver(removed, this, [this, present](Result<void> done) {
        if (!done) {
            end(std::move(done).error());
            return;
        }
        writeSections(present);
    });
}

void Sync::writeSections(const QList<types::Section>& sections)
{
    auto stored = m_library.writeTo(
        m_run->cache,
        [sections, options = m_run->options, cache = m_run->cache, now = m_run->now](
            db::Connection& connection, db::ChangeSet& changes) -> Result<SyncPlan> {
            if (auto removed = removeSections(connection, changes, sections); !removed) {
                return std::move(removed).error();
            }
            if (auto resting = restIndexes(connection); !resting) {
                return std::move(resting).error();
            }
            return storeSections(connection, changes, sections, options, cache, now);
        },
        m_run->stop);
    async::deliver(stored, this, [this](Result<SyncPlan> plan) {
        if (!plan) {
            end(std::move(plan).error());
            return;
        }
        m_run->plan = std::move(plan).value();
        m_run->hasNews = !m_run->plan.news.isEmpty();
        m_playlistsDue.start(kPlaylistsAfter);
        readNextPart();
    });
}

void Sync::readNextPart()
{
    if (m_run->plan.whole.isEmpty() && m_run->ahead.empty()) {
        beginPlaylists();
        readDelta();
        return;
    }
    if (!mayGoOn()) {
        return;
    }
    readAhead();
    Run::Ahead next = std::move(m_run->ahead.front());
    m_run->ahead.pop_front();
    m_run->reader = std::move(next.reader);
    m_run->reader->startWriting();
    if (next.type == ItemType::Track) {
        beginPlaylists();
    }
    async::deliver(next.outcome, this, [this](Result<WriteOutcome> outcome) {
        m_run->reader.release()->deleteLater();
        if (!outcome) {
            end(std::move(outcome).error());
            return;
        }
        add(*outcome);
        readNextPart();
    });
}

void Sync::beginPlaylists()
{
    // Beside the items, because neither needs the other; but once the writer has more to do than
    // the server and the threads that read, where they would be in the way.
    m_playlistsDue.stop();
    if (!m_run->lists) {
        m_run->lists = readPlaylists();
    }
}

void Sync::add(const WriteOutcome& outcome)
{
    m_run->summary.added += outcome.added;
    m_run->summary.updated += outcome.updated;
    m_run->summary.removed += outcome.removed;
}

void Sync::readAhead()
{
    while (m_run->asking < kReaders && !m_run->plan.whole.isEmpty()) {
        beginReader(m_run->plan.whole.takeFirst());
    }
}

void Sync::beginReader(const SectionReader::Part& part)
{
    auto reader = std::make_unique<SectionReader>(
        m_library, m_run->server, m_pool, part, m_afterPage, m_run->stop);
    connect(reader.get(), &SectionReader::progressed, this,
        [this, title = part.section.title](
            qint64 done, qint64 total) { Q_EMIT progressed(title, done, total); });
    // The writer is what takes time: the next parts are there when it is free.
    ++m_run->asking;
    connect(reader.get(), &SectionReader::allAsked, this, [this] {
        --m_run->asking;
        readAhead();
    });
    auto outcome = reader->run();
    m_run->ahead.push_back({ part.type, std::move(reader), std::move(outcome) });
}

void Sync::readDelta()
{
    if (m_run->plan.news.isEmpty()) {
        complete();
        return;
    }
    if (!mayGoOn()) {
        return;
    }
    if (m_settledOf != m_run->cache) {
        m_settled.clear();
        m_settledOf = m_run->cache;
    }
    m_run->delta = std::make_unique<DeltaPass>(m_library, m_run->server, m_pool,
        std::exchange(m_run->plan.news, {}), m_run->now, m_afterPage, m_settled, m_run->stop);
    connect(m_run->delta.get(), &DeltaPass::progressed, this,
        [this](const QString& title) { Q_EMIT progressed(title, 0, 0); });
    async::deliver(m_run->delta->run(), this, [this](Result<WriteOutcome> outcome) {
        m_run->delta.release()->deleteLater(); // it is what delivers
        if (!outcome) {
            end(std::move(outcome).error());
            return;
        }
        add(*outcome);
        complete();
    });
}

void Sync::complete()
{
    if (!mayGoOn()) {
        return;
    }
    // Side by side: a reader ranks the tracks, and the writer makes all indexes but the one of the
    // ranks.
    QList<util::Future<bool>> aside { async::andThen(rank(), this, [] { return true; }) };
    for (const QLatin1StringView index : kRestingIndexes) {
        if (index != kRankIndex) {
            aside.append(async::andThen(wake(index), this, [] { return true; }));
        }
    }
    const auto done = async::andThen(
        async::all(aside, this), this, [this](const QList<bool>&) { return wake(kRankIndex); });
    async::deliver(done, this, [this](Result<void> result) {
        if (!result) {
            end(std::move(result).error());
            return;
        }
        finishPlaylists();
    });
}

void Sync::finishPlaylists()
{
    async::deliver(*m_run->lists, this, [this](Result<void> result) {
        if (result) {
            conclude();
        } else if (result.error().code == Error::Code::Cancelled || m_run->isSecondTry) {
            end(std::move(result).error());
        } else if (mayGoOn()) {
            // What failed at the beginning may work by now: all the rest was read meanwhile.
            m_run->isSecondTry = true;
            m_run->lists = readPlaylists();
            finishPlaylists();
        }
    });
}

util::Future<void> Sync::wake(QLatin1StringView index)
{
    return m_library.writeTo(
        m_run->cache, [index](db::Connection& c, db::ChangeSet&) { return wakeIndex(c, index); },
        m_run->stop);
}

util::Future<void> Sync::rank()
{
    return async::andThen(
        m_library.read(&staleRanks, m_run->stop), this, [this](const SharedRanks& ranks) {
            return ranks ? writeRanks(ranks) : async::ready<void>({});
        });
}

util::Future<void> Sync::writeRanks(const std::shared_ptr<const std::vector<RankedTrack>>& ranks)
{
    const auto written = m_library.writeSlices(
        m_run->cache, std::ssize(*ranks),
        [ranks](db::Connection& c, db::ChangeSet&, qsizetype first, qsizetype rows) {
            return storeRanks(c, std::span(*ranks).subspan(size_t(first), size_t(rows)));
        },
        m_run->stop);
    return async::andThen(written, this, [this] {
        return m_library.writeTo(
            m_run->cache,
            [](db::Connection& c, db::ChangeSet& changes) {
                changes.addMany(kTrackOrderTable);
                return noteRanks(c, Ranks::Valid);
            },
            m_run->stop);
    });
}

util::Future<void> Sync::readPlaylists()
{
    if (m_run->options.section.isValid()) {
        return async::ready<void>({});
    }
    m_run->listReader = std::make_unique<PlaylistReader>(
        m_library, m_run->server, m_run->cache, m_clock.epochSeconds(), m_afterPage, m_run->stop);
    connect(
        m_run->listReader.get(), &PlaylistReader::progressed, this, [this](const QString& title) {
            if (!m_run->reader) { // else its progress is shown
                Q_EMIT progressed(title, 0, 0);
            }
        });
    return m_run->listReader->run({ {}, m_run->hasNews });
}

void Sync::conclude()
{
    auto noted = m_library.writeTo(
        m_run->cache,
        [now = m_clock.epochSeconds(), only = m_run->options.section](db::Connection& connection,
            db::ChangeSet&) { return noteSynced(connection, only, now); },
        m_run->stop);
    auto counted = async::andThen(noted, this, [this](bool) { return m_library.counts(); });
    async::deliver(counted, this, [this](Result<Counts> counts) {
        if (!counts) {
            end(std::move(counts).error());
            return;
        }
        m_run->summary.counts = *counts;
        const auto spent = m_clock.elapsed() - m_run->startedAt;
        m_run->summary.seconds = std::chrono::duration<double>(spent).count();
        // All is there: nobody waits for the room that this gives back.
        async::deliver(m_library.trim(), this, [](const Result<void>&) {});
        end(m_run->summary);
    });
}

void Sync::end(Result<SyncSummary> result)
{
    const bool isFailed = !result && result.error().code != Error::Code::Cancelled;
    if (isFailed) { // it may never come to its end: what browsing wants is made now
        for (const QLatin1StringView index : kRestingIndexes) {
            async::deliver(wake(index), this, [](const Result<void>&) {
                // The next run makes those that could not be made.
            });
        }
    }
    m_playlistsDue.stop();
    const auto run = std::move(m_run);
    if (result) {
        qCInfo(lcLibrary) << "event=sync_finished added=" << result->added
                          << "updated=" << result->updated << "removed=" << result->removed;
    } else {
        qCInfo(lcLibrary).noquote()
            << "event=sync_ended why=" << util::codeName(result.error().code);
    }
    endAside();
    Q_EMIT runningChanged(false);
    Q_EMIT finished();
    run->promise.finish(std::move(result));
}

} // namespace library
