// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account/tokenstore.h"
#include "core/plex/plextv.h"
#include "core/settings/settings.h"

#include <QMap>
#include <QSet>

namespace account {

/// A plex.tv account that is signed in on this computer.
struct PlexAccount
{
    QString uuid {};
    QString name {};
    /// uuid of who chooses among its servers now: its owner, or another member of its Home. Who
    /// is signed in at a server is another matter, see KnownServer::plexUser().
    QString user {};
    QString userName {};
    /// The other members of its Home whose tokens are kept here: their names, by uuid.
    QMap<QString, QString> members {};
    bool hasHome = false;
    bool hasPlexPass = false;
    bool operator==(const PlexAccount&) const = default;

    /// What its owner, or a member of its Home who signed in here, is called; empty for others.
    [[nodiscard]] QString nameOf(const QString& who) const;
};

/// A sign-in that waits for its owner in the browser.
struct PendingSignIn
{
    plex::Pin pin {};
    QUrl page {}; ///< to be opened in the browser; it holds the code
};

/// Signing in at plex.tv and out again, and what an account gives access to.
///
/// Thread: UI. Errors of all that asks plex.tv: those of plex::PlexTv. An account is signed out
/// only by signOut(): a refused token and a network that lies leave it as it is.
class PlexAccounts : public QObject
{
    Q_OBJECT
public:
    /// @param hosts  where plex.tv is; all references must outlive this
    PlexAccounts(settings::Settings& settings, TokenStore& tokens, QThreadPool& pool,
        plex::CloudHosts hosts, QObject* parent = nullptr);

    /// Asks there from now on: the demo's plex.tv has a port only when it runs.
    void setHosts(const plex::CloudHosts& hosts) { m_hosts = hosts; }

    /// In the order of their first sign-in.
    [[nodiscard]] QList<PlexAccount> accounts() const;
    [[nodiscard]] std::optional<PlexAccount> account(const QString& uuid) const;
    /// Whether plex.tv answered when it was asked last; until then it is believed to.
    [[nodiscard]] bool isReachable() const { return m_isReachable; }

    /// Begins a sign-in by PIN.
    [[nodiscard]] util::Future<PendingSignIn> beginSignIn(std::stop_token stop = {});
    /// Waits until it was confirmed in the browser, asking once a second, later every 5 s; then
    /// keeps the account and its token. A failing network only makes it wait longer.
    /// Errors: Timeout when the code has expired, Cancelled, those of TokenStore::write.
    [[nodiscard]] util::Future<PlexAccount> awaitSignIn(
        const PendingSignIn& pending, std::stop_token stop = {});
    /// The picture of the code, PNG. Errors also: Unsupported.
    [[nodiscard]] util::Future<QByteArray> qrCode(
        const PendingSignIn& pending, std::stop_token stop = {});

    /// What the one may use who chooses among the account's servers now.
    [[nodiscard]] util::Future<QList<plex::CloudServer>> servers(
        const QString& account, std::stop_token stop = {});
    /// What a member of its Home may use who signed in on this computer. Errors also: Unauthorised
    /// when that member's token is not kept here; nobody else's is used instead.
    [[nodiscard]] util::Future<QList<plex::CloudServer>> servers(
        const QString& account, const QString& user, std::stop_token stop = {});
    /// The members of its Home; none without one.
    [[nodiscard]] util::Future<QList<plex::HomeUser>> homeUsers(
        const QString& account, std::stop_token stop = {});
    /// The account token of a member. Keeps nothing: keepUser() does, once a server took it.
    /// Errors also: Forbidden, when the PIN is wrong.
    [[nodiscard]] util::Future<util::SecretString> switchUser(const QString& account,
        const QString& user, const util::SecretString& pin, std::stop_token stop = {});
    /// What the owner of an account token that switchUser() gave may use.
    [[nodiscard]] util::Future<QList<plex::CloudServer>> serversOf(
        const util::SecretString& token, std::stop_token stop = {});
    /// Keeps a member's token; the member is who chooses among the account's servers from now on.
    /// @param others  who else is signed in at servers; of further members nothing is kept
    [[nodiscard]] util::Future<void> keepUser(const QString& account, const plex::HomeUser& user,
        const util::SecretString& token, const QSet<QString>& others);

    /// Revokes the account's tokens at plex.tv, those of members of its Home too, and removes them
    /// here.
    /// @return whether plex.tv revoked them; what is here is removed in any case
    /// Errors: those of TokenStore::remove, before anything else was done.
    [[nodiscard]] util::Future<bool> signOut(const QString& account);

Q_SIGNALS:
    void accountsChanged();
    /// isReachable() is another now.
    void reachableChanged();

private:
    [[nodiscard]] std::shared_ptr<plex::PlexTv> cloud(const util::SecretString& token) const;
    [[nodiscard]] util::Future<util::SecretString> tokenOf(
        const QString& account, const QString& user);
    [[nodiscard]] util::Future<PlexAccount> keep(const util::SecretString& token);
    void store(const QList<PlexAccount>& accounts);
    void put(const PlexAccount& account);
    [[nodiscard]] util::Future<void> removeTokens(const QString& account, QStringList users);
    /// The tokens kept for these users, in their order; an empty one where there is none.
    [[nodiscard]] util::Future<QList<util::SecretString>> tokensOf(
        const QString& account, const QStringList& users);
    /// @return whether plex.tv takes none of them any more
    [[nodiscard]] util::Future<bool> revoke(const QList<util::SecretString>& tokens);
    /// @p answer of plex.tv, after having learnt from it whether it can be reached.
    template <class T>
    util::Future<T> noted(util::Future<T> answer);
    void note(const std::optional<util::Error>& error);

    settings::Settings& m_settings;
    TokenStore& m_tokens;
    QThreadPool& m_pool;
    plex::CloudHosts m_hosts;
    bool m_isReachable = true;
};

template <class T>
util::Future<T> PlexAccounts::noted(util::Future<T> answer)
{
    util::async::deliver(answer, this, [this](const util::Result<T>& result) {
        note(result ? std::nullopt : std::optional(result.error()));
    });
    return answer;
}

} // namespace account
