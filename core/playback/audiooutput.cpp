// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/playback/audiooutput.h"

#include "core/playback/log.h"
#include "core/playback/mixer.h"

namespace playback {
namespace {

constexpr auto kRetryAfterLoss = std::chrono::milliseconds(5000);

} // namespace

AudioOutput::AudioOutput(AudioBackend& device, AudioBackend& silence, QObject* parent)
    : AudioBackend(parent)
    , m_device(device)
    , m_silence(silence)
{
    connect(&m_devices, &QMediaDevices::audioOutputsChanged, this, &AudioOutput::retry);
    connect(&m_device, &AudioBackend::failed, this, &AudioOutput::onLost);
}

util::Future<void> AudioOutput::start(std::shared_ptr<Mixer> mixer)
{
    ++m_run;
    m_mixer = std::move(mixer);
    m_isSuspended = false;
    util::Promise<void> started;
    startDevice(started);
    return started.future();
}

void AudioOutput::startDevice(const util::Promise<void>& started)
{
    util::async::deliver(m_device.start(m_mixer), this,
        [this, started, run = m_run](const util::Result<void>& result) {
            if (run != m_run) {
                return; // the promise ends as cancelled
            }
            if (!result) {
                startSilence(result.error(), started);
                return;
            }
            onStarted(m_device);
            started.finish({});
        });
}

void AudioOutput::startSilence(const util::Error& why, const util::Promise<void>& started)
{
    qCWarning(lcPlayback).noquote().nospace()
        << "event=no-output code=" << util::codeName(why.code) << " detail=" << why.detail;
    const bool isNew = m_active != &m_silence;
    util::async::deliver(m_silence.start(m_mixer), this,
        [this, why, started, isNew, run = m_run](const util::Result<void>& result) {
            if (run != m_run) {
                return;
            }
            onStarted(m_silence);
            if (isNew) {
                Q_EMIT silentChanged(true, why);
            }
            started.finish(result);
        });
}

void AudioOutput::onStarted(AudioBackend& backend)
{
    const bool wasSilent = isSilent();
    m_active = &backend;
    if (m_isSuspended) {
        backend.suspend();
    }
    if (wasSilent && !isSilent()) {
        Q_EMIT silentChanged(false, {});
    }
}

void AudioOutput::suspend()
{
    m_isSuspended = true;
    if (m_active) {
        m_active->suspend();
    }
}

void AudioOutput::resume()
{
    m_isSuspended = false;
    if (m_active) {
        m_active->resume();
    }
}

util::Future<void> AudioOutput::stop()
{
    ++m_run;
    m_mixer.reset();
    const QList<util::Future<void>> both { m_device.stop(), m_silence.stop() };
    return util::async::andThen(both.at(0), this, [second = both.at(1)] { return second; });
}

qint64 AudioOutput::unplayedFrames() const
{
    return m_active ? m_active->unplayedFrames() : 0;
}

void AudioOutput::retry()
{
    if (!m_mixer || !isSilent()) {
        return;
    }
    const quint64 run = ++m_run;
    util::async::deliver(m_silence.stop(), this, [this, run](const util::Result<void>&) {
        if (run == m_run) {
            startDevice({});
        }
    });
}

void AudioOutput::onLost(const util::Error& error)
{
    if (!m_mixer || m_active != &m_device) {
        return;
    }
    ++m_run;
    // Another device may have taken its place, but one that opens and fails is not tried for ever.
    const bool again = !m_sinceLoss.isValid() || m_sinceLoss.hasExpired(kRetryAfterLoss.count());
    m_sinceLoss.start();
    const util::Promise<void> silent;
    startSilence(error, silent);
    if (again) {
        util::async::deliver(silent.future(), this, [this](const util::Result<void>&) { retry(); });
    }
}

} // namespace playback
