// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/util/ids.h"
#include "core/util/result.h"

#include <QByteArray>
#include <QString>
#include <chrono>
#include <cstddef>
#include <memory>
#include <optional>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace db {

/// What SQLite says of the last call on @p connection, as an error of ours; written to the log.
[[nodiscard]] util::Error lastError(sqlite3* connection);
/// That a file is damaged: Database.
[[nodiscard]] util::Error damaged(const QString& detail);

/// A compiled statement and the texts that are bound to it; kept by its connection.
class Compiled
{
public:
    /// Errors: Internal (wrong SQL), and those of Connection.
    [[nodiscard]] static util::Result<std::unique_ptr<Compiled>> compile(
        sqlite3* connection, const QString& sql);
    ~Compiled();
    Q_DISABLE_COPY_MOVE(Compiled)

private:
    friend class Statement;
    explicit Compiled(sqlite3_stmt* handle);

    sqlite3_stmt* m_handle;
    std::vector<QByteArray> m_bound; ///< SQLite reads bound texts where they lie
};

/// A statement on loan from its connection's cache. Forward-only.
///
/// Thread: its connection's. The first failure sticks: next() then says false and status() why.
class Statement
{
public:
    /// Made by Connection::prepare(). @param compiled  owned by the connection's cache
    explicit Statement(Compiled& compiled);
    /// A statement that could not be compiled: it says so whatever is asked of it.
    explicit Statement(util::Error error);
    ~Statement();
    Q_DISABLE_COPY(Statement)
    Statement(Statement&& other) noexcept;
    Statement& operator=(Statement&&) = delete;

    /// Binds all placeholders in order; what was bound or read before is over. Times are stored as
    /// milliseconds, ids as what they hold, an empty optional as NULL, a null text as an empty one.
    template <class... Values>
    Statement& bind(const Values&... values)
    {
        rewind();
        int position = 0;
        (bindAt(position++, values), ...);
        return *this;
    }

    /// Executes to the end; rows are passed over.
    util::Result<void> run();
    /// Steps to a row, the first time to the first; false at the end and on failure.
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
    /// Whether a column of the row is NULL; to be asked before the column is read.
    [[nodiscard]] bool isNull(int column) const;
    /// The rowid that was inserted last on this connection.
    [[nodiscard]] qint64 lastInsertId() const;
    /// How many rows the last run() on this connection inserted, updated or deleted, without
    /// cascades.
    [[nodiscard]] int affectedRows() const;

private:
    void bindAt(int position, qint64 value);
    void bindAt(int position, int value) { bindAt(position, qint64(value)); }
    void bindAt(int position, bool value) { bindAt(position, qint64(value)); }
    void bindAt(int position, double value);
    void bindAt(int position, const QString& value);
    void bindAt(int position, const QByteArray& value);
    void bindAt(int position, std::nullptr_t null);
    void bindAt(int position, std::chrono::milliseconds value)
    {
        bindAt(position, qint64(value.count()));
    }
    template <class Tag, class Rep>
    void bindAt(int position, const util::StrongId<Tag, Rep>& value)
    {
        bindAt(position, value.value);
    }
    template <class T>
    void bindAt(int position, const std::optional<T>& value)
    {
        value ? bindAt(position, *value) : bindAt(position, nullptr);
    }

    void rewind();
    void noteBound(int code);

    Compiled* m_compiled = nullptr; // null if it could not be compiled
    util::Result<void> m_status;
    bool m_isStepping = false;
    bool m_isAtEnd = false;
};

} // namespace db
