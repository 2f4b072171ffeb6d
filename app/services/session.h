// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services/services.h"
#include "core/account/capability.h"
#include "core/net/networkwatch.h"
#include "core/plex/server.h"

#include <QElapsedTimer>
#include <QTimer>

namespace app {

/// How things stand with the server.
struct SessionStatus
{
    enum class Link
    {
        None,
        Connecting,
        Lan,
        Remote,
        Relay,
        Offline,
        Refused
    };
    Link link = Link::None;
    QString server {}; ///< its name
    QString reason {}; ///< why, in sentences for a person
    bool isReadable = false; ///< connected without encryption, over a network of others
    bool operator==(const SessionStatus&) const = default;
};

/// The current server: its cache opened first, then the connection; both handed to the services.
///
/// Thread: UI.
class Session : public QObject
{
    Q_OBJECT
public:
    explicit Session(Services& services, QObject* parent = nullptr);
    ~Session() override;

    /// Opens the user's file and the cache of the current server. A server that is known only by
    /// an address given for this run is asked who it is.
    /// Errors: Unauthorised when no server is known; Storage, Database, Unsupported.
    [[nodiscard]] util::Future<void> openCache();
    /// Connects to the current server, opening its cache. Errors: those of
    /// account::Accounts::check.
    [[nodiscard]] util::Future<types::ServerInfo> goOnline();
    /// goOnline() whose end nobody waits for: the status tells it.
    void tryGoingOnline();
    /// openCache(), then goOnline() as far as possible: being offline is no error, changes wait.
    [[nodiscard]] util::Future<void> openForWriting();
    /// Asks a person whether a token that was never used at a server is of the user who is known
    /// there; an error, Cancelled above all, ends the connecting.
    using AskSameUser = std::function<util::Future<bool>(const types::ServerInfo& server)>;
    /// Connects to a server given by hand, remembers it and its token, makes it the current one.
    /// Where the token is kept is said in the status.
    /// @param ask  without it nobody can tell, and the token is taken for somebody else's: a cache
    ///     and a journal of their own, which loses and mixes nothing
    [[nodiscard]] util::Future<types::ServerInfo> connectTo(const account::ServerAddress& address,
        const util::SecretString& token, const AskSameUser& ask = {});
    /// As above, for a server of an account that is signed in, over the best way to it.
    [[nodiscard]] util::Future<types::ServerInfo> connectTo(const plex::CloudServer& server,
        const account::PlexAccount& account, const AskSameUser& ask = {});
    /// Makes another known server the current one: its library is open when this ends, its
    /// connection comes after. Errors: NotFound (not known), Storage, Database.
    [[nodiscard]] util::Future<void> switchTo(const types::ServerId& server);
    /// Goes on as another member of the Home of the account that gives access to the current
    /// server, with a library and a journal of their own.
    /// Errors: Forbidden (wrong PIN), Unsupported (no account, no access to this server), those of
    /// account::PlexAccounts and account::Connector.
    [[nodiscard]] util::Future<types::ServerInfo> switchUser(
        const plex::HomeUser& user, const util::SecretString& pin);
    /// Signs out of a server and deletes what this computer holds of it: address, tokens, the
    /// caches of all its users, covers. The journal stays, so that what waits to be sent is sent
    /// when the same user connects again. What fails or is interrupted half-way leaves the server
    /// known, so that it can be forgotten once more. Errors: Unauthorised when it is not known;
    /// those of account::Accounts::removeTokens, before anything is deleted; Storage.
    [[nodiscard]] util::Future<void> forget(const types::ServerId& server);
    /// Forgets the servers of an account, then signs out at plex.tv.
    /// @return whether plex.tv revoked the sign-in; what is here is gone in any case
    [[nodiscard]] util::Future<bool> signOut(const QString& account);
    /// Looks at each step of the way to the current server. Errors: Unauthorised when none is
    /// known, Cancelled.
    [[nodiscard]] util::Future<QList<account::Finding>> checkConnection(std::stop_token stop = {});
    /// The connection may have gone, or a better one come: the server's addresses are asked, and
    /// what is found is used. At most one look at a time, and one in 5 s; none while offline, where
    /// the next try has its time.
    void reconsider();
    /// Errors: Offline when there is no connection, Conflict while the server is being left, and
    /// those of library::Sync::run.
    [[nodiscard]] util::Future<library::SyncSummary> sync(const library::SyncOptions& options);

