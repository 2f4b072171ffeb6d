// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/resources.h"

#include "core/demo/homeuser.h"
#include "core/demo/plextvreply.h"

#include <QJsonObject>
#include <QXmlStreamWriter>

using namespace Qt::StringLiterals;

namespace demo {

namespace {

constexpr int kClosedPort = 9; // nobody listens there

bool includes(const Call& call, QStringView what)
{
    return call.request.value(what) == u"1";
}

QJsonObject connection(const QUrl& url, bool local, bool relay)
{
    return { { u"protocol"_s, url.scheme() }, { u"address"_s, url.host() },
        { u"port"_s, url.port() }, { u"uri"_s, url.toString() }, { u"local"_s, local },
        { u"relay"_s, relay }, { u"IPv6"_s, url.host().contains(u':') } };
}

QUrl closedUrl()
{
    return QUrl(u"http://127.0.0.1:%1"_s.arg(kClosedPort));
}

/// What all servers have in their row; most of it can be null.
QJsonObject serverRow(const QString& name, const QByteArray& machine, const QByteArray& token)
{
    return { { u"name"_s, name }, { u"product"_s, u"Plex Media Server"_s },
        { u"productVersion"_s, u"1.43.4.10903-0a1b2c3d4"_s }, { u"platform"_s, u"Linux"_s },
        { u"platformVersion"_s, QJsonValue() }, { u"device"_s, QJsonValue() },
        { u"clientIdentifier"_s, QString::fromLatin1(machine) }, { u"provides"_s, u"server"_s },
        { u"ownerId"_s, QJsonValue() }, { u"sourceTitle"_s, QJsonValue() },
        { u"publicAddress"_s, u"203.0.113.9"_s }, { u"accessToken"_s, QString::fromLatin1(token) },
        { u"relay"_s, true }, { u"presence"_s, true }, { u"synced"_s, false },
        { u"dnsRebindingProtection"_s, false }, { u"natLoopbackSupported"_s, QJsonValue() },
        { u"createdAt"_s, u"2021-04-05T06:07:08Z"_s },
        { u"lastSeenAt"_s, u"2026-02-03T10:11:12Z"_s } };
}

/// A player: in the same list, without a token and a way to it.
QJsonObject player()
{
    return { { u"name"_s, u"Phone"_s }, { u"product"_s, u"Plex for Android (Mobile)"_s },
        { u"productVersion"_s, QJsonValue() }, { u"platform"_s, u"Android"_s },
        { u"clientIdentifier"_s, u"a1b2c3d4e5f60718-com-plexapp-android"_s },
        { u"provides"_s, u"client,player,pubsub-player"_s }, { u"accessToken"_s, QJsonValue() },
        { u"ownerId"_s, QJsonValue() }, { u"publicAddress"_s, QJsonValue() }, { u"owned"_s, true },
        { u"presence"_s, false }, { u"connections"_s, QJsonArray() } };
}

} // namespace

void Resources::addRoutes(Router& router)
{
    router.add(u"GET"_s, u"/api/v2/resources"_s, this, &Resources::list);
    router.add(u"GET"_s, u"/api/resources"_s, this, &Resources::formerList);
}

void Resources::setAddress(const Candidate& candidate, const QUrl& url)
{
    m_addresses.insert({ candidate.route, candidate.https }, url);
}

QJsonArray Resources::connections(const Call& call) const
{
    QJsonArray rows;
    for (const Candidate& candidate : m_candidates) {
        const bool isRelay = candidate.route == Route::Relay;
        if ((candidate.https && !includes(call, u"includeHttps"))
            || (!candidate.https && m_isHttpsRequired)
            || (isRelay && !includes(call, u"includeRelay"))) {
            continue;
        }
        const bool isLocal = !isRelay && candidate.route != Route::Remote;
        const QUrl url = candidate.route == Route::Closed
            ? closedUrl()
            : m_addresses.value({ candidate.route, candidate.https });
        if (url.isValid()) {
            rows.append(connection(url, isLocal, isRelay));
        }
    }
    if (includes(call, u"includeIPv6")) {
        QUrl six = m_addresses.value({ Route::Lan, false }); // where nobody listens
        six.setHost(u"::1"_s);
        rows.append(connection(six, true, false));
    }
    return rows;
}

QJsonObject Resources::ownServer(const Call& call, UserId user) const
{
    const QByteArray account = call.request.valueOrHeader(u"X-Plex-Token").toUtf8();
    QJsonObject row = serverRow(m_name, m_model.machineIdentifier, m_tokens.serverToken(account));
    row.insert(u"owned"_s, user == kOwner);
    row.insert(u"home"_s, user != kOwner);
    if (user != kOwner) {
        row.insert(u"ownerId"_s, homeUser(kOwner).plexId);
        row.insert(u"sourceTitle"_s, QString::fromUtf8(homeUser(kOwner).title));
    }
    row.insert(u"publicAddressMatches"_s, true);
    row.insert(u"httpsRequired"_s, m_isHttpsRequired);
    row.insert(u"connections"_s, connections(call));
    return row;
}

QJsonObject Resources::guestServer(const Call& call, const Guest& guest) const
{
    const bool isOwned = guest.owner.isEmpty();
    QJsonObject row = serverRow(guest.name, guest.machineIdentifier, guest.token);
    row.insert(u"owned"_s, isOwned);
    row.insert(u"home"_s, false);
    row.insert(u"publicAddressMatches"_s, isOwned);
    row.insert(u"httpsRequired"_s, false);
    QJsonArray ways { connection(closedUrl(), true, false) };
    if (guest.https.isValid() && includes(call, u"includeHttps")) {
        ways.append(connection(guest.https, isOwned, false));
    }
    ways.append(connection(guest.http, isOwned, false));
    row.insert(u"connections"_s, ways);
    if (!isOwned) {
        row.insert(u"ownerId"_s, 7'654'321);
        row.insert(u"sourceTitle"_s, guest.owner);
        row.insert(u"publicAddress"_s, u"198.51.100.7"_s);
    }
    return row;
}

QJsonArray Resources::devices(const Call& call, UserId user) const
{
    QJsonArray rows { ownServer(call, user), player() };
    if (user == kOwner) { // what others share is not shared with the whole Home
        for (const Guest& guest : m_guests) {
            rows.append(guestServer(call, guest));
        }
    }
    return rows;
}

Response Resources::list(const Call& call) const
{
    const std::optional<UserId> user
        = m_tokens.accountUser(call.request.valueOrHeader(u"X-Plex-Token").toUtf8());
    if (!user) {
        return plextv::failure(call, 401, 1001, u"User could not be authenticated"_s);
    }
    return plextv::document(call, u"resource"_s, devices(call, *user));
}

/// The spelling before v2: XML whatever is asked for, with other element names.
Response Resources::formerList(const Call& call) const
{
    const std::optional<UserId> user
        = m_tokens.accountUser(call.request.valueOrHeader(u"X-Plex-Token").toUtf8());
    if (!user) {
        return Response::error(401);
    }
    const auto attributes = [](QXmlStreamWriter& xml, const QJsonObject& object) {
        for (auto it = object.begin(); it != object.end(); ++it) {
            if (it.value().isBool()) {
                xml.writeAttribute(it.key(), it.value().toBool() ? u"1"_s : u"0"_s);
            } else if (!it.value().isNull() && !it.value().isArray()) {
                xml.writeAttribute(it.key(), it.value().toVariant().toString());
            }
        }
    };
    Response response;
    response.contentType = "text/xml;charset=utf-8";
    QXmlStreamWriter xml(&response.body);
    const QJsonArray rows = devices(call, *user);
    xml.writeStartDocument();
    xml.writeStartElement(u"MediaContainer"_s);
    xml.writeAttribute(u"size"_s, QString::number(rows.size()));
    for (const QJsonValue& row : rows) {
        xml.writeStartElement(u"Device"_s);
        attributes(xml, row.toObject());
        for (const QJsonValue& way : row[u"connections"].toArray()) {
            xml.writeStartElement(u"Connection"_s);
            attributes(xml, way.toObject());
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }
    xml.writeEndElement();
    xml.writeEndDocument();
    return response;
}

} // namespace demo
