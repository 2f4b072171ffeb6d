// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/rangereader.h"
#include "core/playback/bytesource.h"
#include "core/playback/player.h"

#include <memory>

namespace plex {
class Server;
}

namespace playback {

/// A music file on a server, read with the token in a header.
class RemoteSource final : public ByteSource
{
public:
    explicit RemoteSource(std::unique_ptr<net::RangeReader> reader);
    ~RemoteSource() override;

    [[nodiscard]] util::Result<qint64> read(
        qint64 offset, std::span<std::byte> into, std::stop_token stop) override;
    [[nodiscard]] util::Result<qint64> size(std::stop_token stop) override;
    [[nodiscard]] bool isRemote() const override { return true; }

private:
    std::unique_ptr<net::RangeReader> m_reader;
};

/// Opens queue entries by their part on @p server, which must outlive what it returns. An entry
/// without a part is NotFound.
[[nodiscard]] Player::OpenSource openFrom(plex::Server& server);

} // namespace playback
