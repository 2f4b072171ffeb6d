// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/reach.h"

#include <QHostInfo>
#include <QTcpSocket>
#include <QTimer>

using namespace Qt::StringLiterals;
using util::Error;

namespace net {
namespace {

constexpr auto kLimit = std::chrono::seconds(3);
constexpr int kHttpPort = 80;
constexpr int kHttpsPort = 443;

} // namespace

util::Future<QList<QHostAddress>> Reach::resolve(const QString& host)
{
    util::Promise<QList<QHostAddress>> promise;
    QHostInfo::lookupHost(host, this, [promise](const QHostInfo& info) {
        if (info.error() == QHostInfo::NoError) {
            promise.finish(info.addresses());
        } else if (info.error() == QHostInfo::HostNotFound) {
            promise.finish(Error { Error::Code::NotFound,
                tr("The name of the server is not known in this network."), u"host not found"_s, 0,
                {} });
        } else {
            promise.finish(Error { Error::Code::Offline,
                tr("Names cannot be looked up in this network."), u"no resolver"_s, 0, {} });
        }
    });
    return promise.future();
}

util::Future<void> Reach::knock(const QUrl& url)
{
    auto* socket = new QTcpSocket(this);
    auto* limit = new QTimer(socket);
    util::Promise<void> promise;
    const auto finish = [socket, promise](util::Result<void> result) {
        promise.finish(std::move(result));
        socket->disconnect();
        socket->abort();
        socket->deleteLater();
    };
    connect(socket, &QTcpSocket::connected, this, [finish] { finish({}); });
    connect(socket, &QTcpSocket::errorOccurred, this, [finish](QAbstractSocket::SocketError error) {
        const bool isUnknown = error == QAbstractSocket::HostNotFoundError;
        finish(Error { isUnknown ? Error::Code::NotFound : Error::Code::Offline,
            isUnknown ? tr("The name of the server is not known in this network.")
                      : tr("Nothing accepts connections at this address."),
            u"socket error %1"_s.arg(int(error)), 0, {} });
    });
    connect(limit, &QTimer::timeout, this, [finish] {
        finish(Error { Error::Code::Timeout, tr("Nothing answers at this address."),
            u"no answer to a connection"_s, 0, {} });
    });
    limit->setSingleShot(true);
    limit->start(kLimit);
    const int usual = url.scheme() == "https"_L1 ? kHttpsPort : kHttpPort;
    socket->connectToHost(url.host(), static_cast<quint16>(url.port(usual)));
    return promise.future();
}

} // namespace net
