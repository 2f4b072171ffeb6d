// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/catalogue.h"
#include "core/demo/names.h"
#include "core/demo/synth.h"

namespace demo {

/// A library that does not exist: every row is made from the seed when it is asked for.
///
/// Memory: 12 bytes an album and 4 an artist; 1 M tracks need about 1.2 MB. The same seed, count
/// and day make the same library; the day is today's, so that "added in the last 30 days" holds
/// something.
class InventedCatalogue final : public Catalogue
{
public:
    /// @param tracks  exactly so many, 0…5,000,000
    /// @param today   epoch seconds that ages are counted back from
    InventedCatalogue(quint32 tracks, quint32 seed, qint64 today);

    [[nodiscard]] quint32 artistCount() const override;
    [[nodiscard]] quint32 albumCount() const override;
    [[nodiscard]] quint32 trackCount() const override { return m_trackCount; }
    [[nodiscard]] Range albumsOf(quint32 artist) const override;
    [[nodiscard]] Range tracksOf(quint32 album) const override;
    [[nodiscard]] quint32 albumOf(quint32 track) const override;
    [[nodiscard]] quint32 artistOf(quint32 album) const override;
    [[nodiscard]] Artist artist(quint32 index) const override;
    [[nodiscard]] Album album(quint32 index) const override;
    [[nodiscard]] Track track(quint32 index) const override;
    [[nodiscard]] QByteArray trackTitle(quint32 index) const override;
    [[nodiscard]] qint64 trackDuration(quint32 index) const override;
    [[nodiscard]] Mark firstMark(quint32 track) const override;
    [[nodiscard]] const TagTable& tags(TagKind kind) const override;
    [[nodiscard]] std::unique_ptr<ByteSource> openFile(quint32 track) const override;
    [[nodiscard]] QImage cover(quint32 album) const override;
    [[nodiscard]] QByteArray root() const override { return "/srv/media/music"; }

    /// Whether the tracks of the album are one continuous piece.
    [[nodiscard]] bool isGapless(quint32 album) const;
    /// The sound of the track; two tracks of one recording sound the same.
    [[nodiscard]] synth::Piece piece(quint32 track) const;

private:
    struct AlbumSpan
    {
        quint32 firstTrack = 0;
        quint32 artist = 0;
    };

    /// What the tracks of one album share.
    struct AlbumNames
    {
        quint32 album = ~quint32 { 0 };
        QByteArray artist {};
        QByteArray folder {};
    };

    void layOut(quint32 seed);
    [[nodiscard]] const AlbumNames& namesOf(quint32 album) const;
    [[nodiscard]] QByteArray albumTitle(quint32 album) const;
    [[nodiscard]] Draw drawFor(quint64 kind, quint64 index) const;
    [[nodiscard]] quint32 recordingOf(quint32 track, quint32 album) const;
    [[nodiscard]] quint32 framesOf(quint32 recording) const;
    [[nodiscard]] qint64 durationOf(quint32 recording) const; ///< ms
    [[nodiscard]] bool isReissue(quint32 album) const;
    [[nodiscard]] bool isVarious(quint32 artist) const { return m_hasVarious && artist == 0; }
    [[nodiscard]] QByteArray ownTitle(quint32 track, quint32 album) const;
    [[nodiscard]] names::Script scriptOf(quint32 artist) const;
    [[nodiscard]] QByteArray artistTitle(quint32 artist) const;
    [[nodiscard]] qint64 addedAt(quint32 album) const;
    /// So long after it was added; that itself where it would not have happened yet.
    [[nodiscard]] qint64 updatedAt(qint64 added, qint64 later) const;
    void fillFile(Track& track, quint32 index, quint32 recording) const;

    quint64 m_seed;
    quint32 m_trackCount;
    qint64 m_today;
    std::vector<AlbumSpan> m_albums;
    std::vector<quint32> m_firstAlbum; ///< per artist
    std::vector<TagTable> m_tags;
    mutable AlbumNames m_names; ///< of the album asked for last
    bool m_hasVarious = false; ///< artist 0 is "Various Artists"
};

} // namespace demo
