// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plex/parseplextv.h"

#include "core/plex/jsondocument.h"

#include <QStringList>

using namespace Qt::StringLiterals;
using util::Result;
using util::SecretString;

namespace plex {

namespace {

constexpr qint64 kLongestPin = 24 * 3600; // seconds; what claims more is nonsense

SecretString secret(const json::Maybe& value)
{
    return SecretString(json::text(value).toUtf8());
}

/// The object that an answer is.
Result<std::unique_ptr<json::Document>> readObject(const QByteArray& body, const QString& endpoint)
{
    auto document = json::Document::read(body, endpoint);
    if (document && !json::object((*document)->root())) {
        return json::broken(endpoint, u"no object"_s);
    }
    return document;
}

PublishedAddress addressFrom(const json::Object& object)
{
    PublishedAddress address;
    address.url = QUrl(json::text(json::at(object, "uri")), QUrl::StrictMode);
    address.host = json::text(json::at(object, "address"));
    address.port = json::smallInteger(json::at(object, "port")).value_or(0);
    address.isLocal = json::boolean(json::at(object, "local"));
    address.isRelay = json::boolean(json::at(object, "relay"));
    address.isIPv6 = json::boolean(json::at(object, "IPv6"));
    return address;
}

CloudServer serverFrom(const json::Object& object)
{
    CloudServer server;
    server.id.value = json::text(json::at(object, "clientIdentifier"));
    server.name = json::text(json::at(object, "name"));
    server.owner = json::text(json::at(object, "sourceTitle"));
    server.token = secret(json::at(object, "accessToken"));
    server.isOwned = json::boolean(json::at(object, "owned"));
    server.isHttpsRequired = json::boolean(json::at(object, "httpsRequired"));
    server.isInThisNetwork = json::boolean(json::at(object, "publicAddressMatches"));
    server.wasSeen = json::boolean(json::at(object, "presence"));
    json::each(json::at(object, "connections"), [&server](const json::Object& connection) {
        const PublishedAddress address = addressFrom(connection);
        if (address.url.isValid() && !address.url.host().isEmpty()) {
            server.addresses.append(address);
        }
    });
    return server;
}

/// What its owner calls a user: a name of one's own choice, a user name, an address.
QString nameFrom(const json::Object& object)
{
    for (const char* key : { "friendlyName", "title", "username", "email" }) {
        QString name = json::text(json::at(object, key));
        if (!name.isEmpty()) {
            return name;
        }
    }
    return {};
}

} // namespace

Result<Pin> parsePin(const QByteArray& body, const QString& endpoint)
{
    const auto document = readObject(body, endpoint);
    if (!document) {
        return document.error();
    }
    const json::Object object = *json::object((*document)->root());
    Pin pin;
    pin.id = secret(json::at(object, "id"));
    pin.code = secret(json::at(object, "code"));
    if (pin.id.isEmpty() || pin.code.isEmpty()) {
        return json::broken(endpoint, u"a sign-in without id or code"_s);
    }
    pin.qrCode = QUrl(json::text(json::at(object, "qr")), QUrl::StrictMode);
    pin.expiresIn = std::chrono::seconds(std::clamp<qint64>(
        json::integer(json::at(object, "expiresIn")).value_or(0), 0, kLongestPin));
    pin.token = secret(json::at(object, "authToken"));
    return pin;
}

Result<CloudUser> parseCloudUser(const QByteArray& body, const QString& endpoint)
{
    const auto document = readObject(body, endpoint);
    if (!document) {
        return document.error();
    }
    const json::Object object = *json::object((*document)->root());
    CloudUser user;
    user.uuid = json::text(json::at(object, "uuid"));
    if (user.uuid.isEmpty()) {
        return json::broken(endpoint, u"a user without uuid"_s);
    }
    user.name = nameFrom(object);
    user.hasHome = json::boolean(json::at(object, "home"));
    if (const auto subscription = json::object(json::at(object, "subscription"))) {
        user.hasPlexPass = json::boolean(json::at(*subscription, "active"));
    }
    return user;
}

Result<QList<CloudServer>> parseCloudServers(const QByteArray& body, const QString& endpoint)
{
    const auto document = json::Document::read(body, endpoint);
    if (!document) {
        return document.error();
    }
    if (!(*document)->root().is_array()) {
        return json::broken(endpoint, u"no list of devices"_s);
    }
    QList<CloudServer> servers;
    json::each((*document)->root(), [&servers](const json::Object& object) {
        const QStringList roles = json::text(json::at(object, "provides")).split(u',');
        CloudServer server = serverFrom(object);
        if (roles.contains(u"server"_s) && server.id.isValid()) {
            servers.append(std::move(server));
        }
    });
    return servers;
}

Result<QList<HomeUser>> parseHomeUsers(const QByteArray& body, const QString& endpoint)
{
    const auto document = json::Document::read(body, endpoint);
    if (!document) {
        return document.error();
    }
    const auto envelope = json::object((*document)->root());
    const json::Maybe list = envelope ? json::at(*envelope, "users") : (*document)->root();
    QList<HomeUser> users;
    json::each(list, [&users](const json::Object& object) {
        HomeUser user;
        user.uuid = json::text(json::at(object, "uuid"));
        user.name = nameFrom(object);
        user.isProtected = json::boolean(json::at(object, "protected"));
        user.isAdmin = json::boolean(json::at(object, "admin"));
        user.isRestricted = json::boolean(json::at(object, "restricted"));
        if (!user.uuid.isEmpty()) {
            users.append(std::move(user));
        }
    });
    return users;
}

Result<SecretString> parseSwitchedUser(const QByteArray& body, const QString& endpoint)
{
    const auto document = readObject(body, endpoint);
    if (!document) {
        return document.error();
    }
    SecretString token = secret(json::at(*json::object((*document)->root()), "authToken"));
    if (token.isEmpty()) {
        return json::broken(endpoint, u"a switched user without a token"_s);
    }
    return token;
}

} // namespace plex
