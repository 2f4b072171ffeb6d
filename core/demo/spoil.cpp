// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/spoil.h"

#include <limits>
#include <zlib.h>

namespace demo {

namespace {

constexpr qint64 kBombBlock = 1024 * 1024;

/// Goes on for ever: the start of a list whose end never comes.
class EndlessSource : public ByteSource
{
public:
    [[nodiscard]] qint64 size() const override { return std::numeric_limits<qint64>::max() / 2; }
    [[nodiscard]] QByteArray read(qint64 offset, qint64 count) override
    {
        static const QByteArray start = "{\"MediaContainer\":{\"Metadata\":[";
        static const QByteArray row = "{\"ratingKey\":\"1\",\"title\":\"and so on\"},";
        QByteArray piece = offset == 0 ? start : QByteArray();
        const qint64 filler = count - piece.size();
        // Not aligned with the rows before: nobody gets that far and still parses.
        piece += row.repeated(filler / row.size() + 1).first(std::max<qint64>(0, filler));
        return piece.first(count);
    }
};

QByteArray littleEndian(quint32 value)
{
    QByteArray bytes;
    for (int i = 0; i < 4; ++i) {
        bytes += static_cast<char>((value >> (8 * i)) & 0xff);
    }
    return bytes;
}

/// Zeros compressed so that copies of it can stand one after the other in one deflate stream.
QByteArray zeroBlock(const QByteArray& zeros)
{
    z_stream stream {};
    constexpr int kRawWindow = -15; // zlib's way to ask for no wrapper
    if (deflateInit2(&stream, 9, Z_DEFLATED, kRawWindow, 8, Z_DEFAULT_STRATEGY) != Z_OK) {
        return {};
    }
    QByteArray packed(64 * 1024, Qt::Uninitialized);
    // zlib's interface predates const; it does not write to next_in.
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(zeros.constData()));
    stream.avail_in = static_cast<uInt>(zeros.size());
    stream.next_out = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    deflate(&stream, Z_FULL_FLUSH);
    packed.truncate(static_cast<qsizetype>(stream.total_out));
    deflateEnd(&stream);
    return packed;
}

QByteArray nestedJson(int levels)
{
    return "{\"MediaContainer\":{\"size\":1,\"Metadata\":" + QByteArray(levels, '[')
        + QByteArray(levels, ']') + "}}";
}

QByteArray loginPage()
{
    return "<!DOCTYPE html><html><head><title>Welcome to the guest network</title></head><body>"
           "<h1>Please sign in</h1><form action=\"http://192.0.2.1/login\"></form></body></html>";
}

} // namespace

QByteArray zeroBomb(qint64 bytes)
{
    const qint64 blocks = (bytes + kBombBlock - 1) / kBombBlock;
    const QByteArray zeros(kBombBlock, '\0');
    const QByteArray block = zeroBlock(zeros);
    const uLong one = crc32(
        0, reinterpret_cast<const Bytef*>(zeros.constData()), static_cast<uInt>(zeros.size()));
    uLong checksum = crc32(0, nullptr, 0);
    QByteArray packed("\x1f\x8b\x08\0\0\0\0\0\0\xff", 10);
    packed.reserve(blocks * block.size() + 32);
    for (qint64 i = 0; i < blocks; ++i) {
        packed += block;
        checksum = crc32_combine(checksum, one, kBombBlock);
    }
    packed += QByteArray("\x03\0", 2); // an empty last block
    return packed + littleEndian(static_cast<quint32>(checksum))
        + littleEndian(static_cast<quint32>(blocks * kBombBlock));
}

void breakGzip(Response& response)
{
    response.body = gzip(response.body);
    const qsizetype middle = response.body.size() / 2;
    for (qsizetype i = middle; i < std::min(middle + 16, response.body.size() - 1); ++i) {
        response.body[i] = static_cast<char>(~response.body.at(i));
    }
    response.headers.emplaceBack("Content-Encoding", "gzip");
}

bool replacesBody(const Fault& fault)
{
    return !fault.garbageBody.isEmpty() || fault.isLoginPage || fault.nestedLevels > 0
        || fault.bombBytes > 0 || fault.isEndless;
}

void replaceBody(Response& response, const Fault& fault)
{
    if (!replacesBody(fault)) {
        return;
    }
    response.source.reset();
    response.compressible = false;
    if (fault.isLoginPage) {
        response = Response();
        response.contentType = "text/html; charset=utf-8";
        response.body = loginPage();
    } else if (fault.nestedLevels > 0) {
        response.body = nestedJson(fault.nestedLevels);
    } else if (fault.bombBytes > 0) {
        response.body = zeroBomb(fault.bombBytes);
        response.headers.emplaceBack("Content-Encoding", "gzip");
    } else if (fault.isEndless) {
        response.source = std::make_unique<EndlessSource>();
        response.isUnsized = !fault.claimLength;
        response.ranges = false;
    } else {
        response.body = fault.garbageBody;
    }
}

} // namespace demo
