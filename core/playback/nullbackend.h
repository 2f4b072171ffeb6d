// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/playback/audiobackend.h"

#include <QThread>
#include <functional>
#include <span>

namespace playback {

/// Silence that takes its time: for computers without a sound device, and for tests.
class NullBackend final : public AudioBackend
{
    Q_OBJECT
public:
    enum class Pace
    {
        RealTime,
        Fast ///< as fast as decoders deliver; never pulls silence between two tracks on purpose
    };
    /// Called in the backend's thread with what was played, silence left out.
    using Capture = std::function<void(std::span<const float>)>;

    explicit NullBackend(
        Pace pace = Pace::RealTime, Capture capture = {}, QObject* parent = nullptr);
    ~NullBackend() override;

    [[nodiscard]] util::Future<void> start(std::shared_ptr<Mixer> mixer) override;
    void suspend() override;
    void resume() override;
    util::Future<void> stop() override;
    [[nodiscard]] qint64 unplayedFrames() const override { return 0; }

private:
    class Clock;
    QThread m_thread;
    std::unique_ptr<Clock> m_clock; // lives in m_thread
};

} // namespace playback