    [[nodiscard]] const SessionStatus& status() const { return m_status; }
    /// Whose library is open; if none is, the server to connect to.
    [[nodiscard]] std::optional<account::KnownServer> shown() const;
    /// "lan", "remote", "relay" or "offline".
    [[nodiscard]] QString connectionKind() const;
    /// A sentence about where the token of a sign-in in this run rests, if that is not as it should
    /// be; else empty.
    [[nodiscard]] QString tokenWarning() const;
    /// How long the server took for an authorised request when it was connected.
    [[nodiscard]] std::chrono::milliseconds latency() const { return m_latency; }
    [[nodiscard]] const QList<account::Capability>& capabilities() const { return m_capabilities; }
    /// Null while there is no connection.
    [[nodiscard]] plex::Server* server() const { return m_server.get(); }
    /// What is done before the library that is open is left for another one, while its server is
    /// still there: the end of playing is reported then. Its result is not looked at.
    using Farewell = std::function<util::Future<void>()>;
    void setFarewell(Farewell farewell) { m_farewell = std::move(farewell); }
    /// Tries again by itself while offline, at growing intervals. Who says so goes online once the
    /// cache is open, and until then is not offline but connecting.
    void setReconnects(bool reconnects) { m_reconnects = reconnects; }
    /// Listens to what the server tells of itself while there is a connection, for a program that
    /// stays.
    void setListens(bool listens) { m_listens = listens; }

Q_SIGNALS:
    void statusChanged(const app::SessionStatus& status);
    /// server() is another one now, or null. The former lives until the event loop turns.
    void serverChanged();
    /// At this address of the current server is another certificate than the one that is trusted
    /// there: nothing is sent until that one is.
    void certificateChanged(const QUrl& address);
    /// The user does not allow the way any more that was used until now. What still reads over it
    /// by itself, as what is played does, is to stop.
    void wayForbidden();
    /// capabilities() are others now.
    void capabilitiesChanged();

private:
    [[nodiscard]] std::optional<account::KnownServer> wanted() const;
    /// Whether the environment's token is the one to use: until a sign-in in this run.
    [[nodiscard]] bool usesGivenToken() const;
    [[nodiscard]] util::Future<util::SecretString> tokenFor(const account::KnownServer& known);
    /// What to say when no token could be read: that there is none, or that it cannot be known.
    [[nodiscard]] static util::Error missingToken(const util::Error& why);
    /// Whose the token of tokenFor() is.
    [[nodiscard]] util::Future<types::UserId> userAt(
        const types::ServerId& server, const account::KnownServer& known);
    [[nodiscard]] util::Future<types::UserId> userOf(
        const account::Connection& connection, const AskSameUser& ask);
    [[nodiscard]] util::Future<types::ServerInfo> reconnect(
        const account::KnownServer& known, const util::SecretString& token, std::stop_token stop);
    [[nodiscard]] util::Future<types::ServerInfo> signIn(
        const account::Connection& connection, const types::UserId& user);
    /// Runs a sign-in in turn; one that fails leaves what there was.
    [[nodiscard]] util::Future<types::ServerInfo> signInBy(
        std::function<util::Future<types::ServerInfo>()> work);
    /// Asks whose the token of a connection is, then signs in.
    [[nodiscard]] util::Future<types::ServerInfo> identifyAndSignIn(
        const account::Connection& connection, const AskSameUser& ask);
    [[nodiscard]] util::Future<void> openUserFile();
    [[nodiscard]] util::Future<void> openLibrary(const library::CacheKey& key);
    /// Makes a connection the session's: the sync of the former ends first, nothing crosses over.
    [[nodiscard]] util::Future<types::ServerInfo> adopt(
        const account::Connection& connection, const types::UserId& user);
    void useServer(const account::Connection& connection);
    /// What the user allows is other now: a connection that is not allowed any more ends at once,
    /// and another way is looked for.
    void honourPermissions();
    [[nodiscard]] bool isStillAllowed() const;
    void dropServer();
    /// The server that was used goes when the answers on their way to it have come.
    void releaseServer();
    /// The token was refused: plex.tv may have another, else only the user can go on.
    void recoverToken();
    void takeProbes(const util::Result<QList<account::Probe>>& probes);
    /// The network is another one: what there is is looked at, what is away is tried again soon.
    void followNetwork();
    /// How long it is to wait so that the server's addresses are not asked too often.
    [[nodiscard]] std::chrono::milliseconds untilNextLook() const;
    [[nodiscard]] bool isOnline() const;
    [[nodiscard]] util::Future<void> open(const account::KnownServer& server);
    [[nodiscard]] util::Future<types::ServerInfo> becomeUser(const account::KnownServer& server,
        const plex::HomeUser& user, const util::SecretString& accountToken);
    /// Keeps a member's account token if it is that member who is signed in at the server now.
    [[nodiscard]] util::Future<void> keepMember(const account::KnownServer& server,
        const plex::HomeUser& user, const util::SecretString& accountToken);
    [[nodiscard]] util::Future<void> forgetAll(QList<account::KnownServer> servers);
    [[nodiscard]] util::Future<void> leave(const account::KnownServer& server);
    /// Nothing is shown any more.
    void closeLibrary();
    [[nodiscard]] util::Future<void> deleteTraces(const account::KnownServer& server);
    /// Runs @p work when all that was to be run in turn before has ended: one connects, signs in
    /// or leaves at a time.
    template <class T>
    util::Future<T> inTurn(std::function<util::Future<T>()> work);
    void retryLater();
    /// Stops the sync that runs, if one does; ready when it has ended.
    [[nodiscard]] util::Future<void> endSync();
    /// The farewell, if another library than that of @p next is open.
    [[nodiscard]] util::Future<void> leaveFor(const library::CacheKey& next);
    /// A sign-in failed: what there was before it goes on.
    void goOnAsBefore(const SessionStatus& before);
    void setStatus(SessionStatus status);
    /// Keeps capabilities() up to date, with what other services tell.
    void followCircumstances();
    [[nodiscard]] account::Circumstances circumstances() const;
    void updateCapabilities();
    void noteFailure(const util::Error& error);

