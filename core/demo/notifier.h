// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/route.h"
#include "core/demo/websocket.h"

#include <QObject>
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

/// One open notification socket. Deletes itself when the connection is gone. Thread: the server's.
class NotificationSocket : public QObject
{
    Q_OBJECT

public:
    /// @param early  bytes that came right behind the request
    NotificationSocket(QTcpSocket* socket, const QByteArray& early, Hearer hearer, QObject* parent);

    [[nodiscard]] const Hearer& hearer() const { return m_hearer; }
    /// One text frame. A client that does not read is cut off.
    void send(const QByteArray& text);
    /// The connection breaks without a word.
    void drop();

private:
    void readMore();
    void answer(const ws::Message& message);
    void close(const QByteArray& frame);

    QTcpSocket* m_socket;
    ws::FrameReader m_reader;
    Hearer m_hearer;
    bool m_isClosing = false;
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
    void send(const QByteArray& text, Audience audience);
    /// Breaks the connections for whose origin that holds.
    void drop(const std::function<bool(const Origin&)>& isMeant);
};

} // namespace demo
