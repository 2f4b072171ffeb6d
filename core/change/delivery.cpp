// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/delivery.h"

#include "core/plex/server.h"

#include <QCoreApplication>

using util::Error;
using util::Future;
using util::Result;
namespace async = util::async;

namespace change {

namespace {

/// Whether an error says nothing about the change itself, so that it waits and is sent again.
/// Not Server and Protocol: that may be about one item, which shows when the rest works.
bool isTransient(Error::Code code)
{
    switch (code) {
    case Error::Code::Offline:
    case Error::Code::Timeout:
    case Error::Code::Tls:
    case Error::Code::RateLimited:
    case Error::Code::Unauthorised:
    case Error::Code::Cancelled:
        return true;
    default:
        return false;
    }
}

/// Whether the server, or what answers in its place, as the login page of a network does, is not
/// in order. That says nothing about the change either, unless others are kept.
bool isIll(const Error& error)
{
    return error.code == Error::Code::Server || error.code == Error::Code::Protocol;
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

Error cancelledByUser()
{
    return { Error::Code::Cancelled, QCoreApplication::translate("change", "You stopped it."), {},
        0, {} };
}

/// The step's payload with what the server held before it, as far as is known, and with its note.
QJsonObject asked(const Operation& operation, const Step& step)
{
    QJsonObject payload
        = step.first.isEmpty() ? step.payload : operation.madeFrom(step.first, step.payload);
    if (!step.note.isEmpty()) {
        payload.insert(kNote, step.note);
    }
    return payload;
}

} // namespace

Delivery::Delivery(db::Database& userFile, plex::Server& server,
    std::shared_ptr<const Operation> operation, QList<Step> steps, std::stop_token stop,
    QObject* parent)
    : QObject(parent)
    , m_userFile(userFile)
    , m_server(&server)
    , m_operation(std::move(operation))
    , m_steps(std::move(steps))
    , m_stop(std::move(stop))
    , m_stopSending(m_stop, [source = m_sending]() mutable { source.request_stop(); })
{
}

void Delivery::cancel()
{
    m_isCancelled = true;
    m_sending.request_stop();
}

util::Future<Outcome> Delivery::run()
{
    // What may have arrived already, or must not overwrite, is looked up before it is sent.
    QList<Step> lookUp;
    for (const Step& step : std::as_const(m_steps)) {
        (step.state == State::Sent || step.guarded ? lookUp : m_toSend).append(step);
    }
    if (lookUp.isEmpty()) {
        send();
        return m_promise.future();
    }
    async::deliver(readBack(lookUp), this, [this, lookUp](Result<QList<Observed>> found) {
        if (isStopped()) {
            finish();
        } else if (found) {
            judgeBefore(lookUp, *found);
        } else {
            QList<Answer> answers;
            for (const Step& step : lookUp) {
                answers.append({ step, std::nullopt });
            }
            handleUnreadable(answers, found.error());
        }
    });
    return m_promise.future();
}

util::Future<QList<Observed>> Delivery::readBack(const QList<Step>& steps)
{
    QList<QJsonObject> payloads;
    for (const Step& step : steps) {
        payloads.append(asked(*m_operation, step));
    }
    return async::andThen(m_operation->readBack(*m_server, payloads, m_stop), this,
        [wanted = steps.size()](const QList<Observed>& found) -> Result<QList<Observed>> {
            if (found.size() != wanted) {
                return Error { Error::Code::Protocol,
                    QCoreApplication::translate("change", "The server could not be asked."),
                    QStringLiteral("read-back: %1 answers for %2").arg(found.size()).arg(wanted), 0,
                    {} };
            }
            return found;
        });
}

void Delivery::judgeBefore(const QList<Step>& lookedUp, const QList<Observed>& found)
{
    for (qsizetype i = 0; i < lookedUp.size(); ++i) {
        const Observed& observed = found.at(i);
        const Step& step = lookedUp.at(i);
        if (observed.found == Found::After) {
            m_outcome.verify(step, observed);
        } else if (observed.found == Found::Gone) {
            m_outcome.fail(step, gone(), observed);
        } else if (observed.found == Found::Other && step.guarded) {
            m_outcome.fail(step, conflict(), observed);
        } else {
            m_toSend.append(step);
        }
    }
    send();
}

void Delivery::send()
{
    if (m_toSend.isEmpty()) {
        finish();
        return;
    }
    QList<qint64> ids;
    for (const Step& step : std::as_const(m_toSend)) {
        ids.append(step.id);
    }
    const auto marked = m_userFile.write(
        [ids](db::Connection& c, db::ChangeSet&) { return journal::countAttempt(c, ids); });
    async::deliver(marked, this, [this](const Result<QList<qint64>>& steps) {
        if (!steps) {
            // Nothing was sent, and nothing may be: what is not in the journal does not leave.
            m_outcome.pause = steps.error();
            finish();
            return;
        }
        // A later change may have replaced some since they were read.
        m_toSend.removeIf([this, &steps](const Step& step) {
            const bool isReplaced = !steps->contains(step.id);
            if (isReplaced) {
                m_outcome.again.append(step);
            }
            return isReplaced;
        });
        for (int i = 0; i == 0 || (i < kInFlight && m_next < m_toSend.size()); ++i) {
            sendNext();
        }
    });
}

void Delivery::sendNext()
{
    while (m_next < m_toSend.size()) {
        const Step step = m_toSend.at(m_next++);
        if (!m_isSending || isStopped() || m_isCancelled) {
            leave(step);
            continue;
        }
        ++m_underWay;
        const Sending sending { [this, id = step.id](
                                    const QJsonObject& note) { return keepNote(id, note); },
            [this, id = step.id](int done, int total) { showProgress(id, done, total); },
            m_sending.get_token() };
        async::deliver(m_operation->send(*m_server, asked(*m_operation, step), sending), this,
            [this, step](const Result<void>& sent) {
                --m_underWay;
                receive(step, sent);
                sendNext();
            });
        return;
    }
    if (m_underWay == 0) {
        m_underWay = -1; // once only
        check();
    }
}

/// A step that was not sent: later, or never.
void Delivery::leave(const Step& step)
{
    if (!m_isCancelled || isStopped()) {
        m_outcome.again.append(step);
        return;
    }
    m_outcome.fail(step, cancelledByUser(),
        { Found::Before, m_operation->inverse(asked(*m_operation, step)), {}, {}, {} });
}

void Delivery::showProgress(qint64 step, int done, int total)
{
    m_progress.insert(step, { done, total });
    int allDone = 0;
    int all = 0;
    for (const auto& [part, of] : std::as_const(m_progress)) {
        allDone += part;
        all += of;
    }
    Q_EMIT progressed(allDone, all);
}

Future<void> Delivery::keepNote(qint64 step, const QJsonObject& note)
{
    const auto kept
        = m_userFile.write([step, note](db::Connection& c, db::ChangeSet&) -> Result<bool> {
              if (auto done = journal::setNote(c, step, note); !done) {
                  return std::move(done).error();
              }
              return true;
          });
    return async::andThen(kept, this, [this, step, note](bool) {
        for (QList<Step>* steps : { &m_steps, &m_toSend }) {
            for (Step& known : *steps) {
                if (known.id == step) {
                    known.note = note;
                }
            }
        }
    });
}

void Delivery::receive(const Step& step, const Result<void>& sent)
{
    if (isStopped()) {
        return; // whatever came: it is looked up when its server is there again
    }
    if (sent) {
        m_answers.append({ step, std::nullopt });
        return;
    }
    const Error error = m_isCancelled && sent.error().code == Error::Code::Cancelled
        ? cancelledByUser()
        : sent.error();
    if (!isTransient(error.code) || m_isCancelled) {
        m_answers.append({ step, error });
        // A server that has done nothing yet may be ill: it is not asked for all the rest.
        if (isIll(error)
            && std::ranges::none_of(m_answers, [](const Answer& a) { return !a.error; })) {
            m_isSending = false;
        }
        return;
    }
    m_isSending = false;
    m_outcome.pause = error;
    // Refused before anything was done, unless what consists of several requests was under way.
    const bool isUntouched = std::ranges::find(m_toSend, step.id, &Step::id)->note.isEmpty();
    if (isUntouched
        && (error.code == Error::Code::Unauthorised || error.code == Error::Code::RateLimited)) {
        m_outcome.again.append(step);
    }
}

void Delivery::check()
{
    if (m_answers.isEmpty() || isStopped()) {
        finish();
        return;
    }
    QList<Step> steps;
    for (Answer& answer : m_answers) {
        const auto noted = std::ranges::find(m_toSend, answer.step.id, &Step::id);
        answer.step.note = noted->note; // it may have been kept since
        steps.append(answer.step);
    }
    async::deliver(readBack(steps), this, [this](Result<QList<Observed>> found) {
        if (isStopped()) {
            finish();
        } else if (found) {
            judgeAfter(*found);
        } else {
            handleUnreadable(m_answers, found.error());
        }
    });
}

void Delivery::judgeAfter(const QList<Observed>& found)
{
    for (qsizetype i = 0; i < m_answers.size(); ++i) {
        judge(m_answers.at(i), found.at(i));
    }
    finish();
}

void Delivery::judge(const Answer& answer, const Observed& observed)
{
    const Step& step = answer.step;
    if (observed.found == Found::After) {
        m_outcome.verify(step, observed);
        m_outcome.hasKept = true;
    } else if (observed.found == Found::Gone) {
        m_outcome.fail(step, gone(), observed);
    } else if (answer.error && isIll(*answer.error)) {
        refuseUnproved({ step, *answer.error, observed });
    } else if (answer.error) {
        m_outcome.fail(step, *answer.error, observed);
    } else if (observed.found == Found::Before) {
        m_outcome.count({ step, notKept(), observed });
    } else {
        m_outcome.fail(step, conflict(), observed);
    }
}

/// A read-back failed: because the server is away, or because of what was asked for?
void Delivery::handleUnreadable(const QList<Answer>& answers, const Error& error)
{
    if (isTransient(error.code)) {
        m_outcome.pause = error;
        finish();
        return;
    }
    if (!isIll(error)) {
        giveUpReading(answers, error);
        return;
    }
    async::deliver(m_server->identity(m_stop), this,
        [this, answers, error](const Result<types::ServerInfo>& alive) {
            if (alive && !isStopped()) {
                giveUpReading(answers, error);
                return;
            }
            m_outcome.pause = error;
            finish();
        });
}

void Delivery::giveUpReading(const QList<Answer>& answers, const Error& error)
{
    for (const Answer& answer : answers) {
        // The last that is known of what the server holds.
        const Observed before { Found::Before,
            m_operation->inverse(asked(*m_operation, answer.step)), {}, {}, {} };
        if (answer.error && !isIll(*answer.error)) {
            m_outcome.fail(answer.step, *answer.error, before);
        } else if (answer.error || error.code == Error::Code::Server) {
            refuseUnproved({ answer.step, answer.error.value_or(error), before });
        } else {
            m_serverError = error;
            m_outcome.count({ answer.step, error, before });
        }
    }
    finish();
}

/// A server that does nothing at all just now says nothing about the step.
void Delivery::refuseUnproved(const Refusal& refusal)
{
    m_serverError = refusal.error;
    m_outcome.unproved.append(refusal);
}

void Delivery::finish()
{
    m_outcome.isStopped = isStopped();
    const bool somethingWaits = !m_outcome.refused.isEmpty() || !m_outcome.unproved.isEmpty();
    if (!m_outcome.pause && m_serverError && !m_outcome.hasKept && somethingWaits) {
        m_outcome.pause = m_serverError;
    }
    m_promise.finish(m_outcome);
}

} // namespace change
