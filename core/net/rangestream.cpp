// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/certificate.h"
#include "core/net/failure_p.h"
#include "core/net/log.h"
#include "core/net/rangereader.h"
#include "core/net/rangestream_p.h"

#include <QCoreApplication>
#include <QNetworkAccessManager>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using util::Error;

namespace net {
namespace {

constexpr qint64 kReadAhead = 512 * 1024;
constexpr qint64 kSkip = 512 * 1024; // dearer than a new request beyond this
constexpr qint64 kSkipWithoutRanges = 1024 * 1024;
constexpr auto kStall = 15s;
constexpr auto kPauseBeforeRetry = 300ms;

/// "bytes 100-199/1000" → 100 and 1000; the size is -1 for "*".
struct ContentRange
{
    qint64 first = -1;
    qint64 size = -1;
};

ContentRange parseContentRange(const QByteArray& header)
{
    ContentRange range;
    const QByteArray text = header.trimmed();
    if (!text.startsWith("bytes ")) {
        return range;
    }
    const qsizetype slash = text.indexOf('/');
    bool isNumber = false;
    if (slash > 0) {
        const qint64 size = text.mid(slash + 1).toLongLong(&isNumber);
        range.size = isNumber ? size : -1;
    }
    const qsizetype dash = text.indexOf('-');
    if (dash > 0) {
        const qint64 first = text.mid(6, dash - 6).toLongLong(&isNumber);
        range.first = isNumber ? first : -1;
    }
    return range;
}

Error noRanges()
{
    return Error { Error::Code::Unsupported,
        QCoreApplication::translate("net::RangeReader",
            "The server sends this file only from its beginning, so this place in it cannot be "
            "reached."),
        u"no support for ranges"_s, 0, {} };
}

} // namespace

StreamThread::StreamThread()
    : m_manager(std::make_unique<QNetworkAccessManager>().release())
{
    m_manager->setRedirectPolicy(QNetworkRequest::SameOriginRedirectPolicy);
    m_thread.setObjectName(u"net-stream"_s);
    m_manager->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_manager, &QObject::deleteLater);
    m_thread.start();
}

StreamThread::~StreamThread()
{
    Q_ASSERT(!isCurrent());
    m_thread.quit();
    m_thread.wait();
}

RangeStream::RangeStream(
    QNetworkAccessManager& manager, const QNetworkRequest& request, QByteArray pinnedCertificate)
    : m_manager(manager)
    , m_request(request)
    , m_pinnedCertificate(std::move(pinnedCertificate))
    , m_stall(this)
    , m_pause(this)
{
    // Compressed bytes have no offsets; HTTP/2 would fill the buffer past its limit.
    m_request.setRawHeader("Accept-Encoding", "identity");
    m_request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    m_stall.setSingleShot(true);
    m_pause.setSingleShot(true);
    connect(&m_stall, &QTimer::timeout, this, [this] {
        failTransfer(toError({ 0, QNetworkReply::TimeoutError, "GET", m_request.url(), {} }));
    });
    connect(&m_pause, &QTimer::timeout, this, [this] { open(m_wanted + m_bytes.size()); });
}

RangeStream::~RangeStream()
{
    drop();
}

void RangeStream::fetch(qint64 offset, std::shared_ptr<RangeAnswer> mailbox)
{
    m_answer = std::move(mailbox);
    m_wanted = offset;
    m_bytes.clear();
    m_failures = 0;
    m_pause.stop();
    if (m_size >= 0 && offset >= m_size) {
        answer(RangeBlock { {}, m_size });
        return;
    }
    m_stall.start(kStall);
    const qint64 skipped = offset - m_position;
    if (!m_hasRanges
        && (skipped > kSkipWithoutRanges || (skipped < 0 && offset > kSkipWithoutRanges))) {
        answer(noRanges());
    } else if (!m_reply || skipped < 0 || skipped > (m_hasRanges ? kSkip : kSkipWithoutRanges)) {
        open(offset);
    } else {
        pump();
    }
}

void RangeStream::open(qint64 offset)
{
    drop();
    m_headSeen = false;
    m_askedFrom = m_hasRanges ? offset : 0;
    m_position = m_askedFrom;
    QNetworkRequest request = m_request;
    if (m_hasRanges) {
        request.setRawHeader("Range", "bytes=" + QByteArray::number(offset) + '-');
    }
    m_reply = m_manager.get(request);
    m_reply->setReadBufferSize(kReadAhead);
    connect(m_reply, &QNetworkReply::sslErrors, this, &RangeStream::judgeCertificate);
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &RangeStream::readHead);
    connect(m_reply, &QNetworkReply::readyRead, this, &RangeStream::pump);
    connect(m_reply, &QNetworkReply::finished, this, &RangeStream::pump);
}

void RangeStream::drop()
{
    if (m_reply) {
        m_reply->disconnect(this);
        m_reply->abort();
        m_reply->deleteLater();
        m_reply = nullptr;
    }
}

