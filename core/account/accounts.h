// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account/knownserver.h"
#include "core/account/tokenstore.h"
#include "core/settings/settings.h"
#include "core/types/item.h"

#include <QObject>
#include <QSet>
#include <functional>

/// Who is signed in where: accounts of plex.tv, known servers, their tokens' place, the way to a
/// server, what a connection can do. Not for: talking to a server beyond finding out who it is.
/// Invariant: a token is in a TokenStore or in memory, never in the settings or a URL.
namespace account {

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
    Route route = Route::Lan;
    QString reason {}; ///< why this route and no nearer one, in sentences for a person
    std::chrono::milliseconds latency { 0 }; ///< of the authorised request
    util::SecretString token {}; ///< the one that was accepted
    /// What is to be kept of the server: name, account, candidates, preference. Of a server given
    /// by its address: the address.
    KnownServer known {};
    QString plexUser {}; ///< uuid of the plex.tv user whose token it is; empty if nobody said
};

/// The servers that were used here and whose tokens are known.
///
/// Thread: UI.
class Accounts : public QObject
{
    Q_OBJECT
public:
    /// Both references must outlive this.
    Accounts(settings::Settings& settings, TokenStore& tokens, QObject* parent = nullptr);

    /// In the order of their first use. What the settings hold and is no server is left out.
    [[nodiscard]] QList<KnownServer> servers() const;
    /// The one in use, if it is known.
    [[nodiscard]] std::optional<KnownServer> current() const;

    /// Finds out whose @p token is among those who used @p server; a server that was never used
    /// has nobody, so that the user is new and certain. Errors: none; a token store that does not
    /// answer makes it uncertain.
    /// @param plexUser  uuid of the plex.tv user, where plex.tv said: then only a server that was
    ///     used by token alone before leaves a doubt
    [[nodiscard]] util::Future<TokenUser> userOf(const types::ServerId& server,
        const util::SecretString& token, const QString& plexUser = {});
    /// Who used @p server last, also if it was signed out since; empty if nobody did.
    [[nodiscard]] types::UserId userAt(const types::ServerId& server) const;
    /// uuids of the plex.tv users who are signed in at the servers that this account gives access
    /// to.
    [[nodiscard]] QSet<QString> plexUsersOf(const QString& account) const;
    /// A user of its own for somebody who is not known yet; always the same for one plex.tv user,
    /// or for one token where it is not known whose it is.
    [[nodiscard]] types::UserId newUser(const types::ServerId& server,
        const util::SecretString& token, const QString& plexUser = {});

    /// Stores the token of a connection, notes that it is @p user 's, and makes the server the
    /// current one, at the connection's address. What the user chooses for the server until the
    /// token is stored holds.
    /// @return where the token is kept, see TokenPlace
    [[nodiscard]] util::Future<TokenPlace> add(
        const Connection& connection, const types::UserId& user);
    /// Makes the server of a connection known if it is not, without its token. What is known stays
    /// as it is, its address above all; only whose the token is is noted where nobody is known.
    void remember(const Connection& connection, const types::UserId& user);
    /// Notes what may have changed about a server that is known: where it was reached, under which
    /// addresses it may be. Of an unknown one nothing happens.
    void refresh(const Connection& connection);
    /// Which ways to a known server may be taken.
    /// @param fixed  for Preference::Fixed
    void setPreference(
        const types::ServerId& server, Preference preference, const ServerAddress& fixed = {});
    /// Whether the token may travel unencrypted in the local network, which the user was asked.
    void setMayBePlain(const types::ServerId& server, bool mayBePlain);

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
    /// setPreference() or setMayBePlain() made something other than it was.
    void permissionsChanged();
    void currentChanged();

private:
    void store(const QList<KnownServer>& servers);
    /// add(), when the token is stored.
    /// @param couldBePlain  the consent as it was when that began; withdrawn since, it stays so
    void noteSignIn(const Connection& connection, const types::UserId& user, bool couldBePlain);
    /// Calls change(KnownServer&) for a known server and stores what it made of it.
    /// @return whether that is something else
    bool edit(const types::ServerId& server, const std::function<void(KnownServer&)>& change);
    /// As servers(), and those that were signed out, without an address.
    [[nodiscard]] std::optional<KnownServer> find(const types::ServerId& server) const;
    [[nodiscard]] QString markOf(const types::ServerId& server, const QByteArray& secret);

    settings::Settings& m_settings;
    TokenStore& m_tokens;
};

} // namespace account
