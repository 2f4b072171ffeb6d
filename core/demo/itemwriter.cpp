// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/itemwriter.h"

#include "core/demo/names.h"

namespace demo {

namespace {

QByteArray imagePath(quint64 key, const char* what, qint64 stamp)
{
    return metadataPath(key) + '/' + what + '/' + QByteArray::number(stamp);
}

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

QByteArray metadataPath(quint64 key)
{
    return "/library/metadata/" + QByteArray::number(key);
}

const char* typeName(Kind kind)
{
    switch (kind) {
    case Kind::Movie:
        return "movie";
    case Kind::Show:
        return "show";
    case Kind::Season:
        return "season";
    case Kind::Episode:
        return "episode";
    case Kind::Artist:
        return "artist";
    case Kind::Album:
        return "album";
    case Kind::Track:
        break;
    }
    return "track";
}

ItemWriter::ItemWriter(const Model& model, UserId user, Writer& writer)
    : m_model(model)
    , m_user(user)
    , m_out(writer)
    , m_reader(model, user)
{
}

std::string_view ItemWriter::element(Kind kind)
{
    switch (kind) {
    case Kind::Track:
        return "Track";
    case Kind::Movie:
    case Kind::Episode:
        return "Video";
    default:
        return "Directory";
    }
}

void ItemWriter::write(Item item, const WriteOptions& options)
{
    m_out.beginItem(element(item.kind));
    if (options.session) {
        m_out.text("sessionKey", QByteArray::number(options.session->number));
    }
    switch (item.kind) {
    case Kind::Artist:
        writeArtist(item.index, options);
        break;
    case Kind::Album:
        writeAlbum(item.index, options);
        break;
    case Kind::Track:
        writeTrack(item.index, options);
        break;
    default:
        writeVideo(item, options);
    }
    if (options.session) {
        writePlayer(*options.session);
    }
    m_out.endItem();
}

void ItemWriter::writePlayer(const Session& session)
{
    m_out.beginObject("User");
    m_out.text("id", QByteArray::number(session.user));
    m_out.text("title", session.user == kOwner ? "demo" : "guest");
    m_out.endObject();
    m_out.beginObject("Player");
    m_out.text("machineIdentifier", session.client);
    m_out.text("product", session.product);
    m_out.text("title", session.device);
    m_out.text("address", "127.0.0.1");
    m_out.flag("local", true);
    m_out.text("state", session.state);
    m_out.number("viewOffset", session.time);
    m_out.endObject();
    m_out.beginObject("Session");
    m_out.text("id", session.id);
    m_out.number("bandwidth", 1411);
    m_out.text("location", "lan");
    m_out.endObject();
}

void ItemWriter::writeMark(const Mark& mark)
{
    if (mark.rating) {
        m_out.decimal("userRating", *mark.rating);
        m_out.numberIfAny("lastRatedAt", mark.ratedAt);
    }
    m_out.numberIfAny("viewOffset", mark.viewOffset);
    m_out.numberIfAny("viewCount", mark.viewCount);
    m_out.numberIfAny("skipCount", mark.skipCount);
    m_out.numberIfAny("lastViewedAt", mark.viewedAt);
}

void ItemWriter::writeTags(
    std::string_view list, TagKind kind, const QList<int>& ids, Detail detail)
{
    static constexpr const char* filters[]
        = { "genre", "style", "mood", "country", "format", "subformat", "label", "similar" };
    const TagTable& table = m_model.music.tags(kind);
    m_out.beginList(list);
    int written = 0;
    for (const int id : ids) {
        if (id == 0 || (detail == Detail::Listing && written == 2)) {
            continue;
        }
        ++written;
        m_out.beginItem(list);
        if (detail == Detail::Full) {
            m_out.number("id", id);
            m_out.text("filter",
                QByteArray(filters[static_cast<int>(kind)]) + '=' + QByteArray::number(id));
        }
        m_out.text("tag", table.name(id));
        m_out.endItem();
    }
    m_out.endList();
}

void ItemWriter::writeGuids(const QByteArray& mbid)
{
    m_out.beginList("Guid");
    if (!mbid.isEmpty()) {
        m_out.beginItem("Guid");
        m_out.text("id", "mbid://" + mbid);
        m_out.endItem();
    }
    m_out.endList();
}

void ItemWriter::writeBlur(quint64 seed)
{
    m_out.beginObject("UltraBlurColors");
    quint64 value = mix(seed);
    for (const char* corner : { "topLeft", "topRight", "bottomRight", "bottomLeft" }) {
        m_out.text(corner, QByteArray::number(value & 0x7f7f7f, 16).rightJustified(6, '0'));
        value = mix(value);
    }
    m_out.endObject();
}

void ItemWriter::writeSection(int section)
{
    static constexpr const char* titles[] = { "", "Films", "Music", "Series" };
    m_out.text("librarySectionTitle", titles[section]);
    m_out.number("librarySectionID", section);
    m_out.text("librarySectionKey", "/library/sections/" + QByteArray::number(section));
}

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
    m_out.numberIfAny("year", album.year);
    m_out.text("thumb", imagePath(key, "thumb", album.updatedAt));
    m_out.text("art", imagePath(artistKey, "art", artist.updatedAt));
    m_out.text("parentThumb", imagePath(artistKey, "thumb", artist.updatedAt));
    m_out.textIfAny("originallyAvailableAt", album.date);
    m_out.number("leafCount", m_model.music.tracksOf(index).count);
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
    }
    if (full || options.guids) {
        writeGuids(album.mbid);
    }
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
    if (full) {
        writeSection(sections::kMusic);
    }
    m_out.numberIfAny("playlistItemID", static_cast<qint64>(options.playlistItem));
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
    m_out.endList();
}

