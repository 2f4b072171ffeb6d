// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/setaside.h"

#include "core/settings/log.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace settings {

namespace {

constexpr qint64 kMostBytes = 4 * 1024 * 1024; // a hundred times what anybody has
constexpr int kMostKept = 9;

using Fault = SetAside::Fault;

util::Error storageError(const QString& detail)
{
    return { util::Error::Code::Storage, {}, detail, 0, {} };
}

/// As QSettings writes them: "[group]", "key=value", a comment, nothing.
bool isSettingsLine(const QByteArray& line)
{
    return line.isEmpty() || line.startsWith(';') || line.startsWith('#')
        || (line.startsWith('[') && line.endsWith(']')) || line.indexOf('=') > 0;
}

bool isControl(char c)
{
    return c >= 0 && c < ' ' && c != '\n' && c != '\r' && c != '\t';
}

/// Where @p iniFile can be kept without losing what is kept already, up to a number of them.
QString asideName(const QString& iniFile, Fault fault)
{
    const QString stem = QFileInfo(iniFile).path() + u'/' + QFileInfo(iniFile).completeBaseName()
        + (fault == Fault::Newer ? u".newer"_s : u".damaged"_s);
    QString name = stem + u".ini"_s;
    for (int i = 2; QFileInfo::exists(name) && i <= kMostKept; ++i) {
        name = stem + u"-%1.ini"_s.arg(i);
    }
    return name;
}

} // namespace

std::optional<Fault> faultIn(const QByteArray& content)
{
    if (content.size() > kMostBytes || std::ranges::any_of(content, isControl)) {
        return Fault::Damaged;
    }
    QByteArray group;
    for (const QByteArray& raw : content.split('\n')) {
        const QByteArray line = raw.trimmed();
        if (!isSettingsLine(line)) {
            return Fault::Damaged;
        }
        if (line.startsWith('[')) {
            group = line;
        }
        const bool isGeneral = group.isEmpty() || group == "[General]";
        if (isGeneral && line.startsWith("format=") && line.mid(7).toInt() > kFormat) {
            return Fault::Newer;
        }
    }
    return std::nullopt;
}

util::Result<std::optional<SetAside>> setAsideIfUnusable(const QString& iniFile)
{
    QFile file(iniFile);
    if (!file.exists()) {
        return std::optional<SetAside>();
    }
    if (!file.open(QIODevice::ReadOnly)) {
        return storageError(u"not readable, code %1"_s.arg(int(file.error())));
    }
    const auto fault = faultIn(file.read(kMostBytes + 1));
    file.close();
    if (!fault) {
        return std::optional<SetAside>();
    }
    const QString name = asideName(iniFile, *fault);
    QFile::remove(name); // the last of many, or nothing
    if (!QFile::rename(iniFile, name)) {
        return storageError(u"not renamed"_s);
    }
    qCWarning(lcSettings).noquote().nospace()
        << "event=set-aside newer=" << (*fault == Fault::Newer)
        << " file=" << QFileInfo(name).fileName();
    return std::optional(SetAside { *fault, name });
}

QString keptCopy(const QString& iniFile)
{
    return QFileInfo(iniFile).path() + u'/' + QFileInfo(iniFile).completeBaseName()
        + u".before-reset.ini"_s;
}

util::Result<void> keepCopy(const QString& iniFile)
{
    QByteArray content;
    if (QFile file(iniFile); file.exists()) {
        if (!file.open(QIODevice::ReadOnly)) {
            return storageError(u"not readable, code %1"_s.arg(int(file.error())));
        }
        content = file.readAll();
    }
    QSaveFile copy(keptCopy(iniFile));
    if (!copy.open(QIODevice::WriteOnly) || copy.write(content) != content.size()
        || !copy.commit()) {
        return storageError(u"not kept, code %1"_s.arg(int(copy.error())));
    }
    QFile::setPermissions(keptCopy(iniFile), QFile::ReadOwner | QFile::WriteOwner);
    return {};
}

} // namespace settings
