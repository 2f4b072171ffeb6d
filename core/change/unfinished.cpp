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

} // namespace

Unfinished::Unfinished()
    : m_published(std::make_shared<std::atomic<std::shared_ptr<const Lists>>>())
{
}

void Unfinished::set(const QList<Entry>& entries)
{
    m_lists = {};
    m_targets.clear();
    m_over = 0;
    add(entries);
}

void Unfinished::add(const QList<Entry>& entries)
{
    for (const Entry& entry : entries) {
        forget(entry.step); // one that is tried again may still be kept
        QList<Entry>& list = listOf(entry.target);
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
        QList<Entry>& list = listOf(*target);
        const auto entry = std::ranges::find(list, step, &Entry::step);
        m_over += entry->isOver ? 0 : 1;
        entry->isOver = true;
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

QList<qint64> Unfinished::kept() const
{
    QList<qint64> steps;
    const QList<Entry> all = m_over > 0 ? entries() : QList<Entry>();
    for (const Entry& entry : all) {
        if (entry.isOver) {
            steps.append(entry.step);
        }
    }
    return steps;
}

void Unfinished::forgetKept(const QList<qint64>& steps)
{
    const QList<qint64> now = kept(); // one may have been tried again
    const QSet<qint64> all(now.begin(), now.end());
    for (const qint64 step : steps) {
        if (all.contains(step)) {
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
        found += key ? m_lists.items.value(*key) : m_lists.others.value(target);
    }
    return found;
}

QList<Entry> Unfinished::entries() const
{
    QList<Entry> all;
    for (const auto* lists : { &m_lists.items, &m_lists.others }) {
        for (const QList<Entry>& list : *lists) {
            all += list;
        }
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
    for (const QList<Entry>& list : lists.others) {
        if (auto done = applyAll(list, connection, changes); !done) {
            return done;
        }
    }
    if (lists.items.isEmpty()) {
        return {};
    }
    const db::TableChanges rows = changes.in(library::kItemTable);
    if (rows.many) {
        for (const QList<Entry>& list : lists.items) {
            if (auto done = applyAll(list, connection, changes); !done) {
                return done;
            }
        }
        return {};
    }
    for (const qint64 id : rows.added + rows.changed) {
        auto key = connection.prepare("SELECT rating_key FROM item WHERE id = ?");
        key.bind(id);
        const QString ratingKey = key.next() ? key.text(0) : QString();
        if (auto status = key.status(); !status) {
            return status;
        }
        if (auto done = applyAll(lists.items.value(ratingKey), connection, changes); !done) {
            return done;
        }
    }
    return {};
}

QList<Entry>& Unfinished::listOf(const QString& target)
{
    const auto key = itemIn(target);
    return key ? m_lists.items[*key] : m_lists.others[target];
}

void Unfinished::forget(qint64 step)
{
    const auto known = m_targets.constFind(step);
    if (known == m_targets.constEnd()) {
        return;
    }
    const QString target = m_targets.take(step);
    QList<Entry>& list = listOf(target);
    const auto entry = std::ranges::find(list, step, &Entry::step);
    m_over -= entry->isOver ? 1 : 0;
    list.erase(entry);
    if (!list.isEmpty()) {
        return;
    }
    if (const auto key = itemIn(target)) {
        m_lists.items.remove(*key);
    } else {
        m_lists.others.remove(target);
    }
}

void Unfinished::publish()
{
    m_published->store(std::make_shared<const Lists>(m_lists));
}

} // namespace change
