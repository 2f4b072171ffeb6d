// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/playlistreader.h"

namespace async = util::async;
using util::Error;
using util::Result;

namespace library {

/// One list on its way into the cache.
struct PlaylistReader::Reading
{
    types::RatingKey key {};
    std::deque<EntryRow> entries {};
    types::PlaylistItem first {};
};

PlaylistReader::PlaylistReader(Library& library, plex::Server& server, CacheKey cache, qint64 now,
    SectionReader::AfterPage afterPage, std::stop_token stop, QObject* parent)
    : QObject(parent)
    , m_library(library)
    , m_server(server)
    , m_cache(std::move(cache))
    , m_now(now)
    , m_afterPage(std::move(afterPage))
    , m_stop(std::move(stop))
{
}

util::Future<void> PlaylistReader::run(const Wanted& wanted)
{
    auto future = m_promise.future();
    if (m_stop.stop_requested()) {
        finish(Error::cancelled()); // the server may be gone
        return future;
    }
    const auto toRead = async::andThen(
        m_server.playlists(m_stop), this, [this, wanted](const QList<types::Playlist>& lists) {
            const auto isWanted = [wanted](const types::Playlist& list) {
                return wanted.named.contains(list.ratingKey)
                    || (list.smart && (!wanted.onlySmallSmart || list.leafCount <= kSmallSmart));
            };
            return m_library.writeTo(
                m_cache,
                [lists, isWanted, after = m_afterPage](db::Connection& connection,
                    db::ChangeSet& changes) -> Result<QList<types::Playlist>> {
                    auto changed = PlaylistWriter(connection, changes).writeAll(lists, isWanted);
                    const auto done = runAfter(after, connection, changes);
                    return done ? std::move(changed) : Result<QList<types::Playlist>>(done.error());
                },
                m_stop);
        });
    async::deliver(toRead, this, [this](Result<QList<types::Playlist>> lists) {
        if (!lists) {
            finish(std::move(lists).error());
            return;
        }
        m_waiting = std::move(lists).value();
        readNext();
    });
    return future;
}

void PlaylistReader::readNext()
{
    while (!m_isOver && m_readings < kAtOnce && !m_waiting.isEmpty()) {
        const types::Playlist list = m_waiting.takeFirst();
        ++m_readings;
        Q_EMIT progressed(list.title);
        // Shared by the requests for its pages, one after the other.
        readEntries(std::make_shared<Reading>(Reading { list.ratingKey }), 0);
    }
    if (m_readings == 0) {
        finish({});
    }
}

void PlaylistReader::readEntries(const std::shared_ptr<Reading>& reading, qint64 start)
{
    if (m_stop.stop_requested()) {
        finish(Error::cancelled());
        return;
    }
    async::deliver(m_server.playlistItems(reading->key, start, kPageSize, m_stop), this,
        [this, reading, start](Result<plex::Page<types::PlaylistItem>> page) {
            if (!m_isOver) {
                receive(reading, start, std::move(page));
            }
        });
}

void PlaylistReader::receive(const std::shared_ptr<Reading>& reading, qint64 start,
    Result<plex::Page<types::PlaylistItem>> page)
{
    if (!page && page.error().code == Error::Code::NotFound) {
        --m_readings; // deleted since it was listed
        readNext();
        return;
    }
    if (!page) {
        finish(std::move(page).error());
        return;
    }
    // A server that ignores paging sends everything, each time anew if there is no total.
    const bool isRepeated
        = start > 0 && !page->items.isEmpty() && page->items.constFirst() == reading->first;
    if (!isRepeated) {
        std::ranges::transform(page->items, std::back_inserter(reading->entries), entryRowOf);
    }
    if (start == 0 && !page->items.isEmpty()) {
        reading->first = page->items.constFirst();
    }
    const qint64 next = start + page->received;
    const bool isEnd = page->received == 0 || page->received > kPageSize || isRepeated
        || (page->total && next >= *page->total);
    if (!isEnd) {
        readEntries(reading, next);
        return;
    }
    store(reading);
}

void PlaylistReader::store(const std::shared_ptr<Reading>& reading)
{
    // The rows are given away: to free hundreds of thousands of them would take too long here.
    const auto stored = m_library.writeTo(
        m_cache,
        [key = reading->key, entries = std::exchange(reading->entries, {}), now = m_now,
            after = m_afterPage](
            db::Connection& connection, db::ChangeSet& changes) -> Result<bool> {
            if (auto done = PlaylistWriter(connection, changes).writeEntries(key, entries, now);
                !done) {
                return std::move(done).error();
            }
            if (auto done = runAfter(after, connection, changes); !done) {
                return std::move(done).error();
            }
            return true;
        },
        m_stop);
    async::deliver(stored, this, [this](Result<bool> done) {
        if (m_isOver) {
            return;
        }
        if (!done) {
            finish(std::move(done).error());
            return;
        }
        --m_readings;
        readNext();
    });
}

Result<void> PlaylistReader::runAfter(
    const SectionReader::AfterPage& after, db::Connection& connection, db::ChangeSet& changes)
{
    return after ? after(connection, changes) : Result<void>();
}

void PlaylistReader::finish(Result<void> result)
{
    if (!m_isOver) {
        m_isOver = true;
        m_promise.finish(std::move(result));
    }
}

} // namespace library
