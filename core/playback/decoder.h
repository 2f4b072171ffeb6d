// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/playback/libavsource.h"
#include "core/playback/pcm.h"

#include <QObject>
#include <memory>
#include <optional>
#include <thread>

namespace playback {

/// One track on its way from bytes to samples, in a thread of its own while there is work.
///
/// Two jobs, one after the other: open(), which tells what the file is, and decode(), any number of
/// times, which fills a Pcm. One job at a time; a job ends with its signal, also when stopped.
/// Thread: UI. Destroying it stops the job and joins the thread.
class Decoder final : public QObject
{
    Q_OBJECT
public:
    explicit Decoder(std::unique_ptr<ByteSource> bytes, QObject* parent = nullptr);
    ~Decoder() override;

    void open();
    /// Fills @p pcm from its startsAt on and closes it at the end. Needs a finished, good open().
    void decode(std::shared_ptr<Pcm> pcm);
    /// Ends the job soon; its signal still comes.
    void requestStop();
    [[nodiscard]] bool isRunning() const { return m_isRunning; }
    /// Once opened() has come without an error.
    [[nodiscard]] const std::optional<LibavSource::Shape>& shape() const { return m_shape; }

Q_SIGNALS:
    /// @p error: no value = the shape is known.
    void opened(const std::optional<util::Error>& error);
    /// Everything is in the Pcm, or what came before @p error.
    void decoded(const std::optional<util::Error>& error);

private:
    void finish(const std::optional<util::Error>& error, bool isOpen);

    std::unique_ptr<ByteSource> m_bytes; // until open() hands them to m_source
    std::unique_ptr<LibavSource> m_source;
    std::optional<LibavSource::Shape> m_shape;
    bool m_isRunning = false;
    std::jthread m_thread; // last: joined before what it uses goes
};

} // namespace playback
