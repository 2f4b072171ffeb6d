// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/main/currentrater.h"
#include "app/main/endprompt.h"
#include "app/main/nowplaying.h"
#include "core/settings/settings.h"
#include "ui/rating/quickratepanel.h"

namespace app {

/// The small window to rate what plays: opens it where somebody asked for it, or offers it in the
/// last seconds of a track that has no rating, and does what is chosen there.
///
/// The window is made at once and shown later: it must be there when a key was pressed.
/// Thread: UI. Cost: nothing while it is hidden, but one comparison at each tick of the player.
class QuickRater final : public QObject
{
    Q_OBJECT

public:
    /// All must outlive it.
    QuickRater(playback::Player& player, CurrentRater& rater, const NowPlaying& nowPlaying,
        const settings::Settings& settings, ui::Covers& covers, QObject* parent = nullptr);
    ~QuickRater() override;

    /// Where the icon in the tray is; empty: nobody knows.
    void setTrayPlace(const std::function<QRect()>& place) { m_trayPlace = place; }
    /// By a key that works anywhere: beside the icon in the tray, else in a corner of the screen
    /// that somebody works on. Once more: it goes, and keeps what was chosen.
    void open();
    /// From a menu: where the mouse is.
    void openAtMouse();
    /// Whether it tells itself what became of ratings, now.
    [[nodiscard]] bool isShown() const { return m_window.isVisible(); }

private:
    void show(ui::QuickRatePanel::How how, const QRect& anchor);
    void takeTrack();
    void followDetails();
    void followPosition();
    void rate(const types::OptionalRating& rating);
    void takeOutcome(const CurrentRater::Outcome& outcome);

    playback::Player& m_player;
    CurrentRater& m_rater;
    const NowPlaying& m_nowPlaying;
    const settings::Settings& m_settings;
    std::function<QRect()> m_trayPlace;
    EndPrompt m_prompt;
    playback::QueueEntry m_track; ///< that it shows; an invalid id: none
    CurrentRater::Outcome m_done; ///< what Undo would take back
    ui::QuickRatePanel m_window;
};

} // namespace app
