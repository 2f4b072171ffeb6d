// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/playback/player.h"
#include "core/plex/server.h"

#include <QObject>
#include <QTimer>
#include <chrono>
#include <optional>

namespace playback {

/// Tells the server what is being played, so that it can show it, count it and remember the place.
///
/// A server counts a play only if it saw the track both before and behind the threshold within one
/// session (plex-api §8.2, quirk 63): hence an early report, one every ten seconds also while
/// paused, and a last one. Reports go out one after another and are never sent again: they are of
/// the moment. Thread: UI.
class TimelineReporter final : public QObject
{
    Q_OBJECT
public:
    static constexpr std::chrono::milliseconds kInterval { 10'000 };

    /// @param player  must outlive the reporter
    /// @param server  must live until setServer() or the reporter's end
    TimelineReporter(Player& player, plex::Server& server,
        std::chrono::milliseconds interval = kInterval, QObject* parent = nullptr);
    ~TimelineReporter() override;

    /// Another connection to the server that has the track: what plays goes on in its session, and
    /// is reported at once. What was under way to the former is not sent again.
    void setServer(plex::Server& server);

    /// Reports that playing has stopped, for the end of the program, or of its time with this
    /// server. Finished when the server has
    /// heard it, at the latest after @p limit. Nothing is reported any more afterwards.
    [[nodiscard]] util::Future<void> close(std::chrono::milliseconds limit);

Q_SIGNALS:
    /// The server's administrator ended the playback; the player has been stopped.
    /// @p text is the server's, plain, possibly empty.
    void terminated(const QString& text);

private:
    using State = plex::TimelineReport::State;
    /// One playing of one track, from its first report to `stopped`.
    struct Session
    {
        types::RatingKey ratingKey {};
        QString identifier {};
        std::chrono::milliseconds duration { 0 };
        std::chrono::milliseconds time { 0 }; ///< last seen
        bool wasPlaying = false;
    };

    void onTrackChanged();
    void onStateChanged(Player::State state);
    void begin();
    void end(bool continuing);
    void report(State state, bool continuing = false);
    void sendNext();
    void onAnswer(const QString& identifier, const util::Result<plex::TimelineAnswer>& answer);

    Player& m_player;
    plex::Server* m_server; ///< never null
    QTimer m_timer { this };
    std::optional<Session> m_session;
    QList<plex::TimelineReport> m_waiting;
    bool m_isSending = false;
    bool m_isClosed = false;
    std::optional<util::Promise<void>> m_closing;
};

} // namespace playback
