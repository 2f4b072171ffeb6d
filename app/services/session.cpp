// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/session.h"

#include "app/services/log.h"
#include "core/account/identity.h"

#include <QPointer>
#include <algorithm>

using namespace Qt::StringLiterals;
namespace async = util::async;
using util::Error;
using util::Future;
using util::Result;
using Link = app::SessionStatus::Link;

namespace app {

Q_LOGGING_CATEGORY(lcApp, "app", QtInfoMsg)

namespace {

constexpr std::chrono::seconds kFirstRetry { 5 };
constexpr std::chrono::seconds kLongestRetry { 120 };

constexpr std::chrono::minutes kUpgrade { 5 }; // between looks for a nearer way

Link linkBy(account::Route route)
{
    switch (route) {
    case account::Route::Lan:
        return Link::Lan;
    case account::Route::Remote:
        return Link::Remote;
    case account::Route::Relay:
        break;
    }
    return Link::Relay;
}

/// Whether the server could not be reached, as against having refused.
bool isUnreachable(Error::Code code)
{
    return code == Error::Code::Offline || code == Error::Code::Timeout
        || code == Error::Code::Server;
}

} // namespace

Session::Session(Services& services, QObject* parent)
    : QObject(parent)
    , m_services(services)
{
    m_retry.setObjectName(u"reconnect"_s);
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, [this] {
        if (m_turns > 0) { // somebody signs in, or leaves
            m_retry.start(kFirstRetry);
            return;
        }
        m_lastProbe.start();
        tryGoingOnline();
    });
    connect(&services.live, &library::LiveUpdates::wantsSync, this, [this] {
        if (m_status.link == Link::Offline
            && m_turns == 0) { // it is there again, sooner than hoped
            tryGoingOnline();
            return;
        }
        async::deliver(sync({}), this, [](const Result<library::SyncSummary>&) {
            // What is wrong with the connection is in the status; the rest is for the next one.
        });
    });
    connect(&services.live, &library::LiveUpdates::interrupted, this, &Session::reconsider);
    connect(&services.accounts, &account::Accounts::permissionsChanged, this,
        &Session::honourPermissions);
    connect(&services.pins, &account::Pins::changed, this, &Session::honourPermissions);
    connect(&m_network, &net::NetworkWatch::changed, this, &Session::followNetwork);
    m_look.setSingleShot(true);
    connect(&m_look, &QTimer::timeout, this, &Session::reconsider);
    m_upgrade.setTimerType(Qt::VeryCoarseTimer);
    connect(&m_upgrade, &QTimer::timeout, this, &Session::reconsider);
    followCircumstances();
    connect(&m_services.library, &library::Library::opened, this, [this] {
        if (m_server && m_info->id == m_services.library.key().server) { // opened again
            m_services.artwork.setSource(m_server.get(), m_info->id);
        }
    });
}

Session::~Session()
{
    m_syncStop.request_stop();
    m_services.live.stop();
    m_probing.request_stop();
    m_services.changes.setServer(nullptr);
    m_services.onDemand.setServer(nullptr);
    m_services.artwork.setSource(nullptr, {});
}

std::optional<account::KnownServer> Session::wanted() const
{
    const auto& given = m_services.environment.server;
    if (!given || m_hasChosen) { // a choice in this run is newer than what the run began with
        return m_services.accounts.current();
    }
    const auto servers = m_services.accounts.servers();
    for (const account::KnownServer& known : servers) {
        if (known.address.url == given->url) {
            return known;
        }
    }
    account::KnownServer unknown;
    unknown.address = *given;
    unknown.mayBePlain = true; // whoever gave the address for this run
    return unknown;
}

Future<util::SecretString> Session::tokenFor(const account::KnownServer& known)
{
    if (usesGivenToken()) {
        return async::ready<util::SecretString>(m_services.environment.token);
    }
    util::Promise<util::SecretString> promise;
    async::deliver(
        m_services.accounts.token(known), this, [promise](const Result<util::SecretString>& token) {
            promise.finish(token ? token : Result<util::SecretString>(missingToken(token.error())));
        });
    return promise.future();
}

