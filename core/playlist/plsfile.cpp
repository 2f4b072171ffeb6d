// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/playlist/filetext_p.h"

#include <map>

using namespace Qt::StringLiterals;

namespace playlist::files {

namespace {

constexpr QLatin1StringView kSection { "[playlist]" };
constexpr QLatin1StringView kTitle { "X-GNOME-Title" };
constexpr QLatin1StringView kExact { "X-PlexM8-Exact" };

/// One numbered entry, whose lines may come in any order.
struct Entry
{
    FileRow row {};
    QString exact {};
    int line = 0; ///< of the first of them
};

/// The entries by their numbers.
using Entries = std::map<int, Entry>;

/// "Title12" as its name and number; 0 if it has none.
int numberOf(QStringView key, QStringView& name)
{
    qsizetype digits = 0;
    while (digits < key.size() && key.at(key.size() - 1 - digits).isDigit()) {
        ++digits;
    }
    name = key.chopped(digits);
    bool isNumber = false;
    const int number = key.last(digits).toInt(&isNumber);
    return isNumber && number > 0 ? number : 0;
}

void takeLength(QStringView value, FileRow& row)
{
    const qint64 seconds = value.toLongLong();
    constexpr qint64 kLongest = 1'000'000'000;
    row.duration = std::chrono::seconds(seconds > 0 && seconds < kLongest ? seconds : 0);
}

/// @return whether the name is one of an entry
bool takeValue(QStringView name, QStringView value, Entry& entry)
{
    if (name.compare("File"_L1, Qt::CaseInsensitive) == 0) {
        entry.row.location = value.toString();
    } else if (name.compare("Title"_L1, Qt::CaseInsensitive) == 0) {
        takeDisplayText(value, entry.row);
    } else if (name.compare("Length"_L1, Qt::CaseInsensitive) == 0) {
        takeLength(value, entry.row);
    } else if (name.compare(kExact) == 0) {
        entry.exact = value.toString();
    } else {
        return false;
    }
    return true;
}

void takeLine(QStringView line, int number, Entries& entries, Collector& rows)
{
    const qsizetype sign = line.indexOf(u'=');
    if (sign < 0) {
        rows.leaveOut(number, Text::tr("It has no \"=\"."));
        return;
    }
    const QStringView key = line.first(sign).trimmed();
    const QStringView value = line.sliced(sign + 1).trimmed();
    if (key.compare(kTitle, Qt::CaseInsensitive) == 0) {
        rows.setTitle(value.toString());
        return;
    }
    QStringView name;
    const int place = numberOf(key, name);
    Entry probe;
    if (place == 0 || !takeValue(name, value, probe)) {
        return; // NumberOfEntries, Version and what other programs add
    }
    Entry& entry = entries[place];
    (void)takeValue(name, value, entry);
    entry.line = entry.line == 0 ? number : entry.line;
}

} // namespace

util::Result<FileContent> parsePls(const QString& text)
{
    Collector rows;
    Entries entries;
    bool isOurs = true; // some have no head
    Lines lines(text);
    while (lines.next()) {
        const QStringView line = lines.line().trimmed();
        if (line.startsWith(u'[')) {
            isOurs = line.compare(kSection, Qt::CaseInsensitive) == 0;
        } else if (isOurs && !line.isEmpty() && !line.startsWith(u';') && !line.startsWith(u'#')) {
            takeLine(line, lines.number(), entries, rows);
        }
    }
    for (auto& [number, entry] : entries) {
        if (!entry.exact.isEmpty()) {
            takeExactTexts(entry.exact, entry.row);
        }
        if (entry.row.location.isEmpty() && entry.exact.isEmpty()) {
            rows.leaveOut(entry.line, Text::tr("No file is named for it."));
        } else {
            rows.add(entry.row, entry.line);
        }
    }
    return rows.take();
}

QString plsText(const FileContent& content)
{
    QString text = u"[playlist]\n"_s;
    if (!content.title.isEmpty()) {
        text += kTitle + u'=' + onOneLine(content.title) + u'\n';
    }
    int number = 0;
    for (const FileRow& row : content.rows) {
        const QString place = QString::number(++number);
        const auto seconds = std::chrono::round<std::chrono::seconds>(row.duration).count();
        const QString title = onOneLine(displayText(row));
        const QString location
            = onOneLine(row.location.isEmpty() ? displayText(row) : row.location);
        FileRow plain;
        plain.location = location.trimmed();
        takeDisplayText(title, plain);
        text += u"File"_s + place + u'=' + location + u'\n';
        text += u"Title"_s + place + u'=' + title + u'\n';
        text += u"Length"_s + place + u'=' + QString::number(seconds > 0 ? seconds : -1) + u'\n';
        if (const QString exact = exactTexts(row, plain); !exact.isEmpty()) {
            text += kExact + place + u'=' + exact + u'\n';
        }
    }
    text += u"NumberOfEntries=%1\nVersion=2\n"_s.arg(number);
    return text;
}

} // namespace playlist::files
