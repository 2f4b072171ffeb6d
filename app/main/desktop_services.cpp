// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/main/desktop.h"
#include "app/services/caches.h"
#include "app/services/plays.h"
#include "core/playback/remotesource.h"

#include <QDesktopServices>

namespace async = util::async;
using util::Error;
using util::Result;

// What the window is made with.
namespace app {

ui::Services Desktop::uiServices()
{
    ui::Services made { m_services.library, m_services.changes, m_services.ratings,
        m_services.playlists, m_player, m_services.settings, m_services.state, m_theme,
        m_services.clock,
        [this](const QString& thumb, int pixels, std::stop_token stop) {
            return m_services.artwork.square(thumb, pixels, std::move(stop));
        },
        [this](const account::ServerAddress& address, const util::SecretString& token,
            const std::stop_token& stop) { return checkAddress(address, token, stop); },
        m_services.accounts, m_services.plexAccounts, m_services.pins,
        [this](std::stop_token stop) { return m_session.checkConnection(std::move(stop)); },
        [this](const plex::HomeUser& user, const util::SecretString& pin) {
            return async::andThen(
                m_session.switchUser(user, pin), this, [](const types::ServerInfo&) {});
        },
        [this](const QUrl& page) {
            // The demo's plex.tv confirms by itself; the real one knows nothing of its codes.
            return m_options.isDemo || QDesktopServices::openUrl(page);
        },
        m_log,
        { [this] { return cacheBuckets(m_services); },
            [this](const QString& bucket) { return flushCache(m_services, bucket); } },
        m_services.onDemand, m_services.importing, m_services.pool, serverWork() };
    made.clips = [this]() -> playback::Player& {
        if (!m_clips) {
            m_clips = std::make_unique<Clips>(
                [this](const playback::QueueEntry& entry) { return openSource(entry); });
        }
        return m_clips->player;
    };
    return made;
}

ui::ServerWork Desktop::serverWork()
{
    const Error away { Error::Code::Offline, tr("There is no connection to the server."), {}, 0,
        {} };
    return { [this, away](std::stop_token stop) {
                return m_session.server() ? m_session.server()->activities(std::move(stop))
                                          : async::ready<QList<types::Activity>>(away);
            },
        [this, away](const QString& uuid) {
            return m_session.server() ? m_session.server()->cancelActivity(uuid)
                                      : async::ready<void>(away);
        },
        [this](
            std::stop_token stop) { return recentPlays(m_services, m_session, std::move(stop)); } };
}

Result<std::unique_ptr<playback::ByteSource>> Desktop::openSource(
    const playback::QueueEntry& entry) const
{
    if (!m_session.server()) {
        return Error { Error::Code::Offline,
            tr("There is no connection to the server that has this track."), {}, 0, {} };
    }
    return playback::openFrom(*m_session.server())(entry);
}

} // namespace app
