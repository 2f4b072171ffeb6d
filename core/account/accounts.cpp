// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/account/accounts.h"

#include "core/account/log.h"
#include "core/account/settings.h"

#include <QCryptographicHash>
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

/// The entries that are not of @p server.
QStringList without(const QStringList& entries, const types::ServerId& server)
{
    QStringList left = entries;
    left.removeIf([&server](const QString& text) { return parseFormerServer(text).id == server; });
    return left;
}

/// What a connection tells of its server; whose it is stays.
void takeOver(KnownServer& server, const Connection& connection)
{
    server.name = connection.server.name;
    server.address = connection.address;
    server.route = connection.route;
    server.account = connection.known.account;
    server.owner = connection.known.owner;
    server.candidates = connection.known.candidates;
}

/// Who enters an address without encryption agrees to it, see the form for addresses.
void takeConsent(KnownServer& server, const Connection& connection)
{
    server.mayBePlain = server.mayBePlain
        || (server.account.isEmpty() && connection.address.transport == Transport::PlainPrivate);
}

} // namespace

QString tokenKey(const types::ServerId& server, const types::UserId& user)
{
    return user.isValid() ? u"server/%1/user/%2"_s.arg(server.value, user.value)
                          : u"server/"_s + server.value;
}

Accounts::Accounts(settings::Settings& settings, TokenStore& tokens, QObject* parent)
    : QObject(parent)
    , m_settings(settings)
    , m_tokens(tokens)
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

std::optional<KnownServer> Accounts::find(const types::ServerId& server) const
{
    const QList<KnownServer> known = servers();
    const auto found = std::ranges::find(known, server, &KnownServer::id);
    if (found != known.end()) {
        return *found;
    }
    const QStringList formers = m_settings.value(kFormerServers);
    for (const QString& text : formers) {
        const KnownServer former = parseFormerServer(text);
        if (former.id == server) {
            return former;
        }
    }
    return std::nullopt;
}

QString Accounts::markOf(const types::ServerId& server, const QByteArray& secret)
{
    QString salt = m_settings.value(kTokenSalt);
    if (salt.isEmpty()) {
        salt = QUuid::createUuid().toString(QUuid::WithoutBraces);
        m_settings.set(kTokenSalt, salt);
    }
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(salt.toUtf8() + '\n' + server.value.toUtf8() + '\n');
    hash.addData(secret);
    return QString::fromLatin1(hash.result().toHex().left(kMarkSize));
}

types::UserId Accounts::userAt(const types::ServerId& server) const
{
    const std::optional<KnownServer> known = find(server);
    return known ? known->user : types::UserId {};
}

QSet<QString> Accounts::plexUsersOf(const QString& account) const
{
    QSet<QString> users;
    const QList<KnownServer> known = servers();
    for (const KnownServer& server : known) {
        if (server.account == account && !server.plexUser().isEmpty()) {
            users.insert(server.plexUser());
        }
    }
    return users;
}

types::UserId Accounts::newUser(
    const types::ServerId& server, const SecretString& token, const QString& plexUser)
{
    return { markOf(server, plexUser.isEmpty() ? token.reveal() : plexUser.toUtf8()) };
}

Future<TokenUser> Accounts::userOf(
    const types::ServerId& server, const SecretString& token, const QString& plexUser)
{
    const std::optional<KnownServer> known = find(server);
    const types::UserId other = newUser(server, token, plexUser);
    if (!known) {
        return async::ready<TokenUser>(TokenUser { other, true });
    }
    if (known->plexUsers.contains(plexUser)) {
        return async::ready<TokenUser>(TokenUser { known->plexUsers[plexUser], true });
    }
    if (!known->tokens.isEmpty()) {
        const auto found = known->tokens.constFind(markOf(server, token.reveal()));
        const bool isAnother = !plexUser.isEmpty() && known->isOfPlexTv(known->user);
        return async::ready<TokenUser>(found == known->tokens.cend()
                ? TokenUser { other, isAnother }
                : TokenUser { *found, true });
    }
    // Known since before users were told apart: the stored token is the only one it knows.
    util::Promise<TokenUser> promise;
    async::deliver(this->token(*known), this,
        [promise, known, token, other](const Result<SecretString>& stored) {
            if (stored && *stored == token) {
                promise.finish(TokenUser { known->user, true });
            } else if (!stored
                && (stored.error().code == Error::Code::NotFound
                    || stored.error().code == Error::Code::Unsupported)) {
                promise.finish(TokenUser { known->user, false });
            } else {
                promise.finish(TokenUser { other, false });
            }
        });
    return promise.future();
}

