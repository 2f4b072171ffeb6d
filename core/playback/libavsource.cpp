// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/playback/libavsource.h"

#include "core/playback/libavio_p.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>
#include <vector>

extern "C" {
#include <libavutil/channel_layout.h>
#include <libavutil/opt.h>
}

using namespace Qt::StringLiterals;

namespace playback {
namespace {

// What demuxers may be tried: music, no playlists, no picture formats, nothing that names files.
constexpr auto kFormats
    = "aac,aiff,ape,asf,caf,dsf,flac,matroska,mov,mp3,mpc,mpc8,ogg,tta,wav,w64,wv";
constexpr int kMostStreams = 32;
constexpr int kMostChannels = 16;
constexpr int kLeastRate = 4'000;
constexpr int kMostRate = 768'000;
// Bad packets in a row after which a file is given up.
constexpr int kMostBadPackets = 50;
// How far before a seek's target decoding begins: MP3's bit reservoir, AAC's overlap and Opus's
// prediction need up to 80 ms before their output is right.
constexpr auto kPreroll = std::chrono::milliseconds(250);

util::Error damaged(const char* where)
{
    return { util::Error::Code::InvalidInput,
        QCoreApplication::translate(
            "playback::LibavSource", "The file is damaged or is not a music file."),
        QString::fromLatin1(where), 0, {} };
}

util::Error unsupported(const char* where)
{
    return { util::Error::Code::Unsupported,
        QCoreApplication::translate(
            "playback::LibavSource", "This kind of music file cannot be played."),
        QString::fromLatin1(where), 0, {} };
}

util::Error cutShort()
{
    return { util::Error::Code::InvalidInput,
        QCoreApplication::translate(
            "playback::LibavSource", "The file ends before the track does: it is incomplete."),
        u"ends before its own length"_s, 0, {} };
}

} // namespace

struct LibavSource::Private
{
    explicit Private(std::unique_ptr<ByteSource> bytes)
        : io(std::move(bytes))
    {
    }

    util::Result<void> open();
    util::Result<void> openDecoder();
    util::Result<void> seek(qint64 frame);
    util::Result<bool> decode();
    void place();
    util::Result<void> convert();
    util::Result<void> setUpConversion();
    void drain();
    util::Error failed(const util::Error& otherwise) const
    {
        return io.failure().value_or(otherwise);
    }

    libav::Io io; // before format, which reads from it until it is closed
    libav::Ptr<AVFormatContext> format;
    libav::Ptr<AVCodecContext> codec;
    libav::Ptr<AVPacket> packet { av_packet_alloc() };
    libav::Ptr<AVFrame> frame { av_frame_alloc() };
    libav::Ptr<SwrContext> swr;
    AVStream* stream = nullptr;
    Shape shape;
    qint64 cutAt = 0; // AAC's end, in frames of the file; 0 = play everything
    bool lengthIsExact = false;

