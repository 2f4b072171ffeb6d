// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/util/result.h"

#include <QtGlobal>
#include <cstddef>
#include <span>
#include <stop_token>

namespace playback {

/// The bytes of one music file, wherever they lie.
///
/// Thread: made in the UI thread, used by one decoder thread, destroyed in the UI thread after that
/// one has ended.
class ByteSource
{
public:
    ByteSource() = default;
    virtual ~ByteSource() = default;
    Q_DISABLE_COPY_MOVE(ByteSource)

    /// Up to into.size() bytes from @p offset; fewer only where the data ends, 0 at the end.
    ///
    /// Blocks until they are there or @p stop. Errors: what the transport says, Cancelled.
    [[nodiscard]] virtual util::Result<qint64> read(
        qint64 offset, std::span<std::byte> into, std::stop_token stop)
        = 0;
    /// Length in bytes, > 0.
    [[nodiscard]] virtual util::Result<qint64> size(std::stop_token stop) = 0;
    /// Whether reading far away costs a round trip: seeking then prefers few reads to exactness.
    [[nodiscard]] virtual bool isRemote() const = 0;
};

} // namespace playback
