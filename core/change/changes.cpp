// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/changes.h"

#include "core/change/log.h"
#include "core/change/record.h"

using namespace Qt::StringLiterals;
using util::Error;
using util::Future;
using util::Promise;
using util::Result;
namespace async = util::async;

namespace change {

Q_LOGGING_CATEGORY(lcChange, "change", QtInfoMsg)

namespace {

constexpr std::chrono::seconds kFirstRetry { 2 };
constexpr std::chrono::seconds kLongestRetry { 60 };
/// Steps applied in one transaction, so that nobody waits long for the writer.
constexpr qsizetype kApplied = 2000;

/// What the journal knows of one owner.
struct Known
{
    QList<Step> steps {};
    QList<Alias> aliases {};
};

} // namespace

Changes::Changes(
    db::Database& userFile, library::Library& library, const util::Clock& clock, QObject* parent)
    : QObject(parent)
    , m_userFile(userFile)
    , m_library(library)
    , m_clock(clock)
{
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, [this] {
        m_paused = false;
        kick();
    });
}

Changes::~Changes()
{
    m_stop.request_stop();
}

void Changes::add(const std::shared_ptr<const Operation>& operation)
{
    m_operations.insert(operation->kind(), operation);
}

void Changes::follow(library::Sync& sync)
{
    sync.setAfterPage(m_unfinished.applier());
    connect(&sync, &library::Sync::readingChanged, this, &Changes::setSyncing);
}

void Changes::setSyncing(bool isSyncing)
{
    const quint64 mine = ++m_syncs;
    if (isSyncing) {
        m_unfinished.setSyncing(true);
        return;
    }
    // Pages of a sync that broke off may still be before the writer.
    const auto passed
        = m_library.write([](db::Connection&, db::ChangeSet&) -> Result<bool> { return true; });
    async::deliver(passed, this, [this, mine, kept = m_unfinished.kept()](const Result<bool>&) {
        if (mine == m_syncs) {
            m_unfinished.setSyncing(false);
            m_unfinished.forgetKept(m_unfinished.kept());
        } else {
            m_unfinished.forgetKept(kept); // the next sync runs already
        }
    });
}

Future<void> Changes::setOwner(const Owner& owner)
{
    if (owner != m_owner) {
        m_owner = owner;
        m_unfinished.set({});
        m_aliases.set({});
        const auto waiting = std::exchange(m_waiting, {});
        for (const auto& promises : waiting) {
            for (const auto& promise : promises) {
                promise.finish(Error::cancelled());
            }
        }
        setServer(nullptr);
    }
    m_isLoading = true;
    // Read by the writer: so it is in order with what is written meanwhile.
    const auto journalled
        = m_userFile.write([owner](db::Connection& c, db::ChangeSet&) -> Result<Known> {
              auto steps = journal::unfinished(c, owner);
              auto aliases = journal::aliases(c, owner);
              if (!steps || !aliases) {
                  return steps ? aliases.error() : steps.error();
              }
              return Known { *std::move(steps), *std::move(aliases) };
          });
    const auto loaded
        = async::andThen(journalled, this, [this, owner](const Known& known) -> Future<void> {
              if (owner != m_owner) {
                  return async::ready<void>(Error::cancelled());
              }
              m_aliases.set(known.aliases);
              m_unfinished.set(entriesOf(known.steps));
              return async::andThen(
                  applyToCache(m_unfinished.entries()), this, [this] { return refresh(); });
          });
    Promise<void> promise;
    async::deliver(loaded, this, [this, promise, owner](const Result<void>& done) {
        if (owner == m_owner) {
            m_isLoading = false;
            kick();
        }
        promise.finish(done);
    });
    return promise.future();
}

void Changes::setServer(plex::Server* server)
{
    m_stop.request_stop();
    m_stop = std::stop_source();
    m_server = server;
    m_suspects.clear();
    m_backOff = std::chrono::seconds(0);
    m_retry.stop();
    m_paused = false;
    kick();
}

Future<types::ChangeId> Changes::submit(NewChange change)
{
    if (change.parts.isEmpty() || !m_operations.contains(change.kind)) {
        return async::ready<types::ChangeId>(Error { Error::Code::InvalidInput,
            tr("There is nothing to change."), u"kind="_s + change.kind, 0, {} });
    }
    const auto operation = m_operations.value(change.kind);
    const auto written = m_userFile.write(
        [owner = m_owner, change = std::move(change), now = m_clock.epochSeconds(),
            fold = foldOf(operation)](db::Connection& c, db::ChangeSet&) {
            return journal::insert(c, owner, change, now, fold);
        });
    return async::andThen(
        written, this, [this, owner = m_owner](const journal::Inserted& inserted) {
            return show(owner, inserted);
        });
}

