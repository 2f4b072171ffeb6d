// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace demo {

/// Bytes of known length that are made or read piece by piece, so that no file is held in memory.
class ByteSource
{
public:
    ByteSource() = default;
    virtual ~ByteSource() = default;
    Q_DISABLE_COPY_MOVE(ByteSource)

    /// Length in bytes; does not change.
    [[nodiscard]] virtual qint64 size() const = 0;
    /// The bytes [offset, offset + count) as far as they exist; fewer when reading fails.
    [[nodiscard]] virtual QByteArray read(qint64 offset, qint64 count) = 0;
};

} // namespace demo
