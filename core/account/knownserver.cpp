// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/account/knownserver.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace account {
namespace {

using Users = QMap<QString, types::UserId>;

QString toText(const QJsonObject& object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QJsonObject fromText(const QString& text)
{
    return QJsonDocument::fromJson(text.toUtf8()).object();
}

QJsonObject writeUsers(const Users& users)
{
    QJsonObject object;
    for (auto it = users.begin(); it != users.end(); ++it) {
        object.insert(it.key(), it.value().value);
    }
    return object;
}

Users parseUsers(const QJsonValue& value)
{
    Users users;
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        users.insert(it.key(), { it.value().toString() });
    }
    return users;
}

/// Without name, address and account.
KnownServer parseIdentity(const QJsonObject& object)
{
    KnownServer server;
    server.id.value = object["id"_L1].toString();
    server.user.value = object["user"_L1].toString();
    server.tokens = parseUsers(object["tokens"_L1]);
    server.plexUsers = parseUsers(object["plexUsers"_L1]);
    return server;
}

QJsonObject writeIdentity(const KnownServer& server)
{
    return { { u"id"_s, server.id.value }, { u"user"_s, server.user.value },
        { u"tokens"_s, writeUsers(server.tokens) },
        { u"plexUsers"_s, writeUsers(server.plexUsers) } };
}

Preference preferenceFrom(const QJsonValue& value)
{
    const int number = value.toInt();
    const bool isOne = number > int(Preference::Automatic) && number <= int(Preference::Fixed);
    return isOne ? static_cast<Preference>(number) : Preference::Automatic;
}

std::optional<Route> routeFrom(const QJsonValue& value)
{
    const int number = value.toInt(-1);
    const bool isOne = number >= int(Route::Lan) && number <= int(Route::Relay);
    return isOne ? std::optional(static_cast<Route>(number)) : std::nullopt;
}

bool isAllowed(Preference preference, Route route)
{
    switch (preference) {
    case Preference::LanOnly:
        return route == Route::Lan;
    case Preference::NoRelay:
        return route != Route::Relay;
    default:
        return true;
    }
}

} // namespace

void KnownServer::keepChoicesOf(const KnownServer& before)
{
    preference = before.preference;
    fixed = before.fixed;
    mayBePlain = before.mayBePlain;
}

bool KnownServer::isOfPlexTv(const types::UserId& who) const
{
    return std::ranges::find(plexUsers, who) != plexUsers.end();
}

QString KnownServer::plexUser() const
{
    return plexUsers.key(user);
}

QList<Candidate> candidatesFor(const KnownServer& server)
{
    if (server.preference == Preference::Fixed && !server.fixed.url.isEmpty()) {
        return { { server.fixed, routeOf(server.fixed), false } };
    }
    QList<Candidate> allowed = server.candidates;
    if (allowed.isEmpty()) {
        allowed.append({ server.address, server.route.value_or(routeOf(server.address)), false });
    }
    allowed.removeIf([&server](const Candidate& candidate) {
        return !isAllowed(server.preference, candidate.route);
    });
    return allowed;
}

bool needsConsent(const Candidate& candidate, const KnownServer& server)
{
    return candidate.address.transport == Transport::PlainPrivate && !server.mayBePlain;
}

bool mayBeUsed(const KnownServer& server, const QUrl& at)
{
    const QList<Candidate> allowed = candidatesFor(server);
    return std::ranges::any_of(allowed, [&server, &at](const Candidate& candidate) {
        return candidate.address.url == at && !needsConsent(candidate, server);
    });
}

QString writeServer(const KnownServer& server)
{
    QJsonArray candidates;
    for (const Candidate& candidate : server.candidates) {
        candidates.append(toJson(candidate));
    }
    QJsonObject object = writeIdentity(server);
    object.insert(u"name"_s, server.name);
    object.insert(u"url"_s, server.address.url.toString());
    if (server.route) {
        object.insert(u"route"_s, int(*server.route));
    }
    object.insert(u"account"_s, server.account);
    object.insert(u"owner"_s, server.owner);
    object.insert(u"candidates"_s, candidates);
    object.insert(u"preference"_s, int(server.preference));
    object.insert(u"fixed"_s, server.fixed.url.toString());
    object.insert(u"mayBePlain"_s, server.mayBePlain);
    return toText(object);
}

std::optional<KnownServer> parseServer(const QString& text)
{
    const QJsonObject object = fromText(text);
    const auto address = parseServerAddress(object["url"_L1].toString());
    KnownServer server = parseIdentity(object);
    if (!address || !server.id.isValid()) {
        return std::nullopt;
    }
    server.name = object["name"_L1].toString();
    server.address = *address;
    server.route = routeFrom(object["route"_L1]);
    server.account = object["account"_L1].toString();
    server.owner = object["owner"_L1].toString();
    const QJsonArray candidates = object["candidates"_L1].toArray();
    for (const auto& value : candidates) {
        if (const auto candidate = candidateFrom(value.toObject())) {
            server.candidates.append(*candidate);
        }
    }
    server.preference = preferenceFrom(object["preference"_L1]);
    if (const auto fixed = parseServerAddress(object["fixed"_L1].toString())) {
        server.fixed = *fixed;
    }
    server.mayBePlain = object["mayBePlain"_L1].toBool();
    return server;
}

QString writeFormerServer(const KnownServer& server)
{
    return toText(writeIdentity(server));
}

KnownServer parseFormerServer(const QString& text)
{
    return parseIdentity(fromText(text));
}

} // namespace account
