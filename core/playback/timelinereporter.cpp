// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/playback/timelinereporter.h"

#include "core/playback/log.h"

#include <QUuid>

namespace playback {
namespace {

using namespace std::chrono_literals;

// A track that was left this close to its end was heard to the end.
constexpr auto kEndTolerance = 1s;
// While a server does not answer, older reports lose their worth.
constexpr qsizetype kMostWaiting = 16;

} // namespace

TimelineReporter::TimelineReporter(
    Player& player, plex::Server& server, std::chrono::milliseconds interval, QObject* parent)
    : QObject(parent)
    , m_player(player)
    , m_server(&server)
{
    m_timer.setInterval(interval);
    connect(&m_timer, &QTimer::timeout, this, [this] { onStateChanged(m_player.state()); });
    connect(&m_player, &Player::trackChanged, this, &TimelineReporter::onTrackChanged);
    connect(&m_player, &Player::stateChanged, this, &TimelineReporter::onStateChanged);
    connect(&m_player, &Player::positionChanged, this, [this](std::chrono::milliseconds position) {
        if (m_session) {
            m_session->time = position;
        }
    });
}

TimelineReporter::~TimelineReporter() = default;

void TimelineReporter::setServer(plex::Server& server)
{
    m_server = &server;
    if (m_session) {
        onStateChanged(m_player.state());
    }
}

util::Future<void> TimelineReporter::close(std::chrono::milliseconds limit)
{
    end(false);
    m_isClosed = true;
    m_closing.emplace();
    if (!m_isSending) {
        m_closing->finish({});
    }
    QTimer::singleShot(limit, this, [this] { m_closing->finish({}); });
    return m_closing->future();
}

void TimelineReporter::onTrackChanged()
{
    const bool plays = m_player.state() != Player::State::Stopped && m_player.current();
    end(plays);
    if (plays) {
        onStateChanged(m_player.state());
    }
}

void TimelineReporter::onStateChanged(Player::State state)
{
    if (state == Player::State::Stopped) {
        end(false);
        return;
    }
    if (!m_session) {
        begin();
    }
    if (!m_session) {
        return;
    }
    m_session->time = m_player.position();
    m_session->duration = m_player.duration();
    m_session->wasPlaying = m_session->wasPlaying || state == Player::State::Playing;
    report(state == Player::State::Playing   ? State::Playing
            : state == Player::State::Paused ? State::Paused
                                             : State::Buffering);
}

void TimelineReporter::begin()
{
    const QueueEntry* entry = m_player.current();
    if (m_isClosed || !entry || !entry->ratingKey.isValid()) {
        return;
    }
    m_session = Session {};
    m_session->ratingKey = entry->ratingKey;
    m_session->identifier = QUuid::createUuid().toString(QUuid::WithoutBraces);
    m_timer.start();
}

void TimelineReporter::end(bool continuing)
{
    m_timer.stop();
    if (!m_session) {
        return;
    }
    if (m_session->wasPlaying && m_session->duration - m_session->time < kEndTolerance) {
        m_session->time = m_session->duration;
    }
    report(State::Stopped, continuing);
    m_session.reset();
}

void TimelineReporter::report(State state, bool continuing)
{
    plex::TimelineReport report;
    report.ratingKey = m_session->ratingKey;
    report.state = state;
    report.time = m_session->time;
    report.duration = m_session->duration;
    report.sessionIdentifier = m_session->identifier;
    report.continuing = continuing;
    const bool replaces = !m_waiting.isEmpty() && state != State::Stopped
        && m_waiting.last().sessionIdentifier == report.sessionIdentifier
        && m_waiting.last().state == State::Buffering;
    if (replaces) {
        m_waiting.last() = report;
    } else {
        m_waiting.append(report);
    }
    if (m_waiting.size() > kMostWaiting) {
        m_waiting.removeFirst();
    }
    sendNext();
}

// One at a time: on several connections a `playing` could overtake its `stopped`, and the server
// would show a session that never ends.
void TimelineReporter::sendNext()
{
    if (m_isSending) {
        return;
    }
    if (m_waiting.isEmpty()) {
        if (m_closing) {
            m_closing->finish({});
        }
        return;
    }
    const plex::TimelineReport report = m_waiting.takeFirst();
    m_isSending = true;
    util::async::deliver(m_server->timeline(report), this,
        [this, identifier = report.sessionIdentifier](
            const util::Result<plex::TimelineAnswer>& answer) {
            m_isSending = false;
            onAnswer(identifier, answer);
            sendNext();
        });
}

void TimelineReporter::onAnswer(
    const QString& identifier, const util::Result<plex::TimelineAnswer>& answer)
{
    if (!answer) {
        qCInfo(lcPlayback).noquote().nospace()
            << "event=report-failed code=" << util::codeName(answer.error().code);
        return;
    }
    // Reports after this would make a session on the server that nobody can end (quirk 65).
    if (answer->terminationCode && m_session && m_session->identifier == identifier) {
        qCInfo(lcPlayback).noquote().nospace()
            << "event=terminated code=" << *answer->terminationCode;
        m_waiting.clear();
        m_player.stop();
        Q_EMIT terminated(answer->terminationText);
    }
}

} // namespace playback
