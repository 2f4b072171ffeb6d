// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/playlist/filetext_p.h"
#include "core/playlist/playlistfile.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QStringConverter>
#include <array>

using namespace Qt::StringLiterals;

namespace playlist::files {

namespace {

constexpr QLatin1StringView kAddress { "server://" };
constexpr QLatin1StringView kItem { "/com.plexapp.plugins.library/library/metadata/" };

/// Windows-1252 where it differs from Latin-1: 0x80 to 0x9f; 0 where it has nothing.
constexpr std::array<char16_t, 32> kWindows1252 { 0x20ac, 0, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020,
    0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017d, 0, 0, 0x2018, 0x2019, 0x201c, 0x201d,
    0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0, 0x017e, 0x0178 };
constexpr uchar kFirstOwn = 0x80;
constexpr char16_t kMark = 0xfeff; // which readers take away at the beginning of a text

QString fromWindows1252(QByteArrayView bytes)
{
    QString text = QString::fromLatin1(bytes);
    for (QChar& c : text) {
        const char16_t unit = c.unicode();
        if (unit >= kFirstOwn && unit < kFirstOwn + kWindows1252.size()
            && kWindows1252.at(unit - kFirstOwn) != 0) {
            c = QChar(kWindows1252.at(unit - kFirstOwn));
        }
    }
    return text;
}

std::optional<QByteArray> toWindows1252(const QString& text)
{
    QByteArray bytes;
    bytes.reserve(text.size());
    for (const QChar c : text) {
        const char16_t unit = c.unicode();
        const bool isLatin = unit < kFirstOwn || (unit >= 0xa0 && unit <= 0xff);
        if (isLatin) {
            bytes.append(char(unit));
            continue;
        }
        const auto own = std::ranges::find(kWindows1252, unit);
        if (own == kWindows1252.end()) {
            return std::nullopt;
        }
        bytes.append(char(kFirstOwn + (own - kWindows1252.begin())));
    }
    return bytes;
}

std::optional<QString> fromUtf8(QByteArrayView bytes)
{
    // Stateless would replace a mark in the middle, too; the file's own is cut off before.
    QStringDecoder decoder(QStringDecoder::Utf8,
        QStringDecoder::Flag::Stateless | QStringDecoder::Flag::ConvertInitialBom);
    QString text = decoder(bytes);
    return decoder.hasError() ? std::nullopt : std::optional(std::move(text));
}

QString byLine(QByteArrayView bytes)
{
    QString text;
    text.reserve(bytes.size());
    while (!bytes.isEmpty()) {
        const qsizetype end = bytes.indexOf('\n');
        const QByteArrayView line = end < 0 ? bytes : bytes.first(end + 1);
        const auto utf8 = fromUtf8(line);
        text += utf8 ? *utf8 : fromWindows1252(line);
        bytes = bytes.sliced(line.size());
    }
    return text;
}

std::optional<QStringConverter::Encoding> utf16Of(const QByteArray& bytes)
{
    if (bytes.startsWith("\xff\xfe")) {
        return QStringConverter::Utf16LE;
    }
    if (bytes.startsWith("\xfe\xff")) {
        return QStringConverter::Utf16BE;
    }
    return std::nullopt;
}

bool isControl(char16_t unit)
{
    return (unit < 0x20 && unit != u'\n' && unit != u'\t') || (unit >= 0x7f && unit < 0xa0)
        || unit == kMark || unit >= 0xfffe;
}

/// Halves of surrogate pairs become the sign for what cannot be shown.
void repairSurrogates(QString& text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (!c.isSurrogate()) {
            continue;
        }
        const bool isPair
            = c.isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate();
        if (isPair) {
            ++i;
        } else {
            text[i] = QChar(QChar::ReplacementCharacter);
        }
    }
}

bool needsCleaning(QStringView text)
{
    return std::ranges::any_of(
        text, [](QChar c) { return isControl(c.unicode()) || c.isSurrogate(); });
}

} // namespace

util::Error refused(const QString& sentence, const QString& detail)
{
    return { util::Error::Code::InvalidInput, sentence, detail, 0, {} };
}

util::Result<QString> decoded(const QByteArray& bytes)
{
    QString text;
    if (const auto utf16 = utf16Of(bytes)) {
        QStringDecoder decoder(*utf16);
        text = decoder(bytes);
    } else {
        QByteArrayView rest(bytes);
        if (rest.startsWith("\xef\xbb\xbf")) {
            rest = rest.sliced(3);
        }
        const auto utf8 = fromUtf8(rest);
        text = utf8 ? *utf8 : byLine(rest);
    }
    if (text.contains(QChar(u'\0'))) {
        return refused(Text::tr("This is not a playlist: the file holds no text."));
    }
    return text;
}

QByteArray encodedForOldPlayers(const QString& text)
{
    if (const auto bytes = toWindows1252(text)) {
        const auto again = decoded(*bytes);
        if (again && *again == text) {
            return *bytes;
        }
    }
    return QByteArrayLiteral("\xef\xbb\xbf") + text.toUtf8();
}

QString cleaned(const QString& text)
{
    if (!needsCleaning(text)) {
        return text.trimmed();
    }
    QString clean = text;
    clean.replace("\r\n"_L1, "\n"_L1);
    clean.replace(u'\r', u'\n');
    clean.removeIf([](QChar c) { return isControl(c.unicode()); });
    repairSurrogates(clean);
    return clean.trimmed();
}

