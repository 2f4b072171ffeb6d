// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/util/result.h"

#include <QByteArray>
#include <QNetworkRequest>
#include <cstddef>
#include <list>
#include <memory>
#include <span>
#include <stop_token>

namespace net {

class RangeStream;
class StreamThread;

/// Random access to one remote file, for a decoder that must block.
///
/// Bytes come in blocks of 128 KiB. The last 16 blocks are kept, and up to 512 KiB are read ahead
/// of the last read, so memory stays below 3 MiB whatever the file's size.
///
/// The network side runs in a thread of net's own, shared by all readers of a client. It cannot be
/// the UI thread, because a decoder must not starve while that is busy; and not the decoder's,
/// because nothing there turns an event loop. Its only work is to move bytes.
///
/// Thread: one at a time, never the UI thread: read() and size() block.
class RangeReader
{
public:
    static constexpr qint64 kBlock = 128 * 1024;
    static constexpr std::size_t kBlocksKept = 16;

    /// Made by Client::openRange(). An error in @p request is what every read yields.
    RangeReader(std::shared_ptr<StreamThread> thread, util::Result<QNetworkRequest> request,
        const QByteArray& pinnedCertificate = {});
    ~RangeReader();
    Q_DISABLE_COPY_MOVE(RangeReader)

    /// Fills @p into with the bytes from @p offset on.
    ///
    /// A broken transfer is taken up once more where it broke. Without support for ranges on the
    /// server only reading forward works, with skips up to 1 MiB.
    /// @return how many bytes; fewer than asked only at the end of the file, 0 beyond it
    /// Errors: Cancelled (as soon as @p stop is requested), Offline, Timeout, Tls, Unauthorised,
    /// Forbidden, NotFound, RateLimited, Server, Unsupported (needs ranges), Protocol (the file
    /// is shorter than announced, or changed meanwhile).
    [[nodiscard]] util::Result<qint64> read(
        qint64 offset, std::span<std::byte> into, std::stop_token stop = {});

    /// The file's size in bytes; asks the server if no read did so before.
    ///
    /// Errors: as read(), and Unsupported if the server does not say.
    [[nodiscard]] util::Result<qint64> size(std::stop_token stop = {});

private:
    struct Block
    {
        qint64 offset = 0;
        QByteArray bytes {};
    };
    /// The block that starts at @p offset, which moves to the front of the list.
    [[nodiscard]] util::Result<const Block*> block(qint64 offset, const std::stop_token& stop);

    std::shared_ptr<StreamThread> m_thread; // shared with the client and its other readers
    util::Result<QNetworkRequest> m_request;
    RangeStream* m_stream = nullptr; // lives in m_thread; destroyed there by deleteLater
    std::list<Block> m_blocks; // newest first
    qint64 m_size = -1; // not known yet
};

} // namespace net
