// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/journal.h"
#include "core/change/operation.h"

#include <QObject>
#include <QPointer>

namespace change {

/// What became of the steps of one Delivery. Each step is in one list at most; one that is in none
/// stays as the journal has it: sent, and looked up before it is sent again.
struct Outcome
{
    QList<Step> verified {};
    QList<Step> again {}; ///< never left: back to pending
    QList<Step> refused {}; ///< not done by a working server; tried again a few times
    QList<std::pair<Step, util::Error>> failed {};
    /// By step, for failed ones: the payload that makes the cache show what the server holds.
    QHash<qint64, QJsonObject> shown {};
    /// Why sending stops for a while; empty if it can go on.
    std::optional<util::Error> pause {};
    /// The server was given up meanwhile: nothing more is known of the steps.
    bool isStopped = false;
};

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
    /// After so many answers of a working server that did not do it, a step has failed.
    static constexpr int kRefusals = 3;

    /// @param steps  of one change, at most as many as are to be read back at once
    Delivery(db::Database& userFile, plex::Server& server,
        std::shared_ptr<const Operation> operation, QList<Step> steps, std::stop_token stop,
        QObject* parent = nullptr);

    /// Never an error: what went wrong is in the outcome.
    [[nodiscard]] util::Future<Outcome> run();

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
    void refuse(const Step& step, const util::Error& error, const QJsonObject& shown);
    void fail(const Step& step, const util::Error& error, const QJsonObject& shown);
    void finish();

    db::Database& m_userFile;
    QPointer<plex::Server> m_server;
    std::shared_ptr<const Operation> m_operation; // shared with the other deliveries of its kind
    QList<Step> m_steps;
    std::stop_token m_stop;
    util::Promise<Outcome> m_promise;
    Outcome m_outcome;
    QList<Step> m_toSend; // in order
    qsizetype m_next = 0; // first of m_toSend that is not under way yet
    int m_underWay = 0;
    QList<Answer> m_answers; // of the server, to be read back
    std::optional<util::Error> m_serverError; // a step was refused so that a pause may help
    bool m_isSending = true; // false: the rest is left for later
};

} // namespace change