void ItemWriter::writeVideoParents(Item item, const Video& video)
{
    const auto parent = [this](Item of, std::string_view keyName, std::string_view pathName,
                            std::string_view titleName, std::string_view thumbName) {
        const Video& above = m_model.video.all(of.kind)[of.index];
        const quint64 key = m_model.state.key(of);
        m_out.text(keyName, QByteArray::number(key));
        m_out.text(pathName, metadataPath(key));
        m_out.text(titleName, m_model.title(of, above.title));
        m_out.text(thumbName, imagePath(key, "thumb", above.updatedAt));
        return &above;
    };
    if (item.kind == Kind::Season) {
        parent({ Kind::Show, video.parent }, "parentRatingKey", "parentKey", "parentTitle",
            "parentThumb");
    } else if (item.kind == Kind::Episode) {
        const Video* season = parent({ Kind::Season, video.parent }, "parentRatingKey", "parentKey",
            "parentTitle", "parentThumb");
        m_out.number("parentIndex", season->index);
        parent({ Kind::Show, season->parent }, "grandparentRatingKey", "grandparentKey",
            "grandparentTitle", "grandparentThumb");
    }
}

void ItemWriter::writeVideo(Item item, const WriteOptions& options)
{
    const Video& video = m_model.video.all(item.kind)[item.index];
    const quint64 key = m_model.state.key(item);
    const bool isLeaf = item.kind == Kind::Movie || item.kind == Kind::Episode;
    const bool full = options.detail == Detail::Full;
    m_out.text("ratingKey", QByteArray::number(key));
    m_out.text("key", isLeaf ? metadataPath(key) : metadataPath(key) + "/children");
    writeVideoParents(item, video);
    m_out.text("guid", video.guid);
    m_out.textIfAny("studio", video.studio);
    m_out.text("type", typeName(item.kind));
    m_out.text("title", m_model.title(item, video.title));
    m_out.textIfAny("titleSort", video.titleSort);
    if (full) {
        writeSection(item.kind == Kind::Movie ? sections::kMovies : sections::kShows);
    }
    m_out.textIfAny("contentRating", video.contentRating);
    m_out.text("summary", video.summary);
    m_out.numberIfAny("index", video.index);
    if (video.rating > 0) {
        m_out.decimal("rating", video.rating);
        m_out.text("ratingImage",
            video.rating < 6 ? "rottentomatoes://image.rating.rotten"
                             : "rottentomatoes://image.rating.ripe");
    }
    if (video.audienceRating > 0) {
        m_out.decimal("audienceRating", video.audienceRating);
        m_out.text("audienceRatingImage", "themoviedb://image.rating");
    }
    writeMark(m_model.state.mark(m_user, item));
    m_out.numberIfAny("year", video.year);
    m_out.textIfAny("tagline", video.tagline);
    m_out.text("thumb", imagePath(key, "thumb", video.updatedAt));
    m_out.text("art", imagePath(key, "art", video.updatedAt));
    m_out.numberIfAny("duration", video.duration);
    m_out.textIfAny("originallyAvailableAt", video.date);
    if (!isLeaf) {
        const auto children = m_model.video.childrenOf(item);
        m_out.number(item.kind == Kind::Show ? "childCount" : "leafCount",
            static_cast<qint64>(children.size()));
    }
    m_out.number("addedAt", video.addedAt);
    m_out.number("updatedAt", std::max(video.updatedAt, m_model.state.editedAt(item)));
    if (isLeaf) {
        writeVideoMedia(key, video, options.detail);
    }
    if (full) {
        writeBlur(key);
    }
    const auto list = [this](std::string_view name, const QList<QByteArray>& tags, qsizetype most) {
        m_out.beginList(name);
        for (const QByteArray& tag : tags.first(std::min(most, tags.size()))) {
            m_out.beginItem(name);
            const QList<QByteArray> words = tag.split('|');
            m_out.text("tag", words.first());
            if (words.size() > 1) {
                m_out.text("role", words.at(1));
            }
            m_out.endItem();
        }
        m_out.endList();
    };
    list("Genre", video.genres, full ? 10 : 2);
    list("Director",
        video.director.isEmpty() ? QList<QByteArray>() : QList<QByteArray> { video.director }, 1);
    list("Role", video.roles, full ? 10 : 3);
}

