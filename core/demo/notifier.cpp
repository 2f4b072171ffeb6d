// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/notifier.h"

#include <QTcpSocket>

namespace demo {

namespace {

constexpr qint64 kMostUnsent = 8 * 1024 * 1024;

} // namespace

NotificationSocket::NotificationSocket(
    QTcpSocket* socket, const QByteArray& early, Hearer hearer, QObject* parent)
    : QObject(parent)
    , m_socket(socket)
    , m_hearer(hearer)
{
    m_socket->setParent(this);
    connect(m_socket, &QTcpSocket::readyRead, this, &NotificationSocket::readMore);
    connect(m_socket, &QTcpSocket::disconnected, this, &QObject::deleteLater);
    m_reader.add(early);
    QMetaObject::invokeMethod(this, &NotificationSocket::readMore, Qt::QueuedConnection);
}

void NotificationSocket::send(const QByteArray& text)
{
    if (m_isClosing || m_socket->state() != QAbstractSocket::ConnectedState) {
        return;
    }
    if (m_socket->bytesToWrite() > kMostUnsent) {
        drop();
        return;
    }
    m_socket->write(ws::frame(ws::Opcode::Text, text));
}

void NotificationSocket::drop()
{
    m_isClosing = true;
    m_socket->abort();
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

void Notifier::send(const QByteArray& text, Audience audience)
{
    for (NotificationSocket* socket :
        findChildren<NotificationSocket*>(Qt::FindDirectChildrenOnly)) {
        if (audience == Audience::Everyone || socket->hearer().isOwner) {
            socket->send(text);
        }
    }
}

void Notifier::drop(const std::function<bool(const Origin&)>& isMeant)
{
    for (NotificationSocket* socket :
        findChildren<NotificationSocket*>(Qt::FindDirectChildrenOnly)) {
        if (isMeant(socket->hearer().origin)) {
            socket->drop();
        }
    }
}

} // namespace demo
