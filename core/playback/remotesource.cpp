// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/playback/remotesource.h"

#include "core/plex/server.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace playback {

RemoteSource::RemoteSource(std::unique_ptr<net::RangeReader> reader)
    : m_reader(std::move(reader))
{
}

RemoteSource::~RemoteSource() = default;

util::Result<qint64> RemoteSource::read(
    qint64 offset, std::span<std::byte> into, std::stop_token stop)
{
    return m_reader->read(offset, into, std::move(stop));
}

util::Result<qint64> RemoteSource::size(std::stop_token stop)
{
    return m_reader->size(std::move(stop));
}

Player::OpenSource openFrom(plex::Server& server)
{
    return [&server](const QueueEntry& entry) -> util::Result<std::unique_ptr<ByteSource>> {
        if (entry.partKey.isEmpty()) {
            return util::Error { util::Error::Code::NotFound,
                QCoreApplication::translate(
                    "playback::RemoteSource", "The server has no file for this track."),
                u"no part"_s, 0, {} };
        }
        return std::unique_ptr<ByteSource>(
            std::make_unique<RemoteSource>(server.openPart(entry.partKey)));
    };
}

} // namespace playback
