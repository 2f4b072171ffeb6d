// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/exchange_p.h"

#include "core/net/certificate.h"
#include "core/net/client.h"
#include "core/net/failure_p.h"
#include "core/net/log.h"
#include "core/net/redact.h"

#include <QNetworkAccessManager>
#include <QRandomGenerator>
#include <algorithm>
#include <cstring>

using namespace Qt::StringLiterals;
using util::Error;

namespace net {
namespace {

constexpr qint64 kReadAtOnce = 256 * 1024;
/// How far Qt's own thread may be ahead of us: without it a fast server fills the memory with what
/// is over maxBytes, before that is noticed (measured, 6.4.2: 520 MB of 64).
constexpr qint64 kReadAhead = qint64(4) * 1024 * 1024;
/// Of the page that comes with an error: more is not waited for, because nobody reads it. What is
/// shorter is taken off the connection, so that it can be used again. Of a 401 Qt shows nothing
/// before the end of its page (6.4.2): for that one there is only the time limit.
constexpr qint64 kErrorPage = 256 * 1024;

/// A body that can be read only once.
///
/// Qt sends any request again by itself, a POST too, when the connection closes before the answer
/// (measured, 6.4.2) – after the server may have done what it asks. A body that cannot be rewound
/// makes it give up with ContentReSendError instead, also one of no bytes.
class OneShotBody final : public QIODevice
{
public:
    explicit OneShotBody(QByteArray bytes)
        : m_bytes(std::move(bytes))
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }
    bool isSequential() const override { return true; }
    bool atEnd() const override { return m_at >= m_bytes.size(); }
    bool seek(qint64) override { return false; }
    qint64 bytesAvailable() const override { return m_bytes.size() - m_at; }

protected:
    qint64 readData(char* data, qint64 most) override
    {
        const qint64 count = std::min<qint64>(most, m_bytes.size() - m_at);
        if (count <= 0) {
            return -1;
        }
        std::memcpy(data, m_bytes.constData() + m_at, static_cast<size_t>(count));
        m_at += count;
        return count;
    }
    qint64 writeData(const char*, qint64) override { return -1; }

private:
    QByteArray m_bytes;
    qsizetype m_at = 0;
};

QNetworkReply* post(QNetworkAccessManager& manager, QNetworkRequest to, const Request& request)
{
    if (request.verb == "GET") {
        return manager.get(to);
    }
    if (request.idempotent) {
        return manager.sendCustomRequest(to, request.verb, request.body);
    }
    auto body = std::make_unique<OneShotBody>(request.body);
    to.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    to.setHeader(QNetworkRequest::ContentLengthHeader, request.body.size());
    QNetworkReply* reply = manager.sendCustomRequest(to, request.verb, body.get());
    body.release()->setParent(reply);
    return reply;
}

/// Whether @p request is to be answered only if there is something new, so that 304 is an answer.
bool isConditional(const Request& request)
{
    return std::ranges::any_of(request.headers, [](const auto& header) {
        return header.first == "If-None-Match" || header.first == "If-Modified-Since";
    });
}

/// Whether fewer bytes came than announced; Qt does not always notice (measured, 6.4.2).
bool isCut(const QNetworkReply& reply, qsizetype received)
{
    const QVariant length = reply.header(QNetworkRequest::ContentLengthHeader);
    return length.isValid() && !reply.hasRawHeader("Content-Encoding")
        && received < length.toLongLong();
}

} // namespace

Exchange::Exchange(
    Client& client, Request request, util::Promise<Response> promise, std::stop_token stop)
    : m_client(client)
    , m_request(std::move(request))
    , m_promise(std::move(promise))
{
    m_deadline.setSingleShot(true);
    m_pause.setSingleShot(true);
    m_pause.setTimerType(Qt::PreciseTimer); // a coarse one may be 5 % early, before Retry-After
    // Not tried again: what drips would do so each time, and nobody waits a quarter of an hour.
    connect(&m_deadline, &QTimer::timeout, this, [this] {
        finish(toError({ 0, QNetworkReply::TimeoutError, m_request.verb,
            m_reply ? m_reply->url() : m_client.baseUrl(), {} }));
    });
    connect(&m_pause, &QTimer::timeout, this, &Exchange::sendOnce);
    // The token may be stopped in any thread; the destructor of m_onStop waits for this function.
    m_onStop.emplace(std::move(stop), [this] {
        QMetaObject::invokeMethod(
            this, [this] { finish(Error::cancelled()); }, Qt::QueuedConnection);
    });
}

Exchange::~Exchange()
{
    m_onStop.reset();
    dropReply();
    m_promise.finish(Error::cancelled());
}

void Exchange::start()
{
    m_clock.start();
    sendOnce();
}

void Exchange::sendOnce()
{
    ++m_tries;
    m_body.clear();
    m_received = 0;
    util::Result<QNetworkRequest> prepared = m_client.prepare(m_request);
    if (!prepared) {
        finish(std::move(prepared).error());
        return;
    }
    prepared->setTransferTimeout(static_cast<int>(m_request.timeout.count()));
    m_reply = post(*m_client.m_manager, *prepared, m_request);
    m_reply->setReadBufferSize(kReadAhead);
    m_deadline.start(m_request.deadline);
    connect(m_reply, &QNetworkReply::sslErrors, this, &Exchange::judgeCertificate);
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &Exchange::readHead);
    connect(m_reply, &QNetworkReply::readyRead, this, &Exchange::readBody);
    connect(m_reply, &QNetworkReply::finished, this, &Exchange::finishTry);
}

