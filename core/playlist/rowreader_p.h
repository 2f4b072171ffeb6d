// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plex/server.h"

#include <QSet>

namespace playlist {

/// Reads which rows a server holds of one playlist, all of them, page by page.
///
/// Made with new and a parent; deletes itself when it has finished. Thread: UI.
class RowReader final : public QObject
{
    Q_OBJECT
public:
    using Rows = std::vector<types::PlaylistKey>;

    RowReader(
        plex::Server& server, types::RatingKey playlist, std::stop_token stop, QObject* parent);

    /// Errors: those of plex::Server; NotFound: there is no such playlist; Protocol: it never
    /// stands still.
    [[nodiscard]] util::Future<Rows> run();

private:
    static constexpr int kPage = 1000;
    /// How often it is begun again because rows came twice: somebody moved them meanwhile.
    static constexpr int kTries = 4;

    void read();
    void receive(const plex::Page<types::PlaylistKey>& page);
    void finish(util::Result<Rows> result);

    plex::Server& m_server;
    types::RatingKey m_playlist;
    std::stop_token m_stop;
    util::Promise<Rows> m_promise;
    Rows m_rows;
    QSet<qint64> m_seen;
    qint64 m_next = 0;
    int m_tries = 0;
};

} // namespace playlist
