// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/playback/queuelist.h"

#include "ui/playback/queuemodel.h"

#include <QDragEnterEvent>
#include <QPainter>
#include <QScrollBar>

namespace ui {

QueueList::QueueList(QueueModel& model, Covers& covers, QWidget* parent)
    : DragList(parent)
    , m_model(model)
{
    setModel(&model);
    setDragSource(
        covers, [&model](const QList<int>& rows) { return model.dragging(rows); },
        Qt::CopyAction | Qt::MoveAction);
    setAcceptDrops(true);
    viewport()->setAcceptDrops(true);
    setDropIndicatorShown(false); // the line is ours
    setDragDropOverwriteMode(false);
    // At its edges it scrolls below what is held still.
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, [this] {
        if (m_before >= 0) {
            showLine(dropRow(*this, m_position));
        }
    });
}

void QueueList::showLine(int before)
{
    if (before != m_before) {
        m_before = before;
        viewport()->update();
    }
}

void QueueList::dragEnterEvent(QDragEnterEvent* event)
{
    DragList::dragEnterEvent(event);
    const Qt::DropAction action = m_model.dropActionOf(*event->mimeData(), event->proposedAction());
    event->setAccepted(action != Qt::IgnoreAction);
}

void QueueList::dragMoveEvent(QDragMoveEvent* event)
{
    DragList::dragMoveEvent(event); // scrolls near the edges
    m_position = event->position().toPoint();
    const Qt::DropAction action = m_model.dropActionOf(*event->mimeData(), event->proposedAction());
    if (action == Qt::IgnoreAction) {
        event->ignore();
        showLine(-1);
        return;
    }
    event->setDropAction(action);
    event->accept();
    showLine(dropRow(*this, m_position));
}

void QueueList::dragLeaveEvent(QDragLeaveEvent* event)
{
    DragList::dragLeaveEvent(event);
    showLine(-1);
}

void QueueList::dropEvent(QDropEvent* event)
{
    const int before = dropRow(*this, event->position().toPoint());
    showLine(-1);
    stopAutoScroll();
    setState(NoState);
    const Qt::DropAction action = m_model.dropActionOf(*event->mimeData(), event->proposedAction());
    if (m_model.dropMimeData(event->mimeData(), action, before, 0, {})) {
        event->setDropAction(action);
        event->accept();
    } else {
        event->ignore();
    }
}

void QueueList::paintEvent(QPaintEvent* event)
{
    DragList::paintEvent(event);
    if (m_before >= 0) {
        QPainter painter(viewport());
        paintDropLine(painter, *this, m_before);
    }
}

} // namespace ui
