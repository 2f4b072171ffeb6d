// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/playback/audiobackend.h"

#include <QThread>

namespace playback {

/// The system's default sound device, through QAudioSink.
///
/// A QAudioSink is driven by the event loop of the thread it lives in: here one of its own, so that
/// a busy window makes no gap.
class QtAudioBackend final : public AudioBackend
{
    Q_OBJECT
public:
    explicit QtAudioBackend(QObject* parent = nullptr);
    ~QtAudioBackend() override;

    [[nodiscard]] util::Future<void> start(std::shared_ptr<Mixer> mixer) override;
    void suspend() override;
    void resume() override;
    util::Future<void> stop() override;
    [[nodiscard]] qint64 unplayedFrames() const override;

private:
    class Worker;
    QThread m_thread;
    std::unique_ptr<Worker> m_worker; // lives in m_thread
};

} // namespace playback
