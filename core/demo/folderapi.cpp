// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/folderapi.h"

#include "core/demo/itemwriter.h"
#include "core/demo/paging.h"

using namespace Qt::StringLiterals;

namespace demo {

void FolderApi::addRoutes(Router& router)
{
    router.add(u"GET"_s, u"/library/sections/{}/folder"_s, this, &FolderApi::folder);
}

/// Artists at the top, then albums, then tracks.
std::vector<Item> FolderApi::below(std::optional<Item> parent) const
{
    Range range { 0, m_model.music.artistCount() };
    Kind kind = Kind::Artist;
    if (parent) {
        const bool isArtist = parent->kind == Kind::Artist;
        range = isArtist ? m_model.music.albumsOf(parent->index)
                         : m_model.music.tracksOf(parent->index);
        kind = isArtist ? Kind::Album : Kind::Track;
    }
    std::vector<Item> items;
    for (quint32 i = 0; i < range.count; ++i) {
        const Item item { kind, range.first + i };
        if (!m_model.state.isRemoved(item)) {
            items.push_back(item);
        }
    }
    return items;
}

Response FolderApi::folder(const Call& call) const
{
    std::optional<Item> parent;
    const bool hasParent = call.request.has(u"parent");
    if (hasParent) {
        parent = m_model.state.find(call.request.value(u"parent").toULongLong());
    }
    const bool isFolder = parent && (parent->kind == Kind::Artist || parent->kind == Kind::Album);
    if (call.key() != sections::kMusic || (hasParent && !isFolder)) {
        return Response::error(404);
    }
    const std::vector<Item> items = below(parent);
    const Paging paging(m_model, call.request, static_cast<qsizetype>(items.size()));
    const bool holdsTracks = parent && parent->kind == Kind::Album;
    Writer out(call.format());
    out.beginItem("MediaContainer");
    paging.writeAttributes(out);
    out.number("librarySectionID", sections::kMusic);
    ItemWriter writer(m_model, call.user, out);
    RowReader reader(m_model, call.user);
    out.beginList("Metadata");
    for (const Item& item : paging.of(items)) {
        if (holdsTracks) {
            writer.write(item);
            continue;
        }
        reader.seek(item);
        out.beginItem("Directory");
        out.text("key",
            "/library/sections/2/folder?parent=" + QByteArray::number(m_model.state.key(item)));
        out.text("title", reader.text({ item.kind, FieldId::Title }));
        out.endItem();
    }
    out.endList();
    out.endItem();
    Response response = reply(out);
    paging.addHeaders(response);
    return response;
}

} // namespace demo
