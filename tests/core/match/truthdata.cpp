// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/match/truthdata.h"

#include "core/db/connection.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace truthdata {

namespace {

QByteArray contents(const QString& name)
{
    QFile file(QDir(folder()).filePath(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The fields of a line of comma-separated values; quotes hold commas and doubled quotes.
QStringList csvFields(const QString& line)
{
    QStringList fields { QString() };
    bool isQuoted = false;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QChar c = line.at(i);
        const bool isEscaped
            = isQuoted && c == u'"' && i + 1 < line.size() && line.at(i + 1) == u'"';
        if (isEscaped) {
            fields.last() += line.at(++i);
        } else if (c == u'"') {
            isQuoted = !isQuoted;
        } else if (c == u',' && !isQuoted) {
            fields.append(QString());
        } else {
            fields.last() += c;
        }
    }
    return fields;
}

/// The keys and values of one dictionary of a property list, at whose start the reader stands.
QHash<QString, QString> dictionary(QXmlStreamReader& xml)
{
    QHash<QString, QString> values;
    QString key;
    while (xml.readNextStartElement()) {
        if (xml.name() == "key"_L1) {
            key = xml.readElementText();
            continue;
        }
        const QString name = xml.name().toString();
        const QString text = xml.readElementText(QXmlStreamReader::IncludeChildElements);
        values.insert(key, name == "true"_L1 ? u"true"_s : text);
    }
    return values;
}

match::Row itunesRow(const QHash<QString, QString>& values)
{
    match::Row row;
    row.id = values.value(u"Persistent ID"_s);
    match::Track& track = row.track;
    track.title = values.value(u"Name"_s);
    track.artist = values.value(u"Artist"_s);
    track.albumArtist = values.value(u"Album Artist"_s);
    track.album = values.value(u"Album"_s);
    track.path = values.value(u"Location"_s);
    track.duration = 1ms * values.value(u"Total Time"_s).toInt();
    track.disc = values.value(u"Disc Number"_s).toInt();
    track.number = values.value(u"Track Number"_s).toInt();
    return row;
}

/// Streams, podcasts, books and films are no music.
bool isMusic(const QHash<QString, QString>& values)
{
    for (const auto& key : { u"Podcast"_s, u"Has Video"_s, u"Music Video"_s, u"Movie"_s }) {
        if (values.contains(key)) {
            return false;
        }
    }
    return values.value(u"Track Type"_s) != "URL"_L1 && values.value(u"Genre"_s) != "Audiobook"_L1;
}

} // namespace

QString folder()
{
    QDir at(qEnvironmentVariable("PLEXM8_SOURCE_DIR"));
    do {
        QString found = at.filePath(u"shared/data/ratings"_s);
        if (QFile::exists(found + u"/truth.csv"_s)) {
            return found;
        }
    } while (at.cdUp());
    return {};
}

std::vector<match::LibraryTrack> library()
{
    std::vector<match::LibraryTrack> tracks;
    const QJsonObject container = QJsonDocument::fromJson(contents(u"plex_tracks.json"_s))
                                      .object()
                                      .value("MediaContainer"_L1)
                                      .toObject();
    for (const QJsonValue value : container.value("Metadata"_L1).toArray()) {
        const QJsonObject item = value.toObject();
        match::LibraryTrack track;
        track.id = { qint64(tracks.size()) + 1 };
        track.key = { item.value("ratingKey"_L1).toString() };
        track.track.title = item.value("title"_L1).toString();
        track.track.artist = item.value("originalTitle"_L1).toString();
        track.track.albumArtist = item.value("grandparentTitle"_L1).toString();
        track.track.album = item.value("parentTitle"_L1).toString();
        track.track.guid = item.value("guid"_L1).toString();
        track.track.path = item.value("Media"_L1)
                               .toArray()
                               .first()
                               .toObject()
                               .value("Part"_L1)
                               .toArray()
                               .first()
                               .toObject()
                               .value("file"_L1)
                               .toString();
        track.track.duration = 1ms * item.value("duration"_L1).toInt();
        track.track.number = item.value("index"_L1).toInt();
        track.track.disc = item.value("parentIndex"_L1).toInt();
        tracks.push_back(track);
    }
    return tracks;
}

std::vector<match::Row> itunesRows()
{
    std::vector<match::Row> rows;
    QXmlStreamReader xml(contents(u"Library.xml"_s));
    xml.readNextStartElement(); // plist
    xml.readNextStartElement(); // dict
    while (xml.readNextStartElement()) {
        if (xml.name() != "key"_L1) {
            xml.skipCurrentElement();
            continue;
        }
        if (xml.readElementText() != "Tracks"_L1) {
            continue;
        }
        xml.readNextStartElement(); // dict of dicts
        while (xml.readNextStartElement()) {
            if (xml.name() == "key"_L1) {
                xml.skipCurrentElement();
                continue;
            }
            const QHash<QString, QString> values = dictionary(xml);
            if (isMusic(values)) {
                rows.push_back(itunesRow(values));
            }
        }
        break;
    }
    return rows;
}

std::vector<match::Row> mediaMonkeyRows(const QString& temporaryFolder)
{
    std::vector<match::Row> rows;
    const QString copy = QDir(temporaryFolder).filePath(u"MM5.DB"_s);
    QFile::copy(QDir(folder()).filePath(u"MM5.DB"_s), copy);
    QFile::setPermissions(copy, QFile::ReadOwner | QFile::WriteOwner);
    auto opened = db::Connection::open({ copy, false, false, 2 });
    if (!opened) {
        return rows;
    }
    auto songs = (*opened)->prepare(
        "SELECT ID, SongTitle, Artist, AlbumArtist, Album, DiscNumber, TrackNumber, SongLength, "
        "SongPath, TrackType FROM Songs");
    while (songs.next()) {
        if (songs.integer(9) != 0) {
            continue;
        }
        match::Row row;
        row.id = songs.text(0);
        row.track.title = songs.text(1);
        row.track.artist = songs.text(2);
        row.track.albumArtist = songs.text(3);
        row.track.album = songs.text(4);
        row.track.disc = songs.text(5).toInt();
        row.track.number = songs.text(6).section(u'/', 0, 0).toInt();
        row.track.duration = 1ms * std::max<qint64>(songs.integer(7), 0);
        row.track.path = songs.text(8);
        rows.push_back(row);
    }
    return rows;
}

std::vector<match::Row> foobarRows()
{
    // The export of tags has no ids; its lines are in the order of the statistics' entries.
    QStringList ids;
    QXmlStreamReader xml(contents(u"foobar2000_playback_statistics.xml"_s));
    while (!xml.atEnd()) {
        if (xml.readNext() == QXmlStreamReader::StartElement && xml.name() == "Entry"_L1) {
            ids.append(xml.attributes().value("ID"_L1).toString());
        }
    }
    std::vector<match::Row> rows;
    const QStringList lines = QString::fromUtf8(contents(u"foobar2000_tags.tsv"_s))
                                  .split(u"\r\n"_s, Qt::SkipEmptyParts);
    for (qsizetype i = 1; i < lines.size() && i <= ids.size(); ++i) {
        const QStringList fields = lines.at(i).split(u'\t');
        match::Row row;
        row.id = ids.at(i - 1);
        row.track.artist = fields.value(0);
        row.track.album = fields.value(1);
        row.track.title = fields.value(2);
        row.track.disc = fields.value(3).toInt();
        row.track.number = fields.value(4).toInt();
        row.track.duration = std::chrono::milliseconds(qRound(fields.value(5).toDouble() * 1000));
        row.track.path = fields.value(9);
        rows.push_back(row);
    }
    return rows;
}

QHash<QString, Truth> truth(const QString& source)
{
    QHash<QString, Truth> all;
    for (const QString& line :
        QString::fromUtf8(contents(u"truth.csv"_s)).split(u'\n', Qt::SkipEmptyParts)) {
        const QStringList fields = csvFields(line);
        if (fields.value(0) != source || fields.size() < 11) {
            continue;
        }
        const QStringList keys = fields.at(7).split(u'|', Qt::SkipEmptyParts);
        all.insert(
            fields.at(1), { fields.at(6), QSet<QString>(keys.begin(), keys.end()), fields.at(10) });
    }
    return all;
}

Figures figures(const QHash<QString, Truth>& truth, const std::vector<match::Row>& rows,
    const std::vector<match::Outcome>& outcomes, const match::Catalogue& catalogue)
{
    Figures figures;
    for (const Truth& right : truth) {
        figures.rows += right.verdict == "match"_L1 ? 1 : 0;
        figures.ambiguous += right.verdict == "ambiguous"_L1 ? 1 : 0;
    }
    for (size_t i = 0; i < rows.size(); ++i) {
        const Truth right = truth.value(rows[i].id);
        const match::Outcome& outcome = outcomes[i];
        QSet<QString> chosen;
        for (const int track : outcome.chosen) {
            chosen.insert(catalogue.track(track).key.value);
        }
        QSet<QString> listed;
        for (const match::Candidate& candidate : outcome.candidates) {
            listed.insert(catalogue.track(candidate.track).key.value);
        }
        const match::Score best
            = outcome.candidates.empty() ? match::Score() : outcome.candidates.front().score;
        const QString text = u"%1 [%2] %3 / %4 / %5: verdict %6, score %7, limit %8, right %9"_s
                                 .arg(rows[i].id, right.perturbations, rows[i].track.title,
                                     rows[i].track.artist, rows[i].track.album)
                                 .arg(int(outcome.verdict))
                                 .arg(best.total, 0, 'f', 3)
                                 .arg(int(best.limit))
                                 .arg(right.verdict)
            + u" ["_s + QStringList(right.keys.begin(), right.keys.end()).join(u'|') + u"] got ["_s
            + QStringList(chosen.begin(), chosen.end()).join(u'|') + u']';
        if (outcome.verdict == match::Verdict::Match) {
            ++figures.automatic;
            const bool isRight
                = right.verdict == "match"_L1 && !chosen.isEmpty() && right.keys.contains(chosen);
            figures.right += isRight ? 1 : 0;
            figures.wrongOnAmbiguous += right.verdict == "ambiguous"_L1 ? 1 : 0;
            if (!isRight) {
                figures.wrong.append(text);
            }
        } else if (right.verdict == "match"_L1) {
            figures.missed.append(text);
        } else if (right.verdict == "ambiguous"_L1) {
            const bool isFound = outcome.verdict == match::Verdict::Ambiguous
                && (listed.contains(right.keys) || right.keys.isEmpty());
            figures.ambiguousFound += isFound ? 1 : 0;
        }
    }
    return figures;
}

} // namespace truthdata
