// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/statement.h"

#include "core/db/log.h"

#include <QCoreApplication>
#include <QStringEncoder>
#include <sqlite3.h>
#include <utility>

using namespace Qt::StringLiterals;

namespace db {

util::Error damaged(const QString& detail)
{
    return { util::Error::Code::Database,
        QCoreApplication::translate("db::Connection", "A data file is damaged."), detail, 0, {} };
}

util::Error lastError(sqlite3* connection)
{
    const int code = sqlite3_errcode(connection) & 0xff;
    util::Error result;
    switch (code) {
    case SQLITE_FULL:
        result.code = util::Error::Code::Storage;
        result.message = QCoreApplication::translate("db::Connection", "The disk is full.");
        break;
    case SQLITE_CANTOPEN:
    case SQLITE_READONLY:
    case SQLITE_IOERR:
        result.code = util::Error::Code::Storage;
        result.message
            = QCoreApplication::translate("db::Connection", "A data file cannot be written.");
        break;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        result.code = util::Error::Code::Storage;
        result.message = QCoreApplication::translate(
            "db::Connection", "Another program is using a data file of this one.");
        break;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        result = damaged({});
        break;
    default: // a statement of ours is wrong, or does not fit the file
        result.code = util::Error::Code::Internal;
        result.message
            = QCoreApplication::translate("db::Connection", "A data file could not be used.");
    }
    result.detail = QString::fromUtf8(sqlite3_errmsg(connection));
    qCWarning(lcDb).noquote() << "event=failed code=" << sqlite3_extended_errcode(connection)
                              << "detail=" << result.detail;
    return result;
}

Compiled::Compiled(sqlite3_stmt* handle)
    : m_handle(handle)
    , m_bound(size_t(sqlite3_bind_parameter_count(handle)))
{
}

Compiled::~Compiled()
{
    sqlite3_finalize(m_handle);
}

util::Result<std::unique_ptr<Compiled>> Compiled::compile(sqlite3* connection, const QString& sql)
{
    const QByteArray text = sql.toUtf8();
    sqlite3_stmt* handle = nullptr;
    const int code = sqlite3_prepare_v3(connection, text.constData(), int(text.size()),
        SQLITE_PREPARE_PERSISTENT, &handle, nullptr);
    if (code != SQLITE_OK) {
        util::Error error = lastError(connection);
        error.detail += u" in "_s + sql.simplified().left(200);
        return error;
    }
    Q_ASSERT(handle); // only a text without a statement gives none
    return std::unique_ptr<Compiled>(new Compiled(handle)); // private constructor
}

Statement::Statement(Compiled& compiled)
    : m_compiled(&compiled)
{
}

Statement::Statement(util::Error error)
    : m_status(std::move(error))
{
}

Statement::Statement(Statement&& other) noexcept
    : m_compiled(std::exchange(other.m_compiled, nullptr))
    , m_status(std::move(other.m_status))
    , m_isStepping(std::exchange(other.m_isStepping, false))
    , m_isAtEnd(other.m_isAtEnd)
{
}

Statement::~Statement()
{
    rewind(); // an open read would keep its snapshot and block checkpoints
}

void Statement::rewind()
{
    if (m_isStepping) {
        sqlite3_reset(m_compiled->m_handle); // says the failure of the last step once more
        m_isStepping = false;
    }
    m_isAtEnd = false;
}

void Statement::noteBound(int code)
{
    if (code != SQLITE_OK && m_status) {
        m_status = lastError(sqlite3_db_handle(m_compiled->m_handle));
    }
}

void Statement::bindAt(int position, qint64 value)
{
    if (m_compiled) {
        noteBound(sqlite3_bind_int64(m_compiled->m_handle, position + 1, value));
    }
}

void Statement::bindAt(int position, double value)
{
    if (m_compiled) {
        noteBound(sqlite3_bind_double(m_compiled->m_handle, position + 1, value));
    }
}

void Statement::bindAt(int position, const QString& value)
{
    if (m_compiled && size_t(position) < m_compiled->m_bound.size()) {
        // Into memory that is there since the last text.
        QByteArray& kept = m_compiled->m_bound[size_t(position)];
        QStringEncoder encoder(QStringConverter::Utf8, QStringConverter::Flag::Stateless);
        kept.resize(encoder.requiredSpace(value.size()));
        kept.truncate(encoder.appendToBuffer(kept.data(), value) - kept.data());
        noteBound(sqlite3_bind_text64(m_compiled->m_handle, position + 1, kept.constData(),
            sqlite3_uint64(kept.size()), SQLITE_STATIC, SQLITE_UTF8));
    }
}

void Statement::bindAt(int position, const QByteArray& value)
{
    if (m_compiled && size_t(position) < m_compiled->m_bound.size()) {
        QByteArray& kept = m_compiled->m_bound[size_t(position)];
        kept = value;
        noteBound(sqlite3_bind_blob64(m_compiled->m_handle, position + 1, kept.constData(),
            sqlite3_uint64(kept.size()), SQLITE_STATIC));
    }
}

void Statement::bindAt(int position, std::nullptr_t)
{
    if (m_compiled) {
        noteBound(sqlite3_bind_null(m_compiled->m_handle, position + 1));
    }
}

util::Result<void> Statement::run()
{
    rewind();
    while (next()) { }
    return m_status;
}

bool Statement::next()
{
    if (!m_status || m_isAtEnd) {
        return false;
    }
    m_isStepping = true;
    const int code = sqlite3_step(m_compiled->m_handle);
    if (code == SQLITE_ROW) {
        return true;
    }
    if (code != SQLITE_DONE) {
        m_status = lastError(sqlite3_db_handle(m_compiled->m_handle));
    }
    rewind();
    m_isAtEnd = true;
    return false;
}

qint64 Statement::integer(int column) const
{
    return sqlite3_column_int64(m_compiled->m_handle, column);
}

double Statement::real(int column) const
{
    return sqlite3_column_double(m_compiled->m_handle, column);
}

QString Statement::text(int column) const
{
    const auto* text
        = reinterpret_cast<const char*>(sqlite3_column_text(m_compiled->m_handle, column));
    // Its length is known only after the text was asked for.
    return text ? QString::fromUtf8(text, sqlite3_column_bytes(m_compiled->m_handle, column))
                : QString();
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_compiled->m_handle, column) == SQLITE_NULL;
}

qint64 Statement::lastInsertId() const
{
    return sqlite3_last_insert_rowid(sqlite3_db_handle(m_compiled->m_handle));
}

int Statement::affectedRows() const
{
    return sqlite3_changes(sqlite3_db_handle(m_compiled->m_handle));
}

} // namespace db
