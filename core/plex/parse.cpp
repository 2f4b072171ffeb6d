// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plex/parse.h"

#include "core/plex/jsonvalue.h"

#include <QCoreApplication>
#include <QJsonDocument>

using namespace Qt::StringLiterals;
using types::ItemType;

namespace plex {

namespace {

util::Error broken(const QString& endpoint, const QString& what)
{
    return { util::Error::Code::Protocol,
        QCoreApplication::translate("plex", "The server's answer could not be understood."),
        endpoint + u": "_s + what, 0, {} };
}

util::Result<QJsonObject> container(const QByteArray& body, const QString& endpoint)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(body, &error);
    if (error.error != QJsonParseError::NoError) {
        return broken(endpoint, u"no JSON: "_s + error.errorString());
    }
    const QJsonValue found = document.object().value("MediaContainer"_L1);
    if (!found.isObject()) {
        return broken(endpoint, u"no MediaContainer"_s);
    }
    return found.toObject();
}

template <class T>
Page<T> pageOf(const QJsonObject& object, qint64 received)
{
    Page<T> page;
    page.offset = json::integer(object.value("offset"_L1)).value_or(0);
    page.total = json::integer(object.value("totalSize"_L1));
    page.received = received;
    page.items.reserve(received);
    return page;
}

ItemType typeFrom(const QString& name)
{
    static const QHash<QString, ItemType> names {
        { u"movie"_s, ItemType::Movie },
        { u"show"_s, ItemType::Show },
        { u"season"_s, ItemType::Season },
        { u"episode"_s, ItemType::Episode },
        { u"artist"_s, ItemType::Artist },
        { u"album"_s, ItemType::Album },
        { u"track"_s, ItemType::Track },
        { u"photo"_s, ItemType::Photo },
        { u"playlist"_s, ItemType::Playlist },
        { u"collection"_s, ItemType::Collection },
    };
    return names.value(name, ItemType::Unknown);
}

std::chrono::milliseconds millis(const QJsonValue& value)
{
    return std::chrono::milliseconds(qMax(qint64(0), json::integer(value).value_or(0)));
}

/// Times may be negative or absurd; those are as good as absent.
qint64 epoch(const QJsonValue& value)
{
    constexpr qint64 kYear9999 = 253'402'300'799;
    const qint64 seconds = json::integer(value).value_or(0);
    return seconds > 0 && seconds <= kYear9999 ? seconds : 0;
}

int count(const QJsonValue& value)
{
    return qMax(0, json::smallInteger(value).value_or(0));
}

void readTags(const QJsonObject& object, QList<types::Tag>& tags)
{
    using types::TagKind;
    static const std::pair<QLatin1StringView, TagKind> kinds[] = {
        { "Genre"_L1, TagKind::Genre },
        { "Style"_L1, TagKind::Style },
        { "Mood"_L1, TagKind::Mood },
        { "Country"_L1, TagKind::Country },
        { "Label"_L1, TagKind::Label },
        { "Collection"_L1, TagKind::Collection },
        { "Similar"_L1, TagKind::Similar },
        { "Format"_L1, TagKind::Format },
        { "Subformat"_L1, TagKind::Subformat },
    };
    for (const auto& [key, kind] : kinds) {
        const auto found = object.constFind(key);
        if (found == object.constEnd()) {
            continue;
        }
        for (const QJsonValue& tag : json::list(*found)) {
            const QString name = json::text(tag.toObject().value("tag"_L1));
            if (!name.isEmpty()) {
                tags.append({ kind, name });
            }
        }
    }
}

types::Loudness loudnessFrom(const QJsonObject& part)
{
    types::Loudness loudness;
    constexpr int kAudio = 2;
    for (const QJsonValue& value : json::list(part.value("Stream"_L1))) {
        const QJsonObject stream = value.toObject();
        if (json::smallInteger(stream.value("streamType"_L1)) != kAudio) {
            continue;
        }
        loudness.gainDb = json::number(stream.value("gain"_L1));
        loudness.albumGainDb = json::number(stream.value("albumGain"_L1));
        loudness.peak = json::number(stream.value("peak"_L1));
        loudness.albumPeak = json::number(stream.value("albumPeak"_L1));
        loudness.lufs = json::number(stream.value("loudness"_L1));
        break;
    }
    return loudness;
}

void readMedia(const QJsonObject& object, types::Item& item)
{
    const QJsonArray versions = json::list(object.value("Media"_L1));
    if (versions.isEmpty()) {
        return;
    }
    const QJsonObject media = versions.first().toObject();
    item.media.container = json::text(media.value("container"_L1));
    item.media.codec = json::text(media.value("audioCodec"_L1));
    item.media.bitrateKbps = count(media.value("bitrate"_L1));
    item.media.channels = count(media.value("audioChannels"_L1));
    const QJsonArray parts = json::list(media.value("Part"_L1));
    if (parts.isEmpty()) {
        return;
    }
    const QJsonObject part = parts.first().toObject();
    item.media.partKey = json::text(part.value("key"_L1));
    item.media.file = json::text(part.value("file"_L1));
    item.media.sizeBytes = qMax(qint64(0), json::integer(part.value("size"_L1)).value_or(0));
    item.loudness = loudnessFrom(part);
}

/// One item; without a rating key it cannot be named and is left out.
std::optional<types::Item> itemFrom(const QJsonObject& o, const QString& section)
{
    types::Item item;
    item.ratingKey = { json::text(o.value("ratingKey"_L1)) };
    item.type = typeFrom(json::text(o.value("type"_L1)));
    if (!item.ratingKey.isValid() || item.type == ItemType::Unknown) {
        return std::nullopt;
    }
    item.parentKey = { json::text(o.value("parentRatingKey"_L1)) };
    item.grandparentKey = { json::text(o.value("grandparentRatingKey"_L1)) };
    const QString ownSection = json::text(o.value("librarySectionID"_L1));
    item.section = { ownSection.isEmpty() ? section : ownSection };
    item.guid = json::text(o.value("guid"_L1));
    item.title = json::text(o.value("title"_L1));
    item.titleSort = json::text(o.value("titleSort"_L1));
    item.originalTitle = json::text(o.value("originalTitle"_L1));
    item.parentTitle = json::text(o.value("parentTitle"_L1));
    item.grandparentTitle = json::text(o.value("grandparentTitle"_L1));
    item.studio = json::text(o.value("studio"_L1));
    item.summary = json::text(o.value("summary"_L1));
    item.thumb = json::text(o.value("thumb"_L1));
    item.parentThumb = json::text(o.value("parentThumb"_L1));
    item.grandparentThumb = json::text(o.value("grandparentThumb"_L1));
    item.index = json::smallInteger(o.value("index"_L1));
    item.parentIndex = json::smallInteger(o.value("parentIndex"_L1));
    item.year = json::smallInteger(o.value("year"_L1));
    item.originallyAvailable = json::text(o.value("originallyAvailableAt"_L1)).left(10);
    item.duration = millis(o.value("duration"_L1));
    if (const auto rating = json::number(o.value("userRating"_L1)); rating && *rating >= 0) {
        item.userRating = types::Rating::fromPlex(*rating);
    }
    item.lastRatedAt = epoch(o.value("lastRatedAt"_L1));
    item.addedAt = epoch(o.value("addedAt"_L1));
    item.updatedAt = epoch(o.value("updatedAt"_L1));
    item.lastViewedAt = epoch(o.value("lastViewedAt"_L1));
    item.lastSkippedAt = epoch(o.value("lastSkippedAt"_L1));
    item.viewCount = count(o.value("viewCount"_L1));
    item.skipCount = count(o.value("skipCount"_L1));
    item.leafCount = count(o.value("leafCount"_L1));
    item.viewedLeafCount = count(o.value("viewedLeafCount"_L1));
    item.ratingCount = qMax(qint64(0), json::integer(o.value("ratingCount"_L1)).value_or(0));
    item.viewOffset = millis(o.value("viewOffset"_L1));
    readMedia(o, item);
    readTags(o, item.tags);
    for (const QJsonValue& guid : json::list(o.value("Guid"_L1))) {
        const QString uri = json::text(guid.toObject().value("id"_L1));
        if (!uri.isEmpty()) {
            item.externalIds.append(uri);
        }
    }
    return item;
}

types::Playlist::Kind kindFrom(const QString& name)
{
    return name == "video"_L1 ? types::Playlist::Kind::Video
        : name == "photo"_L1  ? types::Playlist::Kind::Photo
                              : types::Playlist::Kind::Audio;
}

std::optional<types::Playlist> playlistFrom(const QJsonObject& o)
{
    types::Playlist list;
    list.ratingKey = { json::text(o.value("ratingKey"_L1)) };
    // Radio stations and folders stand in some lists of playlists.
    const bool isPlaylist = json::text(o.value("type"_L1)) == "playlist"_L1;
    if (!list.ratingKey.isValid() || !isPlaylist || json::boolean(o.value("radio"_L1))) {
        return std::nullopt;
    }
    list.guid = json::text(o.value("guid"_L1));
    list.title = json::text(o.value("title"_L1));
    list.summary = json::text(o.value("summary"_L1));
    list.composite = json::text(o.value("composite"_L1));
    list.kind = kindFrom(json::text(o.value("playlistType"_L1)));
    list.smart = json::boolean(o.value("smart"_L1));
    list.readOnly = json::boolean(o.value("readOnly"_L1));
    list.leafCount = count(o.value("leafCount"_L1));
    list.duration = millis(o.value("duration"_L1));
    list.addedAt = epoch(o.value("addedAt"_L1));
    list.updatedAt = epoch(o.value("updatedAt"_L1));
    list.lastViewedAt = epoch(o.value("lastViewedAt"_L1));
    return list;
}

} // namespace

