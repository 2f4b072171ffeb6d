// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/notices.h"

#include "core/demo/itemwriter.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace demo {

namespace {

constexpr int kProcessed = 5;
constexpr int kDeleted = 9;
constexpr int kPlaylistType = 15;

/// What the item belongs to; nothing for films, shows and artists.
std::optional<Item> parentOf(const Model& model, Item item)
{
    switch (item.kind) {
    case Kind::Track:
        return Item { Kind::Album, model.music.albumOf(item.index) };
    case Kind::Album:
        return Item { Kind::Artist, model.music.artistOf(item.index) };
    case Kind::Season:
        return Item { Kind::Show, model.video.all(item.kind)[item.index].parent };
    case Kind::Episode:
        return Item { Kind::Season, model.video.all(item.kind)[item.index].parent };
    default:
        return std::nullopt;
    }
}

QByteArray titleOf(const Model& model, Item item)
{
    RowReader reader(model, kOwner);
    reader.seek(item);
    return reader.text({ item.kind, FieldId::Title });
}

QString keyText(const Model& model, Item item)
{
    return QString::number(model.state.key(item));
}

/// Ids are strings here, whatever they are elsewhere.
QJsonObject entryOf(const Model& model, Item item, int state)
{
    QJsonObject entry { { u"identifier"_s, QString::fromLatin1(kLibraryIdentifier) },
        { u"sectionID"_s, QString::number(sections::of(item.kind)) },
        { u"itemID"_s, keyText(model, item) }, { u"type"_s, typeNumber(item.kind) },
        { u"title"_s, QString::fromUtf8(titleOf(model, item)) }, { u"state"_s, state },
        { u"updatedAt"_s, Model::now() } };
    if (const std::optional<Item> parent = parentOf(model, item)) {
        entry.insert(u"parentItemID"_s, keyText(model, *parent));
        const Item root = parentOf(model, *parent).value_or(*parent);
        entry.insert(u"rootItemID"_s, keyText(model, root));
    }
    if (state == kDeleted) {
        entry.insert(u"metadataState"_s, u"deleted"_s);
    }
    return entry;
}

QByteArray container(const QString& type, const QString& payload, const QJsonArray& rows)
{
    const QJsonObject inside { { u"type"_s, type }, { u"size"_s, rows.size() }, { payload, rows } };
    return QJsonDocument(QJsonObject { { u"NotificationContainer"_s, inside } })
        .toJson(QJsonDocument::Compact);
}

} // namespace

void Notices::addRoutes(Router& router)
{
    router.add(u"GET"_s, u"/:/websockets/notifications"_s, this, &Notices::open);
    router.add(u"GET"_s, u"/:/eventsource/notifications"_s, this, &Notices::openStream);
}

/// Server-sent events, for the owner. A stream has no length and ends with its connection.
Response Notices::openStream(const Call& call) const
{
    if (call.user != kOwner || !m_notifier) {
        return Response::error(m_notifier ? 403 : 503);
    }
    const QStringList types = call.request.value(u"filters").split(u',', Qt::SkipEmptyParts)
        + QStringList { u"-log"_s };
    Response response;
    response.headers = { { "Content-Type", "text/event-stream" }, { "Cache-Control", "no-cache" },
        { "Connection", "close" } };
    response.takeOver = [notifier = m_notifier, types,
                            hearer = Hearer { true, call.request.origin }](QTcpSocket* socket,
                            const QByteArray&) { notifier->adoptStream(socket, types, hearer); };
    return response;
}

Response Notices::open(const Call& call) const
{
    if (!m_notifier) {
        return Response::error(503);
    }
    Response response = ws::handshake(call.request);
    if (response.status == 101) {
        response.takeOver
            = [notifier = m_notifier, hearer = Hearer { call.user == kOwner, call.request.origin }](
                  QTcpSocket* socket, const QByteArray& early) {
                  notifier->adopt(socket, early, hearer);
              };
    }
    return response;
}

void Notices::send(const QByteArray& text, Audience audience) const
{
    if (m_notifier) {
        QMetaObject::invokeMethod(
            m_notifier, [notifier = m_notifier, text, audience] { notifier->send(text, audience); },
            Qt::QueuedConnection);
    }
}

void Notices::sendTimeline(const QJsonArray& entries) const
{
    send(container(u"timeline"_s, u"TimelineEntry"_s, entries), Audience::Owner);
}

