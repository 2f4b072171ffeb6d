// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/library/marks.h"
#include "core/library/sectionreader.h"

namespace library {

/// Reads what is new in one type of one section: for each order, pages from the newest stamp down
/// to known ground.
///
/// Known ground is what lies kMargin below the mark, or below the mark itself as soon as a page
/// brings nothing new: a server may show a change later than its stamp says. A stamp from the
/// future is passed over and never becomes a mark. Rows overlap by one from page to page: where
/// that one is another, the library moved and the order is read from its top again.
/// Does not see: what moves no stamp (edited genres on some servers, skips, cleared ratings), and
/// what is gone. Thread: UI; destroyed after its future has finished, or to give it up.
class DeltaReader : public QObject
{
    Q_OBJECT
public:
    static constexpr int kFirstPage = 100; ///< usually there is little
    static constexpr int kPageSize = 500;
    static constexpr qint64 kMargin = 600; ///< seconds
    static constexpr int kFuturePages = 20; ///< of stamps from the future, before an order is left
    static constexpr int kTries = 3; ///< of an order in a library that moves

    struct Outcome
    {
        WriteOutcome written {};
        bool isComplete = true; ///< otherwise everything is to be read again, slowly
    };

    /// @param now  the server's clock
    DeltaReader(Library& library, plex::Server& server, QThreadPool& pool, SectionReader::Part part,
        Marks marks, qint64 now, SectionReader::AfterPage afterPage, std::stop_token stop,
        QObject* parent = nullptr);

    /// After a stop the server is not touched again. Marks are raised only for orders that came to
    /// known ground.
    /// Errors: those of plex::Server::items, Database, Storage, Cancelled. What is committed stays.
    [[nodiscard]] util::Future<Outcome> run();

private:
    /// One order on its way down.
    struct Walk
    {
        Order order = Order::Updated;
        qint64 start = 0;
        int futurePages = 0;
        int tries = 1;
        std::optional<qint64> top {}; // highest stamp that is not from the future
        types::RatingKey last {}; // of the page before
        bool isOver = false;
        bool isGivenUp = false;
    };
    struct PageRead
    {
        QList<PreparedItem> rows {};
        qint64 lowest = 0; // stamp
        qint64 highest = 0; // that is not from the future
        bool isEnd = false;
    };

    void request(Walk& walk);
    void receive(Walk& walk, util::Result<plex::Page<types::Item>> page);
    bool hasMoved(Walk& walk, plex::Page<types::Item>& page);
    void write(Walk& walk, const PageRead& page);
    void goOn(Walk& walk, const PageRead& page, bool isNews);
    void finishWhenDone();
    void fail(util::Error error);

    Library& m_library;
    plex::Server& m_server;
    QThreadPool& m_pool;
    SectionReader::Part m_part;
    Marks m_marks;
    qint64 m_now;
    SectionReader::AfterPage m_afterPage;
    std::stop_token m_stop;
    util::Promise<Outcome> m_promise;
    std::array<Walk, kOrders.size()> m_walks;
    Outcome m_outcome;
    bool m_isOver = false;
};

} // namespace library
