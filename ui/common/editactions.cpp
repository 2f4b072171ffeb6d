// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/editactions.h"

#include <QKeyEvent>

namespace ui {

QList<ActionSpec> editActions()
{
    constexpr auto kContext = "ui::EditActions";
    const auto key = [](Qt::KeyboardModifiers modifiers, Qt::Key code) {
        return QList<QKeySequence> { QKeySequence(QKeyCombination(modifiers, code)) };
    };
    return {
        { "edit.cut", kContext, QT_TRANSLATE_NOOP("ui::EditActions", "Cut from the playlist"),
            QKeySequence::keyBindings(QKeySequence::Cut), ActionScope::List },
        { "edit.copy", kContext, QT_TRANSLATE_NOOP("ui::EditActions", "Copy"),
            QKeySequence::keyBindings(QKeySequence::Copy), ActionScope::List },
        { "edit.paste", kContext, QT_TRANSLATE_NOOP("ui::EditActions", "Paste into the playlist"),
            QKeySequence::keyBindings(QKeySequence::Paste), ActionScope::List },
        { "edit.duplicate", kContext, QT_TRANSLATE_NOOP("ui::EditActions", "Duplicate rows"),
            key(Qt::ControlModifier, Qt::Key_D), ActionScope::List },
        { "edit.remove", kContext, QT_TRANSLATE_NOOP("ui::EditActions", "Remove from the playlist"),
            key(Qt::NoModifier, Qt::Key_Delete), ActionScope::List },
        { "edit.up", kContext, QT_TRANSLATE_NOOP("ui::EditActions", "Move up"),
            key(Qt::AltModifier, Qt::Key_Up), ActionScope::List },
        { "edit.down", kContext, QT_TRANSLATE_NOOP("ui::EditActions", "Move down"),
            key(Qt::AltModifier, Qt::Key_Down), ActionScope::List },
        { "edit.top", kContext, QT_TRANSLATE_NOOP("ui::EditActions", "Move to the top"),
            key(Qt::AltModifier | Qt::ShiftModifier, Qt::Key_Up), ActionScope::List },
        { "edit.bottom", kContext, QT_TRANSLATE_NOOP("ui::EditActions", "Move to the bottom"),
            key(Qt::AltModifier | Qt::ShiftModifier, Qt::Key_Down), ActionScope::List },
    };
}

std::optional<EditAction> editActionOf(const QKeyEvent& event)
{
    const QKeySequence pressed(QKeyCombination(
        event.modifiers() & ~Qt::KeypadModifier, static_cast<Qt::Key>(event.key())));
    const QList<ActionSpec> actions = editActions();
    const auto found = std::ranges::find_if(
        actions, [&pressed](const ActionSpec& each) { return each.keys.contains(pressed); });
    return found == actions.end() ? std::nullopt
                                  : std::optional(static_cast<EditAction>(found - actions.begin()));
}

QKeySequence keyOf(EditAction action)
{
    return editActions().at(int(action)).keys.value(0);
}

} // namespace ui
