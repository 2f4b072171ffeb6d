// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/account/accounts.h"

#include "core/account/log.h"
#include "core/account/settings.h"
#include "core/plex/server.h"
#include "core/util/version.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QSet>
#include <QSysInfo>
#include <QUuid>
#include <algorithm>

using namespace Qt::StringLiterals;
namespace async = util::async;
using util::Error;
using util::Future;
using util::Result;
using util::SecretString;

namespace account {
namespace {

constexpr qsizetype kMarkSize = 32; // 128 bits

QString tr(const char* text)
{
    return QCoreApplication::translate("account::Accounts", text);
}

/// The sentence for the one who tries to connect; the code and detail stay.
Error explain(Error error)
{
    switch (error.code) {
    case Error::Code::Unauthorised:
        error.message
            = tr("The server does not accept this token. Sign in again or enter another one.");
        break;
    case Error::Code::Forbidden:
        error.message = tr("This user has no access to the server.");
        break;
    case Error::Code::Tls:
        error.message
            = tr("The server's certificate is not valid for this address. Use the name in the "
                 "certificate, or http in your own network.");
        break;
    case Error::Code::Offline:
        error.message = tr(
            "Nothing answers at this address. Check the address, and whether the server runs.");
        break;
    case Error::Code::Timeout:
        error.message = tr("The server did not answer in time. Check the address and the network.");
        break;
    case Error::Code::Server:
    case Error::Code::RateLimited:
        error.message = tr("The server is starting or busy. Try again in a minute.");
        break;
    default:
        break;
    }
    return error;
}

/// As explain(), for the first question, which any Plex server answers without a token.
Error explainIdentity(Error error)
{
    switch (error.code) {
    case Error::Code::Cancelled:
    case Error::Code::Tls:
    case Error::Code::Offline:
    case Error::Code::Timeout:
    case Error::Code::Server:
    case Error::Code::RateLimited:
        return explain(std::move(error));
    default:
        error.code = Error::Code::NotFound;
        error.message = tr("Something answers at this address, but it is not a Plex Media Server.");
        return error;
    }
}

QString toText(const QJsonObject& object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

/// Without name and address.
KnownServer parseUsers(const QJsonObject& object)
{
    KnownServer server;
    server.id.value = object["id"_L1].toString();
    server.user.value = object["user"_L1].toString();
    const QJsonObject tokens = object["tokens"_L1].toObject();
    for (auto it = tokens.begin(); it != tokens.end(); ++it) {
        server.tokens.insert(it.key(), { it.value().toString() });
    }
    return server;
}

QJsonObject writeUsers(const KnownServer& server)
{
    QJsonObject tokens;
    for (auto it = server.tokens.begin(); it != server.tokens.end(); ++it) {
        tokens.insert(it.key(), it.value().value);
    }
    return { { u"id"_s, server.id.value }, { u"user"_s, server.user.value },
        { u"tokens"_s, tokens } };
}

std::optional<KnownServer> parseServer(const QString& text)
{
    const QJsonObject object = QJsonDocument::fromJson(text.toUtf8()).object();
    const Result<ServerAddress> address = parseServerAddress(object["url"_L1].toString());
    KnownServer server = parseUsers(object);
    if (!address || !server.id.isValid()) {
        return std::nullopt;
    }
    server.name = object["name"_L1].toString();
    server.address = *address;
    return server;
}

QString writeServer(const KnownServer& server)
{
    QJsonObject object = writeUsers(server);
    object.insert(u"name"_s, server.name);
    object.insert(u"url"_s, server.address.url.toString());
    return toText(object);
}

/// The entries that are not of @p server.
QStringList without(const QStringList& entries, const types::ServerId& server)
{
    QStringList left = entries;
    left.removeIf([&server](const QString& text) {
        const QJsonObject object = QJsonDocument::fromJson(text.toUtf8()).object();
        return object["id"_L1].toString() == server.value;
    });
    return left;
}

} // namespace

QString tokenKey(const types::ServerId& server, const types::UserId& user)
{
    return user.isValid() ? u"server/%1/user/%2"_s.arg(server.value, user.value)
                          : u"server/"_s + server.value;
}

plex::ClientIdentity identityOf(settings::Settings& settings)
{
    QString identifier = settings.value(kClientIdentifier);
    if (identifier.isEmpty()) {
        identifier = QUuid::createUuid().toString(QUuid::WithoutBraces);
        settings.set(kClientIdentifier, identifier);
    }
    return { .clientIdentifier = identifier,
        .product = u"PlexM8"_s,
        .version = QString(util::kVersion),
        .platform = QSysInfo::productType(),
        .platformVersion = QSysInfo::productVersion(),
        .deviceName = QSysInfo::machineHostName(),
        .language = QLocale().bcp47Name() };
}

Accounts::Accounts(
    settings::Settings& settings, TokenStore& tokens, QThreadPool& pool, QObject* parent)
    : QObject(parent)
    , m_settings(settings)
    , m_tokens(tokens)
    , m_pool(pool)
{
}

QList<KnownServer> Accounts::servers() const
{
    QList<KnownServer> servers;
    const QStringList stored = m_settings.value(kServers);
    for (const QString& text : stored) {
        if (const std::optional<KnownServer> server = parseServer(text)) {
            servers.append(*server);
        } else {
            qCWarning(lcAccount) << "stored server left out reason=not readable";
        }
    }
    return servers;
}

std::optional<KnownServer> Accounts::current() const
{
    const types::ServerId id { m_settings.value(kCurrentServer) };
    const QList<KnownServer> known = servers();
    const auto found = std::ranges::find(known, id, &KnownServer::id);
    return found == known.end() ? std::nullopt : std::optional(*found);
}

Future<Connection> Accounts::check(const ServerAddress& address, const SecretString& token,
    const types::ServerId& expected, std::stop_token stop)
{
    if (token.isEmpty()) {
        return async::ready<Connection>(Error {
            Error::Code::InvalidInput, tr("Enter a token, or sign in."), u"empty token"_s, 0, {} });
    }
    util::Promise<Connection> promise;
    // Shared by the steps of this check; gone when the last one is done.
    const auto server
        = std::make_shared<plex::Server>(address.url, token, identityOf(m_settings), m_pool);
    const auto finish
        = [promise, address](const types::ServerId& id, const Result<types::ServerInfo>& info,
              std::chrono::milliseconds latency) {
              if (!info) {
                  promise.finish(explain(info.error()));
              } else if (info->id != id) {
                  promise.finish(Error { Error::Code::Protocol,
                      tr("The server gives two different answers to who it is. Try again."),
                      u"machineIdentifier of / and /identity differ"_s, 0, {} });
              } else {
                  promise.finish(Connection { *info, address, latency });
              }
          };
    async::deliver(server->identity(stop), this,
        [this, server, expected, stop, promise, finish](const Result<types::ServerInfo>& who) {
            if (!who) {
                promise.finish(explainIdentity(who.error()));
                return;
            }
            if (expected.isValid() && who->id != expected) {
                promise.finish(Error { Error::Code::Conflict,
                    tr("Another server answers at this address now."),
                    u"machineIdentifier differs"_s, 0, {} });
                return;
            }
            QElapsedTimer clock;
            clock.start();
            async::deliver(server->info(stop), this,
                [server, finish, id = who->id, clock](const Result<types::ServerInfo>& info) {
                    finish(id, info, std::chrono::milliseconds(clock.elapsed()));
                });
        });
    return promise.future();
}

std::optional<KnownServer> Accounts::find(const types::ServerId& server) const
{
    const QList<KnownServer> known = servers();
    const auto found = std::ranges::find(known, server, &KnownServer::id);
    if (found != known.end()) {
        return *found;
    }
    const QStringList formers = m_settings.value(kFormerServers);
    for (const QString& text : formers) {
        const KnownServer former = parseUsers(QJsonDocument::fromJson(text.toUtf8()).object());
        if (former.id == server) {
            return former;
        }
    }
    return std::nullopt;
}

QString Accounts::markOf(const types::ServerId& server, const SecretString& token)
{
    QString salt = m_settings.value(kTokenSalt);
    if (salt.isEmpty()) {
        salt = QUuid::createUuid().toString(QUuid::WithoutBraces);
        m_settings.set(kTokenSalt, salt);
    }
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(salt.toUtf8() + '\n' + server.value.toUtf8() + '\n');
    hash.addData(token.reveal());
    return QString::fromLatin1(hash.result().toHex().left(kMarkSize));
}

types::UserId Accounts::userAt(const types::ServerId& server) const
{
    const std::optional<KnownServer> known = find(server);
    return known ? known->user : types::UserId {};
}

types::UserId Accounts::newUser(const types::ServerId& server, const SecretString& token)
{
    return { markOf(server, token) };
}

Future<TokenUser> Accounts::userOf(const types::ServerId& server, const SecretString& token)
{
    const std::optional<KnownServer> known = find(server);
    const types::UserId other = newUser(server, token);
    if (!known) {
        return async::ready<TokenUser>(TokenUser { other, true });
    }
    if (!known->tokens.isEmpty()) {
        const auto found = known->tokens.constFind(markOf(server, token));
        return async::ready<TokenUser>(found == known->tokens.cend() ? TokenUser { other, false }
                                                                     : TokenUser { *found, true });
    }
    // Known since before users were told apart: the stored token is the only one it knows.
    util::Promise<TokenUser> promise;
    async::deliver(this->token(*known), this,
        [promise, known, token, other](const Result<SecretString>& stored) {
            if (stored && *stored == token) {
                promise.finish(TokenUser { known->user, true });
            } else if (!stored && stored.error().code == Error::Code::NotFound) {
                promise.finish(TokenUser { known->user, false });
            } else {
                promise.finish(TokenUser { other, false });
            }
        });
    return promise.future();
}

Future<TokenPlace> Accounts::add(
    const Connection& connection, const SecretString& token, const types::UserId& user)
{
    const types::ServerId server = connection.server.id;
    KnownServer next = find(server).value_or(KnownServer {});
    const QString key = tokenKey(server, user);
    const QString former = tokenKey(server, next.user);
    next.id = server;
    next.name = connection.server.name;
    next.address = connection.address;
    next.user = user;
    next.tokens.insert(markOf(server, token), user);
    return async::andThen(
        m_tokens.write(key, token), this, [this, next, key, former](TokenPlace place) {
            QList<KnownServer> known = servers();
            const auto found = std::ranges::find(known, next.id, &KnownServer::id);
            if (found == known.end()) {
                known.append(next);
            } else {
                *found = next;
            }
            store(known);
            m_settings.set(kFormerServers, without(m_settings.value(kFormerServers), next.id));
            use(next.id);
            if (former != key) {
                // Nothing reads the other user's token any more.
                async::deliver(m_tokens.remove(former), this, [](const Result<void>& removed) {
                    if (!removed) {
                        qCWarning(lcAccount).noquote() << "former token not removed code="
                                                       << util::codeName(removed.error().code);
                    }
                });
            }
            return place;
        });
}

void Accounts::remember(
    const Connection& connection, const SecretString& token, const types::UserId& user)
{
    const types::ServerId id = connection.server.id;
    const QString mark = markOf(id, token);
    QList<KnownServer> known = servers();
    const auto found = std::ranges::find(known, id, &KnownServer::id);
    if (found == known.end()) {
        KnownServer server = find(id).value_or(KnownServer {});
        server.id = id;
        server.name = connection.server.name;
        server.address = connection.address;
        server.user = user;
        server.tokens.insert(mark, user);
        known.append(server);
    } else if (found->tokens.isEmpty() && found->user == user) {
        found->tokens.insert(mark, user);
    } else {
        return;
    }
    store(known);
}

Future<SecretString> Accounts::token(const KnownServer& server)
{
    return m_tokens.read(tokenKey(server.id, server.user));
}

void Accounts::store(const QList<KnownServer>& servers)
{
    QStringList texts;
    for (const KnownServer& server : servers) {
        texts.append(writeServer(server));
    }
    m_settings.set(kServers, texts);
    Q_EMIT serversChanged();
}

void Accounts::use(const types::ServerId& server)
{
    const QList<KnownServer> known = servers();
    if (std::ranges::find(known, server, &KnownServer::id) == known.end()) {
        return;
    }
    m_settings.set(kCurrentServer, server.value);
    Q_EMIT currentChanged();
}

Future<void> Accounts::removeTokens(const types::ServerId& server)
{
    const std::optional<KnownServer> known = find(server);
    if (!known) {
        return async::ready<void>({});
    }
    QSet<types::UserId> users { types::UserId {}, known->user };
    for (const types::UserId& user : known->tokens) {
        users.insert(user); // whose token should be gone since the next one signed in
    }
    Future<void> removed = async::ready<void>({});
    for (const types::UserId& user : std::as_const(users)) {
        removed = async::andThen(
            removed, this, [this, key = tokenKey(server, user)] { return m_tokens.remove(key); });
    }
    return removed;
}

Future<void> Accounts::remove(const types::ServerId& server)
{
    return async::andThen(removeTokens(server), this, [this, server] {
        QList<KnownServer> left = servers();
        const auto found = std::ranges::find(left, server, &KnownServer::id);
        if (found == left.end()) {
            return;
        }
        QStringList formers = without(m_settings.value(kFormerServers), server);
        formers.append(toText(writeUsers(*found)));
        m_settings.set(kFormerServers, formers);
        left.erase(found);
        store(left);
        if (m_settings.value(kCurrentServer) == server.value) {
            m_settings.reset(kCurrentServer);
            Q_EMIT currentChanged();
        }
    });
}

} // namespace account
