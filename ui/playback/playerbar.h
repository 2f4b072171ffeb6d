// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/playback/player.h"
#include "ui/common/route.h"

#include <QWidget>

class QSlider;
class QToolButton;

namespace library {
class Library;
}

namespace ui {

class Capabilities;
class CoverLabel;
class Covers;
class DropFrame;
class RouteLink;
class StarRating;
class TextLabel;
struct Dragging;
struct ItemDrag;

/// What is playing, along the bottom: cover, names, stars; transport and seek; modes and volume.
/// What is dropped on it is queued.
class PlayerBar final : public QWidget
{
    Q_OBJECT

public:
    /// All of them outlive it. @param library  of another one nothing can be dropped
    PlayerBar(playback::Player& player, Covers& covers, Capabilities& capabilities,
        const library::Library& library, QWidget* parent = nullptr);

    void setQueueShown(bool shown);
    /// The rating of the current track as the library has it now.
    void setRating(const types::OptionalRating& rating);

Q_SIGNALS:
    /// Of the current track, by the server's key: the queue outlives ids of the library.
    void rateRequested(const types::RatingKey& key, const types::OptionalRating& rating);
    void routeRequested(const ui::Route& route, ui::OpenIn where);
    void queueToggled(bool shown);
    /// The tracks of @p items are to be played after all that are queued.
    void itemsDropped(const ui::ItemDrag& items);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    [[nodiscard]] QWidget* makeTrack(Covers& covers);
    void makeDraggable(Covers& covers);
    [[nodiscard]] Dragging draggedTrack();
    [[nodiscard]] QWidget* makeTransport();
    [[nodiscard]] QWidget* makeModes();
    void connectPlayer();
    void updateTrack();
    void updateState();
    void updateModes();
    void updatePosition(std::chrono::milliseconds position);

    playback::Player& m_player;
    Capabilities& m_capabilities;
    const library::Library& m_library;
    DropFrame* m_frame;
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
    bool m_isDragged = false; ///< the track it shows
};

} // namespace ui
