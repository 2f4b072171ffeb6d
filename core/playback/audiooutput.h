// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/playback/audiobackend.h"

#include <QElapsedTimer>
#include <QMediaDevices>

namespace playback {

/// The sound device, or silence at the same pace while there is none; goes over to the device as
/// soon as one appears. It never fails: music without a device runs on and can be seen running.
class AudioOutput final : public AudioBackend
{
    Q_OBJECT
public:
    /// @param device, silence must outlive the output
    AudioOutput(AudioBackend& device, AudioBackend& silence, QObject* parent = nullptr);

    [[nodiscard]] util::Future<void> start(std::shared_ptr<Mixer> mixer) override;
    void suspend() override;
    void resume() override;
    util::Future<void> stop() override;
    [[nodiscard]] qint64 unplayedFrames() const override;

    /// Whether it runs without a device.
    [[nodiscard]] bool isSilent() const { return m_active == &m_silence; }
    /// Tries the device again, if it runs without one. Called by itself when devices change.
    void retry();

Q_SIGNALS:
    /// @p why is what the device said; meaningless when not silent.
    void silentChanged(bool silent, const util::Error& why);

private:
    void startDevice(const util::Promise<void>& started);
    void startSilence(const util::Error& why, const util::Promise<void>& started);
    void onStarted(AudioBackend& backend);
    void onLost(const util::Error& error);

    AudioBackend& m_device;
    AudioBackend& m_silence;
    AudioBackend* m_active = nullptr;
    std::shared_ptr<Mixer> m_mixer; // shared with whichever pulls, see AudioBackend::start()
    QMediaDevices m_devices;
    QElapsedTimer m_sinceLoss;
    quint64 m_run = 0; // answers to an older run are ignored
    bool m_isSuspended = false;
};

} // namespace playback
