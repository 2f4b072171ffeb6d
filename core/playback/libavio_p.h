// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/playback/bytesource.h"

#include <memory>
#include <optional>

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libswresample/swresample.h>
}

namespace playback::libav {

/// One deleter for everything libav wants to free through a pointer to the pointer.
struct Free
{
    void operator()(AVFormatContext* p) const { avformat_close_input(&p); }
    void operator()(AVCodecContext* p) const { avcodec_free_context(&p); }
    void operator()(AVPacket* p) const { av_packet_free(&p); }
    void operator()(AVFrame* p) const { av_frame_free(&p); }
    void operator()(SwrContext* p) const { swr_free(&p); }
    void operator()(AVIOContext* p) const
    {
        av_freep(&p->buffer);
        avio_context_free(&p);
    }
};
template <class T>
using Ptr = std::unique_ptr<T, Free>;

/// Lets libavformat read a ByteSource, and nothing else: it opens no file and no connection.
class Io
{
public:
    explicit Io(std::unique_ptr<ByteSource> source);
    Q_DISABLE_COPY_MOVE(Io)
    ~Io() = default;

    /// What a read does while it blocks, until the next call. Thread: the decoder's.
    void setStop(std::stop_token stop) { m_stop = std::move(stop); }
    /// Whether the work was stopped or the bytes failed; it says so in preference to libav.
    [[nodiscard]] std::optional<util::Error> failure() const;
    [[nodiscard]] ByteSource& source() { return *m_source; }
    /// Makes @p format read from here. The Io must outlive it.
    void attachTo(AVFormatContext& format);

private:
    static int read(void* opaque, uint8_t* into, int size);
    static int64_t seek(void* opaque, int64_t offset, int whence);

    std::unique_ptr<ByteSource> m_source;
    Ptr<AVIOContext> m_context;
    std::stop_token m_stop;
    std::optional<util::Error> m_error;
    qint64 m_position = 0;
};

} // namespace playback::libav
