// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/account/selfcheck.h"

#include "core/account/identity.h"
#include "core/account/selfcheckrun_p.h"

using namespace Qt::StringLiterals;
using util::Future;
using util::SecretString;
using State = account::Finding::State;

namespace account {

SelfCheck::SelfCheck(settings::Settings& settings, PlexAccounts& plexAccounts, Connector& connector,
    const Pins& pins, QThreadPool& pool, QObject* parent)
    : QObject(parent)
    , m_settings(settings)
    , m_plexAccounts(plexAccounts)
    , m_connector(connector)
    , m_pins(pins)
    , m_pool(pool)
{
}

Future<QList<Finding>> SelfCheck::run(
    const KnownServer& server, const SecretString& token, std::stop_token stop)
{
    auto* run = new SelfCheckRun(server, token, identityOf(m_settings), m_plexAccounts, m_connector,
        m_pins, m_pool, std::move(stop), this);
    return run->findings();
}

QString stateName(Finding::State state)
{
    switch (state) {
    case State::Good:
        return u"good"_s;
    case State::Doubtful:
        return u"doubtful"_s;
    case State::Bad:
        return u"bad"_s;
    case State::Skipped:
        break;
    }
    return u"skipped"_s;
}

} // namespace account
