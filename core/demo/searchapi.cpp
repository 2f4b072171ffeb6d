// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/searchapi.h"

#include "core/util/fold.h"

using namespace Qt::StringLiterals;

namespace demo {

void SearchApi::addRoutes(Router& router)
{
    router.add(u"GET"_s, u"/hubs/search"_s, this, &SearchApi::hubSearch);
    router.add(u"GET"_s, u"/library/search"_s, this, &SearchApi::librarySearch);
}

std::vector<Item> SearchApi::found(Kind kind, const QString& text, int limit) const
{
    std::vector<Item> hits;
    const QString wanted = util::sortKey(text);
    if (text.trimmed().isEmpty()) {
        return hits;
    }
    const quint32 count = kind == Kind::Artist ? m_model.music.artistCount()
        : kind == Kind::Album                  ? m_model.music.albumCount()
        : kind == Kind::Track                  ? m_model.music.trackCount()
                              : static_cast<quint32>(m_model.video.all(kind).size());
    RowReader reader(m_model, kOwner);
    for (quint32 i = 0; i < count && static_cast<int>(hits.size()) < limit; ++i) {
        const Item item { kind, i };
        reader.seek(item);
        const QString title = QString::fromUtf8(reader.text({ kind, FieldId::Title }));
        // Pictures leave no sort key.
        const bool fits = wanted.isEmpty() ? title.contains(text.trimmed())
                                           : util::sortKey(title).contains(wanted);
        if (fits && !m_model.state.isRemoved(item)) {
            hits.push_back(item);
        }
    }
    return hits;
}

Response SearchApi::hubSearch(const Call& call) const
{
    const QString text = call.request.value(u"query");
    const QString limitText = call.request.value(u"limit");
    const int limit = limitText.isEmpty() ? 3 : limitText.toInt();
    static constexpr Kind kinds[]
        = { Kind::Artist, Kind::Album, Kind::Track, Kind::Movie, Kind::Show, Kind::Episode };
    Writer out(call.format());
    out.beginItem("MediaContainer");
    out.number("size", std::ssize(kinds));
    out.text("identifier", kLibraryIdentifier);
    out.beginList("Hub");
    for (const Kind kind : kinds) {
        const std::vector<Item> hits = found(kind, text, limit);
        out.beginItem("Hub");
        out.text("title", typeName(kind));
        out.text("type", typeName(kind));
        out.text("hubIdentifier", typeName(kind));
        out.text("context", QByteArray("hub.search.") + typeName(kind));
        out.number("size", static_cast<qint64>(hits.size()));
        out.flag("more", static_cast<int>(hits.size()) >= limit);
        out.text("style", "shelf");
        ItemWriter writer(m_model, call.user, out);
        out.beginList("Metadata");
        for (const Item& item : hits) {
            writer.write(item);
        }
        out.endList();
        out.endItem();
    }
    out.endList();
    out.endItem();
    return reply(out);
}

Response SearchApi::librarySearch(const Call& call) const
{
    const QString text = call.request.value(u"query");
    const int limit = std::max(1, call.request.value(u"limit").toInt());
    const QString types = call.request.value(u"searchTypes");
    std::vector<Item> hits;
    const auto search = [this, &hits, &text, limit](std::initializer_list<Kind> kinds) {
        for (const Kind kind : kinds) {
            const std::vector<Item> more = found(kind, text, limit);
            hits.insert(hits.end(), more.begin(), more.end());
        }
    };
    if (types.isEmpty() || types.contains(u"music")) {
        search({ Kind::Artist, Kind::Album, Kind::Track });
    }
    if (types.isEmpty() || types.contains(u"movies")) {
        search({ Kind::Movie });
    }
    if (types.isEmpty() || types.contains(u"tv")) {
        search({ Kind::Show, Kind::Episode });
    }
    hits.resize(std::min(hits.size(), static_cast<size_t>(limit)));
    Writer out(call.format());
    out.beginItem("MediaContainer");
    out.number("size", static_cast<qint64>(hits.size()));
    out.beginList("SearchResult");
    for (const Item& item : hits) {
        out.beginItem("SearchResult");
        out.decimal("score", 0.5);
        Writer inner(call.format());
        ItemWriter innerWriter(m_model, call.user, inner);
        innerWriter.write(item);
        out.rawChild("Metadata", inner.takeFragment());
        out.endItem();
    }
    out.endList();
    out.endItem();
    return reply(out);
}

} // namespace demo
