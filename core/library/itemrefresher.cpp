// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/itemrefresher.h"

#include "core/library/log.h"

#include <map>

namespace async = util::async;
using types::RatingKey;
using util::Result;
using Code = util::Error::Code;

namespace library {

namespace {

/// Into how many parts a request is divided that failed. Each failure takes seconds, because the
/// client tries thrice: more parts mean fewer of them on the way to the one item.
constexpr qsizetype kParts = 10;

/// The row of the section with this key; 0 if it is not kept.
Result<qint64> sectionOf(db::Connection& connection, const types::SectionKey& key)
{
    auto statement = connection.prepare("SELECT id FROM section WHERE key = ?");
    statement.bind(key);
    const qint64 id = statement.next() ? statement.integer(0) : 0;
    if (auto status = statement.status(); !status) {
        return std::move(status).error();
    }
    return id;
}

/// The keys of what stands directly below @p ids.
Result<QList<RatingKey>> keysBelow(db::Connection& connection, const QList<qint64>& ids)
{
    QList<RatingKey> keys;
    for (const qint64 id : ids) {
        auto below = connection.prepare("SELECT rating_key FROM item WHERE parent_id = ?");
        below.bind(id);
        while (below.next()) {
            keys.append({ below.text(0) });
        }
        if (auto status = below.status(); !status) {
            return std::move(status).error();
        }
    }
    return keys;
}

} // namespace

ItemRefresher::ItemRefresher(Library& library, plex::Server& server, QThreadPool& pool,
    CacheKey cache, SectionReader::AfterPage afterPage, std::stop_token stop, QObject* parent)
    : QObject(parent)
    , m_library(library)
    , m_server(server)
    , m_pool(pool)
    , m_cache(std::move(cache))
    , m_afterPage(std::move(afterPage))
    , m_stop(std::move(stop))
{
}

util::Future<WriteOutcome> ItemRefresher::refresh(const QList<RatingKey>& keys)
{
    auto future = m_promise.future();
    m_waiting = keys;
    requestNext();
    return future;
}

void ItemRefresher::requestNext()
{
    if (m_smaller.isEmpty() && m_next >= m_waiting.size()) {
        m_waiting.clear();
        m_next = 0;
        QSet<RatingKey> round;
        for (const RatingKey& key : std::exchange(m_nextRound, {})) {
            const bool isAsked = round.contains(key) || m_failed.contains(key);
            if (m_asked.value(key) < kRounds && !isAsked) {
                round.insert(key);
                m_waiting.append(key);
            }
        }
    }
    if (m_smaller.isEmpty() && m_waiting.isEmpty()) {
        m_isOver = true;
        m_promise.finish(m_outcome);
        return;
    }
    if (m_stop.stop_requested()) {
        fail(util::Error::cancelled()); // the server may be gone
        return;
    }
    if (m_smaller.isEmpty()) {
        m_smaller.append(m_waiting.mid(m_next, kKeysPerRequest));
        m_next += m_smaller.first().size();
        for (const RatingKey& key : m_smaller.first()) {
            ++m_asked[key];
        }
    }
    const QList<RatingKey> asked = m_smaller.takeFirst();
    async::deliver(
        m_server.metadata(asked, m_stop), this, [this, asked](Result<QList<types::Item>> items) {
            if (items) {
                write(asked, *items);
            } else if (items.error().code == Code::Server || items.error().code == Code::Protocol) {
                narrow(asked, items.error());
            } else {
                fail(std::move(items).error());
            }
        });
}

void ItemRefresher::narrow(const QList<RatingKey>& asked, const util::Error& error)
{
    if (asked.size() > 1) {
        const qsizetype size = std::max<qsizetype>(1, asked.size() / kParts);
        QList<QList<RatingKey>> parts;
        for (qsizetype at = 0; at < asked.size(); at += size) {
            parts.append(asked.mid(at, size));
        }
        m_smaller = parts + m_smaller;
        requestNext();
        return;
    }
    if (m_stop.stop_requested()) {
        fail(util::Error::cancelled()); // the server may be gone
        return;
    }
    // Is it this item, or the server?
    async::deliver(m_server.sections(m_stop), this,
        [this, key = asked.first(), error](Result<QList<types::Section>> answer) {
            if (answer) {
                passOver(key, error);
            } else {
                fail(std::move(answer).error());
            }
        });
}

void ItemRefresher::passOver(const RatingKey& key, const util::Error& error)
{
    m_failed.insert(key);
    if (m_failed.size() >= kMostFailed) {
        m_smaller.clear();
        m_waiting.clear();
        m_next = 0;
        m_nextRound.clear();
    }
    qCWarning(lcLibrary).noquote() << "event=item_not_refreshed why=" << util::codeName(error.code)
                                   << "status=" << error.httpStatus << "failed=" << m_failed.size();
    requestNext();
}

void ItemRefresher::write(const QList<RatingKey>& asked, const QList<types::Item>& items)
{
    const auto prepared = async::run(
        m_pool, [items] { return Result<QList<PreparedItem>>(prepareDetails(items)); });
    const auto written
        = async::andThen(prepared, this, [this, asked](const QList<PreparedItem>& rows) {
              return m_library.writeTo(
                  m_cache,
                  [asked, rows, after = m_afterPage](
                      db::Connection& connection, db::ChangeSet& changes) -> Result<Written> {
                      auto done = writeRows(connection, changes, asked, rows);
                      if (done && after) {
                          if (auto applied = after(connection, changes); !applied) {
                              return std::move(applied).error();
                          }
                      }
                      return done;
                  },
                  m_stop);
          });
    async::deliver(written, this, [this](Result<Written> done) {
        if (!done) {
            fail(std::move(done).error());
            return;
        }
        m_outcome += done->outcome;
        m_nextRound += done->next;
        requestNext();
    });
}

Result<ItemRefresher::Written> ItemRefresher::writeRows(db::Connection& connection,
    db::ChangeSet& changes, const QList<RatingKey>& asked, const QList<PreparedItem>& rows)
{
    Written written;
    QHash<RatingKey, const PreparedItem*> shown;
    std::map<std::pair<types::ItemType, QString>, QList<PreparedItem>> groups; // parents first
    for (const PreparedItem& row : rows) {
        shown.insert(row.item.ratingKey, &row);
        groups[{ row.item.type, row.item.section.value }].append(row);
    }
    ItemWriter writer(connection, changes);
    for (const auto& [group, items] : groups) {
        const auto section = sectionOf(connection, { group.second });
        auto outcome = section && *section > 0
            ? writer.write(*section, items, nullptr, ItemWriter::Titles::Hand)
            : Result<WriteOutcome>(WriteOutcome {}); // of a library that is not kept
        if (!section || !outcome) {
            return section ? std::move(outcome).error() : section.error();
        }
        written.outcome += *outcome;
    }
    for (const RatingKey& orphan : std::exchange(written.outcome.orphans, {})) {
        const types::Item& item = shown.value(orphan)->item;
        for (const RatingKey& key : { item.grandparentKey, item.parentKey, orphan }) {
            if (key.isValid()) {
                written.next.append(key);
            }
        }
    }
    QList<RatingKey> missing;
    std::ranges::copy_if(asked, std::back_inserter(missing),
        [&shown](const RatingKey& key) { return !shown.contains(key); });
    const auto gone = missing.isEmpty()
        ? Result<QHash<RatingKey, qint64>>(QHash<RatingKey, qint64>())
        : idsOf(connection, missing);
    if (!gone || gone->isEmpty()) {
        return gone ? Result<Written>(written) : Result<Written>(gone.error());
    }
    auto below = keysBelow(connection, gone->values());
    if (!below) {
        return std::move(below).error();
    }
    written.next += *below;
    written.outcome.removed += static_cast<int>(gone->size());
    if (auto removed = writer.remove(gone->values()); !removed) {
        return std::move(removed).error();
    }
    return written;
}

void ItemRefresher::fail(util::Error error)
{
    if (!m_isOver) {
        m_isOver = true;
        m_promise.finish(std::move(error));
    }
}

} // namespace library
