// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/rangereader.h"

#include "core/net/rangestream_p.h"

#include <QCoreApplication>
#include <algorithm>
#include <cstring>

using namespace Qt::StringLiterals;
using util::Error;

namespace net {

RangeReader::RangeReader(std::shared_ptr<StreamThread> thread,
    util::Result<QNetworkRequest> request, const QByteArray& pinnedCertificate)
    : m_thread(std::move(thread))
    , m_request(std::move(request))
{
    if (m_request) {
        auto stream
            = std::make_unique<RangeStream>(m_thread->manager(), *m_request, pinnedCertificate);
        m_thread->adopt(*stream);
        m_stream = stream.release();
    }
}

RangeReader::~RangeReader()
{
    if (m_stream) {
        m_stream->deleteLater();
    }
}

util::Result<qint64> RangeReader::read(
    qint64 offset, std::span<std::byte> into, std::stop_token stop)
{
    Q_ASSERT(offset >= 0 && !m_thread->isCurrent());
    std::size_t done = 0;
    while (done < into.size()) {
        const qint64 at = offset + static_cast<qint64>(done);
        if (m_size >= 0 && at >= m_size) {
            break;
        }
        const util::Result<const Block*> found = block(at - at % kBlock, stop);
        if (!found) {
            return found.error();
        }
        const QByteArray& bytes = (*found)->bytes;
        const qint64 from = at - (*found)->offset;
        if (from >= bytes.size()) {
            break;
        }
        const auto count
            = std::min(static_cast<std::size_t>(bytes.size() - from), into.size() - done);
        std::memcpy(into.data() + done, bytes.constData() + from, count);
        done += count;
    }
    return static_cast<qint64>(done);
}

util::Result<qint64> RangeReader::size(std::stop_token stop)
{
    if (m_size < 0) {
        const util::Result<const Block*> first = block(0, stop);
        if (!first) {
            return first.error();
        }
    }
    if (m_size < 0) {
        return Error { Error::Code::Unsupported,
            QCoreApplication::translate(
                "net::RangeReader", "The server does not tell the size of this file."),
            u"no Content-Range and no Content-Length"_s, 0, {} };
    }
    return m_size;
}

util::Result<const RangeReader::Block*> RangeReader::block(
    qint64 offset, const std::stop_token& stop)
{
    if (stop.stop_requested()) {
        return Error::cancelled();
    }
    if (!m_stream) {
        return m_request.error();
    }
    const auto known = std::ranges::find(m_blocks, offset, &Block::offset);
    if (known != m_blocks.end()) {
        m_blocks.splice(m_blocks.begin(), m_blocks, known);
        return &m_blocks.front();
    }
    auto answer = std::make_shared<RangeAnswer>(); // shared with the stream, which may come late
    QMetaObject::invokeMethod(
        m_stream, [stream = m_stream, offset, answer] { stream->fetch(offset, answer); },
        Qt::QueuedConnection);
    std::optional<util::Result<RangeBlock>> result = answer->take(stop);
    if (!result) {
        return Error::cancelled();
    }
    if (!*result) {
        return result->error();
    }
    m_size = (*result)->fileSize;
    if (m_blocks.size() >= kBlocksKept) {
        m_blocks.pop_back();
    }
    m_blocks.push_front({ offset, std::move(**result).bytes });
    return &m_blocks.front();
}

} // namespace net
