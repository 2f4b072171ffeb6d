// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Choosing: another server, another user, none any more.
#include "app/services/session.h"

#include "app/services/log.h"

#include <QSet>
#include <algorithm>

using namespace Qt::StringLiterals;
namespace async = util::async;
using util::Error;
using util::Future;
using util::Result;
using util::SecretString;
using Link = app::SessionStatus::Link;

namespace app {

Error Session::missingToken(const Error& why)
{
    using Code = Error::Code;
    if (why.code == Code::NotFound) {
        return { Code::Unauthorised, tr("There is no token for this server."), why.detail, 0, {} };
    }
    if (why.code == Code::Unsupported) {
        return { Code::Unauthorised,
            tr("There is no token for this server here, and the secret store of the desktop, where "
               "it may be, cannot be reached. Use PlexM8 in the desktop's session, or set "
               "PLEXM8_TOKEN."),
            why.detail, 0, {} };
    }
    return why;
}

QString Session::tokenWarning() const
{
    return m_tokenPlace == account::TokenPlace::File
        ? tr("The system has no secret store that answers, so the token is in a file that only you "
             "can read.")
        : QString();
}

namespace {

std::optional<account::KnownServer> find(
    const QList<account::KnownServer>& servers, const types::ServerId& id)
{
    const auto found = std::ranges::find(servers, id, &account::KnownServer::id);
    return found == servers.end() ? std::nullopt : std::optional(*found);
}

Error notKnown()
{
    return Error { Error::Code::Unauthorised, Session::tr("No server is known yet."), {}, 0, {} };
}

} // namespace

Future<QList<account::Finding>> Session::checkConnection(std::stop_token stop)
{
    const auto server = wanted();
    if (!server) {
        return async::ready<QList<account::Finding>>(notKnown());
    }
    util::Promise<QList<account::Finding>> promise;
    async::deliver(
        tokenFor(*server), this, [this, promise, server, stop](const Result<SecretString>& token) {
            // Without a token everything before it can be looked at all the same.
            async::deliver(m_services.selfCheck.run(*server, token.value_or(SecretString()), stop),
                this, [promise](const Result<QList<account::Finding>>& findings) {
                    promise.finish(findings);
                });
        });
    return promise.future();
}

Future<void> Session::switchTo(const types::ServerId& server)
{
    m_retry.stop();
    m_goingOnline.request_stop();
    return inTurn<void>([this, server] {
        const auto known = find(m_services.accounts.servers(), server);
        if (!known) {
            return async::ready<void>(Error { Error::Code::NotFound,
                tr("This server is not known any more."), u"unknown server"_s, 0, {} });
        }
        return open(*known);
    });
}

Future<void> Session::open(const account::KnownServer& server)
{
    const library::CacheKey key { server.id, server.user };
    m_isLeaving = true;
    const auto left = async::andThen(endSync(), this, [this, key] { return leaveFor(key); });
    const auto opened = async::andThen(left, this, [this, server, key] {
        dropServer();
        m_hasChosen = true;
        m_tokenPlace.reset();
        m_services.accounts.use(server.id);
        setStatus({ Link::Connecting, server.name, {}, false });
        return openLibrary(key);
    });
    util::Promise<void> promise;
    async::deliver(opened, this, [this, promise](const Result<void>& done) {
        m_isLeaving = false;
        if (!done) {
            noteFailure(done.error());
        }
        promise.finish(done);
    });
    return promise.future();
}

Future<types::ServerInfo> Session::switchUser(const plex::HomeUser& user, const SecretString& pin)
{
    const auto server = shown();
    if (!server || server->account.isEmpty()) {
        return async::ready<types::ServerInfo>(Error { Error::Code::Unsupported,
            tr("Users can be switched after signing in with a Plex account."),
            u"server without account"_s, 0, {} });
    }
    return signInBy([this, server, user, pin] {
        return async::andThen(m_services.plexAccounts.switchUser(server->account, user.uuid, pin),
            this, [this, server, user](const SecretString& token) {
                return becomeUser(*server, user, token);
            });
    });
}

Future<types::ServerInfo> Session::becomeUser(const account::KnownServer& server,
    const plex::HomeUser& user, const SecretString& accountToken)
{
    const auto servers = m_services.plexAccounts.serversOf(accountToken);
    const auto connected = async::andThen(servers, this,
        [this, server, user](const QList<plex::CloudServer>& all) -> Future<account::Connection> {
            const auto found = std::ranges::find(all, server.id, &plex::CloudServer::id);
            if (found == all.end()) {
                return async::ready<account::Connection>(Error { Error::Code::Unsupported,
                    tr("%1 has no access to this server.").arg(user.name),
                    u"not among the user's resources"_s, 0, {} });
            }
            account::KnownServer known = account::knownFrom(*found, server.account);
            known.keepChoicesOf(server);
            return m_services.connector.connectTo(known, found->token);
        });
    const auto signedIn
        = async::andThen(connected, this, [this, user](account::Connection connection) {
              connection.plexUser = user.uuid;
              return identifyAndSignIn(connection, {});
          });
    util::Promise<types::ServerInfo> promise;
    async::deliver(signedIn, this,
        [this, promise, server, user, accountToken](const Result<types::ServerInfo>& result) {
            // Last, so that a failure before leaves the account as it was.
            async::deliver(keepMember(server, user, accountToken), this,
                [promise, result](const Result<void>& kept) {
                    if (!kept) {
                        qCWarning(lcApp).noquote()
                            << "event=member_not_kept code=" << util::codeName(kept.error().code);
                    }
                    promise.finish(result);
                });
        });
    return promise.future();
}

Future<void> Session::keepMember(const account::KnownServer& server, const plex::HomeUser& user,
    const SecretString& accountToken)
{
    const auto known = find(m_services.accounts.servers(), server.id);
    if (!known || known->plexUser() != user.uuid) {
        return async::ready<void>({}); // somebody else is signed in
    }
    return m_services.plexAccounts.keepUser(
        known->account, user, accountToken, m_services.accounts.plexUsersOf(known->account));
}

Future<void> Session::forget(const types::ServerId& server)
{
    m_retry.stop();
    m_goingOnline.request_stop();
    return inTurn<void>([this, server] {
        auto known = find(m_services.accounts.servers(), server);
        if (!known && shown() && shown()->id == server) {
            known = shown(); // half forgotten before
        }
        if (!known) {
            return async::ready<void>(notKnown());
        }
        const bool isShown = shown() && shown()->id == server;
        m_isLeaving = isShown;
        util::Promise<void> promise;
        async::deliver(leave(*known), this, [this, promise](const Result<void>& done) {
            m_isLeaving = false;
            if (!done) {
                goOnAsBefore(m_status);
            }
            promise.finish(done);
        });
        return promise.future();
    });
}

Future<bool> Session::signOut(const QString& account)
{
    QList<account::KnownServer> servers = m_services.accounts.servers();
    servers.removeIf(
        [&account](const account::KnownServer& server) { return server.account != account; });
    return async::andThen(forgetAll(servers), this,
        [this, account] { return m_services.plexAccounts.signOut(account); });
}

Future<void> Session::forgetAll(QList<account::KnownServer> servers)
{
    if (servers.isEmpty()) {
        return async::ready<void>({});
    }
    const types::ServerId first = servers.takeFirst().id;
    return async::andThen(forget(first), this, [this, servers] { return forgetAll(servers); });
}

Future<void> Session::leave(const account::KnownServer& server)
{
    // The tokens first, because the secret store may refuse; the server's entry last, so that what
    // is interrupted can be done again.
    const auto signedOut = m_services.accounts.removeTokens(server.id);
    const auto left = async::andThen(signedOut, this, [this, id = server.id] {
        return shown() && shown()->id == id
            ? async::andThen(endSync(), this, [this] { return leaveFor({}); })
            : async::ready<void>({});
    });
    const auto deleted
        = async::andThen(left, this, [this, server] { return deleteTraces(server); });
    return async::andThen(
        deleted, this, [this, id = server.id] { return m_services.accounts.remove(id); });
}

void Session::closeLibrary()
{
    dropServer();
    m_backOff = std::chrono::seconds(0);
    m_library.reset();
    m_tokenPlace.reset();
    m_hasChosen = false;
    setStatus({});
    async::deliver(m_services.changes.setOwner({}), this, [](const Result<void>&) {
        // Nobody's changes are shown from now on, whatever it says.
    });
}

Future<void> Session::deleteTraces(const account::KnownServer& server)
{
    QSet<types::UserId> users { types::UserId {}, server.user };
    for (const types::UserId& user : server.tokens) {
        users.insert(user);
    }
    if (m_library && m_library->key.server == server.id) {
        users.insert(m_library->key.user);
    }
    QList<Future<bool>> deleted;
    const auto isDone = [] { return true; };
    if (shown() && shown()->id == server.id) {
        closeLibrary();
    }
    deleted.append(async::andThen(m_services.artwork.clear(server.id), this, isDone));
    // All at once: one that cannot be deleted keeps nothing else.
    for (const types::UserId& user : std::as_const(users)) {
        deleted.append(
            async::andThen(m_services.library.remove({ server.id, user }), this, isDone));
    }
    return async::andThen(async::all(deleted, this), this, [](const QList<bool>&) {});
}

} // namespace app
