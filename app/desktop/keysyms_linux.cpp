// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/keysyms_p.h"

#include <algorithm>
#include <iterator>
#include <optional>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr quint32 kF1 = 0xffbe; ///< F2 and the others follow
constexpr quint32 kUnicode = 0x01000000; ///< before a letter's number
constexpr quint32 kKeypadDigit = 0xffb0; ///< KP_0

struct Named
{
    Qt::Key key;
    quint32 keysym;
    const char* name;
};

constexpr Named kNamed[] {
    { Qt::Key_Escape, 0xff1b, "Escape" },
    { Qt::Key_Tab, 0xff09, "Tab" },
    { Qt::Key_Backspace, 0xff08, "BackSpace" },
    { Qt::Key_Return, 0xff0d, "Return" },
    { Qt::Key_Enter, 0xff8d, "KP_Enter" },
    { Qt::Key_Insert, 0xff63, "Insert" },
    { Qt::Key_Delete, 0xffff, "Delete" },
    { Qt::Key_Pause, 0xff13, "Pause" },
    { Qt::Key_Print, 0xff61, "Print" },
    { Qt::Key_ScrollLock, 0xff14, "Scroll_Lock" },
    { Qt::Key_Home, 0xff50, "Home" },
    { Qt::Key_End, 0xff57, "End" },
    { Qt::Key_Left, 0xff51, "Left" },
    { Qt::Key_Up, 0xff52, "Up" },
    { Qt::Key_Right, 0xff53, "Right" },
    { Qt::Key_Down, 0xff54, "Down" },
    { Qt::Key_PageUp, 0xff55, "Prior" },
    { Qt::Key_PageDown, 0xff56, "Next" },
    { Qt::Key_Menu, 0xff67, "Menu" },
    { Qt::Key_Space, 0x20, "space" },
    { Qt::Key_Plus, 0x2b, "plus" },
    { Qt::Key_Comma, 0x2c, "comma" },
    { Qt::Key_Minus, 0x2d, "minus" },
    { Qt::Key_Period, 0x2e, "period" },
    { Qt::Key_Slash, 0x2f, "slash" },
    { Qt::Key_Backslash, 0x5c, "backslash" },
    { Qt::Key_BracketLeft, 0x5b, "bracketleft" },
    { Qt::Key_BracketRight, 0x5d, "bracketright" },
    { Qt::Key_Equal, 0x3d, "equal" },
    { Qt::Key_VolumeDown, 0x1008ff11, "XF86AudioLowerVolume" },
    { Qt::Key_VolumeMute, 0x1008ff12, "XF86AudioMute" },
    { Qt::Key_VolumeUp, 0x1008ff13, "XF86AudioRaiseVolume" },
    { Qt::Key_MediaPlay, 0x1008ff14, "XF86AudioPlay" },
    // The one key of most keyboards: Qt tells the press of it with another name.
    { Qt::Key_MediaTogglePlayPause, 0x1008ff14, "XF86AudioPlay" },
    { Qt::Key_MediaStop, 0x1008ff15, "XF86AudioStop" },
    { Qt::Key_MediaPrevious, 0x1008ff16, "XF86AudioPrev" },
    { Qt::Key_MediaNext, 0x1008ff17, "XF86AudioNext" },
    { Qt::Key_MediaPause, 0x1008ff31, "XF86AudioPause" },
    { Qt::Key_HomePage, 0x1008ff18, "XF86HomePage" },
    { Qt::Key_LaunchMail, 0x1008ff19, "XF86Mail" },
    { Qt::Key_LaunchMedia, 0x1008ff32, "XF86AudioMedia" },
    { Qt::Key_Favorites, 0x1008ff30, "XF86Favorites" },
    { Qt::Key_Search, 0x1008ff1b, "XF86Search" },
    { Qt::Key_Calculator, 0x1008ff1d, "XF86Calculator" },
};

const Named* find(Qt::Key key)
{
    const auto* found = std::ranges::find(kNamed, key, &Named::key);
    return found == std::end(kNamed) ? nullptr : found;
}

/// A letter or digit as it stands in Latin-1, small.
std::optional<quint32> latin(Qt::Key key)
{
    const auto code = quint32(key);
    const bool isLatin = (code > 0x20 && code < 0x7f) || (code >= 0xa1 && code <= 0xff);
    return isLatin ? std::optional<quint32>(QChar::toLower(code)) : std::nullopt;
}

} // namespace

quint32 keysymOf(QKeyCombination combination)
{
    const Qt::Key key = combination.key();
    const auto code = quint32(key);
    if (combination.keyboardModifiers().testFlag(Qt::KeypadModifier) && key >= Qt::Key_0
        && key <= Qt::Key_9) {
        return kKeypadDigit + (code - Qt::Key_0);
    }
    if (const Named* named = find(key)) {
        return named->keysym;
    }
    if (key >= Qt::Key_F1 && key <= Qt::Key_F35) {
        return kF1 + (code - Qt::Key_F1);
    }
    if (const auto letter = latin(key)) {
        return *letter;
    }
    return code > 0xff && code < kUnicode ? kUnicode | QChar::toLower(code) : 0;
}

QString triggerOf(QKeyCombination combination)
{
    const Qt::Key key = combination.key();
    QString name;
    if (const Named* named = find(key)) {
        name = QLatin1String(named->name);
    } else if (key >= Qt::Key_F1 && key <= Qt::Key_F35) {
        name = u"F%1"_s.arg(int(key) - int(Qt::Key_F1) + 1);
    } else if ((key >= Qt::Key_A && key <= Qt::Key_Z) || (key >= Qt::Key_0 && key <= Qt::Key_9)) {
        name = QChar(char16_t(key)).toLower();
    } else {
        return {};
    }
    const Qt::KeyboardModifiers modifiers = combination.keyboardModifiers();
    QString trigger;
    const auto add = [modifiers, &trigger](Qt::KeyboardModifier modifier, const QString& text) {
        if (modifiers.testFlag(modifier)) {
            trigger += text;
        }
    };
    add(Qt::ControlModifier, u"CTRL+"_s);
    add(Qt::AltModifier, u"ALT+"_s);
    add(Qt::ShiftModifier, u"SHIFT+"_s);
    add(Qt::MetaModifier, u"LOGO+"_s);
    return trigger + name;
}

} // namespace app
