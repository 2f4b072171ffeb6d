// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/changes.h"

#include "core/change/log.h"

#include <QCoreApplication>

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
constexpr int kAttempts = 2;

/// Whether an error says nothing about the change itself, so that it waits and is sent again.
bool isTransient(Error::Code code)
{
    switch (code) {
    case Error::Code::Offline:
    case Error::Code::Timeout:
    case Error::Code::Tls:
    case Error::Code::RateLimited:
    case Error::Code::Unauthorised:
    case Error::Code::Cancelled:
    case Error::Code::Server:
        return true;
    default:
        return false;
    }
}

Error conflict()
{
    return { Error::Code::Conflict,
        QCoreApplication::translate(
            "change", "Somebody else changed this since. It was left as it is on the server."),
        {}, 0, {} };
}

Error gone()
{
    return { Error::Code::NotFound,
        QCoreApplication::translate("change", "The server does not have this item any more."), {},
        0, {} };
}

Error notKept()
{
    return { Error::Code::Server,
        QCoreApplication::translate(
            "change", "The server accepted the change but did not keep it."),
        {}, 0, {} };
}

QList<qint64> idsOf(const QList<Step>& steps)
{
    QList<qint64> ids;
    for (const Step& step : steps) {
        ids.append(step.id);
    }
    return ids;
}

QList<QJsonObject> payloadsOf(const QList<Step>& steps)
{
    QList<QJsonObject> payloads;
    for (const Step& step : steps) {
        payloads.append(step.payload);
    }
    return payloads;
}

} // namespace

/// What is known of one chunk of steps of one change while it is being sent.
struct Changes::Outcome
{
    std::shared_ptr<const Operation> operation;
    types::ChangeId change;
    QList<Step> toSend; // in order
    qsizetype next = 0; // first of toSend that is not under way yet
    int underWay = 0;
    QList<Step> sent; // answered with success, to be read back
    QList<Step> verified;
    QList<Step> again; // back to pending
    QList<Step> unknown; // no answer came: stays sent, is looked up first next time
    QList<std::pair<Step, Error>> failed;
    QList<QJsonObject> toShow; // payloads that bring the cache to what the server holds
    std::optional<Error> pause; // stops sending until there is a connection again
};

Changes::Changes(
    db::Database& userFile, library::Library& library, const util::Clock& clock, QObject* parent)
    : QObject(parent)
    , m_userFile(userFile)
    , m_library(library)
    , m_clock(clock)
    , m_unfinished(std::make_shared<std::atomic<std::shared_ptr<const Unfinished>>>())
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

void Changes::add(std::shared_ptr<const Operation> operation)
{
    m_operations.insert(operation->kind(), std::move(operation));
}

Future<void> Changes::setOwner(const Owner& owner)
{
    m_owner = owner;
    return async::andThen(refresh(), this, [this] {
        const Applier apply = unfinishedApplier();
        return async::andThen(
            m_library.write([apply](db::Connection& c, db::ChangeSet& set) -> Result<bool> {
                if (auto done = apply(c, set); !done) {
                    return std::move(done).error();
                }
                return true;
            }),
            this, [this](bool) { kick(); });
    });
}

void Changes::setServer(plex::Server* server)
{
    m_stop.request_stop();
    m_stop = std::stop_source();
    m_server = server;
    m_backOff = std::chrono::seconds(0);
    m_retry.stop();
    m_paused = false;
    kick();
}

Changes::Applier Changes::unfinishedApplier() const
{
    return [unfinished = m_unfinished](
               db::Connection& connection, db::ChangeSet& changes) -> Result<void> {
        const auto list = unfinished->load();
        if (!list) {
            return {};
        }
        for (const Pending& pending : *list) {
            if (auto done = pending.operation->apply(connection, changes, pending.payload); !done) {
                return done;
            }
        }
        return {};
    };
}

Future<types::ChangeId> Changes::submit(NewChange change)
{
    if (change.parts.isEmpty() || !m_operations.contains(change.kind)) {
        return async::ready<types::ChangeId>(Error { Error::Code::InvalidInput,
            tr("There is nothing to change."), u"kind="_s + change.kind, 0, {} });
    }
    return write(std::move(change));
}