bool Session::usesGivenToken() const
{
    return !m_services.environment.token.isEmpty() && !m_hasChosen;
}

Future<types::UserId> Session::userAt(
    const types::ServerId& server, const account::KnownServer& known)
{
    if (!usesGivenToken()) {
        return async::ready<types::UserId>(known.user);
    }
    return async::andThen(m_services.accounts.userOf(server, m_services.environment.token), this,
        [](const account::TokenUser& found) { return found.user; });
}

Future<void> Session::openUserFile()
{
    if (!m_userFile) {
        m_userFile = m_services.backups.open();
        async::deliver(*m_userFile, this, [this](const Result<void>& opened) {
            if (!opened) {
                m_userFile.reset();
            }
        });
    }
    return *m_userFile;
}

Future<void> Session::openLibrary(const library::CacheKey& key)
{
    if (m_library && m_library->key == key) {
        return m_library->done;
    }
    const auto opened = async::andThen(
        openUserFile(), this, [this, key] { return m_services.library.open(key); });
    auto owned = async::andThen(opened, this, [this, key] {
        return m_services.changes.setOwner({ key.server, key.user });
    });
    m_library.emplace(Opening { key, ++m_openings, owned });
    async::deliver(owned, this, [this, number = m_openings](const Result<void>& done) {
        if (!done && m_library && m_library->number == number) {
            m_library.reset();
        }
    });
    return owned;
}

Future<void> Session::openCache()
{
    const auto known = wanted();
    if (!known) {
        return async::ready<void>(Error { Error::Code::Unauthorised,
            tr("No server is known yet. Connect to one first."), {}, 0, {} });
    }
    if (!known->id.isValid()) {
        return async::andThen(goOnline(), this, [](const types::ServerInfo&) {});
    }
    if (!m_server) {
        const Link link = m_reconnects ? Link::Connecting : Link::Offline; // that comes next
        setStatus({ link, known->name, m_status.reason, false });
    }
    return async::andThen(
        userAt(known->id, *known), this, [this, id = known->id](const types::UserId& user) {
            return openLibrary({ id, user });
        });
}

Future<types::ServerInfo> Session::goOnline()
{
    const auto known = wanted();
    if (!known) {
        return async::ready<types::ServerInfo>(Error { Error::Code::Unauthorised,
            tr("No server is known yet. Connect to one first."), {}, 0, {} });
    }
    m_retry.stop();
    setStatus({ Link::Connecting, known->name, {}, false });
    if (m_goingOnline.stop_requested()) {
        m_goingOnline = std::stop_source();
    }
    const std::stop_token stop = m_goingOnline.get_token();
    auto connecting = inTurn<types::ServerInfo>([this, stop] {
        const auto server = wanted(); // it may be another by now
        if (!server || stop.stop_requested()) {
            return async::ready<types::ServerInfo>(Error::cancelled());
        }
        return async::andThen(
            tokenFor(*server), this, [this, server, stop](const util::SecretString& token) {
                return reconnect(*server, token, stop);
            });
    });
    async::deliver(connecting, this, [this, stop](const Result<types::ServerInfo>& result) {
        if (!result && !stop.stop_requested()) {
            noteFailure(result.error());
        }
    });
    return connecting;
}

Future<types::ServerInfo> Session::reconnect(
    const account::KnownServer& known, const util::SecretString& token, std::stop_token stop)
{
    account::KnownServer server = known;
    if (usesGivenToken()) {
        server.account.clear(); // its token is another one, which plex.tv cannot renew
    }
    const auto connected = m_services.connector.connectTo(server, token, std::move(stop));
    return async::andThen(
        connected, this, [this, known, token](const account::Connection& connection) {
            if (connection.token != token) { // plex.tv gave a new one, and said whose
                return identifyAndSignIn(connection, {});
            }
            return async::andThen(userAt(connection.server.id, known), this,
                [this, connection](const types::UserId& user) {
                    if (usesGivenToken()) {
                        // A server given by its address for this run is known from now on, so that
                        // it works offline too, but the current one stays what the user chose.
                        m_services.accounts.remember(connection, user);
                    } else {
                        m_services.accounts.refresh(connection);
                    }
                    return adopt(connection, user);
                });
        });
}

