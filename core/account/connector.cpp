// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/account/connector.h"

#include "core/account/identity.h"
#include "core/account/log.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <algorithm>

using namespace Qt::StringLiterals;
namespace async = util::async;
using util::Error;
using util::Future;
using util::Result;
using util::SecretString;

namespace account {
namespace {

/// The sentence for the one who tries to connect; the code and detail stay.
Error explain(Error error)
{
    switch (error.code) {
    case Error::Code::Unauthorised:
        error.message = Connector::tr(
            "The server does not accept this token. Sign in again or enter another one.");
        break;
    case Error::Code::Forbidden:
        error.message = Connector::tr("This user has no access to the server.");
        break;
    case Error::Code::Tls:
        error.message = Connector::tr(
            "The server's certificate is not valid for this address. Use the name that it was "
            "issued to. When connecting by address, the window can also trust it.");
        break;
    case Error::Code::Offline:
        error.message = Connector::tr(
            "Nothing answers at this address. Check the address, and whether the server runs.");
        break;
    case Error::Code::Timeout:
        error.message = Connector::tr(
            "The server did not answer in time. Check the address and the network.");
        break;
    case Error::Code::Server:
    case Error::Code::RateLimited:
        error.message = Connector::tr("The server is starting or busy. Try again in a minute.");
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
    case Error::Code::Conflict:
    case Error::Code::Tls:
    case Error::Code::Offline:
    case Error::Code::Timeout:
    case Error::Code::Server:
    case Error::Code::RateLimited:
        return error.code == Error::Code::Conflict ? error : explain(std::move(error));
    default:
        error.code = Error::Code::NotFound;
        error.message = Connector::tr(
            "Something answers at this address, but it is not a Plex Media Server.");
        return error;
    }
}

bool isUnreachable(const Error& error)
{
    switch (error.code) {
    case Error::Code::Offline:
    case Error::Code::Timeout:
    case Error::Code::Tls:
    case Error::Code::NotFound:
    case Error::Code::Conflict:
        return true;
    default:
        return false;
    }
}

/// What says most of why no address answers.
Error failureOf(const QList<Probe>& probes, const KnownServer& server)
{
    if (probes.isEmpty()) {
        return Error { Error::Code::Offline,
            server.preference == Preference::LanOnly
                ? Connector::tr(
                    "Only the local network may be used for this server, and it has no address "
                    "there. The connection settings change that.")
                : Connector::tr("No address of this server is known that may be used."),
            u"no candidates"_s, 0, {} };
    }
    for (const auto code : { Error::Code::Server, Error::Code::RateLimited, Error::Code::Tls }) {
        const auto found = std::ranges::find_if(
            probes, [code](const Probe& probe) { return probe.error->code == code; });
        if (found != probes.end()) {
            return explainIdentity(*found->error);
        }
    }
    if (probes.size() == 1) {
        return explainIdentity(*probes.first().error);
    }
    Error error = explainIdentity(*probes.first().error);
    error.code = Error::Code::Offline;
    error.message = server.preference == Preference::LanOnly
        ? Connector::tr(
            "The server does not answer in the local network, and only that may be used. The "
            "connection settings change that.")
        : Connector::tr(
            "None of the server's addresses answers. Check the network, and whether the server "
            "runs.");
    return error;
}

/// Why it is this way and no nearer one.
QString reasonFor(const QList<Probe>& probes, const Candidate& taken, const KnownServer& server)
{
    const bool knowsLan = std::ranges::any_of(
        probes, [](const Probe& probe) { return probe.candidate.route == Route::Lan; });
    const bool wantsConsent = std::ranges::any_of(probes, [&server](const Probe& probe) {
        return !probe.error && needsConsent(probe.candidate, server);
    });
    QStringList sentences;
    switch (taken.route) {
    case Route::Lan:
        sentences.append(Connector::tr("Connected in the local network."));
        break;
    case Route::Remote:
        sentences.append(knowsLan ? Connector::tr(
                             "Connected over the internet: no local address of the server answers.")
                                  : Connector::tr("Connected over the internet."));
        break;
    case Route::Relay:
        sentences.append(Connector::tr(
            "Connected through Plex's relay, which is slow: no address of the server answers "
            "directly."));
        break;
    }
    if (wantsConsent) {
        sentences.append(
            Connector::tr("In the local network it answers only without encryption, which the "
                          "connection settings can allow."));
    }
    return sentences.join(u' ');
}

} // namespace

KnownServer knownFrom(const plex::CloudServer& server, const QString& account)
{
    KnownServer known;
    known.id = server.id;
    known.name = server.name;
    known.owner = server.isOwned ? QString() : server.owner;
    known.account = account;
    known.candidates = candidatesOf(server);
    return known;
}

Connector::Connector(settings::Settings& settings, PlexAccounts& plexAccounts, const Pins& pins,
    QThreadPool& pool, RaceTiming timing, QObject* parent)
    : QObject(parent)
    , m_settings(settings)
    , m_plexAccounts(plexAccounts)
    , m_pins(pins)
    , m_pool(pool)
    , m_timing(timing)
{
}

std::shared_ptr<plex::Server> Connector::serverAt(
    const ServerAddress& address, const SecretString& token) const
{
    // Shared by the steps of one attempt; gone when the last one is done.
    return std::make_shared<plex::Server>(
        address.url, token, identityOf(m_settings), m_pool, m_pins.fingerprintFor(address.url));
}

Future<Connection> Connector::check(const ServerAddress& address, const SecretString& token,
    const types::ServerId& expected, std::stop_token stop)
{
    KnownServer server;
    server.id = expected;
    server.address = address;
    server.mayBePlain = true; // who enters an address agrees to it, see the form
    return async::andThen(tryAddresses(server, token, stop), this, [](Connection connection) {
        connection.known.mayBePlain = false; // for this address alone
        return connection;
    });
}

Future<QList<Probe>> Connector::probe(
    const KnownServer& server, std::stop_token stop, const QUrl& present)
{
    const auto mayUse
        = [server](const Candidate& candidate) { return !needsConsent(candidate, server); };
    auto* race = new Race(candidatesFor(server), server.id, { mayUse, present },
        identityOf(m_settings), m_pins, m_pool, m_timing, std::move(stop), this);
    return race->probes();
}

Future<Connection> Connector::connectTo(
    const KnownServer& server, const SecretString& token, std::stop_token stop)
{
    util::Promise<Connection> promise;
    async::deliver(tryAddresses(server, token, stop), this,
        [this, promise, server, token, stop](const Result<Connection>& tried) {
            const bool mayHelp = !tried && !server.account.isEmpty() && !server.plexUser().isEmpty()
                && (isUnreachable(tried.error())
                    || tried.error().code == Error::Code::Unauthorised);
            if (!mayHelp) {
                promise.finish(tried);
                return;
            }
            async::deliver(refreshAndTry(server, token, tried.error(), stop), this,
                [promise](const Result<Connection>& again) { promise.finish(again); });
        });
    return promise.future();
}

Future<Connection> Connector::refreshAndTry(const KnownServer& server, const SecretString& token,
    const Error& before, const std::stop_token& stop)
{
    util::Promise<Connection> promise;
    async::deliver(m_plexAccounts.servers(server.account, server.plexUser(), stop), this,
        [this, promise, server, token, before, stop](
            const Result<QList<plex::CloudServer>>& servers) {
            if (!servers) {
                // Only a refusal says more than that the server was not reached.
                promise.finish(
                    servers.error().code == Error::Code::Unauthorised ? servers.error() : before);
                return;
            }
            const auto found = std::ranges::find(*servers, server.id, &plex::CloudServer::id);
            if (found == servers->end()) {
                promise.finish(Error { Error::Code::Forbidden,
                    tr("This account has no access to the server any more."),
                    u"not among the account's resources"_s, 0, {} });
                return;
            }
            KnownServer now = knownFrom(*found, server.account);
            now.keepChoicesOf(server);
            now.address = server.address;
            now.route = server.route;
            now.user = server.user;
            now.plexUsers = server.plexUsers;
            if (candidatesFor(now) == candidatesFor(server) && found->token == token) {
                promise.finish(before);
                return;
            }
            qCInfo(lcAccount) << "event=server_refreshed addresses=" << now.candidates.size();
            async::deliver(tryAddresses(now, found->token, stop), this,
                [promise](const Result<Connection>& again) { promise.finish(again); });
        });
    return promise.future();
}

Future<Connection> Connector::tryAddresses(
    const KnownServer& server, const SecretString& token, const std::stop_token& stop)
{
    if (token.isEmpty()) {
        return async::ready<Connection>(Error {
            Error::Code::InvalidInput, tr("Enter a token, or sign in."), u"empty token"_s, 0, {} });
    }
    util::Promise<Connection> promise;
    async::deliver(probe(server, stop), this,
        [this, promise, server, token, stop](const Result<QList<Probe>>& probes) {
            if (!probes) {
                promise.finish(probes.error());
                return;
            }
            authorise(*probes, server, token, promise, stop);
        });
    return promise.future();
}

void Connector::authorise(QList<Probe> probes, const KnownServer& server, const SecretString& token,
    const util::Promise<Connection>& promise, const std::stop_token& stop)
{
    const auto best = std::ranges::find_if(
        probes, [](const Probe& probe) { return !probe.error && probe.mayBeUsed; });
    if (best == probes.end()) {
        const bool isPlainOnly
            = std::ranges::any_of(probes, [](const Probe& probe) { return !probe.error; });
        promise.finish(isPlainOnly ? Error { Error::Code::Tls,
                           tr("In this network the server answers only without encryption. Who can "
                              "listen there could read the sign-in, so nothing was sent; the "
                              "connection settings can allow it."),
                           u"only plain http answers"_s, 0, {} }
                                   : failureOf(probes, server));
        return;
    }
    const Candidate taken = best->candidate;
    const auto at = best - probes.begin();
    const auto plex = serverAt(taken.address, token);
    QElapsedTimer clock;
    clock.start();
    async::deliver(plex->info(stop), this,
        [this, plex, probes, at, taken, server, token, promise, stop, clock](
            const Result<types::ServerInfo>& info) mutable {
            if (!info && isUnreachable(info.error())) {
                probes[at].error = info.error();
                authorise(probes, server, token, promise, stop);
                return;
            }
            if (!info) {
                promise.finish(explain(info.error()));
                return;
            }
            if (info->id != probes.at(at).server) {
                promise.finish(Error { Error::Code::Protocol,
                    tr("The server gives two different answers to who it is. Try again."),
                    u"machineIdentifier of / and /identity differ"_s, 0, {} });
                return;
            }
            Connection connection;
            connection.server = *info;
            connection.address = taken.address;
            connection.route = taken.route;
            connection.reason = reasonFor(probes, taken, server);
            connection.latency = std::chrono::milliseconds(clock.elapsed());
            connection.token = token;
            connection.known = server;
            connection.plexUser = server.plexUser();
            promise.finish(connection);
        });
}

} // namespace account