    AudioFormat out;
    AVChannelLayout swrLayout {}; // what swr was made for
    int swrRate = 0;
    int swrFormat = AV_SAMPLE_FMT_NONE;
    qint64 position = 0; // of the next decoded sample, in frames of the file
    qint64 target = 0; // everything before it is dropped
    bool isAdrift = false; // a seek was done, and no timestamp has told where it led
    int badPackets = 0;
    bool atEnd = false;
    std::vector<float> ready; // converted, not yet read
    size_t readFrom = 0;
};

util::Result<void> LibavSource::Private::open()
{
    if (const auto size = io.source().size({}); !size) {
        return size.error();
    }
    AVFormatContext* context = avformat_alloc_context();
    io.attachTo(*context);
    context->max_streams = kMostStreams;
    if (io.source().isRemote()) {
        context->flags |= AVFMT_FLAG_FAST_SEEK;
    }
    AVDictionary* options = nullptr;
    av_dict_set(&options, "format_whitelist", kFormats, 0);
    const int opened = avformat_open_input(&context, nullptr, nullptr, &options);
    av_dict_free(&options);
    if (opened < 0) { // which has freed the context
        return failed(damaged("open"));
    }
    format.reset(context);
    if (avformat_find_stream_info(context, nullptr) < 0) {
        return failed(damaged("stream info"));
    }
    if (io.failure()) {
        return *io.failure();
    }
    const int index = av_find_best_stream(context, AVMEDIA_TYPE_AUDIO, -1, -1, nullptr, 0);
    if (index < 0) {
        return unsupported("no audio stream");
    }
    for (unsigned i = 0; i < context->nb_streams; ++i) {
        if (static_cast<int>(i) != index) {
            context->streams[i]->discard = AVDISCARD_ALL;
        }
    }
    stream = context->streams[index];
    return openDecoder();
}

util::Result<void> LibavSource::Private::openDecoder()
{
    const AVCodecParameters& parameters = *stream->codecpar;
    const AVCodec* decoder = avcodec_find_decoder(parameters.codec_id);
    if (!decoder) {
        return unsupported("no decoder");
    }
    const int channels = parameters.ch_layout.nb_channels;
    if (parameters.sample_rate < kLeastRate || parameters.sample_rate > kMostRate || channels < 1
        || channels > kMostChannels) {
        return unsupported("rate or channels");
    }
    codec.reset(avcodec_alloc_context3(decoder));
    if (avcodec_parameters_to_context(codec.get(), &parameters) < 0) {
        return damaged("parameters");
    }
    codec->pkt_timebase = stream->time_base; // without it gap information is not applied
    codec->thread_count = 1;
    if (avcodec_open2(codec.get(), decoder, nullptr) < 0) {
        return unsupported("decoder refuses");
    }
    const AVRational perFrame { 1, parameters.sample_rate };
    const qint64 frames = stream->duration > 0
        ? av_rescale_q(stream->duration, stream->time_base, perFrame)
        : (format->duration > 0 ? av_rescale_q(format->duration, AV_TIME_BASE_Q, perFrame) : 0);
    shape = { parameters.sample_rate, channels, frames, QString::fromLatin1(decoder->name) };
    // The MP4 demuxer leaves the encoder's padding at the end, but knows the length.
    const bool isMov = QByteArrayView(format->iformat->name).contains("mp4");
    cutAt = isMov && stream->duration > 0 ? frames : 0;
    lengthIsExact = cutAt > 0 || parameters.codec_id == AV_CODEC_ID_FLAC
        || av_get_exact_bits_per_sample(parameters.codec_id) > 0
        || (parameters.codec_id == AV_CODEC_ID_MP3
            && format->duration_estimation_method != AVFMT_DURATION_FROM_BITRATE);
    return {};
}

util::Result<void> LibavSource::Private::seek(qint64 to)
{
    const AVRational perFrame { 1, shape.sampleRate };
    const qint64 begin = stream->start_time == AV_NOPTS_VALUE ? 0 : stream->start_time;
    const qint64 preroll = shape.sampleRate * kPreroll.count() / 1000;
    const qint64 at = begin + av_rescale_q(to - preroll, perFrame, stream->time_base);
    // Before the start lies what primes an AAC decoder; other demuxers refuse to go there.
    const bool found = avformat_seek_file(format.get(), stream->index, INT64_MIN, at, at, 0) >= 0
        || (to <= preroll
            && avformat_seek_file(format.get(), stream->index, INT64_MIN, begin, begin, 0) >= 0);
    if (!found) {
        return failed(unsupported("seek"));
    }
    avcodec_flush_buffers(codec.get());
    // A place that no timestamp tells is taken to be the one that was asked for.
    position = to <= preroll ? 0 : to - preroll;
    isAdrift = true;
    return {};
}

// Where the decoded frame lies, and only what lies between the target and the cut of it.
void LibavSource::Private::place()
{
    const AVRational perFrame { 1, shape.sampleRate };
    const qint64 begin = stream->start_time == AV_NOPTS_VALUE ? 0 : stream->start_time;
    const qint64 stamp = frame->best_effort_timestamp;
    // Only after a seek: rounded timestamps (Matroska: 1 ms) must not shift what just follows. The
    // first one may be negative: that is Opus's pre-skip, which the decoder drops only once.
    if (stamp != AV_NOPTS_VALUE && (isAdrift || position < target)) {
        position = av_rescale_q(stamp - begin, stream->time_base, perFrame);
    }
    isAdrift = false;
}

// One step: true if samples may have come, false at the end.
util::Result<bool> LibavSource::Private::decode()
{
    const int got = avcodec_receive_frame(codec.get(), frame.get());
    if (got >= 0) {
        badPackets = 0;
        place();
        const auto converted = convert();
        av_frame_unref(frame.get());
        if (!converted) {
            return converted.error();
        }
        return true;
    }
    if (got == AVERROR_EOF) {
        return false;
    }
    if (got != AVERROR(EAGAIN) && ++badPackets > kMostBadPackets) {
        return damaged("decode");
    }
    const int read = av_read_frame(format.get(), packet.get());
    if (read < 0) {
        if (const auto failure = io.failure()) {
            return *failure;
        }
        avcodec_send_packet(codec.get(), nullptr); // at the end, or what counts as one: drain
        return true;
    }
    const bool ours = packet->stream_index == stream->index;
    const int sent = ours ? avcodec_send_packet(codec.get(), packet.get()) : 0;
    av_packet_unref(packet.get());
    if (sent < 0 && sent != AVERROR(EAGAIN) && ++badPackets > kMostBadPackets) {
        return damaged("decode");
    }
    return true;
}

util::Result<void> LibavSource::Private::setUpConversion()
{
    if (swr && swrRate == frame->sample_rate && swrFormat == frame->format
        && av_channel_layout_compare(&swrLayout, &frame->ch_layout) == 0) {
        return {};
    }
    if (frame->ch_layout.nb_channels < 1 || frame->ch_layout.nb_channels > kMostChannels
        || frame->sample_rate < kLeastRate || frame->sample_rate > kMostRate) {
        return damaged("frame shape");
    }
    drain();
    AVChannelLayout outLayout {};
    av_channel_layout_default(&outLayout, out.channels);
    AVChannelLayout inLayout {};
    if (frame->ch_layout.order == AV_CHANNEL_ORDER_UNSPEC) {
        av_channel_layout_default(&inLayout, frame->ch_layout.nb_channels);
    } else {
        av_channel_layout_copy(&inLayout, &frame->ch_layout);
    }
    SwrContext* context = nullptr;
    const int made = swr_alloc_set_opts2(&context, &outLayout, AV_SAMPLE_FMT_FLT, out.sampleRate,
        &inLayout, static_cast<AVSampleFormat>(frame->format), frame->sample_rate, 0, nullptr);
    swr.reset(context);
    const int inChannels = inLayout.nb_channels;
    av_channel_layout_uninit(&inLayout);
    if (made < 0) {
        return unsupported("conversion");
    }
    av_opt_set_double(context, "rematrix_maxval", 1.0, 0); // a downmix must not clip
    if (inChannels == 1 && out.channels == 2) {
        const std::array<double, 2> both { 1.0, 1.0 }; // libav's own would be 3 dB down
        swr_set_matrix(context, both.data(), 1);
    }
    if (swr_init(context) < 0) {
        return unsupported("conversion");
    }
    swrRate = frame->sample_rate;
    swrFormat = frame->format;
    av_channel_layout_copy(&swrLayout, &frame->ch_layout);
    return {};
}

// The decoded frame's samples into `ready`. Dropped before any resampling: after it, the position
// would be off by the filter's length.
util::Result<void> LibavSource::Private::convert()
{
    const qint64 first = position;
    const qint64 count = frame->nb_samples;
    position += count;
    const qint64 skip = std::clamp<qint64>(target - first, 0, count);
    const qint64 last = cutAt > 0 ? std::min(position, cutAt) : position;
    const qint64 use = last - first - skip;
    if (use <= 0) {
        return {};
    }
    if (const auto set = setUpConversion(); !set) {
        return set.error();
    }
    const auto sampleFormat = static_cast<AVSampleFormat>(frame->format);
    const int channels = frame->ch_layout.nb_channels;
    const bool planar = av_sample_fmt_is_planar(sampleFormat) != 0;
    const qint64 stride
        = av_get_bytes_per_sample(sampleFormat) * (planar ? 1 : static_cast<qint64>(channels));
    std::array<const uint8_t*, kMostChannels> planes {};
    for (int plane = 0; plane < (planar ? channels : 1); ++plane) {
        planes.at(static_cast<size_t>(plane)) = frame->extended_data[plane] + skip * stride;
    }
    const int room = swr_get_out_samples(swr.get(), static_cast<int>(use));
    const size_t before = ready.size();
    const auto width = static_cast<size_t>(out.channels);
    ready.resize(before + static_cast<size_t>(std::max(room, 0)) * width);
    auto* into = reinterpret_cast<uint8_t*>(ready.data() + before);
    const int made = swr_convert(swr.get(), &into, room, planes.data(), static_cast<int>(use));
    ready.resize(before + static_cast<size_t>(std::max(made, 0)) * width);
    if (made < 0) {
        return damaged("conversion");
    }
    return {};
}

// What the resampler still holds.
void LibavSource::Private::drain()
{
    if (!swr || swrRate == out.sampleRate) {
        return;
    }
    const auto width = static_cast<size_t>(out.channels);
    const size_t before = ready.size();
    const int room = swr_get_out_samples(swr.get(), 0);
    ready.resize(before + static_cast<size_t>(std::max(room, 0)) * width);
    auto* into = reinterpret_cast<uint8_t*>(ready.data() + before);
    const int made = swr_convert(swr.get(), &into, room, nullptr, 0);
    ready.resize(before + static_cast<size_t>(std::max(made, 0)) * width);
}

LibavSource::LibavSource(std::unique_ptr<Private> p)
    : m_p(std::move(p))
{
}

LibavSource::~LibavSource()
{
    av_channel_layout_uninit(&m_p->swrLayout);
}

util::Result<std::unique_ptr<LibavSource>> LibavSource::open(
    std::unique_ptr<ByteSource> bytes, std::stop_token stop)
{
    av_log_set_level(AV_LOG_QUIET); // it would print to stderr what our errors say
    std::unique_ptr<LibavSource> source(
        new LibavSource(std::make_unique<Private>(std::move(bytes))));
    source->m_p->io.setStop(std::move(stop));
    if (const auto opened = source->m_p->open(); !opened) {
        return opened.error();
    }
    return source;
}

const LibavSource::Shape& LibavSource::shape() const
{
    return m_p->shape;
}

util::Result<void> LibavSource::start(AudioFormat format, qint64 frame, std::stop_token stop)
{
    Private& p = *m_p;
    p.io.setStop(std::move(stop));
    p.out = format;
    p.swr.reset();
    p.ready.clear();
    p.readFrom = 0;
    p.atEnd = false;
    p.badPackets = 0;
    p.target = std::max<qint64>(frame, 0);
    // A fresh file stands at its start already; formats that cannot seek can still play.
    if (p.target == 0 && p.position == 0) {
        return {};
    }
    return p.seek(p.target);
}

util::Result<qint64> LibavSource::read(std::span<float> into, std::stop_token stop)
{
    Private& p = *m_p;
    p.io.setStop(std::move(stop));
    const auto width = static_cast<size_t>(p.out.channels);
    while (p.readFrom == p.ready.size() && !p.atEnd) {
        p.ready.clear();
        p.readFrom = 0;
        const auto more = p.decode();
        if (!more) {
            return more.error();
        }
        if (!*more) {
            p.atEnd = true;
            p.drain();
        }
    }
    const qint64 tolerance = p.shape.sampleRate / 2;
    if (p.readFrom == p.ready.size() && p.lengthIsExact
        && p.position + tolerance < p.shape.frames) {
        return cutShort();
    }
    const size_t count = std::min(p.ready.size() - p.readFrom, into.size() / width * width);
    std::copy_n(p.ready.begin() + static_cast<std::ptrdiff_t>(p.readFrom), count, into.begin());
    p.readFrom += count;
    return static_cast<qint64>(count / width);
}

} // namespace playback
