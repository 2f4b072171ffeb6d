// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/playback/player.h"

#include <QWidget>

class QListView;
class QToolButton;

namespace ui {

class Covers;
class QueueModel;
class StatePage;
class TextLabel;

/// What plays next, at the window's right. Enter plays a row, Delete takes it out, Alt+Up and
/// Alt+Down move it.
class QueuePanel final : public QWidget
{
    Q_OBJECT

public:
    QueuePanel(playback::Player& player, Covers& covers, QWidget* parent = nullptr);

Q_SIGNALS:
    void closeRequested();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void updateState();
    [[nodiscard]] bool handleKey(class QKeyEvent* event);
    [[nodiscard]] QList<int> selectedRows() const;

    playback::Player& m_player;
    QueueModel* m_model;
    QListView* m_list;
    StatePage* m_states;
    TextLabel* m_facts;
    QToolButton* m_clear;
};

} // namespace ui
