// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/server.h"

#include "core/demo/backend.h"
#include "core/demo/foldercatalogue.h"

#include <QCoreApplication>
#include <QDir>
#include <QHostAddress>

namespace demo {

namespace {

constexpr qint64 kMostTracks = 5'000'000;

QUrl localUrl(quint16 port)
{
    QUrl url;
    url.setScheme(QStringLiteral("http"));
    url.setHost(QStringLiteral("127.0.0.1"));
    url.setPort(port);
    return url;
}

util::Error noPort(const QString& detail)
{
    return util::Error { util::Error::Code::Offline,
        QCoreApplication::translate(
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
    m_ports.assign(kServices, 0);
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
    for (int i = 0; i < kServices; ++i) {
        const auto service = static_cast<Service>(i);
        auto listener = std::make_unique<Listener>(
            [backend = m_backend.get(), service](
                const Request& request) { return backend->handle(service, request); });
        quint16& port = m_ports[static_cast<size_t>(i)];
        if (!listener->listen(QHostAddress(QHostAddress::LocalHost), port)) {
            return noPort(listener->errorString());
        }
        port = listener->serverPort();
        m_listeners.push_back(std::move(listener));
    }
    auto* notifier = new Notifier(m_listeners.front().get());
    Endpoints endpoints = m_backend->with([this, notifier](Backend& backend) {
        backend.model.notices.setNotifier(notifier);
        backend.plexTv.setServer(localUrl(m_ports[0]));
        backend.discover.setAddress(localUrl(m_ports[2]));
        return backend.endpoints();
    });
    endpoints.pms = localUrl(m_ports[0]);
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

void Server::inject(Fault fault)
{
    m_backend->with([&fault](Backend& backend) { backend.faults.append(std::move(fault)); });
}

void Server::clearFaults()
{
    m_backend->with([](Backend& backend) { backend.faults.clear(); });
}

QList<RecordedRequest> Server::takeRequests()
{
    return m_backend->with([](Backend& backend) {
        QList<RecordedRequest> taken(std::make_move_iterator(backend.requests.begin()),
            std::make_move_iterator(backend.requests.end()));
        backend.requests.clear();
        return taken;
    });
}

bool Server::setRating(quint64 ratingKey, std::optional<double> rating)
{
    return m_backend->with([ratingKey, rating](Backend& backend) {
        State& state = backend.model.state;
        const std::optional<Item> item = state.find(ratingKey);
        if (item) {
            Mark& mark = state.editMark(kOwner, *item);
            mark.rating = rating;
            mark.ratedAt = rating ? Model::now() : 0;
            backend.model.notices.changed(backend.model, { *item });
        }
        return item.has_value();
    });
}

std::optional<double> Server::rating(quint64 ratingKey)
{
    return m_backend->with([ratingKey](Backend& backend) {
        const std::optional<Item> item = backend.model.state.find(ratingKey);
        return item ? backend.model.state.mark(kOwner, *item).rating : std::nullopt;
    });
}

bool Server::removeItem(quint64 ratingKey)
{
    return m_backend->with([ratingKey](Backend& backend) {
        const std::optional<Item> item = backend.model.state.find(ratingKey);
        if (item) {
            backend.model.notices.removed(backend.model, *item);
            backend.model.state.remove(*item);
        }
        return item.has_value();
    });
}

bool Server::renameItem(quint64 ratingKey, const QString& title)
{
    return m_backend->with([ratingKey, &title](Backend& backend) {
        const std::optional<Item> item = backend.model.state.find(ratingKey);
        if (item) {
            backend.model.state.rename(*item, title.toUtf8(), Model::now());
            backend.model.notices.changed(backend.model, { *item });
        }
        return item.has_value();
    });
}

quint64 Server::rekeyItem(quint64 ratingKey)
{
    return m_backend->with([ratingKey](Backend& backend) {
        const std::optional<Item> item = backend.model.state.find(ratingKey);
        return item ? backend.model.state.rekey(*item) : 0;
    });
}

void Server::terminatePlayback(const QString& text)
{
    m_backend->with([&text](Backend& backend) { backend.playback.terminateAll(text.toUtf8()); });
}

void Server::setMaximumPageRows(int rows)
{
    m_backend->with([rows](Backend& backend) { backend.model.maximumPageRows = rows; });
}

void Server::sendNotification(const QByteArray& text)
{
    m_backend->with([&text](Backend& backend) { backend.model.notices.sendText(text); });
}

void Server::dropNotificationSockets()
{
    m_backend->with([](Backend& backend) { backend.model.notices.dropAll(); });
}

QByteArray Server::pcm(quint64 ratingKey)
{
    return m_backend->with([ratingKey](Backend& backend) {
        const std::optional<Item> item = backend.model.state.find(ratingKey);
        const auto* invented = dynamic_cast<const InventedCatalogue*>(backend.music.get());
        return item && item->kind == Kind::Track && invented
            ? synth::pcm(invented->piece(item->index))
            : QByteArray();
    });
}

} // namespace demo
