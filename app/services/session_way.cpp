// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The way to the server: left where it may not be used any more, exchanged for a better one, found
// again.
#include "app/services/session.h"

#include "app/services/log.h"

#include <algorithm>

namespace async = util::async;
using util::Result;
using Link = app::SessionStatus::Link;

namespace app {

namespace {

constexpr std::chrono::milliseconds kBetweenProbes { 5000 };
constexpr std::chrono::milliseconds kBetweenRecoveries { 60'000 };

} // namespace

void Session::tryGoingOnline()
{
    async::deliver(goOnline(), this, [](const Result<types::ServerInfo>&) {
        // The status tells, and sets the next try.
    });
}

bool Session::isStillAllowed() const
{
    const auto known = wanted();
    if (!m_server || !known || (m_info && known->id.isValid() && known->id != m_info->id)) {
        return true; // or what goes on will end it
    }
    const QUrl url = m_server->baseUrl();
    const bool isTrusted = m_pin.isEmpty() || m_services.pins.fingerprintFor(url) == m_pin;
    return isTrusted && account::mayBeUsed(*known, url);
}

void Session::honourPermissions()
{
    if (isStillAllowed()) {
        return;
    }
    qCInfo(lcApp) << "event=connection_ended why=permission_withdrawn";
    dropServer();
    Q_EMIT wayForbidden();
    tryGoingOnline();
}

std::chrono::milliseconds Session::untilNextLook() const
{
    const std::chrono::milliseconds since { m_lastProbe.isValid() ? m_lastProbe.elapsed()
                                                                  : kBetweenProbes.count() };
    return std::max(kBetweenProbes - since, std::chrono::milliseconds(0));
}

void Session::followNetwork()
{
    if (m_status.link != Link::Offline) {
        reconsider();
        return;
    }
    if (m_turns > 0 || !m_reconnects || !wanted()) {
        return; // what goes on finds out
    }
    const std::chrono::milliseconds pause = untilNextLook();
    if (!m_retry.isActive() || m_retry.remainingTimeAsDuration() > pause) {
        m_retry.start(pause);
    }
}

void Session::reconsider()
{
    if (m_isProbing || m_turns > 0 || !m_reconnects) {
        return; // what goes on finds out
    }
    const auto known = shown();
    if (!isOnline() || !known || !m_server) {
        return; // the next try has its time, which what fails meanwhile does not change
    }
    const std::chrono::milliseconds pause = untilNextLook();
    if (pause.count() > 0) {
        m_look.start(pause);
        return;
    }
    m_isProbing = true;
    m_lastProbe.start();
    m_probing = std::stop_source();
    async::deliver(m_services.connector.probe(*known, m_probing.get_token(), m_server->baseUrl()),
        this, [this](const Result<QList<account::Probe>>& probes) {
            m_isProbing = false;
            takeProbes(probes);
        });
}

void Session::takeProbes(const Result<QList<account::Probe>>& probes)
{
    if (!probes || !isOnline() || m_turns > 0 || !m_server) {
        return; // something else is being done about it
    }
    const auto isHere = [this](const account::Probe& probe) {
        return !probe.error && probe.candidate.address.url == m_server->baseUrl();
    };
    // The best is foremost, of equals the present one; without an account nothing else is known.
    const bool isBest = !probes->isEmpty() && isHere(probes->first());
    if (!isBest) {
        tryGoingOnline();
    }
}

void Session::recoverToken()
{
    const auto known = shown();
    const bool mayRenew = known && !known->account.isEmpty() && !usesGivenToken()
        && !(m_lastRecovery.isValid() && m_lastRecovery.elapsed() < kBetweenRecoveries.count());
    if (mayRenew) {
        m_lastRecovery.start();
        tryGoingOnline();
        return;
    }
    if (m_turns == 0) {
        setStatus({ Link::Refused, m_status.server,
            tr("The server does not accept this sign-in any more. Connect again; what waits to be "
               "sent is kept."),
            false });
    }
}

} // namespace app
