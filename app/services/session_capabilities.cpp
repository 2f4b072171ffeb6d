// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/session.h"

using Link = app::SessionStatus::Link;

namespace app {

void Session::followCircumstances()
{
    const auto update = [this] { updateCapabilities(); };
    connect(&m_services.library, &library::Library::opened, this, update);
    connect(&m_services.accounts, &account::Accounts::serversChanged, this, update);
    connect(&m_services.accounts, &account::Accounts::currentChanged, this, update);
    connect(&m_services.plexAccounts, &account::PlexAccounts::accountsChanged, this, update);
    connect(&m_services.plexAccounts, &account::PlexAccounts::reachableChanged, this, update);
    update();
}

account::Circumstances Session::circumstances() const
{
    using Now = account::Circumstances;
    const auto known = wanted();
    const bool isConnected = m_isUsable && m_server && m_info;
    Now now;
    now.isServerKnown = known.has_value();
    now.link = isConnected                  ? Now::Link::Connected
        : m_status.link == Link::Connecting ? Now::Link::Connecting
        : m_status.link == Link::Refused    ? Now::Link::Refused
                                            : Now::Link::Offline;
    now.server = isConnected ? *m_info : types::ServerInfo();
    now.hasCache = m_services.library.isOpen();
    if (known) {
        now.owner = known->owner;
        now.account = m_services.plexAccounts.account(known->account);
    }
    now.isPlexTvReachable = m_services.plexAccounts.isReachable();
    now.hasAccounts = !m_services.plexAccounts.accounts().isEmpty();
    now.hasTmdbKey = !m_services.environment.tmdbKey.isEmpty();
    return now;
}

void Session::updateCapabilities()
{
    QList<account::Capability> capabilities = account::capabilitiesIn(circumstances());
    if (capabilities != m_capabilities) {
        m_capabilities = std::move(capabilities);
        Q_EMIT capabilitiesChanged();
    }
}

} // namespace app
