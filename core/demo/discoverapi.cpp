// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/discoverapi.h"

#include "core/demo/itemwriter.h"
#include "core/demo/names.h"
#include "core/demo/paging.h"
#include "core/demo/picture.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace demo {

namespace {

constexpr const char* kIdentifier = "tv.plex.provider.discover";
constexpr qsizetype kUsualPage = 20;
constexpr int kLargestPage = 100; // real ones move it
constexpr quint32 kFirstFilms = 30; // on the list of a fresh account
constexpr quint32 kFirstShows = 7;

/// An error as providers word it: neither the HTML of a PMS nor the list of plex.tv.
Response failure(const Call& call, int status, const QString& message)
{
    const QString reason = QString::fromLatin1(reasonOf(status));
    Response response;
    if (call.format() == Writer::Format::Json) {
        response = Response::json(
            QJsonDocument(QJsonObject { { u"Error"_s,
                              QJsonObject { { u"error"_s, reason }, { u"message"_s, message },
                                  { u"statusCode"_s, status } } } })
                .toJson(QJsonDocument::Compact));
    } else {
        response.contentType = "application/xml";
        response.body = u"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                        "<Error error=\"%1\" message=\"%2\" statusCode=\"%3\"/>"_s
                            .arg(reason, message.toHtmlEscaped())
                            .arg(status)
                            .toUtf8();
    }
    response.status = status;
    return response;
}

QByteArray keyOf(const Video& video)
{
    return video.guid.mid(video.guid.lastIndexOf('/') + 1);
}

QByteArray slugOf(const Video& video)
{
    static const QRegularExpression other(u"[^a-z0-9]+"_s);
    return QString::fromUtf8(video.title).toLower().replace(other, u"-"_s).toUtf8();
}

} // namespace

DiscoverApi::DiscoverApi(const Model& model, const Tokens& tokens)
    : m_model(model)
    , m_tokens(tokens)
{
    for (const Kind kind : { Kind::Movie, Kind::Show, Kind::Season, Kind::Episode }) {
        const std::vector<Video>& all = m_model.video.all(kind);
        for (size_t i = 0; i < all.size(); ++i) {
            m_items.insert(keyOf(all[i]), { kind, static_cast<quint32>(i) });
        }
    }
    constexpr qint64 start = 1'700'000'000;
    for (quint32 i = 0; i < kFirstFilms + kFirstShows; ++i) {
        const bool isFilm = i < kFirstFilms;
        m_entries[kOwner].push_back(
            { { isFilm ? Kind::Movie : Kind::Show, isFilm ? i : i - kFirstFilms },
                start + qint64 { 7001 } * ((i * 11) % 37) });
    }
}

void DiscoverApi::addRoutes(Router& router)
{
    for (const QString& part : { u"all"_s, u"available"_s, u"released"_s }) {
        router.add(
            u"GET"_s, QString(u"/library/sections/watchlist/"_s + part), this, &DiscoverApi::list);
    }
    router.add(u"GET"_s, u"/library/metadata/{}"_s, this, &DiscoverApi::show);
    router.add(u"GET"_s, u"/library/metadata/{}/children"_s, this, &DiscoverApi::show);
    router.add(u"GET"_s, u"/library/metadata/{}/userState"_s, this, &DiscoverApi::userState);
    router.add(u"PUT"_s, u"/actions/addToWatchlist"_s,
        [this](const Call& call) { return change(call, true); });
    router.add(u"PUT"_s, u"/actions/removeFromWatchlist"_s,
        [this](const Call& call) { return change(call, false); });
    router.add(u"GET"_s, u"/static/{}/{}"_s, this, &DiscoverApi::picture);
}

void DiscoverApi::addFormerRoutes(Router& router) const
{
    const auto gone
        = [](const Call& call) { return failure(call, 404, u"Section 'watchlist' not found!"_s); };
    router.add(u"GET"_s, u"/library/sections/watchlist/{}"_s, gone);
    router.add(u"PUT"_s, u"/actions/addToWatchlist"_s, gone);
    router.add(u"PUT"_s, u"/actions/removeFromWatchlist"_s, gone);
}

/// The answer to whoever has no account here; the token of a server is none.
std::optional<Response> DiscoverApi::refusal(const Call& call) const
{
    if (m_tokens.accountUser(call.request.valueOrHeader(u"X-Plex-Token").toUtf8())) {
        return std::nullopt;
    }
    return failure(call, 401, u"User could not be authenticated"_s);
}

