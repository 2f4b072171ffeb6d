// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/plextv.h"

#include "core/demo/names.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace demo {

namespace {

constexpr int kPollsUntilClaimed = 2; // the first poll finds it pending
constexpr qint64 kPinSeconds = 1800;

Response failure(int status, int code, const QString& message)
{
    const QJsonObject error { { u"code"_s, code }, { u"message"_s, message },
        { u"status"_s, status } };
    Response response = Response::json(QJsonDocument(
        QJsonObject { { u"errors"_s,
            QJsonArray { error } } }).toJson(QJsonDocument::Compact));
    response.status = status;
    return response;
}

Response document(const QJsonDocument& json)
{
    return Response::json(json.toJson(QJsonDocument::Compact));
}

} // namespace

void PlexTv::addRoutes(Router& router)
{
    router.add(u"GET"_s, u"/api/v2/user"_s, [this](const Call& call) { return user(call); });
    router.add(
        u"GET"_s, u"/api/v2/resources"_s, [this](const Call& call) { return resources(call); });
    router.add(u"POST"_s, u"/api/v2/pins"_s, [this](const Call& call) { return createPin(call); });
    router.add(u"GET"_s, u"/api/v2/pins/{}"_s, [this](const Call& call) { return pollPin(call); });
}

bool PlexTv::isSignedIn(const Call& call) const
{
    return call.request.valueOrHeader(u"X-Plex-Token").toUtf8() == m_identity.accountToken;
}

Response PlexTv::user(const Call& call) const
{
    if (!isSignedIn(call)) {
        return failure(401, 1001, u"User could not be authenticated"_s);
    }
    const QJsonObject subscription { { u"active"_s, true }, { u"status"_s, u"Active"_s },
        { u"plan"_s, u"lifetime"_s },
        { u"features"_s, QJsonArray { u"pass"_s, u"lyrics"_s, u"music-analysis"_s } } };
    return document(QJsonDocument(QJsonObject { { u"id"_s, 1'234'567 },
        { u"uuid"_s, u"abcdef0123456789"_s }, { u"username"_s, u"demo"_s },
        { u"title"_s, u"demo"_s }, { u"email"_s, u"demo@example.org"_s },
        { u"friendlyName"_s, QString() }, { u"locale"_s, QJsonValue() },
        { u"joinedAt"_s, 1'300'000'000 }, { u"hasPassword"_s, true }, { u"protected"_s, false },
        { u"restricted"_s, false }, { u"home"_s, false }, { u"guest"_s, false },
        { u"homeSize"_s, 1 }, { u"homeAdmin"_s, false },
        { u"authToken"_s, QString::fromLatin1(m_identity.accountToken) },
        { u"subscription"_s, subscription } }));
}

Response PlexTv::resources(const Call& call) const
{
    if (!isSignedIn(call)) {
        return failure(401, 1001, u"User could not be authenticated"_s);
    }
    const auto connection = [](const QString& uri, const QString& address, int port, bool local) {
        return QJsonObject { { u"protocol"_s, u"http"_s }, { u"address"_s, address },
            { u"port"_s, port }, { u"uri"_s, uri }, { u"local"_s, local }, { u"relay"_s, false },
            { u"IPv6"_s, false } };
    };
    // Published lists hold dead entries: this one refuses connections.
    const QJsonArray connections { connection(u"http://127.0.0.1:9"_s, u"127.0.0.1"_s, 9, true),
        connection(m_server.toString(), m_server.host(), m_server.port(), true) };
    const QJsonObject server { { u"name"_s, u"Demo library"_s },
        { u"product"_s, u"Plex Media Server"_s },
        { u"productVersion"_s, u"1.43.4.10903-0a1b2c3d4"_s }, { u"platform"_s, u"Linux"_s },
        { u"platformVersion"_s, QJsonValue() }, { u"device"_s, QJsonValue() },
        { u"clientIdentifier"_s, QString::fromLatin1(m_identity.machineIdentifier) },
        { u"provides"_s, u"server"_s }, { u"ownerId"_s, QJsonValue() },
        { u"sourceTitle"_s, QJsonValue() }, { u"publicAddress"_s, u"203.0.113.9"_s },
        { u"accessToken"_s, QString::fromLatin1(m_identity.serverToken) }, { u"owned"_s, true },
        { u"home"_s, false }, { u"relay"_s, false }, { u"presence"_s, true },
        { u"httpsRequired"_s, false }, { u"publicAddressMatches"_s, true },
        { u"connections"_s, connections } };
    const QJsonObject player { { u"name"_s, u"Phone"_s },
        { u"product"_s, u"Plex for Android (Mobile)"_s },
        { u"clientIdentifier"_s, u"a1b2c3d4e5f60718-com-plexapp-android"_s },
        { u"provides"_s, u"client,player,pubsub-player"_s }, { u"accessToken"_s, QJsonValue() },
        { u"owned"_s, true }, { u"presence"_s, true }, { u"connections"_s, QJsonArray() } };
    return document(QJsonDocument(QJsonArray { server, player }));
}

QByteArray PlexTv::pinBody(int id, const Pin& pin, bool claimed) const
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const QJsonValue token
        = claimed ? QJsonValue(QString::fromLatin1(m_identity.accountToken)) : QJsonValue();
    return QJsonDocument(
        QJsonObject { { u"id"_s, id }, { u"code"_s, QString::fromLatin1(pin.code) },
            { u"product"_s, u"PlexM8"_s }, { u"trusted"_s, false },
            { u"clientIdentifier"_s, QString::fromUtf8(pin.client) },
            { u"expiresIn"_s, kPinSeconds }, { u"createdAt"_s, now.toString(Qt::ISODate) },
            { u"expiresAt"_s, now.addSecs(kPinSeconds).toString(Qt::ISODate) },
            { u"authToken"_s, token }, { u"newRegistration"_s, QJsonValue() } })
        .toJson(QJsonDocument::Compact);
}

Response PlexTv::createPin(const Call& call)
{
    const QByteArray client = call.request.valueOrHeader(u"X-Plex-Client-Identifier").toUtf8();
    if (client.isEmpty()) {
        return failure(400, 1000, u"X-Plex-Client-Identifier is missing"_s);
    }
    const int id = ++m_lastPin;
    const bool strong = call.request.value(u"strong") == u"true";
    const QByteArray code = QByteArray::number(mix(static_cast<quint64>(id)), 36)
        + QByteArray::number(mix(static_cast<quint64>(id) + 1), 36);
    m_pins.insert(id, { code.first(strong ? 24 : 4), client, 0 });
    Response response = Response::json(pinBody(id, m_pins[id], false));
    response.status = 201;
    return response;
}

Response PlexTv::pollPin(const Call& call)
{
    const auto pin = m_pins.find(static_cast<int>(call.key()));
    const QByteArray client = call.request.valueOrHeader(u"X-Plex-Client-Identifier").toUtf8();
    if (pin == m_pins.end() || pin->client != client) {
        return failure(404, 1020, u"Code not found or expired"_s);
    }
    ++pin->polls;
    return Response::json(pinBody(pin.key(), *pin, pin->polls >= kPollsUntilClaimed));
}

} // namespace demo
