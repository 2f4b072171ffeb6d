// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include "app/cli/person.h"
#include "app/cli/text.h"
#include "app/services/services.h"
#include "app/services/session.h"

#include <QTextStream>
#include <algorithm>

using namespace Qt::StringLiterals;
namespace async = util::async;
using util::Error;
using util::Future;

namespace cli {

namespace {

QJsonObject toJson(const account::PlexAccount& account)
{
    return { { "uuid"_L1, account.uuid }, { "name"_L1, account.name },
        { "user"_L1, account.userName }, { "home"_L1, account.hasHome },
        { "plexPass"_L1, account.hasPlexPass } };
}

/// The account whose server is in use, else the one that signed in last.
std::optional<account::PlexAccount> currentAccount(const Context& context)
{
    const auto server = context.services.accounts.current();
    if (server && !server->account.isEmpty()) {
        return context.services.plexAccounts.account(server->account);
    }
    const auto accounts = context.services.plexAccounts.accounts();
    return accounts.isEmpty() ? std::nullopt : std::optional(accounts.last());
}

/// uuid of who is signed in at the server in use.
QString currentUser(const Context& context)
{
    const auto server = context.services.accounts.current();
    return server ? server->plexUser() : QString();
}

Error notSignedIn()
{
    return Error { Error::Code::Unauthorised,
        Text::tr("No account is signed in. See plexm8-cli login."), u"no account"_s, 0, {} };
}

/// The server that somebody means by its identifier, the beginning of it, or its name.
template <class Server>
const Server* meant(const QList<Server>& servers, const QString& word)
{
    const auto isMeant = [&word](const Server& server) {
        return server.id.value.startsWith(word, Qt::CaseInsensitive)
            || server.name.compare(word, Qt::CaseInsensitive) == 0;
    };
    const auto found = std::ranges::find_if(servers, isMeant);
    const bool isOne = found != servers.end()
        && std::find_if(found + 1, servers.end(), isMeant) == servers.end();
    return isOne ? &*found : nullptr;
}

Reply connectedReply(const Context& context, const types::ServerInfo& server)
{
    Reply reply;
    reply.json = { { "server"_L1,
        QJsonObject { { "name"_L1, server.name }, { "machineIdentifier"_L1, server.id.value },
            { "connection"_L1, context.session.connectionKind() } } } };
    reply.text = Text::tr("Connected to %1.").arg(server.name) + u'\n';
    if (const QString warning = context.session.tokenWarning(); !warning.isEmpty()) {
        reply.json.insert("warning"_L1, warning);
        reply.text += warning + u'\n';
    }
    return reply;
}

/// Connects to the one server there is, or to the first of one's own.
Future<Reply> connectFirst(const Context& context, const account::PlexAccount& account)
{
    return async::andThen(context.services.plexAccounts.servers(account.uuid), &context.owner,
        [context, account](QList<plex::CloudServer> servers) -> Future<Reply> {
            std::ranges::stable_sort(
                servers, {}, [](const plex::CloudServer& server) { return !server.isOwned; });
            if (servers.isEmpty()) {
                Reply reply;
                reply.json = { { "account"_L1, toJson(account) } };
                reply.text
                    = Text::tr("Signed in as %1, who has no server.").arg(account.name) + u'\n';
                return async::ready<Reply>(reply);
            }
            return async::andThen(context.session.connectTo(servers.first(), account),
                &context.owner, [context, account, servers](const types::ServerInfo& server) {
                    Reply reply = connectedReply(context, server);
                    reply.json.insert("account"_L1, toJson(account));
                    reply.text.prepend(Text::tr("Signed in as %1.").arg(account.name) + u'\n');
                    if (servers.size() > 1) {
                        reply.text
                            += Text::tr("There are others: see plexm8-cli servers list.") + u'\n';
                    }
                    return reply;
                });
        });
}

void showPage(const Context& context, const account::PendingSignIn& pending)
{
    QTextStream out(stderr);
    out << "url: " << pending.page.toString(QUrl::FullyEncoded) << '\n'
        << "code: " << QString::fromUtf8(pending.pin.code.reveal()) << Qt::endl;
    if (!context.arguments.has(u"no-browser"_s) && !openInBrowser(pending.page)) {
        out << Text::tr("No browser could be opened. Open the address above in one.") << Qt::endl;
    }
}

QJsonObject serverRow(
    const QString& id, const QString& name, const QString& owner, bool isKnown, bool isCurrent)
{
    return { { "id"_L1, id }, { "name"_L1, name }, { "owner"_L1, owner }, { "known"_L1, isKnown },
        { "current"_L1, isCurrent } };
}

/// Servers that were used, then those of the account that were not.
QJsonArray serverRows(const Context& context, const QList<plex::CloudServer>& offered)
{
    QJsonArray rows;
    const auto current = context.services.accounts.current();
    const QList<account::KnownServer> known = context.services.accounts.servers();
    for (const account::KnownServer& server : known) {
        rows.append(serverRow(
            server.id.value, server.name, server.owner, true, current && current->id == server.id));
    }
    for (const plex::CloudServer& server : offered) {
        if (std::ranges::find(known, server.id, &account::KnownServer::id) == known.end()) {
            rows.append(serverRow(server.id.value, server.name,
                server.isOwned ? QString() : server.owner, false, false));
        }
    }
    return rows;
}

Reply serversReply(const QJsonArray& rows)
{
    const auto mark = [](const QJsonObject& row, const QString& field) {
        return row.value(field).toBool() ? u"*"_s : QString();
    };
    return listReply(u"servers"_s, rows,
        { { QString(), u"current"_s, mark }, { Text::tr("Name"), u"name"_s },
            { Text::tr("Shared by"), u"owner"_s }, { Text::tr("Identifier"), u"id"_s } },
        Text::tr("No server is known. See plexm8-cli login."));
}

Future<Reply> useOffered(
    const Context& context, const account::PlexAccount& account, const QString& word)
{
    return async::andThen(context.services.plexAccounts.servers(account.uuid), &context.owner,
        [context, account, word](const QList<plex::CloudServer>& servers) -> Future<Reply> {
            const plex::CloudServer* server = meant(servers, word);
            if (!server) {
                return async::ready<Reply>(
                    usage(Text::tr("No server, or more than one, is called %1.").arg(word)));
            }
            return async::andThen(context.session.connectTo(*server, account), &context.owner,
                [context](const types::ServerInfo& info) { return connectedReply(context, info); });
        });
}

Future<Reply> becomeUser(const Context& context, const plex::HomeUser& user)
{
    const util::SecretString pin = user.isProtected
        ? askSecret(Text::tr("PIN of %1: ").arg(user.name))
        : util::SecretString();
    // The session must know which server is meant.
    return async::andThen(context.session.openCache(), &context.owner, [context, user, pin] {
        return async::andThen(context.session.switchUser(user, pin), &context.owner,
            [context, user](const types::ServerInfo& server) {
                Reply reply = connectedReply(context, server);
                reply.json.insert("user"_L1, user.name);
                reply.text.prepend(Text::tr("Going on as %1.").arg(user.name) + u'\n');
                return reply;
            });
    });
}

} // namespace

Future<Reply> runLogin(const Context& context)
{
    const auto begun = context.services.plexAccounts.beginSignIn();
    const auto signedIn
        = async::andThen(begun, &context.owner, [context](const account::PendingSignIn& pending) {
              showPage(context, pending);
              return context.services.plexAccounts.awaitSignIn(pending);
          });
    return async::andThen(signedIn, &context.owner,
        [context](const account::PlexAccount& account) { return connectFirst(context, account); });
}

Future<Reply> runLogout(const Context& context)
{
    const auto account = currentAccount(context);
    if (!account) {
        return async::ready<Reply>(notSignedIn());
    }
    // The user's file is opened, because what is forgotten has changes in it.
    util::Promise<Reply> promise;
    async::deliver(context.session.openCache(), &context.owner,
        [context, account, promise](const util::Result<void>&) {
            async::deliver(context.session.signOut(account->uuid), &context.owner,
                [account, promise](const util::Result<bool>& revoked) {
                    if (!revoked) {
                        promise.finish(revoked.error());
                        return;
                    }
                    Reply reply;
                    reply.json = { { "account"_L1, toJson(*account) }, { "revoked"_L1, *revoked } };
                    reply.text = Text::tr("Signed out of %1.").arg(account->name) + u'\n';
                    if (!*revoked) {
                        reply.code = ExitCode::Partly;
                        reply.trouble = Text::tr(
                            "plex.tv could not be told. Remove PlexM8 from the authorised devices "
                            "of the account there.");
                    }
                    promise.finish(reply);
                });
        });
    return promise.future();
}

Future<Reply> runServersList(const Context& context)
{
    const auto account = currentAccount(context);
    if (!account) {
        return async::ready<Reply>(serversReply(serverRows(context, {})));
    }
    util::Promise<Reply> promise;
    async::deliver(context.services.plexAccounts.servers(account->uuid), &context.owner,
        [context, promise](const util::Result<QList<plex::CloudServer>>& servers) {
            Reply reply
                = serversReply(serverRows(context, servers.value_or(QList<plex::CloudServer>())));
            if (!servers) {
                reply.code = ExitCode::Partly;
                reply.trouble = servers.error().message;
            }
            promise.finish(reply);
        });
    return promise.future();
}

Future<Reply> runServersUse(const Context& context)
{
    if (context.operands.size() != 1) {
        return async::ready<Reply>(usage(Text::tr("Which server? Give its identifier or name.")));
    }
    const QString word = context.operands.first();
    const QList<account::KnownServer> known = context.services.accounts.servers();
    if (const account::KnownServer* server = meant(known, word)) {
        const auto opened = context.session.switchTo(server->id);
        return async::andThen(opened, &context.owner, [context] {
            return async::andThen(context.session.goOnline(), &context.owner,
                [context](const types::ServerInfo& info) { return connectedReply(context, info); });
        });
    }
    const auto account = currentAccount(context);
    return account ? useOffered(context, *account, word) : async::ready<Reply>(notSignedIn());
}

Future<Reply> runUsersList(const Context& context)
{
    const auto account = currentAccount(context);
    if (!account) {
        return async::ready<Reply>(notSignedIn());
    }
    return async::andThen(context.services.plexAccounts.homeUsers(account->uuid), &context.owner,
        [current = currentUser(context)](const QList<plex::HomeUser>& users) {
            QJsonArray rows;
            for (const plex::HomeUser& user : users) {
                rows.append(QJsonObject { { "id"_L1, user.uuid }, { "name"_L1, user.name },
                    { "pin"_L1, user.isProtected }, { "admin"_L1, user.isAdmin },
                    { "restricted"_L1, user.isRestricted },
                    { "current"_L1, user.uuid == current } });
            }
            const auto mark = [](const QJsonObject& row, const QString& field) {
                return row.value(field).toBool() ? u"*"_s : QString();
            };
            return listReply(u"users"_s, rows,
                { { QString(), u"current"_s, mark }, { Text::tr("Name"), u"name"_s },
                    { Text::tr("PIN"), u"pin"_s, mark }, { Text::tr("Identifier"), u"id"_s } },
                Text::tr("This account has no Home, so nobody else uses it."));
        });
}

Future<Reply> runUsersSwitch(const Context& context)
{
    const auto account = currentAccount(context);
    if (!account) {
        return async::ready<Reply>(notSignedIn());
    }
    if (context.operands.size() != 1) {
        return async::ready<Reply>(usage(Text::tr("Which user? Give the identifier or name.")));
    }
    const QString word = context.operands.first();
    return async::andThen(context.services.plexAccounts.homeUsers(account->uuid), &context.owner,
        [context, word](const QList<plex::HomeUser>& users) -> Future<Reply> {
            const auto user = std::ranges::find_if(users, [&word](const plex::HomeUser& one) {
                return one.uuid == word || one.name.compare(word, Qt::CaseInsensitive) == 0;
            });
            if (user == users.end()) {
                return async::ready<Reply>(
                    usage(Text::tr("Nobody in this Home is called %1.").arg(word)));
            }
            return becomeUser(context, *user);
        });
}

} // namespace cli
