// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/restore.h"

#include "app/services/copies.h"
#include "app/services/log.h"
#include "core/change/journal.h"
#include "core/db/migrations.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QLocale>
#include <QLockFile>
#include <algorithm>
#include <array>
#include <chrono>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;
using util::Error;
using util::Result;

namespace app {

namespace {

constexpr std::chrono::milliseconds kPatience { 10'000 };
constexpr auto kOwnerOnly = QFile::ReadOwner | QFile::WriteOwner;
/// The log first: left beside another file, SQLite would take it for that one's.
constexpr std::array kSuffixes { "-wal"_L1, "-shm"_L1, ""_L1 };

struct RestoreText
{
    Q_DECLARE_TR_FUNCTIONS(app::Backups)
};

Error notReplaced(const QString& detail)
{
    return { Error::Code::Storage,
        RestoreText::tr(
            "The file with what you made is damaged, and its copy cannot be put in its place."),
        detail, 0, {} };
}

Error inUse()
{
    return { Error::Code::Storage,
        RestoreText::tr(
            "The file with what you made is damaged. Close all other windows of this program and "
            "start it again: its last copy takes its place."),
        u"locked by another process"_s, 0, {} };
}

Error noCopy(const RestoreRequest& request)
{
    const QString sentence = QFile::exists(request.file)
        ? RestoreText::tr(
            "The file with what you made is damaged, and there is no copy of it that can be read: "
            "%1. Put a copy of your own in its place, or move it away to begin with an empty one.")
        : RestoreText::tr(
            "The file with what you made is missing, and none of its copies can be read: %1. Put "
            "a copy of your own there, or move the folder \"backups\" away to begin with an empty "
            "one.");
    return { Error::Code::Database, sentence.arg(QDir::toNativeSeparators(request.file)),
        u"no copy can be read"_s, 0, {} };
}

/// Errors: Unsupported (made by a newer version), Database (damaged, or none of ours), Storage.
Result<void> readThrough(db::Connection& connection, const QString& migrations)
{
    const auto version = db::versionOf(connection, migrations);
    if (!version) {
        return version.error();
    }
    return *version > 0 ? connection.checkPages() : db::damaged(u"no version"_s);
}

Result<void> readThrough(const QString& file, const QString& migrations)
{
    const auto connection = db::Connection::open({ file, false, true, 8 });
    return connection ? readThrough(**connection, migrations) : Result<void>(connection.error());
}

/// Whether another process has the file open: it would go on writing to it wherever it is moved.
bool isInUse(const QString& file)
{
#ifdef Q_OS_UNIX
    const int handle = ::open(QFile::encodeName(file).constData(), O_RDWR | O_CLOEXEC);
    if (handle < 0) {
        return false;
    }
    // Where SQLite locks a file for as long as it is open in WAL mode: PENDING_BYTE and the 511
    // bytes behind it (https://sqlite.org/src/file/src/os.h).
    struct flock lock = {};
    lock.l_type = F_WRLCK;
    lock.l_whence = SEEK_SET;
    lock.l_start = 0x40000000;
    lock.l_len = 512;
    const bool isLocked = fcntl(handle, F_GETLK, &lock) == 0 && lock.l_type != F_UNLCK;
    ::close(handle);
    return isLocked;
#else
    Q_UNUSED(file) // which cannot be moved then
    return false;
#endif
}

/// The newest first; those of the future last, as the clock was wrong then.
QStringList candidates(const RestoreRequest& request)
{
    QStringList names = copies::namesIn(QDir(request.folder));
    std::ranges::reverse(names);
    std::stable_partition(names.begin(), names.end(), [now = request.now](const QString& name) {
        return copies::timeOf(name).value_or(0) <= now;
    });
    return names;
}

void remove(const QString& file)
{
    for (const QLatin1StringView suffix : kSuffixes) {
        QFile::remove(file + suffix);
    }
}

/// Makes a file of the copy that can take the place of the user's.
Result<void> prepare(const QString& copy, const QString& file, const QString& migrations)
{
    remove(file);
    if (!QFile::copy(copy, file) || !QFile::setPermissions(file, kOwnerOnly)) {
        return notReplaced(u"the copy cannot be copied"_s);
    }
    {
        const auto connection = db::Connection::open({ file, false, true, 8 });
        if (!connection) {
            return connection.error();
        }
        if (auto read = readThrough(**connection, migrations); !read) {
            return read;
        }
        if (auto migrated = db::migrate(**connection, migrations); !migrated) {
            return migrated;
        }
        if (auto doubted = change::journal::doubtUnfinished(**connection); !doubted) {
            return doubted;
        }
    } // with the last connection the log goes
    return copies::syncFile(file) ? Result<void>() : notReplaced(u"it does not reach the disk"_s);
}

/// Makes @p file of the newest copy that can be read. @return the time of that copy
Result<qint64> prepareNewest(const RestoreRequest& request, const QString& file)
{
    Error error = noCopy(request);
    for (const QString& name : candidates(request)) {
        const auto prepared = prepare(request.folder + u'/' + name, file, request.migrations);
        if (prepared) {
            return copies::timeOf(name).value_or(0);
        }
        remove(file);
        if (prepared.error().code == Error::Code::Unsupported) {
            return prepared.error();
        }
        if (prepared.error().code == Error::Code::Storage) {
            error = prepared.error(); // a copy that may be whole: it is not to be called damaged
        }
    }
    return error;
}

/// A name that nothing has, nor its log.
QString nameAside(const RestoreRequest& request)
{
    const QString stem
        = QFileInfo(request.file).dir().filePath(u"user-damaged-"_s + copies::stampOf(request.now));
    QString name = stem + copies::kEnding;
    const auto isTaken = [&name](QLatin1StringView suffix) { return QFile::exists(name + suffix); };
    for (int number = 2; std::ranges::any_of(kSuffixes, isTaken); ++number) {
        name = stem + u'-' + QString::number(number) + copies::kEnding;
    }
    return name;
}

/// With what belongs to it; puts back what was moved if something cannot be.
bool move(const QString& from, const QString& to)
{
    QList<QLatin1StringView> moved;
    for (const QLatin1StringView suffix : kSuffixes) {
        if (!QFile::exists(from + suffix)) {
            continue;
        }
        if (!QFile::rename(from + suffix, to + suffix)) {
            for (const QLatin1StringView back : moved) {
                QFile::rename(to + back, from + back);
            }
            return false;
        }
        moved.append(suffix);
    }
    return true;
}

} // namespace

QString Restored::summary() const
{
    const QString when = QLocale().toString(
        QDateTime::fromSecsSinceEpoch(copiedAt).toLocalTime(), QLocale::ShortFormat);
    return (damagedFile.isEmpty()
            ? RestoreText::tr(
                "The file with what you made was missing; its copy of %1 has taken its place.")
            : RestoreText::tr(
                "The file with what you made was damaged; its copy of %1 has taken its place."))
        .arg(when);
}

QString Restored::consequence() const
{
    const QString lost
        = RestoreText::tr("What you did after that is not in the history any more and cannot be "
                          "undone there. What was not sent to the server yet has to be done "
                          "again.");
    return damagedFile.isEmpty() ? lost
                                 : lost + u' '
            + RestoreText::tr("The damaged file is kept: %1")
                  .arg(QDir::toNativeSeparators(damagedFile));
}

bool isLost(const QString& file, const QString& folder)
{
    return QFileInfo(file).size() == 0 && !copies::namesIn(QDir(folder)).isEmpty();
}

Result<std::optional<Restored>> restore(const RestoreRequest& request)
{
    // Two programs may start at the same time: the second must not move away what the first made.
    QLockFile lock(request.file + u".lock"_s);
    if (!lock.tryLock(kPatience)) {
        return notReplaced(u"another program is at it"_s);
    }
    if (!isLost(request.file, request.folder)) {
        const auto read = readThrough(request.file, request.migrations);
        if (read) {
            return std::optional<Restored>();
        }
        if (read.error().code != Error::Code::Database) {
            return read.error();
        }
        if (isInUse(request.file)) {
            return inUse();
        }
    }
    const QString fresh = request.file + u".restored"_s;
    const auto copiedAt = prepareNewest(request, fresh);
    if (!copiedAt) {
        return copiedAt.error();
    }
    const bool wasThere = QFile::exists(request.file);
    const QString aside = nameAside(request);
    if (!move(request.file, aside)) {
        remove(fresh);
        return notReplaced(u"the damaged file cannot be moved"_s);
    }
    if (!QFile::rename(fresh, request.file)
        || !copies::syncFolder(QFileInfo(request.file).path())) {
        return notReplaced(u"the copy cannot be given its name"_s);
    }
    qCWarning(lcApp) << "event=user_file_restored copied_at=" << *copiedAt;
    return std::optional(Restored { *copiedAt, wasThere ? aside : QString() });
}

} // namespace app
