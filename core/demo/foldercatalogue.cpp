// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/foldercatalogue.h"

#include "core/util/fold.h"

#include <QCryptographicHash>
#include <QDirIterator>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace demo {

namespace {

/// A file read piece by piece.
class FileSource final : public ByteSource
{
public:
    explicit FileSource(const QString& path)
        : m_file(path)
    {
        m_isOpen = m_file.open(QIODevice::ReadOnly);
        m_size = m_file.size();
    }

    [[nodiscard]] bool isOpen() const { return m_isOpen; }
    [[nodiscard]] qint64 size() const override { return m_size; }
    [[nodiscard]] QByteArray read(qint64 offset, qint64 count) override
    {
        return m_file.seek(offset) ? m_file.read(count) : QByteArray();
    }

private:
    QFile m_file;
    qint64 m_size = 0;
    bool m_isOpen = false;
};

QByteArray guid(const char* kind, const QStringList& parts)
{
    const QByteArray hash
        = QCryptographicHash::hash(parts.join(u'\n').toUtf8(), QCryptographicHash::Sha1);
    return QByteArray("plex://") + kind + '/' + hash.toHex().first(24);
}

QString albumArtistOf(const FileTags& tags)
{
    if (!tags.albumArtist.isEmpty()) {
        return tags.albumArtist;
    }
    if (tags.isCompilation) {
        return u"Various Artists"_s;
    }
    return tags.artist.isEmpty() ? u"[Unknown Artist]"_s : tags.artist;
}

QString albumTitleOf(const FileTags& tags)
{
    return tags.album.isEmpty() ? u"[Unknown Album]"_s : tags.album;
}

/// Sorts by disc, number and path.
QString trackKey(const FileTags& tags)
{
    return u"%1 %2 %3"_s.arg(std::max(1, tags.disc), 4)
        .arg(tags.index > 0 ? tags.index : 9999, 5)
        .arg(QString::fromUtf8(tags.file.path));
}

QString titleOf(const FileTags& tags)
{
    return tags.title.isEmpty() ? QFileInfo(QString::fromUtf8(tags.file.path)).completeBaseName()
                                : tags.title;
}

void addNew(QStringList& list, const QStringList& more)
{
    for (const QString& one : more) {
        if (!list.contains(one)) {
            list.append(one);
        }
    }
}

} // namespace

FolderCatalogue::FolderCatalogue(QString folder)
    : m_folder(std::move(folder))
    , m_root(QFileInfo(m_folder).absoluteFilePath().toUtf8())
    , m_tags { { 301, {} }, { 401, {} }, { 701, {} }, { 211, {} },
        { 501, { "Album", "EP", "Single" } }, { 511, { "Live", "Compilation", "Soundtrack" } },
        { 601, {} }, { 911, {} } }
{
}

util::Result<void> FolderCatalogue::load(const std::stop_token& stop)
{
    const util::Result<Shelf> shelf = scan(stop);
    if (!shelf) {
        return shelf.error();
    }
    for (const auto& [key, albums] : *shelf) {
        addArtist(albums);
    }
    m_firstAlbum.push_back(albumCount());
    m_firstTrack.push_back(trackCount());
    return {};
}

util::Result<FolderCatalogue::Shelf> FolderCatalogue::scan(const std::stop_token& stop) const
{
    Shelf shelf;
    QDirIterator walk(m_folder, QDir::Files | QDir::NoSymLinks, QDirIterator::Subdirectories);
    while (walk.hasNext()) {
        if (stop.stop_requested()) {
            return util::Error::cancelled();
        }
        const QString path = QFileInfo(walk.next()).absoluteFilePath();
        if (!isMusicFile(path)) {
            continue;
        }
        if (std::optional<FileTags> tags = readTags(path)) {
            const QString artist = albumArtistOf(*tags);
            const QString album = albumTitleOf(*tags);
            // The name itself breaks ties between names that fold to the same.
            AlbumFiles& files = shelf[util::sortKey(artist) + u'\n' + artist]
                                     [util::sortKey(album) + u'\n' + album];
            files.tags.insert({ trackKey(*tags), std::move(*tags) });
        }
    }
    return shelf;
}

QList<int> FolderCatalogue::tagIds(TagKind kind, const QStringList& names)
{
    TagTable& table = m_tags[static_cast<size_t>(kind)];
    QList<int> ids;
    for (const QString& name : names) {
        const QByteArray utf8 = name.toUtf8();
        qsizetype position = table.names.indexOf(utf8);
        if (position < 0) {
            position = table.names.size();
            table.names.append(utf8);
        }
        ids.append(table.first + static_cast<int>(position));
    }
    return ids;
}

void FolderCatalogue::addArtist(const std::map<QString, AlbumFiles>& albums)
{
    const FileTags& any = albums.begin()->second.tags.begin()->second;
    Artist artist;
    artist.title = albumArtistOf(any).toUtf8();
    artist.titleSort = any.artistSort.toUtf8();
    artist.guid = guid("artist", { albumArtistOf(any) });
    artist.path = m_root + '/' + artist.title;
    QStringList genres;
    const auto index = static_cast<quint32>(m_artists.size());
    m_firstAlbum.push_back(albumCount());
    m_artists.push_back(artist);
    for (const auto& [key, files] : albums) {
        for (const auto& [trackKeyText, tags] : files.tags) {
            addNew(genres, tags.genres);
        }
        addAlbum(files);
    }
    Artist& added = m_artists[index];
    added.genres = tagIds(TagKind::Genre, genres.first(std::min<qsizetype>(5, genres.size())));
    for (size_t i = m_firstAlbum[index]; i < m_albums.size(); ++i) {
        added.addedAt = added.addedAt == 0 ? m_albums[i].addedAt
                                           : std::min(added.addedAt, m_albums[i].addedAt);
        added.updatedAt = std::max(added.updatedAt, m_albums[i].updatedAt);
    }
}

