// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/sonicapi.h"

#include "core/demo/itemwriter.h"
#include "core/demo/paging.h"
#include "core/demo/sonic.h"

using namespace Qt::StringLiterals;

namespace demo {

namespace {

constexpr int kUsualSteps = 12;
constexpr int kMostSteps = 100;
constexpr int kMostNeighbours = 1000;

int number(const Call& call, QStringView name, int usual, int most)
{
    bool isNumber = false;
    const int value = call.request.value(name).toInt(&isNumber);
    return isNumber ? std::clamp(value, 0, most) : usual;
}

Response listOf(const Call& call, const Model& model, const std::vector<sonic::Neighbour>& rows,
    bool withDistance)
{
    Writer out(call.format());
    out.beginItem("MediaContainer");
    out.number("size", static_cast<qint64>(rows.size()));
    out.number("librarySectionID", sections::kMusic);
    ItemWriter writer(model, call.user, out);
    out.beginList("Metadata");
    for (const sonic::Neighbour& row : rows) {
        WriteOptions options;
        if (withDistance) {
            options.distance = row.distance;
        }
        writer.write(row.item, options);
    }
    out.endList();
    out.endItem();
    return reply(out);
}

} // namespace

void SonicApi::addRoutes(Router& router)
{
    router.add(u"GET"_s, u"/library/metadata/{}/nearest"_s, this, &SonicApi::nearest);
    router.add(u"GET"_s, u"/library/metadata/{}/similar"_s, this, &SonicApi::similar);
    router.add(u"GET"_s, u"/library/sections/{}/computePath"_s, this, &SonicApi::path);
}

Response SonicApi::nearest(const Call& call) const
{
    const std::optional<Item> seed = m_model.state.find(call.key());
    if (!seed) {
        return Response::error(404);
    }
    sonic::Search search;
    search.limit = number(call, u"limit", sonic::kUsualCount, kMostNeighbours);
    if (call.request.has(u"maxDistance")) {
        search.maxDistance = call.request.value(u"maxDistance").toDouble();
    }
    search.exceptParent = m_model.state.find(call.request.value(u"excludeParentID").toULongLong());
    search.exceptGrandparent
        = m_model.state.find(call.request.value(u"excludeGrandparentID").toULongLong());
    return listOf(call, m_model, sonic::nearest(m_model, *seed, search), true);
}

/// Not by sound but by what people say: here the same, further away and without the figure.
Response SonicApi::similar(const Call& call) const
{
    const std::optional<Item> seed = m_model.state.find(call.key());
    if (!seed) {
        return Response::error(404);
    }
    sonic::Search search;
    search.limit = number(call, u"count", 10, kMostNeighbours);
    search.maxDistance = 0.5;
    return listOf(call, m_model, sonic::nearest(m_model, *seed, search), false);
}

Response SonicApi::path(const Call& call) const
{
    const auto track = [this, &call](QStringView name) -> std::optional<Item> {
        const std::optional<Item> item = m_model.state.find(call.request.value(name).toULongLong());
        return item && item->kind == Kind::Track ? item : std::nullopt;
    };
    const std::optional<Item> from = track(u"startID");
    const std::optional<Item> to = track(u"endID");
    if (call.key() != sections::kMusic || !from || !to) {
        return Response::error(call.key() == sections::kMusic ? 400 : 404);
    }
    std::vector<sonic::Neighbour> rows;
    for (const Item& item :
        sonic::path(m_model, *from, *to, number(call, u"count", kUsualSteps, kMostSteps))) {
        rows.push_back({ item, 0 });
    }
    return listOf(call, m_model, rows, false);
}

} // namespace demo
