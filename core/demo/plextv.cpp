// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/plextv.h"

#include "core/demo/names.h"
#include "core/demo/plextvreply.h"

#include <QDateTime>
#include <QFile>
#include <QJsonArray>

using namespace Qt::StringLiterals;
using demo::plextv::document;
using demo::plextv::failure;
using demo::plextv::field;

namespace demo {

namespace {

constexpr int kWrongPin = 1041;

QString clientOf(const Call& call)
{
    return field(call, u"X-Plex-Client-Identifier");
}

Response notSignedIn(const Call& call)
{
    return failure(call, 401, 1001, u"User could not be authenticated"_s);
}

/// The picture of a member; each looks different.
QString thumbOf(const HomeUser& user)
{
    return u"https://plex.tv/users/%1/avatar?c=1700000000"_s.arg(QLatin1StringView(user.uuid));
}

QJsonObject memberRow(const HomeUser& user)
{
    const QString username = QString::fromUtf8(user.username);
    const QJsonValue name = username.isEmpty() ? QJsonValue() : QJsonValue(username);
    const QJsonValue email
        = username.isEmpty() ? QJsonValue() : QJsonValue(QString(username + u"@example.org"_s));
    return { { u"id"_s, user.plexId }, { u"uuid"_s, QLatin1StringView(user.uuid).toString() },
        { u"title"_s, QString::fromUtf8(user.title) }, { u"username"_s, name },
        { u"email"_s, email }, { u"friendlyName"_s, QJsonValue() }, { u"thumb"_s, thumbOf(user) },
        { u"hasPassword"_s, user.isAdmin }, { u"restricted"_s, user.isRestricted },
        { u"updatedAt"_s, 1'700'000'000 }, { u"restrictionProfile"_s, QJsonValue() },
        { u"admin"_s, user.isAdmin }, { u"guest"_s, false },
        { u"protected"_s, *user.pin != '\0' } };
}

} // namespace

void PlexTv::addRoutes(Router& router)
{
    router.add(u"GET"_s, u"/api/v2/user"_s, this, &PlexTv::user);
    router.add(u"GET"_s, u"/api/v2/ping"_s, this, &PlexTv::ping);
    router.add(u"DELETE"_s, u"/api/v2/users/signout"_s, this, &PlexTv::signOut);
    router.add(u"POST"_s, u"/api/v2/pins"_s, this, &PlexTv::createPin);
    router.add(u"PUT"_s, u"/api/v2/pins/link"_s, this, &PlexTv::linkPin);
    router.add(u"GET"_s, u"/api/v2/pins/{}"_s, this, &PlexTv::pollPin);
    router.add(u"GET"_s, u"/api/v2/pins/qr/{}"_s, this, &PlexTv::pinPicture);
    router.add(u"GET"_s, u"/api/v2/home/users"_s, this, &PlexTv::homeUsers);
    router.add(u"POST"_s, u"/api/v2/home/users/{}/switch"_s, this, &PlexTv::switchUser);
}

std::optional<UserId> PlexTv::userOf(const Call& call) const
{
    return m_tokens.accountUser(field(call, u"X-Plex-Token").toUtf8());
}

QJsonObject PlexTv::userBody(const HomeUser& user, const QByteArray& token) const
{
    QJsonArray features { u"companions_sonos"_s, u"home"_s };
    if (m_model.hasPass) {
        for (const QString& feature : { u"pass"_s, u"lyrics"_s, u"music-analysis"_s }) {
            features.append(feature);
        }
    }
    const QJsonObject subscription { { u"active"_s, m_model.hasPass },
        { u"status"_s, m_model.hasPass ? u"Active"_s : u"Inactive"_s },
        { u"plan"_s, m_model.hasPass ? QJsonValue(u"lifetime"_s) : QJsonValue() },
        { u"subscribedAt"_s, QJsonValue() }, { u"paymentService"_s, QJsonValue() },
        { u"features"_s, features } };
    // One list is an array, the other a text: they have drifted.
    const QJsonObject profile { { u"autoSelectAudio"_s, true },
        { u"defaultAudioLanguage"_s, u"en"_s }, { u"defaultAudioLanguages"_s, u"en,de"_s },
        { u"defaultSubtitleLanguages"_s, QJsonArray { u"en"_s } } };
    QJsonObject body = memberRow(user);
    body.insert(u"friendlyName"_s, QString());
    body.insert(u"locale"_s, QJsonValue());
    body.insert(u"country"_s, u"DE"_s);
    body.insert(u"joinedAt"_s, 1'300'000'000);
    body.insert(u"home"_s, m_hasHome);
    body.insert(u"homeSize"_s, m_hasHome ? static_cast<int>(kHome.size()) : 1);
    body.insert(u"homeAdmin"_s, m_hasHome && user.isAdmin);
    body.insert(u"maxHomeSize"_s, 15);
    body.insert(u"authToken"_s, QString::fromLatin1(token));
    body.insert(u"subscription"_s, subscription);
    body.insert(u"profile"_s, profile);
    body.insert(u"roles"_s, QJsonArray { u"plexpass"_s });
    body.insert(u"entitlements"_s, QJsonArray());
    return body;
}

Response PlexTv::user(const Call& call) const
{
    const QString token = field(call, u"X-Plex-Token");
    const std::optional<UserId> id = userOf(call);
    if (!id && token.contains(u'.')) { // no token of ours has one: it is malformed
        return failure(call, 422, 1001, u"Invalid token"_s);
    }
    return id ? document(call, u"user"_s, userBody(homeUser(*id), token.toUtf8()))
              : notSignedIn(call);
}

Response PlexTv::ping(const Call& call) const
{
    return userOf(call) ? document(call, u"ping"_s, QJsonObject { { u"pong"_s, true } })
                        : notSignedIn(call);
}

Response PlexTv::signOut(const Call& call)
{
    if (!userOf(call)) {
        return notSignedIn(call);
    }
    m_tokens.signOut(field(call, u"X-Plex-Token").toUtf8());
    return Response::empty(204);
}

QJsonObject PlexTv::pinBody(const Pin& pin)
{
    const QJsonValue token = pin.claimedBy
        ? QJsonValue(QString::fromLatin1(m_tokens.accountToken(*pin.claimedBy, pin.client)))
        : QJsonValue();
    const QJsonObject location { { u"code"_s, u"DE"_s }, { u"country"_s, u"Germany"_s },
        { u"city"_s, u"Bremen"_s }, { u"european_union_member"_s, true },
        { u"time_zone"_s, u"Europe/Berlin"_s } };
    const QString code = QString::fromLatin1(pin.code);
    const QDateTime now = QDateTime::currentDateTimeUtc();
    return { { u"id"_s, pin.id }, { u"code"_s, code },
        { u"product"_s, QString::fromUtf8(pin.product) }, { u"trusted"_s, false },
        { u"qr"_s, QString(m_address.toString() + u"/api/v2/pins/qr/"_s + code) },
        { u"clientIdentifier"_s, QString::fromUtf8(pin.client) }, { u"location"_s, location },
        { u"expiresIn"_s, std::max<qint64>(0, now.secsTo(pin.expiresAt)) },
        { u"createdAt"_s, pin.createdAt.toString(Qt::ISODate) },
        { u"expiresAt"_s, pin.expiresAt.toString(Qt::ISODate) }, { u"authToken"_s, token },
        { u"newRegistration"_s, QJsonValue() } };
}

Response PlexTv::createPin(const Call& call)
{
    const QByteArray client = clientOf(call).toUtf8();
    if (client.isEmpty()) {
        return failure(call, 400, 1000, u"X-Plex-Client-Identifier is missing"_s);
    }
    const QString strong = field(call, u"strong");
    const Pin& pin = pins.create(
        client, field(call, u"X-Plex-Product").toUtf8(), strong == u"true" || strong == u"1");
    return document(call, u"pin"_s, pinBody(pin), 201);
}

Response PlexTv::pollPin(const Call& call)
{
    Pin* pin = pins.find(static_cast<int>(call.key()), clientOf(call).toUtf8());
    if (!pin) {
        return failure(call, 404, 1020, u"Code not found or expired"_s);
    }
    if (!pins.poll(*pin)) {
        Response response = failure(call, 429, 1003, u"Too many requests"_s);
        response.headers.emplaceBack("Retry-After", "1");
        return response;
    }
    return document(call, u"pin"_s, pinBody(*pin));
}

/// Someone who is signed in types the four characters at plex.tv/link.
Response PlexTv::linkPin(const Call& call)
{
    const std::optional<UserId> user = userOf(call);
    if (!user) {
        return notSignedIn(call);
    }
    return pins.link(field(call, u"code").toUtf8(), *user)
        ? Response::empty(204)
        : failure(call, 404, 1020, u"Code not found or expired"_s);
}

/// A picture of the size and kind of the real one. What a camera reads in it is a sentence, because
/// this plex.tv is not to be reached from a phone.
Response PlexTv::pinPicture(const Call&) const
{
    Response response;
    response.contentType = "image/png";
    QFile picture(u":/demo/link-qr.png"_s);
    if (picture.open(QIODevice::ReadOnly)) {
        response.body = picture.readAll();
    }
    response.compressible = false;
    return response;
}

Response PlexTv::homeUsers(const Call& call) const
{
    if (!userOf(call)) {
        return notSignedIn(call);
    }
    if (!m_hasHome) {
        return failure(call, 403, 1006, u"The account is not in a Plex Home"_s);
    }
    QJsonArray users;
    for (const HomeUser& user : kHome) {
        users.append(memberRow(user));
    }
    return document(call, u"home"_s,
        QJsonObject { { u"id"_s, 4711 }, { u"name"_s, QString() },
            { u"guestUserID"_s, QJsonValue() }, { u"guestEnabled"_s, false },
            { u"subscription"_s, m_model.hasPass }, { u"users"_s, users } });
}

Response PlexTv::switchUser(const Call& call)
{
    if (!userOf(call)) {
        return notSignedIn(call);
    }
    const QByteArray uuid = call.args.value(0).toLatin1();
    const auto user
        = std::ranges::find_if(kHome, [&uuid](const HomeUser& one) { return uuid == one.uuid; });
    if (!m_hasHome || user == kHome.end()) {
        return failure(call, 404, 1019, u"User not found"_s);
    }
    if (*user->pin != '\0' && field(call, u"pin").toLatin1() != user->pin) {
        return failure(call, 401, kWrongPin, u"Invalid PIN"_s);
    }
    const QByteArray token = m_tokens.accountToken(user->id, clientOf(call).toUtf8());
    QJsonObject body = userBody(*user, token);
    // What else is there differs from one answer to the next: only authToken can be relied on.
    body.insert(u"id"_s, QString::number(user->plexId));
    body.insert(u"homeAdmin"_s, user->isAdmin ? 1 : 0);
    body.remove(user->isRestricted ? u"subscription"_s : u"profile"_s);
    return document(call, u"user"_s, body, 201);
}

} // namespace demo
