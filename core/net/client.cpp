// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/client.h"

#include "core/net/exchange_p.h"
#include "core/net/host.h"
#include "core/net/log.h"
#include "core/net/rangereader.h"
#include "core/net/rangestream_p.h"

#include <QCoreApplication>
#include <QNetworkAccessManager>
#include <algorithm>

using namespace Qt::StringLiterals;
using util::Error;

namespace net {

Q_LOGGING_CATEGORY(lcNet, "net", QtInfoMsg)

namespace {

bool canBeSecretHeader(const QByteArray& value)
{
    return std::ranges::all_of(value, [](char c) { return c > 0x20 && c < 0x7f; });
}

} // namespace

QUrl joinUrl(const QUrl& base, const QString& path, const QList<std::pair<QString, QString>>& query)
{
    if (!path.startsWith(u'/') || path.startsWith(u"//"_s)) {
        return {};
    }
    QString basePath = base.path(QUrl::FullyDecoded);
    while (basePath.endsWith(u'/')) {
        basePath.chop(1);
    }
    QUrl url = base;
    const qsizetype mark = path.indexOf(u'?');
    url.setPath(basePath + path.left(mark), QUrl::DecodedMode);
    QByteArray encoded = mark < 0 ? QByteArray() : path.mid(mark + 1).toUtf8();
    for (const auto& [key, value] : query) {
        encoded += (encoded.isEmpty() ? "" : "&") + QUrl::toPercentEncoding(key) + '='
            + QUrl::toPercentEncoding(value);
    }
    if (!encoded.isEmpty()) {
        url.setQuery(QString::fromUtf8(encoded), QUrl::TolerantMode);
    } else {
        url.setQuery(QString());
    }
    url.setFragment(QString());
    return url;
}

Client::Client(QUrl base, Options options, QObject* parent)
    : QObject(parent)
    , m_base(std::move(base))
    , m_options(std::move(options))
    , m_manager(std::make_unique<QNetworkAccessManager>())
{
    m_manager->setRedirectPolicy(QNetworkRequest::SameOriginRedirectPolicy);
    m_manager->setAutoDeleteReplies(false);
}

Client::~Client()
{
    // The exchanges abort their replies, which belong to the manager.
    m_waiting.clear();
    m_active.clear();
}

void Client::setHeader(const QByteArray& name, const QByteArray& value)
{
    QByteArray clean = value;
    std::ranges::replace_if(
        clean, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }, ' ');
    m_headers.removeIf([&name](const auto& header) { return header.first == name; });
    m_headers.append({ name, clean.trimmed() });
}

void Client::setSecretHeader(const QByteArray& name, util::SecretString secret)
{
    m_secrets.removeIf([&name](const auto& header) { return header.first == name; });
    if (!secret.isEmpty()) {
        m_secrets.append({ name, std::move(secret) });
    }
}

util::Future<Response> Client::send(Request request, std::stop_token stop)
{
    util::Promise<Response> promise;
    m_waiting.push_back(
        std::make_unique<Exchange>(*this, std::move(request), promise, std::move(stop)));
    startNext();
    return promise.future();
}

std::unique_ptr<RangeReader> Client::openRange(const QString& path)
{
    if (!m_streams) {
        m_streams = std::make_shared<StreamThread>();
    }
    return std::make_unique<RangeReader>(
        m_streams, prepare(Request { .path = path }), m_options.pinnedCertificate);
}

util::Result<QNetworkRequest> Client::prepare(const Request& request) const
{
    const QUrl url = joinUrl(m_base, request.path, request.query);
    if (!url.isValid() || (url.scheme() != "http"_L1 && url.scheme() != "https"_L1)) {
        return Error { Error::Code::InvalidInput,
            QCoreApplication::translate("net::Client", "This is not a valid address of a server."),
            u"no request can be made from this base and path"_s, 0, {} };
    }
    QNetworkRequest prepared(url);
    prepared.setAttribute(
        QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::SameOriginRedirectPolicy);
    prepared.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    prepared.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    prepared.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    // Qt's own check refuses pages of similar tracks as a bomb; maxBytes limits what is unpacked.
    prepared.setDecompressedSafetyCheckThreshold(-1);
    prepared.setMaximumRedirectsAllowed(4);
    if (!m_options.compression.value_or(!isPrivateHost(m_base.host()))) {
        // Near by, inflating costs more time than it saves, and only plain lengths can be checked.
        prepared.setRawHeader("Accept-Encoding", "identity");
    }
    if (!m_options.userAgent.isEmpty()) {
        prepared.setRawHeader("User-Agent", m_options.userAgent);
    }
    for (const auto& [name, value] : m_headers) {
        prepared.setRawHeader(name, value);
    }
    for (const auto& [name, value] : request.headers) {
        prepared.setRawHeader(name, value);
    }
    for (const auto& [name, secret] : m_secrets) {
        if (request.anonymous) {
            break;
        }
        if (!canBeSecretHeader(secret.reveal())) {
            return Error { Error::Code::InvalidInput,
                QCoreApplication::translate(
                    "net::Client", "The token contains characters that no token has."),
                u"a secret header has spaces, control or non-ASCII characters"_s, 0, {} };
        }
        prepared.setRawHeader(name, secret.reveal());
    }
    return prepared;
}

void Client::startNext()
{
    while (!m_waiting.empty() && static_cast<int>(m_active.size()) < m_options.maxParallel) {
        m_active.push_back(std::move(m_waiting.front()));
        m_waiting.pop_front();
        m_active.back()->start();
    }
}

void Client::release(Exchange* exchange)
{
    // Called from inside the exchange: it goes when its own function has returned.
    const auto take = [this, exchange](auto& list) {
        const auto at = std::ranges::find(list, exchange, &std::unique_ptr<Exchange>::get);
        if (at != list.end()) {
            Exchange* over = at->release();
            over->setParent(this);
            over->deleteLater();
            list.erase(at);
        }
    };
    take(m_active);
    take(m_waiting);
    QMetaObject::invokeMethod(this, &Client::startNext, Qt::QueuedConnection);
}

} // namespace net
