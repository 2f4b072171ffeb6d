// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plex/parse.h"

#include "core/plex/jsondocument.h"

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;
using types::ItemType;

namespace plex {

namespace {

using json::broken;

constexpr qint64 kUsualRows = 1001; ///< of a page, with the one that overlaps

/// A body and the MediaContainer in it. What is read of it lives no longer than it does.
class Container
{
public:
    Container(std::unique_ptr<json::Document> document, const json::Object& object)
        : m_document(std::move(document))
        , m_object(object)
    {
    }

    static util::Result<std::unique_ptr<Container>> read(
        const QByteArray& body, const QString& endpoint)
    {
        auto document = json::Document::read(body, endpoint);
        if (!document) {
            return std::move(document).error();
        }
        const auto outer = json::object((*document)->root());
        const auto found = outer ? json::object(json::at(*outer, "MediaContainer")) : std::nullopt;
        if (!found) {
            return broken(endpoint, u"no MediaContainer"_s);
        }
        return std::make_unique<Container>(*std::move(document), *found);
    }

    [[nodiscard]] json::Maybe at(std::string_view key) const { return json::at(m_object, key); }

    /// The page of the rows at "Metadata"; @p rowFrom makes an optional row of each.
    template <class T, class RowFrom>
    [[nodiscard]] Page<T> page(RowFrom&& rowFrom) const
    {
        Page<T> page;
        page.offset = json::integer(at("offset")).value_or(0);
        page.total = json::integer(at("totalSize"));
        const auto rows = at("Metadata");
        // No more than somebody asks for: rows take more room than the two bytes of an empty one.
        page.items.reserve(std::min(json::sizeOf(rows), kUsualRows));
        page.received = json::each(rows, [&](const json::Object& object) {
            if (auto row = rowFrom(object)) {
                page.items.append(*std::move(row));
            }
        });
        return page;
    }

private:
    std::unique_ptr<json::Document> m_document;
    json::Object m_object;
};

ItemType typeFrom(const QString& name)
{
    static constexpr std::pair<QLatin1StringView, ItemType> names[] = {
        { "track"_L1, ItemType::Track },
        { "album"_L1, ItemType::Album },
        { "artist"_L1, ItemType::Artist },
        { "movie"_L1, ItemType::Movie },
        { "show"_L1, ItemType::Show },
        { "season"_L1, ItemType::Season },
        { "episode"_L1, ItemType::Episode },
        { "photo"_L1, ItemType::Photo },
        { "playlist"_L1, ItemType::Playlist },
        { "collection"_L1, ItemType::Collection },
    };
    const auto found
        = std::ranges::find(names, name, &std::pair<QLatin1StringView, ItemType>::first);
    return found != std::end(names) ? found->second : ItemType::Unknown;
}

std::chrono::milliseconds millis(const json::Maybe& value)
{
    return std::chrono::milliseconds(qMax(qint64(0), json::integer(value).value_or(0)));
}

/// Times may be negative or absurd; those are as good as absent.
qint64 epoch(const json::Maybe& value)
{
    constexpr qint64 kYear9999 = 253'402'300'799;
    const qint64 seconds = json::integer(value).value_or(0);
    return seconds > 0 && seconds <= kYear9999 ? seconds : 0;
}

int count(const json::Maybe& value)
{
    return qMax(0, json::smallInteger(value).value_or(0));
}

template <types::TagKind kind>
void readTags(types::Item& item, const json::Value& list)
{
    json::each(list, [&item](const json::Object& tag) {
        const QString name = json::text(json::at(tag, "tag"));
        if (!name.isEmpty()) {
            item.tags.append({ kind, name });
        }
    });
}

types::Loudness loudnessFrom(const json::Object& part)
{
    types::Loudness loudness;
    constexpr int kAudio = 2;
    bool isFound = false;
    json::each(json::at(part, "Stream"), [&](const json::Object& stream) {
        if (isFound || json::smallInteger(json::at(stream, "streamType")) != kAudio) {
            return;
        }
        isFound = true;
        loudness.gainDb = json::number(json::at(stream, "gain"));
        loudness.albumGainDb = json::number(json::at(stream, "albumGain"));
        loudness.peak = json::number(json::at(stream, "peak"));
        loudness.albumPeak = json::number(json::at(stream, "albumPeak"));
        loudness.lufs = json::number(json::at(stream, "loudness"));
    });
    return loudness;
}

void readMedia(types::Item& item, const json::Value& versions)
{
    const auto media = json::first(versions);
    if (!media) {
        return;
    }
    item.media.container = json::text(json::at(*media, "container"));
    item.media.codec = json::text(json::at(*media, "audioCodec"));
    item.media.bitrateKbps = count(json::at(*media, "bitrate"));
    item.media.channels = count(json::at(*media, "audioChannels"));
    const auto part = json::first(json::at(*media, "Part"));
    if (!part) {
        return;
    }
    item.media.partKey = json::text(json::at(*part, "key"));
    item.media.file = json::text(json::at(*part, "file"));
    item.media.sizeBytes = qMax(qint64(0), json::integer(json::at(*part, "size")).value_or(0));
    item.loudness = loudnessFrom(*part);
}

void readExternalIds(types::Item& item, const json::Value& list)
{
    json::each(list, [&item](const json::Object& guid) {
        const QString uri = json::text(json::at(guid, "id"));
        if (!uri.isEmpty()) {
            item.externalIds.append(uri);
        }
    });
}

types::OptionalRating ratingFrom(const json::Maybe& value)
{
    const auto rating = json::number(value);
    return rating && *rating >= 0 ? types::Rating::fromPlex(*rating) : types::OptionalRating();
}

constexpr auto kItemFields = json::fields(std::array<json::Field<types::Item>, 44> { {
    { "ratingKey",
        [](types::Item& i, const json::Value& v) { i.ratingKey.value = json::text(v); } },
    { "parentRatingKey",
        [](types::Item& i, const json::Value& v) { i.parentKey.value = json::text(v); } },
    { "grandparentRatingKey",
        [](types::Item& i, const json::Value& v) { i.grandparentKey.value = json::text(v); } },
    { "librarySectionID",
        [](types::Item& i, const json::Value& v) { i.section.value = json::text(v); } },
    { "guid", [](types::Item& i, const json::Value& v) { i.guid = json::text(v); } },
    { "title", [](types::Item& i, const json::Value& v) { i.title = json::text(v); } },
    { "titleSort", [](types::Item& i, const json::Value& v) { i.titleSort = json::text(v); } },
    { "originalTitle",
        [](types::Item& i, const json::Value& v) { i.originalTitle = json::text(v); } },
    { "parentTitle", [](types::Item& i, const json::Value& v) { i.parentTitle = json::text(v); } },
    { "grandparentTitle",
        [](types::Item& i, const json::Value& v) { i.grandparentTitle = json::text(v); } },
    { "studio", [](types::Item& i, const json::Value& v) { i.studio = json::text(v); } },
    { "summary", [](types::Item& i, const json::Value& v) { i.summary = json::text(v); } },
    { "thumb", [](types::Item& i, const json::Value& v) { i.thumb = json::text(v); } },
    { "parentThumb", [](types::Item& i, const json::Value& v) { i.parentThumb = json::text(v); } },
    { "grandparentThumb",
        [](types::Item& i, const json::Value& v) { i.grandparentThumb = json::text(v); } },
    { "type", [](types::Item& i, const json::Value& v) { i.type = typeFrom(json::text(v)); } },
    { "originallyAvailableAt",
        [](types::Item& i, const json::Value& v) {
            i.originallyAvailable = json::text(v).left(10);
        } },
    { "index", [](types::Item& i, const json::Value& v) { i.index = json::smallInteger(v); } },
    { "parentIndex",
        [](types::Item& i, const json::Value& v) { i.parentIndex = json::smallInteger(v); } },
    { "year", [](types::Item& i, const json::Value& v) { i.year = json::smallInteger(v); } },
    { "duration", [](types::Item& i, const json::Value& v) { i.duration = millis(v); } },
    { "viewOffset", [](types::Item& i, const json::Value& v) { i.viewOffset = millis(v); } },
    { "userRating", [](types::Item& i, const json::Value& v) { i.userRating = ratingFrom(v); } },
    { "lastRatedAt", [](types::Item& i, const json::Value& v) { i.lastRatedAt = epoch(v); } },
    { "addedAt", [](types::Item& i, const json::Value& v) { i.addedAt = epoch(v); } },
    { "updatedAt", [](types::Item& i, const json::Value& v) { i.updatedAt = epoch(v); } },
    { "lastViewedAt", [](types::Item& i, const json::Value& v) { i.lastViewedAt = epoch(v); } },
    { "lastSkippedAt", [](types::Item& i, const json::Value& v) { i.lastSkippedAt = epoch(v); } },
    { "viewCount", [](types::Item& i, const json::Value& v) { i.viewCount = count(v); } },
    { "skipCount", [](types::Item& i, const json::Value& v) { i.skipCount = count(v); } },
    { "leafCount", [](types::Item& i, const json::Value& v) { i.leafCount = count(v); } },
    { "viewedLeafCount",
        [](types::Item& i, const json::Value& v) { i.viewedLeafCount = count(v); } },
    { "ratingCount",
        [](types::Item& i, const json::Value& v) {
            i.ratingCount = qMax(qint64(0), json::integer(v).value_or(0));
        } },
    { "Media", readMedia },
    { "Guid", readExternalIds },
    { "Genre", readTags<types::TagKind::Genre> },
    { "Style", readTags<types::TagKind::Style> },
    { "Mood", readTags<types::TagKind::Mood> },
    { "Country", readTags<types::TagKind::Country> },
    { "Label", readTags<types::TagKind::Label> },
    { "Collection", readTags<types::TagKind::Collection> },
    { "Similar", readTags<types::TagKind::Similar> },
    { "Format", readTags<types::TagKind::Format> },
    { "Subformat", readTags<types::TagKind::Subformat> },
} });

/// One item; without a rating key it cannot be named and is left out.
std::optional<types::Item> itemFrom(const json::Object& object, const QString& section)
{
    types::Item item;
    json::readFields(object, kItemFields, item);
    if (!item.ratingKey.isValid() || item.type == ItemType::Unknown) {
        return std::nullopt;
    }
    if (!item.section.isValid()) {
        item.section = { section };
    }
    // Endpoints name the kinds in different orders; the same tags are to be the same item.
    std::ranges::stable_sort(item.tags, {}, &types::Tag::kind);
    return item;
}

/// Albums carry these rarely; what somebody played stands at the name.
QList<Credit> creditsFrom(const json::Object& object)
{
    QList<Credit> credits;
    for (const char* role : { "Director", "Producer", "Writer", "Role" }) {
        json::each(json::at(object, role), [&credits, role](const json::Object& tag) {
            const QString name = json::text(json::at(tag, "tag"));
            const QString played = json::text(json::at(tag, "role"));
            if (!name.isEmpty()) {
                credits.append({ played.isEmpty() ? QString::fromLatin1(role) : played, name });
            }
        });
    }
    return credits;
}

/// A folder is known by its key alone; what has a rating key is an item, or nothing we know.
std::optional<FolderEntry> folderEntryFrom(const json::Object& object, const QString& section)
{
    FolderEntry entry { json::text(json::at(object, "key")), json::text(json::at(object, "title")),
        itemFrom(object, section) };
    const bool isFolder = !json::at(object, "ratingKey") && !json::at(object, "type");
    return entry.key.isEmpty() || (!entry.item && !isFolder) ? std::nullopt : std::optional(entry);
}

types::Playlist::Kind kindFrom(const QString& name)
{
    return name == "video"_L1 ? types::Playlist::Kind::Video
        : name == "photo"_L1  ? types::Playlist::Kind::Photo
                              : types::Playlist::Kind::Audio;
}

std::optional<types::Playlist> playlistFrom(const json::Object& o)
{
    types::Playlist list;
    list.ratingKey = { json::text(json::at(o, "ratingKey")) };
    // Radio stations and folders stand in some lists of playlists.
    const bool isPlaylist = json::text(json::at(o, "type")) == "playlist"_L1;
    if (!list.ratingKey.isValid() || !isPlaylist || json::boolean(json::at(o, "radio"))) {
        return std::nullopt;
    }
    list.guid = json::text(json::at(o, "guid"));
    list.title = json::text(json::at(o, "title"));
    list.summary = json::text(json::at(o, "summary"));
    list.composite = json::text(json::at(o, "composite"));
    list.kind = kindFrom(json::text(json::at(o, "playlistType")));
    list.smart = json::boolean(json::at(o, "smart"));
    list.readOnly = json::boolean(json::at(o, "readOnly"));
    list.leafCount = count(json::at(o, "leafCount"));
    list.duration = millis(json::at(o, "duration"));
    list.addedAt = epoch(json::at(o, "addedAt"));
    list.updatedAt = epoch(json::at(o, "updatedAt"));
    list.lastViewedAt = epoch(json::at(o, "lastViewedAt"));
    return list;
}

} // namespace

util::Result<types::ServerInfo> parseServerInfo(const QByteArray& body, const QString& endpoint)
{
    const auto found = Container::read(body, endpoint);
    if (!found) {
        return found.error();
    }
    types::ServerInfo info;
    info.id = { json::text((*found)->at("machineIdentifier")) };
    if (!info.id.isValid()) {
        return broken(endpoint, u"machineIdentifier is missing"_s);
    }
    info.name = json::text((*found)->at("friendlyName"));
    info.version = json::text((*found)->at("version"));
    info.platform = json::text((*found)->at("platform"));
    info.allowsMediaDeletion = json::boolean((*found)->at("allowMediaDeletion"));
    const json::Maybe subscription = (*found)->at("myPlexSubscription");
    info.hasPlexPass = json::boolean(subscription);
    info.isOwner = subscription.has_value(); // others get an answer without it
    return info;
}

util::Result<QList<types::Section>> parseSections(const QByteArray& body, const QString& endpoint)
{
    const auto found = Container::read(body, endpoint);
    if (!found) {
        return found.error();
    }
    QList<types::Section> sections;
    json::each((*found)->at("Directory"), [&sections](const json::Object& o) {
        types::Section section;
        section.key = { json::text(json::at(o, "key")) };
        section.title = json::text(json::at(o, "title"));
        section.type = typeFrom(json::text(json::at(o, "type")));
        section.uuid = json::text(json::at(o, "uuid"));
        section.agent = json::text(json::at(o, "agent"));
        section.updatedAt = epoch(json::at(o, "updatedAt"));
        if (section.key.isValid()) {
            sections.append(section);
        }
    });
    return sections;
}

util::Result<Page<types::Item>> parseItems(const QByteArray& body, const QString& endpoint)
{
    const auto found = Container::read(body, endpoint);
    if (!found) {
        return found.error();
    }
    const QString section = json::text((*found)->at("librarySectionID"));
    return (*found)->page<types::Item>(
        [&section](const json::Object& row) { return itemFrom(row, section); });
}

util::Result<Page<ItemDetails>> parseDetails(const QByteArray& body, const QString& endpoint)
{
    const auto found = Container::read(body, endpoint);
    if (!found) {
        return found.error();
    }
    const QString section = json::text((*found)->at("librarySectionID"));
    return (*found)->page<ItemDetails>([&section](const json::Object& row) {
        auto item = itemFrom(row, section);
        return item ? std::optional(ItemDetails { *std::move(item), creditsFrom(row) })
                    : std::nullopt;
    });
}

util::Result<Page<FolderEntry>> parseFolder(const QByteArray& body, const QString& endpoint)
{
    const auto found = Container::read(body, endpoint);
    if (!found) {
        return found.error();
    }
    const QString section = json::text((*found)->at("librarySectionID"));
    const auto entryOf
        = [&section](const json::Object& row) { return folderEntryFrom(row, section); };
    auto page = (*found)->page<FolderEntry>(entryOf);
    // Some servers list the folders apart from what lies in this one.
    QList<FolderEntry> folders;
    page.received += json::each((*found)->at("Directory"), [&](const json::Object& row) {
        if (auto entry = entryOf(row)) {
            folders.append(*std::move(entry));
        }
    });
    page.items = folders + page.items;
    return page;
}

util::Result<Page<bool>> parseAnalysed(const QByteArray& body, const QString& endpoint)
{
    const auto found = Container::read(body, endpoint);
    if (!found) {
        return found.error();
    }
    return (*found)->page<bool>([](const json::Object& row) {
        // A number as text; absent until the analysis has run.
        const QString version = json::text(json::at(row, "musicAnalysisVersion"));
        return std::optional(version.toInt() > 0);
    });
}

util::Result<Page<types::RatingKey>> parseKeys(const QByteArray& body, const QString& endpoint)
{
    const auto found = Container::read(body, endpoint);
    if (!found) {
        return found.error();
    }
    return (*found)->page<types::RatingKey>([](const json::Object& row) {
        const types::RatingKey key { json::text(json::at(row, "ratingKey")) };
        return key.isValid() ? std::optional(key) : std::nullopt;
    });
}

util::Result<Page<types::Playlist>> parsePlaylists(const QByteArray& body, const QString& endpoint)
{
    const auto found = Container::read(body, endpoint);
    if (!found) {
        return found.error();
    }
    return (*found)->page<types::Playlist>(playlistFrom);
}

util::Result<Page<types::PlaylistItem>> parsePlaylistItems(
    const QByteArray& body, const QString& endpoint)
{
    const auto found = Container::read(body, endpoint);
    if (!found) {
        return found.error();
    }
    return (*found)->page<types::PlaylistItem>([](const json::Object& row) {
        auto item = itemFrom(row, {});
        return item ? std::optional(types::PlaylistItem {
                   json::integer(json::at(row, "playlistItemID")), *std::move(item) })
                    : std::nullopt;
    });
}

util::Result<Page<types::PlaylistKey>> parsePlaylistKeys(
    const QByteArray& body, const QString& endpoint)
{
    const auto found = Container::read(body, endpoint);
    if (!found) {
        return found.error();
    }
    return (*found)->page<types::PlaylistKey>([](const json::Object& row) {
        const types::RatingKey key { json::text(json::at(row, "ratingKey")) };
        const auto id = json::integer(json::at(row, "playlistItemID"));
        const bool isForeign = !json::text(json::at(row, "source")).isEmpty();
        return std::optional(types::PlaylistKey { id.value_or(0), key, isForeign });
    });
}

util::Result<QList<types::Activity>> parseActivities(
    const QByteArray& body, const QString& endpoint)
{
    const auto found = Container::read(body, endpoint);
    if (!found) {
        return found.error();
    }
    QList<types::Activity> activities;
    json::each((*found)->at("Activity"), [&activities](const json::Object& o) {
        types::Activity activity;
        activity.uuid = json::text(json::at(o, "uuid"));
        activity.type = json::text(json::at(o, "type"));
        activity.title = json::text(json::at(o, "title"));
        activity.subtitle = json::text(json::at(o, "subtitle"));
        const std::optional<int> progress = json::smallInteger(json::at(o, "progress"));
        if (progress && *progress >= 0) { // −1 is the server's word for not knowing
            activity.percent = qMin(100, *progress);
        }
        activity.isCancellable = json::boolean(json::at(o, "cancellable"));
        if (!activity.uuid.isEmpty()) {
            activities.append(activity);
        }
    });
    return activities;
}

util::Result<Page<types::Play>> parsePlays(const QByteArray& body, const QString& endpoint)
{
    const auto found = Container::read(body, endpoint);
    if (!found) {
        return found.error();
    }
    return (*found)->page<types::Play>([](const json::Object& o) {
        types::Play play;
        play.ratingKey = { json::text(json::at(o, "ratingKey")) };
        play.title = json::text(json::at(o, "title"));
        play.artist = json::text(json::at(o, "grandparentTitle"));
        play.album = json::text(json::at(o, "parentTitle"));
        play.at = epoch(json::at(o, "viewedAt"));
        return play.title.isEmpty() || play.at <= 0 ? std::nullopt : std::optional(play);
    });
}

TimelineAnswer parseTimelineAnswer(const QByteArray& body)
{
    const auto found = Container::read(body, {});
    return found ? TimelineAnswer { json::smallInteger((*found)->at("terminationCode")),
        json::text((*found)->at("terminationText")) }
                 : TimelineAnswer {};
}

} // namespace plex
