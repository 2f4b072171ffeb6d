// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QHash>
#include <QSet>
#include <QString>
#include <atomic>
#include <optional>
#include <vector>

namespace artwork {

/// What a picture is kept under: newer versions of it take the place of older ones.
struct PictureKey
{
    QByteArray group {}; ///< whose it is; a group can be removed at once
    QString picture {}; ///< path without the change number
    int side = 0;

    bool operator==(const PictureKey&) const = default;
};

inline size_t qHash(const PictureKey& key, size_t seed = 0) noexcept
{
    return qHashMulti(seed, key.group, key.picture, key.side);
}

/// A picture as it came, and what was sent beside it.
struct StoredPicture
{
    QByteArray bytes {};
    QString version {}; ///< its change number; empty if it has none
    QByteArray etag {};
    QByteArray lastModified {};
    qint64 checkedAt = 0; ///< when the server last said that it is this; seconds since 1970

    bool operator==(const StoredPicture&) const = default;
};

/// Pictures in files below one folder, each with a head of what is known of it.
///
/// Thread: any, several at once; a file appears whole or not at all. The time of a file is when it
/// was last used.
class DiskCache
{
public:
    /// @param folder  made when needed; what is none of ours in it is removed
    /// @param limit  bytes of all files
    DiskCache(QString folder, qint64 limit);

    /// What was stored under @p key, if it is there and whole. Marks it as used.
    [[nodiscard]] std::optional<StoredPicture> read(const PictureKey& key) const;
    /// Stores, and makes room now and then. A full disk is not an error: nothing is kept.
    void write(const PictureKey& key, const StoredPicture& picture);
    /// Notes that what is stored is still what the server has. Costs 8 bytes of writing.
    void renew(const PictureKey& key, qint64 checkedAt);
    void remove(const PictureKey& key);
    /// Removes everything.
    void clear();
    /// Removes what is in one group.
    void clear(const QByteArray& group);

    /// One file of the cache.
    struct Entry
    {
        QString path {};
        QString owner {}; ///< rating key of what it is the picture of; empty if nobody knows
        qint64 bytes = 0;
        QDateTime used {};
        bool isOfGroup = false; ///< of the group that was asked for
    };
    /// What survey() found.
    struct Survey
    {
        std::vector<Entry> entries {};
        qint64 bytes = 0;
        qint64 strays = 0; ///< files removed: none of ours, never finished, or damaged
    };
    /// Looks at every file, and removes those that cannot be used; unfinished ones only if they are
    /// older than kUnfinishedFor, because somebody may be writing them.
    /// Cost: opens each file once. 10,000 take about 0.3 s.
    /// @param groups  all others are removed; nothing = any may be there
    /// @param group  whose entries are marked
    [[nodiscard]] Survey survey(
        const std::optional<QList<QByteArray>>& groups = {}, const QByteArray& group = {});
    static constexpr std::chrono::hours kUnfinishedFor { 1 };

    /// If @p survey holds more than the limit: removes entries until at most 80 % of it are left,
    /// first those of the group whose owner is in @p gone, then those that were used longest ago.
    /// @return how many
    qint64 trim(Survey& survey, const QSet<QString>& gone = {});
    [[nodiscard]] qint64 limit() const { return m_limit; }

    struct Usage
    {
        qint64 files = 0;
        qint64 bytes = 0;
    };
    [[nodiscard]] Usage usage() const;

private:
    [[nodiscard]] QString folderOf(const QByteArray& group) const;
    [[nodiscard]] QString pathOf(const PictureKey& key) const;
    void makeRoom();

    QString m_folder;
    qint64 m_limit;
    std::atomic<qint64> m_written = 0; // since room was made
    std::atomic_flag m_isCleaning = ATOMIC_FLAG_INIT;
};

} // namespace artwork