Future<types::ServerInfo> Session::connectTo(
    const account::ServerAddress& address, const util::SecretString& token, const AskSameUser& ask)
{
    return signInBy([this, address, token, ask] {
        return async::andThen(m_services.connector.check(address, token), this,
            [this, ask](const account::Connection& connection) {
                return identifyAndSignIn(connection, ask);
            });
    });
}

Future<types::ServerInfo> Session::connectTo(
    const plex::CloudServer& server, const account::PlexAccount& account, const AskSameUser& ask)
{
    account::KnownServer known = account::knownFrom(server, account.uuid);
    const auto servers = m_services.accounts.servers();
    const auto before = std::ranges::find(servers, known.id, &account::KnownServer::id);
    if (before != servers.end()) {
        known.keepChoicesOf(*before);
    }
    return signInBy([this, known, token = server.token, user = account.user, ask] {
        return async::andThen(m_services.connector.connectTo(known, token), this,
            [this, user, ask](account::Connection connection) {
                connection.plexUser = user;
                return identifyAndSignIn(connection, ask);
            });
    });
}

Future<types::ServerInfo> Session::signInBy(std::function<Future<types::ServerInfo>()> work)
{
    m_retry.stop();
    m_backOff = std::chrono::seconds(0);
    m_goingOnline.request_stop();
    return inTurn<types::ServerInfo>([this, work = std::move(work)] {
        const SessionStatus before = m_status;
        setStatus({ Link::Connecting, {}, {}, false });
        util::Promise<types::ServerInfo> promise;
        async::deliver(
            work(), this, [this, promise, before](const Result<types::ServerInfo>& result) {
                if (!result) {
                    goOnAsBefore(before);
                }
                promise.finish(result);
            });
        return promise.future();
    });
}

Future<types::ServerInfo> Session::identifyAndSignIn(
    const account::Connection& connection, const AskSameUser& ask)
{
    return async::andThen(userOf(connection, ask), this,
        [this, connection](const types::UserId& user) { return signIn(connection, user); });
}

void Session::goOnAsBefore(const SessionStatus& before)
{
    SessionStatus next = before;
    const bool isConnected = m_server && before.link != Link::Connecting;
    const bool wasConnected = before.link == Link::Lan || before.link == Link::Remote
        || before.link == Link::Relay || before.link == Link::Connecting;
    if (!isConnected && wasConnected) {
        next.link = wanted() ? Link::Offline : Link::None;
    }
    if (m_status.link == Link::Connecting) { // else what was noted meanwhile is newer
        setStatus(next);
    }
    if (m_status.link == Link::Offline) {
        retryLater();
    }
}

void Session::retryLater()
{
    if (m_reconnects && wanted() && !m_retry.isActive()) {
        m_retry.start(kFirstRetry);
    }
}

Future<types::UserId> Session::userOf(const account::Connection& connection, const AskSameUser& ask)
{
    const types::ServerId id = connection.server.id;
    return async::andThen(m_services.accounts.userOf(id, connection.token, connection.plexUser),
        this,
        [this, connection, ask, id](const account::TokenUser& found) -> Future<types::UserId> {
            const types::UserId other
                = m_services.accounts.newUser(id, connection.token, connection.plexUser);
            if (found.isCertain || !ask) {
                return async::ready<types::UserId>(found.isCertain ? found.user : other);
            }
            return async::andThen(ask(connection.server), this, [this, id, other](bool isSame) {
                return isSame ? m_services.accounts.userAt(id) : other;
            });
        });
}

