// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account/address.h"
#include "core/account/tokenstore.h"
#include "core/plex/clientidentity.h"
#include "core/settings/settings.h"
#include "core/types/item.h"

#include <QMap>
#include <QObject>
#include <QThreadPool>

/// Who is signed in where: known servers, their tokens' place, connecting, what a connection can
/// do. Not for: talking to a server beyond finding out who it is. Invariant: a token is in a
/// TokenStore or in memory, never in the settings or a URL.
namespace account {

/// A server that was connected to before.
///
/// A user here is an identity of ours: whoever cache, journal and stored token belong to. A server
/// does not say whose a token is, and one user has several in the course of time.
struct KnownServer
{
    types::ServerId id {};
    QString name {};
    ServerAddress address {};
    types::UserId user {}; ///< who is signed in; empty = since before users were told apart
    /// Whose the tokens are that were used here, by their marks: hashes that tell nothing of them.
    QMap<QString, types::UserId> tokens {};
    bool operator==(const KnownServer&) const = default;
};

/// Whose a token is.
struct TokenUser
{
    types::UserId user {}; ///< the one who it is, or most likely is
    /// False: it is a token never seen here, so only a person can say whether it is a new one of
    /// the user who is known, or somebody else's.
    bool isCertain = true;
    bool operator==(const TokenUser&) const = default;
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

    /// Finds out whose @p token is among those who used @p server; a server that was never used
    /// has nobody, so that the user is new and certain. Errors: none; a token store that does not
    /// answer makes it uncertain.
    [[nodiscard]] util::Future<TokenUser> userOf(
        const types::ServerId& server, const util::SecretString& token);
    /// Who used @p server last, also if it was signed out since; empty if nobody did.
    [[nodiscard]] types::UserId userAt(const types::ServerId& server) const;
    /// A user of its own for a token of somebody who is not known yet; always the same for one
    /// token.
    [[nodiscard]] types::UserId newUser(
        const types::ServerId& server, const util::SecretString& token);

    /// Stores the token of a connection that check() made, notes that it is @p user 's, and makes
    /// the server the current one, at the connection's address.
    /// @return where the token is kept, see TokenPlace
    [[nodiscard]] util::Future<TokenPlace> add(
        const Connection& connection, const util::SecretString& token, const types::UserId& user);
    /// Makes the server of a connection known if it is not, without its token. What is known stays
    /// as it is, its address above all; only whose the token is is noted where nobody is known.
    void remember(
        const Connection& connection, const util::SecretString& token, const types::UserId& user);

    /// The stored token of a known server.
    [[nodiscard]] util::Future<util::SecretString> token(const KnownServer& server);

    /// Makes a known server the current one; of an unknown one nothing happens.
    void use(const types::ServerId& server);
    /// Removes the tokens of everybody who used a known server; it stays known.
    /// Errors: those of TokenStore::remove.
    [[nodiscard]] util::Future<void> removeTokens(const types::ServerId& server);
    /// Signs out: removes tokens, name and address. Whose the tokens were is kept, so that what the
    /// journal holds is found again. The token itself stays valid at the server.
    [[nodiscard]] util::Future<void> remove(const types::ServerId& server);

Q_SIGNALS:
    void serversChanged();
    void currentChanged();

private:
    void store(const QList<KnownServer>& servers);
    /// As servers(), and those that were signed out, without an address.
    [[nodiscard]] std::optional<KnownServer> find(const types::ServerId& server) const;
    [[nodiscard]] QString markOf(const types::ServerId& server, const util::SecretString& token);

    settings::Settings& m_settings;
    TokenStore& m_tokens;
    QThreadPool& m_pool;
};

} // namespace account
