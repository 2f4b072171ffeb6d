// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/playback/player.h"

#include <QUrl>

namespace app {

/// What the player does not know of the track that it plays.
struct TrackDetails
{
    playback::QueueEntryId entry {}; ///< whose they are
    QString albumArtist {};
    int disc = 0; ///< 0 = unknown
    int number = 0; ///< 0 = unknown
    types::OptionalRating rating {};
    QUrl cover {}; ///< a file
    bool operator==(const TrackDetails&) const = default;
};

/// The player as the desktop sees it: its panels, its lock screen and its media keys. On Linux that
/// is MPRIS 2.2 on the session bus; elsewhere nothing yet.
///
/// Several programs of this name may run, a demo beside one's own: each has a name on the bus.
/// Thread: UI. Cost: a message when something changed; no timer.
class Mpris final : public QObject
{
    Q_OBJECT

public:
    /// @param player  outlives this
    explicit Mpris(playback::Player& player, QObject* parent = nullptr);
    ~Mpris() override;

    /// Passed over when they are those of another track.
    void setDetails(const TrackDetails& details);

Q_SIGNALS:
    void raiseRequested();
    void quitRequested();

private:
    class Service;
    std::unique_ptr<Service> m_service;
};

} // namespace app
