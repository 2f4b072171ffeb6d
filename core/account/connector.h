// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account/accounts.h"
#include "core/account/pins.h"
#include "core/account/plexaccounts.h"
#include "core/account/race.h"

namespace account {

/// A server of an account that was chosen, before it was ever used: what is to be known of it.
[[nodiscard]] KnownServer knownFrom(const plex::CloudServer& server, const QString& account);

/// Finds the way to a server.
///
/// Thread: UI. Errors of all, each with a sentence that says what to do: Unauthorised, Forbidden,
/// Tls, Offline, Timeout, Server (starting), NotFound (no Plex server), Conflict (another server
/// than expected), InvalidInput (no token), Cancelled.
class Connector : public QObject
{
    Q_OBJECT
public:
    /// @param pool  for parsing large answers; all references must outlive this
    Connector(settings::Settings& settings, PlexAccounts& plexAccounts, const Pins& pins,
        QThreadPool& pool, RaceTiming timing = {}, QObject* parent = nullptr);

    /// Asks who is at one address, then whether the token is accepted. Keeps nothing.
    ///
    /// The token is sent only after /identity named the @p expected server (any, if empty):
    /// sending it registers this device there.
    [[nodiscard]] util::Future<Connection> check(const ServerAddress& address,
        const util::SecretString& token, const types::ServerId& expected = {},
        std::stop_token stop = {});

    /// Takes the best way to a server that its preference allows. Keeps nothing.
    ///
    /// Where no address answers, or the token is refused, and it is known which user of plex.tv is
    /// signed in at the server, plex.tv is asked once for that user's addresses and token of
    /// today. Somebody else's token is never tried.
    [[nodiscard]] util::Future<Connection> connectTo(
        const KnownServer& server, const util::SecretString& token, std::stop_token stop = {});

    /// Asks all addresses of a server who they are.
    /// @param present  the address in use: foremost if it answers and none is clearly better, so
    ///     that one does not go to and fro between equals
    [[nodiscard]] util::Future<QList<Probe>> probe(
        const KnownServer& server, std::stop_token stop = {}, const QUrl& present = {});

private:
    /// connectTo() without asking plex.tv.
    [[nodiscard]] util::Future<Connection> tryAddresses(
        const KnownServer& server, const util::SecretString& token, const std::stop_token& stop);
    [[nodiscard]] util::Future<Connection> refreshAndTry(const KnownServer& server,
        const util::SecretString& token, const util::Error& before, const std::stop_token& stop);
    /// GET / with the token at the addresses that answered, one after the other.
    void authorise(QList<Probe> probes, const KnownServer& server, const util::SecretString& token,
        const util::Promise<Connection>& promise, const std::stop_token& stop);
    [[nodiscard]] std::shared_ptr<plex::Server> serverAt(
        const ServerAddress& address, const util::SecretString& token) const;

    settings::Settings& m_settings;
    PlexAccounts& m_plexAccounts;
    const Pins& m_pins;
    QThreadPool& m_pool;
    RaceTiming m_timing;
};

} // namespace account
