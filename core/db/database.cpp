// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/database.h"

#include "core/db/log.h"
#include "core/db/migrations.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace db {

Q_LOGGING_CATEGORY(lcDb, "db", QtInfoMsg)

Database::Database(Threads& threads, Options options, QObject* parent)
    : QObject(parent)
    , m_threads(threads)
    , m_state(std::make_shared<State>())
{
    m_state->options = std::move(options);
    // Emitted in the writer thread, received in ours; deleted in ours too.
    m_state->notifier = std::shared_ptr<CommitNotifier>(
        new CommitNotifier, [](CommitNotifier* notifier) { notifier->deleteLater(); });
    connect(m_state->notifier.get(), &CommitNotifier::committed, this, &Database::committed,
        Qt::QueuedConnection);
}

Database::~Database()
{
    const auto closeWriter = [state = m_state] {
        if (state->writer) {
            (void)state->writer->execute(u"PRAGMA optimize"_s);
        }
        state->opened = util::Error::cancelled();
        state->writer.reset();
    };
    // The writer last: a reader cannot fold the log back into the file, and would leave it there.
    const auto left = std::make_shared<std::atomic<int>>(Threads::kReaders); // as in remove()
    for (int i = 0; i < Threads::kReaders; ++i) {
        m_threads.postRead(i, [&threads = m_threads, state = m_state, left, i, closeWriter] {
            state->readers[size_t(i)].reset();
            if (left->fetch_sub(1) == 1) {
                threads.postWrite(closeWriter);
            }
        });
    }
}

util::Future<void> Database::open(Look look)
{
    util::Promise<void> promise;
    m_threads.postWrite([state = m_state, promise, look] {
        state->opened = openWriter(*state, look);
        state->isOpen = state->opened.has_value();
        promise.finish(state->opened);
    });
    return promise.future();
}

util::Result<void> Database::openWriter(State& state, Look look)
{
    const Options& options = state.options;
    auto connection = Connection::open({ options.path, false, options.fullSync, 16 });
    if (!connection) {
        return std::move(connection).error();
    }
    if (look == Look::EveryPage) {
        if (auto version = versionOf(**connection, options.migrations); !version) {
            return std::move(version).error(); // a newer file is not ours to judge
        }
        if (auto checked = (*connection)->checkPages(); !checked) {
            return checked;
        }
    }
    if (auto migrated = migrate(**connection, options.migrations); !migrated) {
        return migrated;
    }
    // What the user owns is nobody else's to read.
    QFile::setPermissions(options.path, QFile::ReadOwner | QFile::WriteOwner);
    state.writer = std::move(connection).value();
    return {};
}

util::Result<Connection*> Database::State::reader(int index)
{
    auto& reader = readers.at(static_cast<size_t>(index));
    if (!reader) {
        if (!isOpen || isRemoved) {
            return util::Error { util::Error::Code::Database,
                QCoreApplication::translate("db::Database", "A data file is not open."),
                u"read before open: "_s + QFileInfo(options.path).fileName(), 0, {} };
        }
        auto connection = Connection::open({ options.path, true, false, 8 });
        if (!connection) {
            return std::move(connection).error();
        }
        reader = std::move(connection).value();
    }
    return reader.get();
}

util::Future<void> Database::wipe(const QStringList& statements, const ChangeSet& changes)
{
    util::Promise<void> promise;
    m_threads.postWrite([state = m_state, promise, statements, changes] {
        util::Result<void> done = state->opened;
        if (done) {
            done = state->writer->execute(u"PRAGMA foreign_keys=OFF"_s); // not in a transaction
        }
        if (done) {
            const auto clearAll = [&statements, &changes](Connection& connection,
                                      ChangeSet& told) -> util::Result<bool> {
                for (const QString& statement : statements) {
                    if (auto ran = connection.execute(statement); !ran) {
                        return std::move(ran).error();
                    }
                }
                told = changes;
                return true;
            };
            const auto cleared = transact<util::Result<bool>>(*state, clearAll);
            done = state->writer->execute(u"PRAGMA foreign_keys=ON"_s);
            if (!cleared) {
                done = cleared.error();
            }
        }
        promise.finish(std::move(done));
    });
    return promise.future();
}

util::Result<void> Database::removeFiles(State& state)
{
    state.opened = util::Error::cancelled();
    state.writer.reset();
    for (const QString& suffix : { QString(), u"-wal"_s, u"-shm"_s }) {
        const QString path = state.options.path + suffix;
        if (QFile::exists(path) && !QFile::remove(path)) {
            return util::Error { util::Error::Code::Storage,
                QCoreApplication::translate("db::Database", "A data file cannot be deleted."), path,
                0, {} };
        }
    }
    return {};
}

util::Future<void> Database::remove()
{
    util::Promise<void> promise;
    m_state->isRemoved = true; // no reader is made any more
    // Shared by the readers' jobs: the last of them hands over to the writer.
    const auto left = std::make_shared<std::atomic<int>>(Threads::kReaders);
    for (int i = 0; i < Threads::kReaders; ++i) {
        m_threads.postRead(i, [&threads = m_threads, state = m_state, promise, left, i] {
            state->readers[size_t(i)].reset();
            if (left->fetch_sub(1) == 1) {
                threads.postWrite([state, promise] { promise.finish(removeFiles(*state)); });
            }
        });
    }
    return promise.future();
}

util::Future<void> Database::trim()
{
    for (int i = 0; i < Threads::kReaders; ++i) {
        m_threads.postRead(i, [state = m_state, i] {
            if (const auto& reader = state->readers[size_t(i)]) {
                (void)reader->execute(u"PRAGMA shrink_memory"_s);
            }
        });
    }
    util::Promise<void> promise;
    m_threads.postWrite([state = m_state, promise] {
        util::Result<void> done = state->opened;
        for (const auto& pragma : { u"PRAGMA optimize"_s, u"PRAGMA wal_checkpoint(TRUNCATE)"_s,
                 u"PRAGMA shrink_memory"_s }) {
            if (done) {
                done = state->writer->execute(pragma);
            }
        }
        promise.finish(std::move(done));
    });
    return promise.future();
}

util::Future<void> Database::backUp(const QString& path)
{
    util::Promise<void> promise;
    m_threads.postWrite([state = m_state, promise, path] {
        if (!state->opened) {
            promise.finish(state->opened);
            return;
        }
        Statement vacuum = state->writer->prepare("VACUUM INTO ?");
        vacuum.bind(path);
        promise.finish(vacuum.run());
    });
    return promise.future();
}

} // namespace db
