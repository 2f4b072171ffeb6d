// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/syncplan.h"

#include "core/library/sync.h"
#include "core/library/tables.h"

using namespace Qt::StringLiterals;
using types::ItemType;
using util::Error;
using util::Result;

namespace library {

namespace {

/// The types of a section, parents first.
QList<ItemType> typesIn(ItemType section)
{
    switch (section) {
    case ItemType::Artist:
        return { ItemType::Artist, ItemType::Album, ItemType::Track };
    case ItemType::Movie:
        return { ItemType::Movie };
    case ItemType::Show:
        return { ItemType::Show, ItemType::Season, ItemType::Episode };
    default:
        return {};
    }
}

/// Adds one type of a section to the plan: whole, from where an interrupted reading was, or news.
Result<void> addPart(db::Connection& connection, SectionReader::Part part,
    const SyncOptions& options, SyncPlan& plan)
{
    const auto marks = marksOf(connection, part.sectionId, part.type);
    if (!marks) {
        return marks.error();
    }
    auto before = connection.prepare("SELECT next_start, completed_at FROM section_sync "
                                     "WHERE section_id = ? AND type = ?");
    before.bind(part.sectionId, int(part.type));
    const bool isKnown = before.next() && *marks && !options.full;
    if (isKnown && before.integer(1) > 0) {
        plan.news.append({ part, **marks });
        return {};
    }
    if (isKnown && before.integer(0) > 0) {
        part.start = before.integer(0);
        part.beganAt = (*marks)->beganAt;
        plan.whole.append(part);
        return {};
    }
    if (auto status = before.status(); !status) {
        return status;
    }
    const auto [first, last] = idRange(part.type);
    auto any = connection.prepare("SELECT EXISTS (SELECT 1 FROM item WHERE id >= ? AND id < ?)");
    any.bind(first, last);
    part.isNew = any.next() && any.integer(0) == 0;
    if (auto status = any.status(); !status) {
        return status;
    }
    plan.whole.append(part);
    auto begin = connection.prepare("INSERT OR REPLACE INTO section_sync VALUES (?, ?, 0, 0)");
    if (auto begun = begin.bind(part.sectionId, int(part.type)).run(); !begun) {
        return begun;
    }
    return beginMarks(connection, part.sectionId, part.type, part.beganAt);
}

} // namespace

Result<SyncPlan> storeSections(db::Connection& connection, db::ChangeSet& changes,
    const QList<types::Section>& sections, const SyncOptions& options, const CacheKey& cache,
    qint64 now)
{
    SyncPlan plan;
    int position = 0;
    for (const types::Section& section : sections) {
        const QList<ItemType> itemTypes = typesIn(section.type);
        if (itemTypes.isEmpty()) {
            continue;
        }
        auto store = connection.prepare(R"(
            INSERT INTO section (key, title, type, uuid, agent, updated_at, position)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (key) DO UPDATE
            SET title = excluded.title, type = excluded.type, uuid = excluded.uuid,
                agent = excluded.agent, updated_at = excluded.updated_at,
                position = excluded.position
            RETURNING id)");
        store.bind(section.key, section.title, int(section.type), section.uuid, section.agent,
            section.updatedAt, position++);
        const qint64 id = store.next() ? store.integer(0) : 0;
        if (auto status = store.status(); !status) {
            return std::move(status).error();
        }
        changes.addChanged(kSectionTable, id);
        if (options.section.isValid() && options.section != section.key) {
            continue;
        }
        for (const ItemType type : itemTypes) {
            const SectionReader::Part part { section, id, type, 0, cache, now };
            if (auto added = addPart(connection, part, options, plan); !added) {
                return std::move(added).error();
            }
        }
    }
    if (options.section.isValid() && plan.whole.isEmpty() && plan.news.isEmpty()) {
        return Error { Error::Code::NotFound,
            Sync::tr("The server has no library section with this number."),
            u"section="_s + options.section.value, 0, {} };
    }
    return plan;
}

Result<QList<qint64>> lostItems(db::Connection& connection, const QList<types::Section>& present)
{
    QList<qint64> items;
    auto all = connection.prepare("SELECT id, key, type FROM section");
    while (all.next()) {
        const types::SectionKey key { all.text(1) };
        if (std::ranges::find(present, key, &types::Section::key) != present.end()) {
            continue;
        }
        for (const ItemType type : typesIn(static_cast<ItemType>(all.small(2)))) {
            auto ids = unseenIds(connection, all.integer(0), type, {});
            if (!ids) {
                return ids;
            }
            items += *ids;
        }
    }
    if (auto status = all.status(); !status) {
        return std::move(status).error();
    }
    return items;
}

Result<void> removeSections(
    db::Connection& connection, db::ChangeSet& changes, const QList<types::Section>& present)
{
    QList<qint64> gone;
    auto all = connection.prepare("SELECT id, key FROM section");
    while (all.next()) {
        const types::SectionKey key { all.text(1) };
        if (std::ranges::find(present, key, &types::Section::key) == present.end()) {
            gone.append(all.integer(0));
        }
    }
    if (auto status = all.status(); !status) {
        return status;
    }
    for (const qint64 id : std::as_const(gone)) {
        if (auto done = connection.prepare("DELETE FROM section WHERE id = ?").bind(id).run();
            !done) {
            return done;
        }
        changes.addRemoved(kSectionTable, id);
    }
    return {};
}

} // namespace library
