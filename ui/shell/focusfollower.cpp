// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/focusfollower.h"

#include <QApplication>
#include <QScrollArea>

namespace ui {

namespace {

constexpr int kMargin = 8; // pixels around it

/// The largest part of what scrolls that has @p focused in it and room in @p area: with its
/// heading, and the other lines of its group.
QWidget* groupOf(QWidget* focused, const QScrollArea& area)
{
    QWidget* group = focused;
    for (QWidget* around = focused;
         around != area.widget() && around->height() <= area.viewport()->height();
         around = around->parentWidget()) {
        group = around;
    }
    return group;
}

void bringIntoSight(QWidget* focused)
{
    // A mouse is where something is in sight.
    if (!focused || !focused->window()->testAttribute(Qt::WA_KeyboardFocusChange)) {
        return;
    }
    for (QWidget* around = focused->parentWidget(); around; around = around->parentWidget()) {
        auto* area = qobject_cast<QScrollArea*>(around);
        if (area && area->widget() && area->widget()->isAncestorOf(focused)) {
            area->ensureWidgetVisible(groupOf(focused, *area), kMargin, kMargin);
        }
    }
}

} // namespace

FocusFollower::FocusFollower(QObject* parent)
    : QObject(parent)
{
    connect(qApp, &QApplication::focusChanged, this,
        [](const QWidget*, QWidget* focused) { bringIntoSight(focused); });
}

} // namespace ui