void Exchange::judgeCertificate(const QList<QSslError>& errors)
{
    pardon(*m_reply, m_client.m_options.pinnedCertificate, errors);
}

void Exchange::readHead()
{
    const qint64 length = m_reply->header(QNetworkRequest::ContentLengthHeader).toLongLong();
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status >= 400 && length > kErrorPage) {
        failByStatus(status);
    } else if (length > m_request.maxBytes) {
        failTry(protocolError(m_request.verb, m_reply->url(),
            u"%1 bytes announced, %2 allowed"_s.arg(length).arg(m_request.maxBytes)));
    }
}

void Exchange::readBody()
{
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    while (m_reply && m_reply->bytesAvailable() > 0) {
        const QByteArray part = m_reply->read(kReadAtOnce);
        if (part.isEmpty()) {
            return;
        }
        m_received += part.size();
        if (status >= 400) { // a page for people (HTML): counted, never kept
            if (m_received > kErrorPage) {
                failByStatus(status);
            }
            continue;
        }
        if (m_received > m_request.maxBytes) {
            failTry(protocolError(m_request.verb, m_reply->url(),
                u"more than the %1 bytes allowed"_s.arg(m_request.maxBytes)));
            return;
        }
        if (status >= 200 && status < 300) {
            m_body.append(part);
        }
    }
}

void Exchange::failByStatus(int status)
{
    Error error = toError({ status, QNetworkReply::NoError, m_request.verb, m_reply->url(),
        m_reply->rawHeader("Retry-After") });
    m_reply->disconnect(this);
    giveUp(*std::exchange(m_reply, nullptr));
    failTry(std::move(error));
}

void Exchange::finishTry()
{
    readBody();
    if (!m_reply) {
        return; // too large
    }
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const bool isUnchanged = status == 304 && isConditional(m_request);
    const bool isSuccess = (status >= 200 && status < 300) || isUnchanged;
    const QNetworkReply::NetworkError error
        = isSuccess && !isUnchanged && isCut(*m_reply, m_body.size())
        ? QNetworkReply::RemoteHostClosedError
        : m_reply->error();
    if (!isSuccess || error != QNetworkReply::NoError) {
        // A 2xx with an error is a body that broke off.
        const QByteArray retryAfter = m_reply->rawHeader("Retry-After");
        failTry(toError({ isSuccess || error == QNetworkReply::InsecureRedirectError ? 0 : status,
            error, m_request.verb, m_reply->url(), retryAfter }));
        return;
    }
    Response response { status, {}, std::move(m_body) };
    const auto headers = m_reply->rawHeaderPairs();
    for (const auto& [name, value] : headers) {
        response.headers.insert(name.toLower(), value);
    }
    qCDebug(lcNet).noquote() << u"request verb=%1 url=%2 status=%3 bytes=%4 ms=%5"_s.arg(
        QString::fromLatin1(m_request.verb), redact(m_reply->url()), QString::number(status),
        QString::number(response.body.size()), QString::number(m_clock.elapsed()));
    finish(std::move(response));
}

void Exchange::failTry(Error error)
{
    dropReply();
    const bool mayRetry = m_request.idempotent && isPassing(error) && m_tries < m_request.tries
        && error.retryAfter.value_or(std::chrono::seconds(0))
            <= m_client.m_options.longestRetryAfter;
    if (!mayRetry) {
        qCDebug(lcNet).noquote() << u"failed code=%1 tries=%2 detail=%3"_s.arg(
            util::codeName(error.code), QString::number(m_tries), error.detail);
        finish(std::move(error));
        return;
    }
    const std::chrono::milliseconds pause = pauseBefore(m_tries + 1, error);
    qCDebug(lcNet).noquote() << u"again ms=%1 detail=%2"_s.arg(
        QString::number(pause.count()), error.detail);
    m_pause.start(pause);
}

std::chrono::milliseconds Exchange::pauseBefore(int nextTry, const Error& error) const
{
    const auto full = m_client.m_options.retryDelay * (1 << std::min(nextTry - 2, 10));
    const auto half = full.count() / 2;
    // Jitter: clients that failed together do not come back together.
    const auto pause = std::chrono::milliseconds(
        half + QRandomGenerator::global()->bounded(static_cast<quint32>(half + 1)));
    return std::max<std::chrono::milliseconds>(
        pause, error.retryAfter.value_or(std::chrono::seconds(0)));
}

void Exchange::finish(util::Result<Response> result)
{
    if (m_isOver) {
        return;
    }
    m_isOver = true;
    m_pause.stop();
    dropReply();
    m_promise.finish(std::move(result));
    m_client.release(this);
}

void Exchange::dropReply()
{
    m_deadline.stop();
    if (m_reply) {
        m_reply->disconnect(this);
        m_reply->abort();
        m_reply->deleteLater();
        m_reply = nullptr;
    }
}

} // namespace net
