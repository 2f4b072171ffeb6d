// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/itemwriter.h"

#include "core/demo/lyrics.h"
#include "core/demo/names.h"

namespace demo {

namespace {

QByteArray suffixOf(const QByteArray& path)
{
    return path.mid(path.lastIndexOf('.') + 1).toLower();
}

/// Loudness figures are texts, also in JSON.
QByteArray figure(double value)
{
    return QByteArray::number(value, 'f', 2);
}

} // namespace

void ItemWriter::writeArtist(quint32 index, const WriteOptions& options)
{
    const Item item { Kind::Artist, index };
    const Artist& artist = m_reader.artist(index);
    const quint64 key = m_model.state.key(item);
    const bool full = options.detail == Detail::Full;
    m_out.text("ratingKey", QByteArray::number(key));
    m_out.text("key", metadataPath(key) + "/children");
    m_out.text("guid", artist.guid);
    m_out.text("type", "artist");
    m_out.text("title", m_model.title(item, artist.title));
    if (m_model.state.newTitle(item).isEmpty()) {
        m_out.textIfAny("titleSort", artist.titleSort);
    }
    if (full) {
        writeSection(sections::kMusic);
        m_out.text("albumSort", "-1");
    }
    m_out.text("summary", artist.summary);
    m_out.number("index", 1);
    writeMark(m_model.state.mark(m_user, item));
    writeDistance(options);
    m_out.text("thumb", imagePath(key, "thumb", artist.updatedAt));
    m_out.text("art", imagePath(key, "art", artist.updatedAt));
    m_out.number("addedAt", artist.addedAt);
    m_out.number("updatedAt", std::max(artist.updatedAt, m_model.state.editedAt(item)));
    if (full) {
        writeBlur(key);
    }
    writeTags("Genre", TagKind::Genre, artist.genres, options.detail);
    writeTags("Country", TagKind::Country, { artist.country }, options.detail);
    if (full) {
        writeTags("Style", TagKind::Style, artist.styles, options.detail);
        writeTags("Mood", TagKind::Mood, artist.moods, options.detail);
        writeTags("Similar", TagKind::Similar, artist.similar, options.detail);
        m_out.beginList("Location");
        m_out.beginItem("Location");
        m_out.text("path", artist.path);
        m_out.endItem();
        m_out.endList();
    }
    if (full || options.guids) {
        writeGuids(artist.mbid);
    }
    if (options.stations) {
        writeStations(key);
    }
}

/// A radio that starts from the artist; it is no item and has no rating key.
void ItemWriter::writeStations(quint64 key)
{
    const QByteArray hex = QByteArray::number(mix(key), 16).rightJustified(16, '0');
    const QByteArray uuid
        = hex.first(8) + '-' + hex.mid(8, 4) + "-4" + hex.mid(12, 3) + "-8000-" + hex.first(12);
    m_out.beginList("Stations");
    m_out.beginItem("Playlist");
    m_out.text("key", metadataPath(key) + "/station/" + uuid + "?type=10");
    m_out.text("guid", "tv.plex://station/artist/" + uuid);
    m_out.text("type", "playlist");
    m_out.text("title", "Artist Radio");
    m_out.flag("smart", true);
    m_out.flag("radio", true);
    m_out.text("playlistType", "audio");
    m_out.endItem();
    m_out.endList();
}

void ItemWriter::writeAlbum(quint32 index, const WriteOptions& options)
{
    const Item item { Kind::Album, index };
    const Album& album = m_reader.album(index);
    const Artist& artist = m_reader.artist(album.artist);
    const Item artistItem { Kind::Artist, album.artist };
    const quint64 key = m_model.state.key(item);
    const quint64 artistKey = m_model.state.key(artistItem);
    const bool full = options.detail == Detail::Full;
    m_out.text("ratingKey", QByteArray::number(key));
    m_out.text("key", metadataPath(key) + "/children");
    m_out.text("parentRatingKey", QByteArray::number(artistKey));
    m_out.text("guid", album.guid);
    m_out.text("parentGuid", artist.guid);
    m_out.textIfAny("studio", album.studio);
    m_out.text("type", "album");
    m_out.text("title", m_model.title(item, album.title));
    m_out.textIfAny("titleSort", album.titleSort);
    m_out.text("parentKey", metadataPath(artistKey));
    if (full) {
        writeSection(sections::kMusic);
    }
    m_out.text("parentTitle", m_model.title(artistItem, artist.title));
    m_out.text("summary", album.summary);
    m_out.number("index", 1);
    if (album.rating > 0) {
        m_out.decimal("rating", album.rating);
    }
    writeMark(m_model.state.mark(m_user, item));
    writeDistance(options);
    m_out.numberIfAny("year", album.year);
    m_out.text("thumb", imagePath(key, "thumb", album.updatedAt));
    m_out.text("art", imagePath(artistKey, "art", artist.updatedAt));
    m_out.text("parentThumb", imagePath(artistKey, "thumb", artist.updatedAt));
    m_out.textIfAny("originallyAvailableAt", album.date);
    const Range tracks = m_model.music.tracksOf(index);
    qint64 viewed = 0;
    for (quint32 i = 0; i < tracks.count; ++i) {
        viewed += m_model.state.mark(m_user, { Kind::Track, tracks.first + i }).viewCount > 0;
    }
    m_out.number("leafCount", tracks.count);
    m_out.number("viewedLeafCount", viewed);
    m_out.number("addedAt", album.addedAt);
    m_out.number("updatedAt", std::max(album.updatedAt, m_model.state.editedAt(item)));
    m_out.text("loudnessAnalysisVersion", "2");
    m_out.text("musicAnalysisVersion", "1");
    if (full) {
        writeBlur(key);
    }
    writeTags("Genre", TagKind::Genre, album.genres, options.detail);
    if (full) {
        writeTags("Style", TagKind::Style, album.styles, options.detail);
        writeTags("Mood", TagKind::Mood, album.moods, options.detail);
        writeTags("Format", TagKind::Format, { album.format }, options.detail);
        writeTags("Subformat", TagKind::Subformat, { album.subformat }, options.detail);
        writeTags("Label", TagKind::Label, { album.label }, options.detail);
        writeDirectors(album.directors);
    }
    if (full || options.guids) {
        writeGuids(album.mbid);
    }
}

void ItemWriter::writeDirectors(const QList<QByteArray>& names)
{
    if (names.isEmpty()) {
        return; // as with all lists: absent, not empty
    }
    m_out.beginList("Director");
    for (const QByteArray& name : names) {
        m_out.beginItem("Director");
        m_out.text("tag", name);
        m_out.endItem();
    }
    m_out.endList();
}

void ItemWriter::writeTrackParents(quint32 albumIndex, const Album& album, const Artist& artist)
{
    if (m_parentsAlbum != albumIndex) {
        Writer out(m_out.format(), 1024);
        writeParentAttributes(out, albumIndex, album, artist);
        m_parents = out.takeAttributes();
        m_parentsAlbum = albumIndex;
    }
    m_out.rawAttributes(m_parents);
}

void ItemWriter::writeParentAttributes(
    Writer& out, quint32 albumIndex, const Album& album, const Artist& artist) const
{
    const Item albumItem { Kind::Album, albumIndex };
    const Item artistItem { Kind::Artist, album.artist };
    const quint64 albumKey = m_model.state.key(albumItem);
    const quint64 artistKey = m_model.state.key(artistItem);
    out.text("parentRatingKey", QByteArray::number(albumKey));
    out.text("grandparentRatingKey", QByteArray::number(artistKey));
    out.text("parentGuid", album.guid);
    out.text("grandparentGuid", artist.guid);
    out.textIfAny("parentStudio", album.studio);
    out.text("grandparentKey", metadataPath(artistKey));
    out.text("parentKey", metadataPath(albumKey));
    out.text("grandparentTitle", m_model.title(artistItem, artist.title));
    out.text("parentTitle", m_model.title(albumItem, album.title));
    out.numberIfAny("parentYear", album.year);
    const QByteArray thumb = imagePath(albumKey, "thumb", album.updatedAt);
    out.text("thumb", thumb);
    out.text("parentThumb", thumb);
    out.text("grandparentThumb", imagePath(artistKey, "thumb", artist.updatedAt));
    out.text("grandparentArt", imagePath(artistKey, "art", artist.updatedAt));
}

void ItemWriter::writeTrack(quint32 index, const WriteOptions& options)
{
    const Item item { Kind::Track, index };
    const Track& track = m_reader.track(index);
    const Album& album = m_reader.album(track.album);
    const Artist& artist = m_reader.artist(album.artist);
    const quint64 key = m_model.state.key(item);
    const bool full = options.detail == Detail::Full;
    m_out.text("ratingKey", QByteArray::number(key));
    m_out.text("key", metadataPath(key));
    m_out.text("type", "track");
    m_out.text("guid", track.guid);
    writeTrackParents(track.album, album, artist);
    m_out.text("title", m_model.title(item, track.title));
    m_out.textIfAny("originalTitle", track.originalTitle);
    m_out.text("summary", {});
    m_out.numberIfAny("index", track.index);
    m_out.number("parentIndex", track.disc);
    m_out.numberIfAny("ratingCount", track.ratingCount);
    m_out.number("duration", track.duration);
    m_out.number("addedAt", track.addedAt);
    m_out.number("updatedAt", std::max(track.updatedAt, m_model.state.editedAt(item)));
    if (track.isAnalysed) {
        m_out.text("musicAnalysisVersion", "1");
    }
    writeMark(m_model.state.mark(m_user, item));
    writeDistance(options);
    if (full) {
        writeSection(sections::kMusic);
    }
    m_out.numberIfAny("playlistItemID", static_cast<qint64>(options.playlistItem));
    m_out.numberIfAny("playQueueItemID", static_cast<qint64>(options.queueItem));
    writeMedia(index, track, options.detail);
    writeTags("Mood", TagKind::Mood, track.moods, options.detail);
    writeTags("Genre", TagKind::Genre, track.genres, options.detail);
    if (full || options.guids) {
        writeGuids(track.mbid);
    }
}

void ItemWriter::writeMedia(quint32 index, const Track& track, Detail detail)
{
    const AudioFile& file = track.file;
    const qint64 part = qint64 { 20'000'001 } + index;
    m_out.beginList("Media");
    m_out.beginItem("Media");
    m_out.number("id", qint64 { 10'000'001 } + index);
    m_out.number("duration", track.duration);
    m_out.number("bitrate", file.bitrate);
    m_out.number("audioChannels", file.channels);
    m_out.text("audioCodec", file.codec);
    m_out.text("container", file.container);
    m_out.flag("hasVoiceActivity", false);
    m_out.beginList("Part");
    m_out.beginItem("Part");
    m_out.number("id", part);
    m_out.text("key",
        "/library/parts/" + QByteArray::number(part) + '/' + QByteArray::number(file.changed)
            + "/file." + suffixOf(file.path));
    m_out.number("duration", track.duration);
    m_out.text("file", file.path);
    m_out.number("size", file.size);
    m_out.text("container", file.container);
    if (file.hasCover) {
        m_out.text("hasThumbnail", "1");
    }
    if (detail == Detail::Full) {
        writeStream(index, track);
    }
    m_out.endItem();
    m_out.endList();
    m_out.endItem();
    m_out.endList();
}

void ItemWriter::writeStream(quint32 index, const Track& track)
{
    const AudioFile& file = track.file;
    const QByteArray title = file.codec.toUpper() + (file.channels == 1 ? " (Mono)" : " (Stereo)");
    m_out.beginList("Stream");
    m_out.beginItem("Stream");
    m_out.number("id", qint64 { 30'000'001 } + index);
    m_out.number("streamType", 2);
    m_out.flag("selected", true);
    m_out.text("codec", file.codec);
    m_out.number("index", 0);
    m_out.number("channels", file.channels);
    m_out.number("bitrate", file.bitrate);
    if (track.loudness) {
        m_out.text("albumGain", figure(track.loudness->albumGain));
        m_out.text("albumPeak", QByteArray::number(track.loudness->albumPeak, 'f', 6));
        m_out.text("albumRange", QByteArray::number(track.loudness->range, 'f', 6));
    }
    m_out.text("audioChannelLayout", file.channels == 1 ? "mono" : "stereo");
    m_out.numberIfAny("bitDepth", file.bitDepth);
    if (track.loudness) {
        m_out.text("gain", figure(track.loudness->gain));
        m_out.text("loudness", figure(track.loudness->loudness));
        m_out.text("lra", figure(track.loudness->range));
        m_out.text("peak", QByteArray::number(track.loudness->peak, 'f', 6));
    }
    m_out.number("samplingRate", file.sampleRate);
    m_out.text("displayTitle", title);
    m_out.text("extendedDisplayTitle", title);
    m_out.endItem();
    lyrics::writeStream(m_out, index, track.lyrics);
    m_out.endList();
}

} // namespace demo
