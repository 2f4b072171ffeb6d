// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/playback/player.h"
#include "ui/common/route.h"

#include <QWidget>

class QSlider;
class QToolButton;

namespace ui {

class Capabilities;
class CoverLabel;
class Covers;
class RouteLink;
class StarRating;
class TextLabel;

/// What is playing, along the bottom: cover, names, stars; transport and seek; modes and volume.
class PlayerBar final : public QWidget
{
    Q_OBJECT

public:
    PlayerBar(playback::Player& player, Covers& covers, Capabilities& capabilities,
        QWidget* parent = nullptr);

    void setQueueShown(bool shown);
    /// The rating of the current track as the library has it now.
    void setRating(const types::OptionalRating& rating);

Q_SIGNALS:
    /// Of the current track, by the server's key: the queue outlives ids of the library.
    void rateRequested(const types::RatingKey& key, const types::OptionalRating& rating);
    void routeRequested(const ui::Route& route, ui::OpenIn where);
    void queueToggled(bool shown);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    [[nodiscard]] QWidget* makeTrack(Covers& covers);
    [[nodiscard]] QWidget* makeTransport();
    [[nodiscard]] QWidget* makeModes();
    void connectPlayer();
    void updateTrack();
    void updateState();
    void updateModes();
    void updatePosition(std::chrono::milliseconds position);

    playback::Player& m_player;
    Capabilities& m_capabilities;
    CoverLabel* m_cover = nullptr;
    RouteLink* m_title = nullptr;
    TextLabel* m_artist = nullptr;
    StarRating* m_stars = nullptr;
    QToolButton* m_previous = nullptr;
    QToolButton* m_play = nullptr;
    QToolButton* m_next = nullptr;
    TextLabel* m_elapsed = nullptr;
    TextLabel* m_total = nullptr;
    QSlider* m_seek = nullptr;
    QToolButton* m_shuffle = nullptr;
    QToolButton* m_repeat = nullptr;
    QToolButton* m_mute = nullptr;
    QSlider* m_volume = nullptr;
    QToolButton* m_queue = nullptr;
    QWidget* m_left = nullptr;
    QWidget* m_right = nullptr;
    types::RatingKey m_shownKey;
};

} // namespace ui