/// The journal has it; the cache follows. Should the program end here, the next start applies it.
Future<types::ChangeId> Changes::show(const Owner& owner, const journal::Inserted& inserted)
{
    if (owner != m_owner) {
        return async::ready<types::ChangeId>(inserted.id);
    }
    QList<Unfinished::Entry> entries = entriesOf(inserted.steps);
    for (Unfinished::Entry& entry : entries) {
        // On top of what a sync brings, it has to do what those that it replaces were to do, too.
        for (const auto& former : m_unfinished.entries({ entry.target })) {
            if (entry.operation && inserted.superseded.contains(former.step)) {
                entry.payload = entry.operation->madeFrom(former.payload, entry.payload);
                break; // the others were made from this one
            }
        }
    }
    // Before it is applied: a page of a sync may come in between.
    m_unfinished.remove(inserted.superseded);
    m_unfinished.add(entries);
    ++m_refreshes; // what is being read does not know of it
    Promise<types::ChangeId> promise;
    async::deliver(applyToCache(entries), this,
        [this, promise, id = inserted.id](const Result<void>& applied) {
            if (!applied) {
                qCWarning(lcChange).noquote()
                    << "event=cache_not_updated detail=" << applied.error().detail;
            }
            async::deliver(refresh(), this, [this, promise, id](const Result<void>&) {
                promise.finish(id);
                announce(id);
                kick();
            });
        });
    return promise.future();
}

QList<Unfinished::Entry> Changes::entriesOf(const QList<Step>& steps) const
{
    QList<Unfinished::Entry> entries;
    for (const Step& step : steps) {
        const auto operation = m_operations.value(step.kind);
        // What was replaced before it was sent is to be shown by this one alone.
        const QJsonObject payload = step.first.isEmpty() || !operation
            ? step.payload
            : operation->madeFrom(step.first, step.payload);
        entries.append({ step.id, step.target, operation, payload, false });
    }
    return entries;
}

Future<void> Changes::applyToCache(const QList<Unfinished::Entry>& entries)
{
    QList<Future<bool>> slices;
    for (qsizetype at = 0; at < entries.size(); at += kApplied) {
        slices.append(m_library.write([slice = entries.mid(at, kApplied)](db::Connection& c,
                                          db::ChangeSet& changes) -> Result<bool> {
            for (const Unfinished::Entry& entry : slice) {
                if (!entry.operation) {
                    continue;
                }
                if (auto done = entry.operation->apply(c, changes, entry.payload); !done) {
                    return std::move(done).error();
                }
            }
            return true;
        }));
    }
    return async::andThen(async::all(slices, this), this, [](const QList<bool>&) {});
}

Future<void> Changes::refresh()
{
    struct Status
    {
        Summary undoable;
        Summary redoable;
    };
    const quint64 mine = ++m_refreshes;
    const auto status
        = m_userFile.read([owner = m_owner](db::Connection& c, std::stop_token) -> Result<Status> {
              auto undoable = journal::undoCandidate(c, owner);
              auto redoable = journal::redoCandidate(c, owner);
              if (!undoable || !redoable) {
                  return undoable ? redoable.error() : undoable.error();
              }
              return Status { *undoable, *redoable };
          });
    return async::andThen(status, this, [this, mine](const Status& now) {
        if (mine != m_refreshes) {
            return; // another reader may have seen more
        }
        if (m_pending != m_unfinished.count()) {
            m_pending = m_unfinished.count();
            Q_EMIT pendingChanged(m_pending);
        }
        if (m_undoable != now.undoable || m_redoable != now.redoable) {
            m_undoable = now.undoable;
            m_redoable = now.redoable;
            Q_EMIT undoChanged();
        }
    });
}

void Changes::announce(types::ChangeId id, bool hasEnded)
{
    const auto summary = m_userFile.read([owner = m_owner, id](db::Connection& c, std::stop_token) {
        return journal::summary(c, owner, id);
    });
    async::deliver(
        summary, this, [this, id, hasEnded, owner = m_owner](const Result<Summary>& now) {
            if (owner != m_owner) {
                return; // who waited was told
            }
            const bool isAtRest = !now || now->pending == 0 || m_paused || !m_server
                || !m_operations.contains(now->kind);
            if (isAtRest) {
                for (const auto& promise : m_waiting.take(id)) {
                    promise.finish(now);
                }
            }
            if (!now) {
                return;
            }
            Q_EMIT changed(*now);
            if (hasEnded && now->pending == 0 && now->failed > 0) {
                Q_EMIT failed(*now);
            }
        });
}

