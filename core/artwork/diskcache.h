// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <atomic>

namespace artwork {

/// Pictures as they came, in files below one folder; the least recently used go first.
///
/// A key is its group, a line feed and the rest; a group can be removed at once.
/// Thread: any, several at once; a file appears whole or not at all.
class DiskCache
{
public:
    /// @param folder  made when needed; holds nothing else
    /// @param limit  bytes of all files
    DiskCache(QString folder, qint64 limit);

    /// What was stored under @p key; empty if nothing was. Marks it as used.
    [[nodiscard]] QByteArray read(const QByteArray& key) const;
    /// Stores, and cleans up now and then. A full disk is not an error: nothing is kept.
    void write(const QByteArray& key, const QByteArray& bytes);
    void remove(const QByteArray& key);
    /// Removes the oldest files until at most 80 % of the limit are left, if there are more than
    /// it.
    void cleanUp();
    /// Removes everything.
    void clear();
    /// Removes what is in one group.
    void clear(const QByteArray& group);

    struct Usage
    {
        qint64 files = 0;
        qint64 bytes = 0;
    };
    [[nodiscard]] Usage usage() const;

private:
    [[nodiscard]] QString folderOf(const QByteArray& group) const;
    [[nodiscard]] QString pathOf(const QByteArray& key) const;

    QString m_folder;
    qint64 m_limit;
    std::atomic<qint64> m_written = 0; // since the last clean-up
    std::atomic_flag m_isCleaning = ATOMIC_FLAG_INIT;
};

} // namespace artwork
