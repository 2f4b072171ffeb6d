// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/artwork/diskcache.h"

#include "core/artwork/decode.h"
#include "core/artwork/log.h"
#include "core/types/picturepath.h"

#include <QCryptographicHash>
#include <QDataStream>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QSaveFile>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace artwork {
namespace {

/// A use is noted at most this often, so that reading seldom writes.
constexpr qint64 kUseNotedAfter = 6 * 3600;
constexpr qsizetype kGroupName = 16; // hexadecimal digits
constexpr qsizetype kFolderName = 2;
constexpr qsizetype kFileName = 38;
constexpr quint32 kMagic = 0x504d3843;
constexpr quint8 kFormat = 1;
constexpr qint64 kCheckedAt = 5; ///< where in a file that time stands, as 8 bytes
constexpr qint64 kLongestHead = 64 * 1024;
constexpr auto kAllFiles = QDir::Files | QDir::Hidden | QDir::System;

QString hashOf(const QByteArray& key)
{
    return QString::fromLatin1(QCryptographicHash::hash(key, QCryptographicHash::Sha1).toHex());
}

void prepare(QDataStream& stream)
{
    stream.setVersion(QDataStream::Qt_6_4);
}

/// What stands before the bytes of a picture.
struct Head
{
    StoredPicture about {};
    QString picture {};
    qint64 length = 0;
};

QByteArray encode(const Head& head)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    prepare(stream);
    stream << kMagic << kFormat << head.about.checkedAt << head.picture.toUtf8()
           << head.about.version.toUtf8() << head.about.etag << head.about.lastModified
           << head.length;
    return bytes;
}

/// The head of @p file, which is then at the first byte of the picture; nothing if the file is
/// none of ours, or not as long as it should be.
std::optional<Head> readHead(QFile& file)
{
    // Not the file itself: a stream would believe any length that is written there.
    const QByteArray start = file.peek(kLongestHead);
    QDataStream stream(start);
    prepare(stream);
    quint32 magic = 0;
    quint8 format = 0;
    stream >> magic >> format;
    if (magic != kMagic || format != kFormat) {
        return std::nullopt;
    }
    Head head;
    QByteArray picture;
    QByteArray version;
    stream >> head.about.checkedAt >> picture >> version >> head.about.etag
        >> head.about.lastModified >> head.length;
    const qint64 size = stream.device()->pos();
    if (stream.status() != QDataStream::Ok || head.length <= 0 || head.length > kMostEncodedBytes
        || file.size() != size + head.length) {
        return std::nullopt;
    }
    for (QByteArray* said : { &head.about.etag, &head.about.lastModified }) {
        if (std::ranges::any_of(*said, [](char c) { return c >= 0 && c < ' '; })) {
            said->clear(); // it is sent in a header, where a line feed begins another one
        }
    }
    head.picture = QString::fromUtf8(picture);
    head.about.version = QString::fromUtf8(version);
    return file.seek(size) ? std::optional(head) : std::nullopt;
}

bool isHex(QStringView text, qsizetype length)
{
    return text.size() == length && std::ranges::all_of(text, [](QChar c) {
        return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f');
    });
}

/// Whether a path below the cache's folder is one that pathOf() makes.
bool isOurs(const QString& relative)
{
    const QStringList parts = relative.split(u'/');
    return parts.size() == 3 && isHex(parts.at(0), kGroupName) && isHex(parts.at(1), kFolderName)
        && isHex(parts.at(2), kFileName);
}

/// Removes entries in their order until @p bytes are at most @p goal. @return how many
qint64 removeUntil(std::vector<DiskCache::Entry>& entries, qint64& bytes, qint64 goal)
{
    qint64 removed = 0;
    for (const DiskCache::Entry& entry : entries) {
        if (bytes <= goal) {
            break;
        }
        if (QFile::remove(entry.path)) {
            bytes -= entry.bytes;
            ++removed;
        }
    }
    return removed;
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

QString DiskCache::pathOf(const PictureKey& key) const
{
    const QString name
        = hashOf(key.group + '\n' + key.picture.toUtf8() + '\n' + QByteArray::number(key.side));
    return u"%1/%2/%3"_s.arg(folderOf(key.group), name.left(kFolderName), name.mid(kFolderName));
}

std::optional<StoredPicture> DiskCache::read(const PictureKey& key) const
{
    QFile file(pathOf(key));
    // Where nothing can be written, pictures are still read.
    if (!file.open(QIODevice::ReadWrite | QIODevice::ExistingOnly)
        && !file.open(QIODevice::ReadOnly)) {
        return std::nullopt;
    }
    std::optional<Head> head = readHead(file);
    if (!head || head->picture != key.picture) {
        file.remove(); // cut off by a crash, or damaged: the server has it
        return std::nullopt;
    }
    const QDateTime now = QDateTime::currentDateTimeUtc();
    if (file.fileTime(QFileDevice::FileModificationTime).secsTo(now) > kUseNotedAfter) {
        file.setFileTime(now, QFileDevice::FileModificationTime);
    }
    head->about.bytes = file.read(head->length);
    return head->about.bytes.size() == head->length ? std::optional(std::move(head->about))
                                                    : std::nullopt;
}

void DiskCache::write(const PictureKey& key, const StoredPicture& picture)
{
    const QString path = pathOf(key);
    QDir().mkpath(path.section(u'/', 0, -2));
    const QByteArray head = encode({ picture, key.picture, picture.bytes.size() });
    if (head.size() > kLongestHead) {
        return; // a server sent pages where a word belongs
    }
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(head) != head.size()
        || file.write(picture.bytes) != picture.bytes.size() || !file.commit()) {
        qCDebug(lcArtwork) << "picture not kept error=" << file.error();
        return;
    }
    const qint64 bytes = head.size() + picture.bytes.size();
    if (m_written.fetch_add(bytes) + bytes > m_limit / 8) {
        makeRoom();
    }
}