void Notices::changed(const Model& model, const std::vector<Item>& items) const
{
    if (!m_notifier) {
        return;
    }
    QJsonArray entries;
    for (const Item& item : items) {
        if (!model.state.isRemoved(item)) {
            entries.append(entryOf(model, item, kProcessed));
        }
    }
    if (entries.isEmpty()) {
        return;
    }
    sendTimeline(entries);
    send("{}", Audience::Owner);
    if (const std::optional<Item> parent = parentOf(model, items.front())) {
        entries.append(entryOf(model, *parent, kProcessed));
    }
    sendTimeline(entries); // the same again: a burst
    send(container(u"provider.content.change"_s, u"ContentChangeNotification"_s,
             { QJsonObject { { u"provider"_s, u"library"_s } } }),
        Audience::Owner);
}

void Notices::removed(const Model& model, Item item) const
{
    if (m_notifier) {
        sendTimeline({ entryOf(model, item, kDeleted) });
    }
}

void Notices::playlistEntry(const Playlist& playlist, int state) const
{
    QJsonObject entry { { u"identifier"_s, QString::fromLatin1(kLibraryIdentifier) },
        { u"sectionID"_s, u"-1"_s }, { u"itemID"_s, QString::number(playlist.key) },
        { u"type"_s, kPlaylistType }, { u"title"_s, QString::fromUtf8(playlist.title) },
        { u"state"_s, state }, { u"updatedAt"_s, playlist.updatedAt } };
    if (state == kDeleted) {
        entry.insert(u"metadataState"_s, u"deleted"_s);
    }
    sendTimeline({ entry });
}

void Notices::playlistChanged(const Playlist& playlist) const
{
    playlistEntry(playlist, kProcessed);
    send("{}", Audience::Owner);
    playlistEntry(playlist, kProcessed);
}

void Notices::playlistRemoved(const Playlist& playlist) const
{
    playlistEntry(playlist, kDeleted);
}

void Notices::playing(const Model& model, const Session& session) const
{
    const QString key = keyText(model, session.item);
    QJsonObject row { { u"sessionKey"_s, QString::number(session.number) },
        { u"clientIdentifier"_s, QString::fromUtf8(session.client) }, { u"guid"_s, QString() },
        { u"ratingKey"_s, key }, { u"url"_s, QString() },
        { u"key"_s, QString(u"/library/metadata/"_s + key) }, { u"viewOffset"_s, session.time },
        { u"state"_s, QString::fromUtf8(session.state) } };
    if (session.queueItem != 0) {
        row.insert(u"playQueueItemID"_s, static_cast<qint64>(session.queueItem));
        row.insert(u"playQueueID"_s, static_cast<qint64>(session.queue));
    }
    send(container(u"playing"_s, u"PlaySessionStateNotification"_s, { row }), Audience::Owner);
}

void Notices::activity(const Activity& activity, const QByteArray& event) const
{
    const QString uuid = QString::fromUtf8(activity.uuid);
    const QJsonObject what { { u"uuid"_s, uuid }, { u"type"_s, QString::fromUtf8(activity.type) },
        { u"cancellable"_s, activity.isCancellable }, { u"userID"_s, 1 },
        { u"title"_s, QString::fromUtf8(activity.title) },
        { u"subtitle"_s, QString::fromUtf8(activity.subtitle) },
        { u"progress"_s, activity.progress } };
    const QJsonObject row { { u"event"_s, QString::fromUtf8(event) }, { u"uuid"_s, uuid },
        { u"Activity"_s, what } };
    send(container(u"activity"_s, u"ActivityNotification"_s, { row }), Audience::Owner);
}

void Notices::sendText(const QByteArray& text) const
{
    send(text, Audience::Everyone);
}

void Notices::drop(Route route) const
{
    if (m_notifier) {
        QMetaObject::invokeMethod(
            m_notifier,
            [notifier = m_notifier, route] {
                notifier->drop([route](const Origin& origin) { return origin.route == route; });
            },
            Qt::QueuedConnection);
    }
}

void Notices::dropEncrypted() const
{
    if (m_notifier) {
        QMetaObject::invokeMethod(
            m_notifier,
            [notifier = m_notifier] {
                notifier->drop([](const Origin& origin) { return origin.isEncrypted; });
            },
            Qt::QueuedConnection);
    }
}

void Notices::dropAll() const
{
    if (m_notifier) {
        QMetaObject::invokeMethod(
            m_notifier,
            [notifier = m_notifier] { notifier->drop([](const Origin&) { return true; }); },
            Qt::QueuedConnection);
    }
}

} // namespace demo
