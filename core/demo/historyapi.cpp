// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/historyapi.h"

#include "core/demo/homeuser.h"
#include "core/demo/itemwriter.h"
#include "core/demo/paging.h"

using namespace Qt::StringLiterals;

namespace demo {

namespace {

/// What the item belongs to; nothing for films, shows and artists.
std::optional<Item> parentOf(const Model& model, Item item)
{
    switch (item.kind) {
    case Kind::Track:
        return Item { Kind::Album, model.music.albumOf(item.index) };
    case Kind::Album:
        return Item { Kind::Artist, model.music.artistOf(item.index) };
    case Kind::Season:
    case Kind::Episode: {
        const Kind above = item.kind == Kind::Season ? Kind::Show : Kind::Season;
        return Item { above, model.video.all(item.kind)[item.index].parent };
    }
    default:
        return std::nullopt;
    }
}

QByteArray historyPath(qint64 id)
{
    return "/status/sessions/history/" + QByteArray::number(id);
}

} // namespace

struct HistoryApi::Filter
{
    std::optional<UserId> user {};
    int section = 0; ///< 0 = every one
    std::optional<Item> item {}; ///< it or what it holds
    bool hasUnknownItem = false;
    qint64 since = 0; ///< epoch seconds
};

void HistoryApi::addRoutes(Router& router)
{
    router.add(u"GET"_s, u"/status/sessions/history/all"_s, this, &HistoryApi::list);
    router.add(u"DELETE"_s, u"/status/sessions/history/{}"_s, this, &HistoryApi::remove);
}

void HistoryApi::makeFirstRows()
{
    if (std::exchange(m_hasFirstRows, true)) {
        return;
    }
    for (quint32 i = 0; i < m_model.music.trackCount(); ++i) {
        const Mark mark = m_model.music.firstMark(i);
        if (mark.viewedAt > 0) {
            m_model.state.addPlay({ 0, kOwner, { Kind::Track, i }, mark.viewedAt, 1 });
        }
    }
}

bool HistoryApi::fits(const Play& play, const Filter& filter) const
{
    if ((filter.user && play.user != *filter.user) || play.at < filter.since
        || (filter.section != 0 && sections::of(play.item.kind) != filter.section)
        || filter.hasUnknownItem) {
        return false;
    }
    for (std::optional<Item> item = play.item; filter.item && item;
         item = parentOf(m_model, *item)) {
        if (*item == *filter.item) {
            return true;
        }
    }
    return !filter.item;
}

void HistoryApi::writeRow(Writer& out, const Play& play, RowReader& reader) const
{
    const bool isThere = m_model.state.exists(play.item);
    out.beginItem(ItemWriter::element(play.item.kind));
    out.text("historyKey", historyPath(play.id));
    if (isThere) { // the row of something deleted leads nowhere
        const quint64 key = m_model.state.key(play.item);
        out.text("key", metadataPath(key));
        out.text("ratingKey", QByteArray::number(key));
    }
    out.text("librarySectionID", QByteArray::number(sections::of(play.item.kind)));
    const std::optional<Item> parent = parentOf(m_model, play.item);
    const std::optional<Item> grandparent = parent ? parentOf(m_model, *parent) : std::nullopt;
    const auto title = [&reader](Item item) {
        reader.seek(item);
        return reader.text({ item.kind, FieldId::Title });
    };
    if (isThere && parent && grandparent) {
        out.text("parentKey", metadataPath(m_model.state.key(*parent)));
        out.text("grandparentKey", metadataPath(m_model.state.key(*grandparent)));
    }
    out.text("title", title(play.item));
    if (parent && grandparent) {
        out.text("parentTitle", title(*parent));
        out.text("grandparentTitle", title(*grandparent));
    }
    out.text("type", typeName(play.item.kind));
    if (isThere) {
        out.text("thumb", imagePath(m_model.state.key(parent.value_or(play.item)), "thumb", 1));
    }
    if (play.item.kind == Kind::Track) {
        const Track& track = reader.track(play.item.index);
        out.numberIfAny("index", track.index);
        out.number("parentIndex", track.disc);
    }
    out.number("viewedAt", play.at);
    out.number("accountID", accountId(play.user));
    out.number("deviceID", play.device);
    out.endItem();
}

Response HistoryApi::list(const Call& call)
{
    makeFirstRows();
    const Request& request = call.request;
    Filter filter;
    if (call.user != kOwner) {
        filter.user = call.user;
    } else if (request.has(u"accountID")) {
        filter.user = userOfAccount(request.value(u"accountID").toInt());
    }
    filter.section = request.value(u"librarySectionID").toInt();
    if (request.has(u"metadataItemID")) {
        filter.item = m_model.state.find(request.value(u"metadataItemID").toULongLong());
        filter.hasUnknownItem = !filter.item;
    }
    filter.since = std::max(
        request.value(u"viewedAt>").toLongLong(), request.value(u"viewedAt>>").toLongLong() + 1);
    std::vector<const Play*> rows;
    for (const Play& play : m_model.state.plays()) {
        if (fits(play, filter)) {
            rows.push_back(&play);
        }
    }
    const bool ascending
        = request.value(u"sort") == u"viewedAt" || request.value(u"sort") == u"viewedAt:asc";
    std::stable_sort(rows.begin(), rows.end(), [ascending](const Play* a, const Play* b) {
        return ascending ? a->at < b->at : b->at < a->at;
    });
    const Paging paging(m_model, request, static_cast<qsizetype>(rows.size()));
    Writer out(call.format());
    out.beginItem("MediaContainer");
    paging.writeAttributes(out);
    RowReader reader(m_model, call.user);
    out.beginList("Metadata");
    for (const Play* play : paging.of(rows)) {
        writeRow(out, *play, reader);
    }
    out.endList();
    out.endItem();
    Response response = reply(out);
    paging.addHeaders(response);
    return response;
}

Response HistoryApi::remove(const Call& call)
{
    if (call.user != kOwner) {
        return Response::error(403);
    }
    return m_model.state.removePlay(static_cast<qint64>(call.key())) ? Response::empty()
                                                                     : Response::error(404);
}

} // namespace demo
