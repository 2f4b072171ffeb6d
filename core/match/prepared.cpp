// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/match/prepared.h"

#include "core/match/foldtext.h"

#include <algorithm>
#include <bit>
#include <limits>

using namespace Qt::StringLiterals;

namespace match {

namespace {

constexpr QLatin1StringView kDash { " - " };

/// The place of @p text in @p texts, to which it is added if it is new.
int placeOf(const QString& text, QHash<QString, int>& places, QStringList& texts)
{
    const auto found = places.constFind(text);
    if (found != places.constEnd()) {
        return *found;
    }
    const int place = int(texts.size());
    places.insert(text, place);
    texts.append(text);
    return place;
}

Reading readingOf(QStringView folded)
{
    return { titleForm(folded, 0), {}, {} };
}

/// "Radiohead - Creep" where no artist is told otherwise.
void addArtistReading(QStringView text, std::vector<Reading>& readings)
{
    const qsizetype dash = text.indexOf(kDash);
    if (dash <= 0) {
        return;
    }
    const ArtistForm artist = artistForm(text.first(dash).toString());
    const QStringView rest = text.sliced(dash + kDash.size());
    if (!artist.isNobody() && !wordsOf(rest).isEmpty()) {
        Reading reading = readingOf(rest);
        reading.artist.push_back(artist);
        readings.push_back(std::move(reading));
    }
}

/// "Beethoven: Symphony No. 5", which holds if an artist of that name is told of.
void addPrefixReading(QStringView text, std::vector<Reading>& readings)
{
    constexpr qsizetype kMostWords = 4;
    for (const QLatin1StringView sign : { ": "_L1, kDash }) {
        const qsizetype end = text.indexOf(sign);
        if (end <= 0) {
            continue;
        }
        QStringList guard = wordsOf(text.first(end));
        const QStringView rest = text.sliced(end + sign.size());
        if (!guard.isEmpty() && guard.size() <= kMostWords && !wordsOf(rest).isEmpty()) {
            Reading reading = readingOf(rest);
            reading.guard = std::move(guard);
            readings.push_back(std::move(reading));
        }
    }
}

std::vector<Reading> readingsOf(const Track& track, bool hasArtist)
{
    const QString text = folded(track.title);
    std::vector<Reading> readings;
    readings.push_back({ titleForm(text, track.title.size()), {}, {} });
    if (const QStringView rest = withoutLeadingNumber(text, track.number); !rest.isEmpty()) {
        readings.push_back(readingOf(rest));
    }
    if (hasArtist) {
        addPrefixReading(text, readings);
    } else {
        addArtistReading(text, readings);
    }
    return readings;
}

bool hasTributeWord(const QString& title)
{
    return title.contains("karaoke"_L1, Qt::CaseInsensitive)
        || title.contains("tribute"_L1, Qt::CaseInsensitive)
        || title.contains("made famous"_L1, Qt::CaseInsensitive)
        || title.contains("style of"_L1, Qt::CaseInsensitive);
}

/// a … z twice, and the rest of the bits for all other letters and digits together.
quint64 bitsOf(QStringView letters)
{
    constexpr int kLatin = 26;
    constexpr int kOthers = 64 - 2 * kLatin;
    quint64 bits = 0;
    for (const QChar c : letters) {
        const char16_t unit = c.unicode();
        if (unit < u'a' || unit > u'z') {
            bits |= quint64(1) << (2 * kLatin + unit % kOthers);
            continue;
        }
        const quint64 bit = quint64(1) << (unit - u'a');
        bits |= (bits & bit) != 0 ? bit << kLatin : bit;
    }
    return bits;
}

Glance glanceOf(const std::vector<Reading>& readings)
{
    const TitleForm& title = readings.front().title;
    Glance glance;
    glance.letters = bitsOf(title.core.letters);
    glance.length = quint16(
        std::min<qsizetype>(title.core.letters.size(), std::numeric_limits<quint16>::max()));
    glance.needsLook = readings.size() > 1 || title.isCut;
    glance.isEastAsian = title.isEastAsian;
    return glance;
}

int milliseconds(std::chrono::milliseconds duration)
{
    return int(std::clamp<qint64>(duration.count(), 0, std::numeric_limits<int>::max()));
}

} // namespace

double mostSimilar(const Glance& a, const Glance& b)
{
    if (a.needsLook || b.needsLook || a.isEastAsian != b.isEastAsian || a.length + b.length == 0) {
        return 1;
    }
    const int ofA = a.length - std::popcount(a.letters & ~b.letters);
    const int ofB = b.length - std::popcount(b.letters & ~a.letters);
    return 2.0 * std::min(ofA, ofB) / (a.length + b.length);
}

PreparedTracks::PreparedTracks(std::span<const Track> tracks)
{
    QHash<QString, int> artists;
    QHash<QString, int> albums;
    m_tracks.resize(tracks.size());
    m_glances.resize(tracks.size());
    for (size_t i = 0; i < tracks.size(); ++i) {
        m_tracks[i].artist = placeOf(tracks[i].artist, artists, m_artistTexts);
        m_tracks[i].albumArtist = placeOf(tracks[i].albumArtist, artists, m_artistTexts);
        m_tracks[i].album = placeOf(tracks[i].album, albums, m_albumTexts);
    }
    m_artists.resize(size_t(m_artistTexts.size()));
    m_albums.resize(size_t(m_albumTexts.size()));
}

void PreparedTracks::prepareNames(qsizetype first, qsizetype last)
{
    const qsizetype artists = m_artistTexts.size();
    for (qsizetype i = first; i < last; ++i) {
        if (i < artists) {
            m_artists[size_t(i)] = artistForm(std::as_const(m_artistTexts).at(i));
        } else {
            m_albums[size_t(i - artists)] = albumForm(std::as_const(m_albumTexts).at(i - artists));
        }
    }
}

void PreparedTracks::prepareTracks(std::span<const Track> tracks, qsizetype first, qsizetype last)
{
    for (qsizetype i = first; i < last; ++i) {
        const Track& track = tracks[size_t(i)];
        PreparedTrack& made = m_tracks[size_t(i)];
        const AlbumForm& inAlbum = album(made.album);
        const bool hasArtist
            = !artist(made.artist).isNobody() || !artist(made.albumArtist).isNobody();
        made.readings = readingsOf(track, hasArtist);
        m_glances[size_t(i)] = glanceOf(made.readings);
        made.durationMs = milliseconds(track.duration);
        made.disc = inAlbum.disc > 0 && track.disc <= 1 ? inAlbum.disc : track.disc;
        made.number = track.number;
        made.tail = tailOf(comparablePath(plainPath(track.path)));
        made.isTribute = artist(made.artist).isTribute || artist(made.albumArtist).isTribute
            || inAlbum.isTribute
            || (hasTributeWord(track.title) && isTribute(wordsOf(folded(track.title))));
    }
}

const ArtistForm& PreparedTracks::artistOf(const PreparedTrack& track, const Reading& reading) const
{
    if (!reading.artist.empty()) {
        return reading.artist.front();
    }
    const ArtistForm& own = artist(track.artist);
    return own.isNobody() ? artist(track.albumArtist) : own;
}

PreparedTracks prepared(std::span<const Track> tracks)
{
    PreparedTracks made(tracks);
    made.prepareNames(0, made.nameCount());
    made.prepareTracks(tracks, 0, qsizetype(tracks.size()));
    return made;
}

} // namespace match
