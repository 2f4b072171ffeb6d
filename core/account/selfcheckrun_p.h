// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account/selfcheck.h"
#include "core/net/certificate.h"
#include "core/net/reach.h"

namespace account {

/// One run: its steps in order, each told its finding before the next one begins.
class SelfCheckRun : public QObject
{
    Q_OBJECT
public:
    SelfCheckRun(KnownServer server, util::SecretString token, const plex::ClientIdentity& identity,
        PlexAccounts& plexAccounts, Connector& connector, const Pins& pins, QThreadPool& pool,
        std::stop_token stop, QObject* parent)
        : QObject(parent)
        , m_server(std::move(server))
        , m_token(std::move(token))
        , m_identity(identity)
        , m_plexAccounts(plexAccounts)
        , m_connector(connector)
        , m_pins(pins)
        , m_pool(pool)
        , m_stop(std::move(stop))
    {
        checkAccount();
    }
    [[nodiscard]] util::Future<QList<Finding>> findings() const { return m_promise.future(); }

private:
    void add(const char* name, const QString& title, Finding::State state, const QString& text,
        const QString& advice = {})
    {
        m_findings.append({ QString::fromLatin1(name), title, state, text, advice });
    }
    void finish()
    {
        m_promise.finish(m_stop.stop_requested()
                ? util::Result<QList<Finding>>(util::Error::cancelled())
                : util::Result<QList<Finding>>(m_findings));
        deleteLater();
    }

    void checkAccount();
    void takeCloud(const util::Result<QList<plex::CloudServer>>& servers);
    void checkAddresses();
    void checkNames();
    void takeNames(const QList<util::Result<QList<QHostAddress>>>& found);
    void checkPorts();
    void takePorts(const QList<util::Result<void>>& found);
    void checkEncryption();
    void checkIdentity();
    void takeProbes(const QList<Probe>& probes);
    void checkToken(const Candidate& candidate);
    void takeToken(const util::Result<types::ServerInfo>& info);
    void checkSonic(const types::ServerInfo& info);
    void takeSample(bool isOwner, const util::Result<plex::Page<bool>>& sample);

    /// All results of @p futures in their order, errors among them.
    template <class T>
    void gather(
        const QList<util::Future<T>>& futures, std::function<void(QList<util::Result<T>>)> take)
    {
        auto results
            = std::make_shared<QHash<qsizetype, util::Result<T>>>(); // shared by the deliveries
        const qsizetype count = futures.size();
        for (qsizetype i = 0; i < count; ++i) {
            util::async::deliver(
                futures.at(i), this, [results, count, i, take](const util::Result<T>& result) {
                    results->insert(i, result);
                    if (results->size() == count) {
                        QList<util::Result<T>> all;
                        for (qsizetype at = 0; at < count; ++at) {
                            all.append(results->value(at, util::Error::cancelled()));
                        }
                        take(all);
                    }
                });
        }
    }

    KnownServer m_server;
    util::SecretString m_token;
    plex::ClientIdentity m_identity;
    PlexAccounts& m_plexAccounts;
    Connector& m_connector;
    const Pins& m_pins;
    QThreadPool& m_pool;
    std::stop_token m_stop;
    QList<Candidate> m_candidates;
    QList<Candidate> m_open; ///< those at whose port something accepts connections
    QList<Finding> m_findings;
    std::shared_ptr<plex::Server> m_plex; // shared with the answer on its way
    net::Reach m_reach { this };
    net::CertificateReader m_certificates { this };
    util::Promise<QList<Finding>> m_promise;
};

} // namespace account
