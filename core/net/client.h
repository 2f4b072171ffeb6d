// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/request.h"
#include "core/util/async.h"
#include "core/util/secretstring.h"

#include <QNetworkRequest>
#include <QObject>
#include <QUrl>
#include <deque>
#include <memory>

class QNetworkAccessManager;

/// HTTP for the whole program: one Client per remote service, one RangeReader per remote file.
/// Not for: what a body means, and which server is the right one.
/// Invariant: a secret header goes to the base's origin only, and no error or log line holds one.
namespace net {

class Exchange;
class RangeReader;
class StreamThread;

/// Sends requests to one service: queue, retries, limits, errors.
///
/// Thread: its creator's only. Destroying it aborts what is under way; those futures yield
/// Cancelled.
class Client : public QObject
{
    Q_OBJECT
public:
    struct Options
    {
        int maxParallel = 4; ///< further requests wait their turn
        QByteArray userAgent {};
        /// Whether bodies may come compressed; not set: unless the host is a private one.
        std::optional<bool> compression {};
        std::chrono::milliseconds retryDelay { 500 }; ///< doubled for each try, less up to a half
        std::chrono::seconds longestRetryAfter { 20 }; ///< what asks for more fails at once
        /// The fingerprint of one certificate (net::Certificate::sha256) that is accepted from the
        /// base's host although nobody vouches for it; empty = none.
        QByteArray pinnedCertificate {};
    };

    /// @param base  http or https; a path is kept in front of each request's (reverse proxies)
    explicit Client(QUrl base, Options options, QObject* parent = nullptr);
    ~Client() override;

    [[nodiscard]] QUrl baseUrl() const { return m_base; }

    /// A header of every request from now on; control characters become spaces.
    void setHeader(const QByteArray& name, const QByteArray& value);
    /// A header of every request that is not anonymous; an empty secret removes it.
    ///
    /// A secret that cannot be a header (control characters, spaces) makes requests fail with
    /// InvalidInput; it is never sent.
    void setSecretHeader(const QByteArray& name, util::SecretString secret);

    /// Sends one request, again if it may be (idempotent) and the failure may pass.
    ///
    /// Any 2xx is success, and 304 to a condition. Stopping aborts the transfer. A body that ends
    /// before its Content-Length is Offline; a chunked or compressed one that breaks off Qt
    /// sometimes takes for whole (measured, 6.4.2), so parsers must not rely on its end. Private
    /// hosts are asked for uncompressed bodies.
    /// Errors: Cancelled, Offline, Timeout, Tls, Unauthorised, Forbidden, NotFound, Conflict,
    /// RateLimited and Server (both with retryAfter if the server said), InvalidInput,
    /// Unsupported, Protocol (redirect elsewhere, too many bytes, broken HTTP).
    [[nodiscard]] util::Future<Response> send(Request request, std::stop_token stop = {});

    /// A reader for a file at @p path, with this client's headers as they are now.
    ///
    /// Nothing is sent before its first read. It may outlive the client.
    [[nodiscard]] std::unique_ptr<RangeReader> openRange(const QString& path);

private:
    friend class Exchange;
    /// The Qt request, or InvalidInput.
    [[nodiscard]] util::Result<QNetworkRequest> prepare(const Request& request) const;
    void startNext();
    void release(Exchange* exchange);

    QUrl m_base;
    Options m_options;
    QList<std::pair<QByteArray, QByteArray>> m_headers;
    QList<std::pair<QByteArray, util::SecretString>> m_secrets;
    std::unique_ptr<QNetworkAccessManager> m_manager;
    std::vector<std::unique_ptr<Exchange>> m_active;
    std::deque<std::unique_ptr<Exchange>> m_waiting;
    std::shared_ptr<StreamThread> m_streams; // shared with the readers, which may live longer
};

/// The URL of a request: base path + path, query strictly encoded. Invalid if @p path is a URL of
/// its own, which would take the headers elsewhere.
[[nodiscard]] QUrl joinUrl(
    const QUrl& base, const QString& path, const QList<std::pair<QString, QString>>& query = {});

} // namespace net
