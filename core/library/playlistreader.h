// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/library/library.h"
#include "core/library/playlistwriter.h"
#include "core/library/sectionreader.h"
#include "core/plex/server.h"

#include <QObject>
#include <QSet>

namespace library {

/// Reads the playlists into the cache, and the entries of those that changed: several lists at a
/// time, each written as a whole.
///
/// Thread: UI; destroyed after its future has finished, or to give it up.
class PlaylistReader : public QObject
{
    Q_OBJECT
public:
    static constexpr int kPageSize = 1000;
    static constexpr int kAtOnce = 3; ///< lists whose entries are being read

    /// @param now  seconds since 1970, noted as the time of reading
    /// @param afterPage  runs in each transaction, for what wins over what the server says
    PlaylistReader(Library& library, plex::Server& server, CacheKey cache, qint64 now,
        SectionReader::AfterPage afterPage, std::stop_token stop, QObject* parent = nullptr);

    /// Of which lists the entries are read, besides new ones and those whose row changed.
    struct Wanted
    {
        QSet<types::RatingKey> named {}; ///< these in any case
        /// Smart ones may hold others at any time: small ones are read even if nothing shows it.
        bool onlySmallSmart = false;
    };
    static constexpr int kSmallSmart = 1000; ///< entries: one page

    /// After a stop the server is not touched again.
    /// Errors: those of plex::Server, Database, Storage, Cancelled. What is committed stays.
    [[nodiscard]] util::Future<void> run(const Wanted& wanted);

Q_SIGNALS:
    /// The entries of the list with this title are read now.
    void progressed(const QString& title);

private:
    struct Reading;

    void readNext();
    void readEntries(const std::shared_ptr<Reading>& reading, qint64 start);
    void receive(const std::shared_ptr<Reading>& reading, qint64 start,
        util::Result<plex::Page<types::PlaylistItem>> page);
    void store(const std::shared_ptr<Reading>& reading);
    /// Runs @p after where there is one.
    static util::Result<void> runAfter(
        const SectionReader::AfterPage& after, db::Connection& connection, db::ChangeSet& changes);
    void finish(util::Result<void> result);

    Library& m_library;
    plex::Server& m_server;
    CacheKey m_cache;
    qint64 m_now;
    SectionReader::AfterPage m_afterPage;
    std::stop_token m_stop;
    util::Promise<void> m_promise;
    QList<types::Playlist> m_waiting; // whose entries are still to be read
    int m_readings = 0;
    bool m_isOver = false;
};

} // namespace library
