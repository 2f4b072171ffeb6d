// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/playlist/filetext_p.h"
#include "core/playlist/playlistfile.h"

#include <QHash>
#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace playlist::files {

namespace {

constexpr QChar kQuote = u'"';
constexpr int kMostColumns = 256;
constexpr int kProbed = 20; // records that tell what stands between the columns

/// A line of a table; several lines where a text has line breaks.
struct Record
{
    QStringList fields {};
    int line = 0;
    bool isDamaged = false; ///< a quote that is never closed: the line alone was taken
};

/// Takes a text apart as RFC 4180 has it, with any separator.
class Records
{
public:
    Records(QStringView text, QChar separator)
        : m_text(text)
        , m_separator(separator)
    {
    }

    bool next(Record& record)
    {
        while (m_at < m_text.size()) {
            record = { {}, m_line, false };
            const qsizetype start = m_at;
            const int line = m_line;
            if (!readFields(record)) {
                // Anything may be between two quotes of two damaged lines: only this one is given
                // up.
                m_at = start;
                m_line = line;
                skipLine();
                record = { {}, line, true };
                ++m_damaged;
                return true;
            }
            if (!std::ranges::all_of(record.fields, [](const QString& f) { return f.isEmpty(); })) {
                return true;
            }
        }
        return false;
    }
    /// How many quotes were never closed.
    [[nodiscard]] int damaged() const { return m_damaged; }

private:
    [[nodiscard]] bool isLineEnd(qsizetype at) const
    {
        return m_text.at(at) == u'\n' || m_text.at(at) == u'\r';
    }
    void skipLineEnd()
    {
        const bool isPair
            = m_at + 1 < m_text.size() && m_text.at(m_at) == u'\r' && m_text.at(m_at + 1) == u'\n';
        m_at += isPair ? 2 : 1;
        ++m_line;
    }
    void skipLine()
    {
        while (m_at < m_text.size() && !isLineEnd(m_at)) {
            ++m_at;
        }
        if (m_at < m_text.size()) {
            skipLineEnd();
        }
    }
    /// @return false if a quote is not closed
    bool readFields(Record& record)
    {
        for (;;) {
            QString field;
            if (!readField(field)) {
                return false;
            }
            if (record.fields.size() < kMostColumns) {
                record.fields.append(std::move(field));
            }
            if (m_at >= m_text.size()) {
                return true;
            }
            if (isLineEnd(m_at)) {
                skipLineEnd();
                return true;
            }
            ++m_at; // the separator
        }
    }
    bool readField(QString& field)
    {
        qsizetype at = m_at;
        while (at < m_text.size() && m_text.at(at) == u' ' && m_separator != u' ') {
            ++at;
        }
        if (at < m_text.size() && m_text.at(at) == kQuote) {
            m_at = at + 1;
            if (!readQuoted(field)) {
                return false;
            }
        }
        const qsizetype start = m_at; // after a closing quote some have more
        while (m_at < m_text.size() && !isLineEnd(m_at) && m_text.at(m_at) != m_separator) {
            ++m_at;
        }
        field += m_text.sliced(start, m_at - start);
        return true;
    }
    bool readQuoted(QString& field)
    {
        const qsizetype limit = std::min(m_text.size(), m_at + 2 * kLongestText + 1);
        qsizetype start = m_at;
        while (m_at < limit) {
            if (m_text.at(m_at) == u'\n') {
                ++m_line;
            }
            if (m_text.at(m_at) != kQuote) {
                ++m_at;
                continue;
            }
            field += m_text.sliced(start, m_at - start);
            const bool isDouble = m_at + 1 < m_text.size() && m_text.at(m_at + 1) == kQuote;
            m_at += isDouble ? 2 : 1;
            start = m_at;
            if (!isDouble) {
                return true;
            }
            field += kQuote;
        }
        return false;
    }

