// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/match/paths.h"

#include <QHash>
#include <QStringDecoder>
#include <QStringList>
#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace match {

namespace {

constexpr QLatin1StringView kScheme { "file://" };
constexpr QLatin1StringView kLocalhost { "localhost/" };

QString decoded(QStringView escaped)
{
    const QByteArray bytes = QByteArray::fromPercentEncoding(escaped.toUtf8());
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    QString text = decoder(bytes);
    return decoder.hasError() ? QString::fromLatin1(bytes) : text;
}

bool hasDrive(QStringView path)
{
    return path.size() > 1 && path.at(1) == u':';
}

/// A file URL without its scheme: the path as the machine has it.
QString fromUrl(QStringView url)
{
    QStringView rest = url.sliced(kScheme.size());
    if (rest.startsWith(kLocalhost, Qt::CaseInsensitive)) {
        rest = rest.sliced(kLocalhost.size() - 1);
    }
    QString path = decoded(rest);
    if (path.startsWith(u'/') && hasDrive(QStringView(path).sliced(1))) {
        return path.sliced(1);
    }
    const bool isShare = !path.startsWith(u'/') && !hasDrive(path) && !path.contains(u'\\');
    return isShare ? u"//"_s + path : path; // file://NAS/share
}

/// Where the extension of the last part begins; the length of the path if it has none.
qsizetype endOfName(QStringView path)
{
    constexpr qsizetype kLongestExtension = 5;
    const qsizetype dot = path.lastIndexOf(u'.');
    const bool isExtension = dot > path.lastIndexOf(u'/') + 1
        && path.size() - dot - 1 <= kLongestExtension && !path.sliced(dot).contains(u' ');
    return isExtension ? dot : path.size();
}

quint64 hashOf(QStringView text)
{
    return qHash(text, size_t(0x9e3779b97f4a7c15)) | 1; // 0 means none
}

/// How many whole parts two comparable paths end with alike, in characters of each.
std::pair<qsizetype, qsizetype> commonEnd(QStringView a, QStringView b)
{
    qsizetype atA = a.size();
    qsizetype atB = b.size();
    while (atA > 0 && atB > 0) {
        const qsizetype startA = a.first(atA).lastIndexOf(u'/');
        const qsizetype startB = b.first(atB).lastIndexOf(u'/');
        if (a.sliced(startA + 1, atA - startA - 1) != b.sliced(startB + 1, atB - startB - 1)) {
            break;
        }
        atA = std::max<qsizetype>(startA, 0);
        atB = std::max<qsizetype>(startB, 0);
    }
    return { atA, atB };
}

/// What two paths of one file say of the folders; nothing if not even the name is the same.
std::optional<PathRule> voteOf(const PathPair& pair)
{
    const QString from = plainPath(pair.source);
    const QString to = plainPath(pair.library);
    const QString compareFrom = from.first(endOfName(from)).toCaseFolded();
    const QString compareTo = to.first(endOfName(to)).toCaseFolded();
    const auto [endFrom, endTo] = commonEnd(compareFrom, compareTo);
    const bool hasSameLength
        = compareFrom.size() == endOfName(from) && compareTo.size() == endOfName(to);
    if (endFrom == compareFrom.size() || !hasSameLength) {
        return std::nullopt;
    }
    return PathRule { from.first(endFrom), to.first(endTo), 1 };
}

} // namespace

QString plainPath(const QString& path)
{
    const bool isUrl = path.startsWith(kScheme, Qt::CaseInsensitive);
    // foobar2000 writes file://D:\Music\…, in which nothing is escaped.
    QString plain = !isUrl     ? path
        : path.contains(u'\\') ? path.sliced(kScheme.size())
                               : fromUrl(path);
    plain.replace(u'\\', u'/');
    return plain.normalized(QString::NormalizationForm_C);
}

QString comparablePath(const QString& plain)
{
    return plain.first(endOfName(plain)).toCaseFolded();
}

PathTail tailOf(QStringView comparable)
{
    PathTail tail {};
    qsizetype end = comparable.size();
    for (quint64& hash : tail) {
        if (end <= 0) {
            break;
        }
        end = comparable.first(end).lastIndexOf(u'/');
        hash = hashOf(comparable.sliced(end + 1));
    }
    return tail;
}

int commonParts(const PathTail& a, const PathTail& b)
{
    int parts = 0;
    for (size_t i = 0; i < a.size(); ++i) {
        if (a.at(i) != 0 && a.at(i) == b.at(i)) {
            parts = static_cast<int>(i) + 1;
        }
    }
    return parts;
}

std::vector<PathRule> learnPathRules(std::span<const PathPair> pairs, int votesNeeded)
{
    QHash<std::pair<QString, QString>, int> votes; // of case-folded folders: an index into rules
    std::vector<PathRule> rules;
    for (const PathPair& pair : pairs) {
        const auto vote = voteOf(pair);
        if (!vote) {
            continue;
        }
        const auto key = std::pair(vote->from.toCaseFolded(), vote->to.toCaseFolded());
        const auto found = votes.constFind(key);
        if (found == votes.constEnd()) {
            votes.insert(key, static_cast<int>(rules.size()));
            rules.push_back(*vote);
        } else {
            ++rules[static_cast<size_t>(*found)].votes;
        }
    }
    std::erase_if(rules, [votesNeeded](const PathRule& r) { return r.votes < votesNeeded; });
    std::ranges::stable_sort(rules, std::greater(), &PathRule::votes);
    return rules;
}

std::optional<QString> mappedPath(std::span<const PathRule> rules, const QString& plain)
{
    for (const PathRule& rule : rules) {
        const bool isUnder = rule.from.isEmpty()
            || (plain.startsWith(rule.from, Qt::CaseInsensitive) && plain.size() > rule.from.size()
                && plain.at(rule.from.size()) == u'/');
        if (!isUnder) {
            continue;
        }
        const QString rest = plain.sliced(rule.from.size());
        return rest.startsWith(u'/') || rule.to.isEmpty() ? rule.to + rest : rule.to + u'/' + rest;
    }
    return std::nullopt;
}

Track trackFromPath(const QString& path)
{
    Track track;
    track.path = path;
    const QString plain = plainPath(path);
    const QStringList parts = plain.first(endOfName(plain)).split(u'/', Qt::SkipEmptyParts);
    if (parts.isEmpty()) {
        return track;
    }
    track.title = parts.last();
    qsizetype end = 0;
    while (end < track.title.size()
        && (track.title.at(end).isDigit() || track.title.at(end) == u'-')) {
        ++end;
    }
    const QString lead = track.title.first(end);
    const QStringList numbers = lead.split(u'-', Qt::SkipEmptyParts);
    if (end < track.title.size() && !numbers.isEmpty() && numbers.last().size() <= 3) {
        track.number = numbers.last().toInt();
        track.disc = numbers.size() > 1 ? numbers.first().toInt() : 0;
    }
    if (numbers.size() > 1 && end < track.title.size()) { // "2-03 Title": the disc is no part of it
        track.title = numbers.last() + track.title.sliced(end);
    }
    const bool hasFolders = parts.size() >= 3 && !parts.at(parts.size() - 3).endsWith(u':');
    track.album = hasFolders ? parts.at(parts.size() - 2) : QString();
    track.artist = hasFolders ? parts.at(parts.size() - 3) : QString();
    return track;
}

} // namespace match