Future<TokenPlace> Accounts::add(const Connection& connection, const types::UserId& user)
{
    const types::ServerId server = connection.server.id;
    const bool couldBePlain = find(server).value_or(KnownServer {}).mayBePlain;
    return async::andThen(m_tokens.write(tokenKey(server, user), connection.token), this,
        [this, connection, user, couldBePlain](TokenPlace place) {
            noteSignIn(connection, user, couldBePlain);
            return place;
        });
}

void Accounts::noteSignIn(
    const Connection& connection, const types::UserId& user, bool couldBePlain)
{
    const types::ServerId id = connection.server.id;
    QList<KnownServer> known = servers();
    auto found = std::ranges::find(known, id, &KnownServer::id);
    const bool isWithdrawn = found != known.end() && couldBePlain && !found->mayBePlain;
    if (found == known.end()) {
        known.append(find(id).value_or(KnownServer {}));
        found = std::prev(known.end());
    }
    const QString key = tokenKey(id, user);
    const QString former = tokenKey(id, found->user);
    found->id = id;
    found->user = user;
    found->tokens.insert(markOf(id, connection.token.reveal()), user);
    if (!connection.plexUser.isEmpty()) {
        found->plexUsers.insert(connection.plexUser, user);
    }
    takeOver(*found, connection);
    if (!isWithdrawn) {
        takeConsent(*found, connection);
    }
    store(known);
    m_settings.set(kFormerServers, without(m_settings.value(kFormerServers), id));
    use(id);
    if (former != key) {
        // Nothing reads the other user's token any more.
        async::deliver(m_tokens.remove(former), this, [](const Result<void>& removed) {
            if (!removed) {
                qCWarning(lcAccount).noquote()
                    << "former token not removed code=" << util::codeName(removed.error().code);
            }
        });
    }
}

void Accounts::remember(const Connection& connection, const types::UserId& user)
{
    const types::ServerId id = connection.server.id;
    const QString mark = markOf(id, connection.token.reveal());
    QList<KnownServer> known = servers();
    const auto found = std::ranges::find(known, id, &KnownServer::id);
    if (found == known.end()) {
        KnownServer server = find(id).value_or(KnownServer {});
        server.id = id;
        server.user = user;
        server.tokens.insert(mark, user);
        takeOver(server, connection);
        takeConsent(server, connection);
        known.append(server);
    } else if (found->tokens.isEmpty() && found->user == user) {
        found->tokens.insert(mark, user);
    } else {
        return;
    }
    store(known);
}

void Accounts::refresh(const Connection& connection)
{
    edit(
        connection.server.id, [&connection](KnownServer& server) { takeOver(server, connection); });
}

void Accounts::setPreference(
    const types::ServerId& server, Preference preference, const ServerAddress& fixed)
{
    const bool isNews = edit(server, [preference, &fixed](KnownServer& known) {
        known.preference = preference;
        known.fixed = fixed;
    });
    if (isNews) {
        Q_EMIT permissionsChanged();
    }
}

void Accounts::setMayBePlain(const types::ServerId& server, bool mayBePlain)
{
    const bool isNews
        = edit(server, [mayBePlain](KnownServer& known) { known.mayBePlain = mayBePlain; });
    if (isNews) {
        Q_EMIT permissionsChanged();
    }
}

bool Accounts::edit(const types::ServerId& server, const std::function<void(KnownServer&)>& change)
{
    QList<KnownServer> known = servers();
    const auto found = std::ranges::find(known, server, &KnownServer::id);
    if (found == known.end()) {
        return false;
    }
    const KnownServer before = *found;
    change(*found);
    if (*found == before) {
        return false;
    }
    store(known);
    return true;
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
        formers.append(writeFormerServer(*found));
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
