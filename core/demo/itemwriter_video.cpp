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
    m_out.numberIfAny("playlistItemID", static_cast<qint64>(options.playlistItem));
    m_out.numberIfAny("playQueueItemID", static_cast<qint64>(options.queueItem));
    if (isLeaf) {
        writeVideoMedia(key, video, options.detail);
    }
    if (full) {
        writeBlur(key);
    }
    writeVideoTags(video, options.detail);
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
