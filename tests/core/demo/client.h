// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/server.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSslConfiguration>
#include <QSslSocket>

/// A blunt HTTP client for the tests of the demo server: one request, every byte of the answer.
/// It shares nothing with the program's own client, so that their mistakes cannot cancel out.
namespace client {

struct Reply
{
    int status = 0; ///< 0 = the connection closed before a status line
    QHash<QByteArray, QByteArray> headers {};
    QByteArray body {};
    bool isComplete = false; ///< as many bytes as Content-Length said

    [[nodiscard]] QJsonObject container() const
    {
        return QJsonDocument::fromJson(body).object()[QStringLiteral("MediaContainer")].toObject();
    }
    [[nodiscard]] QJsonArray metadata() const
    {
        return container()[QStringLiteral("Metadata")].toArray();
    }
    [[nodiscard]] QJsonObject first() const { return metadata().at(0).toObject(); }
};

using Headers = QList<std::pair<QByteArray, QByteArray>>;

/// One keep-alive connection. By https it trusts the demo's authority and nobody else.
class Connection
{
public:
    explicit Connection(const QUrl& url)
    {
        const auto port = static_cast<quint16>(url.port());
        if (url.scheme() != QStringLiteral("https")) {
            m_socket.connectToHost(url.host(), port);
            m_socket.waitForConnected(5000);
            return;
        }
        QSslConfiguration configuration = m_socket.sslConfiguration();
        configuration.setCaCertificates({ QSslCertificate(demo::Server::authorityPem()) });
        m_socket.setSslConfiguration(configuration);
        m_socket.connectToHostEncrypted(url.host(), port);
        m_socket.waitForEncrypted(5000);
    }

    /// Why an encrypted connection was not accepted; empty if it was.
    [[nodiscard]] QList<QSslError> sslErrors() const { return m_socket.sslHandshakeErrors(); }
    [[nodiscard]] bool isEncrypted() const { return m_socket.isEncrypted(); }

    void write(const QByteArray& bytes)
    {
        m_socket.write(bytes);
        m_socket.flush();
    }

    Reply read(bool isHead = false)
    {
        Reply reply;
        while (!m_received.contains("\r\n\r\n")) {
            if (!more()) {
                return reply;
            }
        }
        const qsizetype end = m_received.indexOf("\r\n\r\n");
        const QList<QByteArray> lines = m_received.first(end).split('\n');
        m_received.remove(0, end + 4);
        reply.status = lines.first().split(' ').value(1).toInt();
        for (const QByteArray& line : lines.mid(1)) {
            const qsizetype colon = line.indexOf(':');
            reply.headers.insert(line.first(colon).toLower(), line.mid(colon + 1).trimmed());
        }
        if (isHead || reply.status == 204) {
            reply.isComplete = true;
        } else if (reply.headers.value("transfer-encoding") == "chunked") {
            readChunks(reply);
        } else {
            const qsizetype length = reply.headers.value("content-length").toLongLong();
            while (m_received.size() < length && more()) { }
            reply.body = m_received.first(std::min(length, m_received.size()));
            m_received.remove(0, reply.body.size());
            reply.isComplete = reply.body.size() == length;
        }
        return reply;
    }

    /// What arrived behind the answers read so far.
    [[nodiscard]] const QByteArray& received() const { return m_received; }

    /// Whether the server has closed the connection.
    bool isClosed()
    {
        while (more()) { }
        return m_socket.state() != QAbstractSocket::ConnectedState;
    }

private:
    bool more()
    {
        if (m_socket.bytesAvailable() == 0 && !m_socket.waitForReadyRead(10'000)) {
            return false;
        }
        m_received += m_socket.readAll();
        return true;
    }

    void readChunks(Reply& reply)
    {
        while (true) {
            while (!m_received.contains("\r\n")) {
                if (!more()) {
                    return;
                }
            }
            const qsizetype lineEnd = m_received.indexOf("\r\n");
            const qsizetype size = m_received.first(lineEnd).toLongLong(nullptr, 16);
            while (m_received.size() < lineEnd + size + 4) {
                if (!more()) {
                    return;
                }
            }
            reply.body += m_received.mid(lineEnd + 2, size);
            m_received.remove(0, lineEnd + size + 4);
            if (size == 0) {
                reply.isComplete = true;
                return;
            }
        }
    }

    QSslSocket m_socket;
    QByteArray m_received;
};

/// A demo server and the means to ask it.
class Demo
{
public:
    explicit Demo(demo::Options options = small())
        : server(std::move(options))
    {
        auto started = server.start();
        if (started) {
            endpoints = std::move(started).value();
        }
    }

    static demo::Options small()
    {
        demo::Options options;
        options.tracks = 600;
        options.seed = 7;
        return options;
    }

    /// The request as bytes, JSON asked for and with the server's token unless @p headers differ.
    [[nodiscard]] QByteArray request(const QByteArray& method, const QByteArray& target,
        const Headers& headers = {}, const QByteArray& body = {}) const
    {
        QByteArray bytes = method + ' ' + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\n";
        bool hasAccept = false;
        bool hasToken = false;
        for (const auto& [name, value] : headers) {
            hasAccept = hasAccept || name == "Accept";
            hasToken = hasToken || name == "X-Plex-Token";
            if (!value.isEmpty()) {
                bytes += name + ": " + value + "\r\n";
            }
        }
        if (!hasAccept) {
            bytes += "Accept: application/json\r\n";
        }
        if (!hasToken) {
            bytes += "X-Plex-Token: " + endpoints.token.reveal() + "\r\n";
        }
        if (!body.isEmpty()) {
            bytes += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
        }
        return bytes + "\r\n" + body;
    }

    Reply send(const QByteArray& method, const QByteArray& target, const Headers& headers = {},
        const QByteArray& body = {}) const
    {
        Connection connection(endpoints.pms);
        connection.write(request(method, target, headers, body));
        return connection.read(method == "HEAD");
    }

    Reply get(const QByteArray& target, const Headers& headers = {}) const
    {
        return send("GET", target, headers);
    }

    /// The rating key of the first row of a listing.
    [[nodiscard]] QByteArray keyOf(const QByteArray& target) const
    {
        return get(target).first()[QStringLiteral("ratingKey")].toString().toLatin1();
    }

    demo::Server server;
    demo::Endpoints endpoints;
};

/// The key of the first track.
inline QByteArray firstTrack(const Demo& demo)
{
    return demo.keyOf("/library/sections/2/all?type=10&X-Plex-Container-Start=0"
                      "&X-Plex-Container-Size=1");
}

} // namespace client
