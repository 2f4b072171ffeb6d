// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/fault.h"
#include "core/demo/http.h"

#include <QObject>
#include <QSslConfiguration>
#include <QTcpServer>
#include <QTimer>
#include <functional>

class QSslSocket;
class QTcpSocket;

namespace demo {

/// An answer and how it is to be spoiled on the way.
struct Outgoing
{
    Response response {};
    Fault fault {};
};

/// Answers one request; called in the server's thread.
using Handler = std::function<Outgoing(const Request&)>;

/// One client connection: keep-alive, pipelining in order, HEAD, Range, gzip, chunked, faults.
///
/// Deletes itself when the socket is gone. Thread: the server's.
class Connection : public QObject
{
    Q_OBJECT

public:
    Connection(QTcpSocket* socket, Handler handler, Origin origin, QObject* parent);

private:
    void readMore();
    void answerNext();
    void send();
    void giveSocketAway();
    [[nodiscard]] qint64 unsent() const;
    [[nodiscard]] QByteArray head(qint64 bodyLength);
    void selectBody();
    void applyRange(qint64 size);
    /// 304 for what the client has already, where a fault says what that is.
    void applyCondition();
    void pump();
    void pumpSlowly();
    [[nodiscard]] QByteArray nextPiece(qint64 most);
    void finishBody();

    QTcpSocket* m_socket;
    Handler m_handler;
    Origin m_origin;
    QByteArray m_received;
    Request m_request;
    Outgoing m_outgoing;
    QTimer m_idle;
    QTimer m_drip;
    qint64 m_offset = 0; ///< next byte of the body to send
    qint64 m_end = 0; ///< one past the last byte to send
    bool m_isBusy = false;
    bool m_closesAfter = false;
    bool m_sentContinue = false;
    bool m_isSending = false; ///< false while the answer is delayed
    bool m_isPumping = false;
    bool m_isChunked = false; ///< the body goes out in chunks
};

/// How a connection that starts right now is encrypted.
struct Encryption
{
    QSslConfiguration configuration {};
    int certificateNumber = 0;
};

/// Listens on 127.0.0.1 and makes a Connection of every client. Where there is a certificate, a
/// client may speak TLS or not: the first byte tells, as at the port of a real server.
class Listener : public QTcpServer
{
    Q_OBJECT

public:
    /// @param encryption  asked for each client that speaks TLS; empty = plain HTTP only
    Listener(Handler handler, Route route, std::function<Encryption()> encryption)
        : m_handler(std::move(handler))
        , m_route(route)
        , m_encryption(std::move(encryption))
    {
    }

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    void listenToFirstByte(QSslSocket* socket);
    void greet(QSslSocket* socket);
    void serve(QTcpSocket* socket, bool isEncrypted, int certificateNumber);

    Handler m_handler;
    Route m_route;
    std::function<Encryption()> m_encryption;
};

} // namespace demo
