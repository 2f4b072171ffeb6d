// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account/address.h"
#include "core/account/tokenstore.h"
#include "core/plex/clientidentity.h"
#include "core/settings/settings.h"
#include "core/types/item.h"

#include <QObject>
#include <QThreadPool>

/// Who is signed in where: known servers, their tokens' place, connecting, what a connection can
/// do. Not for: talking to a server beyond finding out who it is. Invariant: a token is in a
/// TokenStore or in memory, never in the settings or a URL.
namespace account {

/// A server that was connected to before.
struct KnownServer
{
    types::ServerId id {};
    QString name {};
    ServerAddress address {};
    types::UserId user {}; ///< whose token it is; empty = the owner of a token entered by hand
    bool operator==(const KnownServer&) const = default;
};

/// The key under which a TokenStore holds the token for @p server and @p user.
[[nodiscard]] QString tokenKey(const types::ServerId& server, const types::UserId& user = {});

/// A server that answered and accepted the token.
struct Connection
{
    types::ServerInfo server {};
    ServerAddress address {};
    std::chrono::milliseconds latency { 0 }; ///< of the authorised request
};

/// What we say about this program; the identifier is made and stored the first time.
[[nodiscard]] plex::ClientIdentity identityOf(settings::Settings& settings);

/// The servers a user knows, and connecting to one.
///
/// Thread: UI.
class Accounts : public QObject
{
    Q_OBJECT
public:
    /// @param pool  for parsing large answers; all references must outlive this
    Accounts(settings::Settings& settings, TokenStore& tokens, QThreadPool& pool,
        QObject* parent = nullptr);

    /// In the order of their first use. What the settings hold and is no server is left out.
    [[nodiscard]] QList<KnownServer> servers() const;
    /// The one in use, if it is known.
    [[nodiscard]] std::optional<KnownServer> current() const;

    /// Asks who is there, then whether the token is accepted. Keeps nothing.
    ///
    /// The token is sent only after /identity named the @p expected server (any, if empty):
    /// sending it registers this device there.
    /// Errors, each with a sentence that says what to do: Unauthorised, Forbidden, Tls, Offline,
    /// Timeout, Server (starting), NotFound (no Plex server), Conflict (another server than
    /// expected), InvalidInput (no token), Cancelled.
    [[nodiscard]] util::Future<Connection> check(const ServerAddress& address,
        const util::SecretString& token, const types::ServerId& expected = {},
        std::stop_token stop = {});

    /// Stores the token of a connection that check() made, and makes its server the current one.
    /// @return where the token is kept, see TokenPlace
    [[nodiscard]] util::Future<TokenPlace> add(
        const Connection& connection, const util::SecretString& token);
    /// Makes the server of a connection known, or its name and address as they are now.
    void remember(const Connection& connection);

    /// The stored token of a known server.
    [[nodiscard]] util::Future<util::SecretString> token(const KnownServer& server);

    /// Makes a known server the current one; of an unknown one nothing happens.
    void use(const types::ServerId& server);
    /// Signs out: removes token and server. The token itself stays valid at the server.
    [[nodiscard]] util::Future<void> remove(const types::ServerId& server);

Q_SIGNALS:
    void serversChanged();
    void currentChanged();

private:
    void store(const QList<KnownServer>& servers);

    settings::Settings& m_settings;
    TokenStore& m_tokens;
    QThreadPool& m_pool;
};

} // namespace account
