// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/changeset.h"
#include "core/db/connection.h"
#include "core/db/threads.h"
#include "core/util/async.h"

#include <QObject>
#include <array>

/// SQLite for the whole program: threads, connections, transactions, migrations, change sets.
/// Not for: any table or query; repositories in other modules hold those.
/// Invariant: the UI thread never executes SQL, and every write is one transaction.
namespace db {

/// Tells what was committed, in the thread of the databases' owner.
class CommitNotifier : public QObject
{
    Q_OBJECT
Q_SIGNALS:
    /// Emitted in the writer thread, after COMMIT.
    void committed(const db::ChangeSet& changes);
};

/// One SQLite file in WAL mode with one writing and two reading connections.
///
/// Thread: created in the UI thread; write() and read() from any. Destroying it lets what was
/// asked for finish and closes the connections in their threads, without waiting.
class Database : public QObject
{
    Q_OBJECT
public:
    /// Which file, and how its tables are made.
    struct Options
    {
        QString path {}; ///< its folder must exist
        QString migrations {}; ///< folder of NNNN_what.sql, for example ":/sql/library"
        bool fullSync = false; ///< for what a user made: safe against power loss at each commit
    };

    /// How closely open() looks at the file.
    enum class Look
    {
        Opening, ///< what opening needs: the beginning, the length and the list of tables
        EveryPage ///< and every page before anything is written; cost: Connection::checkPages()
    };

    /// @param threads must outlive the database; nothing is opened yet
    Database(Threads& threads, Options options, QObject* parent = nullptr);
    ~Database() override;

    /// Opens, checks and migrates; reads and writes asked for meanwhile wait their turn.
    ///
    /// Errors: Unsupported (made by a newer version; the file is untouched), Storage, Database
    /// (the file is damaged, and nothing else), Internal.
    /// After a failure it may be called again.
    [[nodiscard]] util::Future<void> open(Look look = Look::Opening);
    [[nodiscard]] const Options& options() const { return m_state->options; }

    /// Runs fn(Connection&, ChangeSet&) → Result<T> in one transaction on the writer thread;
    /// an Error rolls back. committed() comes before the future is delivered.
    template <class F>
    [[nodiscard]] auto write(F fn, std::stop_token stop = {})
        -> util::Future<typename std::invoke_result_t<F, Connection&, ChangeSet&>::value_type>
    {
        using R = std::invoke_result_t<F, Connection&, ChangeSet&>;
        util::Promise<typename R::value_type> promise;
        auto job = std::make_shared<F>(std::move(fn)); // std::function wants a copyable functor
        m_threads.postWrite([state = m_state, promise, job, stop] {
            if (stop.stop_requested()) {
                promise.finish(R(util::Error::cancelled()));
                return;
            }
            promise.finish(transact<R>(*state, *job));
        });
        return promise.future();
    }

    /// Runs fn(Connection&, std::stop_token) → Result<T> on a reader, in one snapshot: all of its
    /// statements see the file as it was at the first of them.
    template <class F>
    [[nodiscard]] auto read(F fn, std::stop_token stop = {})
        -> util::Future<typename std::invoke_result_t<F, Connection&, std::stop_token>::value_type>
    {
        using R = std::invoke_result_t<F, Connection&, std::stop_token>;
        util::Promise<typename R::value_type> promise;
        auto job = std::make_shared<F>(std::move(fn));
        const auto post = [&threads = m_threads, state = m_state, promise, job, stop] {
            const int reader = threads.idlestReader();
            auto result = std::make_shared<R>(util::Error::cancelled());
            const auto work = [state, result, job, stop, reader] {
                if (stop.stop_requested()) {
                    return;
                }
                auto connection = state->reader(reader);
                *result = connection ? inSnapshot<R>(**connection, *job, stop)
                                     : R(std::move(connection).error());
            };
            threads.postRead(
                reader, work, [promise, result] { promise.finish(std::move(*result)); });
        };
        if (m_state->isOpen) {
            post();
        } else {
            m_threads.postWrite(post); // behind open(), which is in that queue
        }
        return promise.future();
    }

    /// Writes a complete copy to @p path, which must not exist. Thread of the work: the writer.
    [[nodiscard]] util::Future<void> backUp(const QString& path);

    /// Runs @p statements in one transaction on the writer thread, foreign keys not looked at: so
    /// that "DELETE FROM x" of whole tables takes no time for each row. What refers to a row that
    /// goes must go, too. Then committed() tells @p changes. Errors: Database, Storage.
    [[nodiscard]] util::Future<void> wipe(const QStringList& statements, const ChangeSet& changes);

    /// Closes all connections, then deletes the file; whoever asks meanwhile or afterwards is told
    /// that it is not open. The object is of no use any more. Errors: Storage.
    [[nodiscard]] util::Future<void> remove();

    /// After a large write: folds the log back into the file and gives memory back.
    [[nodiscard]] util::Future<void> trim();

Q_SIGNALS:
    /// After each COMMIT that changed something.
    void committed(const db::ChangeSet& changes);

private:
    /// Shared by the database and the jobs under way: the connections outlive the last of them.
    struct State
    {
        Options options;
        util::Result<void> opened = util::Error::cancelled();
        std::unique_ptr<Connection> writer; // used in the writer thread only
        std::array<std::unique_ptr<Connection>, Threads::kReaders> readers; // each in its thread
        std::shared_ptr<CommitNotifier> notifier;
        std::atomic<bool> isOpen = false;
        std::atomic<bool> isRemoved = false;

        util::Result<Connection*> reader(int index);
    };

    static util::Result<void> removeFiles(State& state);
    template <class R, class F>
    static R transact(State& state, F& fn)
    {
        if (!state.opened) {
            return R(state.opened.error());
        }
        Connection& connection = *state.writer;
        if (auto begun = connection.execute(QStringLiteral("BEGIN IMMEDIATE")); !begun) {
            return R(std::move(begun).error());
        }
        ChangeSet changes;
        R result = fn(connection, changes);
        if (!result) {
            (void)connection.execute(QStringLiteral("ROLLBACK"));
            return result;
        }
        if (auto done = connection.execute(QStringLiteral("COMMIT")); !done) {
            (void)connection.execute(QStringLiteral("ROLLBACK"));
            return R(std::move(done).error());
        }
        if (!changes.isEmpty()) {
            Q_EMIT state.notifier->committed(changes);
        }
        return result;
    }
    template <class R, class F>
    static R inSnapshot(Connection& connection, F& fn, const std::stop_token& stop)
    {
        // Also cheaper: outside a transaction every statement takes and drops the file locks.
        if (auto begun = connection.prepare("BEGIN").run(); !begun) {
            return R(std::move(begun).error());
        }
        R result = fn(connection, stop);
        if (auto done = connection.prepare("COMMIT").run(); !done) {
            (void)connection.execute(QStringLiteral("ROLLBACK"));
            return R(std::move(done).error());
        }
        return result;
    }
    static util::Result<void> openWriter(State& state, Look look);

    Threads& m_threads;
    std::shared_ptr<State> m_state;
};

} // namespace db
