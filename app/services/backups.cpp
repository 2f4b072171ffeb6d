// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/backups.h"

#include "app/services/copies.h"
#include "app/services/log.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;
namespace async = util::async;
using util::Error;
using util::Future;
using util::Result;

namespace app {

namespace {

constexpr std::chrono::minutes kAfterStart { 1 };
constexpr std::chrono::hours kBetweenLooks { 1 };
/// Up to this size every page is looked at at each start, which takes 30 ms.
constexpr qint64 kQuicklyRead = 16'000'000;
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

Error cannotBeRead(const QString& detail)
{
    return { Error::Code::Database,
        QCoreApplication::translate("app::Backups",
            "The file with what you made is damaged. Start the program again: its last copy takes "
            "its place."),
        detail, 0, {} };
}

/// A copy of the future does not count: the clock was wrong then.
bool isDue(const QDir& folder, qint64 now)
{
    const QStringList names = copies::namesIn(folder);
    return std::ranges::none_of(names, [now](const QString& name) {
        const qint64 age = now - copies::timeOf(name).value_or(0);
        return age >= 0 && age < seconds(Backups::kInterval);
    });
}

/// How closely the user's file is looked at before it is used. A large one takes longer to read
/// than a start may, so all of it is read only if the last run did not end well, or if no copy of
/// the last day stands for it: every page is read to make one. Nothing if it is lost.
std::optional<db::Database::Look> lookAt(const QString& file, const QString& folder, qint64 now)
{
    using Look = db::Database::Look;
    if (isLost(file, folder)) {
        return std::nullopt;
    }
    const bool hasEndedWell = !QFile::exists(file + u"-wal"_s);
    const bool isQuick = QFileInfo(file).size() <= kQuicklyRead;
    return isQuick || !hasEndedWell || isDue(QDir(folder), now) ? Look::EveryPage : Look::Opening;
}

/// What is left of copies that were never finished; those of today may be somebody else's.
void removeLeftovers(QDir& folder, qint64 now)
{
    for (const QString& name : folder.entryList(QDir::Files)) {
        const auto time = copies::timeOf(name, kUnfinished);
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
    return folder.filePath(copies::kPrefix + copies::stampOf(now) + u'-'
        + QString::number(QCoreApplication::applicationPid()) + kUnfinished);
}

/// Whether every page of the copy can be read, and is on the disk: SQLite does not wait for that
/// ("VACUUM INTO … does not call fsync", https://sqlite.org/lang_vacuum.html).
Result<void> secure(const QString& copy)
{
    if (!copies::syncFile(copy)) {
        return failure(u"the copy does not reach the disk"_s);
    }
    const auto connection = db::Connection::open({ copy, true, false, 8 });
    if (!connection) {
        return failure(connection.error().detail);
    }
    const auto checked = (*connection)->checkPages();
    return checked ? checked : failure(checked.error().detail);
}

/// Gives the copy its name, which says that it is whole, and then removes the oldest ones. Thread:
/// the pool's.
Result<bool> finish(const QString& unfinished, qint64 now)
{
    QDir folder = QFileInfo(unfinished).dir();
    const QString name = copies::kPrefix + copies::stampOf(now) + copies::kEnding;
    QFile::setPermissions(unfinished, QFile::ReadOwner | QFile::WriteOwner);
    if (auto secured = secure(unfinished); !secured) {
        QFile::remove(unfinished);
        return std::move(secured).error();
    }
    if (!QFile::rename(unfinished, folder.filePath(name))) {
        QFile::remove(unfinished);
        return failure(u"cannot rename the copy"_s);
    }
    if (!copies::syncFolder(folder.path())) {
        return failure(u"the name of the copy does not reach the disk"_s);
    }
    QStringList others = copies::namesIn(folder);
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

Future<void> Backups::open()
{
    const QString file = m_userFile.options().path;
    const auto look = async::run(m_pool, [file, folder = m_folder, now = m_clock.epochSeconds()]() {
        return Result<std::optional<db::Database::Look>>(lookAt(file, folder, now));
    });
    const auto opened = async::andThen(
        look, this, [this](const std::optional<db::Database::Look>& closely) -> Future<void> {
            return closely ? m_userFile.open(*closely) : restoreAndOpen();
        });
    util::Promise<void> promise;
    async::deliver(opened, this, [this, promise](const Result<void>& done) {
        if (done || done.error().code != Error::Code::Database) {
            promise.finish(done);
            return;
        }
        async::deliver(restoreAndOpen(), this,
            [promise](const Result<void>& again) { promise.finish(again); });
    });
    return promise.future();
}

Future<void> Backups::restoreAndOpen()
{
    const RestoreRequest request { m_userFile.options().path, m_folder,
        m_userFile.options().migrations, m_clock.epochSeconds() };
    const auto replaced = async::run(m_pool, [request] { return restore(request); });
    return async::andThen(replaced, this, [this](const std::optional<Restored>& what) {
        return async::andThen(m_userFile.open(), this, [this, what] {
            if (what) {
                Q_EMIT restored(*what);
            }
        });
    });
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
                        const Error& why = copied.error();
                        return why.code == Error::Code::Database ? cannotBeRead(why.detail)
                                                                 : failure(why.detail);
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
