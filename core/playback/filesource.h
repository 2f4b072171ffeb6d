// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/playback/bytesource.h"

#include <QFile>
#include <memory>

namespace playback {

/// A music file on this computer.
class FileSource final : public ByteSource
{
public:
    /// Errors: NotFound, Storage.
    [[nodiscard]] static util::Result<std::unique_ptr<FileSource>> open(const QString& path);

    [[nodiscard]] util::Result<qint64> read(
        qint64 offset, std::span<std::byte> into, std::stop_token stop) override;
    [[nodiscard]] util::Result<qint64> size(std::stop_token stop) override;
    [[nodiscard]] bool isRemote() const override { return false; }

private:
    FileSource() = default;
    QFile m_file;
};

} // namespace playback
