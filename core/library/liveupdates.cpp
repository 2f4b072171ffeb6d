// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/liveupdates.h"

#include "core/library/log.h"

using namespace Qt::StringLiterals;
namespace async = util::async;
using plex::Notification;
using types::RatingKey;
using util::Result;

namespace library {

/// One connection, from its start to its end.
struct LiveUpdates::Session
{
    plex::Server& server;
    CacheKey cache;
    std::unique_ptr<plex::NotificationSocket> socket;
    std::stop_source stop {};
    QSet<RatingKey> items {}; // to be fetched
    QSet<RatingKey> playlists {};
    QSet<RatingKey> fetchedAside {}; // a page that is being read may be older
    std::unique_ptr<ItemRefresher> refresher {};
    std::unique_ptr<PlaylistReader> lists {};
    bool isBusy = false;
};

LiveUpdates::LiveUpdates(
    Library& library, Sync& sync, QThreadPool& pool, const util::Clock& clock, QObject* parent)
    : QObject(parent)
    , m_library(library)
    , m_sync(sync)
    , m_pool(pool)
    , m_clock(clock)
    , m_reconciler(library, sync, pool, clock)
{
    m_timer.setSingleShot(true);
    m_order.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &LiveUpdates::flush);
    connect(&m_order, &QTimer::timeout, this, &LiveUpdates::askForSync);
    connect(&sync, &Sync::runningChanged, this, &LiveUpdates::syncRunningChanged);
    connect(&m_reconciler, &Reconciler::stored, this, &LiveUpdates::fetchAgain);
}

LiveUpdates::~LiveUpdates()
{
    stop();
}

void LiveUpdates::setTiming(const Timing& timing)
{
    m_timing = timing;
    m_reconciler.setTiming(timing.reconcile);
}

void LiveUpdates::start(plex::Server& server, const CacheKey& cache)
{
    stop();
    m_session = std::make_unique<Session>(Session { server, cache, server.notifications() });
    connect(m_session->socket.get(), &plex::NotificationSocket::connected, this,
        &LiveUpdates::askForSync); // nothing is repeated
    connect(m_session->socket.get(), &plex::NotificationSocket::disconnected, this,
        &LiveUpdates::interrupted);
    connect(m_session->socket.get(), &plex::NotificationSocket::refused, this,
        &LiveUpdates::noteRefusal);
    connect(m_session->socket.get(), &plex::NotificationSocket::received, this, &LiveUpdates::take);
    m_session->socket->start();
    m_reconciler.start(server, cache);
}

void LiveUpdates::stop()
{
    m_timer.stop();
    m_order.stop();
    m_isSyncWanted = false;
    m_reconciler.stop();
    if (const auto session = std::exchange(m_session, nullptr)) {
        session->stop.request_stop();
        session->socket->disconnect(this);
        if (session->isBusy) {
            m_sync.endAside();
        }
    }
}

void LiveUpdates::take(const Notification& notification)
{
    if (!m_session) {
        return;
    }
    bool isSyncDue = notification.isCut;
    for (const Notification::Activity& activity : notification.activities) {
        isSyncDue |= activity.hasEnded && activity.type == "library.update.section"_L1;
    }
    for (const Notification::Entry& entry : notification.entries) {
        if (entry.state != Notification::Entry::Processed
            && entry.state != Notification::Entry::Deleted) {
            continue;
        }
        if (entry.type == types::ItemType::Playlist) {
            m_session->playlists.insert(entry.key);
        } else if (entry.type != types::ItemType::Collection) {
            m_session->items.insert(entry.key);
        }
    }
    if (m_session->items.size() > kMost || m_session->playlists.size() > kMost) {
        m_session->items.clear();
        m_session->playlists.clear();
        isSyncDue = true;
    }
    if (isSyncDue) {
        askForSync();
    }
    schedule();
}

void LiveUpdates::noteRefusal()
{
    // If the token is no good, the answer makes the server say so, and another one takes its place.
    const auto answer = m_session->server.info(m_session->stop.get_token());
    plex::NotificationSocket* socket = m_session->socket.get();
    async::deliver(answer, socket,
        [socket, pause = m_timing.afterRefusal](const Result<types::ServerInfo>& info) {
            if (info || info.error().code != util::Error::Code::Unauthorised) {
                QTimer::singleShot(pause, socket, &plex::NotificationSocket::start);
            }
        });
}