    QStringView m_text;
    QChar m_separator;
    qsizetype m_at = 0;
    int m_line = 1;
    int m_damaged = 0;
};

/// What the columns tell; nothing for those that are overlooked.
using Columns = QList<std::optional<Field>>;

/// What a table looks like.
struct Layout
{
    QChar separator = u',';
    bool hasHeader = false;
    Columns columns {};
};

/// The columns that a first line names. Of two that tell the same the surer one counts.
Columns columnsNamed(const QStringList& names)
{
    Columns columns(names.size());
    QHash<int, std::pair<int, qsizetype>> best; // by field: rank and column
    for (qsizetype i = 0; i < names.size(); ++i) {
        const auto known = fieldNamed(names.at(i));
        if (!known) {
            continue;
        }
        const auto former = best.constFind(int(known->field));
        if (former != best.constEnd() && former->first <= known->rank) {
            continue;
        }
        if (former != best.constEnd()) {
            columns[former->second].reset();
        }
        best.insert(int(known->field), { known->rank, i });
        columns[i] = known->field;
    }
    return columns;
}

bool namesATrack(const Columns& columns)
{
    return std::ranges::any_of(columns, [](const std::optional<Field>& field) {
        return field == Field::Title || field == Field::Location || field == Field::Guid
            || field == Field::PlexAddress || field == Field::Key;
    });
}

QList<Record> firstRecords(QStringView text, QChar separator)
{
    QList<Record> list;
    Records records(text, separator);
    Record record;
    while (list.size() < kProbed && records.next(record)) {
        if (!record.isDamaged) {
            list.append(record);
        }
    }
    return list;
}

bool looksLikePath(const QString& text)
{
    const qsizetype dot = text.lastIndexOf(u'.');
    return (text.contains(u'/') || text.contains(u'\\')) && dot > 0 && text.size() - dot <= 6;
}

bool looksLikeTime(const QString& text)
{
    return !text.isEmpty() && text.contains(u':')
        && std::ranges::all_of(text, [](QChar c) { return c.isDigit() || c == u':'; });
}

bool looksLikeNumber(const QString& text)
{
    return !text.isEmpty() && std::ranges::all_of(text, [](QChar c) { return c.isDigit(); });
}

/// What columns without names hold: paths and times are seen, what else is text is title, artist
/// and album in the order in which programs write them.
Columns columnsGuessed(const QList<Record>& records, qsizetype count)
{
    std::array<Field, 3> texts { Field::Title, Field::Artist, Field::Album };
    size_t nextText = 0;
    Columns columns(count);
    const auto areAll = [&records](qsizetype column, bool (*looks)(const QString&)) {
        return std::ranges::all_of(records,
            [&](const Record& record) { return looks(record.fields.value(column).trimmed()); });
    };
    for (qsizetype i = 0; i < count; ++i) {
        if (areAll(i, looksLikePath)) {
            columns[i] = Field::Location;
        } else if (areAll(i, looksLikeTime)) {
            columns[i] = Field::Duration;
        } else if (!areAll(i, looksLikeNumber) && nextText < texts.size()) {
            columns[i] = texts.at(nextText++);
        }
    }
    return columns;
}

Layout layoutOf(QStringView text)
{
    Layout best;
    qsizetype mostNamed = 0;
    qsizetype mostColumns = 1;
    best.columns = { Field::Title };
    best.separator = QChar();
    for (const QChar separator : { u',', u';', u'\t', u'|' }) {
        const QList<Record> records = firstRecords(text, separator);
        if (records.isEmpty()) {
            continue;
        }
        const Columns named = columnsNamed(records.first().fields);
        const auto count = named.size() - named.count(std::nullopt);
        if (namesATrack(named) && count > mostNamed) {
            best = { named.size() > 1 ? separator : QChar(), true, named };
            mostNamed = count;
        }
        const qsizetype columns = records.first().fields.size();
        const bool isEven = std::ranges::all_of(
            records, [columns](const Record& r) { return r.fields.size() == columns; });
        if (mostNamed == 0 && isEven && columns > mostColumns) {
            best = { separator, false, columnsGuessed(records, columns) };
            mostColumns = columns;
        }
    }
    return best;
}

/// Excel's own first line, "sep=;".
std::optional<QChar> separatorLine(QStringView& text)
{
    constexpr QLatin1StringView kSign { "sep=" };
    if (!text.startsWith(kSign, Qt::CaseInsensitive) || text.size() <= kSign.size()) {
        return std::nullopt;
    }
    const QChar separator = text.at(kSign.size());
    Lines lines(text);
    (void)lines.next();
    text = text.sliced(std::min(text.size(), lines.line().size() + 1));
    return separator;
}

/// What the table at the beginning of @p text looks like, if this is between its columns.
Layout layoutWith(QStringView text, QChar separator)
{
    const QList<Record> records = firstRecords(text, separator);
    const QStringList first = records.value(0).fields;
    const Columns named = columnsNamed(first);
    return namesATrack(named) ? Layout { separator, true, named }
                              : Layout { separator, false, columnsGuessed(records, first.size()) };
}

/// As old iTunes on a Mac has it, "Macintosh HD:Users:me:a.mp3", as a path.
void repairMacLocation(FileRow& row)
{
    QString& path = row.location;
    if (path.count(u':') > 1 && !path.contains(u'/') && !path.contains(u'\\')) {
        path = u'/' + path.replace(u':', u'/');
    }
}

FileRow rowOf(const Record& record, const Layout& layout)
{
    FileRow row;
    for (qsizetype i = 0; i < std::min(record.fields.size(), layout.columns.size()); ++i) {
        const QString& text = record.fields.at(i);
        if (layout.columns.at(i) && !text.isEmpty()) {
            takeField(*layout.columns.at(i), text, row);
        }
    }
    const bool hasTitleAlone = layout.columns.size() == 1 && !row.title.isEmpty();
    if (hasTitleAlone && looksLikePath(row.title)) {
        row.location = std::exchange(row.title, {});
    } else if (hasTitleAlone && !layout.hasHeader) {
        takeDisplayText(row.title, row);
    }
    if (layout.separator == u'\t') {
        repairMacLocation(row);
    }
    return row;
}

bool hasMoreThan(qsizetype columns, const Record& record)
{
    return columns > 1 && record.fields.size() > columns
        && std::any_of(record.fields.cbegin() + columns, record.fields.cend(),
            [](const QString& field) { return !field.isEmpty(); });
}

void takeRecord(const Record& record, int line, const Layout& layout, Collector& rows)
{
    if (record.isDamaged) {
        rows.leaveOut(line, Text::tr("A quote in it is never closed."));
        return;
    }
    if (hasMoreThan(layout.columns.size(), record)) {
        rows.leaveOut(line, Text::tr("It has more columns than the first line."));
        return;
    }
    const auto title = layout.columns.indexOf(std::optional(Field::PlaylistTitle));
    if (title >= 0) {
        rows.setTitle(record.fields.value(title));
    }
    rows.add(rowOf(record, layout), line);
}

QString quoted(QString text)
{
    const bool needsQuotes = text.contains(kQuote) || text.contains(u',') || text.contains(u'\n')
        || text.contains(u'\r') || text.trimmed() != text;
    return needsQuotes ? kQuote + text.replace(kQuote, u"\"\""_s) + kQuote : text;
}

} // namespace

