// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/journal.h"
#include "core/change/operation.h"
#include "core/library/library.h"
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
    /// How many requests of one change are under way at once.
    static constexpr int kInFlight = 6;
    /// How many steps are sent before they are read back.
    static constexpr int kChunk = 48;

    Changes(db::Database& userFile, library::Library& library, const util::Clock& clock,
        QObject* parent = nullptr);
    ~Changes() override;

    /// Makes a kind of change known. Steps of unknown kinds stay pending and are shown.
    void add(std::shared_ptr<const Operation> operation);

    /// Whose changes are sent and shown; applies their unfinished ones to the open cache again.
    [[nodiscard]] util::Future<void> setOwner(const Owner& owner);
    /// Where to send; null while there is no connection. The server must outlive its use here.
    void setServer(plex::Server* server);

    /// Writes the change to the journal, shows it in the cache, then sends it.
    /// The future is delivered once it is durable and shown; sending goes on by itself.
    [[nodiscard]] util::Future<types::ChangeId> submit(NewChange change);
    /// Finishes when no step of the change is under way any more, or when it has to wait for a
    /// connection: then the summary says what is pending.
    [[nodiscard]] util::Future<Summary> settled(types::ChangeId id);

    /// Takes back the latest change (or @p id). Errors: NotFound if there is none.
    [[nodiscard]] util::Future<types::ChangeId> undo(types::ChangeId id = {});
    /// Does again what the latest undo took back.
    [[nodiscard]] util::Future<types::ChangeId> redo();
    /// Sends the failed steps of a change once more.
    [[nodiscard]] util::Future<void> retryFailed(types::ChangeId id);

    [[nodiscard]] util::Future<QList<Summary>> history(int limit) const;
    [[nodiscard]] util::Future<QList<Step>> steps(types::ChangeId id) const;
    [[nodiscard]] int pendingSteps() const { return m_pending; }
    [[nodiscard]] const Summary& undoable() const { return m_undoable; }
    [[nodiscard]] const Summary& redoable() const { return m_redoable; }

    /// For sync: applies the unfinished changes to a cache page just written. Thread: writer.
    using Applier = std::function<util::Result<void>(db::Connection&, db::ChangeSet&)>;
    [[nodiscard]] Applier unfinishedApplier() const;

Q_SIGNALS:
    /// A change was made, or went on.
    void changed(const change::Summary& summary);
    /// Steps of all changes that wait or are under way.
    void pendingChanged(int steps);
    /// undoable() or redoable() are different now.
    void undoChanged();
    /// A change ended with failed steps.
    void failed(const change::Summary& summary);
    /// The server does not accept the token any more; pending changes stay.
    void unauthorised();

private:
    struct Pending
    {
        std::shared_ptr<const Operation> operation; // shared with jobs in the writer thread
        QJsonObject payload;
    };
    using Unfinished = QList<Pending>;
    struct Outcome; // of one chunk

    [[nodiscard]] util::Future<types::ChangeId> write(NewChange change);
    [[nodiscard]] util::Future<types::ChangeId> reverse(Role role, types::ChangeId id);
    [[nodiscard]] util::Future<void> applyToCache(const QString& kind, QList<QJsonObject> payloads);
    [[nodiscard]] util::Future<void> refresh();
    void kick();
    void runNext(QList<Step> unfinished);
    void lookUpThenSend(const QList<Step>& chunk);
    void send(QList<Step> chunk, Outcome outcome);
    void sendOne(const std::shared_ptr<Outcome>& outcome);
    void verify(const std::shared_ptr<Outcome>& outcome);
    void conclude(const Outcome& outcome);
    void pause(const util::Error& error);
    void announce(types::ChangeId id);

    db::Database& m_userFile;
    library::Library& m_library;
    const util::Clock& m_clock;
    QHash<QString, std::shared_ptr<const Operation>> m_operations;
    plex::Server* m_server = nullptr;
    Owner m_owner;
    // Read by the sync's pages in the writer thread while this thread replaces it.
    std::shared_ptr<std::atomic<std::shared_ptr<const Unfinished>>> m_unfinished;
    QHash<types::ChangeId, QList<util::Promise<Summary>>> m_waiting;
    Summary m_undoable;
    Summary m_redoable;
    int m_pending = 0;
    bool m_busy = false;
    bool m_again = false; ///< asked to run while running
    bool m_paused = false; ///< waits for the retry timer or a new server
    QTimer m_retry;
    std::chrono::seconds m_backOff { 0 };
    std::stop_source m_stop;
};

} // namespace change