Future<Summary> Changes::settled(types::ChangeId id)
{
    Promise<Summary> promise;
    m_waiting[id].append(promise);
    announce(id);
    return promise.future();
}

Future<types::ChangeId> Changes::undo(types::ChangeId id)
{
    return reverse(Role::Undo, id);
}

Future<types::ChangeId> Changes::redo()
{
    return reverse(Role::Redo, {});
}

Future<types::ChangeId> Changes::reverse(Role role, types::ChangeId id)
{
    // Chosen and checked where it is written: twice in a row takes back two changes.
    const auto written
        = m_userFile.write([owner = m_owner, role, id, operations = m_operations,
                               now = m_clock.epochSeconds()](db::Connection& c, db::ChangeSet&) {
              return takeBack(c, owner, role, id, operations, now);
          });
    return async::andThen(
        written, this, [this, owner = m_owner](const journal::Inserted& inserted) {
            return show(owner, inserted);
        });
}

Future<void> Changes::retryFailed(types::ChangeId id)
{
    const auto reopened
        = m_userFile.write([owner = m_owner, id](db::Connection& c, db::ChangeSet&) {
              return reopenFailed(c, owner, id);
          });
    return async::andThen(reopened, this, [this, owner = m_owner](const journal::Inserted& steps) {
        return async::andThen(show(owner, steps), this, [](types::ChangeId) {});
    });
}

Future<void> Changes::cancel(types::ChangeId id)
{
    if (m_delivery && m_underWay == id) {
        m_delivery->cancel();
    }
    const Error error { Error::Code::Cancelled, tr("You stopped it."), {}, 0, {} };
    const auto abandoned = m_userFile.write(
        [id, error](db::Connection& c, db::ChangeSet&) { return journal::abandon(c, id, error); });
    return async::andThen(
        abandoned, this, [this, id, owner = m_owner, error](const QList<Step>& steps) {
            Outcome outcome;
            outcome.isStopped = owner != m_owner;
            for (const Step& step : steps) {
                const auto operation = m_operations.value(step.kind);
                const QJsonObject before
                    = operation ? operation->inverse(step.payload) : QJsonObject();
                outcome.fail(step, error, { Found::Before, before, {}, {}, {} });
            }
            return async::andThen(applyToCache(toShow(outcome)), this, [this, id, outcome] {
                settleUnfinished(outcome);
                return async::andThen(refresh(), this, [this, id] { announce(id, true); });
            });
        });
}

Future<QList<Summary>> Changes::history(int limit) const
{
    return m_userFile.read([owner = m_owner, limit](db::Connection& c, std::stop_token) {
        return journal::history(c, owner, limit);
    });
}

Future<QList<Step>> Changes::steps(types::ChangeId id) const
{
    return m_userFile.read(
        [id](db::Connection& c, std::stop_token) { return journal::steps(c, id); });
}

void Changes::kick()
{
    if (m_busy) {
        m_again = true;
        return;
    }
    if (!m_server || m_paused) {
        // Those who wait are told that it is pending.
        const auto waiting = m_waiting.keys();
        for (const types::ChangeId id : waiting) {
            announce(id);
        }
        return;
    }
    if (m_isLoading) {
        return; // goes on by itself
    }
    m_busy = true;
    m_again = false;
    // While the server may be ill it is asked for one thing at a time.
    const int limit = m_suspects.isEmpty() ? kChunk : 1;
    const auto next = m_userFile.read(
        [owner = m_owner, kinds = m_operations.keys(), except = m_suspects.targets(), limit](
            db::Connection& c, std::stop_token) {
            return journal::nextToSend(c, owner, kinds, except, limit);
        });
    async::deliver(next, this, [this, stop = m_stop.get_token()](const Result<QList<Step>>& steps) {
        if (stop.stop_requested() || !steps) {
            m_busy = false;
            if (!steps) {
                pause(steps.error());
            }
            kick();
            return;
        }
        runNext(*steps);
    });
}

