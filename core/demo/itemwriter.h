// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/rowreader.h"
#include "core/demo/writer.h"

namespace demo {

/// How much of an item is written.
enum class Detail
{
    Listing, ///< as in /all: no Streams, at most two tags without ids, no Guid
    Full ///< as /library/metadata/RK
};

/// What a request asked to have added.
struct WriteOptions
{
    Detail detail = Detail::Listing;
    bool guids = false; ///< includeGuids=1 on a listing
    quint64 playlistItem = 0; ///< > 0: an entry of a dumb playlist
    quint64 queueItem = 0; ///< > 0: an entry of a play queue
    bool stations = false; ///< includeStations=1
    bool markers = false; ///< includeMarkers=1
    bool chapters = false; ///< includeChapters=1
    std::optional<double> distance {}; ///< from what it is near to
    const Session* session = nullptr; ///< a row of /status/sessions
};

/// Writes items of the library as a PMS does: what is unset is left out.
class ItemWriter
{
public:
    ItemWriter(const Model& model, UserId user, Writer& writer);

    void write(Item item, const WriteOptions& options = {});
    /// A playlist as in /playlists; @p withContent only for the GET of the single playlist.
    void writePlaylist(const Playlist& playlist, int leafCount, qint64 duration, bool withContent);

    /// The element's name in XML.
    [[nodiscard]] static std::string_view element(Kind kind);

private:
    void writeArtist(quint32 index, const WriteOptions& options);
    void writeStations(quint64 key);
    void writeAlbum(quint32 index, const WriteOptions& options);
    void writeTrack(quint32 index, const WriteOptions& options);
    void writeDirectors(const QList<QByteArray>& names);
    void writeTrackParents(quint32 albumIndex, const Album& album, const Artist& artist);
    void writeParentAttributes(
        Writer& out, quint32 albumIndex, const Album& album, const Artist& artist) const;
    void writeMedia(quint32 index, const Track& track, Detail detail);
    void writeStream(quint32 index, const Track& track);
    void writeVideo(Item item, const WriteOptions& options);
    void writeVideoParents(Item item, const Video& video);
    void writeVideoMedia(quint64 key, const Video& video, Detail detail);
    void writeVideoTags(const Video& video, Detail detail);
    void writeVideoDetails(const Video& video, const WriteOptions& options);
    void writeMarkers(const Video& video, quint64 key);
    void writeChapters(const Video& video, quint64 key);
    void writeLeafCounts(Item item);
    void writeVideoGuids(const Video& video);
    void writeMark(const Mark& mark);
    void writeDistance(const WriteOptions& options);
    void writePlayer(const Session& session);
    void writeTags(std::string_view list, TagKind kind, const QList<int>& ids, Detail detail);
    void writeGuids(const QByteArray& mbid);
    void writeBlur(quint64 seed);
    void writeSection(int section);

    const Model& m_model;
    UserId m_user;
    Writer& m_out;
    RowReader m_reader;
    QByteArray m_parents; ///< what the tracks of m_parentsAlbum have in common, as written
    quint32 m_parentsAlbum = ~quint32 { 0 };
};

/// The four colours of an item's background; the caller opens and closes UltraBlurColors, which is
/// an object or a list.
void writeBlurColors(Writer& out, quint64 seed);

/// What the attribute type says: "track" and so on.
[[nodiscard]] const char* typeName(Kind kind);

/// "/library/metadata/4201" and the like.
[[nodiscard]] QByteArray metadataPath(quint64 key);

/// "/library/metadata/4201/thumb/1690000000": @p what is "thumb" or "art", the stamp changes with
/// it.
[[nodiscard]] QByteArray imagePath(quint64 key, const char* what, qint64 stamp);

} // namespace demo
