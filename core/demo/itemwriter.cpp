// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/itemwriter.h"

#include "core/demo/homeuser.h"
#include "core/demo/names.h"

namespace demo {

QByteArray metadataPath(quint64 key)
{
    return "/library/metadata/" + QByteArray::number(key);
}

QByteArray imagePath(quint64 key, const char* what, qint64 stamp)
{
    return metadataPath(key) + '/' + what + '/' + QByteArray::number(stamp);
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

void writeBlurColors(Writer& out, quint64 seed)
{
    quint64 value = mix(seed);
    for (const char* corner : { "topLeft", "topRight", "bottomRight", "bottomLeft" }) {
        out.text(corner, QByteArray::number(value & 0x7f7f7f, 16).rightJustified(6, '0'));
        value = mix(value);
    }
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
    m_out.text("id", QByteArray::number(accountId(session.user)));
    m_out.text("title", homeUser(session.user).title);
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

void ItemWriter::writeDistance(const WriteOptions& options)
{
    if (options.distance) {
        m_out.decimal("distance", *options.distance);
    }
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
    writeBlurColors(m_out, seed);
    m_out.endObject();
}

void ItemWriter::writeSection(int section)
{
    static constexpr const char* titles[] = { "", "Films", "Music", "Series" };
    m_out.text("librarySectionTitle", titles[section]);
    m_out.number("librarySectionID", section);
    m_out.text("librarySectionKey", "/library/sections/" + QByteArray::number(section));
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
                : "server://" + m_model.machineIdentifier + '/' + kLibraryIdentifier + path);
    }
    m_out.endItem();
}

} // namespace demo