std::optional<Item> DiscoverApi::find(const QString& key) const
{
    const auto found = m_items.find(key.toUtf8());
    return found == m_items.end() ? std::nullopt : std::optional<Item>(*found);
}

const Video& DiscoverApi::video(Item item) const
{
    return m_model.video.all(item.kind)[item.index];
}

/// The entries asked for, in the order asked for.
std::vector<DiscoverApi::Entry> DiscoverApi::wanted(const Call& call) const
{
    std::vector<Entry> rows = m_entries.value(call.user);
    const QString type = call.request.value(u"type");
    const bool onlyAvailable = call.request.path.endsWith(u"/available");
    std::erase_if(rows, [&type, onlyAvailable](const Entry& entry) {
        const bool isFilm = entry.item.kind == Kind::Movie;
        return (type == u"1" && !isFilm) || (type == u"2" && isFilm)
            || (onlyAvailable && entry.item.index % 2 == 1);
    });
    const QString sort = call.request.value(u"sort");
    const QString field = sort.section(u':', 0, 0);
    const bool descending = sort.isEmpty() || sort.endsWith(u":desc");
    const auto isBefore = [this, &field](const Entry& a, const Entry& b) {
        const Video& left = video(a.item);
        const Video& right = video(b.item);
        if (field == u"titleSort") {
            return left.title < right.title;
        }
        if (field == u"originallyAvailableAt") {
            return left.date < right.date;
        }
        return field == u"rating" ? left.rating < right.rating : a.at < b.at;
    };
    std::stable_sort(
        rows.begin(), rows.end(), [&isBefore, descending](const Entry& a, const Entry& b) {
            return descending ? isBefore(b, a) : isBefore(a, b);
        });
    return rows;
}

Response DiscoverApi::list(const Call& call) const
{
    if (std::optional<Response> refused = refusal(call)) {
        return std::move(*refused);
    }
    const QString size = call.request.valueOrHeader(u"X-Plex-Container-Size");
    bool isNumber = true;
    const int most = size.isEmpty() ? 0 : size.toInt(&isNumber);
    if (!isNumber || most < 0 || most > kLargestPage) {
        return failure(call, 400, u"Invalid value provided for x-plex-container-size!"_s);
    }
    const std::vector<Entry> rows = wanted(call);
    const Paging paging(m_model, call.request, static_cast<qsizetype>(rows.size()), kUsualPage);
    const bool guids = call.request.value(u"includeGuids") == u"1";
    Writer out(call.format());
    out.beginItem("MediaContainer");
    paging.writeAttributes(out);
    out.text("identifier", kIdentifier);
    out.text("librarySectionID", "watchlist");
    out.text("librarySectionTitle", "Watchlist");
    out.beginList("Metadata");
    for (const Entry& entry : paging.of(rows)) {
        writeItem(out, entry.item, guids);
    }
    out.endList();
    out.endItem();
    return reply(out);
}

void DiscoverApi::writeItem(Writer& out, Item item, bool guids) const
{
    const Video& film = video(item);
    const QByteArray key = keyOf(film);
    const bool isLeaf = item.kind == Kind::Movie || item.kind == Kind::Episode;
    out.beginItem(ItemWriter::element(item.kind));
    out.text("ratingKey", key);
    out.text("key", "/library/metadata/" + key + (isLeaf ? "" : "/children"));
    out.text("guid", film.guid);
    out.text("slug", slugOf(film));
    out.text("type", typeName(item.kind));
    out.text("title", film.title);
    out.numberIfAny("year", film.year);
    out.numberIfAny("duration", isLeaf ? film.duration : 0);
    out.textIfAny("originallyAvailableAt", film.date);
    out.textIfAny("contentRating", film.contentRating);
    if (film.rating > 0) {
        out.decimal("rating", film.rating);
    }
    if (!isLeaf) {
        out.number("childCount", static_cast<qint64>(m_model.video.childrenOf(item).size()));
    }
    writePictures(out, key);
    if (guids) {
        const QByteArray number = QByteArray::number(900'000 + mix(keys::original(item)) % 99'999);
        out.beginList("Guid");
        for (const char* source : { "imdb://tt9", "tmdb://" }) {
            out.beginItem("Guid");
            out.text("id", source + number);
            out.endItem();
        }
        out.endList();
    }
    out.endItem();
}

