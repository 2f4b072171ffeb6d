// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/operation.h"
#include "core/change/outcome.h"

#include <QHash>
#include <QObject>
#include <QPointer>

namespace change {

/// Brings some steps of one change to one server: look up, send, read back, judge.
///
/// Everything goes to and comes from the server it was made with, until the token is stopped; from
/// then on it is not touched. Thread: UI; destroyed after its future has finished.
class Delivery : public QObject
{
    Q_OBJECT
public:
    /// How many requests are under way at once.
    static constexpr int kInFlight = 6;

    /// @param steps  of one change, at most as many as are to be read back at once
    Delivery(db::Database& userFile, plex::Server& server,
        std::shared_ptr<const Operation> operation, QList<Step> steps, std::stop_token stop,
        QObject* parent = nullptr);

    /// Never an error: what went wrong is in the outcome.
    [[nodiscard]] util::Future<Outcome> run();
    /// The user wants no more of it: what is done stays, the rest fails.
    void cancel();

Q_SIGNALS:
    /// Of @p total parts of its steps, so many are done.
    void progressed(int done, int total);

private:
    struct Answer
    {
        Step step;
        std::optional<util::Error> error; // none: accepted
    };

    [[nodiscard]] bool isStopped() const { return m_stop.stop_requested() || !m_server; }
    [[nodiscard]] util::Future<QList<Observed>> readBack(const QList<Step>& steps);
    void judgeBefore(const QList<Step>& lookedUp, const QList<Observed>& found);
    void send();
    void sendNext();
    void receive(const Step& step, const util::Result<void>& sent);
    void check();
    void judgeAfter(const QList<Observed>& found);
    void judge(const Answer& answer, const Observed& observed);
    void handleUnreadable(const QList<Answer>& answers, const util::Error& error);
    void giveUpReading(const QList<Answer>& answers, const util::Error& error);
    void refuseUnproved(const Refusal& refusal);
    void leave(const Step& step);
    void showProgress(qint64 step, int done, int total);
    [[nodiscard]] util::Future<void> keepNote(qint64 step, const QJsonObject& note);
    void finish();

    db::Database& m_userFile;
    QPointer<plex::Server> m_server;
    std::shared_ptr<const Operation> m_operation; // shared with the other deliveries of its kind
    QList<Step> m_steps;
    std::stop_token m_stop;
    std::stop_source m_sending; // stopped by m_stop and by cancel()
    std::stop_callback<std::function<void()>> m_stopSending;
    util::Promise<Outcome> m_promise;
    Outcome m_outcome;
    QList<Step> m_toSend; // in order
    qsizetype m_next = 0; // first of m_toSend that is not under way yet
    int m_underWay = 0;
    QList<Answer> m_answers; // of the server, to be read back
    std::optional<util::Error> m_serverError; // something was refused so that a pause may help
    bool m_isSending = true; // false: the rest is left for later
    bool m_isCancelled = false; // by the user
    QHash<qint64, std::pair<int, int>> m_progress; // by step: done of total
};

} // namespace change
