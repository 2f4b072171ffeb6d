// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/migrations.h"

#include "core/db/connection.h"
#include "core/db/log.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace db {

namespace {

util::Result<void> apply(Connection& connection, const QString& file, qint64 version)
{
    QFile script(file);
    if (!script.open(QIODevice::ReadOnly)) {
        return util::Error { util::Error::Code::Internal, {}, u"missing migration "_s + file, 0,
            {} };
    }
    if (auto begun = connection.execute(u"BEGIN IMMEDIATE"_s); !begun) {
        return begun;
    }
    auto done = connection.execute(QString::fromUtf8(script.readAll()));
    if (done) {
        done = connection.execute(u"PRAGMA user_version=%1"_s.arg(version));
    }
    if (done) {
        done = connection.execute(u"COMMIT"_s);
    }
    if (!done) {
        (void)connection.execute(u"ROLLBACK"_s);
    }
    return done;
}

/// In the order of their versions.
QStringList scriptsIn(const QString& folder)
{
    return QDir(folder).entryList({ u"*.sql"_s }, QDir::Files, QDir::Name);
}

qint64 versionIn(const QString& script)
{
    return script.left(4).toLongLong();
}

} // namespace

util::Result<qint64> versionOf(Connection& connection, const QString& folder)
{
    auto current = connection.integer(u"PRAGMA user_version"_s);
    if (!current) {
        return std::move(current).error();
    }
    const QStringList files = scriptsIn(folder);
    const qint64 newest = files.isEmpty() ? 0 : versionIn(files.last());
    if (*current > newest) {
        return util::Error { util::Error::Code::Unsupported,
            QCoreApplication::translate("db::Database",
                "The data was made by a newer version of this program. Please update; nothing was "
                "changed."),
            u"user_version %1 > %2"_s.arg(*current).arg(newest), 0, {} };
    }
    return current;
}

util::Result<void> migrate(Connection& connection, const QString& folder)
{
    const auto current = versionOf(connection, folder);
    if (!current) {
        return current.error();
    }
    for (const QString& file : scriptsIn(folder)) {
        const qint64 version = versionIn(file);
        if (version <= *current) {
            continue;
        }
        if (auto done = apply(connection, folder + u'/' + file, version); !done) {
            return done;
        }
        qCInfo(lcDb).noquote() << "event=migrated version=" << version;
    }
    return {};
}

} // namespace db