void DiskCache::renew(const PictureKey& key, qint64 checkedAt)
{
    QFile file(pathOf(key));
    if (!file.open(QIODevice::ReadWrite | QIODevice::ExistingOnly) || !readHead(file)
        || !file.seek(kCheckedAt)) {
        return;
    }
    // In place: cut off in the middle it is another time, and asked about sooner or later.
    QDataStream stream(&file);
    prepare(stream);
    stream << checkedAt;
}

void DiskCache::remove(const PictureKey& key)
{
    QFile::remove(pathOf(key));
}

void DiskCache::makeRoom()
{
    if (m_isCleaning.test_and_set()) {
        return; // somebody is at it
    }
    m_written = 0;
    Survey all;
    QDirIterator files(m_folder, kAllFiles, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QFileInfo info = files.nextFileInfo();
        all.entries.push_back({ info.filePath(), {}, info.size(), info.lastModified(), false });
        all.bytes += info.size();
    }
    (void)trim(all);
    m_isCleaning.clear();
}

DiskCache::Survey DiskCache::survey(
    const std::optional<QList<QByteArray>>& groups, const QByteArray& group)
{
    Survey found;
    QSet<QString> known;
    for (const QByteArray& each : groups.value_or(QList<QByteArray>())) {
        known.insert(folderOf(each));
    }
    const QDir top(m_folder);
    // Not what a link leads to, which is somebody else's.
    const QStringList folders
        = top.entryList(QDir::Dirs | QDir::NoDotAndDotDot | QDir::Hidden | QDir::NoSymLinks);
    for (const QString& name : folders) {
        const QString folder = top.filePath(name);
        if (!isHex(name, kGroupName) || (groups && !known.contains(folder))) {
            qCInfo(lcArtwork) << "event=pictures_of_nobody_removed";
            QDir(folder).removeRecursively();
        }
    }
    const QString marked = group.isEmpty() ? QString() : folderOf(group) + u'/';
    const QDateTime now = QDateTime::currentDateTimeUtc();
    QDirIterator files(m_folder, kAllFiles, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QFileInfo info = files.nextFileInfo();
        const QString path = info.filePath();
        if (!isOurs(top.relativeFilePath(path))) {
            const bool isOld = std::abs(info.lastModified().secsTo(now))
                >= std::chrono::seconds(kUnfinishedFor).count();
            found.strays += isOld && QFile::remove(path) ? 1 : 0;
            continue;
        }
        QFile file(path);
        const std::optional<Head> head
            = file.open(QIODevice::ReadOnly) ? readHead(file) : std::nullopt;
        file.close();
        if (!head) {
            found.strays += QFile::remove(path) ? 1 : 0;
            continue;
        }
        found.entries.push_back({ path, types::pictureOwner(head->picture), info.size(),
            info.lastModified(), !marked.isEmpty() && path.startsWith(marked) });
        found.bytes += info.size();
    }
    return found;
}

qint64 DiskCache::trim(Survey& survey, const QSet<QString>& gone)
{
    if (survey.bytes <= m_limit) {
        return 0;
    }
    const auto isGone
        = [&gone](const Entry& entry) { return entry.isOfGroup && gone.contains(entry.owner); };
    std::ranges::sort(survey.entries, [&isGone](const Entry& a, const Entry& b) {
        const bool aIsGone = isGone(a);
        return aIsGone != isGone(b) ? aIsGone : a.used < b.used;
    });
    return removeUntil(survey.entries, survey.bytes, m_limit / 5 * 4);
}

void DiskCache::clear()
{
    QDir(m_folder).removeRecursively();
    m_written = 0;
}

void DiskCache::clear(const QByteArray& group)
{
    QDir(folderOf(group)).removeRecursively();
}

DiskCache::Usage DiskCache::usage() const
{
    Usage usage;
    QDirIterator files(m_folder, kAllFiles, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        ++usage.files;
        usage.bytes += files.nextFileInfo().size();
    }
    return usage;
}

} // namespace artwork
