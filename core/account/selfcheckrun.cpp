// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/account/selfcheckrun_p.h"

#include "core/net/host.h"

#include <algorithm>

using namespace Qt::StringLiterals;
namespace async = util::async;
using util::Error;
using util::Future;
using util::Result;
using State = account::Finding::State;

namespace account {
namespace {

constexpr int kSample = 50; // tracks; enough to tell some from none

/// Names that Plex gives private addresses; resolvers with protection against rebinding hide them.
bool isPlexDirect(const QUrl& url)
{
    return url.host().endsWith(".plex.direct"_L1);
}

QString hostAndPort(const QUrl& url)
{
    return u"%1:%2"_s.arg(url.host()).arg(url.port(url.scheme() == "https"_L1 ? 443 : 80));
}

} // namespace

void SelfCheckRun::checkAccount()
{
    if (m_server.account.isEmpty()) {
        add("account", tr("Plex account"), State::Skipped,
            tr("The server was given by its address and a token, so plex.tv is not needed."));
        add("published", tr("Published addresses"), State::Skipped, tr("Given by hand."));
        checkAddresses();
        return;
    }
    async::deliver(m_plexAccounts.servers(m_server.account, m_server.plexUser(), m_stop), this,
        [this](const Result<QList<plex::CloudServer>>& servers) { takeCloud(servers); });
}

void SelfCheckRun::takeCloud(const Result<QList<plex::CloudServer>>& servers)
{
    const QString account = tr("Plex account");
    const QString published = tr("Published addresses");
    if (!servers) {
        const bool isRefused = servers.error().code == Error::Code::Unauthorised;
        add("account", account, isRefused ? State::Bad : State::Doubtful, servers.error().message,
            isRefused ? tr("Sign in again.")
                      : tr("The server is tried at its addresses of last time."));
        add("published", published, State::Skipped, tr("plex.tv could not be asked."));
        checkAddresses();
        return;
    }
    add("account", account, State::Good, tr("plex.tv accepts the sign-in."));
    const auto found = std::ranges::find(*servers, m_server.id, &plex::CloudServer::id);
    if (found == servers->end()) {
        add("published", published, State::Bad, tr("This account may not use the server any more."),
            tr("Ask its owner to share it again, or forget it here."));
    } else {
        const KnownServer now = knownFrom(*found, m_server.account);
        m_server.candidates = now.candidates;
        m_token = found->token;
        add("published", published, found->wasSeen ? State::Good : State::Doubtful,
            found->wasSeen ? tr("The server tells plex.tv that it runs, and where.")
                           : tr("The server has not told plex.tv lately that it runs."),
            found->wasSeen ? QString() : tr("Check that it runs and has a way to the internet."));
    }
    checkAddresses();
}

void SelfCheckRun::checkAddresses()
{
    m_candidates = candidatesFor(m_server);
    if (m_candidates.isEmpty()) {
        add("name_resolution", tr("Names"), State::Bad,
            tr("The connection settings of the server allow none of its addresses."),
            tr("Choose another way to connect to this server."));
        for (const auto& [name, title] :
            { std::pair("port", tr("Ports")), std::pair("tls", tr("Encryption")),
                std::pair("identity", tr("Server")), std::pair("token", tr("Access")),
                std::pair("owner", tr("Rights")), std::pair("sonic", tr("Sonic analysis")) }) {
            add(name, title, State::Skipped, tr("There is no address to try."));
        }
        finish();
        return;
    }
    checkNames();
}

void SelfCheckRun::checkNames()
{
    QList<Future<QList<QHostAddress>>> asked;
    for (const Candidate& candidate : std::as_const(m_candidates)) {
        asked.append(m_reach.resolve(candidate.address.url.host()));
    }
    gather<QList<QHostAddress>>(asked, [this](const QList<Result<QList<QHostAddress>>>& found) {
        takeNames(found);
        checkPorts();
    });
}

void SelfCheckRun::takeNames(const QList<Result<QList<QHostAddress>>>& found)
{
    QStringList unknown;
    bool isRebinding = false;
    for (qsizetype i = 0; i < found.size(); ++i) {
        const QUrl& url = m_candidates.at(i).address.url;
        if (!found.at(i) || found.at(i)->isEmpty()) {
            unknown.append(url.host());
            isRebinding
                = isRebinding || (isPlexDirect(url) && m_candidates.at(i).route == Route::Lan);
        }
    }
    unknown.removeDuplicates();
    const QString title = tr("Names");
    if (unknown.isEmpty()) {
        add("name_resolution", title, State::Good, tr("All names are known in this network."));
    } else {
        add("name_resolution", title,
            unknown.size() < m_candidates.size() ? State::Doubtful : State::Bad,
            tr("Not known here: %1").arg(unknown.join(u", "_s)),
            isRebinding ? tr("The router hides names that lead to private addresses (DNS rebinding "
                             "protection). Allow plex.direct in its settings, or allow an "
                             "unencrypted connection in the local network.")
                        : tr("Check the address, and the DNS server of this network."));
    }
}

void SelfCheckRun::checkPorts()
{
    QList<Future<void>> asked;
    for (const Candidate& candidate : std::as_const(m_candidates)) {
        asked.append(m_reach.knock(candidate.address.url));
    }
    gather<void>(asked, [this](const QList<Result<void>>& found) {
        takePorts(found);
        checkEncryption();
    });
}

void SelfCheckRun::takePorts(const QList<Result<void>>& found)
{
    QStringList open;
    QStringList closed;
    for (qsizetype i = 0; i < found.size(); ++i) {
        const QString where = hostAndPort(m_candidates.at(i).address.url);
        (found.at(i) ? open : closed).append(where);
        if (found.at(i)) {
            m_open.append(m_candidates.at(i));
        }
    }
    open.removeDuplicates();
    closed.removeDuplicates();
    const QString title = tr("Ports");
    if (open.isEmpty()) {
        add("port", title, State::Bad, tr("Nothing answers at %1.").arg(closed.join(u", "_s)),
            tr("Check that the server runs, that this computer is in its network, and that no "
               "firewall is in between. From elsewhere, remote access must be on in the server's "
               "settings."));
    } else {
        add("port", title, State::Good,
            closed.isEmpty()
                ? tr("Open: %1.").arg(open.join(u", "_s))
                : tr("Open: %1. Silent: %2.").arg(open.join(u", "_s), closed.join(u", "_s)));
    }
}

void SelfCheckRun::checkEncryption()
{
    const QString title = tr("Encryption");
    const auto encrypted = std::ranges::find_if(m_open, [](const Candidate& candidate) {
        return candidate.address.transport == Transport::Encrypted;
    });
    if (encrypted == m_open.end()) {
        const bool isPlain = !m_open.isEmpty();
        const bool isOwn = isPlain && net::isLoopbackHost(m_open.first().address.url.host());
        add("tls", title, !isPlain || isOwn ? State::Skipped : State::Doubtful,
            isOwn         ? tr("The connection does not leave this computer.")
                : isPlain ? tr("The server answers without encryption only.")
                          : tr("No encrypted address answers."),
            isPlain && !isOwn ? tr("Turn on secure connections in the server's settings.")
                              : QString());
        checkIdentity();
        return;
    }
    const QUrl url = encrypted->address.url;
    async::deliver(
        m_certificates.read(url), this, [this, title, url](const Result<net::Certificate>& found) {
            if (!found) {
                add("tls", title, State::Bad, found.error().message,
                    tr("Something else may be listening at %1.").arg(hostAndPort(url)));
            } else if (found->faults.isEmpty()) {
                add("tls", title, State::Good, tr("The certificate is valid."));
            } else if (m_pins.fingerprintFor(url) == found->sha256) {
                add("tls", title, State::Good, tr("You trust this certificate by hand."));
            } else {
                const bool hasOtherWay = std::ranges::any_of(m_open, [](const Candidate& one) {
                    return one.address.transport != Transport::Encrypted;
                });
                add("tls", title, hasOtherWay ? State::Doubtful : State::Bad,
                    tr("The certificate of %1 is not accepted. %2")
                        .arg(hostAndPort(url), found->faults.join(u' ')),
                    tr("Use the address that plex.tv publishes; or, if it is your own certificate, "
                       "connect by address, which takes a token of the server, and trust the "
                       "certificate there."));
            }
            checkIdentity();
        });
}

void SelfCheckRun::checkIdentity()
{
    async::deliver(
        m_connector.probe(m_server, m_stop), this, [this](const Result<QList<Probe>>& probes) {
            if (!probes) {
                finish();
                return;
            }
            takeProbes(*probes);
        });
}

void SelfCheckRun::takeProbes(const QList<Probe>& probes)
{
    const QString title = tr("Server");
    const auto best = std::ranges::find_if(probes, [](const Probe& probe) { return !probe.error; });
    if (best != probes.end()) {
        add("identity", title, State::Good,
            tr("The right server answers at %1.").arg(hostAndPort(best->candidate.address.url)));
        checkToken(best->candidate);
        return;
    }
    const auto other = std::ranges::find_if(
        probes, [](const Probe& probe) { return probe.error->code == Error::Code::Conflict; });
    const auto starting = std::ranges::find_if(
        probes, [](const Probe& probe) { return probe.error->code == Error::Code::Server; });
    if (starting != probes.end()) {
        add("identity", title, State::Bad, tr("The server is starting or busy."),
            tr("Wait a minute and try again."));
    } else if (other != probes.end()) {
        add("identity", title, State::Bad,
            tr("Another server answers at %1.").arg(hostAndPort(other->candidate.address.url)),
            tr("This computer may be in another network than the server."));
    } else {
        add("identity", title, State::Bad, tr("No Plex Media Server answers."),
            tr("Check the address and its port, which is usually 32400, and restart the server."));
    }
    for (const auto& [name, text] : { std::pair("token", tr("Access")),
             std::pair("owner", tr("Rights")), std::pair("sonic", tr("Sonic analysis")) }) {
        add(name, text, State::Skipped, tr("The server was not reached."));
    }
    finish();
}

void SelfCheckRun::checkToken(const Candidate& candidate)
{
    if (m_token.isEmpty() || needsConsent(candidate, m_server)) {
        add("token", tr("Access"), State::Skipped,
            m_token.isEmpty() ? tr("There is no token for this server here.")
                              : tr("The token was not sent without encryption."),
            m_token.isEmpty()
                ? tr("Sign in again.")
                : tr("Turn on secure connections in the server's settings, or allow an "
                     "unencrypted connection in the local network."));
        add("owner", tr("Rights"), State::Skipped, tr("The server was not asked."));
        add("sonic", tr("Sonic analysis"), State::Skipped, tr("The server was not asked."));
        finish();
        return;
    }
    const QUrl& url = candidate.address.url;
    m_plex = std::make_shared<plex::Server>(
        url, m_token, m_identity, m_pool, m_pins.fingerprintFor(url));
    async::deliver(m_plex->info(m_stop), this,
        [this](const Result<types::ServerInfo>& info) { takeToken(info); });
}

void SelfCheckRun::takeToken(const Result<types::ServerInfo>& info)
{
    const QString owner = tr("Rights");
    const QString sonic = tr("Sonic analysis");
    if (!info) {
        const bool isRefused = info.error().code == Error::Code::Unauthorised;
        add("token", tr("Access"), State::Bad,
            isRefused ? tr("The server does not accept the token.") : info.error().message,
            isRefused ? tr("Sign in again.")
                      : tr("Wait a minute and try again. If it stays so, restart the server."));
        add("owner", owner, State::Skipped, tr("The server was not asked."));
        add("sonic", sonic, State::Skipped, tr("The server was not asked."));
        finish();
        return;
    }
    add("token", tr("Access"), State::Good, tr("The server accepts the token."));
    add("owner", owner, State::Good,
        info->isOwner                  ? tr("It is a server of your own.")
            : m_server.owner.isEmpty() ? tr("The server belongs to somebody else: what only its "
                                            "owner may do is not offered.")
                                       : tr("The server belongs to %1: what only its owner may do "
                                            "is not offered.")
                                             .arg(m_server.owner));
    checkSonic(*info);
}

void SelfCheckRun::checkSonic(const types::ServerInfo& info)
{
    if (info.isOwner && !info.hasPlexPass) {
        add("sonic", tr("Sonic analysis"), State::Doubtful,
            tr("The server's similar tracks need Plex Pass."),
            tr("Get Plex Pass for the server's account, or do without: the rest works."));
        finish();
        return;
    }
    const auto sample = async::andThen(
        m_plex->sections(m_stop), this, [this](const QList<types::Section>& sections) {
            const auto music
                = std::ranges::find(sections, types::ItemType::Artist, &types::Section::type);
            return music == sections.end() ? async::ready<plex::Page<bool>>(plex::Page<bool>())
                                           : m_plex->sampleAnalysis(music->key, kSample, m_stop);
        });
    async::deliver(
        sample, this, [this, isOwner = info.isOwner](const Result<plex::Page<bool>>& found) {
            takeSample(isOwner, found);
        });
}

void SelfCheckRun::takeSample(bool isOwner, const Result<plex::Page<bool>>& sample)
{
    const QString title = tr("Sonic analysis");
    if (!sample || sample->items.isEmpty()) {
        add("sonic", title, sample ? State::Skipped : State::Doubtful,
            sample ? tr("There is no music on the server.") : sample.error().message,
            sample ? tr("Add a library of music on the server, or ask its owner to share one.")
                   : tr("Wait a minute and try again. If it stays so, restart the server."));
        finish();
        return;
    }
    const qsizetype all = sample->items.size();
    const qsizetype analysed = sample->items.count(true);
    if (analysed > 0) {
        add("sonic", title, State::Good,
            tr("Of %L1 tracks looked at %L2 are analysed: the server knows what is similar to "
               "them.")
                .arg(all)
                .arg(analysed));
    } else {
        add("sonic", title, State::Doubtful,
            tr("Of %L1 tracks looked at none is analysed: the server knows nothing similar.")
                .arg(all),
            isOwner ? tr("Turn on sonic analysis in the settings of the server's library.")
                    : tr("Ask the server's owner for sonic analysis, which needs Plex Pass."));
    }
    finish();
}

} // namespace account