Future<types::ServerInfo> Session::signIn(
    const account::Connection& connection, const types::UserId& user)
{
    return async::andThen(m_services.accounts.add(connection, user), this,
        [this, connection, user](account::TokenPlace place) {
            m_tokenPlace = place;
            m_hasChosen = true;
            return adopt(connection, user);
        });
}

Future<void> Session::endSync()
{
    m_syncStop.request_stop();
    m_services.live.stop();
    if (!m_services.sync.isRunning()) {
        return async::ready<void>({});
    }
    util::Promise<void> ended;
    connect(
        &m_services.sync, &library::Sync::finished, this, [ended] { ended.finish({}); },
        Qt::SingleShotConnection);
    return ended.future();
}

Future<void> Session::leaveFor(const library::CacheKey& next)
{
    if (!m_server || !m_farewell || !m_library || m_library->key == next) {
        return async::ready<void>({});
    }
    util::Promise<void> promise;
    async::deliver(m_farewell(), this, [promise](const Result<void>&) { promise.finish({}); });
    return promise.future();
}

Future<types::ServerInfo> Session::adopt(
    const account::Connection& connection, const types::UserId& user)
{
    const library::CacheKey key { connection.server.id, user };
    m_isLeaving = true;
    const auto left = async::andThen(endSync(), this, [this, key] { return leaveFor(key); });
    const auto opened = async::andThen(left, this, [this, key] {
        m_services.changes.setServer(nullptr);
        m_services.onDemand.setServer(nullptr);
        return openLibrary(key);
    });
    util::Promise<types::ServerInfo> promise;
    async::deliver(opened, this, [this, promise, connection](const Result<void>& done) {
        m_isLeaving = false;
        if (!done) {
            dropServer(); // its library is no longer the one that is open
            noteFailure(done.error());
            promise.finish(done.error());
            return;
        }
        useServer(connection);
        promise.finish(connection.server);
    });
    return promise.future();
}

void Session::useServer(const account::Connection& connection)
{
    const QUrl& url = connection.address.url;
    m_pin = m_services.pins.fingerprintFor(url);
    auto next = std::make_unique<plex::Server>(
        url, connection.token, account::identityOf(m_services.settings), m_services.pool, m_pin);
    connect(next.get(), &plex::Server::unauthorised, this, &Session::recoverToken);
    connect(next.get(), &plex::Server::unreachable, this, &Session::reconsider);
    m_retry.stop(); // which what failed meanwhile has started
    m_syncStop.request_stop();
    m_services.live.stop();
    m_services.artwork.setSource(next.get(), connection.server.id);
    releaseServer();
    m_server = std::move(next);
    m_info = connection.server;
    m_latency = connection.latency;
    m_services.changes.setServer(m_server.get());
    m_services.onDemand.setServer(m_server.get());
    if (m_listens) {
        m_services.live.start(*m_server, m_services.library.key());
    }
    Q_EMIT serverChanged();
    QStringList reasons { connection.reason };
    const bool isReadable = connection.address.transport == account::Transport::PlainPrivate;
    if (isReadable) {
        reasons.append(tr("The connection is not encrypted: who can listen in this network can "
                          "read the sign-in."));
    }
    if (const QString warning = tokenWarning(); !warning.isEmpty()) {
        reasons.append(warning);
    }
    setStatus({ linkBy(connection.route), connection.server.name, reasons.join(u' '), isReadable });
    updateCapabilities(); // the same status may be that of another user
    if (connection.route == account::Route::Lan) {
        m_upgrade.stop();
    } else if (m_reconnects) {
        m_upgrade.start(kUpgrade);
    }
    honourPermissions(); // they may have changed while it was being connected
}

void Session::releaseServer()
{
    if (m_server) {
        m_server->disconnect(this);
        m_server.release()->deleteLater(); // answers may still be on their way to it
    }
}

void Session::dropServer()
{
    m_syncStop.request_stop();
    m_services.live.stop();
    m_upgrade.stop();
    m_services.changes.setServer(nullptr);
    m_services.onDemand.setServer(nullptr);
    m_services.artwork.setSource(nullptr, {});
    releaseServer();
    m_info.reset();
    Q_EMIT serverChanged();
    updateCapabilities();
}