QString cleanedLocation(const QString& location)
{
    if (!needsCleaning(location)) {
        return location;
    }
    QString clean = location;
    clean.remove(QChar(u'\0'));
    while (clean.startsWith(QChar(kMark))) {
        clean.remove(0, 1);
    }
    repairSurrogates(clean);
    return clean;
}

QString onOneLine(QString text)
{
    std::ranges::replace_if(
        text, [](QChar c) { return c < u' '; }, QChar(u' '));
    return text;
}

QString displayText(const FileRow& row)
{
    return row.artist.isEmpty() ? row.title : row.artist + u" - "_s + row.title;
}

void takeDisplayText(QStringView text, FileRow& row)
{
    row.artist.clear();
    row.title = text.trimmed().toString();
    for (const auto& dash : { u" - "_s, u" – "_s }) {
        const qsizetype at = text.indexOf(dash);
        if (at < 0) {
            continue;
        }
        const QStringView artist = text.first(at).trimmed();
        const QStringView title = text.sliced(at + dash.size()).trimmed();
        if (!artist.isEmpty() && !title.isEmpty()) {
            row.artist = artist.toString();
            row.title = title.toString();
            return;
        }
    }
}

QString exactTexts(const FileRow& wanted, const FileRow& plain)
{
    QJsonObject texts;
    const auto compare = [&](QLatin1StringView name, QString FileRow::*member) {
        if (wanted.*member != plain.*member) {
            texts.insert(name, wanted.*member);
        }
    };
    compare("location"_L1, &FileRow::location);
    compare("title"_L1, &FileRow::title);
    compare("artist"_L1, &FileRow::artist);
    compare("albumArtist"_L1, &FileRow::albumArtist);
    compare("album"_L1, &FileRow::album);
    return texts.isEmpty() ? QString()
                           : QString::fromUtf8(QJsonDocument(texts).toJson(QJsonDocument::Compact));
}

void takeExactTexts(QStringView json, FileRow& row)
{
    const QJsonObject texts = QJsonDocument::fromJson(json.toUtf8()).object();
    const auto take = [&](QLatin1StringView name, QString FileRow::*member) {
        if (const QJsonValue value = texts.value(name); value.isString()) {
            row.*member = value.toString();
        }
    };
    take("location"_L1, &FileRow::location);
    take("title"_L1, &FileRow::title);
    take("artist"_L1, &FileRow::artist);
    take("albumArtist"_L1, &FileRow::albumArtist);
    take("album"_L1, &FileRow::album);
}

bool takePlexAddress(QStringView address, FileRow& row)
{
    const qsizetype item = address.indexOf(kItem);
    if (!address.startsWith(kAddress) || item < kAddress.size()) {
        return false;
    }
    row.server = { address.sliced(kAddress.size(), item - kAddress.size()).toString() };
    row.key = { address.sliced(item + kItem.size()).toString() };
    return true;
}

bool Lines::next()
{
    if (m_rest.isEmpty()) {
        return false;
    }
    qsizetype end = 0;
    while (end < m_rest.size() && m_rest.at(end) != u'\n' && m_rest.at(end) != u'\r') {
        ++end;
    }
    m_line = m_rest.first(end);
    const bool isPair
        = end + 1 < m_rest.size() && m_rest.at(end) == u'\r' && m_rest.at(end + 1) == u'\n';
    m_rest = m_rest.sliced(std::min(end + (isPair ? 2 : 1), m_rest.size()));
    ++m_number;
    return true;
}

FileRow cleanedRow(FileRow row)
{
    row.location = cleanedLocation(row.location);
    for (QString* text : { &row.title, &row.artist, &row.albumArtist, &row.album, &row.guid,
             &row.key.value, &row.server.value }) {
        *text = cleaned(*text);
    }
    for (QString& location : row.otherLocations) {
        location = cleanedLocation(location);
    }
    row.otherLocations.removeAll(QString());
    if (row.location.isEmpty() && !row.otherLocations.isEmpty()) {
        row.location = row.otherLocations.takeFirst();
    }
    row.duration = std::max(row.duration, std::chrono::milliseconds(0));
    return row;
}

void Collector::add(const FileRow& given, int line)
{
    FileRow row = cleanedRow(given);
    const bool isNamed = !row.location.isEmpty() || !row.title.isEmpty() || !row.guid.isEmpty()
        || row.key.isValid();
    const bool isLong = std::ranges::any_of(
        std::initializer_list<qsizetype> { row.location.size(), row.title.size(), row.artist.size(),
            row.albumArtist.size(), row.album.size(), row.guid.size(), row.key.value.size(),
            row.server.value.size() },
        [](qsizetype length) { return length > kLongestText; });
    if (isLong) {
        leaveOut(line, Text::tr("A text in it is too long."));
    } else if (!isNamed) {
        leaveOut(line, Text::tr("It names no track."));
    } else if (!isTooLong()) {
        m_content.rows.push_back(std::move(row));
    }
}

void Collector::leaveOut(int line, const QString& reason)
{
    ++m_content.leftOutCount;
    if (m_content.leftOut.size() < kMostLeftOut) {
        m_content.leftOut.append({ line, reason });
    }
}

void Collector::setTitle(const QString& title)
{
    if (m_content.title.isEmpty()) {
        m_content.title = cleaned(title).first(std::min(cleaned(title).size(), kLongestText));
    }
}

bool Collector::isTooLong() const
{
    return qsizetype(m_content.rows.size()) > kMostFileRows;
}

util::Result<FileContent> Collector::take()
{
    if (isTooLong()) {
        return refused(
            Text::tr("The file has more than %L1 rows, which no playlist has.").arg(kMostFileRows));
    }
    return std::move(m_content);
}

} // namespace playlist::files
