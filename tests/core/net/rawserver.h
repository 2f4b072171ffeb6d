// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>
#include <functional>

namespace support {

/// One request as it came in.
struct RawRequest
{
    QByteArray verb;
    QByteArray target; ///< path and query as on the wire
    QHash<QByteArray, QByteArray> headers; ///< names in lower case
    QByteArray body;
    QByteArray text; ///< all of it
};

/// An HTTP server that writes exactly the bytes a test wants, for wire faults.
class RawServer : public QTcpServer
{
public:
    using Handler = std::function<void(const RawRequest&, QTcpSocket&)>;

    explicit RawServer(Handler handler)
        : m_handler(std::move(handler))
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket* socket = nextPendingConnection()) {
                ++connections;
                connect(socket, &QTcpSocket::readyRead, this, [this, socket] { receive(*socket); });
                connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
                    ++closed;
                    socket->deleteLater();
                });
            }
        });
    }

    [[nodiscard]] QUrl url() const
    {
        QUrl url;
        url.setScheme(QStringLiteral("http"));
        url.setHost(QStringLiteral("127.0.0.1"));
        url.setPort(serverPort());
        return url;
    }

    /// A whole answer with its length.
    static QByteArray reply(
        const QByteArray& status, const QByteArray& body = {}, const QByteArray& headers = {})
    {
        return "HTTP/1.1 " + status + "\r\nContent-Length: " + QByteArray::number(body.size())
            + "\r\n" + headers + "\r\n" + body;
    }

    QList<RawRequest> requests;
    int connections = 0;
    int closed = 0;

private:
    void receive(QTcpSocket& socket)
    {
        QByteArray& text = m_buffers[&socket];
        text += socket.readAll();
        const qsizetype end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            return;
        }
        RawRequest request;
        const QList<QByteArray> lines = text.left(end).split('\n');
        const QList<QByteArray> first = lines.at(0).trimmed().split(' ');
        request.verb = first.value(0);
        request.target = first.value(1);
        for (const QByteArray& line : lines.mid(1)) {
            const qsizetype colon = line.indexOf(':');
            request.headers.insert(line.left(colon).toLower(), line.mid(colon + 1).trimmed());
        }
        const qsizetype length = request.headers.value("content-length").toLongLong();
        if (text.size() < end + 4 + length) {
            return;
        }
        request.body = text.mid(end + 4, length);
        request.text = std::exchange(text, {});
        requests.append(request);
        m_handler(request, socket);
    }

    Handler m_handler;
    QHash<QTcpSocket*, QByteArray> m_buffers;
};

} // namespace support
