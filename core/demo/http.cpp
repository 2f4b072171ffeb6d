// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/http.h"

#include <QUrl>
#include <zlib.h>

using namespace Qt::StringLiterals;

namespace demo {

namespace {

constexpr qsizetype kLongestHead = 64 * 1024;
constexpr qint64 kLongestBody = 16 * 1024 * 1024;

QString decoded(QByteArrayView text)
{
    return QString::fromUtf8(QByteArray::fromPercentEncoding(text.toByteArray()));
}

ParsedRequest refused(int status)
{
    ParsedRequest result;
    result.state = ParsedRequest::State::Refused;
    result.status = status;
    return result;
}

bool parseRequestLine(const QByteArray& line, Request& request)
{
    const QList<QByteArray> words = line.split(' ');
    if (words.size() != 3 || !words.at(2).startsWith("HTTP/1.")) {
        return false;
    }
    request.method = words.at(0).toUpper();
    request.target = words.at(1);
    request.http10 = words.at(2) == "HTTP/1.0";
    const qsizetype mark = request.target.indexOf('?');
    const QByteArrayView target(request.target);
    request.path = decoded(mark < 0 ? target : target.first(mark));
    if (mark >= 0) {
        request.query = parseQuery(target.sliced(mark + 1));
    }
    return request.path.startsWith(u'/');
}

bool parseHeaders(const QByteArray& head, qsizetype from, Request& request)
{
    for (const QByteArray& raw : head.mid(from).split('\n')) {
        const QByteArray line = raw.trimmed();
        if (line.isEmpty()) {
            continue;
        }
        const qsizetype colon = line.indexOf(':');
        if (colon <= 0) {
            return false;
        }
        request.headers.insert(
            line.first(colon).trimmed().toLower(), line.mid(colon + 1).trimmed());
    }
    return true;
}

} // namespace

QString Request::value(QStringView name) const
{
    for (const auto& [key, text] : query) {
        if (key == name) {
            return text;
        }
    }
    return {};
}

bool Request::has(QStringView name) const
{
    return std::any_of(
        query.begin(), query.end(), [name](const auto& pair) { return pair.first == name; });
}

QString Request::valueOrHeader(QStringView name) const
{
    if (has(name)) {
        return value(name);
    }
    return QString::fromUtf8(headers.value(name.toUtf8().toLower()));
}

bool Request::wantsJson() const
{
    return headers.value("accept").contains("json");
}

bool Request::acceptsGzip() const
{
    return headers.value("accept-encoding").contains("gzip");
}

Response Response::error(int status)
{
    Response response;
    response.status = status;
    const QByteArray reason = reasonOf(status);
    response.contentType = "text/html";
    response.body = "<html><head><title>" + reason + "</title></head><body><h1>"
        + QByteArray::number(status) + ' ' + reason + "</h1></body></html>";
    return response;
}

Response Response::empty(int status)
{
    Response response;
    response.status = status;
    response.contentType = status == 204 ? QByteArray() : QByteArray("text/html");
    return response;
}

Response Response::json(QByteArray body)
{
    Response response;
    response.contentType = "application/json";
    response.body = std::move(body);
    return response;
}

ParsedRequest parseRequest(const QByteArray& bytes)
{
    const qsizetype lineEnd = bytes.indexOf('\n');
    if (lineEnd < 0 ? bytes.size() > kLongestRequestLine : lineEnd > kLongestRequestLine) {
        return refused(414);
    }
    const qsizetype headEnd = bytes.indexOf("\r\n\r\n");
    if (headEnd < 0) {
        return bytes.size() > kLongestHead ? refused(431) : ParsedRequest();
    }
    ParsedRequest result;
    Request& request = result.request;
    const QByteArray head = bytes.first(headEnd);
    if (!parseRequestLine(bytes.first(lineEnd).trimmed(), request)
        || !parseHeaders(head, lineEnd + 1, request)) {
        return refused(400);
    }
    if (request.headers.contains("transfer-encoding")) {
        return refused(501);
    }
    bool isNumber = true;
    const QByteArray lengthText = request.headers.value("content-length", "0");
    const qint64 length = lengthText.toLongLong(&isNumber);
    if (!isNumber || length < 0) {
        return refused(400);
    }
    if (length > kLongestBody) {
        return refused(413);
    }
    const qsizetype bodyStart = headEnd + 4;
    if (bytes.size() - bodyStart < length) {
        result.expectsContinue = request.headers.value("expect").toLower() == "100-continue";
        return result;
    }
    request.body = bytes.mid(bodyStart, length);
    result.consumed = bodyStart + length;
    result.state = ParsedRequest::State::Ready;
    return result;
}

QueryPairs parseQuery(QByteArrayView query, Plus plus)
{
    const auto text = [plus](QByteArrayView part) {
        return decoded(
            plus == Plus::Space ? part.toByteArray().replace('+', ' ') : part.toByteArray());
    };
    QueryPairs pairs;
    while (!query.isEmpty()) {
        const qsizetype end = query.indexOf('&');
        const QByteArrayView part = end < 0 ? query : query.first(end);
        query = end < 0 ? QByteArrayView() : query.sliced(end + 1);
        if (part.isEmpty()) {
            continue;
        }
        const qsizetype equals = part.indexOf('=');
        if (equals < 0) {
            pairs.emplaceBack(text(part), QString());
        } else {
            pairs.emplaceBack(text(part.first(equals)), text(part.sliced(equals + 1)));
        }
    }
    return pairs;
}

QByteArray reasonOf(int status)
{
    static const QHash<int, QByteArray> reasons { { 100, "Continue" },
        { 101, "Switching Protocols" }, { 200, "OK" }, { 201, "Created" }, { 204, "No Content" },
        { 206, "Partial Content" }, { 301, "Moved Permanently" }, { 302, "Found" },
        { 304, "Not Modified" }, { 307, "Temporary Redirect" }, { 400, "Bad Request" },
        { 401, "Unauthorized" }, { 403, "Forbidden" }, { 404, "Not Found" },
        { 405, "Method Not Allowed" }, { 409, "Conflict" }, { 413, "Payload Too Large" },
        { 414, "URI Too Long" }, { 416, "Range Not Satisfiable" }, { 422, "Unprocessable Entity" },
        { 426, "Upgrade Required" }, { 429, "Too Many Requests" },
        { 431, "Request Header Fields Too Large" }, { 498, "Invalid Token" },
        { 500, "Internal Server Error" }, { 501, "Not Implemented" }, { 502, "Bad Gateway" },
        { 503, "Service Unavailable" }, { 509, "Bandwidth Limit Exceeded" } };
    return reasons.value(status, "Unknown");
}

std::optional<ByteRange> resolveRange(const QByteArray& header, qint64 size)
{
    const ByteRange whole { 0, size - 1 };
    if (!header.startsWith("bytes=") || header.contains(',')) {
        return whole;
    }
    const QByteArray range = header.mid(6).trimmed();
    const qsizetype dash = range.indexOf('-');
    if (dash < 0) {
        return whole;
    }
    bool firstIsNumber = false;
    bool lastIsNumber = false;
    const qint64 first = range.first(dash).toLongLong(&firstIsNumber);
    const qint64 last = range.mid(dash + 1).toLongLong(&lastIsNumber);
    if (!firstIsNumber) {
        if (!lastIsNumber || dash > 0) {
            return whole;
        }
        if (last == 0 || size == 0) {
            return std::nullopt;
        }
        return ByteRange { std::max<qint64>(0, size - last), size - 1 };
    }
    if (lastIsNumber && last < first) {
        return whole;
    }
    if (first >= size) {
        return std::nullopt;
    }
    return ByteRange { first, lastIsNumber ? std::min(last, size - 1) : size - 1 };
}

QByteArray gzip(const QByteArray& plain)
{
    z_stream stream {};
    constexpr int kGzipWindow = 15 + 16; // zlib's way to ask for the gzip wrapper
    if (deflateInit2(&stream, 1, Z_DEFLATED, kGzipWindow, 8, Z_DEFAULT_STRATEGY) != Z_OK) {
        return {};
    }
    QByteArray packed(
        static_cast<qsizetype>(deflateBound(&stream, static_cast<uLong>(plain.size()))),
        Qt::Uninitialized);
    // zlib's interface predates const; it does not write to next_in.
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(plain.constData()));
    stream.avail_in = static_cast<uInt>(plain.size());
    stream.next_out = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    const bool complete = deflate(&stream, Z_FINISH) == Z_STREAM_END;
    packed.truncate(static_cast<qsizetype>(stream.total_out));
    deflateEnd(&stream);
    return complete ? packed : QByteArray();
}

} // namespace demo
