// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/util/ids.h"
#include "core/util/result.h"

#include <QByteArray>
#include <QHash>
#include <QString>
#include <QVariant>
#include <chrono>
#include <memory>
#include <optional>

class QSqlQuery;

namespace db {

/// A prepared statement on loan from its connection's cache. Forward-only.
///
/// Thread: its connection's. The first failure sticks: next() then says false and status() why.
class Statement
{
public:
    /// Made by Connection::prepare(). @param query  owned by the connection's cache, never null
    Statement(QSqlQuery* query, util::Result<void> prepared);
    ~Statement();
    Q_DISABLE_COPY(Statement)
    Statement(Statement&& other) noexcept;
    Statement& operator=(Statement&&) = delete;

    /// Binds all placeholders in order. Text is never NULL; an empty optional is.
    template <class... Values>
    Statement& bind(const Values&... values)
    {
        int position = 0;
        (bindAt(position++, toVariant(values)), ...);
        return *this;
    }
    /// Binds one placeholder, counted from 0.
    void bindAt(int position, const QVariant& value);

    /// Executes a statement without rows.
    util::Result<void> run();
    /// Executes on the first call and steps to a row; false at the end and on failure.
    [[nodiscard]] bool next();
    /// Whether everything so far worked; to be looked at after the last next().
    [[nodiscard]] util::Result<void> status() const { return m_status; }

    /// A column of the row that next() stepped to, counted from 0; NULL is 0.
    [[nodiscard]] qint64 integer(int column) const;
    /// The same, for values that are known to fit an int.
    [[nodiscard]] int small(int column) const { return static_cast<int>(integer(column)); }
    /// A column of the row; NULL is 0.
    [[nodiscard]] double real(int column) const;
    /// A column of the row; NULL is an empty text.
    [[nodiscard]] QString text(int column) const;
    /// Whether a column of the row is NULL.
    [[nodiscard]] bool isNull(int column) const;
    /// The rowid that run() inserted last, on this connection.
    [[nodiscard]] qint64 lastInsertId() const;
    /// How many rows run() inserted, updated or deleted, without cascades.
    [[nodiscard]] int affectedRows() const;

    /// How a value is stored: times as milliseconds, ids as what they hold, an empty optional as
    /// NULL, a null text as an empty one.
    static QVariant toVariant(qint64 v) { return QVariant::fromValue(v); }
    static QVariant toVariant(int v) { return v; }
    static QVariant toVariant(bool v) { return v ? 1 : 0; }
    static QVariant toVariant(double v) { return v; }
    static QVariant toVariant(const QString& v) { return v.isNull() ? QStringLiteral("") : v; }
    static QVariant toVariant(const QByteArray& v) { return v; }
    static QVariant toVariant(std::chrono::milliseconds v)
    {
        return QVariant::fromValue<qint64>(v.count());
    }
    template <class Tag, class Rep>
    static QVariant toVariant(const util::StrongId<Tag, Rep>& v)
    {
        return toVariant(v.value);
    }
    template <class T>
    static QVariant toVariant(const std::optional<T>& v)
    {
        return v ? toVariant(*v) : QVariant();
    }

private:
    QSqlQuery* m_query; // owned by the connection's cache
    util::Result<void> m_status;
    bool m_executed = false;
};

/// One SQLite connection. Lives and is used in one thread only.
///
/// Errors of all statements: Storage (disk full, not writable, locked by another program for more
/// than 5 s), Database (the file is damaged, and nothing else), Internal (wrong SQL).
class Connection
{
public:
    /// Which file, and for what.
    struct Options
    {
        QString path {};
        bool readOnly = false;
        bool fullSync = false; ///< synchronous FULL instead of NORMAL
        int cacheMb = 8; ///< memory for pages
    };

    /// Opens and sets the pragmas; fails if WAL did not take effect.
    /// Errors: Storage (cannot be opened or written, or another program has it locked), Database
    /// (damaged), Internal.
    [[nodiscard]] static util::Result<std::unique_ptr<Connection>> open(const Options& options);
    ~Connection();
    Q_DISABLE_COPY_MOVE(Connection)

    /// The statement for @p sql, a string literal; prepared once per connection.
    [[nodiscard]] Statement prepare(const char* sql);
    /// The same for text that was put together from enums (never from a user's text).
    [[nodiscard]] Statement prepare(const QString& sql);
    /// Runs one statement without binding or rows.
    util::Result<void> execute(const QString& sql);
    /// Runs each statement of a script; statements end with ";" at the end of a line.
    util::Result<void> executeScript(const QString& script);
    /// The first column of the first row, or @p fallback when there is none.
    [[nodiscard]] util::Result<qint64> integer(const QString& sql, qint64 fallback = 0);

private:
    explicit Connection(QString name);
    void forget();

    QString m_name;
    QHash<QString, QSqlQuery*> m_statements;
    QHash<const char*, QSqlQuery*> m_literals; // by address: no hashing of long texts
};

} // namespace db
