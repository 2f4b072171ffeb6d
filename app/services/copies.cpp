// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/copies.h"

#include <QDateTime>
#include <QFile>
#include <QTimeZone>

#ifdef Q_OS_WIN
#include <io.h>
#else
#include <fcntl.h>
#include <unistd.h>
#endif

namespace app::copies {

namespace {

constexpr QStringView kStampFormat = u"yyyyMMdd'T'HHmmss'Z'";
constexpr qsizetype kStampSize = 16;

bool sync(int handle)
{
#ifdef Q_OS_WIN
    return _commit(handle) == 0;
#else
    return fsync(handle) == 0;
#endif
}

} // namespace

QString stampOf(qint64 epochSeconds)
{
    return QDateTime::fromSecsSinceEpoch(epochSeconds, Qt::UTC).toString(kStampFormat);
}

std::optional<qint64> timeOf(const QString& name, QLatin1StringView ending)
{
    if (!name.startsWith(kPrefix) || !name.endsWith(ending)) {
        return std::nullopt;
    }
    QDateTime time = QDateTime::fromString(name.mid(kPrefix.size(), kStampSize), kStampFormat);
    time.setTimeZone(QTimeZone::utc());
    return time.isValid() ? std::optional(time.toSecsSinceEpoch()) : std::nullopt;
}

QStringList namesIn(const QDir& folder)
{
    QStringList names = folder.entryList(QDir::Files, QDir::Name);
    names.removeIf([](const QString& name) { return !timeOf(name); });
    return names;
}

bool syncFile(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadWrite) && sync(file.handle());
}

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

} // namespace app::copies