void RangeStream::leave()
{
    m_reply->disconnect(this);
    giveUp(*std::exchange(m_reply, nullptr));
}

void RangeStream::judgeCertificate(const QList<QSslError>& errors)
{
    pardon(*m_reply, m_pinnedCertificate, errors);
}

void RangeStream::readHead()
{
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status >= 400) {
        ended(); // without its body, which is a page for people
        return;
    }
    if (m_headSeen || status / 100 != 2) {
        return;
    }
    m_headSeen = true;
    if (const std::optional<Error> error = checkHead(status)) {
        drop();
        answer(*error);
    }
}

std::optional<Error> RangeStream::checkHead(int status)
{
    qint64 size = -1;
    const QVariant length = m_reply->header(QNetworkRequest::ContentLengthHeader);
    if (status == 206) {
        const ContentRange range = parseContentRange(m_reply->rawHeader("Content-Range"));
        if (range.first != m_askedFrom) {
            return broken(u"answered with another range than asked"_s);
        }
        size = range.size;
    } else {
        m_hasRanges = false;
        m_position = 0;
        size = length.isValid() ? length.toLongLong() : -1;
        if (m_wanted + m_bytes.size() > kSkipWithoutRanges) {
            return noRanges();
        }
    }
    if (m_size >= 0 && size >= 0 && size != m_size) {
        return broken(u"the file's size changed while it was read"_s);
    }
    m_size = std::max(m_size, size);
    return std::nullopt;
}

qint64 RangeStream::wantedEnd() const
{
    const qint64 end = m_wanted + RangeReader::kBlock;
    return m_size >= 0 ? std::min(end, m_size) : end;
}

void RangeStream::pump()
{
    // Nobody waits: the bytes stay where they are, and the transfer stands when the buffer is full.
    if (!m_answer || !m_reply) {
        return;
    }
    if (m_headSeen) {
        skip();
        const qint64 missing = wantedEnd() - m_position;
        if (m_position >= m_wanted && missing > 0) {
            const QByteArray part = m_reply->read(missing);
            m_bytes += part;
            m_position += part.size();
            if (!part.isEmpty()) {
                m_failures = 0;
                m_stall.start(kStall);
            }
        }
        if (m_position >= m_wanted && m_position == wantedEnd()) {
            answer(RangeBlock { std::exchange(m_bytes, {}), m_size });
            return;
        }
    }
    if (m_reply->isFinished() && (!m_headSeen || m_reply->bytesAvailable() == 0)) {
        ended();
    }
}

void RangeStream::skip()
{
    // After a retry without ranges the bytes that are there already come again.
    const qint64 next = m_wanted + m_bytes.size();
    while (m_position < next && m_reply->bytesAvailable() > 0) {
        const qint64 skipped = m_reply->read(next - m_position).size();
        if (skipped <= 0) {
            return;
        }
        m_position += skipped;
        m_stall.start(kStall);
    }
}

void RangeStream::ended()
{
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const bool isWhole = status / 100 == 2 && m_reply->error() == QNetworkReply::NoError;
    const Error error = toError({ status / 100 == 2 ? 0 : status, m_reply->error(), "GET",
        m_reply->url(), m_reply->rawHeader("Retry-After") });
    const qint64 told = parseContentRange(m_reply->rawHeader("Content-Range")).size;
    leave();
    if (status == 416) {
        // Asked beyond the end, which was not known; of a known size it is a lie.
        if (m_size < 0 && m_bytes.isEmpty() && told >= 0 && told <= m_wanted) {
            m_size = told;
            answer(RangeBlock { {}, m_size });
        } else {
            answer(broken(u"shorter than announced"_s));
        }
    } else if (isWhole && m_size < 0) {
        m_size = m_position; // a body of unknown length ends where it ends
        answer(RangeBlock { std::exchange(m_bytes, {}), m_size });
    } else if (isWhole) {
        failTransfer(broken(u"shorter than announced"_s));
    } else {
        failTransfer(error);
    }
}

void RangeStream::failTransfer(const Error& error)
{
    drop();
    const bool mayPass = isPassing(error) || error.code == Error::Code::Protocol;
    if (!m_answer || !mayPass || ++m_failures > 1) {
        answer(error);
        return;
    }
    qCDebug(lcNet).noquote() << u"stream taken up again code=%1"_s.arg(util::codeName(error.code));
    m_stall.start(kStall);
    m_pause.start(kPauseBeforeRetry);
}

void RangeStream::answer(util::Result<RangeBlock> result)
{
    m_stall.stop();
    if (const auto mailbox = std::exchange(m_answer, nullptr)) {
        mailbox->put(std::move(result));
    }
}

Error RangeStream::broken(const QString& what) const
{
    return protocolError("GET", m_request.url(), what);
}

} // namespace net
