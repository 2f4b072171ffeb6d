// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/itemwriter.h"

namespace demo {

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
    m_out.textIfAny("originalTitle", video.originalTitle);
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
        writeLeafCounts(item);
    }
    m_out.number("addedAt", video.addedAt);
    m_out.number("updatedAt", std::max(video.updatedAt, m_model.state.editedAt(item)));
    m_out.numberIfAny("playlistItemID", static_cast<qint64>(options.playlistItem));
    m_out.numberIfAny("playQueueItemID", static_cast<qint64>(options.queueItem));
    if (isLeaf) {
        writeVideoMedia(key, video, options.detail);
    }
    if (full) {
        writeBlur(key);
    }
    writeVideoTags(video, options.detail);
    writeVideoDetails(video, options);
    if (full && options.markers) {
        writeMarkers(video, key);
    }
    if (full && options.chapters && isLeaf) {
        writeChapters(video, key);
    }
}

void ItemWriter::writeLeafCounts(Item item)
{
    const std::vector<quint32> children = m_model.video.childrenOf(item);
    qint64 leaves = 0;
    qint64 viewed = 0;
    const auto countEpisodes = [this, &leaves, &viewed](quint32 season) {
        for (const quint32 episode : m_model.video.childrenOf({ Kind::Season, season })) {
            ++leaves;
            viewed += m_model.state.mark(m_user, { Kind::Episode, episode }).viewCount > 0 ? 1 : 0;
        }
    };
    if (item.kind == Kind::Season) {
        countEpisodes(item.index);
    } else {
        m_out.number("childCount", static_cast<qint64>(children.size()));
        std::ranges::for_each(children, countEpisodes);
    }
    m_out.number("leafCount", leaves);
    m_out.number("viewedLeafCount", viewed);
}

/// What only the answer for one item has: all ratings, what is known elsewhere, who wrote it.
void ItemWriter::writeVideoDetails(const Video& video, const WriteOptions& options)
{
    const bool full = options.detail == Detail::Full;
    if (full || options.guids) {
        writeVideoGuids(video);
    }
    if (!full) {
        return;
    }
    const auto tag = [this](std::string_view name, const QByteArray& text) {
        m_out.beginItem(name);
        m_out.text("tag", text);
        m_out.endItem();
    };
    m_out.beginList("Writer");
    for (const QByteArray& writer : video.writers) {
        tag("Writer", writer);
    }
    m_out.endList();
    m_out.beginList("Country");
    if (!video.country.isEmpty()) {
        tag("Country", video.country);
    }
    m_out.endList();
    const auto rating = [this](const char* image, const char* type, double value) {
        if (value > 0) {
            m_out.beginItem("Rating");
            m_out.text("image", image);
            m_out.text("type", type);
            m_out.decimal("value", value);
            m_out.endItem();
        }
    };
    m_out.beginList("Rating");
    rating(video.rating < 6 ? "rottentomatoes://image.rating.rotten"
                            : "rottentomatoes://image.rating.ripe",
        "critic", video.rating);
    rating("themoviedb://image.rating", "audience", video.audienceRating);
    rating("imdb://image.rating", "audience", video.imdb.isEmpty() ? 0 : video.audienceRating);
    m_out.endList();
}

void ItemWriter::writeVideoGuids(const Video& video)
{
    m_out.beginList("Guid");
    if (!video.imdb.isEmpty()) {
        m_out.beginItem("Guid");
        m_out.text("id", "imdb://" + video.imdb);
        m_out.endItem();
        m_out.beginItem("Guid");
        m_out.text("id", "tmdb://" + QByteArray::number(video.tmdb));
        m_out.endItem();
    }
    m_out.endList();
}

void ItemWriter::writeMarkers(const Video& video, quint64 key)
{
    constexpr qint64 intro = 20'000; // ms
    const auto marker = [this](qint64 id, const char* type, qint64 from, qint64 to, bool final) {
        m_out.beginItem("Marker");
        m_out.number("id", id);
        m_out.text("type", type);
        m_out.number("startTimeOffset", from);
        m_out.number("endTimeOffset", to);
        if (final) {
            m_out.flag("final", true);
        }
        m_out.endItem();
    };
    const auto id = static_cast<qint64>(key) * 10;
    m_out.beginList("Marker");
    if (video.introEnd > 0) {
        marker(id + 1, "intro", video.introEnd - intro, video.introEnd, false);
    }
    if (video.creditsStart > 0) {
        marker(id + 2, "credits", video.creditsStart, video.duration, true);
    }
    m_out.endList();
}

void ItemWriter::writeChapters(const Video& video, quint64 key)
{
    constexpr int chapters = 8;
    m_out.beginList("Chapter");
    for (int i = 0; i < chapters; ++i) {
        m_out.beginItem("Chapter");
        m_out.number("id", static_cast<qint64>(key) * 100 + i);
        m_out.number("index", i + 1);
        m_out.text("tag", "Chapter " + QByteArray::number(i + 1));
        m_out.number("startTimeOffset", video.duration * i / chapters);
        m_out.number("endTimeOffset", video.duration * (i + 1) / chapters);
        m_out.endItem();
    }
    m_out.endList();
}

void ItemWriter::writeVideoTags(const Video& video, Detail detail)
{
    const bool full = detail == Detail::Full;
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

} // namespace demo
