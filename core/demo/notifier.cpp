// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/notifier.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpSocket>

using namespace Qt::StringLiterals;

namespace demo {

namespace {

constexpr qint64 kMostUnsent = 8 * 1024 * 1024;

} // namespace

Subscriber::Subscriber(QTcpSocket* socket, Hearer hearer, QObject* parent)
    : QObject(parent)
    , m_socket(socket)
    , m_hearer(hearer)
{
    m_socket->setParent(this);
    connect(m_socket, &QTcpSocket::disconnected, this, &QObject::deleteLater);
}

void Subscriber::drop()
{
    m_isClosing = true;
    m_socket->abort();
}

void Subscriber::write(const QByteArray& bytes)
{
    if (m_isClosing || m_socket->state() != QAbstractSocket::ConnectedState) {
        return;
    }
    if (m_socket->bytesToWrite() > kMostUnsent) {
        drop();
        return;
    }
    m_socket->write(bytes);
}

NotificationSocket::NotificationSocket(
    QTcpSocket* socket, const QByteArray& early, Hearer hearer, QObject* parent)
    : Subscriber(socket, hearer, parent)
{
    connect(m_socket, &QTcpSocket::readyRead, this, &NotificationSocket::readMore);
    m_reader.add(early);
    QMetaObject::invokeMethod(this, &NotificationSocket::readMore, Qt::QueuedConnection);
}

void NotificationSocket::send(const QByteArray& text)
{
    write(ws::frame(ws::Opcode::Text, text));
}

EventStream::EventStream(QTcpSocket* socket, QStringList types, Hearer hearer, QObject* parent)
    : Subscriber(socket, hearer, parent)
    , m_types(std::move(types))
{
}

bool EventStream::isWanted(const QString& type) const
{
    if (m_types.contains(u'-' + type)) {
        return false;
    }
    const bool onlySome
        = std::ranges::any_of(m_types, [](const QString& one) { return !one.startsWith(u'-'); });
    return !onlySome || m_types.contains(type);
}

void EventStream::send(const QByteArray& text)
{
    const QJsonObject inside
        = QJsonDocument::fromJson(text).object()[u"NotificationContainer"].toObject();
    const QString type = inside[u"type"].toString();
    if (type.isEmpty()) {
        write("event: ping\ndata: {}\n\n");
        return;
    }
    for (auto it = inside.begin(); isWanted(type) && it != inside.end(); ++it) {
        for (const auto& row : it.value().toArray()) {
            write("event: " + type.toUtf8() + "\ndata: "
                + QJsonDocument(QJsonObject { { it.key(), QJsonValue(row) } })
                      .toJson(QJsonDocument::Compact)
                + "\n\n");
        }
    }
}

void NotificationSocket::readMore()
{
    m_reader.add(m_socket->readAll());
    while (!m_isClosing) {
        const std::optional<ws::Message> message = m_reader.next();
        if (!message) {
            break;
        }
        answer(*message);
    }
    if (!m_isClosing && m_reader.failure()) {
        close(ws::closeFrame(*m_reader.failure()));
    }
}

void NotificationSocket::answer(const ws::Message& message)
{
    if (message.opcode == ws::Opcode::Ping) {
        m_socket->write(ws::frame(ws::Opcode::Pong, message.payload));
    } else if (message.opcode == ws::Opcode::Close) {
        close(ws::frame(ws::Opcode::Close,
            message.payload.first(std::min<qsizetype>(2, message.payload.size()))));
    }
    // Whatever else a client says is not listened to.
}

void NotificationSocket::close(const QByteArray& frame)
{
    m_isClosing = true;
    m_socket->write(frame);
    m_socket->disconnectFromHost();
}

void Notifier::adopt(QTcpSocket* socket, const QByteArray& early, Hearer hearer)
{
    auto* adopted = new NotificationSocket(socket, early, hearer, this);
    adopted->send("{}"); // frames without a container occur at any time
}

void Notifier::adoptStream(QTcpSocket* socket, const QStringList& types, Hearer hearer)
{
    (new EventStream(socket, types, hearer, this))->send("{}");
}

void Notifier::send(const QByteArray& text, Audience audience)
{
    for (Subscriber* socket : findChildren<Subscriber*>(Qt::FindDirectChildrenOnly)) {
        if (audience == Audience::Everyone || socket->hearer().isOwner) {
            socket->send(text);
        }
    }
}

void Notifier::drop(const std::function<bool(const Origin&)>& isMeant)
{
    for (Subscriber* socket : findChildren<Subscriber*>(Qt::FindDirectChildrenOnly)) {
        if (isMeant(socket->hearer().origin)) {
            socket->drop();
        }
    }
}

} // namespace demo