void FolderCatalogue::addAlbum(const AlbumFiles& files)
{
    const FileTags& any = files.tags.begin()->second;
    Album album;
    album.artist = static_cast<quint32>(m_artists.size()) - 1;
    album.title = albumTitleOf(any).toUtf8();
    album.guid = guid("album", { albumArtistOf(any), albumTitleOf(any) });
    album.studio = any.label.toUtf8();
    album.year = any.year;
    album.date = any.date.size() == 10 ? any.date.toLatin1() : QByteArray();
    album.format = any.releaseType == u"single" ? 503 : any.releaseType == u"ep" ? 502 : 501;
    album.subformat = any.isCompilation || any.releaseType == u"compilation" ? 512
        : any.releaseType == u"live"                                         ? 511
                                                                             : 0;
    album.isMain = album.format == 501 && album.subformat == 0;
    QStringList genres;
    QStringList moods;
    QStringList styles;
    const auto index = static_cast<quint32>(m_albums.size());
    m_firstTrack.push_back(trackCount());
    m_albums.push_back(album);
    for (const auto& [key, tags] : files.tags) {
        addNew(genres, tags.genres);
        addNew(moods, tags.moods);
        addNew(styles, tags.styles);
        addTrack(tags);
    }
    Album& added = m_albums[index];
    added.genres = tagIds(TagKind::Genre, genres);
    added.moods = tagIds(TagKind::Mood, moods);
    added.styles = tagIds(TagKind::Style, styles);
    for (size_t i = m_firstTrack[index]; i < m_tracks.size(); ++i) {
        added.addedAt = added.addedAt == 0 ? m_tracks[i].addedAt
                                           : std::min(added.addedAt, m_tracks[i].addedAt);
        added.updatedAt = std::max(added.updatedAt, m_tracks[i].updatedAt);
    }
}

void FolderCatalogue::addTrack(const FileTags& tags)
{
    Track track;
    track.album = static_cast<quint32>(m_albums.size()) - 1;
    track.title = titleOf(tags).toUtf8();
    if (!tags.artist.isEmpty() && tags.artist != albumArtistOf(tags)) {
        track.originalTitle = tags.artist.toUtf8();
    }
    const bool isTagged = !tags.title.isEmpty() && !tags.artist.isEmpty();
    const QString seconds = QString::number(tags.duration / 1000);
    // The same recording on two albums has one guid; files without tags match nothing.
    track.guid = isTagged ? guid("track", { tags.artist, tags.title, seconds })
                          : "local://" + QByteArray::number(m_tracks.size() + 1);
    track.mbid = tags.mbid.toUtf8();
    track.index = tags.index;
    track.disc = std::max(1, tags.disc);
    track.duration = tags.duration;
    track.addedAt = tags.file.changed;
    track.updatedAt = tags.file.changed;
    track.moods = tagIds(TagKind::Mood, tags.moods);
    track.file = tags.file;
    if (tags.trackGain) {
        Loudness loudness;
        loudness.gain = *tags.trackGain;
        loudness.albumGain = tags.albumGain.value_or(*tags.trackGain);
        loudness.peak = tags.trackPeak.value_or(1);
        loudness.albumPeak = loudness.peak;
        loudness.loudness = -18 - loudness.gain;
        track.loudness = loudness;
    }
    m_tracks.push_back(track);
    Mark mark;
    mark.rating = tags.rating;
    mark.ratedAt = tags.rating ? tags.file.changed : 0;
    mark.viewCount = tags.playCount;
    mark.viewedAt = tags.playCount > 0 ? tags.file.changed : 0;
    m_marks.push_back(mark);
}

quint32 FolderCatalogue::artistCount() const
{
    return static_cast<quint32>(m_artists.size());
}

quint32 FolderCatalogue::albumCount() const
{
    return static_cast<quint32>(m_albums.size());
}

quint32 FolderCatalogue::trackCount() const
{
    return static_cast<quint32>(m_tracks.size());
}

Range FolderCatalogue::albumsOf(quint32 artist) const
{
    return { m_firstAlbum[artist], m_firstAlbum[artist + 1] - m_firstAlbum[artist] };
}

Range FolderCatalogue::tracksOf(quint32 album) const
{
    return { m_firstTrack[album], m_firstTrack[album + 1] - m_firstTrack[album] };
}

const TagTable& FolderCatalogue::tags(TagKind kind) const
{
    return m_tags[static_cast<size_t>(kind)];
}

std::unique_ptr<ByteSource> FolderCatalogue::openFile(quint32 track) const
{
    auto source = std::make_unique<FileSource>(QString::fromUtf8(m_tracks[track].file.path));
    return source->isOpen() ? std::move(source) : nullptr;
}

QImage FolderCatalogue::cover(quint32 album) const
{
    const Range tracks = tracksOf(album);
    for (quint32 i = tracks.first; i < tracks.first + tracks.count; ++i) {
        if (m_tracks[i].file.hasCover) {
            return readCover(QString::fromUtf8(m_tracks[i].file.path));
        }
    }
    return tracks.count > 0 ? readCover(QString::fromUtf8(m_tracks[tracks.first].file.path))
                            : QImage();
}

} // namespace demo
