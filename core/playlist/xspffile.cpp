// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/playlist/filetext_p.h"
#include "core/playlist/playlistfile.h"

#include <QUrl>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace playlist::files {

namespace {

constexpr QLatin1StringView kAlbumArtist { "urn:plexm8:album-artist" };
constexpr QLatin1StringView kDisc { "urn:plexm8:disc" };
constexpr QLatin1StringView kFile { "file://" };
constexpr QLatin1StringView kTrack { "<track" };

/// A URI as the path that it means, if it means one: "file:///D:/a%20b.mp3", "../a%20b.mp3".
QString locationOf(const QString& uri)
{
    if (!uri.startsWith(kFile, Qt::CaseInsensitive)) {
        const qsizetype colon = uri.indexOf(u':');
        const bool hasScheme = colon > 1 && !uri.first(colon).contains(u'/');
        return hasScheme ? uri : QUrl::fromPercentEncoding(uri.toUtf8());
    }
    QString rest = uri.sliced(kFile.size());
    if (rest.startsWith("localhost/"_L1, Qt::CaseInsensitive)) {
        rest = rest.sliced(rest.indexOf(u'/'));
    }
    const QString path = QUrl::fromPercentEncoding(rest.toUtf8());
    const bool hasDrive = path.size() > 2 && path.startsWith(u'/') && path.at(2) == u':';
    return hasDrive             ? path.sliced(1)
        : path.startsWith(u'/') ? path
                                : u"//"_s + path; // file://NAS/share
}

/// Whether a location is a URL of its own, and no path.
bool isUrl(const QString& location)
{
    const qsizetype colon = location.indexOf("://"_L1);
    return colon > 1 && std::all_of(location.cbegin(), location.cbegin() + colon, [](QChar c) {
        return c.isLetterOrNumber() && c.unicode() < 0x80;
    });
}

QString encoded(const QString& path)
{
    // Everything but what stands between the parts: a file may be called "what?#1.mp3".
    return QString::fromLatin1(QUrl::toPercentEncoding(path, "/!'()*~,;@&=+$"));
}

/// A location as a URI. A name with a colon would be taken for a scheme: it is encoded.
QString uriOf(const QString& location)
{
    if (isUrl(location)) {
        return location;
    }
    const bool hasDrive = location.size() > 1 && location.at(1) == u':';
    if (hasDrive || location.startsWith("\\\\"_L1)) {
        QString path = location;
        path.replace(u'\\', u'/');
        return hasDrive ? u"file:///"_s + path.first(2) + encoded(path.sliced(2))
                        : u"file:"_s + encoded(path);
    }
    return (location.startsWith("//"_L1)       ? u"file:"_s
                   : location.startsWith(u'/') ? u"file://"_s
                                               : QString())
        + encoded(location);
}

void takeIdentifier(const QString& text, FileRow& row)
{
    if (!takePlexAddress(text, row) && text.contains("://"_L1) && row.guid.isEmpty()) {
        row.guid = text;
    }
}

void takeMeta(QStringView rel, const QString& text, FileRow& row)
{
    if (rel == kAlbumArtist) {
        row.albumArtist = text;
    } else if (rel == kDisc) {
        takeField(Field::Disc, text, row);
    }
}

void takeLocation(const QString& uri, FileRow& row)
{
    const QString location = locationOf(uri);
    if (row.location.isEmpty()) {
        row.location = location;
    } else {
        row.otherLocations.append(location);
    }
}

FileRow readTrack(QXmlStreamReader& xml)
{
    FileRow row;
    while (xml.readNextStartElement()) {
        const QString name = xml.name().toString();
        if (name == "track"_L1) {
            xml.raiseError(u"a track within a track"_s);
            break;
        }
        const QString rel
            = name == "meta"_L1 ? xml.attributes().value(u"rel"_s).toString() : QString();
        const QString text = xml.readElementText(QXmlStreamReader::SkipChildElements);
        if (name == "location"_L1) {
            takeLocation(text.trimmed(), row);
        } else if (name == "identifier"_L1) {
            takeIdentifier(text.trimmed(), row);
        } else if (name == "title"_L1) {
            row.title = text;
        } else if (name == "creator"_L1) {
            row.artist = text;
        } else if (name == "album"_L1) {
            row.album = text;
        } else if (name == "trackNum"_L1) {
            takeField(Field::Number, text, row);
        } else if (name == "duration"_L1) {
            takeField(Field::Milliseconds, text, row);
        } else if (name == "meta"_L1) {
            takeMeta(rel, text, row);
        }
    }
    return row;
}

void readTracks(QXmlStreamReader& xml, Collector& rows)
{
    while (!rows.isTooLong() && xml.readNextStartElement()) {
        if (xml.name() != "track"_L1) {
            xml.skipCurrentElement();
            continue;
        }
        const int line = int(xml.lineNumber());
        FileRow row = readTrack(xml);
        if (!xml.hasError()) { // the rest of a row that is cut off is not known
            rows.add(row, line);
        }
    }
}

void readPlaylist(QXmlStreamReader& xml, Collector& rows)
{
    while (xml.readNextStartElement()) {
        if (xml.name() == "title"_L1) {
            rows.setTitle(xml.readElementText(QXmlStreamReader::SkipChildElements));
        } else if (xml.name() == "trackList"_L1) {
            readTracks(xml, rows);
        } else {
            xml.skipCurrentElement();
        }
    }
}

/// The first "<track" at or after @p from that is no other name's beginning; -1 if there is none.
qsizetype nextTrack(const QString& text, qsizetype from)
{
    for (qsizetype at = text.indexOf(kTrack, from); at >= 0; at = text.indexOf(kTrack, at + 1)) {
        const QChar after = at + kTrack.size() < text.size() ? text.at(at + kTrack.size()) : u'x';
        if (after == u'>' || after.isSpace()) {
            return at;
        }
    }
    return -1;
}

/// Goes on with the first track after a mistake, and so after each, up to a limit.
void readOn(const QString& text, QXmlStreamReader& xml, Collector& rows)
{
    constexpr int kMostMistakes = 100;
    constexpr QLatin1StringView kHead { "<playlist><trackList>" };
    qsizetype start = 0; // of what the reader has
    qsizetype head = 0; // what of that is not in the text
    for (int mistake = 0; xml.hasError() && !rows.isTooLong(); ++mistake) {
        const qsizetype at = start + std::max<qsizetype>(xml.characterOffset() - head, 0);
        const qsizetype from
            = xml.error() == QXmlStreamReader::CustomError ? text.lastIndexOf(kTrack, at - 1) : at;
        const qsizetype next = from < 0 ? -1 : nextTrack(text, from);
        const auto line = int(QStringView(text).first(std::min(at, text.size())).count(u'\n')) + 1;
        if (next <= start && mistake > 0) {
            return; // no way forward: what was left was looked at
        }
        rows.leaveOut(line,
            next < 0 || mistake == kMostMistakes
                ? Text::tr("The file is damaged here; what follows is lost.")
                : Text::tr("The file is damaged here."));
        if (next < 0 || mistake == kMostMistakes) {
            return;
        }
        start = next;
        head = kHead.size();
        xml.clear();
        xml.addData(kHead + text.sliced(start));
        (void)xml.readNextStartElement(); // <playlist>
        readPlaylist(xml, rows);
    }
}

/// By hand: QXmlStreamWriter takes three times as long for tens of thousands of rows.
void write(QLatin1StringView element, const QString& value, QString& text,
    QLatin1StringView attribute = QLatin1StringView(""))
{
    if (value.isEmpty()) {
        return;
    }
    text += "   <"_L1 + element + attribute + u'>';
    for (const QChar c : value) {
        switch (c.unicode()) {
        case u'<':
            text += "&lt;"_L1;
            break;
        case u'>': // "]]>" may not stand in a text
            text += "&gt;"_L1;
            break;
        case u'&':
            text += "&amp;"_L1;
            break;
        default:
            text += c;
        }
    }
    text += "</"_L1 + element + ">\n"_L1;
}

QString numberText(qint64 number)
{
    return number > 0 ? QString::number(number) : QString();
}

void writeTrack(const FileRow& row, QString& text)
{
    text += "  <track>\n"_L1;
    write("location"_L1, uriOf(row.location), text);
    for (const QString& location : row.otherLocations) {
        write("location"_L1, uriOf(location), text);
    }
    write("identifier"_L1, row.guid, text);
    write("identifier"_L1, plexAddress(row), text);
    write("title"_L1, row.title, text);
    write("creator"_L1, row.artist, text);
    write("album"_L1, row.album, text);
    write("trackNum"_L1, numberText(row.number), text);
    write("duration"_L1, numberText(row.duration.count()), text);
    write("meta"_L1, row.albumArtist, text, " rel=\"urn:plexm8:album-artist\""_L1);
    write("meta"_L1, numberText(row.disc), text, " rel=\"urn:plexm8:disc\""_L1);
    text += "  </track>\n"_L1;
}

} // namespace

util::Result<FileContent> parseXspf(const QString& text)
{
    QXmlStreamReader xml(text);
    Collector rows;
    // Entities are how a kilobyte becomes a gigabyte, and no playlist has any: seen before the
    // first element, which is where they can be declared.
    while (!xml.atEnd() && xml.readNext() != QXmlStreamReader::StartElement) {
        if (xml.isDTD()) {
            return refused(Text::tr("The file declares entities of its own, which is refused."));
        }
    }
    if (xml.name() != "playlist"_L1) {
        return refused(Text::tr("This is not an XSPF playlist."));
    }
    readPlaylist(xml, rows);
    if (xml.hasError()) {
        readOn(text, xml, rows);
    }
    return rows.take();
}

QByteArray xspfBytes(const FileContent& content)
{
    QString text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                   "<playlist version=\"1\" xmlns=\"http://xspf.org/ns/0/\">\n"_L1;
    write("title"_L1, content.title, text);
    text += " <trackList>\n"_L1;
    for (const FileRow& row : content.rows) {
        writeTrack(row, text);
    }
    text += " </trackList>\n</playlist>\n"_L1;
    return text.toUtf8();
}

} // namespace playlist::files
