// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/playlist/filetext_p.h"
#include "core/playlist/playlistfile.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace playlist::files {

namespace {

constexpr QLatin1StringView kInfo { "#EXTINF:" };
constexpr QLatin1StringView kAlbum { "#EXTALB:" };
constexpr QLatin1StringView kAlbumArtist { "#EXTART:" };
constexpr QLatin1StringView kTitle { "#PLAYLIST:" };
constexpr QLatin1StringView kStream { "#EXT-X-" };
constexpr QLatin1StringView kExact { "#PLEXM8:" };
constexpr double kLongest = 1e9; // seconds

/// Where the text of an #EXTINF begins: after the first comma that is not between quotes, which the
/// lists of television programmes have there.
qsizetype startOfText(QStringView info)
{
    bool isQuoted = false;
    for (qsizetype i = 0; i < info.size(); ++i) {
        if (info.at(i) == u'"') {
            isQuoted = !isQuoted;
        } else if (info.at(i) == u',' && !isQuoted) {
            return i + 1;
        }
    }
    return info.indexOf(u',') + 1; // a quote that is never closed
}

std::chrono::milliseconds durationOf(QStringView info)
{
    qsizetype end = 0;
    while (end < info.size() && (info.at(end).isDigit() || info.at(end) == u'.')) {
        ++end;
    }
    const double seconds = info.first(end).toDouble();
    return std::chrono::milliseconds(
        seconds < kLongest ? qint64(std::llround(seconds * 1000)) : qint64(0));
}

void takeInfo(QStringView info, FileRow& row)
{
    row.duration = durationOf(info.trimmed());
    takeDisplayText(info.sliced(startOfText(info)), row);
}

/// The row that the lines before its location tell of, one of which is @p line. What it says
/// exactly comes last, when the location is there.
struct Pending
{
    FileRow row {};
    QString exact {};
    int infoLine = 0; ///< 0 = there is none yet

    bool take(QStringView line, int number)
    {
        if (line.startsWith(kInfo, Qt::CaseInsensitive)) {
            takeInfo(line.sliced(kInfo.size()), row);
            infoLine = number;
        } else if (line.startsWith(kAlbum, Qt::CaseInsensitive)) {
            row.album = line.sliced(kAlbum.size()).trimmed().toString();
        } else if (line.startsWith(kAlbumArtist, Qt::CaseInsensitive)) {
            row.albumArtist = line.sliced(kAlbumArtist.size()).trimmed().toString();
        } else if (line.startsWith(kExact)) {
            exact = line.sliced(kExact.size()).toString();
        } else {
            return false;
        }
        return true;
    }
    [[nodiscard]] FileRow finished(QStringView location) const
    {
        FileRow done = row;
        done.location = location.toString();
        if (!exact.isEmpty()) {
            takeExactTexts(exact, done);
        }
        return done;
    }
};

/// A location as a line that is no comment. Who has none gets its texts for one: the line then
/// leads nowhere, but still says what is meant.
QString locationLine(const FileRow& row)
{
    const QString text = row.location.isEmpty() ? displayText(row) : row.location;
    const QString line = onOneLine(text.isEmpty() ? row.album : text);
    const bool isOdd = line.startsWith(u'#') || line.trimmed() != line || line.isEmpty();
    return isOdd ? u"./"_s + line : line;
}

void append(const FileRow& row, QString& text)
{
    QStringList lines;
    const auto seconds = std::chrono::round<std::chrono::seconds>(row.duration).count();
    const QString info = onOneLine(displayText(row));
    if (!info.isEmpty() || seconds > 0) {
        lines.append(kInfo + QString::number(seconds > 0 ? seconds : -1) + u',' + info);
    }
    if (!row.album.isEmpty()) {
        lines.append(kAlbum + onOneLine(row.album));
    }
    if (!row.albumArtist.isEmpty()) {
        lines.append(kAlbumArtist + onOneLine(row.albumArtist));
    }
    Pending plain;
    for (const QString& line : std::as_const(lines)) {
        (void)plain.take(line, 1);
    }
    const QString location = locationLine(row);
    if (const QString exact = exactTexts(row, plain.finished(location)); !exact.isEmpty()) {
        lines.append(kExact + exact);
    }
    lines.append(location);
    text += lines.join(u'\n') + u'\n';
}

} // namespace

util::Result<FileContent> parseM3u(const QString& text)
{
    Collector rows;
    Pending pending;
    const QString nothing = Text::tr("No file is named after it.");
    Lines lines(text);
    while (lines.next() && !rows.isTooLong()) {
        const QStringView line = lines.line();
        const QStringView trimmed = line.trimmed();
        if (trimmed.isEmpty()) {
            continue;
        }
        if (trimmed.startsWith(kStream)) {
            return refused(
                Text::tr("This is the list of pieces of a stream (HLS), not a playlist."));
        }
        if (trimmed.startsWith(kInfo, Qt::CaseInsensitive) && pending.infoLine > 0) {
            rows.leaveOut(pending.infoLine, nothing);
            pending = {};
        }
        if (trimmed.startsWith(kTitle, Qt::CaseInsensitive)) {
            rows.setTitle(trimmed.sliced(kTitle.size()).toString());
        } else if (pending.take(trimmed, lines.number()) || trimmed.startsWith(u'#')) {
            continue;
        } else {
            rows.add(pending.finished(trimmed), lines.number());
            pending = {};
        }
    }
    if (pending.infoLine > 0) {
        rows.leaveOut(pending.infoLine, nothing);
    }
    return rows.take();
}

QString m3uText(const FileContent& content)
{
    QString text = u"#EXTM3U\n"_s;
    if (!content.title.isEmpty()) {
        text += kTitle + onOneLine(content.title) + u'\n';
    }
    for (const FileRow& row : content.rows) {
        append(row, text);
    }
    return text;
}

} // namespace playlist::files
