// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/library/sectionreader.h"

#include <QSet>

namespace library {

/// Asks the server for single items by their keys and makes the cache say the same: what it shows
/// is written, what it no longer knows is removed.
///
/// Of items whose album or artist is not in the cache, those are asked for too. What stood below
/// one that is gone is asked for as well. An item that the server cannot show, with a fault of its
/// own or an answer that makes no sense, is passed over and stays as it is: the others are
/// refreshed. Thread: UI; destroyed after its future has finished, or to give it up.
class ItemRefresher : public QObject
{
    Q_OBJECT
public:
    static constexpr qsizetype kKeysPerRequest = 100;
    static constexpr int kRounds = 4; ///< an item, its parents, it again, what is below it
    /// Keys that were passed over, before the rest is too: each has cost some seconds.
    static constexpr qsizetype kMostFailed = 20;

    /// @param cache  the one that belongs to @p server
    ItemRefresher(Library& library, plex::Server& server, QThreadPool& pool, CacheKey cache,
        SectionReader::AfterPage afterPage, std::stop_token stop, QObject* parent = nullptr);

    /// After a stop the server is not touched again. One call for each object.
    /// Errors: those of plex::Server::metadata, of which Server and Protocol only where the server
    /// answers so to other questions, too; Database, Storage, Cancelled. What is committed stays.
    [[nodiscard]] util::Future<WriteOutcome> refresh(const QList<types::RatingKey>& keys);
    /// What was passed over so far, each by itself.
    [[nodiscard]] const QSet<types::RatingKey>& failed() const { return m_failed; }

private:
    struct Written
    {
        WriteOutcome outcome {};
        QList<types::RatingKey> next {}; // to be asked for because of these
    };

    void requestNext();
    /// What @p asked is answered with a fault: asks for less, to find the item that it is about.
    void narrow(const QList<types::RatingKey>& asked, const util::Error& error);
    void passOver(const types::RatingKey& key, const util::Error& error);
    void write(const QList<types::RatingKey>& asked, const QList<types::Item>& items);
    void fail(util::Error error);
    static util::Result<Written> writeRows(db::Connection& connection, db::ChangeSet& changes,
        const QList<types::RatingKey>& asked, const QList<PreparedItem>& rows);

    Library& m_library;
    plex::Server& m_server;
    QThreadPool& m_pool;
    CacheKey m_cache;
    SectionReader::AfterPage m_afterPage;
    std::stop_token m_stop;
    util::Promise<WriteOutcome> m_promise;
    QList<types::RatingKey> m_waiting; // a round
    qsizetype m_next = 0; // of it
    QList<QList<types::RatingKey>> m_smaller; // parts of a request that failed, asked for first
    QSet<types::RatingKey> m_failed;
    QList<types::RatingKey> m_nextRound;
    QHash<types::RatingKey, int> m_asked; // how often
    WriteOutcome m_outcome;
    bool m_isOver = false;
};

} // namespace library