util::Result<FileContent> parseCsv(const QString& text)
{
    constexpr int kMostDamaged = 1'000; // each costs a look at what follows it
    QStringView rest(text);
    const auto separator = separatorLine(rest);
    const int before = separator ? 1 : 0; // lines that are not in the rest
    const Layout layout = separator ? layoutWith(rest, *separator) : layoutOf(rest);
    Collector rows;
    Records records(rest, layout.separator);
    Record record;
    bool isHeader = layout.hasHeader;
    while (!rows.isTooLong() && records.next(record)) {
        if (records.damaged() > kMostDamaged) {
            return refused(
                Text::tr("The file is damaged: too many quotes in it are never closed."));
        }
        if (!std::exchange(isHeader, false)) {
            takeRecord(record, record.line + before, layout, rows);
        }
    }
    return rows.take();
}

QString csvText(const FileContent& content)
{
    QString text = u"Title,Artist,Album,Album Artist,Disc Number,Track Number,Duration (ms),"
                   u"Location,Guid,Plex Address\r\n"_s;
    const auto number = [](qint64 value) { return value > 0 ? QString::number(value) : QString(); };
    for (const FileRow& row : content.rows) {
        const QStringList fields { row.title, row.artist, row.album, row.albumArtist,
            number(row.disc), number(row.number), number(row.duration.count()), row.location,
            row.guid, plexAddress(row) };
        for (qsizetype i = 0; i < fields.size(); ++i) {
            text += i > 0 ? u","_s : QString();
            text += quoted(fields.at(i));
        }
        text += "\r\n"_L1;
    }
    return text;
}

} // namespace playlist::files
