// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account/candidate.h"
#include "core/account/pins.h"
#include "core/plex/server.h"

#include <QElapsedTimer>
#include <QTimer>
#include <functional>
#include <memory>
#include <vector>

namespace account {

/// What came of asking one candidate who it is.
struct Probe
{
    Candidate candidate {};
    std::chrono::milliseconds latency { 0 }; ///< of /identity, with the connection's making
    types::ServerId server {}; ///< who answered
    std::optional<util::Error> error {}; ///< Cancelled: a better one had answered before
    bool mayBeUsed = true; ///< false: only after a consent that was not given
};

/// How long candidates may take.
struct RaceTiming
{
    std::chrono::milliseconds probe { 3000 }; ///< for each; all are asked at once
    /// How long an answer waits for one over a better route. One from the relay waits until no
    /// direct address can answer any more.
    std::chrono::milliseconds grace { 1000 };
};

/// Asks all addresses of a server at once which server they are, without a token.
///
/// Those that may not be used are asked, too, because their answers tell why no other is nearer;
/// but they decide nothing, and nobody waits for them while one that may be used has answered.
/// Deletes itself when that is decided. Thread: UI.
class Race : public QObject
{
    Q_OBJECT
public:
    struct Rules
    {
        /// Whether a candidate may be used, which the user was asked.
        std::function<bool(const Candidate& candidate)> mayUse {};
        /// The address in use, which is waited for and comes before its equals; may be empty.
        QUrl present {};
    };

    /// @param expected  the server it must be; empty = whichever answers
    Race(const QList<Candidate>& candidates, const types::ServerId& expected, const Rules& rules,
        const plex::ClientIdentity& identity, const Pins& pins, QThreadPool& pool,
        RaceTiming timing, std::stop_token stop, QObject* parent);

    /// All candidates, those that answered rightly first, among them those that may be used, the
    /// best of these foremost.
    /// Errors: Cancelled.
    [[nodiscard]] util::Future<QList<Probe>> probes() const { return m_promise.future(); }

private:
    struct Runner
    {
        Probe probe {};
        bool isDone = false;
        std::unique_ptr<plex::Server> server {};
    };
    /// Smaller is better: as rankOf(), but nothing is before the address in use that is not nearer
    /// or encrypted where that is not.
    [[nodiscard]] int placeOf(const Probe& probe) const;
    void take(Runner& runner, const util::Result<types::ServerInfo>& answer);
    /// The best of those that answered rightly and may be used; null if there is none.
    [[nodiscard]] const Runner* leader() const;
    [[nodiscard]] bool isDecided() const;
    void finish();

    types::ServerId m_expected;
    QUrl m_present;
    RaceTiming m_timing;
    std::vector<std::unique_ptr<Runner>> m_runners;
    util::Promise<QList<Probe>> m_promise;
    std::stop_source m_probing;
    std::stop_token m_stop;
    QElapsedTimer m_clock;
    QTimer m_grace { this };
    QTimer m_end { this };
    bool m_isOver = false;
    std::optional<std::stop_callback<std::function<void()>>> m_onStop;
};

} // namespace account
