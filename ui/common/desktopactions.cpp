// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/desktopactions.h"

namespace ui {

namespace {

constexpr auto kContext = "ui::DesktopActions";

ActionSpec spec(const char* id, const char* text)
{
    return { id, kContext, text, {}, ActionScope::Desktop };
}

/// Keys without a sign, that no text and no list is worked with.
bool isFree(Qt::Key key)
{
    return (key >= Qt::Key_F1 && key <= Qt::Key_F35) || key == Qt::Key_Pause || key == Qt::Key_Print
        || key == Qt::Key_ScrollLock || (key >= Qt::Key_Back && key <= Qt::Key_MediaLast);
}

} // namespace

QList<ActionSpec> desktopActions()
{
    return {
        spec("desktop.rate_none", QT_TRANSLATE_NOOP("ui::DesktopActions", "What plays: no rating")),
        spec("desktop.rate_one", QT_TRANSLATE_NOOP("ui::DesktopActions", "What plays: 1 star")),
        spec("desktop.rate_two", QT_TRANSLATE_NOOP("ui::DesktopActions", "What plays: 2 stars")),
        spec("desktop.rate_three", QT_TRANSLATE_NOOP("ui::DesktopActions", "What plays: 3 stars")),
        spec("desktop.rate_four", QT_TRANSLATE_NOOP("ui::DesktopActions", "What plays: 4 stars")),
        spec("desktop.rate_five", QT_TRANSLATE_NOOP("ui::DesktopActions", "What plays: 5 stars")),
        spec("desktop.half_up",
            QT_TRANSLATE_NOOP("ui::DesktopActions", "What plays: half a star more")),
        spec("desktop.half_down",
            QT_TRANSLATE_NOOP("ui::DesktopActions", "What plays: half a star less")),
        spec("desktop.quick_rate",
            QT_TRANSLATE_NOOP("ui::DesktopActions", "What plays: ask for a rating")),
        spec("desktop.play_pause", QT_TRANSLATE_NOOP("ui::DesktopActions", "Play or pause")),
        spec("desktop.next", QT_TRANSLATE_NOOP("ui::DesktopActions", "Next track")),
        spec("desktop.previous", QT_TRANSLATE_NOOP("ui::DesktopActions", "Previous track")),
        spec("desktop.show_window", QT_TRANSLATE_NOOP("ui::DesktopActions", "Show the window")),
    };
}

std::optional<DesktopAction> desktopActionOf(const QString& id)
{
    const QList<ActionSpec> actions = desktopActions();
    const auto found = std::ranges::find_if(
        actions, [&id](const ActionSpec& each) { return id == QLatin1String(each.id); });
    return found == actions.end()
        ? std::nullopt
        : std::optional(static_cast<DesktopAction>(found - actions.begin()));
}

bool canBeAnywhere(const QKeySequence& keys)
{
    constexpr Qt::KeyboardModifiers kStrong
        = Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier;
    if (keys.count() != 1) {
        return false;
    }
    const QKeyCombination key = keys[0];
    return key.keyboardModifiers().testAnyFlags(kStrong) || isFree(key.key());
}

} // namespace ui
