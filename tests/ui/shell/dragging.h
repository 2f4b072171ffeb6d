// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/dragging.h"

#include <QApplication>
#include <QDrag>
#include <QDragEnterEvent>
#include <QMouseEvent>
#include <QTest>
#include <memory>

namespace support {

/// What was on its way when a drag was given up.
struct SeenDrag
{
    bool hasBegun = false;
    ui::ItemDrag items {};
    QString text {};
    QStringList formats {};
    Qt::DropActions actions {};
    QPixmap badge {};
};

/// Presses at @p from, moves on as far as a drag needs, and looks at what is dragged, if anything
/// is; then the button comes up where the mouse is. Offscreen a drag ends as soon as it begins.
inline SeenDrag dragFrom(QWidget* on, const QPoint& from, Qt::MouseButton button = Qt::LeftButton)
{
    QTest::mousePress(on, button, {}, from);
    for (const int way : { 4, 12, 24 }) {
        const QPoint to = from + QPoint(way / 2, way / 2);
        QMouseEvent move(
            QEvent::MouseMove, to, on->mapToGlobal(to), Qt::NoButton, button, Qt::NoModifier);
        QApplication::sendEvent(on, &move);
    }
    SeenDrag seen;
    // Gone with the next turn of the event loop, which is not to be waited for.
    if (const std::unique_ptr<QDrag> drag { on->window()->findChild<QDrag*>() }) {
        seen.hasBegun = true;
        seen.items = static_cast<const ui::ItemMime*>(drag->mimeData())->items();
        seen.text = drag->mimeData()->text();
        seen.formats = drag->mimeData()->formats();
        seen.actions = drag->supportedActions();
        seen.badge = drag->pixmap();
    }
    QTest::mouseRelease(on, button, {}, from + QPoint(12, 12));
    return seen;
}

/// Something over @p on: what the widget would do with it there.
inline Qt::DropAction dragOver(QWidget* on, const QPoint& at, const QMimeData& mime,
    Qt::DropActions actions = Qt::CopyAction, Qt::KeyboardModifiers keys = {})
{
    QDragEnterEvent enter(at, actions, &mime, Qt::LeftButton, keys);
    QApplication::sendEvent(on, &enter);
    if (!enter.isAccepted()) {
        return Qt::IgnoreAction;
    }
    QDragMoveEvent move(at, actions, &mime, Qt::LeftButton, keys);
    move.setDropAction(enter.dropAction());
    move.accept();
    QApplication::sendEvent(on, &move);
    return move.isAccepted() ? move.dropAction() : Qt::IgnoreAction;
}

/// Drops it there, if it may be. @return what was done
inline Qt::DropAction dropOn(QWidget* on, const QPoint& at, const QMimeData& mime,
    Qt::DropActions actions = Qt::CopyAction, Qt::KeyboardModifiers keys = {})
{
    if (dragOver(on, at, mime, actions, keys) == Qt::IgnoreAction) {
        QDragLeaveEvent leave;
        QApplication::sendEvent(on, &leave);
        return Qt::IgnoreAction;
    }
    QDropEvent drop(at, actions, &mime, Qt::LeftButton, keys);
    QApplication::sendEvent(on, &drop);
    return drop.isAccepted() ? drop.dropAction() : Qt::IgnoreAction;
}

} // namespace support
