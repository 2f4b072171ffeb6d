// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/playlist/filetext_p.h"
#include "core/playlist/playlistfile.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <array>
#include <limits>

using namespace Qt::StringLiterals;

namespace playlist::files {

namespace {

constexpr int kVersion = 1;
constexpr size_t kFields = size_t(Field::PlaylistTitle) + 1;
constexpr QLatin1StringView kFormat { "plexm8-playlist" };

QString textOf(const QJsonValue& value)
{
    return value.isDouble() ? QString::number(
               value.toDouble(), 'f', value.toDouble() == double(value.toInteger()) ? 0 : 3)
                            : value.toString();
}

/// A name as programs write it: a text, an object with a name, or a list of either.
QString nameOf(const QJsonValue& value)
{
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        return object.contains("name"_L1) ? textOf(object.value("name"_L1))
                                          : textOf(object.value("title"_L1));
    }
    if (!value.isArray()) {
        return textOf(value);
    }
    QStringList names;
    const QJsonArray list = value.toArray();
    for (const auto& one : list) {
        if (!one.isArray()) {
            names.append(nameOf(one));
        }
    }
    names.removeAll(QString());
    return names.join(u", "_s);
}

void takeFields(const QJsonObject& object, FileRow& row)
{
    std::array<int, kFields> ranks; // of what was taken, by field
    ranks.fill(std::numeric_limits<int>::max());
    for (auto it = object.begin(); it != object.end(); ++it) {
        const auto known = fieldNamed(it.key());
        if (!known || ranks.at(size_t(known->field)) < known->rank || it->isNull()) {
            continue;
        }
        const QString text = nameOf(*it);
        if (!text.isEmpty()) {
            takeField(known->field, text, row);
            ranks.at(size_t(known->field)) = known->rank;
        }
    }
    const QJsonArray others = object.value("otherLocations"_L1).toArray();
    for (const auto& other : others) {
        row.otherLocations.append(other.toString());
    }
}

/// One row: an object, one that holds the track in "track" (as Spotify's lists do), a path, or
/// "Artist - Title".
std::optional<FileRow> rowOf(const QJsonValue& value)
{
    FileRow row;
    if (value.isString()) {
        const QString text = value.toString();
        if (text.contains(u'/') || text.contains(u'\\')) {
            row.location = text;
        } else {
            takeDisplayText(text, row);
        }
        return row;
    }
    if (!value.isObject()) {
        return std::nullopt;
    }
    const QJsonObject object = value.toObject();
    const QJsonValue inner = object.value("track"_L1);
    takeFields(inner.isObject() ? inner.toObject() : object, row);
    return row;
}

/// Which line a value stands on is not known any more: its number is that of the row.
void takeRows(const QJsonArray& array, Collector& rows)
{
    int number = 0;
    for (const auto& value : array) {
        ++number;
        if (rows.isTooLong()) {
            return;
        }
        if (auto row = rowOf(value)) {
            rows.add(*row, number);
        } else {
            rows.leaveOut(number, Text::tr("It is no track."));
        }
    }
}

QJsonArray listIn(const QJsonObject& object)
{
    for (const auto& name : { "tracks"_L1, "items"_L1, "songs"_L1, "entries"_L1, "rows"_L1,
             "results"_L1, "playlist"_L1 }) {
        const QJsonValue value = object.value(name);
        if (value.isArray()) {
            return value.toArray();
        }
        if (value.isObject() && value.toObject().value("items"_L1).isArray()) {
            return value.toObject().value("items"_L1).toArray(); // Spotify's "tracks"
        }
    }
    return {};
}

std::optional<util::Error> newerVersion(const QJsonObject& object)
{
    const bool isNewer = object.value("format"_L1).toString() == kFormat
        && object.value("version"_L1).toInt() > kVersion;
    if (!isNewer) {
        return std::nullopt;
    }
    return util::Error { util::Error::Code::Unsupported,
        Text::tr("A newer version of this program wrote this file."), {}, 0, {} };
}

void takeTitle(const QJsonObject& object, Collector& rows)
{
    rows.setTitle(object.contains("title"_L1) ? object.value("title"_L1).toString()
                                              : object.value("name"_L1).toString());
}

util::Result<FileContent> fromObject(QJsonObject object)
{
    Collector rows;
    const QJsonArray lists = object.value("playlists"_L1).toArray();
    if (!lists.isEmpty()) {
        object = lists.first().toObject();
        if (lists.size() > 1) {
            rows.leaveOut(
                1, Text::tr("The file holds several playlists. Only the first of them was read."));
        }
    }
    if (auto newer = newerVersion(object)) {
        return *newer;
    }
    takeTitle(object, rows);
    takeRows(listIn(object), rows);
    return rows.take();
}

/// A file that is damaged somewhere: each line that is a row by itself. So it is in files of this
/// program and in those that have a document on each line.
util::Result<FileContent> byLine(const QString& text)
{
    Collector rows;
    Lines lines(text);
    qsizetype read = 0;
    while (lines.next() && !rows.isTooLong()) {
        QStringView line = lines.line().trimmed();
        const bool isHead = line.endsWith(u'[');
        if (line.endsWith(u',')) {
            line.chop(1);
        }
        if (line.isEmpty() || line == u"]" || line == u"]}" || line == u"[") {
            continue;
        }
        const QByteArray json = line.toUtf8() + (isHead ? QByteArrayLiteral("]}") : QByteArray());
        const QJsonDocument document = QJsonDocument::fromJson(json);
        if (!document.isObject()) {
            rows.leaveOut(lines.number(), Text::tr("It is no valid JSON."));
        } else if (isHead) {
            if (auto newer = newerVersion(document.object())) {
                return *newer;
            }
            takeTitle(document.object(), rows);
        } else if (auto row = rowOf(document.object())) {
            rows.add(*row, lines.number());
            ++read;
        }
    }
    if (read == 0) {
        return refused(Text::tr("This is no valid JSON."));
    }
    return rows.take();
}

/// A text between quotes. By hand, as all rows: QJsonDocument takes five times as long.
void appendQuoted(const QString& value, QString& text)
{
    text += u'"';
    for (const QChar c : value) {
        if (c == u'"' || c == u'\\') {
            text += u'\\';
            text += c;
        } else if (c < u' ') {
            text += u"\\u%1"_s.arg(c.unicode(), 4, 16, QChar(u'0'));
        } else {
            text += c;
        }
    }
    text += u'"';
}

/// One row as an object on a line of its own.
class RowWriter
{
public:
    explicit RowWriter(QString& text)
        : m_text(text)
    {
    }
    void add(QLatin1StringView name, const QString& value)
    {
        if (!value.isEmpty()) {
            begin(name);
            appendQuoted(value, m_text);
        }
    }
    void add(QLatin1StringView name, qint64 value)
    {
        if (value > 0) {
            begin(name);
            m_text += QString::number(value);
        }
    }
    void add(QLatin1StringView name, const QStringList& values)
    {
        if (values.isEmpty()) {
            return;
        }
        begin(name);
        for (qsizetype i = 0; i < values.size(); ++i) {
            m_text += i == 0 ? u'[' : u',';
            appendQuoted(values.at(i), m_text);
        }
        m_text += u']';
    }

private:
    void begin(QLatin1StringView name)
    {
        m_text += m_isFirst ? "\""_L1 : ",\""_L1;
        m_text += name;
        m_text += "\":"_L1;
        m_isFirst = false;
    }