void Changes::runNext(QList<Step> unfinished)
{
    if (unfinished.isEmpty() && !m_suspects.isEmpty()) {
        unfinished.append(m_suspects.next());
    }
    if (unfinished.isEmpty()) {
        m_busy = false;
        if (m_again) {
            kick();
        }
        return;
    }
    const Step& first = unfinished.first();
    QList<Step> chunk { first };
    for (const Step& step : unfinished.sliced(1)) {
        // What was refused goes alone: one bad item must not spoil the others.
        if (step.change == first.change && step.refusals == 0 && first.refusals == 0) {
            chunk.append(step);
        }
    }
    m_delivery = std::make_unique<Delivery>(
        m_userFile, *m_server, m_operations.value(first.kind), chunk, m_stop.get_token());
    connect(m_delivery.get(), &Delivery::progressed, this,
        [this, id = first.change](int done, int total) { Q_EMIT progressed(id, done, total); });
    m_underWay = first.change;
    async::deliver(m_delivery->run(), this,
        [this, id = first.change, owner = m_owner, stop = m_stop.get_token()](
            Result<Outcome> outcome) {
            m_delivery.release()->deleteLater();
            m_underWay = {};
            const bool isLost = stop.stop_requested() || !outcome;
            Outcome known = outcome ? std::move(outcome).value() : Outcome {};
            known.isStopped |= isLost;
            conclude(owner, id, stop, std::move(known));
        });
}

/// Brings the cache in line, writes down what became of a round, and goes on.
void Changes::conclude(
    const Owner& owner, types::ChangeId id, const std::stop_token& stop, Outcome outcome)
{
    if (outcome.isStopped) {
        // The open cache may be another server's by now. The steps are judged again later.
        outcome.failed.clear();
        outcome.parts.clear();
        outcome.refused.clear();
        outcome.unproved.clear();
        outcome.pause.reset();
    } else {
        m_suspects.judge(outcome);
    }
    // The cache first: should the program end in between, the steps are still unfinished.
    async::deliver(applyToCache(toShow(outcome)), this,
        [this, owner, id, stop, outcome](const Result<void>& shown) {
            if (!shown) {
                qCWarning(lcChange).noquote()
                    << "event=cache_not_corrected detail=" << shown.error().detail;
            }
            const auto written
                = m_userFile.write([owner, outcome](db::Connection& c, db::ChangeSet&) {
                      return record(c, owner, outcome);
                  });
            const auto refreshed = async::andThen(written, this, [this, owner, outcome](bool) {
                if (owner == m_owner) {
                    m_aliases.add(outcome.aliases);
                    settleUnfinished(outcome);
                }
                return refresh();
            });
            async::deliver(refreshed, this, [this, id, stop, outcome](const Result<void>& done) {
                m_busy = false;
                if (!done) {
                    pause(done.error());
                } else if (outcome.pause && !stop.stop_requested()) {
                    pause(*outcome.pause);
                } else if (!outcome.pause) {
                    m_backOff = std::chrono::seconds(0);
                }
                for (const types::ChangeId ended : endedIn(outcome) + QSet { id }) {
                    announce(ended, true);
                }
                kick();
            });
        });
}

/// What the cache is to show of steps that ended, and on top of it what the user asked for since.
QList<Unfinished::Entry> Changes::toShow(const Outcome& outcome) const
{
    QList<Step> ended = outcome.verified;
    for (const auto& [step, error] : outcome.failed) {
        ended.append(step);
    }
    for (const Part& part : outcome.parts) {
        ended.append(part.step);
    }
    QList<Unfinished::Entry> entries;
    for (const Step& step : std::as_const(ended)) {
        if (!outcome.shown.contains(step.id)) {
            continue;
        }
        entries.append({ step.id, step.target, m_operations.value(step.kind),
            outcome.shown.value(step.id), false });
        const auto sameTarget = m_unfinished.entries({ step.target });
        for (const Unfinished::Entry& entry : sameTarget) {
            if (entry.step > step.id) {
                entries.append(entry);
            }
        }
    }
    return entries;
}

void Changes::settleUnfinished(const Outcome& outcome)
{
    QList<qint64> over = idsOf(outcome.verified);
    QList<qint64> unknown;
    for (const auto& [step, error] : outcome.failed) {
        (outcome.shown.contains(step.id) ? over : unknown).append(step.id);
    }
    for (const Part& part : outcome.parts) {
        over.append(part.step.id);
    }
    m_unfinished.settle(over, outcome.shown);
    m_unfinished.remove(unknown);
}

void Changes::pause(const Error& error)
{
    if (error.code == Error::Code::Cancelled) {
        return; // the server was switched; setServer() goes on
    }
    m_paused = true;
    qCInfo(lcChange).noquote() << "event=paused why=" << util::codeName(error.code);
    if (error.code == Error::Code::Unauthorised) {
        Q_EMIT unauthorised(); // only a new connection helps
        return;
    }
    m_backOff = std::clamp(m_backOff * 2, kFirstRetry, kLongestRetry);
    m_retry.start(std::max(m_backOff, error.retryAfter.value_or(std::chrono::seconds(0))));
}

} // namespace change
