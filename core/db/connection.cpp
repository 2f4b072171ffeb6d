// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/connection.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <chrono>
#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace db {

namespace {

constexpr std::chrono::milliseconds kPatience = std::chrono::seconds(5);

/// Without this SQLite counts its memory under a lock that all threads share; nobody reads the
/// count.
void configure()
{
    static const int done = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); // before its first use
    (void)done;
}

util::Result<void> executeAll(Connection& connection, const QStringList& pragmas)
{
    for (const QString& pragma : pragmas) {
        if (auto done = connection.execute(pragma); !done) {
            return done;
        }
    }
    return {};
}

} // namespace

Connection::Connection(sqlite3* handle)
    : m_handle(handle)
{
}

Connection::~Connection()
{
    m_statements.clear(); // a connection with statements does not close
    sqlite3_close(m_handle);
}

util::Result<std::unique_ptr<Connection>> Connection::open(const Options& options)
{
    const int mode
        = options.readOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    configure();
    sqlite3* handle = nullptr;
    const int code = sqlite3_open_v2(options.path.toUtf8().constData(), &handle,
        mode | SQLITE_OPEN_NOMUTEX, // one thread uses it
        nullptr);
    std::unique_ptr<Connection> connection(new Connection(handle)); // private constructor
    if (code != SQLITE_OK) {
        return lastError(handle);
    }
    sqlite3_busy_timeout(handle, int(kPatience.count()));
    // Plans do not depend on what is bound: without this, each range is planned anew.
    sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_QPSG, 1, nullptr);
    const QStringList reading {
        u"PRAGMA foreign_keys=ON"_s,
        u"PRAGMA temp_store=MEMORY"_s,
        u"PRAGMA mmap_size=0"_s,
        u"PRAGMA cache_size=-%1"_s.arg(options.cacheMb * 1024),
    };
    if (auto done = executeAll(*connection, reading); !done) {
        return std::move(done).error();
    }
    if (options.readOnly) {
        return connection;
    }
    const QStringList writing {
        u"PRAGMA page_size=8192"_s, u"PRAGMA secure_delete=OFF"_s,
        u"PRAGMA synchronous=%1"_s.arg(options.fullSync ? u"FULL"_s : u"NORMAL"_s),
        u"PRAGMA wal_autocheckpoint=8000"_s,
        u"PRAGMA analysis_limit=1000"_s, // rows that "PRAGMA optimize" looks at, of an index
    };
    if (auto done = executeAll(*connection, writing); !done) {
        return std::move(done).error();
    }
    Statement wal = connection->prepare("PRAGMA journal_mode=WAL");
    const bool isAnswered = wal.next();
    if (auto status = wal.status(); !status) {
        return std::move(status).error();
    }
    if (!isAnswered || wal.text(0).compare("wal"_L1, Qt::CaseInsensitive) != 0) {
        return util::Error { util::Error::Code::Storage,
            QCoreApplication::translate(
                "db::Connection", "The folder for the program's data does not allow safe writing."),
            u"journal_mode is not WAL: "_s + QFileInfo(options.path).fileName(), 0, {} };
    }
    return connection;
}

Statement Connection::prepare(const char* sql)
{
    if (Compiled* found = m_literals.value(sql)) {
        return Statement(*found);
    }
    const QString text = QString::fromUtf8(sql);
    Statement statement = prepare(text);
    if (const auto made = m_statements.find(text); made != m_statements.end()) {
        m_literals.insert(sql, made->second.get());
    }
    return statement;
}

Statement Connection::prepare(const QString& sql)
{
    if (const auto found = m_statements.find(sql); found != m_statements.end()) {
        return Statement(*found->second);
    }
    auto compiled = Compiled::compile(m_handle, sql);
    if (!compiled) {
        return Statement(std::move(compiled).error());
    }
    return Statement(*m_statements.emplace(sql, std::move(compiled).value()).first->second);
}

util::Result<void> Connection::execute(const QString& sql)
{
    if (sqlite3_exec(m_handle, sql.toUtf8().constData(), nullptr, nullptr, nullptr) != SQLITE_OK) {
        util::Error error = lastError(m_handle);
        error.detail += u" in "_s + sql.simplified().left(200);
        return error;
    }
    return {};
}

util::Result<qint64> Connection::integer(const QString& sql, qint64 fallback)
{
    auto compiled = Compiled::compile(m_handle, sql);
    if (!compiled) {
        return std::move(compiled).error();
    }
    Statement statement(**compiled);
    const qint64 value = statement.next() ? statement.integer(0) : fallback;
    if (auto status = statement.status(); !status) {
        return std::move(status).error();
    }
    return value;
}

util::Result<void> Connection::checkPages()
{
    Statement check = prepare("PRAGMA quick_check(1)");
    const bool isWhole = check.next() && check.text(0) == "ok"_L1;
    if (auto status = check.status(); isWhole || !status) {
        return status;
    }
    return damaged(check.text(0).simplified());
}

} // namespace db