bool Session::isOnline() const
{
    return m_status.link == Link::Lan || m_status.link == Link::Remote
        || m_status.link == Link::Relay;
}

std::optional<account::KnownServer> Session::shown() const
{
    const auto next = wanted();
    const types::ServerId id = m_library ? m_library->key.server
        : m_info                         ? m_info->id
                                         : next.value_or(account::KnownServer {}).id;
    if (!id.isValid()) {
        return std::nullopt;
    }
    const auto servers = m_services.accounts.servers();
    const auto known = std::ranges::find(servers, id, &account::KnownServer::id);
    if (known != servers.end()) {
        return *known;
    }
    account::KnownServer server;
    server.id = id;
    server.name = m_status.server;
    return server;
}

Future<void> Session::openForWriting()
{
    return async::andThen(openCache(), this, [this] {
        if (m_server) {
            return async::ready<void>({});
        }
        util::Promise<void> promise;
        async::deliver(goOnline(), this, [promise](const Result<types::ServerInfo>& result) {
            const bool mayWait = result || isUnreachable(result.error().code);
            promise.finish(mayWait ? Result<void>() : Result<void>(result.error()));
        });
        return promise.future();
    });
}

Future<library::SyncSummary> Session::sync(const library::SyncOptions& options)
{
    if (!m_server) {
        const QString why = m_status.reason.isEmpty() ? tr("There is no connection to the server.")
                                                      : m_status.reason;
        return async::ready<library::SyncSummary>(Error { Error::Code::Offline, why, {}, 0, {} });
    }
    if (m_isLeaving) {
        return async::ready<library::SyncSummary>(
            Error { Error::Code::Conflict, tr("This server is being left."), {}, 0, {} });
    }
    if (!m_services.sync.isRunning()) { // else it answers so, and goes on with its own
        m_syncStop = std::stop_source();
    }
    const QPointer<plex::Server> asked = m_server.get();
    auto done = m_services.sync.run(*m_server, options, m_syncStop.get_token());
    async::deliver(done, this, [this, asked](const Result<library::SyncSummary>& result) {
        if (!asked || asked != m_server.get()) {
            return; // it tells of a connection that was left
        }
        if (result) {
            m_backOff = std::chrono::seconds(0); // only now: a server may answer, and no more
        } else if (isUnreachable(result.error().code)) {
            noteFailure(result.error());
        }
    });
    return done;
}

QString Session::connectionKind() const
{
    switch (m_status.link) {
    case Link::Lan:
        return u"lan"_s;
    case Link::Remote:
        return u"remote"_s;
    case Link::Relay:
        return u"relay"_s;
    default:
        return u"offline"_s;
    }
}

void Session::setStatus(SessionStatus status)
{
    if (m_status == status) {
        return;
    }
    m_status = std::move(status);
    if (m_status.link != Link::Connecting) {
        m_isUsable = isOnline();
    }
    Q_EMIT statusChanged(m_status);
    updateCapabilities();
}

void Session::noteFailure(const Error& error)
{
    if (error.code == Error::Code::Cancelled) {
        return;
    }
    const bool refused
        = error.code == Error::Code::Unauthorised || error.code == Error::Code::Forbidden;
    qCInfo(lcApp).noquote() << "event=connection_failed why=" << util::codeName(error.code);
    const auto known = wanted();
    setStatus({ refused ? Link::Refused : Link::Offline, known ? known->name : m_status.server,
        error.message, false });
    if (error.code == Error::Code::Tls && known
        && !m_services.pins.fingerprintFor(known->address.url).isEmpty()) {
        Q_EMIT certificateChanged(known->address.url);
    }
    if (m_reconnects && !refused) {
        m_backOff = std::clamp(m_backOff * 2, kFirstRetry, kLongestRetry);
        m_retry.start(m_backOff);
    }
}

} // namespace app
