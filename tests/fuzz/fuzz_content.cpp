// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/backend.h"
#include "core/demo/inventedcatalogue.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <cstdint>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace {

constexpr quint32 kTracks = 40;
constexpr qint64 kToday = 1'750'000'000;

/// The embedded server without its sockets.
struct World
{
    World()
        : backend({}, std::make_unique<demo::InventedCatalogue>(kTracks, 1, kToday), kToday)
    {
        if (!backend.prepare({})) {
            abort();
        }
    }

    /// Answers as the owner, in JSON.
    [[nodiscard]] demo::Response ask(const QByteArray& method, const QByteArray& target)
    {
        const QByteArray bytes = method + ' ' + target + " HTTP/1.1\r\nAccept: application/json\r\n"
            + "X-Plex-Token: " + backend.endpoints().token.reveal() + "\r\n\r\n";
        const demo::ParsedRequest parsed = demo::parseRequest(bytes);
        return parsed.state == demo::ParsedRequest::State::Ready
            ? backend.handle(demo::Service::Pms, parsed.request).response
            : demo::Response::error(parsed.status);
    }
    /// The one row of an answer.
    [[nodiscard]] static QJsonObject row(const demo::Response& response)
    {
        return QJsonDocument::fromJson(response.body)
            .object()[u"MediaContainer"]
            .toObject()[u"Metadata"]
            .toArray()
            .at(0)
            .toObject();
    }
    [[nodiscard]] QJsonObject create(const QString& uri)
    {
        return row(ask(
            "POST", "/playlists?type=audio&smart=1&title=F&uri=" + QUrl::toPercentEncoding(uri)));
    }
    void remove(const QJsonObject& list)
    {
        (void)ask("DELETE", "/playlists/" + list[u"ratingKey"].toString().toUtf8());
    }

    demo::Backend backend;
};

} // namespace

/// The rules of smart playlists: whatever is written there, the server answers; and what it gives
/// as a playlist's content makes a playlist of the same tracks.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    static World world;
    const QString rules
        = QString::fromUtf8(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    const QString library = u"server://"_s + world.backend.endpoints().machineIdentifier
        + u"/com.plexapp.plugins.library"_s;
    const QJsonObject list = world.create(library + u"/library/sections/2/all?"_s + rules);
    if (list.isEmpty()) {
        return 0; // refused
    }
    const QByteArray key = list[u"ratingKey"].toString().toUtf8();
    const QString content = world.row(world.ask("GET", "/playlists/" + key))[u"content"].toString();
    const bool isRandom = rules.contains(u"random");
    const QJsonObject again = content.isEmpty() ? list : world.create(content);
    if (!isRandom && again[u"leafCount"].toInt() != list[u"leafCount"].toInt()) {
        abort();
    }
    world.remove(again);
    world.remove(list);
    world.backend.with([](demo::Backend& backend) {
        backend.requests.clear();
        return true;
    });
    return 0;
}
