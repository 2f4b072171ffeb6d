// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/account/race.h"

#include <QCoreApplication>
#include <algorithm>
#include <ranges>
#include <tuple>

using namespace Qt::StringLiterals;
namespace async = util::async;
using util::Error;
using util::Result;

namespace account {
namespace {

bool isDirect(const Probe& probe)
{
    return probe.candidate.route != Route::Relay;
}

} // namespace

Race::Race(const QList<Candidate>& candidates, const types::ServerId& expected, const Rules& rules,
    const plex::ClientIdentity& identity, const Pins& pins, QThreadPool& pool, RaceTiming timing,
    std::stop_token stop, QObject* parent)
    : QObject(parent)
    , m_expected(expected)
    , m_present(rules.present)
    , m_timing(timing)
    , m_stop(std::move(stop))
{
    m_clock.start();
    m_grace.setSingleShot(true);
    m_end.setSingleShot(true);
    connect(&m_grace, &QTimer::timeout, this, &Race::finish);
    connect(&m_end, &QTimer::timeout, this, &Race::finish);
    for (const Candidate& candidate : candidates) {
        auto runner = std::make_unique<Runner>();
        runner->probe.candidate = candidate;
        runner->probe.mayBeUsed = rules.mayUse(candidate);
        const QUrl& url = candidate.address.url;
        runner->server = std::make_unique<plex::Server>(
            url, util::SecretString(), identity, pool, pins.fingerprintFor(url));
        async::deliver(runner->server->identity(m_probing.get_token()), this,
            [this, at = runner.get()](
                const Result<types::ServerInfo>& answer) { take(*at, answer); });
        m_runners.push_back(std::move(runner));
    }
    m_end.start(m_runners.empty() ? std::chrono::milliseconds(0) : m_timing.probe);
    // May be called in any thread; the destructor of m_onStop waits for this function.
    m_onStop.emplace(m_stop, [this] {
        QMetaObject::invokeMethod(
            this, [this] { finish(); }, Qt::QueuedConnection);
    });
}

void Race::take(Runner& runner, const Result<types::ServerInfo>& answer)
{
    if (m_isOver) {
        return;
    }
    runner.isDone = true;
    runner.probe.latency = std::chrono::milliseconds(m_clock.elapsed());
    if (answer) {
        runner.probe.server = answer->id;
    }
    if (!answer) {
        runner.probe.error = answer.error();
    } else if (m_expected.isValid() && answer->id != m_expected) {
        runner.probe.error
            = Error { Error::Code::Conflict, tr("Another server answers at this address now."),
                  u"machineIdentifier differs"_s, 0, {} };
    } else if (runner.probe.mayBeUsed && isDirect(runner.probe) && !m_grace.isActive()) {
        m_grace.start(m_timing.grace);
    }
    if (isDecided()) {
        finish();
    }
}

int Race::placeOf(const Probe& probe) const
{
    // Two ranks differ only in the version of IP, see rankOf().
    const int rank = rankOf(probe.candidate);
    const bool isPresent = probe.candidate.address.url == m_present;
    return isPresent ? rank / 2 * 4 : rank * 2 + 1;
}

const Race::Runner* Race::leader() const
{
    const Runner* best = nullptr;
    for (const auto& runner : m_runners) {
        const Probe& probe = runner->probe;
        const bool isGood = runner->isDone && !probe.error && probe.mayBeUsed;
        if (isGood && (!best || placeOf(probe) < placeOf(best->probe))) {
            best = runner.get();
        }
    }
    return best;
}

bool Race::isDecided() const
{
    const auto isRunning = [](const auto& runner) { return !runner->isDone; };
    if (std::ranges::none_of(m_runners, isRunning)) {
        return true;
    }
    const Runner* best = leader();
    return best && std::ranges::none_of(m_runners, [this, best](const auto& runner) {
        return !runner->isDone && runner->probe.mayBeUsed
            && placeOf(runner->probe) < placeOf(best->probe);
    });
}

void Race::finish()
{
    if (m_isOver) {
        return;
    }
    m_isOver = true;
    m_onStop.reset();
    m_probing.request_stop();
    deleteLater();
    if (m_stop.stop_requested()) {
        m_promise.finish(Error::cancelled());
        return;
    }
    const bool hasWinner = leader();
    QList<Probe> probes;
    for (const auto& runner : m_runners) {
        if (!runner->isDone) {
            runner->probe.latency = std::chrono::milliseconds(m_clock.elapsed());
            runner->probe.error = hasWinner
                ? Error::cancelled()
                : Error { Error::Code::Timeout, tr("The server did not answer in time."),
                      u"no answer to /identity"_s, 0, {} };
        }
        probes.append(runner->probe);
    }
    std::ranges::stable_sort(probes, {}, [this](const Probe& probe) {
        return std::tuple(probe.error.has_value(), !probe.mayBeUsed, placeOf(probe));
    });
    m_promise.finish(std::move(probes));
}

} // namespace account
