// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/route.h"
#include "core/demo/websocket.h"

#include <QObject>
#include <QStringList>
#include <functional>

class QTcpSocket;

namespace demo {

/// Who gets a notification.
enum class Audience
{
    Owner, ///< what happens on the server: other users are told nothing
    Everyone
};

/// Who listens on a notification socket, and how the connection came in.
struct Hearer
{
    bool isOwner = false;
    Origin origin {};
};

/// One open connection that notifications go to. Deletes itself when it is gone. Thread: the
/// server's.
class Subscriber : public QObject
{
    Q_OBJECT

public:
    Subscriber(QTcpSocket* socket, Hearer hearer, QObject* parent);

    [[nodiscard]] const Hearer& hearer() const { return m_hearer; }
    /// One notification, as the frame of a WebSocket says it.
    virtual void send(const QByteArray& text) = 0;
    /// The connection breaks without a word.
    void drop();

protected:
    /// A client that does not read is cut off.
    void write(const QByteArray& bytes);

    QTcpSocket* m_socket;
    bool m_isClosing = false;

private:
    Hearer m_hearer;
};

/// A WebSocket.
class NotificationSocket : public Subscriber
{
    Q_OBJECT

public:
    /// @param early  bytes that came right behind the request
    NotificationSocket(QTcpSocket* socket, const QByteArray& early, Hearer hearer, QObject* parent);

    void send(const QByteArray& text) override;

private:
    void readMore();
    void answer(const ws::Message& message);
    void close(const QByteArray& frame);

    ws::FrameReader m_reader;
};

/// Server-sent events: one for each row of a notification, named by its type.
class EventStream : public Subscriber
{
    Q_OBJECT

public:
    /// @param types  the only ones to send; those with a '-' are left out instead
    EventStream(QTcpSocket* socket, QStringList types, Hearer hearer, QObject* parent);

    void send(const QByteArray& text) override;

private:
    [[nodiscard]] bool isWanted(const QString& type) const;

    QStringList m_types;
};

/// All open notification sockets of a running server. Thread: the server's.
class Notifier : public QObject
{
    Q_OBJECT

public:
    explicit Notifier(QObject* parent)
        : QObject(parent)
    {
    }

    /// Takes over a connection whose handshake is done. What was sent before is not repeated.
    void adopt(QTcpSocket* socket, const QByteArray& early, Hearer hearer);
    /// The same for server-sent events.
    void adoptStream(QTcpSocket* socket, const QStringList& types, Hearer hearer);
    void send(const QByteArray& text, Audience audience);
    /// Breaks the connections for whose origin that holds.
    void drop(const std::function<bool(const Origin&)>& isMeant);
};

} // namespace demo
