// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/bulkload.h"

using namespace Qt::StringLiterals;
using util::Result;

namespace library {

namespace {

constexpr int kMergedPieces = 4; // SQLite's own choice

/// The key of a row in table cache that holds the statement which makes a resting index.
QString keyOf(QLatin1StringView name)
{
    return u"resting_index:"_s + name;
}

/// One text, empty if there is no row.
Result<QString> textOf(db::Connection& connection, const char* sql, const QString& parameter)
{
    auto statement = connection.prepare(sql);
    statement.bind(parameter);
    QString text = statement.next() ? statement.text(0) : QString();
    if (auto status = statement.status(); !status) {
        return std::move(status).error();
    }
    return text;
}

/// The statement that made an index; empty if there is none.
Result<QString> statementOf(db::Connection& connection, QLatin1StringView name)
{
    return textOf(connection, "SELECT sql FROM sqlite_master WHERE type = 'index' AND name = ?",
        QString(name));
}

/// How many pieces of full text a write merges into one; 0 = none.
Result<void> mergeSearch(db::Connection& connection, int pieces)
{
    auto set = connection.prepare("INSERT INTO search (search, rank) VALUES ('automerge', ?)");
    return set.bind(pieces).run();
}

Result<void> wakeSearch(db::Connection& connection)
{
    const auto rests = connection.integer(
        u"SELECT EXISTS (SELECT 1 FROM search_config WHERE k = 'automerge' AND v = 0)"_s);
    if (!rests || *rests == 0) {
        return rests ? Result<void>() : Result<void>(rests.error());
    }
    return mergeSearch(connection, kMergedPieces);
}

Result<void> restIndex(db::Connection& connection, QLatin1StringView name)
{
    if (name == kSearchIndex) {
        return mergeSearch(connection, 0);
    }
    const auto sql = statementOf(connection, name);
    if (!sql || sql->isEmpty()) {
        return sql ? Result<void>() : Result<void>(sql.error()); // it rests already
    }
    auto keep = connection.prepare("INSERT OR REPLACE INTO cache (key, value) VALUES (?, ?)");
    if (auto kept = keep.bind(keyOf(name), *sql).run(); !kept) {
        return kept;
    }
    return connection.execute(u"DROP INDEX "_s + name);
}

} // namespace

Result<void> restIndexes(db::Connection& connection)
{
    const auto items = connection.integer(u"SELECT EXISTS (SELECT 1 FROM item)"_s);
    if (!items || *items != 0) {
        return items ? Result<void>() : Result<void>(items.error());
    }
    for (const QLatin1StringView name : kRestingIndexes) {
        if (auto done = restIndex(connection, name); !done) {
            return done;
        }
    }
    return {};
}

Result<void> wakeIndex(db::Connection& connection, QLatin1StringView name)
{
    if (name == kSearchIndex) {
        return wakeSearch(connection);
    }
    const auto sql = textOf(connection, "SELECT value FROM cache WHERE key = ?", keyOf(name));
    if (!sql || sql->isEmpty()) {
        return sql ? Result<void>() : Result<void>(sql.error());
    }
    const auto present = statementOf(connection, name); // a migration may have made it anew
    if (!present) {
        return present.error();
    }
    if (auto made = present->isEmpty() ? connection.execute(*sql) : Result<void>(); !made) {
        return made;
    }
    return connection.prepare("DELETE FROM cache WHERE key = ?").bind(keyOf(name)).run();
}

} // namespace library
