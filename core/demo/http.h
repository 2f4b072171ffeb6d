// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/bytesource.h"
#include "core/demo/route.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>
#include <functional>
#include <memory>
#include <optional>
#include <utility>

class QTcpSocket;

namespace demo {

/// Name and value of one query pair, both decoded; operators stay at the end of the name.
using QueryPairs = QList<std::pair<QString, QString>>;

/// The longest request line that is answered; above it the answer is 414.
constexpr qsizetype kLongestRequestLine = 8192;

/// One HTTP request, parsed.
struct Request
{
    QByteArray method {}; ///< upper case
    QByteArray target {}; ///< as sent
    QString path {}; ///< decoded, without the query
    QueryPairs query {}; ///< in the order sent
    QHash<QByteArray, QByteArray> headers {}; ///< names in lower case; the last of equal names
    QByteArray body {};
    bool http10 = false;
    Origin origin {}; ///< set by the connection, not read from the bytes

    /// The first query value of that name, or empty.
    [[nodiscard]] QString value(QStringView name) const;
    [[nodiscard]] bool has(QStringView name) const;
    /// A query value of that name, else the header of that name, else empty; Plex allows both.
    [[nodiscard]] QString valueOrHeader(QStringView name) const;
    [[nodiscard]] bool wantsJson() const;
    [[nodiscard]] bool acceptsGzip() const;
};

/// What to answer. Either body or source.
struct Response
{
    int status = 200;
    QByteArray contentType {};
    QByteArray body {};
    std::unique_ptr<ByteSource> source {};
    QList<std::pair<QByteArray, QByteArray>> headers {};
    bool ranges = false; ///< honour a Range header
    bool compressible = true; ///< gzip may be used if the client accepts it
    bool isUnsized = false; ///< no Content-Length: nobody knows how long it will be
    /// With status 101: gets the socket after the head was written, and the bytes that came behind
    /// the request. Called in the server's thread.
    std::function<void(QTcpSocket* socket, const QByteArray& early)> takeOver {};

    /// A PMS error: a small HTML page, also when JSON was asked for.
    [[nodiscard]] static Response error(int status);
    /// Success without a body, as the mutations of a PMS answer.
    [[nodiscard]] static Response empty(int status = 200);
    [[nodiscard]] static Response json(QByteArray body);
};

/// What parseRequest() found in the bytes received so far.
struct ParsedRequest
{
    enum class State
    {
        NeedsMore,
        Ready,
        Refused
    };
    State state = State::NeedsMore;
    int status = 0; ///< when refused: what to answer before closing
    qsizetype consumed = 0; ///< when ready: bytes of the request including its body
    bool expectsContinue = false; ///< when more is needed: the client waits for "100 Continue"
    Request request {};
};

/// Reads one request from the start of @p bytes. Pure.
[[nodiscard]] ParsedRequest parseRequest(const QByteArray& bytes);

/// What a '+' in a query stands for.
enum class Plus
{
    Space, ///< in a request: form encoding, which several clients write
    Plus ///< in the rules of a smart playlist, which are encoded once more
};

/// Splits "a=1&b%3E%3E=7" at '&' and at the first literal '='.
[[nodiscard]] QueryPairs parseQuery(QByteArrayView query, Plus plus = Plus::Space);

/// The reason phrase of a status, "Unknown" if it has none.
[[nodiscard]] QByteArray reasonOf(int status);

/// First and last byte asked for by a Range header, or nothing when it cannot be satisfied.
struct ByteRange
{
    qint64 first = 0;
    qint64 last = 0; ///< inclusive
};
/// How a Range header applies to @p size bytes: no value = 416; absent or several ranges = whole.
[[nodiscard]] std::optional<ByteRange> resolveRange(const QByteArray& header, qint64 size);

/// RFC 1952, level 1: the time belongs to the client under test.
[[nodiscard]] QByteArray gzip(const QByteArray& plain);

} // namespace demo