    Services& m_services;
    std::unique_ptr<plex::Server> m_server;
    std::optional<types::ServerInfo> m_info;
    QByteArray m_pin; ///< the certificate that is trusted by hand on this connection
    SessionStatus m_status;
    bool m_isUsable = false; ///< the connection, also while a better one is looked for
    QList<account::Capability> m_capabilities;
    net::NetworkWatch m_network { this };
    QTimer m_retry { this };
    std::chrono::seconds m_backOff { 0 };
    std::chrono::milliseconds m_latency { 0 };
    std::stop_source m_syncStop;
    std::optional<account::TokenPlace> m_tokenPlace; // of a sign-in in this run
    bool m_hasChosen = false; ///< a server in this run: newer than what the environment says
    std::stop_source m_probing;
    bool m_isProbing = false;
    QElapsedTimer m_lastProbe;
    QElapsedTimer m_lastRecovery;
    QTimer m_look { this }; ///< for what was to be reconsidered too soon after the last time
    QTimer m_upgrade { this }; ///< looks for a nearer way while there is only a far one
    bool m_reconnects = false;
    bool m_listens = false;
    Farewell m_farewell;
    std::optional<util::Future<void>> m_userFile; ///< its opening, unless that failed
    /// The library that is open, or being opened; whoever needs it waits for the same opening.
    struct Opening
    {
        library::CacheKey key {};
        quint64 number = 0;
        util::Future<void> done;
    };
    std::optional<Opening> m_library;
    quint64 m_openings = 0;
    /// Ready when nothing connects, signs in or leaves any more.
    util::Future<void> m_turn = util::async::ready<void>({});
    int m_turns = 0; ///< begun or waiting
    std::stop_source m_goingOnline; ///< of all goOnline() that have not ended
    bool m_isLeaving = false; ///< the server will be another, or none: no sync may begin
};

template <class T>
util::Future<T> Session::inTurn(std::function<util::Future<T>()> work)
{
    util::Promise<void> over;
    util::Promise<T> promise;
    ++m_turns;
    const util::Future<void> before = std::exchange(m_turn, over.future());
    util::async::deliver(before, this, [this, work, promise, over](const util::Result<void>&) {
        util::async::deliver(work(), this, [this, promise, over](util::Result<T> result) {
            --m_turns;
            promise.finish(std::move(result));
            over.finish({});
        });
    });
    return promise.future();
}

} // namespace app
