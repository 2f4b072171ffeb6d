// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/notifier.h"
#include "app/main/currentrater.h"
#include "app/main/nowplaying.h"
#include "core/settings/settings.h"

#include <QTimer>

namespace app {

/// What the desktop tells of ratings that were given without the window, with a way to take them
/// back; and, if that is wished for, of each track that begins, with stars to give it.
///
/// Thread: UI. Cost: nothing until there is something to tell.
class Notices final : public QObject
{
    Q_OBJECT

public:
    /// All must outlive it.
    Notices(playback::Player& player, CurrentRater& rater, const NowPlaying& nowPlaying,
        const settings::Settings& settings, QObject* parent = nullptr);

    /// While this says so, somebody sees by other means what became of a rating.
    void setTellsItself(const std::function<bool()>& tells) { m_tellsItself = tells; }

Q_SIGNALS:
    /// The desktop shows no notices.
    void unshown(const app::Notice& notice);

private:
    void tellRating(const CurrentRater::Outcome& outcome);
    void tellFailure(const util::Error& error, const playback::QueueEntry& track);
    void followTrack();
    void tellTrack();
    void askForRating();
    void press(const QString& button);

    playback::Player& m_player;
    CurrentRater& m_rater;
    const NowPlaying& m_nowPlaying;
    const settings::Settings& m_settings;
    std::function<bool()> m_tellsItself;
    Notifier m_notifier;
    QTimer m_settled; ///< runs while a track has just begun
    CurrentRater::Outcome m_told; ///< what the button to take it back is about
    playback::QueueEntry m_asked; ///< what the buttons with stars are about
};

} // namespace app
