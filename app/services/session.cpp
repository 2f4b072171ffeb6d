// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/session.h"

#include "app/services/log.h"
#include "core/net/host.h"

#include <QDir>
#include <QFileInfo>
#include <QSet>

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

Link linkTo(const account::ServerAddress& address)
{
    return net::isPrivateHost(address.url.host()) ? Link::Lan : Link::Remote;
}

qint64 sizeOf(const QString& folder)
{
    qint64 bytes = 0;
    const QFileInfoList files = QDir(folder).entryInfoList(QDir::Files);
    for (const QFileInfo& file : files) {
        bytes += file.size();
    }
    return bytes;
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
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, [this] {
        if (m_turns > 0) { // somebody signs in, or leaves
            m_retry.start(kFirstRetry);
            return;
        }
        async::deliver(goOnline(), this, [](const Result<types::ServerInfo>&) {
            // The status tells, and sets the next try.
        });
    });
    connect(&services.live, &library::LiveUpdates::wantsSync, this, [this] {
        async::deliver(sync({}), this, [](const Result<library::SyncSummary>&) {
            // What is wrong with the connection is in the status; the rest is for the next one.
        });
    });
    connect(&services.changes, &change::Changes::unauthorised, this, [this] {
        setStatus({ Link::Refused, m_status.server,
            tr("The server does not accept this sign-in any more. Connect again; what waits to be "
               "sent is kept."),
            false });
    });
}

Session::~Session()
{
    m_syncStop.request_stop();
    m_services.live.stop();
    m_services.changes.setServer(nullptr);
    m_services.artwork.setSource(nullptr, {});
}

std::optional<account::KnownServer> Session::wanted() const
{
    const auto& given = m_services.environment.server;
    if (!given || m_tokenPlace) { // a sign-in in this run is newer than what the run began with
        return m_services.accounts.current();
    }
    const auto servers = m_services.accounts.servers();
    for (const account::KnownServer& known : servers) {
        if (known.address.url == given->url) {
            return known;
        }
    }
    return account::KnownServer { {}, {}, *given, {}, {} };
}

Future<util::SecretString> Session::tokenFor(const account::KnownServer& known)
{
    if (usesGivenToken()) {
        return async::ready<util::SecretString>(m_services.environment.token);
    }
    util::Promise<util::SecretString> promise;
    async::deliver(
        m_services.accounts.token(known), this, [promise](const Result<util::SecretString>& token) {
            // Where nothing can be stored, nothing was.
            const bool isMissing = !token
                && (token.error().code == Error::Code::NotFound
                    || token.error().code == Error::Code::Unsupported);
            promise.finish(isMissing
                    ? Result<util::SecretString>(Error { Error::Code::Unauthorised,
                        tr("There is no token for this server."), token.error().detail, 0, {} })
                    : token);
        });
    return promise.future();
}

