// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QLatin1StringView>
#include <QMetaType>
#include <QSet>
#include <QString>

namespace db {

/// What one committed transaction did to one table, by row id.
struct TableChanges
{
    QSet<qint64> added {};
    QSet<qint64> changed {};
    QSet<qint64> removed {};
    bool many = false; ///< too many to list: read again; the sets are empty

    /// Whether nothing happened to the table.
    [[nodiscard]] bool isEmpty() const
    {
        return !many && added.isEmpty() && changed.isEmpty() && removed.isEmpty();
    }
};

/// What one committed transaction did, by table name. Repositories fill it, views read it.
class ChangeSet
{
public:
    /// Beyond this many ids in one table it is said as "many".
    static constexpr qsizetype kManyRows = 1000;

    /// A row was inserted.
    void addAdded(QLatin1StringView table, qint64 id);
    /// A row was updated.
    void addChanged(QLatin1StringView table, qint64 id);
    /// A row was deleted.
    void addRemoved(QLatin1StringView table, qint64 id);
    /// Rows that are not listed were touched.
    void addMany(QLatin1StringView table);

    /// What was done to @p table.
    [[nodiscard]] TableChanges in(QLatin1StringView table) const;
    /// Whether anything was done to @p table.
    [[nodiscard]] bool touches(QLatin1StringView table) const { return !in(table).isEmpty(); }
    /// Whether nothing was done at all.
    [[nodiscard]] bool isEmpty() const { return m_tables.isEmpty(); }

private:
    TableChanges& table(QLatin1StringView name);
    QHash<QString, TableChanges> m_tables;
};

} // namespace db

Q_DECLARE_METATYPE(db::ChangeSet)
