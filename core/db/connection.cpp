// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/connection.h"

#include "core/db/log.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <array>
#include <atomic>

using namespace Qt::StringLiterals;

namespace db {

namespace {

constexpr int kMostPlaceholders = 64;
constexpr int kSqliteBusy = 5;
constexpr int kSqliteLocked = 6;
constexpr int kSqliteReadOnly = 8;
constexpr int kSqliteIoError = 10;
constexpr int kSqliteCorrupt = 11;
constexpr int kSqliteFull = 13;
constexpr int kSqliteCantOpen = 14;
constexpr int kSqliteNotADatabase = 26;

util::Error fromSql(const QSqlError& error)
{
    const int code = error.nativeErrorCode().toInt() & 0xff;
    util::Error result;
    switch (code) {
    case kSqliteFull:
        result.code = util::Error::Code::Storage;
        result.message = QCoreApplication::translate("db::Connection", "The disk is full.");
        break;
    case kSqliteCantOpen:
    case kSqliteReadOnly:
    case kSqliteIoError:
        result.code = util::Error::Code::Storage;
        result.message
            = QCoreApplication::translate("db::Connection", "A data file cannot be written.");
        break;
    case kSqliteBusy:
    case kSqliteLocked:
        result.code = util::Error::Code::Storage;
        result.message = QCoreApplication::translate(
            "db::Connection", "Another program is using a data file of this one.");
        break;
    case kSqliteCorrupt:
    case kSqliteNotADatabase:
        result.code = util::Error::Code::Database;
        result.message = QCoreApplication::translate("db::Connection", "A data file is damaged.");
        break;
    default: // a statement of ours is wrong, or does not fit the file
        result.code = util::Error::Code::Internal;
        result.message
            = QCoreApplication::translate("db::Connection", "A data file could not be used.");
    }
    result.detail = error.databaseText().isEmpty() ? error.driverText() : error.databaseText();
    qCWarning(lcDb).noquote() << "event=failed code=" << error.nativeErrorCode()
                              << "detail=" << result.detail;
    return result;
}

/// The name of the placeholder at @p position. Qt looks up a name faster than a number: for each
/// number it makes such a text anew, which was a tenth of the time of a first sync.
const QString& placeholder(int position)
{
    static const std::array<QString, kMostPlaceholders> names = [] {
        std::array<QString, kMostPlaceholders> made;
        for (int i = 0; i < kMostPlaceholders; ++i) {
            made[size_t(i)] = u":p%1"_s.arg(i);
        }
        return made;
    }();
    return names.at(size_t(position));
}

/// @p sql with its "?" named in order; what stands in quotes stays.
QString named(const QString& sql)
{
    QString result;
    result.reserve(sql.size() * 2);
    int position = 0;
    QChar quote;
    for (const QChar c : sql) {
        if (!quote.isNull()) {
            quote = c == quote ? QChar() : quote;
        } else if (c == u'\'' || c == u'"') {
            quote = c;
        } else if (c == u'?') {
            result += placeholder(position++);
            continue;
        }
        result += c;
    }
    return result;
}

} // namespace

Statement::Statement(QSqlQuery* query, util::Result<void> prepared)
    : m_query(query)
    , m_status(std::move(prepared))
{
}

Statement::Statement(Statement&& other) noexcept
    : m_query(std::exchange(other.m_query, nullptr))
    , m_status(std::move(other.m_status))
    , m_executed(other.m_executed)
{
}

Statement::~Statement()
{
    if (m_query && m_executed) {
        m_query->finish(); // an open read would keep its snapshot and block checkpoints
    }
}

void Statement::bindAt(int position, const QVariant& value)
{
    m_query->bindValue(placeholder(position), value);
}

util::Result<void> Statement::run()
{
    if (!m_status) {
        return m_status;
    }
    m_executed = true;
    if (!m_query->exec()) {
        m_status = fromSql(m_query->lastError());
    }
    return m_status;
}

bool Statement::next()
{
    if (!m_executed && !run()) {
        return false;
    }
    if (!m_status) {
        return false;
    }
    if (m_query->next()) {
        return true;
    }
    if (m_query->lastError().isValid()) {
        m_status = fromSql(m_query->lastError());
    }
    return false;
}

qint64 Statement::integer(int column) const
{
    return m_query->value(column).toLongLong();
}
double Statement::real(int column) const
{
    return m_query->value(column).toDouble();
}
QString Statement::text(int column) const
{
    return m_query->value(column).toString();
}
bool Statement::isNull(int column) const
{
    return m_query->isNull(column);
}
qint64 Statement::lastInsertId() const
{
    return m_query->lastInsertId().toLongLong();
}
int Statement::affectedRows() const
{
    return m_query->numRowsAffected();
}

Connection::Connection(QString name)
    : m_name(std::move(name))
{
}

Connection::~Connection()
{
    forget();
    QSqlDatabase::removeDatabase(m_name);
}

void Connection::forget()
{
    qDeleteAll(m_statements);
    m_statements.clear();
    m_literals.clear();
}

util::Result<std::unique_ptr<Connection>> Connection::open(const Options& options)
{
    static std::atomic<int> counter = 0; // names of QtSql connections must be unique
    std::unique_ptr<Connection> connection(
        new Connection(u"db%1"_s.arg(counter.fetch_add(1)))); // private constructor
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, connection->m_name);
        if (!database.isValid()) {
            return util::Error { util::Error::Code::Unsupported,
                QCoreApplication::translate(
                    "db::Connection", "Qt's SQLite driver is missing (Debian: libqt6sql6-sqlite)."),
                {}, 0, {} };
        }
        database.setDatabaseName(options.path);
        QString flags = u"QSQLITE_BUSY_TIMEOUT=5000"_s;
        if (options.readOnly) {
            flags += u";QSQLITE_OPEN_READONLY"_s;
        }
        database.setConnectOptions(flags);
        if (!database.open()) {
            return fromSql(database.lastError());
        }
    }
    const QStringList pragmas {
        u"PRAGMA foreign_keys=ON"_s,
        u"PRAGMA temp_store=MEMORY"_s,
        u"PRAGMA mmap_size=0"_s,
        u"PRAGMA cache_size=-%1"_s.arg(options.cacheMb * 1024),
    };
    for (const QString& pragma : pragmas) {
        if (auto done = connection->execute(pragma); !done) {
            return std::move(done).error();
        }
    }
    if (options.readOnly) {
        return connection;
    }
    const QStringList writing {
        u"PRAGMA page_size=8192"_s,
        u"PRAGMA secure_delete=OFF"_s,
        u"PRAGMA synchronous=%1"_s.arg(options.fullSync ? u"FULL"_s : u"NORMAL"_s),
        u"PRAGMA wal_autocheckpoint=4000"_s,
    };
    for (const QString& pragma : writing) {
        if (auto done = connection->execute(pragma); !done) {
            return std::move(done).error();
        }
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
    if (QSqlQuery* found = m_literals.value(sql)) {
        return Statement(found, {});
    }
    const QString text = QString::fromUtf8(sql);
    Statement statement = prepare(text);
    if (QSqlQuery* made = m_statements.value(text)) {
        m_literals.insert(sql, made);
    }
    return statement;
}