/// Addresses are whole, unlike those of a server, and need no token.
void DiscoverApi::writePictures(Writer& out, const QByteArray& key) const
{
    const QByteArray base = m_address.toEncoded() + "/static/" + key;
    out.text("thumb", base + "/poster.jpg");
    out.text("art", base + "/art.jpg");
    out.beginList("Image");
    for (const auto& [type, file] :
        { std::pair("coverPoster", "/poster.jpg"), std::pair("background", "/art.jpg") }) {
        out.beginItem("Image");
        out.text("type", type);
        out.text("url", base + file);
        out.endItem();
    }
    out.endList();
}

/// One item, or what it holds.
Response DiscoverApi::show(const Call& call) const
{
    if (std::optional<Response> refused = refusal(call)) {
        return std::move(*refused);
    }
    const std::optional<Item> item = find(call.args.value(0));
    if (!item) {
        return failure(call, 404, u"Item not found"_s);
    }
    std::vector<Item> rows { *item };
    if (call.request.path.endsWith(u"/children")) {
        rows.clear();
        for (const quint32 child : m_model.video.childrenOf(*item)) {
            rows.push_back({ item->kind == Kind::Show ? Kind::Season : Kind::Episode, child });
        }
    }
    Writer out(call.format());
    out.beginItem("MediaContainer");
    out.number("size", std::ssize(rows));
    out.text("identifier", kIdentifier);
    out.beginList("Metadata");
    for (const Item& row : rows) {
        writeItem(out, row, true);
    }
    out.endList();
    out.endItem();
    return reply(out);
}

Response DiscoverApi::userState(const Call& call) const
{
    if (std::optional<Response> refused = refusal(call)) {
        return std::move(*refused);
    }
    const std::optional<Item> item = find(call.args.value(0));
    if (!item) {
        return failure(call, 404, u"Item not found"_s);
    }
    const Mark mark = m_model.state.mark(call.user, *item);
    const std::vector<Entry> entries = m_entries.value(call.user);
    const auto entry = std::find_if(
        entries.begin(), entries.end(), [&item](const Entry& one) { return one.item == *item; });
    Writer out(call.format());
    out.beginItem("MediaContainer");
    out.number("size", 1);
    out.text("identifier", kIdentifier);
    out.beginObject("UserState");
    out.text("ratingKey", keyOf(video(*item)));
    out.text("type", typeName(item->kind));
    out.number("viewCount", mark.viewCount);
    out.number("viewOffset", mark.viewOffset);
    out.numberIfAny("lastViewedAt", mark.viewedAt);
    out.numberIfAny("watchlistedAt", entry == entries.end() ? 0 : entry->at);
    out.endObject();
    out.endItem();
    return reply(out);
}

Response DiscoverApi::change(const Call& call, bool adds)
{
    if (std::optional<Response> refused = refusal(call)) {
        return std::move(*refused);
    }
    const std::optional<Item> item = find(call.request.value(u"ratingKey"));
    if (!item) {
        return failure(call, 404, u"Item not found"_s);
    }
    if (item->kind != Kind::Movie && item->kind != Kind::Show) {
        return failure(call, 400, u"Only movies and shows can be on a watchlist"_s);
    }
    std::vector<Entry>& entries = m_entries[call.user];
    const bool isThere = std::any_of(
        entries.begin(), entries.end(), [&item](const Entry& one) { return one.item == *item; });
    if (adds == isThere) {
        return adds ? failure(call, 409, u"Item is already on the watchlist"_s)
                    : failure(call, 404, u"Item is not on the watchlist"_s);
    }
    if (adds) {
        entries.push_back({ *item, Model::now() });
    } else {
        std::erase_if(entries, [&item](const Entry& one) { return one.item == *item; });
    }
    return Response::empty();
}

Response DiscoverApi::picture(const Call& call) const
{
    const bool isArt = call.args.value(1) == u"art.jpg";
    const std::optional<Item> item = find(call.args.value(0));
    if (!item || (!isArt && call.args.value(1) != u"poster.jpg")) {
        return Response::error(404);
    }
    // The picture that the library has of the same film.
    const quint64 seed = mix(keys::original(*item)) ^ (isArt ? 1 : 0);
    Response response;
    response.contentType = "image/jpeg";
    response.body = picture::encoded(
        picture::paint(seed, isArt ? QSize(1920, 1080) : QSize(1000, 1500)), false);
    response.compressible = false;
    return response;
}

} // namespace demo
