// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/bytesource.h"
#include "core/util/result.h"

#include <QByteArray>
#include <QImage>
#include <QList>
#include <QString>
#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

namespace demo {

/// Indices [first, first + count).
struct Range
{
    quint32 first = 0;
    quint32 count = 0;
};

/// Kinds of tags of a music library; each has its own ids, as on a server.
enum class TagKind
{
    Genre,
    Style,
    Mood,
    Country,
    Format,
    Subformat,
    Label,
    Similar
};

/// Ids of the tags of one kind: id = first + position in names.
struct TagTable
{
    int first = 0;
    QList<QByteArray> names {}; ///< UTF-8

    [[nodiscard]] QByteArray name(int id) const { return names.value(id - first); }
};

/// What one user did with one item; the default is "nothing".
struct Mark
{
    std::optional<double> rating {}; ///< 0…10
    qint64 ratedAt = 0; ///< epoch seconds, 0 = never
    int viewCount = 0;
    qint64 viewedAt = 0; ///< epoch seconds, 0 = never
    int skipCount = 0;
    qint64 viewOffset = 0; ///< ms

    bool operator==(const Mark&) const = default;
};

/// One artist. Texts are UTF-8; empty or 0 means that a server omits the attribute.
struct Artist
{
    QByteArray title {};
    QByteArray titleSort {}; ///< only when it differs from the title
    QByteArray guid {};
    QByteArray mbid {};
    QByteArray summary {};
    QByteArray path {};
    qint64 addedAt = 0;
    qint64 updatedAt = 0;
    QList<int> genres {};
    QList<int> styles {};
    QList<int> moods {};
    int country = 0;
    QList<int> similar {};
};

/// One album.
struct Album
{
    quint32 artist = 0;
    QByteArray title {};
    QByteArray titleSort {};
    QByteArray guid {};
    QByteArray mbid {};
    QByteArray studio {};
    QByteArray summary {};
    QByteArray date {}; ///< YYYY-MM-DD
    int year = 0;
    qint64 addedAt = 0;
    qint64 updatedAt = 0;
    double rating = 0; ///< of critics
    QList<int> genres {};
    QList<int> styles {};
    QList<int> moods {};
    int format = 0;
    int subformat = 0;
    int label = 0;
    QList<QByteArray> directors {}; ///< few albums name any
    bool isMain = true; ///< in the bucket that artist/children returns
};

/// The audio of a track as a scanner found it.
struct AudioFile
{
    QByteArray path {};
    QByteArray container {};
    QByteArray codec {};
    int bitrate = 0; ///< kbit/s
    int channels = 2;
    int sampleRate = 44100; ///< Hz
    int bitDepth = 0; ///< 0 for lossy codecs
    qint64 size = 0;
    qint64 changed = 0; ///< the stamp in the part key
    bool hasCover = false;
};

/// Result of the loudness analysis; a track may have none.
struct Loudness
{
    double gain = 0;
    double albumGain = 0;
    double peak = 1;
    double albumPeak = 1;
    double loudness = -18;
    double range = 0;
};

/// Which words a track comes with.
enum class LyricKind
{
    None,
    Timed, ///< by the provider, which needs a Plex Pass
    Untimed, ///< by the provider
    Sidecar ///< a file with times beside the music
};

/// One track.
struct Track
{
    quint32 album = 0;
    QByteArray title {};
    QByteArray originalTitle {}; ///< the track's artist when it differs from the album's
    QByteArray guid {};
    QByteArray mbid {};
    int index = 0; ///< number on the disc
    int disc = 1;
    qint64 duration = 0; ///< ms
    int ratingCount = 0;
    qint64 addedAt = 0;
    qint64 updatedAt = 0;
    QList<int> moods {};
    QList<int> genres {};
    AudioFile file {};
    std::optional<Loudness> loudness {};
    bool isAnalysed = false; ///< sonic analysis done
    LyricKind lyrics = LyricKind::None;
};

/// Where the music of a server comes from. What it holds after load() never changes. Thread: one at
/// a time (the server's lock), except for the sources that openFile() returned.
///
/// Albums of an artist and tracks of an album are contiguous.
class Catalogue
{
public:
    Catalogue() = default;
    virtual ~Catalogue() = default;
    Q_DISABLE_COPY_MOVE(Catalogue)

    /// Reads what lies outside of the program; before it there is none of that. At most once.
    /// Errors: Cancelled, and nothing was read.
    [[nodiscard]] virtual util::Result<void> load(const std::stop_token& /*stop*/) { return {}; }

    [[nodiscard]] virtual quint32 artistCount() const = 0;
    [[nodiscard]] virtual quint32 albumCount() const = 0;
    [[nodiscard]] virtual quint32 trackCount() const = 0;
    [[nodiscard]] virtual Range albumsOf(quint32 artist) const = 0;
    [[nodiscard]] virtual Range tracksOf(quint32 album) const = 0;
    [[nodiscard]] virtual quint32 albumOf(quint32 track) const = 0;
    [[nodiscard]] virtual quint32 artistOf(quint32 album) const = 0;

    /// One row; cost a few microseconds. The index must be below the count.
    [[nodiscard]] virtual Artist artist(quint32 index) const = 0;
    [[nodiscard]] virtual Album album(quint32 index) const = 0;
    [[nodiscard]] virtual Track track(quint32 index) const = 0;

    /// The title alone: a sort of all tracks needs no more of them.
    [[nodiscard]] virtual QByteArray trackTitle(quint32 index) const = 0;
    /// The duration alone, in ms, for the sum of a playlist that may hold all tracks.
    [[nodiscard]] virtual qint64 trackDuration(quint32 index) const = 0;

    /// What the owner has done with the track before anybody touched the server.
    [[nodiscard]] virtual Mark firstMark(quint32 track) const = 0;
    [[nodiscard]] virtual const TagTable& tags(TagKind kind) const = 0;

    /// The bytes of the track's file, or null when it cannot be opened.
    [[nodiscard]] virtual std::unique_ptr<ByteSource> openFile(quint32 track) const = 0;
    /// The cover of an album, or a null image where one has to be painted.
    [[nodiscard]] virtual QImage cover(quint32 album) const = 0;
    /// The folder that holds everything, as a server names it.
    [[nodiscard]] virtual QByteArray root() const = 0;
};

} // namespace demo
