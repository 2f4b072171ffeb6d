// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/http.h"

/// The server's side of RFC 6455, as far as notifications need it: text out, control frames both
/// ways. Own code, so that the client's library is tested against a second opinion.
namespace demo::ws {

/// What a frame is; the numbers are those on the wire.
enum class Opcode : quint8
{
    Continuation = 0,
    Text = 1,
    Binary = 2,
    Close = 8,
    Ping = 9,
    Pong = 10
};

/// Why a connection is closed by us.
enum class CloseCode : quint16
{
    Normal = 1000,
    ProtocolError = 1002,
    NotText = 1007,
    TooBig = 1009
};

/// The most bytes a client may send in one message; clients of notifications have nothing to say.
constexpr qsizetype kLongestMessage = 64 * 1024;

/// The value of Sec-WebSocket-Accept for a client's Sec-WebSocket-Key (section 4.2.2).
[[nodiscard]] QByteArray acceptKey(const QByteArray& key);

/// The answer to a request for a WebSocket: 101, 400 if it is none, 426 for another version.
[[nodiscard]] Response handshake(const Request& request);

/// A whole unmasked frame, as servers send them.
[[nodiscard]] QByteArray frame(Opcode opcode, QByteArrayView payload);
/// A close frame with its code.
[[nodiscard]] QByteArray closeFrame(CloseCode code);

/// A message or control frame of the client.
struct Message
{
    Opcode opcode = Opcode::Text;
    QByteArray payload {}; ///< unmasked
};

/// Puts the client's bytes together to messages.
class FrameReader
{
public:
    /// Takes what arrived.
    void add(const QByteArray& bytes) { m_received += bytes; }
    /// The next whole message, if there is one; nothing also after a failure.
    [[nodiscard]] std::optional<Message> next();
    /// What was wrong with the bytes; afterwards the connection must be closed.
    [[nodiscard]] std::optional<CloseCode> failure() const { return m_failure; }

private:
    /// One frame of the wire.
    struct Frame
    {
        bool isFinal = true;
        Opcode opcode = Opcode::Text;
        QByteArray payload {};
    };

    [[nodiscard]] std::optional<Frame> nextFrame();
    [[nodiscard]] bool isAllowed(const Frame& frame) const;

    QByteArray m_received;
    std::optional<Message> m_partial; ///< a message whose last fragment is not there yet
    std::optional<CloseCode> m_failure;
};

} // namespace demo::ws
