// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/playback/decoder.h"

#include <array>

namespace playback {
namespace {

using MaybeError = std::optional<util::Error>;

MaybeError fill(LibavSource& source, Pcm& pcm, const std::stop_token& stop)
{
    const qint64 frame = source.shape().sampleRate * pcm.startsAt.count() / 1000;
    if (const auto started = source.start(pcm.format, frame, stop); !started) {
        return started.error();
    }
    std::array<float, 8192> buffer {};
    while (!stop.stop_requested()) {
        const auto frames = source.read(buffer, stop);
        if (!frames) {
            return frames.error();
        }
        if (*frames == 0) {
            return std::nullopt;
        }
        const auto samples = static_cast<size_t>(*frames * pcm.format.channels);
        pcm.ring.push(std::span<const float>(buffer).first(samples), stop);
    }
    return util::Error::cancelled();
}

} // namespace

Decoder::Decoder(std::unique_ptr<ByteSource> bytes, QObject* parent)
    : QObject(parent)
    , m_bytes(std::move(bytes))
{
}

Decoder::~Decoder() = default;

void Decoder::open()
{
    Q_ASSERT(!m_isRunning && m_bytes);
    m_isRunning = true;
    m_thread = std::jthread([this](const std::stop_token& stop) {
        auto source = LibavSource::open(std::move(m_bytes), stop);
        MaybeError error;
        if (source) {
            m_source = std::move(*source);
        } else {
            error = source.error();
        }
        QMetaObject::invokeMethod(
            this, [this, error] { finish(error, true); }, Qt::QueuedConnection);
    });
}

void Decoder::decode(std::shared_ptr<Pcm> pcm)
{
    Q_ASSERT(!m_isRunning && m_source);
    m_isRunning = true;
    m_thread = std::jthread([this, pcm = std::move(pcm)](const std::stop_token& stop) {
        const MaybeError error = fill(*m_source, *pcm, stop);
        pcm->ring.close();
        QMetaObject::invokeMethod(
            this, [this, error] { finish(error, false); }, Qt::QueuedConnection);
    });
}

void Decoder::requestStop()
{
    m_thread.request_stop();
}

void Decoder::finish(const std::optional<util::Error>& error, bool isOpen)
{
    if (m_thread.joinable()) {
        m_thread.join(); // it has sent this as its last act
    }
    m_isRunning = false;
    if (isOpen) {
        if (!error) {
            m_shape = m_source->shape();
        }
        Q_EMIT opened(error);
    } else {
        Q_EMIT decoded(error);
    }
}

} // namespace playback
