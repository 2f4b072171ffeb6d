// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/playback/qtaudiobackend.h"

#include "core/playback/log.h"
#include "core/playback/mixer.h"

#include <QAudioDevice>
#include <QAudioSink>
#include <QCoreApplication>
#include <QIODevice>
#include <QMediaDevices>
#include <algorithm>
#include <atomic>
#include <cmath>
#include <cstring>
#include <vector>

using namespace Qt::StringLiterals;

namespace playback {
namespace {

constexpr int kBufferMs = 200;
// A sink asks for about 20 ms at a time; more than this at once it gets in several reads.
constexpr qint64 kMostFrames = 1 << 14;

util::Error deviceError(util::Error::Code code, const QString& detail)
{
    return { code,
        QCoreApplication::translate("playback::QtAudioBackend",
            "The sound device cannot be opened. The music runs on without sound."),
        detail, 0, {} };
}

/// What a device gets: never beyond full scale, never not a number.
float tame(float value)
{
    return std::isnan(value) ? 0.0F : std::clamp(value, -1.0F, 1.0F);
}

/// The mixer as the device that a QAudioSink pulls. Thread: audio.
class MixerDevice final : public QIODevice
{
public:
    MixerDevice(std::shared_ptr<Mixer> mixer, bool isFloat)
        : m_mixer(std::move(mixer))
        , m_isFloat(isFloat)
        , m_buffer(static_cast<size_t>(kMostFrames * m_mixer->format().channels))
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }
    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] qint64 bytesAvailable() const override { return 1 << 20; }

protected:
    qint64 readData(char* data, qint64 most) override
    {
        const qint64 sampleBytes = m_isFloat ? 4 : 2;
        const qint64 channels = m_mixer->format().channels;
        const qint64 frames = std::min(most / (sampleBytes * channels), kMostFrames);
        const auto samples = std::span(m_buffer).first(static_cast<size_t>(frames * channels));
        m_mixer->pull(samples);
        if (m_isFloat) {
            std::ranges::transform(samples, samples.begin(), tame);
            std::memcpy(data, samples.data(), samples.size_bytes());
        } else {
            for (const float sample : samples) {
                const auto value = static_cast<qint16>(
                    std::clamp(std::lround(tame(sample) * 32768), -32768L, 32767L));
                std::memcpy(data, &value, sizeof value);
                data += sizeof value;
            }
        }
        return frames * channels * sampleBytes;
    }
    qint64 writeData(const char*, qint64) override { return -1; }

private:
    std::shared_ptr<Mixer> m_mixer; // shared with the engine, see AudioBackend::start()
    const bool m_isFloat;
    std::vector<float> m_buffer;
};

} // namespace

/// The half that lives in the audio thread.
class QtAudioBackend::Worker final : public QObject
{
public:
    explicit Worker(QtAudioBackend& owner)
        : m_owner(owner)
    {
    }

    util::Result<void> start(const QAudioDevice& device, std::shared_ptr<Mixer> mixer)
    {
        stop();
        if (device.isNull()) {
            return deviceError(util::Error::Code::Storage, u"no device"_s);
        }
        QAudioFormat format;
        format.setSampleRate(mixer->format().sampleRate);
        format.setChannelCount(mixer->format().channels);
        format.setSampleFormat(QAudioFormat::Float);
        if (!device.isFormatSupported(format)) {
            format.setSampleFormat(QAudioFormat::Int16);
        }
        if (!device.isFormatSupported(format)) {
            return deviceError(util::Error::Code::Unsupported, u"no format"_s);
        }
        m_bytesPerFrame = format.bytesPerFrame();
        m_device = std::make_unique<MixerDevice>(
            std::move(mixer), format.sampleFormat() == QAudioFormat::Float);
        m_sink = std::make_unique<QAudioSink>(device, format);
        m_sink->setBufferSize(format.bytesForDuration(kBufferMs * 1000));
        m_sink->start(m_device.get());
        if (m_sink->error() != QAudio::NoError && m_sink->error() != QAudio::UnderrunError) {
            const auto error = static_cast<int>(m_sink->error());
            stop();
            return deviceError(util::Error::Code::Storage, u"open, code %1"_s.arg(error));
        }
        m_latency.store(m_sink->bufferSize() / m_bytesPerFrame);
        connect(m_sink.get(), &QAudioSink::stateChanged, this, &Worker::onState);
        qCInfo(lcPlayback).noquote().nospace()
            << "event=output-open rate=" << format.sampleRate()
            << " float=" << (format.sampleFormat() == QAudioFormat::Float)
            << " buffer=" << m_sink->bufferSize();
        return {};
    }
    void stop()
    {
        if (m_sink) {
            m_sink->disconnect(this);
            m_sink->reset(); // unlike stop() it does not wait for what is buffered
            m_sink.reset();
        }
        m_device.reset();
        m_latency.store(0);
    }
    void suspend()
    {
        if (m_sink) {
            m_sink->suspend();
        }
    }
    void resume()
    {
        if (m_sink) {
            m_sink->resume();
        }
    }
    /// Thread: any.
    [[nodiscard]] qint64 unplayedFrames() const { return m_latency.load(); }

private:
    void onState(QAudio::State state)
    {
        if (state != QAudio::StoppedState || m_sink->error() == QAudio::NoError) {
            return;
        }
        const auto error = deviceError(
            util::Error::Code::Storage, u"lost, code %1"_s.arg(static_cast<int>(m_sink->error())));
        // The sink is in the middle of its own signal.
        QMetaObject::invokeMethod(
            this,
            [this, error] {
                stop();
                Q_EMIT m_owner.failed(error);
            },
            Qt::QueuedConnection);
    }

    QtAudioBackend& m_owner;
    std::unique_ptr<MixerDevice> m_device;
    std::unique_ptr<QAudioSink> m_sink;
    int m_bytesPerFrame = 1;
    std::atomic<qint64> m_latency = 0;
};

QtAudioBackend::QtAudioBackend(QObject* parent)
    : AudioBackend(parent)
    , m_worker(std::make_unique<Worker>(*this))
{
    m_thread.setObjectName(u"audio"_s);
    m_worker->moveToThread(&m_thread);
    m_thread.start(QThread::TimeCriticalPriority);
}

QtAudioBackend::~QtAudioBackend()
{
    QMetaObject::invokeMethod(m_worker.get(), [this] {
        m_worker->stop();
        m_thread.quit();
    });
    m_thread.wait();
}

util::Future<void> QtAudioBackend::start(std::shared_ptr<Mixer> mixer)
{
    util::Promise<void> started;
    QMetaObject::invokeMethod(m_worker.get(),
        [worker = m_worker.get(), device = QMediaDevices::defaultAudioOutput(),
            mixer = std::move(mixer),
            started]() mutable { started.finish(worker->start(device, std::move(mixer))); });
    return started.future();
}

void QtAudioBackend::suspend()
{
    QMetaObject::invokeMethod(m_worker.get(), [worker = m_worker.get()] { worker->suspend(); });
}

void QtAudioBackend::resume()
{
    QMetaObject::invokeMethod(m_worker.get(), [worker = m_worker.get()] { worker->resume(); });
}

util::Future<void> QtAudioBackend::stop()
{
    util::Promise<void> stopped;
    QMetaObject::invokeMethod(m_worker.get(), [worker = m_worker.get(), stopped] {
        worker->stop();
        stopped.finish({});
    });
    return stopped.future();
}

qint64 QtAudioBackend::unplayedFrames() const
{
    return m_worker->unplayedFrames();
}

} // namespace playback