    QString& m_text;
    bool m_isFirst = true;
};

void append(const FileRow& row, QString& text)
{
    const QString address = plexAddress(row);
    text += u'{';
    RowWriter fields(text);
    fields.add("title"_L1, row.title);
    fields.add("artist"_L1, row.artist);
    fields.add("albumArtist"_L1, row.albumArtist);
    fields.add("album"_L1, row.album);
    fields.add("discNumber"_L1, row.disc);
    fields.add("trackNumber"_L1, row.number);
    fields.add("durationMs"_L1, row.duration.count());
    fields.add("location"_L1, row.location);
    fields.add("guid"_L1, row.guid);
    fields.add("plexAddress"_L1, address);
    fields.add("ratingKey"_L1, address.isEmpty() ? row.key.value : QString());
    fields.add("otherLocations"_L1, row.otherLocations);
    text += u'}';
}

} // namespace

util::Result<FileContent> parseJson(const QString& text)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8(), &error);
    if (document.isArray()) {
        Collector rows;
        takeRows(document.array(), rows);
        return rows.take();
    }
    if (document.isObject()) {
        return fromObject(document.object());
    }
    return byLine(text);
}

QByteArray jsonBytes(const FileContent& content)
{
    // A row on each line: a file that is cut off can still be read.
    QString text = u"{\"format\":\"%1\",\"version\":%2"_s.arg(kFormat).arg(kVersion);
    if (!content.title.isEmpty()) {
        text += ",\"title\":"_L1;
        appendQuoted(content.title, text);
    }
    text += ",\"tracks\":["_L1;
    bool isFirst = true;
    for (const FileRow& row : content.rows) {
        text += std::exchange(isFirst, false) ? "\n"_L1 : ",\n"_L1;
        append(row, text);
    }
    text += "\n]}\n"_L1;
    return text.toUtf8();
}

} // namespace playlist::files