Statement Connection::prepare(const QString& sql)
{
    if (QSqlQuery* found = m_statements.value(sql)) {
        return Statement(found, {});
    }
    auto query = std::make_unique<QSqlQuery>(QSqlDatabase::database(m_name, false));
    query->setForwardOnly(true);
    if (!query->prepare(named(sql))) {
        util::Error error = fromSql(query->lastError());
        error.detail += u" in "_s + sql.simplified().left(200);
        // Kept although it cannot run: a Statement never has a null query.
        return Statement(m_statements.insert(sql, query.release()).value(), error);
    }
    return Statement(m_statements.insert(sql, query.release()).value(), {});
}

util::Result<void> Connection::execute(const QString& sql)
{
    QSqlQuery query(QSqlDatabase::database(m_name, false));
    if (!query.exec(sql)) {
        util::Error error = fromSql(query.lastError());
        error.detail += u" in "_s + sql.simplified().left(200);
        return error;
    }
    return {};
}

util::Result<void> Connection::executeScript(const QString& script)
{
    const QStringList statements = script.split(u";\n"_s, Qt::SkipEmptyParts);
    for (const QString& statement : statements) {
        if (statement.trimmed().isEmpty()) {
            continue;
        }
        if (auto done = execute(statement); !done) {
            return done;
        }
    }
    return {};
}

util::Result<qint64> Connection::integer(const QString& sql, qint64 fallback)
{
    QSqlQuery query(QSqlDatabase::database(m_name, false));
    query.setForwardOnly(true);
    if (!query.exec(sql)) {
        return fromSql(query.lastError());
    }
    return query.next() ? query.value(0).toLongLong() : fallback;
}

} // namespace db
