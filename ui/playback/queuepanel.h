// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/playback/player.h"

#include <QWidget>

class QToolButton;

namespace library {
class Library;
}

namespace ui {

class Covers;
class DropFrame;
class QueueList;
class QueueModel;
struct ItemDrag;
class StatePage;
class TextLabel;

/// What plays next, at the window's right. Enter plays a row, Delete takes it out, Alt+Up and
/// Alt+Down move all that are selected. What is dropped between two rows comes there, anywhere else
/// at the end.
class QueuePanel final : public QWidget
{
    Q_OBJECT

public:
    /// All of them outlive it. @param library  of another one nothing can be dropped
    QueuePanel(playback::Player& player, Covers& covers, const library::Library& library,
        QWidget* parent = nullptr);

Q_SIGNALS:
    void closeRequested();
    /// The tracks of @p items are to stand in front of row @p before.
    void itemsDropped(const ui::ItemDrag& items, int before);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void updateState();
    [[nodiscard]] bool handleKey(class QKeyEvent* event);
    [[nodiscard]] QWidget* makeHead();
    /// One up (-1) or down, as far as there is room.
    void moveSelected(int by);

    playback::Player& m_player;
    QueueModel* m_model;
    QueueList* m_list;
    StatePage* m_states;
    TextLabel* m_facts;
    QToolButton* m_clear;
    DropFrame* m_frame;
};

} // namespace ui
