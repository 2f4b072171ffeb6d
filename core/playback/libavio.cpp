// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/playback/libavio_p.h"

#include <limits>

namespace playback::libav {
namespace {

constexpr int kBufferBytes = 32 * 1024;

} // namespace

Io::Io(std::unique_ptr<ByteSource> source)
    : m_source(std::move(source))
    , m_context(avio_alloc_context(static_cast<unsigned char*>(av_malloc(kBufferBytes)),
          kBufferBytes, 0, this, &Io::read, nullptr, &Io::seek))
{
}

std::optional<util::Error> Io::failure() const
{
    return m_stop.stop_requested() ? util::Error::cancelled() : m_error;
}

void Io::attachTo(AVFormatContext& format)
{
    format.pb = m_context.get();
    format.flags |= AVFMT_FLAG_CUSTOM_IO;
    format.interrupt_callback.opaque = this;
    format.interrupt_callback.callback
        = [](void* io) { return static_cast<Io*>(io)->m_stop.stop_requested() ? 1 : 0; };
    // Playlist-like containers may name other files; no music file needs one.
    format.io_open = [](AVFormatContext*, AVIOContext**, const char*, int, AVDictionary**) {
        return AVERROR(EPERM);
    };
}

int Io::read(void* opaque, uint8_t* into, int size)
{
    auto* io = static_cast<Io*>(opaque);
    const auto got = io->m_source->read(io->m_position,
        std::as_writable_bytes(std::span(into, static_cast<size_t>(size))), io->m_stop);
    if (!got) {
        io->m_error = got.error();
        return AVERROR(EIO);
    }
    io->m_position += *got;
    return *got == 0 ? AVERROR_EOF : static_cast<int>(*got);
}

int64_t Io::seek(void* opaque, int64_t offset, int whence)
{
    auto* io = static_cast<Io*>(opaque);
    const auto size = io->m_source->size(io->m_stop);
    if (!size) {
        io->m_error = size.error();
        return AVERROR(EIO);
    }
    switch (whence & ~AVSEEK_FORCE) {
    case AVSEEK_SIZE:
        return *size;
    case SEEK_SET:
        break;
    case SEEK_CUR:
        offset += io->m_position;
        break;
    case SEEK_END:
        offset += *size;
        break;
    default:
        return AVERROR(EINVAL);
    }
    if (offset < 0) {
        return AVERROR(EINVAL);
    }
    io->m_position = offset;
    return offset;
}

} // namespace playback::libav
