// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/state.h"

namespace demo {

/// Which tokens are good, and for whom. All are invented and open nothing but this server.
///
/// A device gets an account token of its own for each user, and with it one token for the server.
/// Not thread-safe: the server guards it.
class Tokens
{
public:
    /// @param suffix  ends every token, so that those of two servers differ; may be empty
    explicit Tokens(const QByteArray& suffix);

    /// Whose account token it is; nothing for revoked and unknown ones.
    [[nodiscard]] std::optional<UserId> accountUser(const QByteArray& token) const;
    /// Whose token for the server it is; nothing for revoked and unknown ones.
    [[nodiscard]] std::optional<UserId> serverUser(const QByteArray& token) const;

    /// The account token of that device, made if there is no good one. The device without an
    /// identifier is the one whose tokens are known beforehand.
    [[nodiscard]] QByteArray accountToken(UserId user, const QByteArray& client);
    /// The token for the server that goes with a good account token; made if there is none.
    [[nodiscard]] QByteArray serverToken(const QByteArray& accountToken);
    /// The owner's, known beforehand; whether they are still good is another matter.
    [[nodiscard]] QByteArray firstAccountToken() const;
    [[nodiscard]] QByteArray firstServerToken() const;
    /// For somebody who has no account here.
    [[nodiscard]] QByteArray sharedToken() const;

    /// The account token and the server token made with it are worth nothing from now on.
    void signOut(const QByteArray& accountToken);
    void revokeServerTokens();
    /// All of both kinds.
    void revokeAll();

private:
    struct Account
    {
        UserId user = kOwner;
        QByteArray client {};
        QByteArray serverToken {}; ///< empty while there is no good one
    };

    [[nodiscard]] QByteArray fresh(const char* stem);
    void add(UserId user, const char* account, const char* server);

    QByteArray m_suffix;
    QHash<QByteArray, Account> m_accounts; ///< by token, the good ones
    QHash<QByteArray, UserId> m_servers; ///< by token, the good ones
    int m_last = 0;
};

} // namespace demo
