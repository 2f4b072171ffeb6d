// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/unfinished.h"

#include "core/db/changeset.h"
#include "core/library/tables.h"

namespace change {

namespace {

using Entry = Unfinished::Entry;

/// The rating key, if the target is one item.
std::optional<QString> itemIn(const QString& target)
{
    return target.startsWith(kItemTarget) ? std::optional(target.sliced(kItemTarget.size()))
                                          : std::nullopt;
}

/// What a list of its bucket is found by.
QString keyOf(const QString& target)
{
    return itemIn(target).value_or(target);
}

util::Result<void> applyAll(
    const QList<Entry>& entries, db::Connection& connection, db::ChangeSet& changes)
{
    for (const Entry& entry : entries) {
        if (!entry.operation) {
            continue;
        }
        if (auto done = entry.operation->apply(connection, changes, entry.payload); !done) {
            return done;
        }
    }
    return {};
}

util::Result<void> applyAll(
    const QHash<QString, QList<Entry>>& lists, db::Connection& connection, db::ChangeSet& changes)
{
    for (const QList<Entry>& list : lists) {
        if (auto done = applyAll(list, connection, changes); !done) {
            return done;
        }
    }
    return {};
}

/// The lists with an entry that @p changes may have undone in the cache.
QHash<QString, QList<Entry>> touchedBy(
    const db::ChangeSet& changes, const QHash<QString, QList<Entry>>& lists)
{
    QHash<QString, QList<Entry>> touched;
    for (auto list = lists.constBegin(); list != lists.constEnd(); ++list) {
        const bool isTouched = std::ranges::any_of(*list, [&changes](const Entry& entry) {
            return entry.operation && entry.operation->isTouchedBy(changes);
        });
        if (isTouched) {
            touched.insert(list.key(), *list);
        }
    }
    return touched;
}

} // namespace

Unfinished::Unfinished()
    : m_published(std::make_shared<std::atomic<std::shared_ptr<const Lists>>>())
{
}

void Unfinished::set(const QList<Entry>& entries)
{
    m_lists = {};
    m_targets.clear();
    m_kept.clear();
    add(entries);
}

void Unfinished::add(const QList<Entry>& entries)
{
    for (const Entry& entry : entries) {
        forget(entry.step); // one that is tried again may still be kept
        QList<Entry>& list = bucketWith(entry.target)[keyOf(entry.target)];
        list.insert(std::ranges::upper_bound(list, entry.step, {}, &Entry::step), entry);
        m_targets.insert(entry.step, entry.target);
    }
    publish();
}

void Unfinished::settle(const QList<qint64>& steps, const QHash<qint64, QJsonObject>& shown)
{
    if (!m_isSyncing) {
        remove(steps);
        return;
    }
    for (const qint64 step : steps) {
        const auto target = m_targets.constFind(step);
        if (target == m_targets.constEnd()) {
            continue;
        }
        QList<Entry>& list = bucketWith(*target)[keyOf(*target)];
        const auto entry = std::ranges::find(list, step, &Entry::step);
        entry->isOver = true;
        m_kept.insert(step);
        entry->payload = shown.value(step, entry->payload);
    }
    publish();
}

void Unfinished::remove(const QList<qint64>& steps)
{
    for (const qint64 step : steps) {
        forget(step);
    }
    publish();
}

void Unfinished::forgetKept(const QList<qint64>& steps)
{
    for (const qint64 step : steps) {
        if (m_kept.contains(step)) { // otherwise it is tried again
            forget(step);
        }
    }
    publish();
}

QList<Entry> Unfinished::entries(const QSet<QString>& targets) const
{
    QList<Entry> found;
    for (const QString& target : targets) {
        const auto key = itemIn(target);
        found += key ? m_lists.items.at(bucketOf(*key)).value(*key) : m_lists.others.value(target);
    }
    return found;
}

QList<Entry> Unfinished::entries() const
{
    QList<Entry> all;
    for (const Bucket& bucket : m_lists.items) {
        for (const QList<Entry>& list : bucket) {
            all += list;
        }
    }
    for (const QList<Entry>& list : m_lists.others) {
        all += list;
    }
    return all;
}

Unfinished::Applier Unfinished::applier() const
{
    return [published = m_published](
               db::Connection& connection, db::ChangeSet& changes) -> util::Result<void> {
        const auto lists = published->load();
        return lists ? applyTo(*lists, connection, changes) : util::Result<void>();
    };
}

util::Result<void> Unfinished::applyTo(
    const Lists& lists, db::Connection& connection, db::ChangeSet& changes)
{
    if (auto done = applyAll(touchedBy(changes, lists.others), connection, changes); !done) {
        return done;
    }
    const db::TableChanges rows = changes.in(library::kItemTable);
    if (rows.many) {
        for (const Bucket& bucket : lists.items) {
            if (auto done = applyAll(bucket, connection, changes); !done) {
                return done;
            }
        }
        return {};
    }
    if (!lists.hasItems()) {
        return {};
    }
    for (const qint64 id : rows.added + rows.changed) {
        auto key = connection.prepare("SELECT rating_key FROM item WHERE id = ?");
        key.bind(id);
        const QString ratingKey = key.next() ? key.text(0) : QString();
        if (auto status = key.status(); !status) {
            return status;
        }
        const QList<Entry> list = lists.items.at(bucketOf(ratingKey)).value(ratingKey);
        if (auto done = applyAll(list, connection, changes); !done) {
            return done;
        }
    }
    return {};
}

bool Unfinished::Lists::hasItems() const
{
    return std::ranges::any_of(items, [](const Bucket& bucket) { return !bucket.isEmpty(); });
}

Unfinished::Bucket& Unfinished::bucketWith(const QString& target)
{
    const auto key = itemIn(target);
    return key ? m_lists.items.at(bucketOf(*key)) : m_lists.others;
}

void Unfinished::forget(qint64 step)
{
    const auto known = m_targets.constFind(step);
    if (known == m_targets.constEnd()) {
        return;
    }
    const QString target = m_targets.take(step);
    Bucket& bucket = bucketWith(target);
    QList<Entry>& list = bucket[keyOf(target)];
    list.erase(std::ranges::find(list, step, &Entry::step));
    m_kept.remove(step);
    if (list.isEmpty()) {
        bucket.remove(keyOf(target));
    }
}

void Unfinished::publish()
{
    m_published->store(std::make_shared<const Lists>(m_lists));
}

} // namespace change
