// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/playlist/rowreader_p.h"

namespace async = util::async;
using util::Error;

namespace playlist {

RowReader::RowReader(
    plex::Server& server, types::RatingKey playlist, std::stop_token stop, QObject* parent)
    : QObject(parent)
    , m_server(server)
    , m_playlist(std::move(playlist))
    , m_stop(std::move(stop))
{
}

util::Future<RowReader::Rows> RowReader::run()
{
    read();
    return m_promise.future();
}

void RowReader::read()
{
    async::deliver(m_server.playlistKeys(m_playlist, m_next, kPage, m_stop), this,
        [this](const util::Result<plex::Page<types::PlaylistKey>>& page) {
            if (page) {
                receive(*page);
            } else {
                finish(page.error());
            }
        });
}

void RowReader::receive(const plex::Page<types::PlaylistKey>& page)
{
    bool isTwice = false;
    for (const types::PlaylistKey& row : page.items) {
        if (row.playlistItemId != 0) {
            isTwice = isTwice || m_seen.contains(row.playlistItemId);
            m_seen.insert(row.playlistItemId);
        }
        m_rows.push_back(row);
    }
    m_next += page.received;
    if (isTwice) {
        if (++m_tries == kTries) {
            finish(Error { Error::Code::Protocol,
                tr("The playlist changes while it is read. Try again later."), {}, 0, {} });
            return;
        }
        m_rows.clear();
        m_seen.clear();
        m_next = 0;
        read();
        return;
    }
    const bool isEnd = page.received == 0 || (page.total && m_next >= *page.total);
    isEnd ? finish(std::move(m_rows)) : read();
}

void RowReader::finish(util::Result<Rows> result)
{
    m_promise.finish(std::move(result));
    deleteLater();
}

} // namespace playlist
