// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services/restore.h"
#include "core/db/database.h"
#include "core/util/clock.h"

#include <QObject>
#include <QTimer>

namespace app {

/// Daily copies of the user's file, in a folder of their own: user-20260131T184500Z.db, in UTC; and
/// what they are for: one takes the place of a file that is damaged.
///
/// A copy is written under another name and renamed when it is on the disk and was read through;
/// only then the oldest one goes. The times in the names count,
/// not those of the file system; files with other names are left alone.
/// Thread: UI; the work runs in the pool and in the writer thread.
class Backups : public QObject
{
    Q_OBJECT
public:
    /// How many copies are kept; the oldest go first.
    static constexpr int kKept = 7;
    static constexpr std::chrono::hours kInterval { 24 };

    /// @param folder  made when it is first needed
    Backups(db::Database& userFile, QString folder, const util::Clock& clock, QThreadPool& pool,
        QObject* parent = nullptr);

    /// Opens the user's file. One that is damaged or missing is replaced by its newest copy first.
    /// Errors: those of db::Database::open() and of restore().
    [[nodiscard]] util::Future<void> open();
    /// Makes a copy if the newest is a day old or there is none; true if it did. The user's file
    /// must be open. One at a time. Errors: Storage, Database (the file is damaged).
    [[nodiscard]] util::Future<bool> makeIfDue();
    /// makeIfDue() a minute from now, when the start is over, then every hour.
    void keepMaking();

Q_SIGNALS:
    /// open() used a copy, and is done.
    void restored(const app::Restored& what);
    /// keepMaking() could not make one; said once until one was made again.
    void failed(const util::Error& error);

private:
    [[nodiscard]] util::Future<void> restoreAndOpen();
    void tryOnce();

    db::Database& m_userFile;
    const QString m_folder;
    const util::Clock& m_clock;
    QThreadPool& m_pool;
    QTimer m_timer { this };
    bool m_hasFailed = false;
};

} // namespace app
