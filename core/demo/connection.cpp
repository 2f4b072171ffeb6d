// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/connection.h"

#include "core/demo/spoil.h"

#include <QLocale>
#include <QSslSocket>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace demo {

namespace {

constexpr qint64 kPiece = 128 * 1024;
constexpr qint64 kFullSocket = 512 * 1024; // stop filling the socket's buffer above this
constexpr qint64 kReadAhead = 32 * 1024 * 1024;
constexpr auto kIdle = 20s; // as the Keep-Alive header of a PMS says
constexpr auto kDripStep = 50ms;

QByteArray httpDate(std::chrono::seconds fromNow = 0s)
{
    const QString text = QLocale::c().toString(
        QDateTime::currentDateTimeUtc().addDuration(fromNow), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
    return text.toLatin1();
}

} // namespace

Connection::Connection(QTcpSocket* socket, Handler handler, Origin origin, QObject* parent)
    : QObject(parent)
    , m_socket(socket)
    , m_handler(std::move(handler))
    , m_origin(origin)
{
    m_socket->setParent(this);
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_socket->setReadBufferSize(kReadAhead);
    connect(m_socket, &QTcpSocket::readyRead, this, &Connection::readMore);
    connect(m_socket, &QTcpSocket::bytesWritten, this, &Connection::pump);
    connect(m_socket, &QTcpSocket::disconnected, this, &QObject::deleteLater);
    m_idle.setSingleShot(true);
    m_idle.setInterval(kIdle);
    connect(&m_idle, &QTimer::timeout, m_socket, &QTcpSocket::disconnectFromHost);
    m_drip.setInterval(kDripStep);
    connect(&m_drip, &QTimer::timeout, this, &Connection::pumpSlowly);
    if (auto* encrypted = qobject_cast<QSslSocket*>(m_socket)) {
        connect(encrypted, &QSslSocket::encryptedBytesWritten, this, &Connection::pump);
    }
    m_idle.start();
    if (m_socket->bytesAvailable() > 0) {
        QMetaObject::invokeMethod(this, &Connection::readMore, Qt::QueuedConnection);
    }
}

/// Bytes that wait in this process, encrypted or not.
qint64 Connection::unsent() const
{
    const auto* encrypted = qobject_cast<const QSslSocket*>(m_socket);
    return m_socket->bytesToWrite() + (encrypted ? encrypted->encryptedBytesToWrite() : 0);
}

void Connection::readMore()
{
    m_received += m_socket->readAll();
    answerNext();
}

void Connection::answerNext()
{
    while (!m_isBusy && !m_received.isEmpty() && !m_closesAfter) {
        ParsedRequest parsed = parseRequest(m_received);
        if (parsed.state == ParsedRequest::State::NeedsMore) {
            if (parsed.expectsContinue && !m_sentContinue) {
                m_sentContinue = true;
                m_socket->write("HTTP/1.1 100 Continue\r\n\r\n");
            }
            return;
        }
        m_idle.stop();
        m_isBusy = true;
        m_sentContinue = false;
        if (parsed.state == ParsedRequest::State::Refused) {
            m_received.clear();
            m_request = {};
            m_outgoing = {};
            m_outgoing.response = Response::error(parsed.status);
            m_closesAfter = true;
            send();
            return;
        }
        m_received.remove(0, parsed.consumed);
        m_request = std::move(parsed.request);
        m_request.origin = m_origin;
        const QByteArray connection = m_request.headers.value("connection").toLower();
        m_closesAfter = connection == "close" || (m_request.http10 && connection != "keep-alive");
        m_outgoing = m_handler(m_request);
        if (m_outgoing.fault.delay > 0ms) {
            QTimer::singleShot(m_outgoing.fault.delay, this, &Connection::send);
        } else {
            send();
        }
    }
}

/// Decides which bytes are the body: garbage, gzip, a range, or the whole.
void Connection::selectBody()
{
    Response& response = m_outgoing.response;
    const Fault& fault = m_outgoing.fault;
    if (replacesBody(fault)) {
        replaceBody(response, fault);
    } else if (fault.hasBrokenGzip) {
        breakGzip(response);
    } else if (!response.source && response.compressible && response.body.size() > 1024
        && m_request.acceptsGzip()) {
        if (QByteArray packed = gzip(response.body); !packed.isEmpty()) {
            response.body = std::move(packed);
            response.headers.emplaceBack("Content-Encoding", "gzip");
        }
    }
    const qint64 size = response.source ? response.source->size() : response.body.size();
    m_offset = 0;
    m_end = size;
    if (response.ranges && response.status == 200 && !fault.noRange) {
        applyRange(size);
    }
    if (response.status == 200) {
        applyCondition();
    }
}

void Connection::applyCondition()
{
    Response& response = m_outgoing.response;
    const Fault& fault = m_outgoing.fault;
    bool isKnown = false;
    const auto add = [&](const QByteArray& value, const char* header, const char* condition) {
        if (!value.isEmpty()) {
            response.headers.emplaceBack(header, value);
            isKnown = isKnown || m_request.headers.value(condition) == value;
        }
    };
    add(fault.etag, "ETag", "if-none-match");
    add(fault.lastModified, "Last-Modified", "if-modified-since");
    if (isKnown) {
        response.status = 304;
        response.source.reset();
        response.body.clear();
        m_end = 0;
    }
}

void Connection::applyRange(qint64 size)
{
    Response& response = m_outgoing.response;
    response.headers.emplaceBack("Accept-Ranges", "bytes");
    const QByteArray header = m_request.headers.value("range");
    if (header.isEmpty()) {
        return;
    }
    const std::optional<ByteRange> range = resolveRange(header, size);
    if (!range) {
        response = Response::error(416);
        response.headers.emplaceBack("Content-Range", "bytes */" + QByteArray::number(size));
        m_end = response.body.size();
        return;
    }
    if (range->first == 0 && range->last == size - 1 && !header.startsWith("bytes=0-")) {
        return; // not a range we honour: the whole, with 200
    }
    m_offset = range->first;
    m_end = range->last + 1;
    response.status = 206;
    response.headers.emplaceBack("Content-Range",
        "bytes " + QByteArray::number(range->first) + '-' + QByteArray::number(range->last) + '/'
            + QByteArray::number(size));
}

QByteArray Connection::head(qint64 bodyLength)
{
    const Response& response = m_outgoing.response;
    const Fault& fault = m_outgoing.fault;
    QByteArray head;
    head.reserve(512);
    head += "HTTP/1.1 " + QByteArray::number(response.status) + ' ' + reasonOf(response.status)
        + "\r\nX-Plex-Protocol: 1.0\r\nCache-Control: no-cache\r\nDate: " + httpDate() + "\r\n";
    if (!response.contentType.isEmpty()) {
        head += "Content-Type: " + response.contentType + "\r\n";
    }
    for (const auto& [name, value] : response.headers) {
        head += name + ": " + value + "\r\n";
    }
    if (fault.retryAfterSeconds) {
        head += "Retry-After: " + QByteArray::number(*fault.retryAfterSeconds) + "\r\n";
    }
    if (fault.retryAfterDate) {
        head += "Retry-After: " + httpDate(*fault.retryAfterDate) + "\r\n";
    }
    if (m_isChunked) {
        head += "Transfer-Encoding: chunked\r\n";
    } else if (response.status != 204 && !response.isUnsized) {
        head += "Content-Length: " + QByteArray::number(fault.claimLength.value_or(bodyLength))
            + "\r\n";
    }
    head += m_closesAfter ? "Connection: close\r\n\r\n"
                          : "Connection: Keep-Alive\r\nKeep-Alive: timeout=20\r\n\r\n";
    return head;
}

/// Answers 101; from then on the socket belongs to whoever speaks the other protocol.
void Connection::giveSocketAway()
{
    const Response& response = m_outgoing.response;
    QByteArray bytes = "HTTP/1.1 " + QByteArray::number(response.status) + ' '
        + reasonOf(response.status) + "\r\n";
    for (const auto& [name, value] : response.headers) {
        bytes += name + ": " + value + "\r\n";
    }
    m_socket->disconnect(this);
    m_socket->setParent(nullptr);
    m_socket->write(bytes + "\r\n");
    response.takeOver(m_socket, m_received);
    deleteLater();
}

void Connection::send()
{
    const Fault& fault = m_outgoing.fault;
    if (fault.dropConnection) {
        m_socket->abort();
        return;
    }
    if (m_outgoing.response.takeOver) {
        giveSocketAway();
        return;
    }
    selectBody();
    const bool isUnsized = m_outgoing.response.isUnsized;
    m_isChunked = fault.chunked || (isUnsized && !m_request.http10);
    if (fault.claimLength || fault.cutAfterBytes || (isUnsized && !m_isChunked)) {
        m_closesAfter = true;
    }
    m_isSending = true;
    m_socket->write(head(m_end - m_offset));
    if (m_request.method == "HEAD" || m_outgoing.response.status == 204) {
        m_offset = m_end;
    }
    if (fault.cutAfterBytes) {
        m_end = std::min(m_end, m_offset + *fault.cutAfterBytes);
    }
    if (fault.dripBytesPerSecond > 0) {
        m_drip.start();
    } else {
        pump();
    }
}

QByteArray Connection::nextPiece(qint64 most)
{
    const qint64 count = std::min(most, m_end - m_offset);
    Response& response = m_outgoing.response;
    QByteArray piece;
    if (response.source) {
        piece = response.source->read(m_offset, count);
    } else if (m_offset == 0 && count == response.body.size()) {
        piece = response.body; // shared, not copied
    } else {
        piece = response.body.mid(m_offset, count);
    }
    m_offset += piece.size();
    if (piece.size() < count) { // the source failed: nothing is left to do but close
        m_end = m_offset;
        m_closesAfter = true;
    }
    if (m_isChunked && !piece.isEmpty()) {
        return QByteArray::number(piece.size(), 16) + "\r\n" + piece + "\r\n";
    }
    return piece;
}

void Connection::pump()
{
    if (!m_isSending || m_isPumping || m_drip.isActive()) {
        return;
    }
    m_isPumping = true; // write() may emit bytesWritten
    const qint64 most = m_outgoing.response.source ? kPiece : m_end;
    while (m_offset < m_end && unsent() < kFullSocket) {
        m_socket->write(nextPiece(most));
    }
    m_isPumping = false;
    if (m_offset >= m_end && unsent() < kFullSocket) {
        finishBody();
    }
}

void Connection::pumpSlowly()
{
    const qint64 step = m_outgoing.fault.dripBytesPerSecond * kDripStep.count() / 1000;
    m_socket->write(nextPiece(std::max<qint64>(1, step)));
    if (m_offset >= m_end) {
        m_drip.stop();
        finishBody();
    }
}

void Connection::finishBody()
{
    const Fault& fault = m_outgoing.fault;
    if (m_isChunked && !fault.cutAfterBytes && m_request.method != "HEAD") {
        m_socket->write("0\r\n\r\n");
    }
    m_outgoing = {};
    m_isSending = false;
    m_isBusy = false;
    if (m_closesAfter) {
        m_socket->disconnectFromHost();
        return;
    }
    m_idle.start();
    if (!m_received.isEmpty()) {
        // From the event loop, so that a pipelining client cannot deepen the stack.
        QMetaObject::invokeMethod(this, &Connection::answerNext, Qt::QueuedConnection);
    }
}

void Listener::incomingConnection(qintptr descriptor)
{
    QSslSocket* encrypted = m_encryption ? new QSslSocket(this) : nullptr;
    QTcpSocket* socket = encrypted ? encrypted : new QTcpSocket(this);
    if (!socket->setSocketDescriptor(descriptor)) {
        socket->deleteLater();
        return;
    }
    if (encrypted) {
        listenToFirstByte(encrypted);
    } else {
        serve(socket, false, 0);
    }
}

void Listener::listenToFirstByte(QSslSocket* socket)
{
    connect(socket, &QSslSocket::disconnected, socket, &QObject::deleteLater);
    QTimer::singleShot(kIdle, socket, [socket] {
        if (socket->mode() == QSslSocket::UnencryptedMode && socket->bytesAvailable() == 0) {
            socket->abort(); // said nothing at all
        }
    });
    connect(
        socket, &QSslSocket::readyRead, this, [this, socket] { greet(socket); },
        Qt::SingleShotConnection);
}

void Listener::greet(QSslSocket* socket)
{
    constexpr char handshake = 0x16; // the record type that a TLS client starts with
    if (!socket->peek(1).startsWith(handshake)) {
        serve(socket, false, 0);
        return;
    }
    const Encryption encryption = m_encryption();
    connect(
        socket, &QSslSocket::encrypted, this,
        [this, socket, number = encryption.certificateNumber] { serve(socket, true, number); },
        Qt::SingleShotConnection);
    socket->setSslConfiguration(encryption.configuration);
    socket->startServerEncryption();
}

void Listener::serve(QTcpSocket* socket, bool isEncrypted, int certificateNumber)
{
    new Connection(socket, m_handler, Origin { m_route, isEncrypted, certificateNumber }, this);
}

} // namespace demo