bool Session::usesGivenToken() const
{
    return !m_services.environment.token.isEmpty() && !m_tokenPlace;
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
        m_userFile = m_services.userFile.open();
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
        setStatus({ Link::Offline, known->name, m_status.reason, false });
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

template <class T>
Future<T> Session::inTurn(std::function<Future<T>()> work)
{
    util::Promise<void> over;
    util::Promise<T> promise;
    ++m_turns;
    const Future<void> before = std::exchange(m_turn, over.future());
    async::deliver(before, this, [this, work, promise, over](const Result<void>&) {
        async::deliver(work(), this, [this, promise, over](Result<T> result) {
            --m_turns;
            promise.finish(std::move(result));
            over.finish({});
        });
    });
    return promise.future();
}

Future<types::ServerInfo> Session::reconnect(
    const account::KnownServer& known, const util::SecretString& token, std::stop_token stop)
{
    const auto checked = m_services.accounts.check(known.address, token, known.id, std::move(stop));
    return async::andThen(
        checked, this, [this, known, token](const account::Connection& connection) {
            return async::andThen(userAt(connection.server.id, known), this,
                [this, connection, token](const types::UserId& user) {
                    // A server given by its address for this run is known from now on, so that it
                    // works offline too, but the current one stays what the user chose.
                    m_services.accounts.remember(connection, token, user);
                    return adopt(connection, token, user);
                });
        });
}

Future<types::ServerInfo> Session::connectTo(
    const account::ServerAddress& address, const util::SecretString& token, const AskSameUser& ask)
{
    m_retry.stop();
    m_backOff = std::chrono::seconds(0);
    m_goingOnline.request_stop();
    return inTurn<types::ServerInfo>([this, address, token, ask] {
        const SessionStatus before = m_status;
        setStatus({ Link::Connecting, {}, {}, false });
        util::Promise<types::ServerInfo> promise;
        async::deliver(signInAt(address, token, ask), this,
            [this, promise, before](const Result<types::ServerInfo>& result) {
                if (!result) {
                    goOnAsBefore(before);
                }
                promise.finish(result);
            });
        return promise.future();
    });
}

Future<types::ServerInfo> Session::signInAt(
    const account::ServerAddress& address, const util::SecretString& token, const AskSameUser& ask)
{
    return async::andThen(m_services.accounts.check(address, token), this,
        [this, token, ask](const account::Connection& connection) {
            return async::andThen(userOf(connection, token, ask), this,
                [this, connection, token](
                    const types::UserId& user) { return signIn(connection, token, user); });
        });
}

void Session::goOnAsBefore(const SessionStatus& before)
{
    SessionStatus next = before;
    const bool isConnected = m_server && before.link != Link::Connecting;
    const bool wasConnected = before.link == Link::Lan || before.link == Link::Remote
        || before.link == Link::Connecting;
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

Future<types::UserId> Session::userOf(
    const account::Connection& connection, const util::SecretString& token, const AskSameUser& ask)
{
    const types::ServerId id = connection.server.id;
    return async::andThen(m_services.accounts.userOf(id, token), this,
        [this, connection, token, ask, id](
            const account::TokenUser& found) -> Future<types::UserId> {
            const types::UserId other = m_services.accounts.newUser(id, token);
            if (found.isCertain || !ask) {
                return async::ready<types::UserId>(found.isCertain ? found.user : other);
            }
            return async::andThen(ask(connection.server), this, [this, id, other](bool isSame) {
                return isSame ? m_services.accounts.userAt(id) : other;
            });
        });
}

Future<types::ServerInfo> Session::signIn(const account::Connection& connection,
    const util::SecretString& token, const types::UserId& user)
{
    return async::andThen(m_services.accounts.add(connection, token, user), this,
        [this, connection, token, user](account::TokenPlace place) {
            m_tokenPlace = place;
            return adopt(connection, token, user);
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

Future<types::ServerInfo> Session::adopt(const account::Connection& connection,
    const util::SecretString& token, const types::UserId& user)
{
    const library::CacheKey key { connection.server.id, user };
    m_isLeaving = true;
    const auto left = async::andThen(endSync(), this, [this, key] { return leaveFor(key); });
    const auto opened = async::andThen(left, this, [this, key] {
        m_services.changes.setServer(nullptr);
        return openLibrary(key);
    });
    util::Promise<types::ServerInfo> promise;
    async::deliver(opened, this, [this, promise, connection, token](const Result<void>& done) {
        m_isLeaving = false;
        if (!done) {
            dropServer(); // its library is no longer the one that is open
            noteFailure(done.error());
            promise.finish(done.error());
            return;
        }
        useServer(connection, token);
        promise.finish(connection.server);
    });
    return promise.future();
}

void Session::useServer(const account::Connection& connection, const util::SecretString& token)
{
    auto next = std::make_unique<plex::Server>(
        connection.address.url, token, account::identityOf(m_services.settings), m_services.pool);
    m_syncStop.request_stop();
    m_services.live.stop();
    m_services.artwork.setSource(next.get(), connection.server.id);
    if (m_server) {
        m_server.release()->deleteLater(); // answers may still be on their way to it
    }
    m_server = std::move(next);
    m_info = connection.server;
    m_latency = connection.latency;
    m_services.changes.setServer(m_server.get());
    if (m_listens) {
        m_services.live.start(*m_server, m_services.library.key());
    }
    Q_EMIT serverChanged();
    const Link link = linkTo(connection.address);
    QStringList reasons { link == Link::Lan ? tr("Connected in the local network.")
                                            : tr("Connected over the internet.") };
    const bool isReadable = connection.address.transport == account::Transport::PlainPrivate;
    if (isReadable) {
        reasons.append(tr("The connection is not encrypted: who can listen in this network can "
                          "read the sign-in."));
    }
    if (m_tokenPlace == account::TokenPlace::File) {
        reasons.append(tr("The system has no secret store that answers, so the token is in a file "
                          "that only you can read."));
    }
    setStatus({ link, connection.server.name, reasons.join(u' '), isReadable });
}

void Session::dropServer()
{
    m_syncStop.request_stop();
    m_services.live.stop();
    m_services.changes.setServer(nullptr);
    m_services.artwork.setSource(nullptr, {});
    if (m_server) {
        m_server.release()->deleteLater(); // answers may still be on their way to it
    }
    m_info.reset();
    Q_EMIT serverChanged();
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

Future<void> Session::forget()
{
    m_retry.stop();
    m_goingOnline.request_stop();
    return inTurn<void>([this] {
        const auto server = shown();
        if (!server) {
            return async::ready<void>(
                Error { Error::Code::Unauthorised, tr("No server is known yet."), {}, 0, {} });
        }
        m_isLeaving = true;
        util::Promise<void> promise;
        async::deliver(leave(*server), this, [this, promise](const Result<void>& done) {
            m_isLeaving = false;
            if (!done) {
                goOnAsBefore(m_status);
            }
            promise.finish(done);
        });
        return promise.future();
    });
}

Future<void> Session::leave(const account::KnownServer& server)
{
    // The tokens first, because the secret store may refuse; the server's entry last, so that what
    // is interrupted can be done again.
    const auto signedOut = m_services.accounts.removeTokens(server.id);
    const auto ended = async::andThen(signedOut, this, [this] { return endSync(); });
    const auto left = async::andThen(ended, this, [this] { return leaveFor({}); });
    const auto deleted
        = async::andThen(left, this, [this, server] { return deleteTraces(server); });
    return async::andThen(
        deleted, this, [this, id = server.id] { return m_services.accounts.remove(id); });
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
    dropServer();
    m_backOff = std::chrono::seconds(0);
    m_library.reset();
    m_tokenPlace.reset();
    setStatus({});
    async::deliver(m_services.changes.setOwner({}), this, [](const Result<void>&) {
        // Nobody's changes are shown from now on, whatever it says.
    });
    // All at once: one that cannot be deleted keeps nothing else.
    const auto isDone = [] { return true; };
    QList<Future<bool>> deleted { async::andThen(m_services.artwork.clear(), this, isDone) };
    for (const types::UserId& user : std::as_const(users)) {
        deleted.append(
            async::andThen(m_services.library.remove({ server.id, user }), this, isDone));
    }
    return async::andThen(async::all(deleted, this), this, [](const QList<bool>&) {});
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
    auto done = m_services.sync.run(*m_server, options, m_syncStop.get_token());
    async::deliver(done, this, [this](const Result<library::SyncSummary>& result) {
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
    default:
        return u"offline"_s;
    }
}

QList<account::Capability> Session::capabilities() const
{
    const bool isOnline = m_status.link == Link::Lan || m_status.link == Link::Remote;
    account::Circumstances now;
    now.isSignedIn = wanted().has_value();
    now.server = isOnline ? m_info : std::nullopt;
    now.hasCache = m_services.library.isOpen();
    now.hasTmdbKey = !m_services.environment.tmdbKey.isEmpty();
    return account::capabilitiesIn(now);
}

void Session::setStatus(SessionStatus status)
{
    if (m_status == status) {
        return;
    }
    m_status = std::move(status);
    Q_EMIT statusChanged(m_status);
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
    if (m_reconnects && !refused) {
        m_backOff = std::clamp(m_backOff * 2, kFirstRetry, kLongestRetry);
        m_retry.start(m_backOff);
    }
}

Future<QList<Bucket>> Session::cacheBuckets()
{
    return async::andThen(m_services.library.counts(), this, [this](const library::Counts& now) {
        const qint64 entries = now.tracks + now.albums + now.artists + now.playlists + now.movies
            + now.shows + now.episodes;
        const Bucket libraryBucket { u"library"_s, entries,
            sizeOf(m_services.paths.cache + u"/libraries"_s), 0, 0 };
        return async::andThen(m_services.artwork.stats(), this,
            [libraryBucket](const artwork::Artwork::Stats& stats) {
                return QList<Bucket> { libraryBucket,
                    { u"artwork"_s, stats.diskEntries, stats.diskBytes, stats.hits,
                        stats.misses } };
            });
    });
}

Future<void> Session::flushCache(const QString& bucket)
{
    if (bucket == "library"_L1) {
        return m_services.library.clear();
    }
    if (bucket == "artwork"_L1) {
        return m_services.artwork.clear();
    }
    if (!bucket.isEmpty()) {
        return async::ready<void>(Error { Error::Code::InvalidInput,
            tr("There is no such cache: library and artwork exist."), {}, 0, {} });
    }
    return async::andThen(
        m_services.artwork.clear(), this, [this] { return m_services.library.clear(); });
}

} // namespace app
