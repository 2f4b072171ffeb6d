// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/deltapass.h"

#include <map>

using namespace Qt::StringLiterals;
namespace async = util::async;
using util::Result;
using What = library::KeyCheck::What;

namespace library {

QString DeltaPass::Count::name() const
{
    return u"%1:%2"_s.arg(int(type)).arg(int(what));
}

DeltaPass::DeltaPass(Library& library, plex::Server& server, QThreadPool& pool, QList<Part> parts,
    qint64 now, SectionReader::AfterPage afterPage, Settled& settled, std::stop_token stop,
    QObject* parent)
    : QObject(parent)
    , m_library(library)
    , m_server(server)
    , m_pool(pool)
    , m_parts(std::move(parts))
    , m_now(now)
    , m_afterPage(std::move(afterPage))
    , m_settled(settled)
    , m_stop(std::move(stop))
{
}

DeltaPass::~DeltaPass() = default;

util::Future<WriteOutcome> DeltaPass::run()
{
    auto future = m_promise.future();
    readNext();
    return future;
}

template <class T>
bool DeltaPass::isFine(const Result<T>& result)
{
    if (m_isOver) {
        return false;
    }
    if (!result) {
        fail(result.error());
        return false;
    }
    if (m_stop.stop_requested()) {
        fail(util::Error::cancelled()); // the server may be gone
        return false;
    }
    return true;
}

void DeltaPass::readNext()
{
    if (m_next >= m_parts.size()) {
        count();
        return;
    }
    const Part& next = m_parts.at(m_next++);
    Q_EMIT progressed(next.part.section.title);
    m_reader = std::make_unique<DeltaReader>(
        m_library, m_server, m_pool, next.part, next.marks, m_now, m_afterPage, m_stop);
    async::deliver(m_reader->run(), this, [this](const Result<DeltaReader::Outcome>& outcome) {
        m_reader.release()->deleteLater(); // it is what delivers
        if (isFine(outcome)) {
            m_outcome += outcome->written;
            readNext();
        }
    });
}

void DeltaPass::count()
{
    QList<Count> counts;
    QList<util::Future<Count>> answers;
    for (const Part& part : std::as_const(m_parts)) {
        for (const What what : { What::Existing, What::Rated, What::Played }) {
            const auto [field, value] = KeyCheck::filterOf(what);
            const types::ItemType type = part.part.type;
            answers.append(async::andThen(
                m_server.itemCount(part.part.section.key, type, field, value, m_stop), this,
                [type, what](std::optional<qint64> total) {
                    return Count { type, what, 0, total };
                }));
        }
    }
    async::deliver(async::all(answers, this), this, [this](const Result<QList<Count>>& found) {
        if (!isFine(found)) {
            return;
        }
        // The cache counts by type: what several sections have is added up.
        std::map<QString, Count> sums;
        for (const Count& one : *found) {
            Count& sum = sums.try_emplace(one.name(), Count { one.type, one.what }).first->second;
            sum.there
                = sum.there && one.there ? std::optional(*sum.there + *one.there) : std::nullopt;
        }
        QList<Count> all;
        for (const auto& [name, sum] : sums) {
            all.append(sum);
        }
        compare(all);
    });
}

util::Future<QList<DeltaPass::Count>> DeltaPass::countHere(QList<Count> counts)
{
    const CacheKey cache = m_parts.isEmpty() ? m_library.key() : m_parts.first().part.cache;
    return m_library.readFrom(
        cache,
        [counts = std::move(counts)](
            db::Connection& connection, std::stop_token) mutable -> Result<QList<Count>> {
            for (Count& count : counts) {
                auto here = KeyCheck::countOf(connection, count.type, count.what);
                if (!here) {
                    return std::move(here).error();
                }
                count.here = *here;
            }
            return counts;
        },
        m_stop);
}

void DeltaPass::compare(const QList<Count>& counts)
{
    async::deliver(countHere(counts), this, [this](const Result<QList<Count>>& all) {
        if (!isFine(all)) {
            return;
        }
        for (const Count& count : *all) {
            if (!count.differs()
                || m_settled.value(count.name()) == std::pair(count.here, *count.there)) {
                continue;
            }
            m_differing.append(count);
            for (const Part& part : std::as_const(m_parts)) {
                if (part.part.type == count.type) {
                    m_checks.append({ part.part, count.what });
                }
            }
        }
        checkNext();
    });
}

void DeltaPass::checkNext()
{
    if (m_checks.isEmpty()) {
        look();
        return;
    }
    const auto [part, what] = m_checks.takeFirst();
    m_check = std::make_unique<KeyCheck>(m_library, m_server, part, what, m_stop);
    async::deliver(m_check->run(), this,
        [this, check = Check(part, what)](const Result<KeyCheck::Suspects>& found) {
            m_check.release()->deleteLater();
            if (!isFine(found)) {
                return;
            }
            m_suspects += found->keys;
            if (!found->isComplete) {
                m_cutShort.append(check);
            }
            checkNext();
        });
}

void DeltaPass::look()
{
    const QList<types::RatingKey> keys
        = m_suspects + std::exchange(m_outcome.orphans, QList<types::RatingKey>());
    if (keys.isEmpty()) {
        makeDue();
        return;
    }
    m_refresher = std::make_unique<ItemRefresher>(
        m_library, m_server, m_pool, m_parts.first().part.cache, m_afterPage, m_stop);
    async::deliver(m_refresher->refresh(keys), this, [this](const Result<WriteOutcome>& outcome) {
        if (isFine(outcome)) {
            m_outcome += *outcome;
            m_hasHelped = outcome->added + outcome->updated + outcome->removed > 0;
            makeDue();
        }
    });
}

void DeltaPass::makeDue()
{
    if (m_cutShort.isEmpty()) {
        finish();
        return;
    }
    const auto noted = m_library.writeTo(
        m_parts.first().part.cache,
        [checks = m_cutShort](db::Connection& connection, db::ChangeSet&) -> Result<bool> {
            for (const auto& [part, what] : checks) {
                auto done = noteReconcile(connection, part.sectionId, part.type, 0, 0);
                if (!done) {
                    return std::move(done).error();
                }
            }
            return true;
        },
        m_stop);
    async::deliver(noted, this, [this](const Result<bool>& done) {
        if (isFine(done)) {
            finish();
        }
    });
}

void DeltaPass::finish()
{
    // Counts that differ all the same, as of ratings that wait to be sent, are compared again only
    // when they move; those that were compared in part also if looking at that part has helped.
    async::deliver(countHere(m_differing), this, [this](const Result<QList<Count>>& counts) {
        if (!isFine(counts)) {
            return;
        }
        const auto goesOn = [this](const Count& count) {
            return m_hasHelped && std::ranges::any_of(m_cutShort, [&count](const Check& check) {
                return check.first.type == count.type && check.second == count.what;
            });
        };
        for (const Count& count : *counts) {
            if (count.differs() && !goesOn(count)) {
                m_settled.insert(count.name(), { count.here, *count.there });
            }
        }
        m_isOver = true;
        m_promise.finish(m_outcome);
    });
}

void DeltaPass::fail(util::Error error)
{
    if (!m_isOver) {
        m_isOver = true;
        m_promise.finish(std::move(error));
    }
}

} // namespace library
