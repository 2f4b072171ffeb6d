// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/hotkeys.h"

#include <Carbon/Carbon.h>
#include <optional>
#include <vector>

namespace app {

namespace {

constexpr OSType kSignature = 'PxM8';

struct Named
{
    Qt::Key key;
    UInt32 code;
};

// Where a key lies on an ANSI keyboard: Carbon knows no other name for it.
constexpr Named kNamed[] {
    { Qt::Key_A, kVK_ANSI_A },
    { Qt::Key_B, kVK_ANSI_B },
    { Qt::Key_C, kVK_ANSI_C },
    { Qt::Key_D, kVK_ANSI_D },
    { Qt::Key_E, kVK_ANSI_E },
    { Qt::Key_F, kVK_ANSI_F },
    { Qt::Key_G, kVK_ANSI_G },
    { Qt::Key_H, kVK_ANSI_H },
    { Qt::Key_I, kVK_ANSI_I },
    { Qt::Key_J, kVK_ANSI_J },
    { Qt::Key_K, kVK_ANSI_K },
    { Qt::Key_L, kVK_ANSI_L },
    { Qt::Key_M, kVK_ANSI_M },
    { Qt::Key_N, kVK_ANSI_N },
    { Qt::Key_O, kVK_ANSI_O },
    { Qt::Key_P, kVK_ANSI_P },
    { Qt::Key_Q, kVK_ANSI_Q },
    { Qt::Key_R, kVK_ANSI_R },
    { Qt::Key_S, kVK_ANSI_S },
    { Qt::Key_T, kVK_ANSI_T },
    { Qt::Key_U, kVK_ANSI_U },
    { Qt::Key_V, kVK_ANSI_V },
    { Qt::Key_W, kVK_ANSI_W },
    { Qt::Key_X, kVK_ANSI_X },
    { Qt::Key_Y, kVK_ANSI_Y },
    { Qt::Key_Z, kVK_ANSI_Z },
    { Qt::Key_0, kVK_ANSI_0 },
    { Qt::Key_1, kVK_ANSI_1 },
    { Qt::Key_2, kVK_ANSI_2 },
    { Qt::Key_3, kVK_ANSI_3 },
    { Qt::Key_4, kVK_ANSI_4 },
    { Qt::Key_5, kVK_ANSI_5 },
    { Qt::Key_6, kVK_ANSI_6 },
    { Qt::Key_7, kVK_ANSI_7 },
    { Qt::Key_8, kVK_ANSI_8 },
    { Qt::Key_9, kVK_ANSI_9 },
    { Qt::Key_F1, kVK_F1 },
    { Qt::Key_F2, kVK_F2 },
    { Qt::Key_F3, kVK_F3 },
    { Qt::Key_F4, kVK_F4 },
    { Qt::Key_F5, kVK_F5 },
    { Qt::Key_F6, kVK_F6 },
    { Qt::Key_F7, kVK_F7 },
    { Qt::Key_F8, kVK_F8 },
    { Qt::Key_F9, kVK_F9 },
    { Qt::Key_F10, kVK_F10 },
    { Qt::Key_F11, kVK_F11 },
    { Qt::Key_F12, kVK_F12 },
    { Qt::Key_Space, kVK_Space },
    { Qt::Key_Return, kVK_Return },
    { Qt::Key_Tab, kVK_Tab },
    { Qt::Key_Left, kVK_LeftArrow },
    { Qt::Key_Right, kVK_RightArrow },
    { Qt::Key_Up, kVK_UpArrow },
    { Qt::Key_Down, kVK_DownArrow },
    { Qt::Key_Home, kVK_Home },
    { Qt::Key_End, kVK_End },
    { Qt::Key_PageUp, kVK_PageUp },
    { Qt::Key_PageDown, kVK_PageDown },
    { Qt::Key_Plus, kVK_ANSI_KeypadPlus },
    { Qt::Key_Minus, kVK_ANSI_Minus },
    { Qt::Key_Comma, kVK_ANSI_Comma },
    { Qt::Key_Period, kVK_ANSI_Period },
};

std::optional<UInt32> codeOf(Qt::Key key)
{
    for (const Named& each : kNamed) {
        if (each.key == key) {
            return each.code;
        }
    }
    return std::nullopt;
}

/// Qt calls the command key Control, and the control key Meta.
UInt32 modifiersOf(Qt::KeyboardModifiers modifiers)
{
    UInt32 result = 0;
    result |= modifiers.testFlag(Qt::ShiftModifier) ? UInt32(shiftKey) : 0U;
    result |= modifiers.testFlag(Qt::ControlModifier) ? UInt32(cmdKey) : 0U;
    result |= modifiers.testFlag(Qt::AltModifier) ? UInt32(optionKey) : 0U;
    result |= modifiers.testFlag(Qt::MetaModifier) ? UInt32(controlKey) : 0U;
    return result;
}

/// Carbon's hot keys, which need no permission. Media keys belong to the system there.
class CarbonHotkeys final : public Hotkeys
{
public:
    CarbonHotkeys()
    {
        const EventTypeSpec kind { kEventClassKeyboard, kEventHotKeyPressed };
        InstallApplicationEventHandler(&CarbonHotkeys::take, 1, &kind, this, &m_handler);
    }
    ~CarbonHotkeys() override
    {
        giveBack();
        RemoveEventHandler(m_handler);
    }
    Q_DISABLE_COPY_MOVE(CarbonHotkeys)

    void set(const QList<Hotkey>& wanted) override
    {
        if (wanted == m_wanted) {
            return;
        }
        giveBack();
        m_wanted = wanted;
        QMap<QString, QString> faults;
        for (qsizetype i = 0; i < m_wanted.size(); ++i) {
            const Hotkey& hotkey = m_wanted.at(i);
            const auto code = codeOf(hotkey.keys[0].key());
            EventHotKeyRef reference = nullptr;
            if (!code) {
                faults.insert(hotkey.id, unknownText());
            } else if (RegisterEventHotKey(*code, modifiersOf(hotkey.keys[0].keyboardModifiers()),
                           { kSignature, UInt32(i) }, GetApplicationEventTarget(), 0, &reference)
                != noErr) {
                faults.insert(hotkey.id, takenText());
            } else {
                m_references.push_back(reference);
            }
        }
        setState({}, faults);
    }

private:
    void giveBack()
    {
        for (EventHotKeyRef reference : m_references) {
            UnregisterEventHotKey(reference);
        }
        m_references.clear();
    }

    static OSStatus take(EventHandlerCallRef, EventRef event, void* self)
    {
        auto& hotkeys = *static_cast<CarbonHotkeys*>(self);
        EventHotKeyID id {};
        const OSStatus status = GetEventParameter(
            event, kEventParamDirectObject, typeEventHotKeyID, nullptr, sizeof(id), nullptr, &id);
        if (status != noErr || id.signature != kSignature
            || qsizetype(id.id) >= hotkeys.m_wanted.size()) {
            return eventNotHandledErr;
        }
        const QString action = hotkeys.m_wanted.at(qsizetype(id.id)).id;
        Q_EMIT hotkeys.pressed(action);
        return noErr;
    }

    EventHandlerRef m_handler = nullptr;
    std::vector<EventHotKeyRef> m_references;
    QList<Hotkey> m_wanted; ///< the number of a key is its row
};

} // namespace

std::unique_ptr<Hotkeys> makeHotkeys()
{
    return std::make_unique<CarbonHotkeys>();
}

} // namespace app
