// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/playback/nullbackend.h"

#include "core/playback/mixer.h"

#include <QElapsedTimer>
#include <QTimer>
#include <vector>

using namespace Qt::StringLiterals;

namespace playback {
namespace {

constexpr auto kTick = std::chrono::milliseconds(20);
// A computer that slept owes nothing for that time.
constexpr qint64 kMostFramesPerTick = 1 << 16;
constexpr size_t kFastFrames = 1024;

} // namespace

/// The pulling half; everything but the constructor runs in the backend's thread.
class NullBackend::Clock final : public QObject
{
public:
    Clock(Pace pace, Capture capture)
        : m_pace(pace)
        , m_capture(std::move(capture))
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        connect(&m_timer, &QTimer::timeout, this, &Clock::tick);
    }

    void start(std::shared_ptr<Mixer> mixer)
    {
        m_mixer = std::move(mixer);
        run();
    }
    void run()
    {
        if (m_mixer) {
            m_sinceRun.start();
            m_framesSinceRun = 0;
            m_timer.start(m_pace == Pace::Fast ? std::chrono::milliseconds(1) : kTick);
        }
    }
    void suspend() { m_timer.stop(); }
    void stop()
    {
        m_timer.stop();
        m_mixer.reset();
    }

private:
    void tick()
    {
        if (m_pace == Pace::Fast) {
            // In one turn at most what a second of music holds: orders to stop must get through.
            for (int i = 0; i < 43 && pull(kFastFrames) == kFastFrames; ++i) { }
            return;
        }
        const qint64 due = m_sinceRun.elapsed() * m_mixer->format().sampleRate / 1000;
        const qint64 frames = qBound<qint64>(0, due - m_framesSinceRun, kMostFramesPerTick);
        m_framesSinceRun = due;
        pull(static_cast<size_t>(frames));
    }

    size_t pull(size_t frames)
    {
        const auto width = static_cast<size_t>(m_mixer->format().channels);
        m_buffer.resize(frames * width);
        const size_t got = m_mixer->pull(m_buffer);
        if (m_capture && got > 0) {
            m_capture(std::span<const float>(m_buffer).first(got * width));
        }
        return got;
    }

    const Pace m_pace;
    const Capture m_capture;
    std::shared_ptr<Mixer> m_mixer; // shared with the engine, see AudioBackend::start()
    QTimer m_timer { this };
    QElapsedTimer m_sinceRun;
    qint64 m_framesSinceRun = 0;
    std::vector<float> m_buffer;
};

NullBackend::NullBackend(Pace pace, Capture capture, QObject* parent)
    : AudioBackend(parent)
    , m_clock(std::make_unique<Clock>(pace, std::move(capture)))
{
    m_thread.setObjectName(u"audio-null"_s);
    m_clock->moveToThread(&m_thread);
    m_thread.start();
}

NullBackend::~NullBackend()
{
    QMetaObject::invokeMethod(m_clock.get(), [this] {
        m_clock->stop();
        m_thread.quit();
    });
    m_thread.wait();
}

util::Future<void> NullBackend::start(std::shared_ptr<Mixer> mixer)
{
    util::Promise<void> started;
    QMetaObject::invokeMethod(
        m_clock.get(), [clock = m_clock.get(), mixer = std::move(mixer), started]() mutable {
            clock->start(std::move(mixer));
            started.finish({});
        });
    return started.future();
}

void NullBackend::suspend()
{
    QMetaObject::invokeMethod(m_clock.get(), [clock = m_clock.get()] { clock->suspend(); });
}

void NullBackend::resume()
{
    QMetaObject::invokeMethod(m_clock.get(), [clock = m_clock.get()] { clock->run(); });
}

util::Future<void> NullBackend::stop()
{
    util::Promise<void> stopped;
    QMetaObject::invokeMethod(m_clock.get(), [clock = m_clock.get(), stopped] {
        clock->stop();
        stopped.finish({});
    });
    return stopped.future();
}

} // namespace playback