void LiveUpdates::schedule()
{
    if (m_session->isBusy || (m_session->items.isEmpty() && m_session->playlists.isEmpty())) {
        return;
    }
    if (!m_waiting.isValid()) {
        m_waiting.start();
    }
    const bool isFirst = !m_rested.isValid() || m_rested.hasExpired(m_timing.calm.count());
    if (isFirst) {
        if (!m_timer.isActive()) {
            m_timer.start(m_timing.lead);
        }
        return;
    }
    const auto left = m_timing.longest - std::chrono::milliseconds(m_waiting.elapsed());
    m_timer.start(std::clamp(left, m_timing.lead, m_timing.calm));
}

void LiveUpdates::flush()
{
    if (!m_session || m_session->isBusy) {
        return;
    }
    m_waiting.invalidate();
    m_session->isBusy = true;
    m_sync.beginAside();
    refreshItems();
}

void LiveUpdates::refreshItems()
{
    const QList<RatingKey> keys = std::exchange(m_session->items, {}).values();
    if (keys.isEmpty()) {
        refreshPlaylists();
        return;
    }
    if (m_sync.isRunning() || m_reconciler.isReading()) {
        m_session->fetchedAside.unite({ keys.begin(), keys.end() });
        if (m_session->fetchedAside.size() > kMost) {
            m_session->fetchedAside.clear();
            m_isSyncWanted = true; // which finds them
        }
    }
    m_session->refresher = std::make_unique<ItemRefresher>(m_library, m_session->server, m_pool,
        m_session->cache, m_sync.afterPage(), m_session->stop.get_token());
    const auto refreshed = m_session->refresher->refresh(keys);
    const auto noteDone = [this, keys](const Result<WriteOutcome>& done) {
        ItemRefresher* refresher = m_session->refresher.release();
        refresher->deleteLater(); // it is what delivers
        m_session->fetchedAside.subtract(
            done ? refresher->failed() : QSet<RatingKey>(keys.begin(), keys.end()));
        if (!done) {
            // The connection is lost, or the server is in trouble: the next sync brings it.
            qCInfo(lcLibrary).noquote()
                << "event=news_not_fetched why=" << util::codeName(done.error().code);
            askForSync();
        } else if (done->added + done->updated + done->removed > 0 && !m_order.isActive()) {
            m_order.start(m_timing.order); // ranks are made by a sync
        }
        refreshPlaylists();
    };
    async::deliver(refreshed, m_session->refresher.get(), noteDone);
}

void LiveUpdates::refreshPlaylists()
{
    const auto keys = std::exchange(m_session->playlists, {});
    if (keys.isEmpty() || m_sync.isRunning()) {
        m_session->playlists = keys; // a sync reads the lists itself
        finishRound();
        return;
    }
    m_session->lists = std::make_unique<PlaylistReader>(m_library, m_session->server,
        m_session->cache, m_clock.epochSeconds(), m_sync.afterPage(), m_session->stop.get_token());
    const auto read = m_session->lists->run({ keys, true });
    async::deliver(read, m_session->lists.get(), [this](const Result<void>& done) {
        m_session->lists.release()->deleteLater();
        if (!done) {
            askForSync();
        }
        finishRound();
    });
}

void LiveUpdates::finishRound()
{
    m_session->isBusy = false;
    m_rested.start();
    m_sync.endAside();
    Q_EMIT applied();
    // Lists wait for the end of a sync.
    if (m_session && (!m_sync.isRunning() || !m_session->items.isEmpty())) {
        schedule();
    }
}

void LiveUpdates::askForSync()
{
    if (m_sync.isRunning()) {
        m_isSyncWanted = true; // what runs may be past it
    } else {
        m_isSyncWanted = false;
        m_order.stop();
        Q_EMIT wantsSync();
    }
}

void LiveUpdates::fetchAgain()
{
    if (m_session && !m_sync.isRunning()) {
        m_session->items.unite(std::exchange(m_session->fetchedAside, {}));
        schedule();
    }
}

void LiveUpdates::syncRunningChanged(bool isRunning)
{
    if (isRunning || !m_session) {
        return;
    }
    fetchAgain();
    if (std::exchange(m_isSyncWanted, false)) {
        // Not from within the end of the one before.
        QTimer::singleShot(0, this, [this] {
            if (m_session) {
                askForSync();
            }
        });
    }
}

} // namespace library
