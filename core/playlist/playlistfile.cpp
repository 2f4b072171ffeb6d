// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/playlist/playlistfile.h"

#include "core/playlist/filetext_p.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QSet>
#include <algorithm>

using namespace Qt::StringLiterals;
using util::Error;
using util::Result;

namespace playlist {

using files::Text;

namespace {

struct Ending
{
    FileFormat format;
    QLatin1StringView name;
};

constexpr std::array<Ending, 6> kEndings { Ending { FileFormat::M3u8, QLatin1StringView("m3u8") },
    Ending { FileFormat::M3u, QLatin1StringView("m3u") },
    Ending { FileFormat::Pls, QLatin1StringView("pls") },
    Ending { FileFormat::Xspf, QLatin1StringView("xspf") },
    Ending { FileFormat::Csv, QLatin1StringView("csv") },
    Ending { FileFormat::Json, QLatin1StringView("json") } };

/// What the beginning of a file says of its format, whatever it is called; nothing for tables and
/// bare lists of files, which begin with anything.
std::optional<FileFormat> formatByContent(const QString& text)
{
    const QStringView start = QStringView(text).first(std::min<qsizetype>(text.size(), 4'096));
    const QStringView trimmed = start.trimmed();
    if (trimmed.startsWith("#EXTM3U"_L1, Qt::CaseInsensitive)) {
        return FileFormat::M3u8;
    }
    if (trimmed.startsWith("[playlist]"_L1, Qt::CaseInsensitive)) {
        return FileFormat::Pls;
    }
    if (trimmed.startsWith(u'{')) {
        return FileFormat::Json;
    }
    const bool isXml = trimmed.startsWith(u'<');
    return isXml && start.contains("<playlist"_L1) ? std::optional(FileFormat::Xspf) : std::nullopt;
}

Result<FileContent> parseText(const QString& text, FileFormat format)
{
    switch (format) {
    case FileFormat::M3u:
    case FileFormat::M3u8:
        return files::parseM3u(text);
    case FileFormat::Pls:
        return files::parsePls(text);
    case FileFormat::Xspf:
        return files::parseXspf(text);
    case FileFormat::Csv:
        return files::parseCsv(text);
    case FileFormat::Json:
        return files::parseJson(text);
    }
    return files::parseM3u(text);
}

Result<QByteArray> bytesOf(const QString& path)
{
    const QFileInfo info(path);
    if (!info.exists()) {
        return Error { Error::Code::NotFound, Text::tr("There is no such file."), path, 0, {} };
    }
    if (!info.isFile()) {
        return files::refused(Text::tr("This is not a file."), path);
    }
    if (info.size() > kMostFileBytes) {
        return files::refused(Text::tr("The file is larger than %L1 MB, which no playlist is.")
                                  .arg(kMostFileBytes >> 20));
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return Error { Error::Code::Storage, Text::tr("The file could not be read."),
            u"QFile::error %1"_s.arg(file.error()), 0, {} };
    }
    return file.read(kMostFileBytes);
}

/// The row without what a format that is read by everybody has no place for.
FileRow withoutNumbers(const FileRow& row)
{
    FileRow kept;
    kept.location = row.location;
    kept.title = row.title;
    kept.artist = row.artist;
    kept.albumArtist = row.albumArtist;
    kept.album = row.album;
    kept.duration = std::chrono::round<std::chrono::seconds>(row.duration);
    return kept;
}

} // namespace

QList<FileFormat> fileFormats()
{
    QList<FileFormat> formats;
    for (const Ending& ending : kEndings) {
        formats.append(ending.format);
    }
    return formats;
}

QString endingOf(FileFormat format)
{
    return std::ranges::find(kEndings, format, &Ending::format)->name;
}

std::optional<FileFormat> formatNamed(const QString& name)
{
    const auto* found = std::ranges::find(kEndings, name.toLower(), &Ending::name);
    return found == kEndings.end() ? std::nullopt : std::optional(found->format);
}

std::optional<FileFormat> formatOf(const QString& path)
{
    return formatNamed(QFileInfo(path).suffix());
}

bool isPlaylistFile(const QString& path)
{
    return formatOf(path).has_value() || path.endsWith(".txt"_L1, Qt::CaseInsensitive)
        || path.endsWith(".tsv"_L1, Qt::CaseInsensitive);
}

QString fileNameFor(const QString& title, FileFormat format)
{
    constexpr qsizetype kLongest = 100;
    static const QSet<QString> reserved { u"CON"_s, u"PRN"_s, u"AUX"_s, u"NUL"_s };
    QString name;
    for (const QChar c : files::cleaned(title)) {
        name += u"/\\:*?\"<>|\n\t"_s.contains(c) ? QChar(u'_') : c;
    }
    name.truncate(kLongest);
    if (!name.isEmpty() && name.back().isHighSurrogate()) {
        name.chop(1);
    }
    while (name.endsWith(u'.') || name.endsWith(u' ')) {
        name.chop(1);
    }
    while (name.startsWith(u'.') || name.startsWith(u' ')) {
        name.remove(0, 1);
    }
    const QString upper = name.toUpper();
    const bool isDevice = (upper.startsWith("COM"_L1) || upper.startsWith("LPT"_L1))
        && upper.size() == 4 && upper.at(3).isDigit();
    if (name.isEmpty() || reserved.contains(upper) || isDevice) {
        name = name.isEmpty() ? Text::tr("Playlist") : name + u'_';
    }
    return name + u'.' + endingOf(format);
}

Result<FileContent> parseFile(const QByteArray& bytes, FileFormat format)
{
    const auto text = files::decoded(bytes);
    return text ? parseText(*text, format) : Result<FileContent>(text.error());
}

Result<FileContent> readFile(const QString& path)
{
    auto bytes = bytesOf(path);
    if (!bytes) {
        return std::move(bytes).error();
    }
    const auto text = files::decoded(*bytes);
    if (!text) {
        return text.error();
    }
    const auto format = formatByContent(*text);
    auto content = parseText(*text, format.value_or(formatOf(path).value_or(FileFormat::Csv)));
    if (!content) {
        return content;
    }
    if (content->rows.empty() && content->leftOutCount > 0) {
        return files::refused(
            Text::tr("No track could be read in this file."), content->leftOut.constFirst().reason);
    }
    if (content->title.isEmpty()) {
        content->title = QFileInfo(path).completeBaseName();
    }
    return content;
}

QByteArray fileBytes(const FileContent& given, FileFormat format)
{
    FileContent content;
    content.title = files::cleaned(given.title);
    content.rows.reserve(given.rows.size());
    std::ranges::transform(given.rows, std::back_inserter(content.rows),
        [format](const FileRow& row) { return keptBy(format, row); });
    switch (format) {
    case FileFormat::M3u:
        return files::encodedForOldPlayers(files::m3uText(content));
    case FileFormat::M3u8:
        return files::m3uText(content).toUtf8();
    case FileFormat::Pls:
        return files::plsText(content).toUtf8();
    case FileFormat::Xspf:
        return files::xspfBytes(content);
    case FileFormat::Csv: // with the mark, without which spreadsheets take it for Windows-1252
        return QByteArrayLiteral("\xef\xbb\xbf") + files::csvText(content).toUtf8();
    case FileFormat::Json:
        return files::jsonBytes(content);
    }
    return {};
}

Result<void> writeFile(const QString& path, const FileContent& content, FileFormat format)
{
    QSaveFile file(path);
    const QByteArray bytes = fileBytes(content, format);
    const bool isWritten = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
    if (!isWritten || !file.commit()) {
        return Error { Error::Code::Storage, Text::tr("The file could not be written."),
            u"QFile::error %1"_s.arg(file.error()), 0, {} };
    }
    return {};
}

FileRow keptBy(FileFormat format, const FileRow& given)
{
    FileRow row = files::cleanedRow(given);
    switch (format) {
    case FileFormat::M3u:
    case FileFormat::M3u8:
        return withoutNumbers(row);
    case FileFormat::Pls:
        row = withoutNumbers(row);
        row.albumArtist.clear();
        row.album.clear();
        return row;
    case FileFormat::Csv:
        row.otherLocations.clear();
        [[fallthrough]];
    case FileFormat::Xspf: // a key means nothing without its server
        if (!row.server.isValid()) {
            row.key = {};
        }
        [[fallthrough]];
    case FileFormat::Json:
        if (!row.key.isValid()) {
            row.server = {};
        }
        return row;
    }
    return row;
}

QString plexAddress(const FileRow& row)
{
    if (!row.key.isValid() || !row.server.isValid()) {
        return {};
    }
    return u"server://%1/com.plexapp.plugins.library/library/metadata/%2"_s.arg(
        row.server.value, row.key.value);
}

} // namespace playlist
