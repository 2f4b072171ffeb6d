// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/inventedcatalogue.h"

#include <QDate>

namespace demo {

namespace {

constexpr qint64 kDay = 86'400;
constexpr int kStrangers = 12;

// What a draw is for, so that no two rows share one.
enum Purpose : quint64
{
    ForLayout = 1,
    ForArtist,
    ForArtistDetail,
    ForAlbum,
    ForAlbumDetail,
    ForTrack,
    ForTrackDetail,
    ForMark,
    ForLength,
    ForCompilation,
    ForReissue,
    ForGapless,
    ForAdded,
    ForLyrics,
    ForOddity,
    ForCredits,
    ForStrangers
};

QByteArray hex24(quint64 high, quint64 low)
{
    return QByteArray::number(mix(high), 16).rightJustified(16, '0')
        + QByteArray::number(mix(low) & 0xffffffff, 16).rightJustified(8, '0');
}

QByteArray uuid(quint64 value)
{
    const QByteArray hex = QByteArray::number(mix(value), 16).rightJustified(16, '0')
        + QByteArray::number(mix(value + 1), 16).rightJustified(16, '0');
    return hex.first(8) + '-' + hex.mid(8, 4) + "-4" + hex.mid(13, 3) + "-8" + hex.mid(17, 3) + '-'
        + hex.mid(20, 12);
}

QByteArray pathPart(QByteArray name)
{
    return name.replace('/', '_');
}

quint32 lengthOfAlbum(Draw& draw)
{
    const quint32 sort = draw.below(100);
    if (sort < 8) {
        return 1 + draw.below(3); // single
    }
    if (sort < 18) {
        return 4 + draw.below(3); // EP
    }
    return sort < 92 ? 8 + draw.below(8) : 18 + draw.below(13); // album, double album
}

QList<int> someTags(Draw& draw, const TagTable& table, quint32 most)
{
    QList<int> ids;
    const quint32 count = draw.below(most + 1);
    for (quint32 i = 0; i < count; ++i) {
        const int id
            = table.first + static_cast<int>(draw.below(static_cast<quint32>(table.names.size())));
        if (!ids.contains(id)) {
            ids.append(id);
        }
    }
    return ids;
}

} // namespace

InventedCatalogue::InventedCatalogue(quint32 tracks, quint32 seed, qint64 today)
    : m_seed(mix(seed))
    , m_trackCount(tracks)
    , m_today(today - today % kDay)
{
    layOut(seed);
    m_tags = { { 301, names::genres() }, { 401, names::styles() }, { 701, names::moods() },
        { 211, names::countries() }, { 501, { "Album", "EP", "Single" } },
        { 511, { "Live", "Compilation", "Soundtrack" } }, { 601, { "vinyl", "bandcamp" } }, {} };
    TagTable& similar = m_tags.back();
    similar.first = 911;
    const quint32 known = std::min<quint32>(artistCount(), 200);
    for (quint32 i = 0; i < known; ++i) {
        similar.names.append(artistTitle(i));
    }
    Draw stranger(m_seed ^ ForStrangers);
    for (int i = 0; i < kStrangers; ++i) { // a server knows more artists than a library has
        similar.names.append(names::artist(stranger, names::Script::Latin));
    }
}

void InventedCatalogue::layOut(quint32 seed)
{
    Draw draw(mix(seed) ^ ForLayout);
    quint32 next = 0;
    quint32 artist = 0;
    const auto addAlbum = [this, &next, &artist](quint32 tracks) {
        m_albums.push_back({ next, artist });
        next += std::min(tracks, m_trackCount - next);
    };
    const quint32 onCompilations = m_trackCount >= 40 ? m_trackCount * 6 / 100 : 0;
    if (onCompilations > 0) {
        m_hasVarious = true;
        m_firstAlbum.push_back(0);
        while (next < onCompilations) {
            addAlbum(10 + draw.below(9));
        }
        ++artist;
    }
    while (next < m_trackCount) {
        m_firstAlbum.push_back(static_cast<quint32>(m_albums.size()));
        const quint32 albums = draw.chance(35) ? 1 : 1 + draw.below(8);
        for (quint32 i = 0; i < albums && next < m_trackCount; ++i) {
            addAlbum(lengthOfAlbum(draw));
        }
        ++artist;
    }
    m_albums.push_back({ m_trackCount, artist });
    m_firstAlbum.push_back(albumCount());
}

quint32 InventedCatalogue::artistCount() const
{
    return static_cast<quint32>(m_firstAlbum.size() - 1);
}

quint32 InventedCatalogue::albumCount() const
{
    return static_cast<quint32>(m_albums.size() - 1);
}

Range InventedCatalogue::albumsOf(quint32 artist) const
{
    return { m_firstAlbum[artist], m_firstAlbum[artist + 1] - m_firstAlbum[artist] };
}

Range InventedCatalogue::tracksOf(quint32 album) const
{
    const quint32 first = m_albums[album].firstTrack;
    return { first, m_albums[album + 1].firstTrack - first };
}

quint32 InventedCatalogue::albumOf(quint32 track) const
{
    const auto after = std::upper_bound(m_albums.begin(), m_albums.end(), track,
        [](quint32 wanted, const AlbumSpan& span) { return wanted < span.firstTrack; });
    return static_cast<quint32>(after - m_albums.begin() - 1);
}

quint32 InventedCatalogue::artistOf(quint32 album) const
{
    return m_albums[album].artist;
}

Draw InventedCatalogue::drawFor(quint64 kind, quint64 index) const
{
    return Draw(m_seed ^ (kind << 48) ^ index);
}

names::Script InventedCatalogue::scriptOf(quint32 artist) const
{
    Draw draw = drawFor(ForArtist, artist);
    return names::script(draw);
}

QByteArray InventedCatalogue::artistTitle(quint32 artist) const
{
    if (isVarious(artist)) {
        return "Various Artists";
    }
    Draw draw = drawFor(ForArtist, artist);
    const names::Script script = names::script(draw);
    QByteArray title = names::artist(draw, script);
    return title;
}

Artist InventedCatalogue::artist(quint32 index) const
{
    Artist artist;
    artist.title = artistTitle(index);
    artist.titleSort = names::titleSort(artist.title);
    artist.path = root() + '/' + pathPart(artist.title);
    Draw draw = drawFor(ForArtistDetail, index);
    artist.addedAt = addedAt(m_firstAlbum[index]);
    artist.updatedAt = updatedAt(artist.addedAt, draw.below(30) * kDay / 2);
    if (isVarious(index)) {
        artist.guid = "local://" + QByteArray::number(index);
        return artist;
    }
    artist.guid = "plex://artist/" + hex24(m_seed ^ ForArtist, index);
    artist.mbid = draw.chance(70) ? uuid(m_seed ^ index ^ ForArtist) : QByteArray();
    artist.summary = draw.chance(75) ? names::summary(draw) : QByteArray();
    artist.genres = someTags(draw, tags(TagKind::Genre), 3);
    artist.styles = someTags(draw, tags(TagKind::Style), 2);
    artist.moods = someTags(draw, tags(TagKind::Mood), 2);
    artist.country = draw.chance(80) ? 211
            + static_cast<int>(
                draw.below(static_cast<quint32>(tags(TagKind::Country).names.size())))
                                     : 0;
    artist.similar = someTags(draw, tags(TagKind::Similar), 4);
    return artist;
}

qint64 InventedCatalogue::addedAt(quint32 album) const
{
    Draw draw = drawFor(ForAdded, album);
    // Many old, some recent: an eighth within a month.
    const quint32 days = draw.chance(12) ? draw.below(30) : 30 + draw.below(3600);
    return m_today - days * kDay - draw.below(static_cast<quint32>(kDay));
}

qint64 InventedCatalogue::updatedAt(qint64 added, qint64 later) const
{
    return added + later <= m_today ? added + later : added;
}

bool InventedCatalogue::isReissue(quint32 album) const
{
    const quint32 artist = artistOf(album);
    if (isVarious(artist) || album < m_firstAlbum[artist] + 2) {
        return false;
    }
    Draw draw = drawFor(ForReissue, album);
    return draw.chance(12);
}

bool InventedCatalogue::isGapless(quint32 album) const
{
    Draw draw = drawFor(ForGapless, album);
    return !isVarious(artistOf(album)) && !isReissue(album) && draw.chance(15);
}

QByteArray InventedCatalogue::albumTitle(quint32 album) const
{
    const quint32 artist = artistOf(album);
    if (isReissue(album)) {
        return "The Best of " + artistTitle(artist);
    }
    Draw draw = drawFor(ForAlbum, album);
    if (!isVarious(artist)) {
        return names::title(draw, scriptOf(artist));
    }
    const QByteArray title = names::title(draw, names::Script::Latin);
    return title + ", Vol. " + QByteArray::number(1 + draw.below(9));
}

Album InventedCatalogue::album(quint32 index) const
{
    Album album;
    album.artist = artistOf(index);
    album.title = albumTitle(index);
    album.titleSort = names::titleSort(album.title);
    album.guid = "plex://album/" + hex24(m_seed ^ ForAlbum, index);
    Draw detail = drawFor(ForAlbumDetail, index);
    album.mbid = detail.chance(70) ? uuid(m_seed ^ index ^ ForAlbum) : QByteArray();
    album.studio = detail.chance(80) ? names::studio(detail) : QByteArray();
    album.summary = detail.chance(50) ? names::summary(detail) : QByteArray();
    if (drawFor(ForOddity, index).chance(10)) {
        album.summary.replace(". ", ".\n\n");
    }
    if (!detail.chance(6)) {
        album.year = 1955 + static_cast<int>(detail.below(70));
        if (detail.chance(70)) {
            const QDate date = QDate(album.year, 1, 1).addDays(detail.below(365));
            album.date = date.toString(Qt::ISODate).toLatin1();
        }
    }
    album.addedAt = addedAt(index);
    album.updatedAt = updatedAt(album.addedAt, detail.below(60) * kDay / 3);
    album.rating = detail.chance(40) ? 4 + detail.below(60) / 10.0 : 0;
    album.genres = someTags(detail, tags(TagKind::Genre), 3);
    album.styles = someTags(detail, tags(TagKind::Style), 2);
    album.moods = someTags(detail, tags(TagKind::Mood), 3);
    const quint32 tracks = tracksOf(index).count;
    album.format = tracks <= 3 ? 503 : tracks <= 6 ? 502 : 501;
    album.subformat = isVarious(album.artist) || isReissue(index) ? 512
        : detail.chance(8)                                        ? 511
                                                                  : 0;
    album.label = detail.chance(10) ? 601 + static_cast<int>(detail.below(2)) : 0;
    album.isMain = album.format == 501 && album.subformat == 0;
    if (Draw credits = drawFor(ForCredits, index); credits.chance(20)) {
        album.directors.append(names::person(credits));
    }
    return album;
}

quint32 InventedCatalogue::recordingOf(quint32 track, quint32 album) const
{
    const quint32 artist = artistOf(album);
    if (isVarious(artist) && artistCount() > 1) {
        const quint32 firstOwn = tracksOf(m_firstAlbum[1]).first;
        Draw draw = drawFor(ForCompilation, track);
        const quint32 other = firstOwn + draw.below(m_trackCount - firstOwn);
        return recordingOf(other, albumOf(other));
    }
    if (isReissue(album)) {
        const Range original = tracksOf(m_firstAlbum[artist]);
        const quint32 position = track - tracksOf(album).first;
        if (position < original.count) {
            return original.first + position;
        }
    }
    return track;
}

QByteArray InventedCatalogue::ownTitle(quint32 track, quint32 album) const
{
    Draw oddity = drawFor(ForOddity, track);
    if (oddity.chance(1)) {
        return names::oddTitle(oddity);
    }
    Draw draw = drawFor(ForTrack, track);
    return names::title(draw, scriptOf(artistOf(album)));
}

quint32 InventedCatalogue::framesOf(quint32 recording) const
{
    Draw draw = drawFor(ForLength, recording);
    return 20 * synth::kSampleRate + draw.below(40 * synth::kSampleRate);
}

synth::Piece InventedCatalogue::piece(quint32 track) const
{
    const quint32 recording = recordingOf(track, albumOf(track));
    const quint32 album = albumOf(recording);
    synth::Piece piece;
    piece.frames = framesOf(recording);
    if (!isGapless(album)) {
        piece.seed = mix(m_seed ^ recording);
        return piece;
    }
    piece.seed = mix(m_seed ^ (quint64 { album } << 32));
    piece.fades = false;
    for (quint32 i = tracksOf(album).first; i < recording; ++i) {
        piece.start += framesOf(i);
    }
    return piece;
}

const InventedCatalogue::AlbumNames& InventedCatalogue::namesOf(quint32 album) const
{
    if (m_names.album != album) {
        m_names.album = album;
        m_names.artist = artistTitle(artistOf(album));
        m_names.folder
            = root() + '/' + pathPart(m_names.artist) + '/' + pathPart(albumTitle(album)) + '/';
    }
    return m_names;
}

void InventedCatalogue::fillFile(Track& track, quint32 index, quint32 recording) const
{
    AudioFile& file = track.file;
    const quint32 number = index - tracksOf(track.album).first + 1;
    const QByteArray& folder = namesOf(track.album).folder;
    file.path.reserve(folder.size() + track.title.size() + 16);
    file.path += folder;
    file.path += QByteArray::number(number).rightJustified(2, '0');
    file.path += " - ";
    file.path += pathPart(track.title);
    file.path += ".wav";
    file.container = "wav";
    file.codec = "pcm";
    file.bitrate = 1411;
    file.bitDepth = 16;
    file.size = synth::kWavHeader + 4 * qint64 { framesOf(recording) };
    file.changed = track.addedAt - 3600;
}

QByteArray InventedCatalogue::trackTitle(quint32 index) const
{
    const quint32 album = albumOf(index);
    const quint32 recording = recordingOf(index, album);
    return ownTitle(recording, recording == index ? album : albumOf(recording));
}

qint64 InventedCatalogue::durationOf(quint32 recording) const
{
    return qint64 { framesOf(recording) } * 1000 / synth::kSampleRate;
}

qint64 InventedCatalogue::trackDuration(quint32 index) const
{
    return durationOf(recordingOf(index, albumOf(index)));
}

Track InventedCatalogue::track(quint32 index) const
{
    Track track;
    track.album = albumOf(index);
    const quint32 recording = recordingOf(index, track.album);
    const quint32 source = recording == index ? track.album : albumOf(recording);
    const quint32 albumArtist = artistOf(track.album);
    const quint32 trackArtist = artistOf(source);
    track.title = ownTitle(recording, source);
    const QByteArray artistName = namesOf(track.album).artist;
    Draw draw = drawFor(ForTrackDetail, index);
    if (trackArtist != albumArtist) {
        track.originalTitle = artistTitle(trackArtist);
    } else if (draw.chance(4)) {
        track.originalTitle = artistName + " feat. " + names::person(draw);
    }
    const Range siblings = tracksOf(track.album);
    const quint32 position = index - siblings.first;
    const bool isDouble = siblings.count >= 18 && !isVarious(albumArtist);
    const quint32 firstDisc = isDouble ? (siblings.count + 1) / 2 : siblings.count;
    track.disc = position < firstDisc ? 1 : 2;
    track.index = draw.chance(3)
        ? 0
        : 1 + static_cast<int>(position < firstDisc ? position : position - firstDisc);
    track.guid = draw.chance(5) ? "local://" + QByteArray::number(quint64 { 2'000'001 } + index)
                                : "plex://track/" + hex24(m_seed ^ ForTrack, recording);
    track.mbid = draw.chance(60) ? uuid(m_seed ^ recording ^ ForTrack) : QByteArray();
    track.duration = durationOf(recording);
    track.ratingCount = draw.chance(70) ? static_cast<int>(draw.below(900) * draw.below(900)) : 0;
    track.addedAt = addedAt(track.album);
    track.updatedAt = updatedAt(track.addedAt, draw.below(40) * kDay / 4);
    track.moods = someTags(draw, tags(TagKind::Mood), 3);
    track.isAnalysed = draw.chance(85);
    if (draw.chance(88)) {
        Loudness loudness;
        loudness.loudness = -20 + draw.below(1200) / 100.0;
        loudness.gain = -18 - loudness.loudness;
        loudness.albumGain = loudness.gain + draw.below(200) / 100.0 - 1;
        loudness.peak = 0.4 + draw.below(600'000) / 1'000'000.0;
        loudness.albumPeak = std::max(loudness.peak, 0.95);
        loudness.range = 3 + draw.below(900) / 100.0;
        track.loudness = loudness;
    }
    static constexpr LyricKind lyrics[] { LyricKind::None, LyricKind::None, LyricKind::Timed,
        LyricKind::Untimed, LyricKind::Sidecar };
    track.lyrics = lyrics[drawFor(ForLyrics, recording).below(std::size(lyrics))];
    fillFile(track, index, recording);
    return track;
}

Mark InventedCatalogue::firstMark(quint32 track) const
{
    Draw draw = drawFor(ForMark, track);
    Mark mark;
    if (draw.chance(45)) {
        mark.viewCount = 1 + static_cast<int>(draw.below(4) * draw.below(12));
        mark.viewedAt = m_today - draw.below(700) * kDay - draw.below(static_cast<quint32>(kDay));
        mark.skipCount = draw.chance(10) ? 1 + static_cast<int>(draw.below(4)) : 0;
    }
    if (draw.chance(15)) {
        // Mostly whole stars, and kinder than not: people rate what they like.
        const int stars = 1 + static_cast<int>(std::max(draw.below(5), draw.below(5)));
        mark.rating = 2 * stars - (draw.chance(25) ? 1 : 0);
        mark.ratedAt = m_today - draw.below(1000) * kDay - draw.below(static_cast<quint32>(kDay));
    }
    return mark;
}

const TagTable& InventedCatalogue::tags(TagKind kind) const
{
    return m_tags[static_cast<size_t>(kind)];
}

std::unique_ptr<ByteSource> InventedCatalogue::openFile(quint32 track) const
{
    return std::make_unique<synth::WavSource>(piece(track));
}

QImage InventedCatalogue::cover(quint32) const
{
    return {};
}

} // namespace demo
