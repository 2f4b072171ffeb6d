// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/websocket.h"

#include <QCryptographicHash>
#include <QStringDecoder>
#include <QtEndian>

namespace demo::ws {

namespace {

constexpr const char* kSalt = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"; // the RFC's
constexpr quint8 kFinal = 0x80;
constexpr quint8 kReserved = 0x70;
constexpr quint8 kMasked = 0x80;
constexpr qsizetype kMask = 4; // bytes
constexpr qsizetype kLongestControl = 125;
constexpr qsizetype kKeyBytes = 16;

bool isControl(Opcode opcode)
{
    return static_cast<quint8>(opcode) >= 8;
}

bool isKnown(quint8 opcode)
{
    return opcode <= 2 || (opcode >= 8 && opcode <= 10);
}

bool isUtf8(const QByteArray& text)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringConverter::Flag::Stateless);
    const QString decoded = decoder(text);
    return !decoder.hasError();
}

/// Whether a header that lists words, such as Connection, has that one.
bool hasWord(const QByteArray& header, const QByteArray& word)
{
    for (const QByteArray& one : header.toLower().split(',')) {
        if (one.trimmed() == word) {
            return true;
        }
    }
    return false;
}

} // namespace

QByteArray acceptKey(const QByteArray& key)
{
    return QCryptographicHash::hash(key + kSalt, QCryptographicHash::Sha1).toBase64();
}

Response handshake(const Request& request)
{
    const QByteArray key = request.headers.value("sec-websocket-key");
    if (!hasWord(request.headers.value("upgrade"), "websocket")
        || !hasWord(request.headers.value("connection"), "upgrade") || request.http10
        || request.method != "GET" || QByteArray::fromBase64(key).size() != kKeyBytes) {
        return Response::error(400);
    }
    if (request.headers.value("sec-websocket-version") != "13") {
        Response response = Response::error(426);
        response.headers.emplaceBack("Sec-WebSocket-Version", "13");
        return response;
    }
    Response response;
    response.status = 101;
    response.headers.emplaceBack("Upgrade", "websocket");
    response.headers.emplaceBack("Connection", "Upgrade");
    response.headers.emplaceBack("Sec-WebSocket-Accept", acceptKey(key));
    return response;
}

QByteArray frame(Opcode opcode, QByteArrayView payload)
{
    QByteArray bytes;
    bytes.reserve(payload.size() + 10);
    bytes.append(static_cast<char>(kFinal | static_cast<quint8>(opcode)));
    const qsizetype size = payload.size();
    if (size <= kLongestControl) {
        bytes.append(static_cast<char>(size));
    } else if (size <= 0xffff) {
        bytes.append(static_cast<char>(126));
        const quint16 length = qToBigEndian(static_cast<quint16>(size));
        bytes.append(reinterpret_cast<const char*>(&length), sizeof(length));
    } else {
        bytes.append(static_cast<char>(127));
        const quint64 length = qToBigEndian(static_cast<quint64>(size));
        bytes.append(reinterpret_cast<const char*>(&length), sizeof(length));
    }
    return bytes.append(payload);
}

QByteArray closeFrame(CloseCode code)
{
    const quint16 number = qToBigEndian(static_cast<quint16>(code));
    return frame(Opcode::Close,
        QByteArrayView(reinterpret_cast<const char*>(&number), qsizetype { sizeof(number) }));
}

std::optional<FrameReader::Frame> FrameReader::nextFrame()
{
    const auto fail = [this](CloseCode code) {
        m_failure = code;
        return std::nullopt;
    };
    if (m_failure || m_received.size() < 2) {
        return std::nullopt;
    }
    const auto first = static_cast<quint8>(m_received.at(0));
    const auto second = static_cast<quint8>(m_received.at(1));
    if ((first & kReserved) != 0 || (second & kMasked) == 0 || !isKnown(first & 0x0f)) {
        return fail(CloseCode::ProtocolError); // a client must mask
    }
    quint64 length = second & 0x7f;
    qsizetype at = 2;
    const qsizetype extra = length == 126 ? 2 : length == 127 ? 8 : 0;
    if (m_received.size() < at + extra + kMask) {
        return std::nullopt;
    }
    if (extra == 2) {
        length = qFromBigEndian<quint16>(m_received.constData() + at);
    } else if (extra == 8) {
        length = qFromBigEndian<quint64>(m_received.constData() + at);
    }
    if (length > static_cast<quint64>(kLongestMessage)) {
        return fail(CloseCode::TooBig);
    }
    at += extra;
    const auto size = static_cast<qsizetype>(length);
    if (m_received.size() < at + kMask + size) {
        return std::nullopt;
    }
    Frame frame { (first & kFinal) != 0, static_cast<Opcode>(first & 0x0f),
        m_received.mid(at + kMask, size) };
    for (qsizetype i = 0; i < size; ++i) {
        frame.payload[i] = static_cast<char>(frame.payload.at(i) ^ m_received.at(at + i % kMask));
    }
    m_received.remove(0, at + kMask + size);
    return frame;
}

/// Whether the frame may come here: section 5.4 and 5.5.
bool FrameReader::isAllowed(const Frame& frame) const
{
    if (isControl(frame.opcode)) {
        return frame.isFinal && frame.payload.size() <= kLongestControl;
    }
    return (frame.opcode == Opcode::Continuation) == m_partial.has_value();
}

std::optional<Message> FrameReader::next()
{
    while (std::optional<Frame> frame = nextFrame()) {
        if (!isAllowed(*frame)) {
            m_failure = CloseCode::ProtocolError;
            return std::nullopt;
        }
        if (isControl(frame->opcode)) {
            return Message { frame->opcode, std::move(frame->payload) };
        }
        if (!m_partial) {
            m_partial = Message { frame->opcode, {} };
        }
        m_partial->payload += frame->payload;
        if (m_partial->payload.size() > kLongestMessage) {
            m_failure = CloseCode::TooBig;
            return std::nullopt;
        }
        if (frame->isFinal) {
            Message message = std::move(*m_partial);
            m_partial.reset();
            if (message.opcode == Opcode::Text && !isUtf8(message.payload)) {
                m_failure = CloseCode::NotText;
                return std::nullopt;
            }
            return message;
        }
    }
    return std::nullopt;
}

} // namespace demo::ws