util::Result<types::ServerInfo> parseServerInfo(const QByteArray& body, const QString& endpoint)
{
    const auto found = container(body, endpoint);
    if (!found) {
        return found.error();
    }
    types::ServerInfo info;
    info.id = { json::text(found->value("machineIdentifier"_L1)) };
    if (!info.id.isValid()) {
        return broken(endpoint, u"machineIdentifier is missing"_s);
    }
    info.name = json::text(found->value("friendlyName"_L1));
    info.version = json::text(found->value("version"_L1));
    info.platform = json::text(found->value("platform"_L1));
    info.allowsMediaDeletion = json::boolean(found->value("allowMediaDeletion"_L1));
    info.hasPlexPass = json::boolean(found->value("myPlexSubscription"_L1));
    return info;
}

util::Result<QList<types::Section>> parseSections(const QByteArray& body, const QString& endpoint)
{
    const auto found = container(body, endpoint);
    if (!found) {
        return found.error();
    }
    QList<types::Section> sections;
    for (const QJsonValue& value : json::list(found->value("Directory"_L1))) {
        const QJsonObject o = value.toObject();
        types::Section section;
        section.key = { json::text(o.value("key"_L1)) };
        section.title = json::text(o.value("title"_L1));
        section.type = typeFrom(json::text(o.value("type"_L1)));
        section.uuid = json::text(o.value("uuid"_L1));
        section.agent = json::text(o.value("agent"_L1));
        section.updatedAt = epoch(o.value("updatedAt"_L1));
        if (section.key.isValid()) {
            sections.append(section);
        }
    }
    return sections;
}

