// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/tokens.h"

namespace demo {

namespace {

constexpr const char* kServerToken = "demo-server-token-7f3a";
constexpr const char* kHomeUserToken = "demo-server-token-guest-19c2";
constexpr const char* kRestrictedToken = "demo-server-token-small-8e55";
constexpr const char* kSharedToken = "demo-server-token-shared-5b80";
constexpr const char* kAccountToken = "demo-account-token-c41d";
constexpr const char* kHomeAccountToken = "demo-account-token-guest-3a07";
constexpr const char* kRestrictedAccountToken = "demo-account-token-small-d91e";

} // namespace

Tokens::Tokens(const QByteArray& suffix)
    : m_suffix(suffix)
{
    add(kOwner, kAccountToken, kServerToken);
    add(kHomeUser, kHomeAccountToken, kHomeUserToken);
    add(kRestrictedUser, kRestrictedAccountToken, kRestrictedToken);
    m_servers.insert(sharedToken(), kSharedUser);
}

void Tokens::add(UserId user, const char* account, const char* server)
{
    m_accounts.insert(account + m_suffix, { user, {}, server + m_suffix });
    m_servers.insert(server + m_suffix, user);
}

std::optional<UserId> Tokens::accountUser(const QByteArray& token) const
{
    const auto found = m_accounts.constFind(token);
    return found == m_accounts.cend() ? std::nullopt : std::optional(found->user);
}

std::optional<UserId> Tokens::serverUser(const QByteArray& token) const
{
    const auto found = m_servers.constFind(token);
    return found == m_servers.cend() ? std::nullopt : std::optional(*found);
}

QByteArray Tokens::fresh(const char* stem)
{
    return QByteArray(stem) + '-' + QByteArray::number(++m_last) + m_suffix;
}

QByteArray Tokens::accountToken(UserId user, const QByteArray& client)
{
    for (auto it = m_accounts.cbegin(); it != m_accounts.cend(); ++it) {
        if (it->user == user && it->client == client) {
            return it.key();
        }
    }
    const QByteArray token = fresh(kAccountToken);
    m_accounts.insert(token, { user, client, {} });
    return token;
}

QByteArray Tokens::serverToken(const QByteArray& accountToken)
{
    const auto account = m_accounts.find(accountToken);
    if (account == m_accounts.end()) {
        return {};
    }
    if (account->serverToken.isEmpty()) {
        account->serverToken = fresh(kServerToken);
        m_servers.insert(account->serverToken, account->user);
    }
    return account->serverToken;
}

QByteArray Tokens::firstAccountToken() const
{
    return kAccountToken + m_suffix;
}

QByteArray Tokens::firstServerToken() const
{
    return kServerToken + m_suffix;
}

QByteArray Tokens::sharedToken() const
{
    return kSharedToken + m_suffix;
}

void Tokens::signOut(const QByteArray& accountToken)
{
    m_servers.remove(m_accounts.take(accountToken).serverToken);
}

void Tokens::revokeServerTokens()
{
    m_servers.clear();
    for (Account& account : m_accounts) {
        account.serverToken.clear();
    }
}

void Tokens::revokeAll()
{
    m_servers.clear();
    m_accounts.clear();
}

} // namespace demo
