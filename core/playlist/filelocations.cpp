// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/playlist/filelocations.h"

#include <QDir>
#include <QStringDecoder>

using namespace Qt::StringLiterals;

namespace playlist {

namespace {

bool hasDrive(QStringView path)
{
    return path.size() > 1 && path.at(1) == u':' && path.at(0).isLetter();
}

bool isAbsolute(QStringView plain)
{
    return plain.startsWith(u'/') || hasDrive(plain);
}

bool isStream(const QString& location)
{
    return location.startsWith("spotify:"_L1)
        || (location.contains("://"_L1) && !location.startsWith("file://"_L1, Qt::CaseInsensitive));
}

/// What percent signs mean if they mean anything: several players write relative paths so.
std::optional<QString> unescaped(const QString& path)
{
    bool isEscaped = false;
    for (qsizetype at = path.indexOf(u'%'); at >= 0; at = path.indexOf(u'%', at + 1)) {
        bool isHex = false;
        (void)QStringView(path).mid(at + 1, 2).toUShort(&isHex, 16);
        if (!isHex || at + 2 >= path.size()) {
            return std::nullopt; // "50% off.mp3"
        }
        isEscaped = true;
    }
    if (!isEscaped) {
        return std::nullopt;
    }
    const QByteArray bytes = QByteArray::fromPercentEncoding(path.toUtf8());
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    QString text = decoder(bytes);
    const bool isText = !decoder.hasError() && !text.contains(QChar(u'\0'));
    return isText && text != path ? std::optional(std::move(text)) : std::nullopt;
}

QString fromFolder(const QString& folder, const QString& plain)
{
    return isAbsolute(plain) || folder.isEmpty() ? plain : QDir::cleanPath(folder + u'/' + plain);
}

} // namespace

QStringList pathsOf(const FileRow& row, const QString& folder)
{
    QStringList paths;
    for (const QString& location : QStringList { row.location } + row.otherLocations) {
        if (location.isEmpty() || isStream(location)) {
            continue;
        }
        const QString plain = match::plainPath(location);
        const auto read = unescaped(plain);
        const bool isLikelyEscaped = read && !plain.contains(u' ') && plain.contains("%20"_L1);
        if (isLikelyEscaped) {
            paths.append(fromFolder(folder, *read));
        }
        paths.append(fromFolder(folder, plain));
        if (read && !isLikelyEscaped) {
            paths.append(fromFolder(folder, *read));
        }
    }
    paths.removeDuplicates();
    return paths;
}

std::optional<PathStyle> pathStyleNamed(const QString& name)
{
    const QString plain = name.toLower();
    return plain == u"absolute" ? std::optional(PathStyle::Absolute)
        : plain == u"relative"  ? std::optional(PathStyle::Relative)
        : plain == u"server"    ? std::optional(PathStyle::Server)
                                : std::nullopt;
}

QString locationOf(const QString& serverPath, PathStyle style,
    std::span<const match::PathRule> rules, const QString& folder)
{
    if (style == PathStyle::Server || serverPath.isEmpty()) {
        return serverPath;
    }
    QString path = serverPath;
    for (const match::PathRule& rule : rules) {
        // Not plainPath() of it: the file's name here is made of the same letters as there.
        QString slashed = serverPath;
        slashed.replace(u'\\', u'/');
        const bool isUnder = slashed.startsWith(rule.from, Qt::CaseInsensitive)
            && slashed.size() > rule.from.size()
            && (rule.from.endsWith(u'/') || slashed.at(rule.from.size()) == u'/');
        if (isUnder) {
            const QString rest = slashed.sliced(rule.from.size());
            path = QDir::cleanPath(rule.to + u'/' + rest);
            break;
        }
    }
    if (style == PathStyle::Absolute || folder.isEmpty()) {
        return path;
    }
    QString slashed = path;
    slashed.replace(u'\\', u'/');
    // On another drive, or on another machine's: there is no way from here to there.
    const bool isReachable = hasDrive(slashed) == hasDrive(folder)
        && (!hasDrive(slashed) || slashed.at(0).toLower() == folder.at(0).toLower())
        && slashed.startsWith("//"_L1) == folder.startsWith("//"_L1);
    return isReachable ? QDir(folder).relativeFilePath(slashed) : path;
}

QString commonFolder(const std::vector<FileRow>& rows)
{
    std::optional<QStringList> common;
    for (const FileRow& row : rows) {
        if (row.location.isEmpty()) {
            continue;
        }
        QString path = row.location;
        path.replace(u'\\', u'/');
        QStringList parts = path.split(u'/');
        parts.removeLast();
        if (!common) {
            common = parts;
            continue;
        }
        qsizetype same = 0;
        while (
            same < std::min(common->size(), parts.size()) && common->at(same) == parts.at(same)) {
            ++same;
        }
        common->resize(same);
    }
    return common ? common->join(u'/') : QString();
}

} // namespace playlist
