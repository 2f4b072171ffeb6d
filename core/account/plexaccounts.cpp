// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/account/plexaccounts.h"

#include "core/account/identity.h"
#include "core/account/log.h"
#include "core/account/settings.h"
#include "core/account/signinpoll.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

using namespace Qt::StringLiterals;
namespace async = util::async;
using util::Error;
using util::Future;
using util::Result;
using util::SecretString;

namespace account {
namespace {

/// The key under which a TokenStore holds an account's token for one of its Home's members.
QString keyOf(const QString& account, const QString& user)
{
    return u"account/%1/user/%2"_s.arg(account, user);
}

QString writeAccount(const PlexAccount& account)
{
    QJsonObject members;
    for (auto it = account.members.begin(); it != account.members.end(); ++it) {
        members.insert(it.key(), it.value());
    }
    const QJsonObject object { { u"uuid"_s, account.uuid }, { u"name"_s, account.name },
        { u"user"_s, account.user }, { u"userName"_s, account.userName }, { u"members"_s, members },
        { u"home"_s, account.hasHome }, { u"pass"_s, account.hasPlexPass } };
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

PlexAccount parseAccount(const QString& text)
{
    const QJsonObject object = QJsonDocument::fromJson(text.toUtf8()).object();
    PlexAccount account;
    account.uuid = object["uuid"_L1].toString();
    account.name = object["name"_L1].toString();
    account.user = object["user"_L1].toString(account.uuid);
    account.userName = object["userName"_L1].toString(account.name);
    const QJsonObject members = object["members"_L1].toObject();
    for (auto it = members.begin(); it != members.end(); ++it) {
        account.members.insert(it.key(), it.value().toString());
    }
    if (account.user != account.uuid) { // the only one that was noted once
        account.members.insert(account.user, account.userName);
    }
    account.hasHome = object["home"_L1].toBool();
    account.hasPlexPass = object["pass"_L1].toBool();
    return account;
}

} // namespace

QString PlexAccount::nameOf(const QString& who) const
{
    return who == uuid ? name : members.value(who);
}

PlexAccounts::PlexAccounts(settings::Settings& settings, TokenStore& tokens, QThreadPool& pool,
    plex::CloudHosts hosts, QObject* parent)
    : QObject(parent)
    , m_settings(settings)
    , m_tokens(tokens)
    , m_pool(pool)
    , m_hosts(std::move(hosts))
{
}

QList<PlexAccount> PlexAccounts::accounts() const
{
    QList<PlexAccount> accounts;
    const QStringList stored = m_settings.value(kAccounts);
    for (const QString& text : stored) {
        const PlexAccount account = parseAccount(text);
        if (!account.uuid.isEmpty()) {
            accounts.append(account);
        }
    }
    return accounts;
}

std::optional<PlexAccount> PlexAccounts::account(const QString& uuid) const
{
    const QList<PlexAccount> all = accounts();
    const auto found = std::ranges::find(all, uuid, &PlexAccount::uuid);
    return found == all.end() ? std::nullopt : std::optional(*found);
}

std::shared_ptr<plex::PlexTv> PlexAccounts::cloud(const SecretString& token) const
{
    // Shared by the continuations of one call; gone when the last one is done.
    return std::make_shared<plex::PlexTv>(m_hosts, token, identityOf(m_settings), m_pool);
}

Future<SecretString> PlexAccounts::tokenOf(const QString& account, const QString& user)
{
    util::Promise<SecretString> promise;
    async::deliver(
        m_tokens.read(keyOf(account, user)), this, [promise](const Result<SecretString>& token) {
            if (token) {
                promise.finish(token);
            } else if (token.error().code == Error::Code::NotFound) {
                promise.finish(Error { Error::Code::Unauthorised,
                    tr("This account is not signed in any more. Sign in again."),
                    u"no account token"_s, 0, {} });
            } else if (token.error().code == Error::Code::Unsupported) {
                promise.finish(Error { Error::Code::Unauthorised,
                    tr("The secret store of the desktop cannot be reached from here, and the "
                       "sign-in of this account may be in it. Use PlexM8 in the desktop's session, "
                       "or sign in again."),
                    token.error().detail, 0, {} });
            } else {
                promise.finish(token);
            }
        });
    return promise.future();
}

Future<PendingSignIn> PlexAccounts::beginSignIn(std::stop_token stop)
{
    const auto plexTv = cloud({});
    return async::andThen(
        plexTv->createPin(std::move(stop)), this, [this, plexTv](const plex::Pin& pin) {
            return PendingSignIn { pin, plex::signInPage(pin, identityOf(m_settings)) };
        });
}

Future<PlexAccount> PlexAccounts::awaitSignIn(const PendingSignIn& pending, std::stop_token stop)
{
    auto* poll = new SignInPoll(cloud({}), pending.pin, std::move(stop), this);
    return async::andThen(
        poll->token(), this, [this](const SecretString& token) { return keep(token); });
}

Future<QByteArray> PlexAccounts::qrCode(const PendingSignIn& pending, std::stop_token stop)
{
    const auto plexTv = cloud({});
    return async::andThen(plexTv->qrCode(pending.pin, std::move(stop)), this,
        [plexTv](const QByteArray& picture) { return picture; });
}

Future<PlexAccount> PlexAccounts::keep(const SecretString& token)
{
    const auto plexTv = cloud(token);
    return async::andThen(
        noted(plexTv->user()), this, [this, plexTv, token](const plex::CloudUser& user) {
            const auto before = this->account(user.uuid).value_or(PlexAccount {});
            const PlexAccount account { user.uuid, user.name, user.uuid, user.name, before.members,
                user.hasHome, user.hasPlexPass };
            return async::andThen(m_tokens.write(keyOf(user.uuid, user.uuid), token), this,
                [this, account](TokenPlace) {
                    put(account);
                    return PlexAccount(account);
                });
        });
}

Future<QList<plex::CloudServer>> PlexAccounts::serversOf(
    const SecretString& token, std::stop_token stop)
{
    const auto plexTv = cloud(token);
    return async::andThen(noted(plexTv->servers(std::move(stop))), this,
        [plexTv](const QList<plex::CloudServer>& servers) { return servers; });
}

Future<QList<plex::CloudServer>> PlexAccounts::servers(const QString& account, std::stop_token stop)
{
    return servers(account, this->account(account).value_or(PlexAccount {}).user, std::move(stop));
}

Future<QList<plex::CloudServer>> PlexAccounts::servers(
    const QString& account, const QString& user, std::stop_token stop)
{
    return async::andThen(tokenOf(account, user), this,
        [this, stop](const SecretString& token) { return serversOf(token, stop); });
}

Future<QList<plex::HomeUser>> PlexAccounts::homeUsers(const QString& account, std::stop_token stop)
{
    return async::andThen(tokenOf(account, account), this, [this, stop](const SecretString& token) {
        const auto plexTv = cloud(token);
        return async::andThen(noted(plexTv->homeUsers(stop)), this,
            [plexTv](const QList<plex::HomeUser>& users) { return users; });
    });
}

Future<SecretString> PlexAccounts::switchUser(
    const QString& account, const QString& user, const SecretString& pin, std::stop_token stop)
{
    return async::andThen(
        tokenOf(account, account), this, [this, user, pin, stop](const SecretString& token) {
            const auto plexTv = cloud(token);
            return async::andThen(noted(plexTv->switchUser(user, pin, stop)), this,
                [plexTv](const SecretString& switched) { return switched; });
        });
}

Future<void> PlexAccounts::keepUser(const QString& account, const plex::HomeUser& user,
    const SecretString& token, const QSet<QString>& others)
{
    const auto known = this->account(account);
    if (!known) {
        return async::ready<void>(Error { Error::Code::NotFound,
            tr("This account is not signed in any more."), u"unknown account"_s, 0, {} });
    }
    PlexAccount next = *known;
    next.user = user.uuid;
    next.userName = user.name;
    QStringList gone = next.members.keys();
    gone.removeIf([&](const QString& who) { return who == user.uuid || others.contains(who); });
    // The owner's token stays: it is what the next switch asks with.
    auto written = async::ready<void>({});
    if (user.uuid != account) {
        next.members.insert(user.uuid, user.name);
        written = async::andThen(
            m_tokens.write(keyOf(account, user.uuid), token), this, [](TokenPlace) {});
    }
    return async::andThen(written, this, [this, next, gone, account]() mutable {
        put(next); // from now on a token that stays here by a failure is known
        return async::andThen(removeTokens(account, gone), this, [this, next, gone]() mutable {
            next.members.removeIf(
                [&gone](const auto& member) { return gone.contains(member.key()); });
            put(next);
        });
    });
}

Future<void> PlexAccounts::removeTokens(const QString& account, QStringList users)
{
    if (users.isEmpty()) {
        return async::ready<void>({});
    }
    const auto first = m_tokens.remove(keyOf(account, users.takeFirst()));
    return async::andThen(
        first, this, [this, account, users] { return removeTokens(account, users); });
}

Future<bool> PlexAccounts::signOut(const QString& account)
{
    const auto known = this->account(account);
    if (!known) {
        return async::ready<bool>(true);
    }
    // The owner's is the last one to go: what is interrupted can be done again.
    const QStringList users = known->members.keys() + QStringList { account };
    return async::andThen(
        tokensOf(account, users), this, [this, account, users](const QList<SecretString>& tokens) {
            return async::andThen(removeTokens(account, users), this, [this, account, tokens] {
                QList<PlexAccount> left = accounts();
                left.removeIf([&account](const PlexAccount& one) { return one.uuid == account; });
                store(left);
                return revoke(tokens);
            });
        });
}

Future<QList<SecretString>> PlexAccounts::tokensOf(const QString& account, const QStringList& users)
{
    QList<Future<SecretString>> tokens;
    for (const QString& user : users) {
        util::Promise<SecretString> promise;
        async::deliver(tokenOf(account, user), this, [promise](const Result<SecretString>& token) {
            promise.finish(token.value_or(SecretString()));
        });
        tokens.append(promise.future());
    }
    return async::all(tokens, this);
}

Future<bool> PlexAccounts::revoke(const QList<SecretString>& tokens)
{
    QList<Future<bool>> revoked;
    for (const SecretString& token : tokens) {
        if (token.isEmpty()) { // nobody can tell plex.tv which one it was
            revoked.append(async::ready<bool>(false));
            continue;
        }
        const auto plexTv = cloud(token);
        util::Promise<bool> promise;
        async::deliver(plexTv->signOut(), this, [plexTv, promise](const Result<void>& done) {
            // A token that is refused is worth nothing already.
            promise.finish(done.has_value() || done.error().code == Error::Code::Unauthorised);
        });
        revoked.append(promise.future());
    }
    return async::andThen(async::all(revoked, this), this,
        [](const QList<bool>& all) { return !all.contains(false); });
}

void PlexAccounts::note(const std::optional<util::Error>& error)
{
    using Code = util::Error::Code;
    if (error && error->code == Code::Cancelled) {
        return;
    }
    const bool isReachable
        = !error || (error->code != Code::Offline && error->code != Code::Timeout);
    if (isReachable != std::exchange(m_isReachable, isReachable)) {
        Q_EMIT reachableChanged();
    }
}

void PlexAccounts::put(const PlexAccount& account)
{
    QList<PlexAccount> all = accounts();
    const auto found = std::ranges::find(all, account.uuid, &PlexAccount::uuid);
    if (found == all.end()) {
        all.append(account);
    } else {
        *found = account;
    }
    store(all);
}

void PlexAccounts::store(const QList<PlexAccount>& accounts)
{
    QStringList texts;
    for (const PlexAccount& account : accounts) {
        texts.append(writeAccount(account));
    }
    m_settings.set(kAccounts, texts);
    Q_EMIT accountsChanged();
}

} // namespace account
