// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/listactions.h"

#include <QKeyEvent>

namespace ui {

QList<ActionSpec> listActions()
{
    constexpr auto kContext = "ui::ListActions";
    const auto enter = [](Qt::KeyboardModifiers modifiers) {
        return QList<QKeySequence> { QKeySequence(QKeyCombination(modifiers, Qt::Key_Return)),
            QKeySequence(QKeyCombination(modifiers, Qt::Key_Enter)) };
    };
    return {
        { "list.play", kContext, QT_TRANSLATE_NOOP("ui::ListActions", "Play"),
            enter(Qt::NoModifier), ActionScope::List, account::Feature::Play },
        { "list.play_next", kContext, QT_TRANSLATE_NOOP("ui::ListActions", "Play next"),
            enter(Qt::ShiftModifier), ActionScope::List },
        { "list.enqueue", kContext, QT_TRANSLATE_NOOP("ui::ListActions", "Add to queue"),
            enter(Qt::ControlModifier), ActionScope::List },
        { "list.play_pause", kContext, QT_TRANSLATE_NOOP("ui::ListActions", "Play or pause"),
            { QKeySequence(Qt::Key_Space) }, ActionScope::List },
    };
}

std::optional<ListAction> listActionOf(const QKeyEvent& event)
{
    const QKeySequence pressed(QKeyCombination(
        event.modifiers() & ~Qt::KeypadModifier, static_cast<Qt::Key>(event.key())));
    const QList<ActionSpec> actions = listActions();
    const auto found = std::ranges::find_if(
        actions, [&pressed](const ActionSpec& each) { return each.keys.contains(pressed); });
    return found == actions.end() ? std::nullopt
                                  : std::optional(static_cast<ListAction>(found - actions.begin()));
}

QKeySequence keyOf(ListAction action)
{
    return listActions().at(int(action)).keys.constFirst();
}

} // namespace ui