void ItemWriter::writeVideoMedia(quint64 key, const Video& video, Detail detail)
{
    const auto id = static_cast<qint64>(key);
    m_out.beginList("Media");
    m_out.beginItem("Media");
    m_out.number("id", 40'000 + id);
    m_out.number("duration", video.duration);
    m_out.number("bitrate", 4000 + id % 5000);
    m_out.number("width", 1920);
    m_out.number("height", 1080);
    m_out.number("audioChannels", 2);
    m_out.text("audioCodec", "aac");
    m_out.text("videoCodec", "h264");
    m_out.text("videoResolution", "1080");
    m_out.text("container", "mp4");
    m_out.text("videoFrameRate", "24p");
    m_out.beginList("Part");
    m_out.beginItem("Part");
    m_out.number("id", 50'000 + id);
    m_out.text("key",
        "/library/parts/" + QByteArray::number(50'000 + id) + '/'
            + QByteArray::number(video.addedAt) + "/file.mp4");
    m_out.number("duration", video.duration);
    m_out.text("file", "/srv/media/video/" + QByteArray::number(id) + ".mp4");
    m_out.number("size", video.duration * 500);
    m_out.text("container", "mp4");
    if (detail == Detail::Full) {
        m_out.beginList("Stream");
        for (const bool isPicture : { true, false }) {
            m_out.beginItem("Stream");
            m_out.number("id", 60'000 + id * 2 + (isPicture ? 0 : 1));
            m_out.number("streamType", isPicture ? 1 : 2);
            m_out.text("codec", isPicture ? "h264" : "aac");
            m_out.number("index", isPicture ? 0 : 1);
            m_out.text("displayTitle", isPicture ? "1080p (H.264)" : "English (AAC Stereo)");
            m_out.endItem();
        }
        m_out.endList();
    }
    m_out.endItem();
    m_out.endList();
    m_out.endItem();
    m_out.endList();
}

void ItemWriter::writePlaylist(
    const Playlist& playlist, int leafCount, qint64 duration, bool withContent)
{
    const QByteArray key = QByteArray::number(playlist.key);
    m_out.beginItem("Playlist");
    m_out.text("ratingKey", key);
    m_out.text("key", "/playlists/" + key + "/items");
    m_out.text("guid", playlist.guid);
    m_out.text("type", "playlist");
    m_out.text("title", playlist.title);
    m_out.text("summary", playlist.summary);
    m_out.flag("smart", playlist.isSmart);
    m_out.text("playlistType", playlist.type);
    if (playlist.isSmart) {
        m_out.text("icon", "playlist://image.smart");
    }
    if (leafCount > 0) {
        m_out.text("composite",
            "/playlists/" + key + "/composite/" + QByteArray::number(playlist.updatedAt));
    }
    m_out.numberIfAny("viewCount", playlist.viewCount);
    m_out.numberIfAny("lastViewedAt", playlist.viewedAt);
    m_out.numberIfAny("duration", duration);
    m_out.number("leafCount", leafCount);
    m_out.number("addedAt", playlist.addedAt);
    m_out.number("updatedAt", playlist.updatedAt);
    if (withContent && playlist.isSmart) {
        const QByteArray path = "/library/sections/2/all?" + playlist.query;
        m_out.text("content",
            playlist.hasLegacyContent
                ? "library://b7a1c0de-1111-4222-8333-94a5b6c7d8e9/directory/"
                    + path.toPercentEncoding("!.")
                : "server://" + m_model.machineIdentifier + "/com.plexapp.plugins.library" + path);
    }
    m_out.endItem();
}

} // namespace demo