util::Result<Page<types::Item>> parseItems(const QByteArray& body, const QString& endpoint)
{
    const auto found = container(body, endpoint);
    if (!found) {
        return found.error();
    }
    const QString section = json::text(found->value("librarySectionID"_L1));
    const QJsonArray rows = json::list(found->value("Metadata"_L1));
    auto page = pageOf<types::Item>(*found, rows.size());
    for (const QJsonValue& row : rows) {
        if (auto item = itemFrom(row.toObject(), section)) {
            page.items.append(*std::move(item));
        }
    }
    return page;
}

util::Result<Page<types::Playlist>> parsePlaylists(const QByteArray& body, const QString& endpoint)
{
    const auto found = container(body, endpoint);
    if (!found) {
        return found.error();
    }
    const QJsonArray rows = json::list(found->value("Metadata"_L1));
    auto page = pageOf<types::Playlist>(*found, rows.size());
    for (const QJsonValue& row : rows) {
        if (auto list = playlistFrom(row.toObject())) {
            page.items.append(*std::move(list));
        }
    }
    return page;
}

util::Result<Page<types::PlaylistItem>> parsePlaylistItems(
    const QByteArray& body, const QString& endpoint)
{
    const auto found = container(body, endpoint);
    if (!found) {
        return found.error();
    }
    const QJsonArray rows = json::list(found->value("Metadata"_L1));
    auto page = pageOf<types::PlaylistItem>(*found, rows.size());
    for (const QJsonValue& row : rows) {
        const QJsonObject o = row.toObject();
        if (auto item = itemFrom(o, {})) {
            page.items.append({ json::integer(o.value("playlistItemID"_L1)), *std::move(item) });
        }
    }
    return page;
}

TimelineAnswer parseTimelineAnswer(const QByteArray& body)
{
    const QJsonObject object
        = QJsonDocument::fromJson(body).object().value("MediaContainer"_L1).toObject();
    return { json::smallInteger(object.value("terminationCode"_L1)),
        json::text(object.value("terminationText"_L1)) };
}

} // namespace plex
