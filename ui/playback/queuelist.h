// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/dragging.h"

namespace ui {

class QueueModel;

/// The rows of the queue: they are dragged, and what is dropped between them comes there.
class QueueList final : public DragList
{
    Q_OBJECT

public:
    QueueList(QueueModel& model, Covers& covers, QWidget* parent = nullptr);

    /// Where something would be dropped now; -1 where nothing would be.
    [[nodiscard]] int dropsBefore() const { return m_before; }

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragMoveEvent(QDragMoveEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void showLine(int before);

    QueueModel& m_model;
    int m_before = -1;
    QPoint m_position; ///< of what is over it
};

} // namespace ui
