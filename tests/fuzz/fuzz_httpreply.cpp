// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/client.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>
#include <cstdint>
#include <cstdlib>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qint64 kMostBytes = 64 * 1024;
constexpr std::chrono::seconds kPatience { 20 }; // a client that takes longer hangs

/// A server that answers every request with the same bytes and hangs up.
class Replier
{
public:
    Replier()
    {
        if (!m_server.listen(QHostAddress::LocalHost)) {
            abort();
        }
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] { accept(); });
    }
    [[nodiscard]] QUrl url() const
    {
        return QUrl(u"http://127.0.0.1:%1"_s.arg(m_server.serverPort()));
    }
    void setReply(QByteArray reply) { m_reply = std::move(reply); }

private:
    void accept()
    {
        while (QTcpSocket* socket = m_server.nextPendingConnection()) {
            QObject::connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
            QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket] {
                if (socket->readAll().contains("\r\n\r\n")) {
                    socket->write(m_reply);
                    socket->disconnectFromHost();
                }
            });
        }
    }

    QTcpServer m_server;
    QByteArray m_reply;
};

/// The whole program: libFuzzer calls again and again, the application and the server stay.
struct World
{
    int argc = 1;
    char name[5] = "fuzz";
    char* argv[2] { name, nullptr };
    QCoreApplication application { argc, argv };
    Replier server;
};

net::Request smallRequest()
{
    net::Request request;
    request.path = u"/library"_s;
    request.tries = 2;
    request.timeout = 2s;
    request.deadline = 4s;
    request.maxBytes = kMostBytes;
    return request;
}

} // namespace

/// What comes over the wire instead of an HTTP reply: any bytes give a 2xx within the limits or an
/// error that holds no secret, in time, never a crash.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    static World world;
    world.server.setReply(
        QByteArray(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size)));
    net::Client::Options options;
    options.retryDelay = 1ms;
    options.longestRetryAfter = 0s;
    options.compression = size % 2 == 0;
    net::Client client(world.server.url(), options);
    client.setSecretHeader("X-Plex-Token", util::SecretString("fuzz-secret"));
    QEventLoop loop;
    bool isDone = false;
    util::async::deliver(
        client.send(smallRequest()), &loop, [&](const util::Result<net::Response>& reply) {
            isDone = true;
            loop.quit();
            const bool isTold = reply ? reply->status / 100 == 2 && reply->body.size() <= kMostBytes
                                      : !reply.error().message.isEmpty()
                    && !reply.error().detail.contains(u"fuzz-secret");
            if (!isTold) {
                abort();
            }
        });
    QTimer::singleShot(kPatience, &loop, &QEventLoop::quit);
    loop.exec();
    if (!isDone) {
        abort();
    }
    return 0;
}
