// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/playback/audioformat.h"
#include "core/util/async.h"

#include <QObject>
#include <memory>

namespace playback {

class Mixer;

/// Where samples go: pulls a Mixer in a thread of its own, at the pace of a clock.
///
/// Thread: UI. One run at a time: start(), any number of suspend() and resume(), stop().
class AudioBackend : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// Begins to pull @p mixer, in its format.
    ///
    /// The mixer is shared with the backend's thread until stop() has finished.
    /// Errors: Unsupported (not in this format), Storage (no device, or it does not open).
    [[nodiscard]] virtual util::Future<void> start(std::shared_ptr<Mixer> mixer) = 0;
    /// Stops pulling soon, without losing what the device holds. Costs nothing from then on.
    virtual void suspend() = 0;
    virtual void resume() = 0;
    /// Finished once nothing pulls any more. Does nothing if nothing runs; may be called before the
    /// start has finished.
    virtual util::Future<void> stop() = 0;
    /// Frames that were pulled but are not heard yet; 0 when unknown.
    [[nodiscard]] virtual qint64 unplayedFrames() const = 0;

Q_SIGNALS:
    /// The device went away while running; nothing pulls any more.
    void failed(const util::Error& error);
};

} // namespace playback
