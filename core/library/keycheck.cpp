// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/keycheck.h"

#include "core/library/tables.h"

using namespace Qt::StringLiterals;
namespace async = util::async;
using types::RatingKey;
using util::Result;
using What = library::KeyCheck::What;

namespace library {

namespace {

/// The condition on the cache's rows; each has an index.
QString conditionOf(What what)
{
    switch (what) {
    case What::Existing:
        return {};
    case What::Rated:
        return u" AND rating > 0"_s;
    case What::Played:
        break;
    }
    return u" AND viewed_at > 0"_s;
}

/// Marks those of @p keys that the cache has and that fit; the others come back.
Result<QList<RatingKey>> unknownOf(
    db::Connection& connection, const QList<RatingKey>& keys, What what, SeenIds& seen)
{
    const auto ids = idsOf(connection, keys);
    if (!ids) {
        return ids.error();
    }
    auto fits = connection.prepare(u"SELECT 1 FROM item WHERE id = ?"_s + conditionOf(what));
    QList<RatingKey> unknown;
    for (const RatingKey& key : keys) {
        const auto id = ids->constFind(key);
        if (id == ids->constEnd()) {
            unknown.append(key);
            continue;
        }
        if (what == What::Existing || fits.bind(*id).next()) {
            seen.insert({ *id });
        } else {
            unknown.append(key);
        }
        if (auto status = fits.status(); !status) {
            return std::move(status).error();
        }
    }
    return unknown;
}

/// Keys of the cache that were not met and fit.
Result<QList<RatingKey>> unmetOf(db::Connection& connection, const SectionReader::Part& part,
    What what, const SeenIds& seen, std::stop_token stop)
{
    const auto [first, last] = idRange(part.type);
    auto all = connection.prepare(
        u"SELECT id, rating_key FROM item WHERE type = ? AND id >= ? AND id < ? "
        u"AND section_id = ?"_s
        + conditionOf(what));
    all.bind(int(part.type), first, last, part.sectionId);
    QList<RatingKey> unmet;
    int rows = 0;
    while (all.next()) {
        if (!seen.contains({ all.integer(0) })) {
            unmet.append({ all.text(1) });
        }
        if (++rows % 1024 == 0 && stop.stop_requested()) {
            return util::Error::cancelled();
        }
    }
    if (auto status = all.status(); !status) {
        return std::move(status).error();
    }
    return unmet;
}

} // namespace

KeyCheck::KeyCheck(Library& library, plex::Server& server, SectionReader::Part part, What what,
    std::stop_token stop, QObject* parent)
    : QObject(parent)
    , m_library(library)
    , m_server(server)
    , m_part(std::move(part))
    , m_what(what)
    , m_stop(std::move(stop))
    , m_seen(std::make_shared<SeenIds>())
{
}

std::pair<QString, QString> KeyCheck::filterOf(What what)
{
    switch (what) {
    case What::Existing:
        return {};
    case What::Rated:
        return { u"userRating>>"_s, u"0"_s };
    case What::Played:
        break;
    }
    return { u"lastViewedAt>>"_s, u"0"_s };
}

Result<qint64> KeyCheck::countOf(db::Connection& connection, types::ItemType type, What what)
{
    if (type == types::ItemType::Track && what == What::Existing) {
        return connection.integer(u"SELECT count(*) FROM track_order"_s); // as many, and cheaper
    }
    const auto [first, last] = idRange(type);
    auto statement = connection.prepare(
        u"SELECT count(*) FROM item WHERE type = ? AND id >= ? AND id < ?"_s + conditionOf(what));
    statement.bind(int(type), first, last);
    const qint64 count = statement.next() ? statement.integer(0) : 0;
    if (auto status = statement.status(); !status) {
        return std::move(status).error();
    }
    return count;
}

util::Future<KeyCheck::Suspects> KeyCheck::run()
{
    auto future = m_promise.future();
    request();
    return future;
}

void KeyCheck::request()
{
    if (m_stop.stop_requested()) {
        finish(util::Error::cancelled()); // the server may be gone
        return;
    }
    const auto [field, value] = filterOf(m_what);
    async::deliver(m_server.itemKeys(
                       m_part.section.key, m_part.type, m_start, kPageSize, field, value, m_stop),
        this, [this](Result<plex::Page<RatingKey>> page) { receive(std::move(page)); });
}

void KeyCheck::receive(Result<plex::Page<RatingKey>> page)
{
    if (m_isOver) {
        return;
    }
    if (!page) {
        finish(std::move(page).error());
        return;
    }
    // A server that ignores paging sends everything, each time anew if there is no total.
    const RatingKey first = page->items.isEmpty() ? RatingKey() : page->items.constFirst();
    const bool isEverything
        = page->received > kPageSize || (m_start > 0 && first.isValid() && first == m_firstOfPage);
    m_firstOfPage = first;
    m_start += page->received;
    const bool isEnd
        = page->received == 0 || isEverything || (page->total && m_start >= *page->total);
    const auto unknown = m_library.readFrom(
        m_part.cache,
        [keys = page->items, what = m_what, seen = m_seen](db::Connection& connection,
            std::stop_token) { return unknownOf(connection, keys, what, *seen); },
        m_stop);
    async::deliver(unknown, this, [this, isEnd](Result<QList<RatingKey>> keys) {
        if (!keys) {
            finish(std::move(keys).error());
            return;
        }
        m_suspects.keys += *keys;
        m_suspects.isComplete = m_suspects.keys.size() <= kMost;
        if (!m_suspects.isComplete) {
            finish(m_suspects);
        } else if (isEnd) {
            compare();
        } else {
            request();
        }
    });
}

void KeyCheck::compare()
{
    const auto unmet = m_library.readFrom(
        m_part.cache,
        [part = m_part, what = m_what, seen = m_seen](db::Connection& connection,
            std::stop_token stop) { return unmetOf(connection, part, what, *seen, stop); },
        m_stop);
    async::deliver(unmet, this, [this](Result<QList<RatingKey>> keys) {
        if (!keys) {
            finish(std::move(keys).error());
            return;
        }
        m_suspects.keys += *keys;
        finish(m_suspects);
    });
}

void KeyCheck::finish(Result<Suspects> result)
{
    if (!m_isOver) {
        m_isOver = true;
        m_promise.finish(std::move(result));
    }
}

} // namespace library
