// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/artwork/diskcache.h"

#include "core/artwork/decode.h"
#include "core/artwork/log.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QSaveFile>
#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace artwork {
namespace {

/// A use is noted at most this often, so that reading seldom writes.
constexpr qint64 kUseNotedAfter = 6 * 3600;
constexpr qsizetype kGroupName = 16; // hexadecimal digits

QString hashOf(const QByteArray& key)
{
    return QString::fromLatin1(QCryptographicHash::hash(key, QCryptographicHash::Sha1).toHex());
}

void removeFilesBelow(const QString& folder)
{
    QDirIterator files(folder, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile::remove(files.next());
    }
}

} // namespace

DiskCache::DiskCache(QString folder, qint64 limit)
    : m_folder(std::move(folder))
    , m_limit(limit)
{
}

QString DiskCache::folderOf(const QByteArray& group) const
{
    // Not the name itself: it comes from a server.
    return m_folder + u'/' + hashOf(group).left(kGroupName);
}

QString DiskCache::pathOf(const QByteArray& key) const
{
    const QString name = hashOf(key);
    return u"%1/%2/%3"_s.arg(folderOf(key.left(key.indexOf('\n'))), name.left(2), name.mid(2));
}

QByteArray DiskCache::read(const QByteArray& key) const
{
    QFile file(pathOf(key));
    if (!file.open(QIODevice::ReadWrite | QIODevice::ExistingOnly)
        || file.size() > kMostEncodedBytes) {
        return {};
    }
    const QDateTime now = QDateTime::currentDateTimeUtc();
    if (file.fileTime(QFileDevice::FileModificationTime).secsTo(now) > kUseNotedAfter) {
        file.setFileTime(now, QFileDevice::FileModificationTime);
    }
    return file.readAll();
}

void DiskCache::write(const QByteArray& key, const QByteArray& bytes)
{
    const QString path = pathOf(key);
    QDir().mkpath(path.section(u'/', 0, -2));
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
        qCDebug(lcArtwork) << "picture not kept error=" << file.error();
        return;
    }
    if (m_written.fetch_add(bytes.size()) + bytes.size() > m_limit / 8) {
        cleanUp();
    }
}

void DiskCache::remove(const QByteArray& key)
{
    QFile::remove(pathOf(key));
}

void DiskCache::cleanUp()
{
    if (m_isCleaning.test_and_set()) {
        return; // somebody is at it
    }
    m_written = 0;
    struct Entry
    {
        QString path;
        qint64 bytes;
        QDateTime used;
    };
    std::vector<Entry> entries;
    qint64 total = 0;
    QDirIterator files(m_folder, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QFileInfo info = files.nextFileInfo();
        entries.push_back({ info.filePath(), info.size(), info.lastModified() });
        total += info.size();
    }
    if (total > m_limit) {
        std::ranges::sort(entries, {}, &Entry::used);
        const qint64 goal = m_limit / 5 * 4;
        for (const Entry& entry : entries) {
            if (total <= goal) {
                break;
            }
            if (QFile::remove(entry.path)) {
                total -= entry.bytes;
            }
        }
    }
    m_isCleaning.clear();
}

void DiskCache::clear()
{
    removeFilesBelow(m_folder);
    m_written = 0;
}

void DiskCache::clear(const QByteArray& group)
{
    removeFilesBelow(folderOf(group));
}

DiskCache::Usage DiskCache::usage() const
{
    Usage usage;
    QDirIterator files(m_folder, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        ++usage.files;
        usage.bytes += files.nextFileInfo().size();
    }
    return usage;
}

} // namespace artwork
