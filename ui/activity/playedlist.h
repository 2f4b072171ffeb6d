// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/activity/playedmodel.h"
#include "ui/common/serverwork.h"

#include <QWidget>

namespace library {
class Library;
}

namespace ui {

class Covers;
class DragList;
class StatePage;
class TextLabel;

/// What was played, as the server or, where it does not tell, this computer knows it. Read whenever
/// it is shown.
class PlayedList final : public QWidget
{
    Q_OBJECT

public:
    /// @param library  whose the rows are when they are dragged; outlives it, as @p covers does
    PlayedList(const util::Clock& clock, ServerWork work, library::Library& library, Covers& covers,
        QWidget* parent = nullptr);

    [[nodiscard]] QWidget* focusTarget();

protected:
    void showEvent(QShowEvent* event) override;

private:
    void read();
    void show(const types::Plays& plays);

    ServerWork m_work;
    util::async::Latest m_read;
    PlayedModel m_model;
    DragList* m_list;
    StatePage* m_states;
    TextLabel* m_note;
};

} // namespace ui
