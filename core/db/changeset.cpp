// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/changeset.h"

namespace db {

TableChanges& ChangeSet::table(QLatin1StringView name)
{
    return m_tables[name];
}

void ChangeSet::addAdded(QLatin1StringView name, qint64 id)
{
    TableChanges& changes = table(name);
    if (changes.many) {
        return;
    }
    changes.added.insert(id);
    if (changes.added.size() > kManyRows) {
        addMany(name);
    }
}

void ChangeSet::addChanged(QLatin1StringView name, qint64 id)
{
    TableChanges& changes = table(name);
    if (changes.many) {
        return;
    }
    changes.changed.insert(id);
    if (changes.changed.size() > kManyRows) {
        addMany(name);
    }
}

void ChangeSet::addRemoved(QLatin1StringView name, qint64 id)
{
    TableChanges& changes = table(name);
    if (changes.many) {
        return;
    }
    changes.removed.insert(id);
    if (changes.removed.size() > kManyRows) {
        addMany(name);
    }
}

void ChangeSet::addMany(QLatin1StringView name)
{
    table(name) = TableChanges { {}, {}, {}, true };
}

TableChanges ChangeSet::in(QLatin1StringView name) const
{
    return m_tables.value(name);
}

} // namespace db