Future<types::ChangeId> Changes::write(NewChange change)
{
    QList<QJsonObject> payloads;
    for (const NewChange::Part& part : change.parts) {
        payloads.append(part.payload);
    }
    const auto written
        = m_userFile.write([owner = m_owner, change, now = m_clock.epochSeconds()](
                               db::Connection& c, db::ChangeSet&) -> Result<types::ChangeId> {
              auto id = journal::insert(c, owner, change, now);
              if (id && change.reverses.isValid()) {
                  if (auto done = journal::setUndone(c, change.reverses, true); !done) {
                      return std::move(done).error();
                  }
              }
              return id;
          });
    return async::andThen(written, this, [this, change, payloads](types::ChangeId id) {
        // The journal has it; the cache follows. Should the program end here, the next start
        // applies it.
        Promise<types::ChangeId> promise;
        async::deliver(applyToCache(change.kind, payloads), this,
            [this, promise, id](const Result<void>& applied) {
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
    });
}

Future<void> Changes::applyToCache(const QString& kind, QList<QJsonObject> payloads)
{
    const auto operation = m_operations.value(kind);
    const auto applied
        = m_library.write([operation, payloads = std::move(payloads)](
                              db::Connection& c, db::ChangeSet& changes) -> Result<bool> {
              for (const QJsonObject& payload : payloads) {
                  if (auto done = operation->apply(c, changes, payload); !done) {
                      return std::move(done).error();
                  }
              }
              return true;
          });
    return async::andThen(applied, this, [](bool) {});
}

Future<void> Changes::refresh()
{
    struct Status
    {
        QList<Step> unfinished;
        Summary undoable;
        Summary redoable;
    };
    const auto status
        = m_userFile.read([owner = m_owner](db::Connection& c, std::stop_token) -> Result<Status> {
              auto unfinished = journal::unfinished(c, owner);
              auto undoable = journal::undoCandidate(c, owner);
              auto redoable = journal::redoCandidate(c, owner);
              if (!unfinished || !undoable || !redoable) {
                  return !unfinished ? unfinished.error()
                      : !undoable    ? undoable.error()
                                     : redoable.error();
              }
              return Status { *unfinished, *undoable, *redoable };
          });
    return async::andThen(status, this, [this](const Status& now) {
        Unfinished list;
        for (const Step& step : now.unfinished) {
            if (const auto operation = m_operations.value(step.kind)) {
                list.append({ operation, step.payload });
            }
        }
        m_unfinished->store(std::make_shared<const Unfinished>(std::move(list)));
        if (m_pending != now.unfinished.size()) {
            m_pending = static_cast<int>(now.unfinished.size());
            Q_EMIT pendingChanged(m_pending);
        }
        if (m_undoable != now.undoable || m_redoable != now.redoable) {
            m_undoable = now.undoable;
            m_redoable = now.redoable;
            Q_EMIT undoChanged();
        }
    });
}

void Changes::announce(types::ChangeId id)
{
    const auto summary = m_userFile.read([owner = m_owner, id](db::Connection& c, std::stop_token) {
        return journal::summary(c, owner, id);
    });
    async::deliver(summary, this, [this, id](Result<Summary> now) {
        if (!now) {
            return; // switched to another owner meanwhile
        }
        const bool atRest = now->pending == 0 || m_paused || !m_server;
        if (atRest) {
            for (const auto& promise : m_waiting.take(id)) {
                promise.finish(*now);
            }
        }
        Q_EMIT changed(*now);
        if (now->pending == 0 && now->failed > 0) {
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
    return reverse(Role::Undo, id.isValid() ? id : m_undoable.id);
}

Future<types::ChangeId> Changes::redo()
{
    return reverse(Role::Redo, m_redoable.id);
}

Future<types::ChangeId> Changes::reverse(Role role, types::ChangeId id)
{
    if (!id.isValid()) {
        return async::ready<types::ChangeId>(Error { Error::Code::NotFound,
            role == Role::Undo ? tr("There is nothing to undo.") : tr("There is nothing to redo."),
            {}, 0, {} });
    }
    struct Original
    {
        Summary summary;
        QList<Step> steps;
    };
    const auto original = m_userFile.read(
        [owner = m_owner, id](db::Connection& c, std::stop_token) -> Result<Original> {
            auto summary = journal::summary(c, owner, id);
            auto steps = journal::steps(c, id);
            if (!summary || !steps) {
                return summary ? steps.error() : summary.error();
            }
            return Original { *summary, *steps };
        });
    return async::andThen(original, this, [this, role](const Original& known) {
        const auto operation = m_operations.value(known.summary.kind);
        NewChange change { known.summary.kind, known.summary.label, {}, role, known.summary.id,
            true };
        // Backwards: what was done last is taken back first.
        for (auto step = known.steps.crbegin(); step != known.steps.crend(); ++step) {
            if (operation && step->state != State::Failed) {
                change.parts.append({ step->target, operation->inverse(step->payload) });
            }
        }
        if (known.summary.isUndone || change.parts.isEmpty()) {
            return async::ready<types::ChangeId>(Error {
                Error::Code::Conflict, tr("This change was taken back already."), {}, 0, {} });
        }
        return write(std::move(change));
    });
}

Future<void> Changes::retryFailed(types::ChangeId id)
{
    const auto reset
        = m_userFile.write([id](db::Connection& c, db::ChangeSet&) -> Result<QList<Step>> {
              auto steps = journal::steps(c, id);
              if (!steps) {
                  return steps;
              }
              QList<Step> failed;
              std::ranges::copy_if(*steps, std::back_inserter(failed),
                  [](const Step& step) { return step.state == State::Failed; });
              if (auto done = journal::setStates(c, idsOf(failed), State::Pending); !done) {
                  return std::move(done).error();
              }
              auto reopen = c.prepare("UPDATE change SET finished_at = 0 WHERE id = ?");
              if (auto done = reopen.bind(id).run(); !done) {
                  return std::move(done).error();
              }
              return failed;
          });
    return async::andThen(reset, this, [this, id](const QList<Step>& failed) {
        if (failed.isEmpty()) {
            return async::ready<void>({});
        }
        return async::andThen(
            applyToCache(failed.first().kind, payloadsOf(failed)), this, [this, id] {
                return async::andThen(refresh(), this, [this, id] {
                    announce(id);
                    kick();
                });
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
    m_busy = true;
    m_again = false;
    const auto unfinished = m_userFile.read([owner = m_owner](db::Connection& c, std::stop_token) {
        return journal::unfinished(c, owner);
    });
    async::deliver(unfinished, this, [this](Result<QList<Step>> steps) {
        if (!steps) {
            m_busy = false;
            pause(steps.error());
            return;
        }
        runNext(std::move(steps).value());
    });
}

void Changes::runNext(QList<Step> unfinished)
{
    QList<Step> chunk;
    for (const Step& step : std::as_const(unfinished)) {
        const bool known = m_operations.contains(step.kind);
        const bool sameChange = chunk.isEmpty() || chunk.first().change == step.change;
        if (known && sameChange && chunk.size() < kChunk) {
            chunk.append(step);
        }
    }
    if (chunk.isEmpty() || !m_server) {
        m_busy = false;
        if (m_again && m_server) {
            kick();
        }
        return;
    }
    lookUpThenSend(chunk);
}

/// Steps that may have arrived already, or must not overwrite, are looked up before they are sent.
void Changes::lookUpThenSend(const QList<Step>& chunk)
{
    Outcome outcome;
    outcome.operation = m_operations.value(chunk.first().kind);
    outcome.change = chunk.first().change;
    QList<Step> lookUp;
    QList<Step> direct;
    for (const Step& step : chunk) {
        (step.state == State::Sent || step.guarded ? lookUp : direct).append(step);
    }
    if (lookUp.isEmpty()) {
        send(direct, std::move(outcome));
        return;
    }
    async::deliver(outcome.operation->readBack(*m_server, payloadsOf(lookUp), m_stop.get_token()),
        this, [this, outcome, lookUp, direct](Result<QList<Observed>> found) mutable {
            if (!found) {
                outcome.pause = found.error();
                conclude(outcome);
                return;
            }
            QList<Step> toSend = direct;
            for (qsizetype i = 0; i < lookUp.size() && i < found->size(); ++i) {
                const Observed& observed = found->at(i);
                const Step& step = lookUp.at(i);
                if (observed.found == Found::After) {
                    outcome.verified.append(step);
                } else if (observed.found == Found::Gone) {
                    outcome.failed.append({ step, gone() });
                } else if (observed.found == Found::Other && step.guarded) {
                    outcome.failed.append({ step, conflict() });
                    outcome.toShow.append(observed.asPayload);
                } else {
                    toSend.append(step);
                }
            }
            send(toSend, std::move(outcome));
        });
}

void Changes::send(QList<Step> chunk, Outcome outcome)
{
    outcome.toSend = std::move(chunk);
    if (outcome.toSend.isEmpty()) {
        conclude(outcome);
        return;
    }
    auto shared = std::make_shared<Outcome>(std::move(outcome)); // by the answers of this chunk
    const auto marked = m_userFile.write(
        [ids = idsOf(shared->toSend)](db::Connection& c, db::ChangeSet&) -> Result<bool> {
            if (auto done = journal::countAttempt(c, ids); !done) {
                return std::move(done).error();
            }
            return true;
        });
    async::deliver(marked, this, [this, shared](const Result<bool>& done) {
        if (!done || !m_server) {
            // Nothing was sent, and nothing may be: what is not in the journal does not leave.
            shared->again = shared->toSend;
            shared->pause = done ? Error::cancelled() : done.error();
            conclude(*shared);
            return;
        }
        for (int i = 0; i < kInFlight; ++i) {
            sendOne(shared);
        }
    });
}

void Changes::sendOne(const std::shared_ptr<Outcome>& outcome)
{
    if (outcome->next >= outcome->toSend.size()) {
        if (outcome->underWay == 0) {
            outcome->underWay = -1; // concluded
            verify(outcome);
        }
        return;
    }
    const Step step = outcome->toSend.at(outcome->next++);
    if (outcome->pause || !m_server) {
        outcome->again.append(step);
        sendOne(outcome);
        return;
    }
    ++outcome->underWay;
    async::deliver(outcome->operation->send(*m_server, step.payload, m_stop.get_token()), this,
        [this, outcome, step](const Result<void>& sent) {
            --outcome->underWay;
            if (sent) {
                outcome->sent.append(step);
            } else if (!isTransient(sent.error().code)) {
                outcome->failed.append({ step, sent.error() });
            } else {
                const auto code = sent.error().code;
                const bool refused
                    = code == Error::Code::Unauthorised || code == Error::Code::RateLimited;
                (refused ? outcome->again : outcome->unknown).append(step);
                outcome->pause = sent.error();
            }
            sendOne(outcome);
        });
}

void Changes::verify(const std::shared_ptr<Outcome>& outcome)
{
    if (outcome->sent.isEmpty() || !m_server) {
        outcome->unknown += outcome->sent;
        conclude(*outcome);
        return;
    }
    async::deliver(
        outcome->operation->readBack(*m_server, payloadsOf(outcome->sent), m_stop.get_token()),
        this, [this, outcome](Result<QList<Observed>> found) {
            if (!found) {
                outcome->unknown += outcome->sent;
                outcome->pause = found.error();
                conclude(*outcome);
                return;
            }
            for (qsizetype i = 0; i < outcome->sent.size() && i < found->size(); ++i) {
                const Step& step = outcome->sent.at(i);
                const Observed& observed = found->at(i);
                switch (observed.found) {
                case Found::After:
                    outcome->verified.append(step);
                    break;
                case Found::Before:
                    // attempts counts those before this one
                    if (step.attempts + 1 < kAttempts) {
                        outcome->again.append(step);
                    } else {
                        outcome->failed.append({ step, notKept() });
                        outcome->toShow.append(observed.asPayload);
                    }
                    break;
                case Found::Other:
                    outcome->failed.append({ step, conflict() });
                    outcome->toShow.append(observed.asPayload);
                    break;
                case Found::Gone:
                    outcome->failed.append({ step, gone() });
                    break;
                }
            }
            conclude(*outcome);
        });
}

/// Writes down what became of a chunk, brings the cache in line, and goes on.
void Changes::conclude(const Outcome& outcome)
{
    QList<QJsonObject> toShow = outcome.toShow;
    toShow.removeIf([](const QJsonObject& payload) { return payload.isEmpty(); });
    for (const auto& [step, error] : outcome.failed) {
        if (error.code != Error::Code::Conflict && error.code != Error::Code::NotFound) {
            toShow.append(outcome.operation->inverse(step.payload));
        }
    }
    const auto written = m_userFile.write(
        [outcome, now = m_clock.epochSeconds()](db::Connection& c, db::ChangeSet&) -> Result<bool> {
            auto done = journal::setStates(c, idsOf(outcome.verified), State::Verified);
            if (done) {
                done = journal::setStates(c, idsOf(outcome.again), State::Pending);
            }
            for (const auto& [step, error] : outcome.failed) {
                if (done) {
                    done = journal::setStates(c, { step.id }, State::Failed, error);
                }
            }
            if (done) {
                done = journal::finishIfDone(c, outcome.change, now);
            }
            if (!done) {
                return std::move(done).error();
            }
            return true;
        });
    const auto shown
        = async::andThen(written, this, [this, toShow, kind = outcome.operation->kind()](bool) {
              return applyToCache(kind, toShow);
          });
    const auto refreshed = async::andThen(shown, this, [this] { return refresh(); });
    async::deliver(refreshed, this,
        [this, id = outcome.change, why = outcome.pause](const Result<void>& done) {
            m_busy = false;
            if (why || !done) {
                pause(why ? *why : done.error());
            } else {
                m_backOff = std::chrono::seconds(0);
            }
            announce(id);
            kick();
        });
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
