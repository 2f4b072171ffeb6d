// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/backups.h"

#include "app/services/log.h"
#include "core/db/connection.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QTimeZone>

#ifdef Q_OS_WIN
#include <io.h>
#else
#include <fcntl.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;
namespace async = util::async;
using util::Error;
using util::Future;
using util::Result;

namespace app {

namespace {

constexpr std::chrono::minutes kAfterStart { 1 };
constexpr std::chrono::hours kBetweenLooks { 1 };
constexpr QStringView kStampFormat = u"yyyyMMdd'T'HHmmss'Z'";
constexpr qsizetype kStampSize = 16;
constexpr auto kPrefix = "user-"_L1;
constexpr auto kWhole = ".db"_L1;
constexpr auto kUnfinished = ".partial"_L1;

qint64 seconds(std::chrono::hours hours)
{
    return std::chrono::seconds(hours).count();
}

Error failure(const QString& detail)
{
    return { Error::Code::Storage,
        QCoreApplication::translate("app::Backups",
            "The daily copy of what you made could not be written. What you made itself is safe."),
        detail, 0, {} };
}

QString stampOf(qint64 epoch)
{
    return QDateTime::fromSecsSinceEpoch(epoch, Qt::UTC).toString(kStampFormat);
}

/// The time in a name; nothing for files that are none of ours.
std::optional<qint64> timeOf(const QString& name, QLatin1StringView ending)
{
    if (!name.startsWith(kPrefix) || !name.endsWith(ending)) {
        return std::nullopt;
    }
    QDateTime time = QDateTime::fromString(name.mid(kPrefix.size(), kStampSize), kStampFormat);
    time.setTimeZone(QTimeZone::utc());
    return time.isValid() ? std::optional(time.toSecsSinceEpoch()) : std::nullopt;
}

/// Names of the whole copies, the oldest first.
QStringList copiesIn(const QDir& folder)
{
    QStringList copies = folder.entryList(QDir::Files, QDir::Name);
    copies.removeIf([](const QString& name) { return !timeOf(name, kWhole); });
    return copies;
}

/// A copy of the future does not count: the clock was wrong then.
bool isDue(const QDir& folder, qint64 now)
{
    const QStringList copies = copiesIn(folder);
    return std::ranges::none_of(copies, [now](const QString& name) {
        const qint64 age = now - timeOf(name, kWhole).value_or(0);
        return age >= 0 && age < seconds(Backups::kInterval);
    });
}

/// What is left of copies that were never finished; those of today may be somebody else's.
void removeLeftovers(QDir& folder, qint64 now)
{
    for (const QString& name : folder.entryList(QDir::Files)) {
        const auto time = timeOf(name, kUnfinished);
        if (time && std::abs(now - *time) >= seconds(Backups::kInterval)) {
            folder.remove(name);
        }
    }
}

/// Where to write a copy now; empty if none is due. Thread: the pool's.
Result<QString> prepare(const QString& path, qint64 now)
{
    QDir folder(path);
    if (!folder.mkpath(u"."_s)) {
        return failure(u"cannot make the folder"_s);
    }
    QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    removeLeftovers(folder, now);
    if (!isDue(folder, now)) {
        return QString();
    }
    return folder.filePath(kPrefix + stampOf(now) + u'-'
        + QString::number(QCoreApplication::applicationPid()) + kUnfinished);
}

/// Waits until what was written to an open file is on the disk.
bool sync(int handle)
{
#ifdef Q_OS_WIN
    return _commit(handle) == 0;
#else
    return fsync(handle) == 0;
#endif
}

/// Makes a new name in the folder last. Systems other than Unix do so by themselves.
bool syncFolder(const QString& path)
{
#ifdef Q_OS_UNIX
    const int handle = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    if (handle < 0) {
        return false;
    }
    const bool isDone = sync(handle);
    ::close(handle);
    return isDone;
#else
    Q_UNUSED(path)
    return true;
#endif
}

/// Whether every page of the copy can be read, and is on the disk: SQLite does not wait for that
/// ("VACUUM INTO … does not call fsync", https://sqlite.org/lang_vacuum.html).
Result<void> secure(const QString& copy)
{
    QFile file(copy);
    if (!file.open(QIODevice::ReadWrite) || !sync(file.handle())) {
        return failure(u"the copy does not reach the disk"_s);
    }
    const auto connection = db::Connection::open({ copy, true, false, 8 });
    if (!connection) {
        return failure(connection.error().detail);
    }
    db::Statement check = (*connection)->prepare("PRAGMA quick_check(1)");
    const bool isWhole = check.next() && check.text(0) == "ok"_L1;
    return isWhole ? Result<void>() : failure(u"the copy is damaged"_s);
}

/// Gives the copy its name, which says that it is whole, and then removes the oldest ones. Thread:
/// the pool's.
Result<bool> finish(const QString& unfinished, qint64 now)
{
    QDir folder = QFileInfo(unfinished).dir();
    const QString name = kPrefix + stampOf(now) + kWhole;
    QFile::setPermissions(unfinished, QFile::ReadOwner | QFile::WriteOwner);
    if (auto secured = secure(unfinished); !secured) {
        QFile::remove(unfinished);
        return std::move(secured).error();
    }
    if (!QFile::rename(unfinished, folder.filePath(name))) {
        QFile::remove(unfinished);
        return failure(u"cannot rename the copy"_s);
    }
    if (!syncFolder(folder.path())) {
        return failure(u"the name of the copy does not reach the disk"_s);
    }
    QStringList others = copiesIn(folder);
    others.removeAll(name);
    while (others.size() >= Backups::kKept && folder.remove(others.first())) {
        others.removeFirst();
    }
    return true;
}

} // namespace

Backups::Backups(db::Database& userFile, QString folder, const util::Clock& clock,
    QThreadPool& pool, QObject* parent)
    : QObject(parent)
    , m_userFile(userFile)
    , m_folder(std::move(folder))
    , m_clock(clock)
    , m_pool(pool)
{
    m_timer.setTimerType(Qt::VeryCoarseTimer);
    connect(&m_timer, &QTimer::timeout, this, &Backups::tryOnce);
}

Future<bool> Backups::makeIfDue()
{
    const qint64 now = m_clock.epochSeconds();
    const auto prepared
        = async::run(m_pool, [folder = m_folder, now] { return prepare(folder, now); });
    return async::andThen(prepared, this, [this, now](const QString& path) {
        if (path.isEmpty()) {
            return async::ready<bool>(false);
        }
        util::Promise<bool> promise;
        async::deliver(
            m_userFile.backUp(path), this, [this, promise, path, now](const Result<void>& copied) {
                const auto finished = async::run(m_pool, [path, now, copied]() -> Result<bool> {
                    if (!copied) {
                        QFile::remove(path);
                        return failure(copied.error().detail);
                    }
                    return finish(path, now);
                });
                async::deliver(finished, this,
                    [promise](Result<bool> made) { promise.finish(std::move(made)); });
            });
        return promise.future();
    });
}

void Backups::keepMaking()
{
    if (!m_timer.isActive()) {
        m_timer.start(kAfterStart);
    }
}

void Backups::tryOnce()
{
    m_timer.start(kBetweenLooks);
    async::deliver(makeIfDue(), this, [this](const Result<bool>& made) {
        if (made) {
            m_hasFailed = false;
        } else if (!std::exchange(m_hasFailed, true)) {
            qCWarning(lcApp).noquote() << "event=backup_failed why=" << made.error().detail;
            Q_EMIT failed(made.error());
        }
    });
}

} // namespace app
