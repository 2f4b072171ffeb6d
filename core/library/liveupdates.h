// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/library/itemrefresher.h"
#include "core/library/playlistreader.h"
#include "core/library/reconciler.h"

#include <QElapsedTimer>
#include <QSet>
#include <QTimer>

namespace library {

/// Keeps the open cache in step with a server as long as there is a connection, by what the server
/// tells of itself.
///
/// Items that changed are fetched together, at most kMost at a time: the first at once, so that a
/// change is seen at once, later ones of the same burst when it has calmed down. Of those that are
/// told to be gone, the server is asked, too. What is more, or was missed while nobody listened,
/// is the next sync's: wantsSync(). What moves no stamp is found by reading everything again,
/// slowly. Writes only into the cache it was started for. Thread: UI.
class LiveUpdates : public QObject
{
    Q_OBJECT
public:
    struct Timing
    {
        std::chrono::milliseconds lead { 20 }; ///< the frames of one change come together
        std::chrono::milliseconds calm { 300 }; ///< without another one
        std::chrono::milliseconds longest { 1000 }; ///< after which it is not waited for calm
        std::chrono::milliseconds order { 30'000 }; ///< before lists are put in order again
        /// Before a server that takes the token, but not for notifications, is asked for them anew.
        std::chrono::milliseconds afterRefusal { 600'000 };
        Reconciler::Timing reconcile {};
    };
    static constexpr qsizetype kMost = 500; ///< items: of more, the newest are asked for in order

    /// Everything outlives it. @param sync  of the same library: while it runs, this waits, and
    /// what it does after a page is done here, too
    LiveUpdates(Library& library, Sync& sync, QThreadPool& pool, const util::Clock& clock,
        QObject* parent = nullptr);
    ~LiveUpdates() override;

    /// For what is started afterwards.
    void setTiming(const Timing& timing);
    /// Listens to @p server for the cache of @p cache, which is open. The server must live until
    /// stop(), which is implied.
    void start(plex::Server& server, const CacheKey& cache);
    /// Nothing is asked or written any more; the server may go.
    void stop();
    /// Takes in what a server tells, as start() does with what it hears.
    void take(const plex::Notification& notification);

Q_SIGNALS:
    /// More changed than what is told one by one, or may have.
    void wantsSync();
    /// The server, or the way to it, may have gone: nothing is told any more.
    void interrupted();
    /// What was told is in the cache now.
    void applied();

private:
    struct Session;

    /// Nothing is told to this token: it is no good any more, or something is in the way.
    void noteRefusal();
    void schedule();
    void flush();
    void refreshItems();
    void refreshPlaylists();
    void finishRound();
    void askForSync();
    void fetchAgain();
    void syncRunningChanged(bool isRunning);

    Library& m_library;
    Sync& m_sync;
    QThreadPool& m_pool;
    const util::Clock& m_clock;
    Timing m_timing;
    std::unique_ptr<Session> m_session; ///< of the server that is listened to
    Reconciler m_reconciler;
    QTimer m_timer;
    QTimer m_order;
    QElapsedTimer m_waiting; ///< since the first that waits
    QElapsedTimer m_rested; ///< since the last round
    bool m_isSyncWanted = false;
};

} // namespace library
