// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/playlist/filetext_p.h"

#include <QHash>
#include <cmath>

using namespace Qt::StringLiterals;

namespace playlist::files {

namespace {

using Names = QHash<QString, Known>;

/// Letters and digits alone, in lower case: "Artist Name(s)" as "artistnames".
QString plainName(const QString& name)
{
    QString plain;
    for (const QChar c : name.normalized(QString::NormalizationForm_C)) {
        if (c.isLetterOrNumber()) {
            plain += c.toLower();
        }
    }
    return plain;
}

/// The names that Exportify, Soundiiz, TuneMyMusic, iTunes, foobar2000, MusicBee and this program
/// give their columns, each field's surest first; in the languages that iTunes writes most.
Names knownNames()
{
    const QList<std::pair<Field, QStringList>> fields {
        { Field::Title,
            { u"title"_s, u"trackname"_s, u"tracktitle"_s, u"songname"_s, u"songtitle"_s, u"song"_s,
                u"name"_s, u"track"_s, u"titel"_s, u"titre"_s, u"titulo"_s, u"título"_s, u"nom"_s,
                u"nombre"_s } },
        { Field::Artist,
            { u"artist"_s, u"artistname"_s, u"artistnames"_s, u"artists"_s, u"trackartist"_s,
                u"creator"_s, u"performer"_s, u"interpret"_s, u"künstler"_s, u"artiste"_s,
                u"artista"_s } },
        { Field::Album, { u"album"_s, u"albumname"_s, u"albumtitle"_s, u"release"_s, u"álbum"_s } },
        { Field::AlbumArtist,
            { u"albumartist"_s, u"albumartistname"_s, u"albumartistnames"_s, u"albumartists"_s,
                u"albuminterpret"_s, u"albumkünstler"_s } },
        { Field::Milliseconds,
            { u"durationms"_s, u"trackdurationms"_s, u"lengthms"_s, u"durationinms"_s,
                u"durationmilliseconds"_s } },
        { Field::Duration,
            { u"duration"_s, u"length"_s, u"time"_s, u"totaltime"_s, u"tracklength"_s,
                u"durations"_s, u"durationseconds"_s, u"dauer"_s, u"länge"_s, u"durée"_s,
                u"duración"_s } },
        { Field::Number,
            { u"tracknumber"_s, u"trackno"_s, u"tracknum"_s, u"tracknr"_s, u"titelnummer"_s } },
        { Field::Disc,
            { u"discnumber"_s, u"disc"_s, u"disknumber"_s, u"discno"_s, u"cdnummer"_s } },
        { Field::Location,
            { u"location"_s, u"path"_s, u"filepath"_s, u"file"_s, u"filename"_s, u"pfad"_s,
                u"dateipfad"_s, u"ort"_s, u"emplacement"_s } },
        { Field::Guid, { u"guid"_s, u"plexguid"_s } },
        { Field::Key, { u"ratingkey"_s, u"plexkey"_s } },
        { Field::PlexAddress, { u"plexaddress"_s, u"plexuri"_s } },
        { Field::PlaylistTitle, { u"playlistname"_s, u"playlist"_s, u"playlisttitle"_s } },
    };
    Names names;
    for (const auto& [field, spellings] : fields) {
        for (qsizetype rank = 0; rank < spellings.size(); ++rank) {
            names.insert(spellings.at(rank), { field, int(rank) });
        }
    }
    return names;
}

constexpr qint64 kLongestMs = 1'000'000'000; // eleven days: more is a mistake

/// "4:05" and "1:02:03" in seconds; nothing for anything else.
std::optional<double> clockTime(const QString& text)
{
    const QStringList parts = text.split(u':');
    if (parts.size() < 2 || parts.size() > 3) {
        return std::nullopt;
    }
    double seconds = 0;
    for (const QString& part : parts) {
        bool isNumber = false;
        const double value = part.toDouble(&isNumber);
        if (!isNumber || value < 0) {
            return std::nullopt;
        }
        seconds = seconds * 60 + value;
    }
    return seconds;
}

std::chrono::milliseconds durationOf(const QString& text, bool isMilliseconds)
{
    constexpr double kSurelyMs = 30'000; // as seconds over eight hours
    double ms = 0;
    if (const auto seconds = clockTime(text)) {
        ms = *seconds * 1000;
    } else {
        const double value = text.toDouble();
        ms = isMilliseconds || value >= kSurelyMs ? value : value * 1000;
    }
    return std::chrono::milliseconds(ms > 0 && ms < kLongestMs ? qint64(std::llround(ms)) : 0);
}

int smallNumber(const QString& text)
{
    constexpr int kMost = 100'000;
    const int number = text.section(u'/', 0, 0).trimmed().toInt(); // "3/12"
    return number > 0 && number < kMost ? number : 0;
}

} // namespace

std::optional<Known> fieldNamed(const QString& name)
{
    static const Names names = knownNames();
    // As this program and most write them: nothing to be made plain.
    if (const auto known = names.constFind(name); known != names.constEnd()) {
        return *known;
    }
    const auto found = names.constFind(plainName(name));
    return found == names.constEnd() ? std::nullopt : std::optional(*found);
}

void takeField(Field field, const QString& text, FileRow& row)
{
    switch (field) {
    case Field::Title:
        row.title = text;
        break;
    case Field::Artist:
        row.artist = text;
        break;
    case Field::Album:
        row.album = text;
        break;
    case Field::AlbumArtist:
        row.albumArtist = text;
        break;
    case Field::Milliseconds:
    case Field::Duration:
        row.duration = durationOf(text.trimmed(), field == Field::Milliseconds);
        break;
    case Field::Number:
        row.number = smallNumber(text);
        break;
    case Field::Disc:
        row.disc = smallNumber(text);
        break;
    case Field::Location:
        row.location = text;
        break;
    case Field::Guid:
        row.guid = text;
        break;
    case Field::Key:
        row.key = { text };
        break;
    case Field::PlexAddress:
        (void)takePlexAddress(text, row);
        break;
    case Field::PlaylistTitle:
        break;
    }
}

} // namespace playlist::files
