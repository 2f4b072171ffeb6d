// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/delivery.h"
#include "core/change/reversal.h"
#include "core/change/suspects.h"
#include "core/change/unfinished.h"
#include "core/library/library.h"
#include "core/library/sync.h"
#include "core/util/clock.h"

#include <QHash>
#include <QObject>
#include <QTimer>

namespace change {

/// Submits, sends, verifies, undoes. One object for the program's life; setOwner() switches.
///
/// Thread: UI. Nothing here blocks: the journal is written in the writer thread.
class Changes : public QObject
{
    Q_OBJECT
public:
    /// How many steps are sent before they are read back, at most.
    static constexpr int kChunk = 48;

    /// Everything outlives it. @param userFile  open, or opened before setOwner()
    Changes(db::Database& userFile, library::Library& library, const util::Clock& clock,
        QObject* parent = nullptr);
    ~Changes() override;

    /// Makes a kind of change known. Steps of unknown kinds stay pending and are shown.
    void add(const std::shared_ptr<const Operation>& operation);
    /// Lets changes win over what @p sync brings in: those that wait, and those that ended while
    /// it ran. The sync must not run without this object.
    void follow(library::Sync& sync);

    /// Whose changes are sent and shown; applies their unfinished ones to the open cache again.
    /// Another owner's server is forgotten, and who waits for one of its changes gets Cancelled.
    [[nodiscard]] util::Future<void> setOwner(const Owner& owner);
    [[nodiscard]] const Owner& owner() const { return m_owner; }
    /// Where to send; null while there is no connection. It must be the owner's server. What is
    /// under way to the former one is given up, and looked up when it is there again.
    void setServer(plex::Server* server);

    /// Writes the change to the journal, shows it in the cache, then sends it.
    /// The future is delivered once it is durable and shown; sending goes on by itself.
    /// Errors: InvalidInput (no parts, unknown kind), Database, Storage.
    [[nodiscard]] util::Future<types::ChangeId> submit(NewChange change);
    /// Finishes when no step of the change is under way any more, or when it has to wait for a
    /// connection: then the summary says what is pending.
    /// Errors: NotFound, Cancelled (another owner), Database.
    [[nodiscard]] util::Future<Summary> settled(types::ChangeId id);

    /// Takes back the latest change (or @p id). One that turned out not to be taken back, because
    /// somebody else changed it since, is passed over from then on unless it is named.
    /// Errors: NotFound if there is none, Conflict if it was taken back already, nothing of it was
    /// done or a later change to the same waits to be sent, Database, Storage.
    [[nodiscard]] util::Future<types::ChangeId> undo(types::ChangeId id = {});
    /// Does again what the latest undo took back. Errors: as undo().
    [[nodiscard]] util::Future<types::ChangeId> redo();
    /// Sends the failed steps of a change once more, except those that a later change replaced;
    /// what somebody else changed since is not overwritten.
    /// Errors: NotFound, Conflict (nothing failed, all replaced, taken back), Database, Storage.
    [[nodiscard]] util::Future<void> retryFailed(types::ChangeId id);

    /// The user wants no more of a change: what was done stays, what never left is given up, and
    /// what is under way ends at the next place where it can. Errors: Database, Storage.
    [[nodiscard]] util::Future<void> cancel(types::ChangeId id);

    /// What the server calls what the owner's changes made; copies follow it.
    [[nodiscard]] const Aliases& aliases() const { return m_aliases; }

    /// The owner's latest @p limit changes, newest first. Errors: Database.
    [[nodiscard]] util::Future<QList<Summary>> history(int limit) const;
    /// All steps of one change, in the order of sending. Errors: Database.
    [[nodiscard]] util::Future<QList<Step>> steps(types::ChangeId id) const;
    /// Runs fn(Connection&, std::stop_token) → Result<T> on a reader of the journal's file: for
    /// what a module asks of its own steps.
    template <class F>
    [[nodiscard]] auto read(F fn) const -> util::Future<
        typename std::invoke_result_t<F, db::Connection&, std::stop_token>::value_type>
    {
        return m_userFile.read(std::move(fn));
    }
    /// Steps of all of the owner's changes that wait or are under way.
    [[nodiscard]] int pendingSteps() const { return m_pending; }
    /// The change that undo() would take back; an invalid id if there is none.
    [[nodiscard]] const Summary& undoable() const { return m_undoable; }
    /// The undo that redo() would take back; an invalid id if there is none.
    [[nodiscard]] const Summary& redoable() const { return m_redoable; }

    /// Applies the unfinished changes to the cache rows that the transaction wrote; follow() hands
    /// it to a sync. Thread: writer.
    using Applier = Unfinished::Applier;
    [[nodiscard]] Applier unfinishedApplier() const { return m_unfinished.applier(); }

Q_SIGNALS:
    /// A change was made, or went on.
    void changed(const change::Summary& summary);
    /// Of @p total parts of what is sent of a change just now, so many are done.
    void progressed(types::ChangeId id, int done, int total);
    /// Steps of all changes that wait or are under way.
    void pendingChanged(int steps);
    /// undoable() or redoable() are different now.
    void undoChanged();
    /// A change ended with failed steps.
    void failed(const change::Summary& summary);
    /// The server does not accept the token any more; pending changes stay.
    void unauthorised();

private:
    [[nodiscard]] util::Future<types::ChangeId> reverse(Role role, types::ChangeId id);
    [[nodiscard]] util::Future<types::ChangeId> show(
        const Owner& owner, const journal::Inserted& inserted);
    [[nodiscard]] QList<Unfinished::Entry> entriesOf(const QList<Step>& steps) const;
    [[nodiscard]] util::Future<void> applyToCache(const QList<Unfinished::Entry>& entries);
    [[nodiscard]] util::Future<void> refresh();
    void setSyncing(bool isSyncing);
    void kick();
    void runNext(QList<Step> unfinished);
    void conclude(
        const Owner& owner, types::ChangeId id, const std::stop_token& stop, Outcome outcome);
    [[nodiscard]] QList<Unfinished::Entry> toShow(const Outcome& outcome) const;
    void settleUnfinished(const Outcome& outcome);
    void pause(const util::Error& error);
    void announce(types::ChangeId id, bool hasEnded = false);

    db::Database& m_userFile;
    library::Library& m_library;
    const util::Clock& m_clock;
    Operations m_operations;
    plex::Server* m_server = nullptr;
    Owner m_owner;
    Unfinished m_unfinished;
    Aliases m_aliases;
    std::unique_ptr<Delivery> m_delivery; ///< the one under way
    types::ChangeId m_underWay; ///< whose steps it has
    Suspects m_suspects; ///< of the server
    QHash<types::ChangeId, QList<util::Promise<Summary>>> m_waiting;
    Summary m_undoable;
    Summary m_redoable;
    int m_pending = 0;
    quint64 m_refreshes = 0; ///< only the newest is believed
    quint64 m_syncs = 0; ///< starts and ends of syncs
    bool m_isLoading = false; ///< the owner's unfinished steps are not known yet
    bool m_busy = false;
    bool m_again = false; ///< asked to run while running
    bool m_paused = false; ///< waits for the retry timer or a new server
    QTimer m_retry;
    std::chrono::seconds m_backOff { 0 };
    std::stop_source m_stop;
};

} // namespace change
