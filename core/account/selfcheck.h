// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account/connector.h"

namespace account {

/// One thing that was looked at.
struct Finding
{
    enum class State
    {
        Good,
        Doubtful, ///< works, but not as well as it could
        Bad,
        Skipped ///< not looked at, because something before it failed or it does not apply
    };
    QString name {}; ///< as the command line writes it, for example "name_resolution"
    QString title {}; ///< translated
    State state = State::Skipped;
    QString text {}; ///< translated: what was found
    QString advice {}; ///< translated: what to do; empty where nothing is to be done
    bool operator==(const Finding&) const = default;
};

/// "Why can't I connect?": looks at each step of the way to a server, one by one.
///
/// Nothing in a finding is secret: addresses are the user's own, tokens are never in it.
/// Thread: UI.
class SelfCheck : public QObject
{
    Q_OBJECT
public:
    /// All references must outlive this.
    SelfCheck(settings::Settings& settings, PlexAccounts& plexAccounts, Connector& connector,
        const Pins& pins, QThreadPool& pool, QObject* parent = nullptr);

    /// Account, published addresses, name resolution, port, encryption, identity, token, owner,
    /// sonic analysis; in this order, always all of them. Takes up to 15 s. Errors: Cancelled.
    [[nodiscard]] util::Future<QList<Finding>> run(
        const KnownServer& server, const util::SecretString& token, std::stop_token stop = {});

private:
    settings::Settings& m_settings;
    PlexAccounts& m_plexAccounts;
    Connector& m_connector;
    const Pins& m_pins;
    QThreadPool& m_pool;
};

/// "good", "doubtful", "bad" or "skipped".
[[nodiscard]] QString stateName(Finding::State state);

} // namespace account
