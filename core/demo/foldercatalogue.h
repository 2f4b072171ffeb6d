// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/tagreader.h"

#include <map>

namespace demo {

/// Real music files below a folder, grouped by their tags as a scanner groups them: by album
/// artist and album; compilations without one go to "Various Artists".
///
/// Empty until load() has read it (about 1 ms a file); files that are added later are not seen.
/// The same files get the same places, in whatever order the system lists them. Symbolic links are
/// not followed.
class FolderCatalogue final : public Catalogue
{
public:
    explicit FolderCatalogue(QString folder);

    [[nodiscard]] util::Result<void> load(const std::stop_token& stop) override;
    [[nodiscard]] quint32 artistCount() const override;
    [[nodiscard]] quint32 albumCount() const override;
    [[nodiscard]] quint32 trackCount() const override;
    [[nodiscard]] Range albumsOf(quint32 artist) const override;
    [[nodiscard]] Range tracksOf(quint32 album) const override;
    [[nodiscard]] quint32 albumOf(quint32 track) const override { return m_tracks[track].album; }
    [[nodiscard]] quint32 artistOf(quint32 album) const override { return m_albums[album].artist; }
    [[nodiscard]] Artist artist(quint32 index) const override { return m_artists[index]; }
    [[nodiscard]] Album album(quint32 index) const override { return m_albums[index]; }
    [[nodiscard]] Track track(quint32 index) const override { return m_tracks[index]; }
    [[nodiscard]] QByteArray trackTitle(quint32 index) const override
    {
        return m_tracks[index].title;
    }
    [[nodiscard]] qint64 trackDuration(quint32 index) const override
    {
        return m_tracks[index].duration;
    }
    [[nodiscard]] Mark firstMark(quint32 track) const override { return m_marks[track]; }
    [[nodiscard]] const TagTable& tags(TagKind kind) const override;
    [[nodiscard]] std::unique_ptr<ByteSource> openFile(quint32 track) const override;
    [[nodiscard]] QImage cover(quint32 album) const override;
    [[nodiscard]] QByteArray root() const override { return m_root; }

private:
    struct AlbumFiles // the tracks of one album, in order of their keys
    {
        std::map<QString, FileTags> tags {};
    };
    using Shelf = std::map<QString, std::map<QString, AlbumFiles>>; ///< artist → album, by sort key

    [[nodiscard]] util::Result<Shelf> scan(const std::stop_token& stop) const;
    void addArtist(const std::map<QString, AlbumFiles>& albums);
    void addAlbum(const AlbumFiles& files);
    void addTrack(const FileTags& tags);
    [[nodiscard]] QList<int> tagIds(TagKind kind, const QStringList& names);

    QString m_folder;
    QByteArray m_root;
    std::vector<Artist> m_artists;
    std::vector<Album> m_albums;
    std::vector<Track> m_tracks;
    std::vector<Mark> m_marks;
    std::vector<quint32> m_firstAlbum; ///< per artist
    std::vector<quint32> m_firstTrack; ///< per album
    std::vector<TagTable> m_tags;
};

} // namespace demo
