// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/server.h"

#include "core/demo/backend.h"
#include "core/demo/foldercatalogue.h"

#include <QCoreApplication>
#include <QDir>
#include <QHostAddress>
#include <QSslSocket>

namespace demo {

namespace {

constexpr qint64 kMostTracks = 5'000'000;

/// One port that is listened on.
struct Door
{
    Service service = Service::Pms;
    Route route = Route::Lan;
    bool hasTls = false;
};

constexpr Door kDoors[] = {
    { Service::Pms, Route::Lan },
    { Service::PlexTv, Route::Lan },
    { Service::Discover, Route::Lan },
    { Service::Tmdb, Route::Lan },
    { Service::Pms, Route::Lan, true },
    { Service::Pms, Route::Remote, true },
    { Service::Pms, Route::Relay, true },
    { Service::Stranger, Route::WrongMachine },
    { Service::Pms, Route::Silent },
};
constexpr size_t kTlsDoor = 4;

QUrl localUrl(quint16 port, bool https = false)
{
    QUrl url;
    url.setScheme(https ? QStringLiteral("https") : QStringLiteral("http"));
    url.setHost(QStringLiteral("127.0.0.1"));
    url.setPort(port);
    return url;
}

util::Error noPort(quint16 port, const QString& detail)
{
    return util::Error { util::Error::Code::Conflict,
        port > 0 ? QCoreApplication::translate("demo::Server",
            "Port %1 cannot be opened on this computer. Another program may use it.")
                       .arg(port)
                 : QCoreApplication::translate(
                     "demo::Server", "The demo server could not open a port on this computer."),
        detail, 0, {} };
}

util::Error unreadable(const QString& folder)
{
    return util::Error { util::Error::Code::Storage,
        QCoreApplication::translate("demo::Server", "The music folder cannot be read."), folder, 0,
        {} };
}

} // namespace

Server::Server(Options options, QObject* parent)
    : QObject(parent)
    , m_options(std::move(options))
{
    const qint64 today = Model::now();
    std::unique_ptr<Catalogue> music;
    if (m_options.musicDir.isEmpty()) {
        const auto tracks
            = static_cast<quint32>(std::clamp<qint64>(m_options.tracks, 0, kMostTracks));
        music = std::make_unique<InventedCatalogue>(tracks, m_options.seed, today);
    } else {
        music = std::make_unique<FolderCatalogue>(m_options.musicDir);
    }
    m_backend = std::make_unique<Backend>(m_options, std::move(music), today);
    m_ports.assign(std::size(kDoors), 0);
    m_ports.front() = m_options.port;
    m_thread.setObjectName(QStringLiteral("demo"));
}

Server::~Server()
{
    stop();
}

util::Result<Endpoints> Server::start()
{
    if (!m_options.musicDir.isEmpty() && !QDir(m_options.musicDir).isReadable()) {
        return unreadable(m_options.musicDir);
    }
    stop();
    if (const auto prepared = m_backend->prepare({}); !prepared) {
        return prepared.error();
    }
    util::Result<Endpoints> endpoints = listen();
    if (!endpoints) {
        m_listeners.clear();
        return endpoints;
    }
    for (const auto& listener : m_listeners) {
        listener->moveToThread(&m_thread);
    }
    m_thread.start();
    return endpoints;
}

util::Future<Endpoints> Server::startAside()
{
    stop();
    m_stop = std::stop_source();
    const std::stop_token stopped = m_stop.get_token();
    const util::Promise<void> prepared;
    connect(
        &m_thread, &QThread::started, this,
        [backend = m_backend.get(), prepared, stopped] {
            prepared.finish(backend->prepare(stopped));
        },
        static_cast<Qt::ConnectionType>(Qt::DirectConnection | Qt::SingleShotConnection));
    m_thread.start();
    return util::async::andThen(prepared.future(), this,
        [this, stopped] { return stopped.stop_requested() ? util::Error::cancelled() : start(); });
}

util::Result<Endpoints> Server::listen()
{
    const bool canEncrypt = QSslSocket::supportsSsl();
    for (size_t i = 0; i < std::size(kDoors); ++i) {
        const Door& door = kDoors[i];
        const auto encryption = [backend = m_backend.get()] { return backend->encryption(); };
        auto listener = std::make_unique<Listener>(
            [this, service = door.service](const Request& request) {
                Outgoing outgoing = m_backend->handle(service, request);
                makeDueChange();
                return outgoing;
            },
            door.route,
            door.hasTls && canEncrypt ? std::function<Encryption()>(encryption) : nullptr);
        if (!listener->listen(QHostAddress(QHostAddress::LocalHost), m_ports[i])) {
            return noPort(m_ports[i], listener->errorString());
        }
        m_ports[i] = listener->serverPort();
        m_listeners.push_back(std::move(listener));
    }
    auto* notifier = new Notifier(m_listeners.front().get());
    Endpoints endpoints = m_backend->with([this, notifier, canEncrypt](Backend& backend) {
        backend.model.notices.setNotifier(notifier);
        backend.plexTv.setAddress(localUrl(m_ports[1]));
        backend.resources.setAddress({ Route::Lan, false }, localUrl(m_ports[0]));
        for (size_t i = kTlsDoor; i < std::size(kDoors); ++i) {
            const Door& door = kDoors[i];
            if (i != kTlsDoor) {
                backend.resources.setAddress({ door.route, false }, localUrl(m_ports[i]));
            }
            if (door.hasTls && canEncrypt) {
                backend.resources.setAddress({ door.route, true }, localUrl(m_ports[i], true));
            }
        }
        backend.discover.setAddress(localUrl(m_ports[2]));
        return backend.endpoints();
    });
    endpoints.pms = localUrl(m_ports[0]);
    endpoints.pmsHttps = canEncrypt ? localUrl(m_ports[kTlsDoor], true) : QUrl();
    endpoints.plexTv = localUrl(m_ports[1]);
    endpoints.discover = localUrl(m_ports[2]);
    endpoints.tmdb = localUrl(m_ports[3]);
    return endpoints;
}

void Server::stop()
{
    if (!m_thread.isRunning()) {
        return;
    }
    m_stop.request_stop();
    m_backend->with([](Backend& backend) { backend.model.notices.setNotifier(nullptr); });
    // Sockets and their timers must die in the thread they live in.
    for (auto& listener : m_listeners) {
        listener.release()->deleteLater();
    }
    m_listeners.clear();
    m_thread.quit();
    m_thread.wait();
}

} // namespace demo
